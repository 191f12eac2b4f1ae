//! `export`, `inspect` and `key`: what goes out, what comes in, and whose keys.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail, sentence};
use super::{files, key_files, output, receiving, station};
use crate::domain::codes::StationRole;
use crate::exchange::bundle::code::Verdict;
use crate::exchange::bundle::name::short_name;
use crate::exchange::bundle::read::{self, Inspection, Reader};
use crate::exchange::fingerprint::Fingerprint;
use crate::exchange::recipient::Identity;
use crate::exchange::trust::{Place, Trust};
use crate::usecase::error::Error;
use crate::usecase::outcome::Failure;
use crate::usecase::session::Session;

/// Name of the list of who is trusted.
const TRUST_FILE: &str = "trust.json";

/// Ties a new station to its programme: the team founds it, a station takes its list and writes
/// its request to join.
///
/// # Errors
/// Wrong words, a list that is refused, files that cannot be read or written.
pub fn link(session: &mut Session, role: StationRole, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let out = matches.get_one::<PathBuf>("out").unwrap_or(&call.paths.data);
    match role {
        StationRole::Team => {
            let (signed, words) = session.found_programme(call.now)?;
            let path = out.join(TRUST_FILE);
            files::write_new(&path, &signed)?;
            said("out-founded", &path, &words, call);
        }
        StationRole::Counsellor | StationRole::Manager if matches.get_flag("demo-trust") => {
            session.found_demo(call.now)?;
        }
        StationRole::Counsellor | StationRole::Manager => {
            if let Some(path) = matches.get_one::<PathBuf>("trust") {
                let signed = files::read(path)?;
                let words = match matches.get_one::<String>("words") {
                    Some(words) => typed_words(words)?,
                    None => Trust::claimed_words(&signed).map_err(Error::from)?,
                };
                session.take_trust(&signed, Some(&words))?;
                if matches.get_one::<String>("words").is_none() {
                    said("out-compare-words", path, &words, call);
                }
            }
            join(session, out, call)?;
        }
    }
    Ok(())
}

/// Writes the station's request to be enrolled, and says the words that the team types. A request
/// written before is replaced: it says the same of the same station.
fn join(session: &mut Session, out: &Path, call: &Call) -> Result<(), Fail> {
    let (request, words) = session.join_request(call.now)?;
    let path = out.join(format!("enrol-{}.json", short_name(session.store().station())));
    files::replace(&path, &request)?;
    said("out-joining", &path, &words, call);
    Ok(())
}

/// A sentence, a file and eight words.
fn said(id: &str, path: &Path, words: &Fingerprint, call: &Call) {
    let words = words.words().join(" ");
    if call.format == Format::Json {
        output::json(&json!({ "what": id.trim_start_matches("out-"), "file": path, "words": words }));
    } else {
        output::line(&call.words.get(id));
        output::line(&format!("  {}", path.display()));
        output::line(&format!("  {words}"));
    }
}

fn typed_words(text: &str) -> Result<Fingerprint, Fail> {
    Fingerprint::from_words(text).map_err(|refusal| Fail::new(Exit::WrongKey, refusal.id(), &refusal.args()))
}

/// The keys of the station, enrolments, lists of who is trusted.
///
/// # Errors
/// Wrong words, not the team's station, files that cannot be read or written.
pub fn key(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    match matches.subcommand() {
        Some(("join", matches)) => {
            let out = matches.get_one::<PathBuf>("out").unwrap_or(&call.paths.data);
            join(session, out, call)?;
        }
        Some(("enrol", matches)) => enrol(session, matches, call)?,
        Some(("export", matches)) => key_files::export(session, matches, call)?,
        Some(("trust", matches)) => {
            let signed = file_of(matches)?;
            let words = matches.get_one::<String>("words").map(|text| typed_words(text)).transpose()?;
            let trust = session.take_trust(&signed, words.as_ref())?;
            output::line(&call.words.get("out-trusted"));
            output::line(&format!("  {}", trust.words().words().join(" ")));
        }
        Some(_) | None => {
            let words = session.keys()?.fingerprint().words().join(" ");
            let root = session.trust()?.map(|trust| trust.words().words().join(" "));
            if call.format == Format::Json {
                let station = session.store().station();
                output::json(&json!({ "station": station, "words": words, "root_words": root }));
            } else {
                output::line(&format!("{}  {words}", call.words.get("out-station-words")));
                if let Some(root) = root {
                    output::line(&format!("{}  {root}", call.words.get("out-root-words")));
                }
            }
        }
    }
    Ok(Exit::Done)
}

fn file_of(matches: &ArgMatches) -> Result<Vec<u8>, Fail> {
    matches.get_one::<PathBuf>("file").map_or_else(|| Ok(Vec::new()), |path| files::read(path))
}

/// Enrols a station, and writes the new list over the one that this station wrote before.
fn enrol(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let request = file_of(matches)?;
    let words = matches.get_one::<String>("words").map_or("", String::as_str);
    let signed = session.enrol(&request, &typed_words(words)?)?;
    let out = matches.get_one::<PathBuf>("out").unwrap_or(&call.paths.data);
    let path = out.join(TRUST_FILE);
    files::replace(&path, &signed)?;
    let root = Trust::claimed_words(&signed).map_err(Error::from)?;
    said("out-enrolled", &path, &root, call);
    Ok(())
}

/// Writes the next bundle.
///
/// # Errors
/// No key of the team is known, the folder cannot be written, the store's.
pub fn export(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let outbox = call.paths.data.join("outbox");
    let folder = matches.get_one::<PathBuf>("out").unwrap_or(&outbox);
    if session.store().role() == StationRole::Team {
        return receiving::answer(session, folder, call);
    }
    let since = matches.get_one::<u64>("since").copied();
    let export = session.export(folder, since, call.now)?;
    if call.format == Format::Json {
        let to: Vec<&str> = export.recipients.iter().map(|recipient| recipient.as_str()).collect();
        output::json(&json!({
            "file": export.path, "seq": export.seq, "from": export.from, "to": export.to,
            "entries": export.entries, "attachments": export.attachments, "left_out": export.left_out,
            "size": export.size, "recipients": to,
        }));
    } else {
        let args = [("number", export.seq.to_string()), ("entries", export.entries.to_string())];
        output::line(&sentence(&Failure { id: "export-done", args: args.to_vec() }, &call.words));
        output::line(&format!("  {}", export.path.display()));
    }
    if export.left_out > 0 {
        let args = vec![("count", export.left_out.to_string())];
        output::error(&sentence(&Failure { id: "export-left-out", args }, &call.words));
        return Ok(Exit::Warnings);
    }
    Ok(Exit::Done)
}

/// Says what a bundle is. A station that is there and opens gives its keys and whom it trusts.
///
/// # Errors
/// The file cannot be read, the list of who is trusted is refused.
pub fn inspect(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(Exit::Usage) };
    let (identities, mut trust) = own_keys(call)?;
    if let Some(path) = matches.get_one::<PathBuf>("trust") {
        let signed = files::read(path)?;
        let words = Trust::claimed_words(&signed).map_err(Error::from)?;
        trust = Some(Trust::open(&signed, &words, Place::Work).map_err(Error::from)?);
    }
    let file = File::open(path).map_err(|error| files::failed(path, error))?;
    let reader = Reader { identities: &identities, trust: trust.as_ref(), ledger: None };
    let seen = read::inspect(BufReader::new(file), &reader);
    if call.format == Format::Json {
        output::json(&as_json(&seen));
    } else {
        let code = seen.code.code();
        output::line(&call.words.get(&format!("bundle-{code}")));
        let remedy = format!("bundle-{code}-remedy");
        if call.words.has(&remedy) {
            output::line(&call.words.get(&remedy));
        }
        if let Some(manifest) = &seen.manifest {
            let said = format!("{}  n° {}  {}", short_name(manifest.from), manifest.seq, manifest.entries);
            output::line(&said);
        }
    }
    Ok(match seen.verdict() {
        Verdict::Accepted | Verdict::Already => Exit::Done,
        Verdict::NotForUs => Exit::WrongKey,
        Verdict::Gap
        | Verdict::Late
        | Verdict::Fork
        | Verdict::Revoked
        | Verdict::BadSignature
        | Verdict::Newer
        | Verdict::Malformed
        | Verdict::Unreadable => Exit::Failed,
    })
}

/// The identities of the station and whom it trusts; nothing when there is no station, or no
/// passphrase to open it.
fn own_keys(call: &Call) -> Result<(Vec<Identity>, Option<Trust>), Fail> {
    use std::io::IsTerminal as _;
    let can_ask = call.passphrase_file.is_some() || std::io::stdin().is_terminal();
    if !station::place(call).is_occupied() || !can_ask {
        return Ok((Vec::new(), None));
    }
    let mut session = station::open(call)?;
    let identities = session.identities()?;
    let trust = session.trust()?;
    session.close(call.now)?;
    Ok((identities, trust))
}

fn as_json(seen: &Inspection) -> Value {
    let manifest = seen.manifest.as_ref();
    let ours = manifest.and_then(|it| it.journals.iter().find(|stretch| stretch.station == it.from));
    json!({
        "verdict": seen.verdict().code(),
        "code": seen.code.code(),
        "from": manifest.map(|it| it.from),
        "key": manifest.map(|it| &it.key),
        "epoch": manifest.map(|it| it.epoch),
        "seq": manifest.map(|it| it.seq),
        "base": manifest.map(|it| it.base),
        "to": ours.map(|stretch| stretch.to),
        "entries": manifest.map(|it| it.entries),
        "persons": seen.persons,
        "size": seen.size,
        "time": manifest.map(|it| it.time),
        "signed": seen.is_signed(),
        "recipients": seen.recipient_kinds,
    })
}
