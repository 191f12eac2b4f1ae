//! `person`: the rights of somebody over what is kept of them.

use clap::ArgMatches;
use serde_json::json;

use super::call::{Call, Format, day};
use super::fail::{Exit, Fail, message};
use super::{dossier, output, people};
use crate::domain::erasure::{Erasure, ErasureReason};
use crate::domain::file::Current;
use crate::domain::legal_hold::HoldReason;
use crate::domain::parameters::Pack;
use crate::domain::retention;
use crate::ui::screen::rights::told;
use crate::usecase::session::Session;

/// Erases somebody, or shows the certificates of those who were.
///
/// # Errors
/// Nobody or several people answer to the name; those of erasing.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    match matches.subcommand() {
        Some(("erase", matches)) => erase(session, matches, call),
        Some(("export", matches)) => dossier::export(session, matches, call),
        Some(("hold", matches)) => hold(session, matches, call),
        Some(("due", _)) => {
            due(session, call);
            Ok(())
        }
        Some(("certificate", matches)) => certificate(session, matches, call),
        Some(_) | None => Ok(()),
    }
}

fn erase(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let file = people::find(session.caseload(), wanted, call)?.clone();
    let reason = matches.get_one::<String>("reason").map_or("", String::as_str);
    let reason = ErasureReason::from_code(reason).unwrap_or(ErasureReason::Request);
    let plan = session.look_at_erasure(file.id)?;
    if !matches.get_flag("yes") {
        if call.format == Format::Json {
            output::json(&json!({
                "person": file.id, "done": false, "entries": plan.entries,
                "attachments": plan.attachments, "drafts": plan.reach.drafts,
                "copies": plan.reach.copies, "residue": plan.residue,
                "named": plan.named.iter().map(|it| json!({ "kind": it.kind, "person": it.whose, "date": it.day })).collect::<Vec<_>>(),
            }));
            return Ok(());
        }
        let name = people::shown_name(&file, call);
        let counts = [
            ("name", name),
            ("entries", plan.entries.to_string()),
            ("attachments", plan.attachments.to_string()),
            ("drafts", plan.reach.drafts.to_string()),
            ("copies", plan.reach.copies.len().to_string()),
        ];
        output::line(&message("out-erase-would", &counts, &call.words));
        plan.reach.copies.iter().for_each(|path| output::line(&format!("  {}", path.display())));
        output::line(&call.words.get("out-erase-kept"));
        told::residue(&plan.residue, &call.words).iter().for_each(|line| output::line(line));
        output::line(&call.words.get("out-erase-elsewhere"));
        output::line(&call.words.get("out-erase-own-pages"));
        let name_of = |person| {
            let file = session.caseload().files.get(&person);
            file.map(|file| people::shown_name(file, call)).unwrap_or_default()
        };
        told::named(&plan.named, name_of, &call.words).iter().for_each(|line| output::line(line));
        let is_held = session.hold_of(file.id, call.now.today).is_some();
        output::line(&call.words.get(if is_held { "err-legal-hold" } else { "out-erase-held" }));
        output::line(&call.words.get("out-erase-not-done"));
        return Ok(());
    }
    session.erase(file.id, reason, call.now)?;
    let made = session.certificates().iter().rev().find(|it| it.value.person == file.id);
    if let Some(made) = made {
        tell(made, call);
    }
    Ok(())
}

fn hold(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let person = people::find(session.caseload(), wanted, call)?.id;
    let until = matches.get_one::<String>("until").map(|text| day(text)).transpose()?;
    let lifted = matches.get_flag("lift");
    let reason = matches.get_one::<String>("reason").and_then(|code| HoldReason::from_code(code));
    session.hold(person, reason, until, lifted, call.now)?;
    match call.format {
        Format::Json => {
            output::json(&json!({ "person": person, "reason": reason, "until": until, "lifted": lifted }))
        }
        Format::Table | Format::Csv => {
            output::line(&call.words.get(if lifted { "out-hold-lifted" } else { "out-hold-set" }));
        }
    }
    Ok(())
}

/// Files that are, or soon will be, kept for too long. Nothing is erased.
fn due(session: &Session, call: &Call) {
    let files = session.caseload().files.values().map(AsRef::as_ref);
    let listed = retention::list(files, &Pack::default(), call.as_of);
    if call.format == Format::Json {
        let told = listed.iter().map(|(file, it)| {
            json!({
                "person": file.id, "last_contact": it.last_contact, "due": it.due,
                "status": if it.due <= call.as_of { "due" } else { "soon" },
            })
        });
        output::json(&told.collect::<Vec<_>>());
        return;
    }
    let header = ["out-name", "out-last-contact", "out-keep-until", "out-status"];
    let header: Vec<String> = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let rows = listed.iter().map(|(file, it)| {
        let status = if it.due <= call.as_of { "out-kept-too-long" } else { "out-kept-soon" };
        let dates = [it.last_contact, it.due].map(|day| call.date(day));
        let [last, due] = dates;
        (Some(*file), vec![people::shown_name(file, call), last, due, call.words.get(status).into_owned()])
    });
    people::rows(header, rows.collect(), call);
}

fn certificate(session: &Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("number").map_or("", String::as_str);
    let found: Vec<_> =
        session.certificates().iter().filter(|it| it.value.person.to_string().starts_with(wanted)).collect();
    match (wanted.is_empty(), found.as_slice()) {
        (false, [one]) => tell(one, call),
        (false, _) => return Err(Fail::new(Exit::Failed, "no-certificate", &[])),
        (true, _) if call.format == Format::Json => {
            output::json(&found.iter().map(|it| whole(it)).collect::<Vec<_>>());
        }
        (true, _) => {
            let header = ["out-id", "out-date", "out-erase-reason", "out-erase-by", "out-erase-entries"];
            let header: Vec<String> = header.iter().map(|id| call.words.get(id).into_owned()).collect();
            let rows: Vec<Vec<String>> = found.iter().map(|it| cells(it, call)).collect();
            output::rows(&header, &rows, call.format);
        }
    }
    Ok(())
}

fn cells(it: &Current<Erasure>, call: &Call) -> Vec<String> {
    vec![
        it.value.person.to_string(),
        call.date(it.written_at.date_naive()),
        call.words.label(it.value.reason).into_owned(),
        it.value.by.clone(),
        it.value.entries.to_string(),
    ]
}

/// The certificate, as it is printed and given.
fn tell(it: &Current<Erasure>, call: &Call) {
    if call.format == Format::Json {
        output::json(&whole(it));
        return;
    }
    told::certificate(it, &call.words).iter().for_each(|line| output::line(line));
}

fn whole(it: &Current<Erasure>) -> serde_json::Value {
    let mut value = serde_json::to_value(&it.value).expect("a certificate has string keys");
    value["at"] = json!(it.written_at);
    value["entry"] = json!(it.entry.sequence);
    value
}
