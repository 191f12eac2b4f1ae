//! The form of a decision of the commission.

use super::{Filled, Given, Paper, add, add_text, code_of, same, silent, text};
use crate::domain::body::Body;
use crate::domain::codes::{Business, Ruling, StationRole};
use crate::domain::decision::Decision;
use crate::domain::file::File;
use crate::domain::state::State;
use crate::domain::submission::{Submission, is_pending};
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
        FieldSpec::new("diagnosis_until", Kind::Date(Look::Future)).relevant(is_reinforced).hinted(),
        FieldSpec::new("other_support", Kind::Text(200)).relevant(is_refused).hinted(),
        FieldSpec::new("is_provisional", Kind::YesNo).hinted(),
        FieldSpec::new("reason", Kind::LongText(3)),
    ],
};

fn is_of_business(ruling: &str, values: &Values) -> bool {
    let business = values.coded::<Business>("business");
    Ruling::from_code(ruling).zip(business).is_none_or(|(ruling, business)| ruling.is_of(business))
}

fn is_reinforced(values: &Values) -> bool {
    values.coded::<Ruling>("ruling") == Some(Ruling::ReinforcedDiagnosis)
}

fn is_refused(values: &Values) -> bool {
    values.coded::<Ruling>("ruling") == Some(Ruling::Refused)
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

/// What is on the agenda, else the entry of a candidate and the pathway of the others. It is provisional
/// until the minutes come, which the operational team writes.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let today = cx.now.today;
    let is_ahead = |it: &&Submission| is_pending(file, it) && it.session_on <= today;
    let submission = file.submissions.iter().map(|it| &it.value).rfind(is_ahead);
    let is_candidate = State::of(file, today).enrolled_on().is_none();
    let usual = if is_candidate { Business::Entry } else { Business::Review };
    let mut given = vec![("business", code_of(submission.map_or(usual, |it| it.business)))];
    add(&mut given, "session_on", submission.map(|it| it.session_on), Value::Date);
    let is_the_team = cx.station().is_some_and(|it| it.role == StationRole::Team);
    given.push(("is_provisional", Value::Yes(!is_the_team)));
    given
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
    add(&mut given, "diagnosis_until", it.diagnosis_until, Value::Date);
    add_text(&mut given, "other_support", &it.other_support);
    add_text(&mut given, "reason", &it.reason);
    given.push(("is_provisional", Value::Yes(it.is_provisional)));
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let decision = Decision {
        session_on: values.date("session_on")?,
        business: values.coded("business")?,
        ruling: values.coded("ruling")?,
        suspended_until: values.date("suspended_until"),
        review_on: values.date("review_on"),
        diagnosis_until: values.date("diagnosis_until"),
        other_support: text(values, "other_support"),
        is_provisional: values.is_yes("is_provisional"),
        reason: text(values, "reason"),
    };
    let carried = carried(&decision, filled);
    Some([Body::Decision(decision)].into_iter().chain(carried.map(Body::Submission)).collect())
}

/// The same file for the session that an adjournment carries it to (R7-25). Correcting a decision
/// carries nothing again.
fn carried(decision: &Decision, filled: &Filled<'_>) -> Option<Submission> {
    let later = decision.review_on.filter(|_| decision.ruling == Ruling::Adjourned)?;
    let file = filled.file.filter(|_| filled.before.is_none())?;
    let is_this = |it: &&Submission| {
        (it.business, it.session_on) == (decision.business, decision.session_on) && is_pending(file, it)
    };
    Some(file.submissions.iter().map(|it| &it.value).find(is_this)?.carried_to(later))
}
