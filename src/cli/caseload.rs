//! `list` and `show`: the caseload and one file, as of a date.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::Fail;
use super::{output, people};
use crate::domain::assignment::Assignment;
use crate::domain::barrier::Barrier;
use crate::domain::body::Body;
use crate::domain::candidature::{Candidature, concerns};
use crate::domain::communes;
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::diagnosis::Diagnosis;
use crate::domain::employment::Employment;
use crate::domain::enrolment::Enrolment;
use crate::domain::esf::{EsfRecord, missing_at_entry};
use crate::domain::evidence::Evidence;
use crate::domain::file::{Current, File};
use crate::domain::goal::Goal;
use crate::domain::interview::Interview;
use crate::domain::limitation::Limitation;
use crate::domain::parameters::Pack;
use crate::domain::positioning::Positioning;
use crate::domain::recommendation::Recommendation;
use crate::domain::recorded::Recorded;
use crate::domain::referent::Referent;
use crate::domain::skill::Skill;
use crate::domain::special_case::SpecialCase;
use crate::domain::state::State;
use crate::domain::step::Step;
use crate::domain::submission::{Submission, state_of};
use crate::domain::training::Training;
use crate::journal::fold::Caseload;
use crate::journal::payload::body_value;
use crate::usecase::listing::Row;

/// Lists the caseload, or the people who answer to the words given.
pub fn list(caseload: &Caseload, matches: &ArgMatches, call: &Call) {
    let query: Vec<&str> =
        matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    let files: Vec<_> = if query.is_empty() {
        caseload.files.values().collect()
    } else {
        people::matching(caseload, &query.join(" "))
    };
    // What a program or a spreadsheet takes away is used elsewhere: a table is only looked at.
    let goes_out = call.format != Format::Table;
    let (left_out, files): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| goes_out && people::is_limited(file, call));
    let pack = Pack::default();
    let rows: Vec<Row> = files.iter().map(|file| row(file, &pack, call)).collect();
    match call.format {
        Format::Json => output::json(&rows),
        Format::Table if rows.is_empty() => output::line(&call.words.get("out-nobody")),
        Format::Table | Format::Csv => table(&rows, &files, call),
    }
    people::tell_left_out(left_out.len(), call);
}

fn row(file: &File, pack: &Pack, call: &Call) -> Row {
    Row::of(file, pack, call.as_of, !call.no_names)
}

fn table(rows: &[Row], files: &[&std::sync::Arc<File>], call: &Call) {
    let header =
        ["out-name", "out-birth", "out-commune", "out-lot", "out-state", "out-last-interview", "out-alerts"];
    let header = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let cells = rows.iter().zip(files).map(|(row, file)| {
        let state = State::of(file, call.as_of).pathway();
        let cells = vec![
            people::listed_name(file, call),
            call.date(row.birth_date),
            row.commune.as_deref().map_or("–", |code| commune_name(code)).to_owned(),
            row.lot.unwrap_or("–").to_owned(),
            call.words.label(state).into_owned(),
            call.date_or_dash(row.last_interview),
            row.findings.join(" "),
        ];
        (Some(file.as_ref()), cells)
    });
    people::rows(header, cells.collect(), call);
}

/// The official name of a commune, or its code when it is not one of the 71.
fn commune_name(code: &str) -> &str {
    communes::by_code(code).map_or(code, |commune| commune.name)
}

/// Shows one file.
///
/// # Errors
/// Nobody or several people answer to the name.
pub fn show(caseload: &Caseload, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let file = people::find(caseload, wanted, call)?;
    let row = row(file, &Pack::default(), call);
    match call.format {
        Format::Json => output::json(&whole(file, &row, call)),
        Format::Csv => happened(file, call),
        Format::Table => {
            table(&[row], &[file], call);
            output::line("");
            happened(file, call);
        }
    }
    Ok(())
}

/// Writes everything dated in a file, oldest first.
fn happened(file: &File, call: &Call) {
    let header = ["out-date", "out-kind", "out-what"].map(|id| call.words.get(id).into_owned());
    let mut dated = dated(file, call);
    dated.sort_by_key(|(date, ..)| *date);
    let row = |(date, kind, text)| vec![call.date_or_dash(date), call.words.get(kind).into_owned(), text];
    output::rows(&header, &dated.into_iter().map(row).collect::<Vec<_>>(), call.format);
}

/// The day, kind and text of each thing of a file. Without names, what is in somebody's own words
/// is left out as well: it may name anyone.
fn dated(file: &File, call: &Call) -> Vec<(Option<NaiveDate>, &'static str, String)> {
    let words = &call.words;
    let own = |text: &str| if call.no_names { String::new() } else { text.to_owned() };
    let said = |parts: &[&str]| parts.join("  ").trim_end().to_owned();
    let interviews = file.interviews.iter().map(|it| {
        let minutes = it.value.duration_min.map_or_else(String::new, |minutes| format!(" {minutes} min"));
        let outcome = format!("{}{minutes}", words.label(it.value.outcome));
        let record = own(it.value.record.lines().next().unwrap_or_default());
        (Some(it.value.date), "out-interview", said(&[&outcome, &record]))
    });
    let steps = file.steps.iter().map(|it| {
        let title = if call.no_names { words.label(it.value.category).into() } else { own(&it.value.title) };
        let text = said(&[&words.label(it.value.status), &title]);
        (it.value.starts_on.or(it.value.proposed_on), "out-step", text)
    });
    let contacts = file.contacts.iter().map(|it| {
        let text = said(&[&words.label(it.value.kind), &own(&it.value.result)]);
        (Some(it.value.date), "out-contact", text)
    });
    let decisions = file.decisions.iter().map(|it| {
        let text = said(&[&words.label(it.value.business), &words.label(it.value.ruling)]);
        (Some(it.value.session_on), "out-decision", text)
    });
    let employments = file.employments.iter().map(|it| {
        let employer = own(it.value.employer.as_deref().unwrap_or_default());
        (Some(it.value.starts_on), "out-employment", said(&[&words.label(it.value.kind), &employer]))
    });
    let trainings = file
        .trainings
        .iter()
        .map(|it| (it.value.first_day(), "out-training", said(&[&own(&it.value.title)])));
    let evidence = file
        .evidence
        .iter()
        .map(|it| (it.value.day(), "out-evidence", words.label(it.value.kind).into_owned()));
    let diagnoses = file.diagnoses.iter().map(|it| {
        let proposal = it.value.proposal.map(|it| words.label(it)).unwrap_or_default();
        (Some(it.value.made_on), "out-diagnosis", said(&[&proposal]))
    });
    let barriers = file.barriers.iter().map(|it| {
        let (theme, state) = (words.label(it.value.theme), words.label(it.value.state));
        (Some(it.value.seen_on), "out-barrier", said(&[&theme, &state, &own(&it.value.situation)]))
    });
    let goals = file.goals.iter().map(|it| {
        let text = said(&[&words.label(it.value.state), &own(&it.value.title)]);
        (Some(it.value.agreed_on), "out-goal", text)
    });
    let cases = file
        .special_cases
        .iter()
        .map(|it| (Some(it.value.prepared_on), "out-special_case", words.label(it.value.state).into_owned()));
    let positionings = file.positionings.iter().map(|it| {
        let text = said(&[&words.label(it.value.result), &own(&it.value.title)]);
        (Some(it.value.on), "out-positioning", text)
    });
    let parameters = Pack::default().at(call.as_of);
    let submissions = file.submissions.iter().map(|it| {
        let state = words.label(state_of(file, &it.value, &parameters));
        (Some(it.value.session_on), "out-submission", said(&[&words.label(it.value.business), &state]))
    });
    let recommendations = file
        .recommendations
        .iter()
        .map(|it| (it.value.due_on, "out-recommendation", said(&[&own(&it.value.title)])));
    let happened = interviews.chain(steps).chain(contacts).chain(decisions);
    let happened = happened.chain(employments).chain(trainings).chain(evidence);
    let happened = happened.chain(diagnoses).chain(barriers).chain(goals).chain(cases).chain(positionings);
    let happened = happened.chain(submissions).chain(recommendations);
    happened.chain(skills(file, call)).chain(referents(file, call)).chain(esf_records(file, call)).collect()
}

/// The skills booklet.
fn skills(file: &File, call: &Call) -> Vec<(Option<NaiveDate>, &'static str, String)> {
    let told = |it: &Current<Skill>| {
        let title = if call.no_names { "" } else { it.value.title.as_str() };
        let text = format!("{}  {title}", call.words.label(it.value.level));
        (Some(it.value.seen_on), "out-skill", text.trim_end().to_owned())
    };
    file.skills.iter().map(told).collect()
}

/// What the European Social Fund asks.
fn esf_records(file: &File, call: &Call) -> Vec<(Option<NaiveDate>, &'static str, String)> {
    let told = |it: &Current<EsfRecord>| {
        let status = it.value.status.map(|it| call.words.label(it)).unwrap_or_default();
        (Some(it.value.entered_on), "out-esf_record", status.into_owned())
    };
    file.esf_records.iter().map(told).collect()
}

/// Who follows the person, from which day on.
fn referents(file: &File, call: &Call) -> Vec<(Option<NaiveDate>, &'static str, String)> {
    let told = |it: &Current<Referent>| {
        let why = it.value.change.map(|it| call.words.label(it).into_owned());
        let name = (!call.no_names).then(|| it.value.name.clone());
        let text = [name, why].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        (Some(it.value.since), "out-referent", text)
    };
    file.referents.iter().map(told).collect()
}

/// Members that hold somebody's own words, in which anyone may be named.
const OWN_WORDS: &[&str] = &[
    "record",
    "place",
    "result",
    "reason",
    "title",
    "partner",
    "prescriber",
    "prescriber_agent",
    "destination",
    "wants_work_note",
    "needs_support_note",
    "can_follow_note",
    "employer",
    "siret",
    "short_hours_basis",
    "provider",
    "checked_by",
    "refused_because",
    "note",
    "name",
    "situation",
    "action",
    "measure",
    "obstacles",
    "capacities",
    "realistic_steps",
    "plan",
    "first_step",
    "reasons",
    "other_support",
    "plie_role",
    "evaluation",
    "job",
    "prospects",
    "occupation",
    "end_reason",
    "replaced_by",
    "relation",
    "difficulties",
    "partners",
    "verified_by",
    "opinion_text",
    "override_because",
    "override_by",
    "lifted_because",
    "chair_france_travail",
    "chair_utas",
    "action_managers",
    "accompaniment",
    "companies",
    "deputy",
    "head",
    "assistant",
    "experts",
    "excused",
    "description",
    "structure",
    "sector",
    "contact",
    "phone",
    "relay",
    "email",
];

/// Takes the members that hold somebody's own words out of a thing and of what is in it.
pub fn forget_own_words(value: &mut Value) {
    if let Some(members) = value.as_object_mut() {
        members.retain(|name, _| !OWN_WORDS.contains(&name.as_str()));
        members.values_mut().for_each(forget_own_words);
    }
}

/// A thing of a file as JSON, with its journal names; without names, without own words.
pub fn with_id<T: Recorded>(it: &Current<T>, call: &Call) -> Value {
    let mut value = body_value(&it.value.clone().into_body());
    if call.no_names {
        forget_own_words(&mut value);
    }
    if let Some(members) = value.as_object_mut() {
        members.insert("id".to_owned(), json!(it.id));
    }
    value
}

/// Where the candidature stands, what it lacks and what is worth a second look, by codes.
fn candidature(file: &File, call: &Call) -> Value {
    let state = State::of(file, call.as_of);
    let it = Candidature::of(&state);
    json!({
        "state": it.stage,
        "dropped": it.dropped.map(|it| json!({ "on": it.on, "reason": it.reason })),
        "missing": it.lacks,
        "missing_before_next": it.missing_before_next().collect::<Vec<_>>(),
        "to_check": concerns(&state),
    })
}

/// The whole file as JSON: the row of the list, and every thing with its journal names. Without
/// names, neither who the person is nor what is in somebody's own words.
fn whole(file: &File, row: &Row, call: &Call) -> Value {
    fn all<T: Recorded>(file: &File, call: &Call) -> Value {
        T::list(file).iter().map(|it| with_id(it, call)).collect()
    }
    let mut whole = serde_json::to_value(row).expect("a row has string keys");
    let members = whole.as_object_mut().expect("a row is an object");
    if !call.no_names {
        members.insert("identity".to_owned(), body_value(&Body::Person(file.person.value.clone())));
    }
    members.insert("candidature".to_owned(), candidature(file, call));
    members.insert("enrolments".to_owned(), all::<Enrolment>(file, call));
    members.insert("interviews".to_owned(), all::<Interview>(file, call));
    members.insert("steps".to_owned(), all::<Step>(file, call));
    members.insert("contacts".to_owned(), all::<Contact>(file, call));
    members.insert("decisions".to_owned(), all::<Decision>(file, call));
    members.insert("employments".to_owned(), all::<Employment>(file, call));
    members.insert("trainings".to_owned(), all::<Training>(file, call));
    members.insert("evidence".to_owned(), all::<Evidence>(file, call));
    members.insert("diagnoses".to_owned(), all::<Diagnosis>(file, call));
    members.insert("barriers".to_owned(), all::<Barrier>(file, call));
    members.insert("goals".to_owned(), all::<Goal>(file, call));
    members.insert("special_cases".to_owned(), all::<SpecialCase>(file, call));
    members.insert("positionings".to_owned(), all::<Positioning>(file, call));
    members.insert("submissions".to_owned(), all::<Submission>(file, call));
    members.insert("recommendations".to_owned(), all::<Recommendation>(file, call));
    members.insert("referents".to_owned(), all::<Referent>(file, call));
    members.insert("skills".to_owned(), all::<Skill>(file, call));
    members.insert("esf_records".to_owned(), all::<EsfRecord>(file, call));
    members.insert("esf_missing".to_owned(), json!(missing_at_entry(file, call.as_of)));
    members.insert("limitations".to_owned(), all::<Limitation>(file, call));
    members.insert("assignments".to_owned(), all::<Assignment>(file, call));
    whole
}
