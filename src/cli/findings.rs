//! `due` and `why`: what the rules find, in words and in the JSON of the documented interface.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail, message};
use super::{output, people};
use crate::domain::file::File;
use crate::domain::id::ObjectId;
use crate::domain::office::{Absence, Kept as _};
use crate::domain::parameters::{Pack, ParameterKey};
use crate::domain::rules::{self, AlertCode, Finding, StationAlert, StationFinding, Weighed};
use crate::domain::state::State;
use crate::journal::fold::Caseload;

/// What starts a clock.
#[derive(Serialize)]
struct Start {
    kind: &'static str,
    id: String,
    date: NaiveDate,
}

/// One finding, with the field names of the interface: about nobody, it is about the station.
#[derive(Serialize)]
struct Row {
    person: Option<String>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    code: &'static str,
    rule: &'static str,
    article: &'static str,
    severity: &'static str,
    status: &'static str,
    strict: bool,
    starts_with: Option<Start>,
    since: NaiveDate,
    due: NaiveDate,
    days: i64,
    causes: Vec<&'static str>,
    clears: Vec<String>,
    parameters: Map<String, Value>,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    weighed: Option<Vec<Input>>,
}

/// One thing that a finding weighed.
#[derive(Serialize)]
struct Input {
    kind: &'static str,
    id: String,
    date: Option<NaiveDate>,
    weight: &'static str,
}

/// Lists the findings of everybody: announced as long before as their rules say, or as many days
/// before as asked.
///
/// # Errors
/// An alert code that does not exist.
pub fn due(caseload: &Caseload, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let codes = wanted_codes(matches)?;
    let horizon = matches.get_one::<u32>("horizon").copied();
    let pack = Pack::default();
    let mut rows = Vec::new();
    let (limited, others): (Vec<_>, Vec<_>) =
        caseload.files.values().partition(|file| people::is_limited(file, call));
    for file in others {
        let found = match horizon {
            Some(days) => rules::findings_within(file, &pack, call.as_of, days),
            None => rules::findings(file, &pack, call.as_of),
        };
        let kept = found.into_iter().filter(|it| codes.wants(it.code.code()));
        rows.extend(kept.map(|finding| (finding, file.as_ref())));
    }
    rows.sort_by(|(a, of_a), (b, of_b)| a.rank().cmp(&b.rank()).then(of_a.id.cmp(&of_b.id)));
    let of_station = match horizon {
        Some(days) => rules::station_findings_within(&caseload.office, &pack, call.as_of, days),
        None => rules::station_findings(&caseload.office, &pack, call.as_of),
    };
    let of_station: Vec<_> = of_station.into_iter().filter(|it| codes.wants(it.code.code())).collect();
    write(&of_station, &rows, call);
    people::tell_left_out(limited.len(), call);
    Ok(())
}

/// Explains the findings of one person, with every input that was weighed.
///
/// # Errors
/// Nobody or several people answer to the name; an alert code that does not exist.
pub fn why(caseload: &Caseload, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let codes = wanted_codes(matches)?;
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let file = people::find(caseload, wanted, call)?;
    let found = rules::findings(file, &Pack::default(), call.as_of).into_iter();
    let rows: Vec<_> =
        found.filter(|it| codes.wants(it.code.code())).map(|finding| (finding, file.as_ref())).collect();
    match call.format {
        Format::Json => {
            let state = State::of(file, call.as_of);
            let mut rows: Vec<Row> = rows
                .iter()
                .map(|(finding, file)| Row {
                    weighed: Some(inputs(&state, finding)),
                    ..row(finding, file, call)
                })
                .collect();
            sort(&mut rows);
            output::json(&rows);
        }
        Format::Table if !rows.is_empty() => {
            output::line(&people::described(file, call));
            let state = State::of(file, call.as_of);
            rows.iter().for_each(|(finding, _)| explain(finding, &state, call));
        }
        Format::Table | Format::Csv => write(&[], &rows, call),
    }
    if people::is_limited(file, call) {
        output::error(&call.words.get("out-limited-no-alert"));
    }
    Ok(())
}

fn explain(finding: &Finding, state: &State<'_>, call: &Call) {
    let said = call.words.explain(finding);
    output::line(&format!("{}  {}", finding.code.code(), said.title));
    output::line(&format!("  {}", said.why));
    for clears in said.clears {
        output::line(&format!("  → {clears}"));
    }
    for it in rules::weighed(state, finding) {
        let said = [
            ("date", call.date_or_dash(it.date)),
            ("kind", call.words.label(it.kind).into_owned()),
            ("weight", call.words.label(it.weight).into_owned()),
        ];
        output::line(&format!("    {}", message("out-weighed", &said, &call.words)));
    }
}

fn inputs(state: &State<'_>, finding: &Finding) -> Vec<Input> {
    let weighed = rules::weighed(state, finding).into_iter();
    let input = |it: Weighed| Input {
        kind: it.kind.code(),
        id: it.id.to_string(),
        date: it.date,
        weight: it.weight.code(),
    };
    weighed.map(input).collect()
}

/// The codes that were asked for; none is all of them.
struct Codes(Vec<&'static str>);

impl Codes {
    fn wants(&self, code: &str) -> bool {
        self.0.is_empty() || self.0.contains(&code)
    }
}

fn wanted_codes(matches: &ArgMatches) -> Result<Codes, Fail> {
    let of_people = AlertCode::ALL.iter().map(|it| it.code());
    let known: Vec<&'static str> = of_people.chain(StationAlert::ALL.iter().map(|it| it.code())).collect();
    let given = matches.get_many::<String>("code").into_iter().flatten();
    let codes = given.map(|text| {
        let wanted = text.to_uppercase();
        known.iter().copied().find(|code| *code == wanted).ok_or_else(|| {
            let args = [("value", text.clone()), ("codes", known.join(", "))];
            Fail::new(Exit::Usage, "unknown-code", &args)
        })
    });
    Ok(Codes(codes.collect::<Result<_, _>>()?))
}

/// Writes what is found: of the station first, whose findings are few.
fn write(of_station: &[StationFinding], rows: &[(Finding, &File)], call: &Call) {
    match call.format {
        Format::Json => output::json(&in_order(of_station, rows, call)),
        Format::Table if rows.is_empty() && of_station.is_empty() => {
            output::line(&call.words.get("out-nothing-due"));
        }
        Format::Table | Format::Csv => {
            let words = &call.words;
            let header =
                ["out-name", "out-alert", "out-status", "out-since", "out-due", "out-days", "out-reason"];
            let header = header.iter().map(|id| words.get(id).into_owned()).collect();
            let of_station = of_station.iter().map(|finding| (None, station_cells(finding, call)));
            let of_people = rows.iter().map(|(finding, file)| (Some(*file), cells(finding, file, call)));
            people::rows(header, of_station.chain(of_people).collect(), call);
        }
    }
}

/// The interface sorts by person, then date; tables by what presses most.
fn in_order(of_station: &[StationFinding], rows: &[(Finding, &File)], call: &Call) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.iter().map(|(finding, file)| row(finding, file, call)).collect();
    rows.extend(of_station.iter().map(|finding| station_row(finding, call)));
    sort(&mut rows);
    rows
}

fn sort(rows: &mut [Row]) {
    rows.sort_by(|a, b| (&a.person, a.due, a.code).cmp(&(&b.person, b.due, b.code)));
}

fn cells(finding: &Finding, file: &File, call: &Call) -> Vec<String> {
    vec![
        people::shown_name(file, call),
        finding.code.code().to_owned(),
        call.words.label(finding.status).into_owned(),
        call.date(finding.since()),
        call.date(finding.due),
        finding.days.to_string(),
        call.words.reason(finding),
    ]
}

fn station_cells(finding: &StationFinding, call: &Call) -> Vec<String> {
    vec![
        call.words.get("out-station").into_owned(),
        finding.code.code().to_owned(),
        call.words.label(finding.status).into_owned(),
        call.date(finding.since),
        call.date(finding.due),
        finding.days.to_string(),
        call.words.station_reason(finding),
    ]
}

fn station_row(finding: &StationFinding, call: &Call) -> Row {
    let start =
        |subject: ObjectId| Start { kind: Absence::KIND, id: subject.to_string(), date: finding.since };
    Row {
        person: None,
        reference: None,
        name: None,
        code: finding.code.code(),
        rule: finding.rule(),
        article: finding.code.article(),
        severity: finding.severity.code(),
        status: finding.status.code(),
        strict: false,
        starts_with: finding.subject.map(start),
        since: finding.since,
        due: finding.due,
        days: finding.days,
        causes: vec![finding.cause.code()],
        clears: vec![call.words.station_clearing(finding)],
        parameters: parameters(&finding.parameters),
        why: call.words.station_why(finding),
        weighed: None,
    }
}

fn parameters(applied: &[(ParameterKey, u32)]) -> Map<String, Value> {
    applied.iter().map(|(key, value)| (key.code().to_owned(), json!(value))).collect()
}

fn row(finding: &Finding, file: &File, call: &Call) -> Row {
    let said = call.words.explain(finding);
    let start = finding.starts_with;
    Row {
        person: Some(file.id.to_string()),
        reference: file.person.value.reference.clone(),
        name: (!call.no_names).then(|| file.person.value.display_name()),
        code: finding.code.code(),
        rule: finding.rule(),
        article: finding.article(),
        severity: finding.severity.code(),
        status: finding.status.code(),
        strict: finding.is_strict(),
        starts_with: Some(Start { kind: start.kind.code(), id: start.id.to_string(), date: start.date }),
        since: finding.since(),
        due: finding.due,
        days: finding.days,
        causes: finding.causes.iter().map(|cause| cause.code()).collect(),
        clears: said.clears,
        parameters: parameters(&finding.parameters),
        why: said.why,
        weighed: None,
    }
}
