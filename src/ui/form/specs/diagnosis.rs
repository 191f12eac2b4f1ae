//! The form of the shared diagnosis: three conditions, three parts, a plan, a proposal.

use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, text};
use crate::domain::body::Body;
use crate::domain::diagnosis::{Condition, Diagnosis, Proposal};
use crate::domain::file::File;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::theme::Role;

/// The form of a diagnosis.
pub static DIAGNOSIS: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: lacking, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "diagnosis",
    fields: &[
        FieldSpec::new("made_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("wants_work", Kind::YesNo),
        FieldSpec::new("wants_work_note", Kind::Text(200)).relevant(is_answered::<0>),
        FieldSpec::new("needs_support", Kind::YesNo),
        FieldSpec::new("needs_support_note", Kind::Text(200)).relevant(is_answered::<1>),
        FieldSpec::new("can_follow", Kind::YesNo),
        FieldSpec::new("can_follow_note", Kind::Text(200)).relevant(is_answered::<2>),
        FieldSpec::new("obstacles", Kind::LongText(2)).hinted(),
        FieldSpec::new("capacities", Kind::LongText(2)).hinted(),
        FieldSpec::new("realistic_steps", Kind::LongText(2)).hinted(),
        FieldSpec::new("proposal", Kind::Choice(choice::coded::<Proposal>)),
        FieldSpec::new("proposed_on", Kind::Date(Look::Past)).relevant(is_proposed),
        FieldSpec::new("reasons", Kind::LongText(2)),
        FieldSpec::new("plan", Kind::LongText(2)).relevant(may_enter),
        FieldSpec::new("first_step", Kind::Text(200)).relevant(may_enter),
        FieldSpec::new("other_support", Kind::Text(200)).relevant(goes_elsewhere),
    ],
};

fn is_answered<const RANK: usize>(values: &Values) -> bool {
    values.yes_or_no(Condition::ALL[RANK].code()).is_some()
}

fn is_proposed(values: &Values) -> bool {
    values.code("proposal").is_some()
}

fn goes_elsewhere(values: &Values) -> bool {
    values.coded("proposal") == Some(Proposal::Redirect)
}

fn may_enter(values: &Values) -> bool {
    !goes_elsewhere(values)
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Diagnosis(it) = body else { return Vec::new() };
    let mut given = vec![("made_on", Value::Date(it.made_on))];
    for (name, answer) in
        [("wants_work", it.wants_work), ("needs_support", it.needs_support), ("can_follow", it.can_follow)]
    {
        add(&mut given, name, answer, Value::Yes);
    }
    add(&mut given, "proposal", it.proposal, code_of);
    add(&mut given, "proposed_on", it.proposed_on, Value::Date);
    for (name, said) in [
        ("wants_work_note", &it.wants_work_note),
        ("needs_support_note", &it.needs_support_note),
        ("can_follow_note", &it.can_follow_note),
        ("obstacles", &it.obstacles),
        ("capacities", &it.capacities),
        ("realistic_steps", &it.realistic_steps),
        ("reasons", &it.reasons),
        ("plan", &it.plan),
        ("first_step", &it.first_step),
        ("other_support", &it.other_support),
    ] {
        add_text(&mut given, name, said);
    }
    given
}

fn diagnosis(filled: &Filled<'_>) -> Option<Diagnosis> {
    let values = filled.values;
    // What is not asked keeps what it held: a proposal may be changed back.
    let before = if let Some(Body::Diagnosis(it)) = filled.before { Some(it) } else { None };
    let kept = |is_asked: bool, name: &str, before: Option<&String>| {
        if is_asked { text(values, name) } else { before.cloned().unwrap_or_default() }
    };
    // A proposal that is written now is of today, unless another day is said.
    let is_new = is_proposed(values) && before.is_none_or(|it| it.proposal.is_none());
    let today = is_new.then_some(filled.cx.now.today);
    Some(Diagnosis {
        proposed_on: values.date("proposed_on").or(today),
        made_on: values.date("made_on")?,
        wants_work: values.yes_or_no("wants_work"),
        wants_work_note: text(values, "wants_work_note"),
        needs_support: values.yes_or_no("needs_support"),
        needs_support_note: text(values, "needs_support_note"),
        can_follow: values.yes_or_no("can_follow"),
        can_follow_note: text(values, "can_follow_note"),
        obstacles: text(values, "obstacles"),
        capacities: text(values, "capacities"),
        realistic_steps: text(values, "realistic_steps"),
        proposal: values.coded("proposal"),
        reasons: text(values, "reasons"),
        plan: kept(may_enter(values), "plan", before.map(|it| &it.plan)),
        first_step: kept(may_enter(values), "first_step", before.map(|it| &it.first_step)),
        other_support: kept(goes_elsewhere(values), "other_support", before.map(|it| &it.other_support)),
    })
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    Some(vec![Body::Diagnosis(diagnosis(filled)?)])
}

/// What the commission would find missing.
fn lacking(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let lacks = diagnosis(filled).map(|it| it.lacks()).unwrap_or_default();
    let words = filled.cx.words;
    let Some(first) = lacks.first() else {
        return vec![(words.get("diagnosis-complete").into_owned(), Role::Good)];
    };
    let mut args = FluentArgs::new();
    args.set("number", lacks.len());
    args.set("first", words.label(*first).into_owned());
    vec![(words.with("diagnosis-lacks", &args).into_owned(), Role::Soon)]
}
