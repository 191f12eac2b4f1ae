//! `evidence`: the pieces of a file, what the commission still asks for, and the files attached to
//! them, in and out.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format, day};
use super::fail::{Exit, Fail};
use super::{output, people};
use crate::domain::codes::ExitReason;
use crate::domain::evidence::{
    Demand, Evidence, EvidenceForm, EvidenceKind, Gate, Standing, Wanted, missing,
};
use crate::domain::file::{Current, File};
use crate::domain::parameters::Pack;
use crate::usecase::attachments::Attaching;
use crate::usecase::error::Error;
use crate::usecase::session::Session;

/// Lists, attaches or extracts.
///
/// # Errors
/// Nobody or several people answer to the name; no such piece; those of attaching and extracting.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    match matches.subcommand() {
        Some(("attach", matches)) => attach(session, matches, call),
        Some(("extract", matches)) => extract(session, matches, call),
        Some((_, matches)) => list(session, matches, call),
        None => Ok(()),
    }
}

fn list(session: &Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let file = people::find(session.caseload(), person_of(matches), call)?;
    let gate = match matches.get_one::<String>("for").map(String::as_str) {
        None | Some("entree") => Gate::Entry,
        Some(code) => Gate::Exit(ExitReason::from_code(code).ok_or_else(|| unknown(code))?),
    };
    let lacking = missing(file, gate, call.as_of, &Pack::default().at(call.as_of));
    if call.format == Format::Json {
        output::json(&json!({
            "person": file.id.to_string(),
            "evidence": file.evidence.iter().map(|it| whole(it, call)).collect::<Vec<_>>(),
            "missing": lacking.iter().map(asked).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let header =
        ["out-id", "out-evidence", "out-dated", "out-valid", "out-received", "out-checked", "out-file"];
    let header: Vec<String> = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let rows: Vec<Vec<String>> = file.evidence.iter().map(|it| cells(it, call)).collect();
    output::rows(&header, &rows, call.format);
    if call.format == Format::Table {
        output::line(&call.words.filled("out-missing", [("gate", call.words.gate(gate).as_str())]));
        lacking.iter().for_each(|it| output::line(&format!("  {}", call.words.demand(it))));
    }
    Ok(())
}

fn attach(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let file = people::find(session.caseload(), person_of(matches), call)?.clone();
    let (replaces, mut evidence) = match matches.get_one::<String>("to") {
        Some(id) => {
            let found = piece(&file, id)?;
            (Some((found.id, found.entry)), found.value.clone())
        }
        None => {
            let code = matches.get_one::<String>("kind").map_or("", String::as_str);
            let kind = EvidenceKind::from_code(code).ok_or_else(|| unknown(code))?;
            let mut evidence = Evidence::new(kind);
            (evidence.received_on, evidence.form) = (Some(call.now.today), Some(EvidenceForm::Copy));
            (None, evidence)
        }
    };
    if let Some(text) = matches.get_one::<String>("dated") {
        evidence.dated_on = Some(day(text)?);
    }
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default().display().to_string();
    session.attach(Attaching { person: file.id, replaces, evidence, path }, call.now)?;
    let latest = session.file(file.id)?.evidence.iter().max_by_key(|it| it.entry.sequence);
    if let Some(it) = latest {
        match call.format {
            Format::Json => output::json(&whole(it, call)),
            Format::Table | Format::Csv => output::line(&cells(it, call).join("  ")),
        }
    }
    Ok(())
}

fn extract(session: &Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let file = people::find(session.caseload(), person_of(matches), call)?;
    let found = piece(file, matches.get_one::<String>("id").map_or("", String::as_str))?;
    let to = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let attachment = session.extract(file.id, found.id, &to)?;
    match call.format {
        Format::Json => output::json(&json!({
            "file": to, "kind": attachment.kind, "size": attachment.size, "sha256": attachment.sha256,
        })),
        Format::Table | Format::Csv => output::line(&to.display().to_string()),
    }
    Ok(())
}

fn person_of(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("person").map_or("", String::as_str)
}

fn unknown(code: &str) -> Fail {
    Fail::new(Exit::Usage, "usage-unknown", &[("what", code.to_owned()), ("command", "evidence".to_owned())])
}

/// The piece whose identifier starts so, if there is only one.
fn piece<'a>(file: &'a File, id: &str) -> Result<&'a Current<Evidence>, Fail> {
    let mut found = file.evidence.iter().filter(|it| !id.is_empty() && it.id.to_string().starts_with(id));
    match (found.next(), found.next()) {
        (Some(it), None) => Ok(it),
        (Some(_) | None, _) => Err(Error::NoSuchAttachment.into()),
    }
}

fn cells(it: &Current<Evidence>, call: &Call) -> Vec<String> {
    let value = &it.value;
    let attached = value.attachment.as_ref().map_or_else(String::new, |attachment| {
        let kind = call.words.label(attachment.kind);
        let name = if call.no_names { String::new() } else { format!("{} ", attachment.name) };
        format!("{name}{kind}")
    });
    let id: String = it.id.to_string().chars().take(8).collect();
    let dates = [value.dated_on, value.valid_until, value.received_on, value.checked_on];
    let mut cells = vec![id, call.words.label(value.kind).into_owned()];
    cells.extend(dates.map(|date| call.date_or_dash(date)));
    cells.push(attached);
    cells
}

fn whole(it: &Current<Evidence>, call: &Call) -> Value {
    super::caseload::with_id(it, call)
}

fn asked(demand: &Demand) -> Value {
    let what = match demand.wanted {
        Wanted::Claim(it) => it.code(),
        Wanted::Proof(it) => it.code(),
    };
    let lack = match demand.standing {
        Standing::Met(_) => None,
        Standing::Lacking(lack, _) => Some(lack.code()),
    };
    let (from, to) = demand.period.map_or((None, None), |(from, to)| (Some(from), to));
    json!({ "kind": what, "lack": lack, "from": from, "to": to })
}
