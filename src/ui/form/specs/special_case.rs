//! The form of a case of its own: the five grounds of article 2, and what the *Comité technique* ruled.

use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, text};
use crate::domain::body::Body;
use crate::domain::codes::Coded as _;
use crate::domain::file::File;
use crate::domain::special_case::{CaseGround, CaseState, SpecialCase};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::theme::Role;

/// The form of a case of its own.
pub static SPECIAL_CASE: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: lacking, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "special_case",
    fields: &[
        FieldSpec::new("prepared_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("plie_role", Kind::LongText(2)).hinted(),
        FieldSpec::new("evaluation", Kind::LongText(2)).hinted(),
        FieldSpec::new("job", Kind::LongText(2)).hinted(),
        FieldSpec::new("situation", Kind::LongText(2)).hinted(),
        FieldSpec::new("prospects", Kind::LongText(2)).hinted(),
        FieldSpec::new("state", Kind::Choice(choice::coded::<CaseState>))
            .required()
            .default(Default::Code("en_preparation")),
        FieldSpec::new("ruled_on", Kind::Date(Look::Past)).relevant(is_ruled),
    ],
};

fn is_ruled(values: &Values) -> bool {
    matches!(values.coded("state"), Some(CaseState::Validated | CaseState::Refused))
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::SpecialCase(it) = body else { return Vec::new() };
    let mut given = vec![("prepared_on", Value::Date(it.prepared_on)), ("state", code_of(it.state))];
    for ground in CaseGround::ALL {
        add_text(&mut given, ground.stable_code(), it.on(*ground));
    }
    add(&mut given, "ruled_on", it.ruled_on, Value::Date);
    given
}

fn case(filled: &Filled<'_>) -> Option<SpecialCase> {
    let values = filled.values;
    Some(SpecialCase {
        prepared_on: values.date("prepared_on")?,
        state: values.coded("state")?,
        plie_role: text(values, "plie_role"),
        evaluation: text(values, "evaluation"),
        job: text(values, "job"),
        situation: text(values, "situation"),
        prospects: text(values, "prospects"),
        ruled_on: values.date("ruled_on").filter(|_| is_ruled(values)),
    })
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    Some(vec![Body::SpecialCase(case(filled)?)])
}

/// The grounds on which nothing is written yet.
fn lacking(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let lacks = case(filled).map(|it| it.lacks()).unwrap_or_default();
    let words = filled.cx.words;
    let Some(first) = lacks.first() else {
        return vec![(words.get("special_case-complete").into_owned(), Role::Good)];
    };
    let mut args = FluentArgs::new();
    args.set("number", lacks.len());
    args.set("first", words.label(*first).into_owned());
    vec![(words.with("special_case-lacks", &args).into_owned(), Role::Soon)]
}
