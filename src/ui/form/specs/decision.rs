//! The form of a decision of the commission.

use super::{Filled, Given, Paper, add, add_text, code_of, same, silent, text};
use crate::domain::body::Body;
use crate::domain::codes::{Business, Ruling};
use crate::domain::decision::Decision;
use crate::domain::file::File;
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a decision.
pub static DECISION: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "decision",
    fields: &[
        FieldSpec::new("session_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("business", Kind::Choice(choice::coded::<Business>)).required(),
        FieldSpec::new("ruling", Kind::Choice(choice::coded::<Ruling>)).required().offers(is_of_business),
        FieldSpec::new("suspended_until", Kind::Date(Look::Future)).relevant(is_suspended),
        FieldSpec::new("review_on", Kind::Date(Look::Future)).relevant(has_later_review),
        FieldSpec::new("reason", Kind::LongText(3)),
    ],
};

fn is_of_business(ruling: &str, values: &Values) -> bool {
    let business = values.coded::<Business>("business");
    Ruling::from_code(ruling).zip(business).is_none_or(|(ruling, business)| ruling.is_of(business))
}

fn is_suspended(values: &Values) -> bool {
    values.coded::<Ruling>("ruling") == Some(Ruling::Suspended)
}

/// Whether the commission may set a later re-examination with this ruling (R7-16).
fn has_later_review(values: &Values) -> bool {
    values.coded::<Ruling>("ruling").is_some_and(|it| match it {
        Ruling::Suspended | Ruling::Resumed | Ruling::Continued | Ruling::Adjourned => true,
        Ruling::Admitted
        | Ruling::Refused
        | Ruling::ReinforcedDiagnosis
        | Ruling::Exited
        | Ruling::ExitRefused => false,
    })
}

/// Of a candidate it is the entry that is decided, of the others the pathway.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let is_candidate = State::of(file, cx.now.today).enrolled_on().is_none();
    vec![("business", code_of(if is_candidate { Business::Entry } else { Business::Review }))]
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Decision(it) = body else { return Vec::new() };
    let mut given = vec![
        ("session_on", Value::Date(it.session_on)),
        ("business", code_of(it.business)),
        ("ruling", code_of(it.ruling)),
    ];
    add(&mut given, "suspended_until", it.suspended_until, Value::Date);
    add(&mut given, "review_on", it.review_on, Value::Date);
    add_text(&mut given, "reason", &it.reason);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Decision(Decision {
        session_on: values.date("session_on")?,
        business: values.coded("business")?,
        ruling: values.coded("ruling")?,
        suspended_until: values.date("suspended_until"),
        review_on: values.date("review_on"),
        reason: text(values, "reason"),
    })])
}
