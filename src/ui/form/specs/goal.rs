//! The form of a goal agreed with the person.

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, nothing, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::goal::{Goal, GoalState};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a goal.
pub static GOAL: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "goal",
    fields: &[
        FieldSpec::new("title", Kind::Text(120)).required(),
        FieldSpec::new("measure", Kind::Text(120)).hinted(),
        FieldSpec::new("agreed_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("due_on", Kind::Date(Look::Future)).hinted(),
        FieldSpec::new("state", Kind::Choice(choice::coded::<GoalState>))
            .required()
            .default(Default::Code("en_cours")),
        FieldSpec::new("ended_on", Kind::Date(Look::Past)).relevant(is_over),
        FieldSpec::new("participant_signed_on", Kind::Date(Look::Past)),
        FieldSpec::new("counsellor_signed_on", Kind::Date(Look::Past)),
    ],
};

fn is_over(values: &Values) -> bool {
    values.coded::<GoalState>("state").is_some_and(|it| it != GoalState::Running)
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Goal(it) = body else { return Vec::new() };
    let mut given = vec![("agreed_on", Value::Date(it.agreed_on)), ("state", code_of(it.state))];
    add_text(&mut given, "title", &it.title);
    add(&mut given, "measure", it.measure.clone(), Value::Text);
    for (name, date) in [
        ("due_on", it.due_on),
        ("ended_on", it.ended_on),
        ("participant_signed_on", it.participant_signed_on),
        ("counsellor_signed_on", it.counsellor_signed_on),
    ] {
        add(&mut given, name, date, Value::Date);
    }
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Goal(Goal {
        title: text(values, "title"),
        measure: maybe_text(values, "measure"),
        agreed_on: values.date("agreed_on")?,
        due_on: values.date("due_on"),
        state: values.coded("state")?,
        ended_on: values.date("ended_on").filter(|_| is_over(values)),
        participant_signed_on: values.date("participant_signed_on"),
        counsellor_signed_on: values.date("counsellor_signed_on"),
    })])
}
