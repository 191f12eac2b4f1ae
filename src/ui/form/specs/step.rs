//! The form of a pathway step.

use chrono::NaiveDate;

use super::{Filled, Given, Paper, add, add_text, code_of, letters, maybe_text, same, silent, text};
use crate::domain::barrier::Barrier;
use crate::domain::body::Body;
use crate::domain::codes::StepStatus;
use crate::domain::file::{Current, File};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::id::ObjectId;
use crate::domain::office::StructureKind;
use crate::domain::step::Step;
use crate::ui::cx::Cx;
use crate::ui::form::choice::{self, Choice};
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a step.
pub static STEP: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "step",
    fields: &[
        FieldSpec::new("category", Kind::Choice(|words| choice::lettered(words, letters::step_category)))
            .required(),
        FieldSpec::new("title", Kind::Text(120)).required().hinted(),
        FieldSpec::new("status", Kind::Choice(|words| choice::lettered(words, letters::step_status)))
            .required()
            .default(Default::Code("en_cours")),
        FieldSpec::new("proposed_on", Kind::Date(Look::Past)).relevant(is_proposed),
        FieldSpec::new("starts_on", Kind::Date(Look::Near)).relevant(is_begun),
        FieldSpec::new("ends_on", Kind::Date(Look::Near)),
        FieldSpec::new("goal", Kind::Own(goals)),
        FieldSpec::new("barrier", Kind::Own(barriers)),
        FieldSpec::new("partner", Kind::Text(120)).named_in(StructureKind::PARTNERS),
        FieldSpec::new("plie_action", Kind::YesNo).default(Default::No),
        FieldSpec::new("objectives_sent_on", Kind::Date(Look::Past)),
        FieldSpec::new("partner_review_on", Kind::Date(Look::Past)),
    ],
};

/// Whether the status makes one ask when it was proposed.
fn is_proposed(values: &Values) -> bool {
    values.coded::<StepStatus>("status").is_none_or(|it| match it {
        StepStatus::Proposed | StepStatus::Declined | StepStatus::Accepted | StepStatus::Waiting => true,
        StepStatus::Considered
        | StepStatus::Running
        | StepStatus::Done
        | StepStatus::Abandoned
        | StepStatus::Cancelled => false,
    })
}

/// Whether the status leaves room for a first day.
fn is_begun(values: &Values) -> bool {
    values.coded::<StepStatus>("status").is_none_or(|it| match it {
        StepStatus::Considered | StepStatus::Proposed | StepStatus::Declined | StepStatus::Cancelled => false,
        StepStatus::Accepted
        | StepStatus::Waiting
        | StepStatus::Running
        | StepStatus::Done
        | StepStatus::Abandoned => true,
    })
}

/// The goals of the person, those that run first.
fn goals(file: &File) -> Vec<Choice> {
    let runs = |it: &&Current<Goal>| it.value.state == GoalState::Running;
    let (running, over): (Vec<_>, Vec<_>) = file.goals.iter().rev().partition(runs);
    running.into_iter().chain(over).map(|it| own(it.id, &it.value.title)).collect()
}

/// The obstacles of the person, those in the way first.
fn barriers(file: &File) -> Vec<Choice> {
    let is_open = |it: &&Current<Barrier>| it.value.state.is_open();
    let (open, over): (Vec<_>, Vec<_>) = file.barriers.iter().rev().partition(is_open);
    open.into_iter().chain(over).map(|it| own(it.id, &it.value.situation)).collect()
}

/// A thing of the file, to be linked to.
pub(super) fn own(id: ObjectId, label: &str) -> Choice {
    Choice { code: id.to_string(), letter: None, label: label.to_owned() }
}

/// What a field links to: the value is an identity.
pub(super) fn linked(values: &Values, name: &str) -> Option<ObjectId> {
    values.code(name).and_then(|code| code.parse().ok())
}

fn proposed(_file: &File, cx: &Cx<'_>) -> Given {
    let today = Value::Date(cx.now.today);
    vec![("proposed_on", today.clone()), ("starts_on", today)]
}

fn given(body: &Body, file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Step(it) = body else { return Vec::new() };
    let mut given = vec![
        ("category", code_of(it.category)),
        ("status", code_of(it.status)),
        ("plie_action", Value::Yes(it.plie_action)),
    ];
    add_text(&mut given, "title", &it.title);
    add(&mut given, "partner", it.partner.clone(), Value::Text);
    let is_there = |id: &ObjectId| file.is_some_and(|file| file.version(*id).is_some());
    for (name, link) in [("goal", it.goal), ("barrier", it.barrier)] {
        add(&mut given, name, link.filter(is_there), |id| Value::Code(id.to_string()));
    }
    let dates = [
        ("proposed_on", it.proposed_on),
        ("starts_on", it.starts_on),
        ("ends_on", it.ends_on),
        ("objectives_sent_on", it.objectives_sent_on),
        ("partner_review_on", it.partner_review_on),
    ];
    for (name, date) in dates {
        add(&mut given, name, date, Value::Date);
    }
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    // What is not asked keeps what it held: a step that runs was still proposed one day.
    let base = if let Some(Body::Step(it)) = filled.before { Some(it) } else { None };
    let kept = |is_asked: bool, name: &str, before: Option<NaiveDate>| {
        if is_asked { values.date(name) } else { before }
    };
    Some(vec![Body::Step(Step {
        category: values.coded("category")?,
        title: text(values, "title"),
        status: values.coded("status")?,
        partner: maybe_text(values, "partner"),
        plie_action: values.is_yes("plie_action"),
        proposed_on: kept(is_proposed(values), "proposed_on", base.and_then(|it| it.proposed_on)),
        starts_on: kept(is_begun(values), "starts_on", base.and_then(|it| it.starts_on)),
        ends_on: values.date("ends_on"),
        objectives_sent_on: values.date("objectives_sent_on"),
        partner_review_on: values.date("partner_review_on"),
        goal: linked(values, "goal"),
        barrier: linked(values, "barrier"),
    })])
}
