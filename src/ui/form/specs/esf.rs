//! The two forms of what the European Social Fund asks of a participant: the situation on the first day, then
//! what became of whoever left. Both show a part of one record and change nothing else of it.

use super::{Filled, Given, Paper, add, add_text, code_of, codes_of, same, text};
use crate::domain::body::Body;
use crate::domain::codes::{Criterion, Priority};
use crate::domain::dates::months_between;
use crate::domain::enrolment::Enrolment;
use crate::domain::esf::gap::EsfGap;
use crate::domain::esf::{Benefit, Diploma, EsfAnswer, EsfRecord, Household, LabourStatus, missing_at_entry};
use crate::domain::file::{Current, File};
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::theme::Role;

/// The entry questionnaire.
pub static ESF_ENTRY: Paper =
    Paper { spec: &ENTRY, proposed: known_at_entry, given, bodies: entry, aside: missing, field_of: same };

/// The situation at the exit, and six months later.
pub static ESF_EXIT: Paper =
    Paper { spec: &EXIT, proposed: known_at_exit, given, bodies: exit, aside: super::silent, field_of: same };

static ENTRY: FormSpec = FormSpec {
    id: "esf_record",
    fields: &[
        FieldSpec::new("entered_on", Kind::Date(Look::Past)).required().hinted(),
        FieldSpec::new("status", Kind::Choice(choice::coded::<LabourStatus>)).hinted(),
        FieldSpec::new("months_looking", Kind::Integer(0, 999)).relevant(is_looking),
        FieldSpec::new("is_registered", Kind::YesNo),
        FieldSpec::new("diploma", Kind::Choice(choice::coded::<Diploma>)).hinted(),
        FieldSpec::new("household", Kind::Choice(choice::coded::<Household>)),
        FieldSpec::new("has_children", Kind::YesNo),
        FieldSpec::new("benefits", Kind::Choices(choice::coded::<Benefit>)),
        FieldSpec::new("disability", Kind::Choice(choice::coded::<EsfAnswer>)),
        FieldSpec::new("housing", Kind::Choice(choice::coded::<EsfAnswer>)),
        FieldSpec::new("parent_abroad", Kind::Choice(choice::coded::<EsfAnswer>)),
        FieldSpec::new("third_country", Kind::YesNo),
        FieldSpec::new("relay", Kind::Text(120)).hinted(),
        FieldSpec::new("signed_on", Kind::Date(Look::Past)).hinted(),
    ],
};

static EXIT: FormSpec = FormSpec {
    id: "esf_exit",
    fields: &[
        FieldSpec::new("exit_status", Kind::Choice(choice::coded::<LabourStatus>)).hinted(),
        FieldSpec::new("exit_seen_on", Kind::Date(Look::Past)).relevant(has_exit).default(Default::Today),
        FieldSpec::new("is_qualified", Kind::YesNo).hinted(),
        FieldSpec::new("later_status", Kind::Choice(choice::coded::<LabourStatus>)).relevant(has_exit),
        FieldSpec::new("later_seen_on", Kind::Date(Look::Past)).relevant(has_later).default(Default::Today),
    ],
};

fn is_looking(values: &Values) -> bool {
    values.coded("status") == Some(LabourStatus::Unemployed)
}

fn has_exit(values: &Values) -> bool {
    values.coded::<LabourStatus>("exit_status").is_some()
}

fn has_later(values: &Values) -> bool {
    has_exit(values) && values.coded::<LabourStatus>("later_status").is_some()
}

/// What the file says already of the situation on the day of the entry: it is proposed, never written alone.
fn known_at_entry(file: &File, cx: &Cx<'_>) -> Given {
    let state = State::of(file, cx.now.today);
    let entered_on = state.enrolled_on().unwrap_or(cx.now.today);
    let mut known = vec![("entered_on", Value::Date(entered_on))];
    let Some(period) = state.period.enrolment.map(|it| &it.value) else { return known };
    let is_looking = period.criteria.contains(&Criterion::LongTermJobseeker);
    if is_looking || period.jobseeker_since.is_some() {
        known.push(("status", code_of(LabourStatus::Unemployed)));
        known.push(("is_registered", Value::Yes(true)));
    }
    let months = period.jobseeker_since.filter(|since| *since <= entered_on);
    let months = months.map(|since| i64::from(months_between(since, entered_on)));
    add(&mut known, "months_looking", months, Value::Integer);
    add(&mut known, "diploma", period.level.and_then(diploma_of), code_of);
    let benefits = benefits_of(period);
    if !benefits.is_empty() {
        known.push(("benefits", codes_of(&benefits)));
    }
    if period.priorities.contains(&Priority::SingleParent) {
        known.extend([("household", code_of(Household::SingleParent)), ("has_children", Value::Yes(true))]);
    }
    if period.criteria.contains(&Criterion::Aah) {
        known.push(("disability", code_of(EsfAnswer::Yes)));
    }
    known
}

/// The diploma of a level of the nomenclature of 2019; levels 1 and 2 are no diploma.
const fn diploma_of(level: u8) -> Option<Diploma> {
    match level {
        3 | 4 => Some(Diploma::UpperSecondary),
        5 => Some(Diploma::ShortCycle),
        6 => Some(Diploma::Bachelor),
        7 => Some(Diploma::Master),
        8 => Some(Diploma::Doctorate),
        _ => None,
    }
}

fn benefits_of(period: &Enrolment) -> Vec<Benefit> {
    let named =
        [(Criterion::Rsa, Benefit::Rsa), (Criterion::Ass, Benefit::Ass), (Criterion::Aah, Benefit::Aah)];
    named.into_iter().filter(|(it, _)| period.criteria.contains(it)).map(|(_, benefit)| benefit).collect()
}

/// Whether a diploma or title was obtained during the pathway.
fn known_at_exit(file: &File, cx: &Cx<'_>) -> Given {
    let since = State::of(file, cx.now.today).enrolled_on();
    let is_of_pathway = |day| since.is_none_or(|since| since <= day);
    let awarded = file.trainings.iter().any(|it| it.value.awarded_on.is_some_and(is_of_pathway));
    Vec::from_iter(awarded.then_some(("is_qualified", Value::Yes(true))))
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::EsfRecord(it) = body else { return Vec::new() };
    let mut given = vec![("entered_on", Value::Date(it.entered_on)), ("benefits", codes_of(&it.benefits))];
    add(&mut given, "status", it.status, code_of);
    add(&mut given, "months_looking", it.months_looking, |months| Value::Integer(i64::from(months)));
    add(&mut given, "is_registered", it.is_registered, Value::Yes);
    add(&mut given, "diploma", it.diploma, code_of);
    add(&mut given, "household", it.household, code_of);
    add(&mut given, "has_children", it.has_children, Value::Yes);
    add(&mut given, "disability", it.disability, code_of);
    add(&mut given, "housing", it.housing, code_of);
    add(&mut given, "parent_abroad", it.parent_abroad, code_of);
    add(&mut given, "third_country", it.third_country, Value::Yes);
    add_text(&mut given, "relay", &it.relay);
    add(&mut given, "signed_on", it.signed_on, Value::Date);
    add(&mut given, "exit_status", it.exit_status, code_of);
    add(&mut given, "exit_seen_on", it.exit_seen_on, Value::Date);
    add(&mut given, "is_qualified", it.is_qualified, Value::Yes);
    add(&mut given, "later_status", it.later_status, code_of);
    add(&mut given, "later_seen_on", it.later_seen_on, Value::Date);
    given
}

/// The record that a form changes, or a new one.
fn before(filled: &Filled<'_>) -> EsfRecord {
    if let Some(Body::EsfRecord(it)) = filled.before {
        return it.clone();
    }
    let today = filled.cx.now.today;
    let adhesion = filled.file.and_then(|file| State::of(file, today).enrolled_on());
    EsfRecord::new(adhesion.unwrap_or(today))
}

fn questionnaire(filled: &Filled<'_>) -> Option<EsfRecord> {
    let values = filled.values;
    Some(EsfRecord {
        entered_on: values.date("entered_on")?,
        status: values.coded("status"),
        months_looking: values.integer("months_looking").and_then(|it| u16::try_from(it).ok()),
        is_registered: values.yes_or_no("is_registered"),
        diploma: values.coded("diploma"),
        household: values.coded("household"),
        has_children: values.yes_or_no("has_children"),
        benefits: values.all_coded("benefits"),
        disability: values.coded("disability"),
        housing: values.coded("housing"),
        parent_abroad: values.coded("parent_abroad"),
        third_country: values.yes_or_no("third_country"),
        relay: text(values, "relay"),
        signed_on: values.date("signed_on"),
        ..before(filled)
    })
}

fn entry(filled: &Filled<'_>) -> Option<Vec<Body>> {
    Some(vec![Body::EsfRecord(questionnaire(filled)?)])
}

fn exit(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::EsfRecord(EsfRecord {
        exit_status: values.coded("exit_status"),
        exit_seen_on: values.date("exit_seen_on"),
        is_qualified: values.yes_or_no("is_qualified"),
        later_status: values.coded("later_status"),
        later_seen_on: values.date("later_seen_on"),
        ..before(filled)
    })])
}

/// What the questionnaire still lacks, as it is being filled in.
fn missing(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let (Some(file), Some(record)) = (filled.file, questionnaire(filled)) else { return Vec::new() };
    let mut file = file.clone();
    let written = Current { value: record, ..placed(&file) };
    file.esf_records = vec![written];
    let words = filled.cx.words;
    let gaps: Vec<String> = missing_at_entry(&file, filled.cx.now.today)
        .into_iter()
        .map(|it: EsfGap| words.label(it).into_owned())
        .collect();
    if gaps.is_empty() {
        return vec![(words.get("esf-complete").into_owned(), Role::Good)];
    }
    vec![(words.filled("esf-missing", [("gaps", gaps.join(", ").as_str())]), Role::Soon)]
}

/// Where a record that is not written yet would stand.
fn placed(file: &File) -> Current<EsfRecord> {
    let person = &file.person;
    let value = EsfRecord::new(file.begun_on);
    Current { id: person.id, entry: person.entry, written_at: person.written_at, value }
}
