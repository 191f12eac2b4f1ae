//! `print`: documents as text files of 80 columns, to be printed, signed or taken to the commission. Each is
//! written to a new file that the user names, and the journal keeps a line of it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::call::{Call, Format, day};
use super::fail::{Exit, Fail};
use super::{output, people};
use crate::document::{
    Maker, agenda, attendance, dossier, email, minutes, next_session, on_the_agenda, review, submission_of,
};
use crate::domain::codes::StationRole;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::office::CommissionSession;
use crate::usecase::printing::DocumentAsked;
use crate::usecase::session::Session;

/// Writes one document.
///
/// # Errors
/// Nobody or several people answer to the name; there is no session ahead, or nothing to print; the file
/// exists or cannot be written; names are to be kept out, which no document is without.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    if call.no_names {
        return Err(Fail::new(Exit::Usage, "print-names", &[]));
    }
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let station = session.caseload().station.as_ref().map_or_else(String::new, |it| it.name.clone());
    let maker = Maker { station: &station, today: call.now.today };
    let made = match name {
        "dossier" => one_dossier(session, matches, &maker, call)?,
        "email" => one_email(session, matches, &maker, call)?,
        "agenda" | "session" => of_session(name, session, matches, &maker, call)?,
        "minutes" => of_minutes(session, matches, &maker, call)?,
        _ => {
            let on = session_day(session, matches, call)?;
            Made {
                people: Vec::new(),
                text: attendance::written(on, noted(session, on), &maker, &call.words),
                left_out: 0,
            }
        }
    };
    let path = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let asked = DocumentAsked { path: path.display().to_string(), people: made.people, text: made.text };
    session.write_document(&asked, call.now)?;
    match call.format {
        Format::Json => output::json(&json!({ "file": path, "people": asked.people.len() })),
        Format::Table | Format::Csv => output::line(&path.display().to_string()),
    }
    people::tell_left_out(made.left_out, call);
    Ok(())
}

/// A document, who is in it, and how many people were left out of it.
struct Made {
    people: Vec<PersonId>,
    text: String,
    left_out: usize,
}

fn wanted<'a>(session: &'a Session, matches: &ArgMatches, call: &Call) -> Result<&'a File, Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    Ok(people::find(session.caseload(), wanted, call)?.as_ref())
}

fn one_dossier(
    session: &Session,
    matches: &ArgMatches,
    maker: &Maker<'_>,
    call: &Call,
) -> Result<Made, Fail> {
    let file = wanted(session, matches, call)?;
    let submission =
        submission_of(file).ok_or_else(|| Fail::new(Exit::Failed, "print-not-submitted", &[]))?;
    let text = dossier::written(file, submission, maker, &call.words);
    Ok(Made { people: vec![file.id], text, left_out: 0 })
}

fn one_email(session: &Session, matches: &ArgMatches, maker: &Maker<'_>, call: &Call) -> Result<Made, Fail> {
    let file = wanted(session, matches, call)?;
    let text = email::written(file, call.as_of, maker.station, &call.words);
    let text = text.ok_or_else(|| Fail::new(Exit::Failed, "print-nothing-to-tell", &[]))?;
    Ok(Made { people: vec![file.id], text, left_out: 0 })
}

fn of_session(
    name: &str,
    session: &Session,
    matches: &ArgMatches,
    maker: &Maker<'_>,
    call: &Call,
) -> Result<Made, Fail> {
    let on = session_day(session, matches, call)?;
    let mut listed = on_the_agenda(session.caseload().files.values().map(AsRef::as_ref), on);
    let all = listed.len();
    // Whose processing is limited is left out of what goes out (GDPR, article 18).
    listed.retain(|(file, _)| !people::is_limited(file, call));
    let text = match name {
        "agenda" => agenda::written(&listed, on, maker, &call.words),
        _ => review::written(&listed, on, maker, &call.words),
    };
    Ok(Made { people: listed.iter().map(|(file, _)| file.id).collect(), text, left_out: all - listed.len() })
}

/// The minutes of a session: the centre alone knows everybody of whom it decided.
fn of_minutes(session: &Session, matches: &ArgMatches, maker: &Maker<'_>, call: &Call) -> Result<Made, Fail> {
    if session.caseload().station.as_ref().is_none_or(|it| it.role != StationRole::Team) {
        return Err(Fail::new(Exit::Failed, "print-minutes-elsewhere", &[]));
    }
    let on = match matches.get_one::<String>("session") {
        Some(text) => day(text)?,
        None => last_session(session, call)?,
    };
    let mut heard = minutes::heard(session.caseload().files.values().map(AsRef::as_ref), on);
    let all = heard.len();
    heard.retain(|it| !people::is_limited(it.file, call));
    let text = minutes::written(&heard, on, noted(session, on), maker, &call.words);
    Ok(Made { people: heard.iter().map(|it| it.file.id).collect(), text, left_out: all - heard.len() })
}

/// The last session of which anything was decided.
fn last_session(session: &Session, call: &Call) -> Result<NaiveDate, Fail> {
    let decisions = session.caseload().files.values().flat_map(|file| &file.decisions);
    let held = decisions.map(|it| it.value.session_on).filter(|day| *day <= call.as_of).max();
    held.ok_or_else(|| Fail::new(Exit::Failed, "print-no-session", &[]))
}

/// Who sat at the session of that day, when it is noted.
fn noted(session: &Session, on: NaiveDate) -> Option<&CommissionSession> {
    session.caseload().office.sessions.iter().rev().find(|it| it.value.date == on).map(|it| &it.value)
}

/// The session that is asked for, else the next one at which a file aims.
fn session_day(session: &Session, matches: &ArgMatches, call: &Call) -> Result<NaiveDate, Fail> {
    if let Some(text) = matches.get_one::<String>("session") {
        return day(text);
    }
    let files = session.caseload().files.values().map(AsRef::as_ref);
    next_session(files, call.as_of).ok_or_else(|| Fail::new(Exit::Failed, "print-no-session", &[]))
}
