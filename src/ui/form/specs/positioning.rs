//! The form of a positioning on an offer or an action.

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, nothing, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::positioning::{Positioning, PositioningResult, PositioningTarget};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a positioning.
pub static POSITIONING: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "positioning",
    fields: &[
        FieldSpec::new("title", Kind::Text(120)).required(),
        FieldSpec::new("employer", Kind::Text(120)),
        FieldSpec::new("on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("target", Kind::Choice(choice::coded::<PositioningTarget>))
            .required()
            .default(Default::Code("offre")),
        FieldSpec::new("result", Kind::Choice(choice::coded::<PositioningResult>))
            .required()
            .default(Default::Code("en_attente")),
        FieldSpec::new("answered_on", Kind::Date(Look::Past)).relevant(is_answered),
        FieldSpec::new("note", Kind::Text(200)),
    ],
};

fn is_answered(values: &Values) -> bool {
    values.coded::<PositioningResult>("result").is_some_and(|it| it != PositioningResult::Waiting)
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Positioning(it) = body else { return Vec::new() };
    let mut given =
        vec![("on", Value::Date(it.on)), ("target", code_of(it.target)), ("result", code_of(it.result))];
    add_text(&mut given, "title", &it.title);
    add_text(&mut given, "employer", it.employer.as_deref().unwrap_or_default());
    add(&mut given, "answered_on", it.answered_on, Value::Date);
    add(&mut given, "note", it.note.clone(), Value::Text);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Positioning(Positioning {
        on: values.date("on")?,
        target: values.coded("target")?,
        title: text(values, "title"),
        employer: maybe_text(values, "employer"),
        result: values.coded("result")?,
        answered_on: values.date("answered_on").filter(|_| is_answered(values)),
        note: maybe_text(values, "note"),
    })])
}
