//! The form of a file submitted to the commission, with what is missing said below the fields.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, same, text};
use crate::domain::body::Body;
use crate::domain::codes::{Business, ExitReason, StationRole};
use crate::domain::evidence::{Gate, gates_ahead};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::state::State;
use crate::domain::submission::{Opinion, ReviewGround, Submission, calls, is_waiting_for, missing};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::session;
use crate::ui::theme::Role;

/// The form of a submission.
pub static SUBMISSION: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: lacking, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "submission",
    fields: &[
        FieldSpec::new("business", Kind::Choice(choice::coded::<Business>)).required(),
        FieldSpec::new("session_on", Kind::Date(Look::Future)).required(),
        FieldSpec::new("ground", Kind::Choice(choice::coded::<ReviewGround>)).relevant(is_review),
        FieldSpec::new("exit_reason", Kind::Choice(choice::coded::<ExitReason>)).relevant(is_exit),
        FieldSpec::new("exit_on", Kind::Date(Look::Near)).relevant(is_exit).hinted(),
        FieldSpec::new("updated_on", Kind::Date(Look::Past)).relevant(is_review),
        FieldSpec::new("relation", Kind::LongText(2)).relevant(is_review).hinted(),
        FieldSpec::new("difficulties", Kind::LongText(2)).relevant(is_review),
        FieldSpec::new("partners", Kind::LongText(2)).relevant(is_review),
        FieldSpec::new("prepared_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("verified_by", Kind::Text(120)).hinted(),
        FieldSpec::new("verified_on", Kind::Date(Look::Past)),
        FieldSpec::new("opinion", Kind::Choice(choice::coded::<Opinion>)),
        FieldSpec::new("opinion_text", Kind::LongText(2)),
        FieldSpec::new("listed_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("override_because", Kind::Text(200)).relevant(is_listed).hinted(),
    ],
};

fn is_review(values: &Values) -> bool {
    values.coded("business") == Some(Business::Review)
}

fn is_exit(values: &Values) -> bool {
    values.coded("business") == Some(Business::Exit)
}

fn is_listed(values: &Values) -> bool {
    values.date("listed_on").is_some()
}

/// What the file calls for, at the next session: the entry of a candidate, the exit that holds, else
/// a re-examination on its ground. The manager is proposed as who verifies.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let today = cx.now.today;
    let mut given = Vec::new();
    add(&mut given, "session_on", session::next(cx), Value::Date);
    let call = calls(file, &cx.model.board.findings(file.id)).into_iter().next();
    let parameters = Pack::default().at(today);
    let exit = gates_ahead(file, today, &parameters).into_iter().find_map(|gate| match gate {
        Gate::Exit(reason) => Some(reason),
        Gate::Entry => None,
    });
    let exit = exit.filter(|_| !is_waiting_for(file, Business::Exit));
    let is_candidate = State::of(file, today).enrolled_on().is_none();
    let business = match call {
        _ if is_candidate => Business::Entry,
        Some(call) => call.business,
        None if exit.is_some() => Business::Exit,
        None => Business::Review,
    };
    given.push(("business", code_of(business)));
    match business {
        Business::Entry => {}
        Business::Review => add(&mut given, "ground", call.and_then(|it| it.ground), code_of),
        Business::Exit => {
            add(&mut given, "exit_reason", exit, code_of);
            given.push(("exit_on", Value::Date(today)));
        }
    }
    if cx.station().is_some_and(|it| it.role == StationRole::Manager) {
        add(&mut given, "verified_by", cx.station().map(|it| it.name.clone()), Value::Text);
        given.push(("verified_on", Value::Date(today)));
    }
    given
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Submission(it) = body else { return Vec::new() };
    let mut given = vec![("business", code_of(it.business)), ("session_on", Value::Date(it.session_on))];
    add(&mut given, "ground", it.ground, code_of);
    add(&mut given, "exit_reason", it.exit_reason, code_of);
    add(&mut given, "verified_by", it.verified_by.clone(), Value::Text);
    add(&mut given, "opinion", it.opinion, code_of);
    for (name, date) in [
        ("exit_on", it.exit_on),
        ("updated_on", it.updated_on),
        ("prepared_on", it.prepared_on),
        ("verified_on", it.verified_on),
        ("listed_on", it.listed_on),
    ] {
        add(&mut given, name, date, Value::Date);
    }
    for (name, said) in [
        ("relation", &it.relation),
        ("difficulties", &it.difficulties),
        ("partners", &it.partners),
        ("opinion_text", &it.opinion_text),
        ("override_because", &it.override_because),
    ] {
        add_text(&mut given, name, said);
    }
    given
}

fn submission(filled: &Filled<'_>) -> Option<Submission> {
    let values = filled.values;
    let override_because = text(values, "override_because");
    Some(Submission {
        business: values.coded("business")?,
        session_on: values.date("session_on")?,
        ground: values.coded("ground"),
        updated_on: values.date("updated_on"),
        relation: text(values, "relation"),
        difficulties: text(values, "difficulties"),
        partners: text(values, "partners"),
        exit_reason: values.coded("exit_reason"),
        exit_on: values.date("exit_on"),
        prepared_on: values.date("prepared_on"),
        verified_by: maybe_text(values, "verified_by"),
        verified_on: values.date("verified_on"),
        opinion: values.coded("opinion"),
        opinion_text: text(values, "opinion_text"),
        listed_on: values.date("listed_on"),
        override_by: override_author(filled, &override_because),
        override_because,
    })
}

/// Who answers for the override: whoever wrote these reasons first.
fn override_author(filled: &Filled<'_>, because: &str) -> Option<String> {
    if because.trim().is_empty() {
        return None;
    }
    let before = if let Some(Body::Submission(it)) = filled.before { Some(it) } else { None };
    let same = before.filter(|it| it.override_because == because).and_then(|it| it.override_by.clone());
    same.or_else(|| filled.cx.station().map(|it| it.name.clone()))
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    Some(vec![Body::Submission(submission(filled)?)])
}

/// How much is missing, and what comes first.
fn lacking(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let words = filled.cx.words;
    let Some((file, submission)) = filled.file.zip(submission(filled)) else { return Vec::new() };
    let day: NaiveDate = submission.session_on;
    let lacks = missing(file, &submission, &Pack::default().at(day));
    let Some(first) = lacks.first() else {
        return vec![(words.get("submission-complete").into_owned(), Role::Good)];
    };
    let mut args = FluentArgs::new();
    args.set("number", lacks.len());
    args.set("first", words.missing(*first));
    vec![(words.with("submission-lacks", &args).into_owned(), Role::Soon)]
}
