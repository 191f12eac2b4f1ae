//! `receive` and `status`: bundles taken in, and what the station holds of each sender.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail, message};
use super::{output, transferring};
use crate::exchange::bundle::code::Verdict;
use crate::exchange::bundle::name::short_name;
use crate::exchange::trust::SenderRole;
use crate::usecase::receiving::Received;
use crate::usecase::returning::{Acknowledged, Return};
use crate::usecase::session::Session;
use crate::usecase::taken::SenderStatus;

/// Takes in bundles, and those of folders, in whatever order they come.
///
/// # Errors
/// Nobody is trusted yet, a file that cannot be read, the disk. What was taken in before stays.
pub fn receive(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let given: Vec<PathBuf> = matches.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect();
    let done = session.receive_all(&given, &quarantine_of(call), call.now)?;
    if call.format == Format::Json {
        output::json(&done.iter().map(|(path, received)| as_json(path, received)).collect::<Vec<_>>());
    } else {
        done.iter().for_each(|(path, received)| say(path, received, call));
    }
    // A shared folder holds what was written for others: that is no failure.
    let is_others = |path: &PathBuf, verdict| verdict == Verdict::NotForUs && !given.contains(path);
    let verdicts = done.iter().map(|(path, received)| (path, received.seen.verdict()));
    let exits =
        verdicts.filter(|(path, verdict)| !is_others(path, *verdict)).map(|(_, verdict)| exit_of(verdict));
    Ok(exits.max().unwrap_or(Exit::Done))
}

const fn exit_of(verdict: Verdict) -> Exit {
    match verdict {
        Verdict::Accepted | Verdict::Already | Verdict::Late => Exit::Done,
        Verdict::Gap => Exit::Warnings,
        Verdict::NotForUs => Exit::WrongKey,
        Verdict::Fork
        | Verdict::Revoked
        | Verdict::BadSignature
        | Verdict::Newer
        | Verdict::Malformed
        | Verdict::Unreadable => Exit::Failed,
    }
}

fn as_json(path: &Path, received: &Received) -> Value {
    json!({
        "file": path,
        "verdict": received.seen.verdict().code(),
        "code": received.seen.code.code(),
        "entries_new": received.entries_new,
        "entries_known": received.entries_known,
        "attachments_new": received.attachments_new,
        "conflicts": 0,
        "acknowledged": received.receipt.as_ref().map(|ack| json!({ "seq": ack.seq, "to": ack.to })),
        "refused": received.seen.manifest.as_ref().map_or_else(Vec::new, |it| it.nacks.clone()),
        "missing": received.seen.missing.clone().map(|it| it.collect::<Vec<_>>()).unwrap_or_default(),
        "lost": received.seen.lost.clone().map(|it| it.collect::<Vec<_>>()).unwrap_or_default(),
        "quarantined": received.quarantined,
    })
}

/// A bundle in three lines at most: what it is, what to do, what it brought.
fn say(path: &Path, received: &Received, call: &Call) {
    let code = received.seen.code.code();
    if let Some(ack) = &received.receipt {
        let args = vec![("number", ack.seq.to_string()), ("entry", ack.to.to_string())];
        output::line(&message("receive-receipt", &args, &call.words));
    }
    for nack in received.seen.manifest.iter().flat_map(|it| &it.nacks) {
        let why = call.words.get(&format!("bundle-{}", nack.code)).into_owned();
        let args = vec![("number", nack.seq.to_string()), ("why", why)];
        output::line(&message("receive-refused", &args, &call.words));
    }
    let is_return = received.seen.sender.as_ref().is_some_and(|it| it.role == SenderRole::Centre);
    if is_return && received.entries_new > 0 {
        let args = vec![("entries", received.entries_new.to_string())];
        output::line(&message("receive-decided", &args, &call.words));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if received.receipt.is_some() || (is_return && received.entries_new > 0) {
        return;
    }
    if received.seen.verdict() == Verdict::Accepted {
        let from = received.seen.manifest.as_ref().map(|it| short_name(it.from)).unwrap_or_default();
        let args = vec![
            ("from", from),
            ("entries", received.entries_new.to_string()),
            ("attachments", received.attachments_new.to_string()),
        ];
        output::line(&format!("{name}  {}", message("receive-done", &args, &call.words)));
        return;
    }
    output::line(&format!("{name}  {}", call.words.get(&format!("bundle-{code}"))));
    let remedy = format!("bundle-{code}-remedy");
    if call.words.has(&remedy) {
        output::line(&format!("  {}", call.words.get(&remedy)));
    }
    if let Some(aside) = &received.quarantined {
        let args = vec![("path", aside.display().to_string())];
        output::line(&format!("  {}", message("receive-aside", &args, &call.words)));
    }
}

/// Answers each station of which something came: how far it was taken in, what was refused.
///
/// # Errors
/// The folder cannot be written, the store's.
pub fn answer(session: &mut Session, folder: &Path, call: &Call) -> Result<Exit, Fail> {
    let returns = session.export_returns(folder, &quarantine_of(call), call.now)?;
    if call.format == Format::Json {
        let as_json = |it: &Return| {
            json!({
                "file": it.path, "station": it.station, "seq": it.seq,
                "acknowledged": it.ack.as_ref().map(|ack| json!({ "seq": ack.seq, "to": ack.to })),
                "refused": it.refused, "entries": it.entries,
            })
        };
        output::json(&returns.iter().map(as_json).collect::<Vec<_>>());
        return Ok(Exit::Done);
    }
    if returns.is_empty() {
        output::line(&call.words.get("return-nothing"));
    }
    for it in &returns {
        let mut args = vec![
            ("station", short_name(it.station)),
            ("refused", it.refused.to_string()),
            ("decided", it.entries.to_string()),
        ];
        let what = if let Some(ack) = &it.ack {
            args.extend([("number", ack.seq.to_string()), ("entry", ack.to.to_string())]);
            "return-done"
        } else {
            "return-first"
        };
        output::line(&message(what, &args, &call.words));
        output::line(&format!("  {}", it.path.display()));
    }
    Ok(Exit::Done)
}

fn quarantine_of(call: &Call) -> PathBuf {
    call.paths.data.join("quarantine")
}

/// What the station has, has sent, and has received of each other.
///
/// # Errors
/// The store's.
pub fn status(session: &Session, call: &Call) -> Result<(), Fail> {
    let senders = session.senders()?;
    let unsent = session.unsent();
    let receipt = session.acknowledged()?;
    let transfers = transferring::underway(session);
    if call.format == Format::Json {
        let store = session.store();
        let stations: Vec<Value> = senders.iter().map(|it| sender_as_json(it, session)).collect();
        output::json(&json!({
            "station": store.station(),
            "role": store.role(),
            "entries": store.len(),
            "unsent": unsent,
            "last_export": session.last_export()?.map(|(seq, to)| json!({ "seq": seq, "to": to })),
            "receipts": receipt.iter().map(receipt_as_json).collect::<Vec<_>>(),
            "stations": stations,
            "transfers": transfers.iter().map(|(file, it)| transferring::as_json(file, it)).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let args = vec![("entries", session.store().head().sequence.to_string()), ("unsent", unsent.to_string())];
    output::line(&message("status-own", &args, &call.words));
    if let Some(Acknowledged { ack, on, .. }) = &receipt {
        let date = call.words.date(on.date_naive());
        let args = vec![("number", ack.seq.to_string()), ("entry", ack.to.to_string()), ("date", date)];
        output::line(&message("status-receipt", &args, &call.words));
    }
    transfers.iter().for_each(|(file, it)| transferring::say(it, file, call));
    if senders.is_empty() {
        return Ok(());
    }
    let header = [
        "status-station",
        "status-name",
        "status-last",
        "status-entries",
        "status-received",
        "status-missing",
    ];
    let header = header.map(|id| call.words.get(id).into_owned());
    let rows: Vec<Vec<String>> = senders.iter().map(|it| row_of(it, session, call)).collect();
    output::rows(&header, &rows, call.format);
    Ok(())
}

fn receipt_as_json(receipt: &Acknowledged) -> Value {
    json!({ "seq": receipt.ack.seq, "to": receipt.ack.to, "on": receipt.on.date_naive() })
}

fn name_of<'a>(sender: &SenderStatus, session: &'a Session) -> &'a str {
    let other = session.caseload().others.get(&sender.station);
    other.and_then(|it| it.profile.as_ref()).map_or("", |profile| profile.name.as_str())
}

fn row_of(sender: &SenderStatus, session: &Session, call: &Call) -> Vec<String> {
    let missing: Vec<String> = sender.missing.iter().map(u64::to_string).collect();
    let told =
        if sender.is_frozen { call.words.get("status-frozen").into_owned() } else { missing.join(" ") };
    vec![
        short_name(sender.station),
        name_of(sender, session).to_owned(),
        sender.last.seq.to_string(),
        sender.head.sequence.to_string(),
        call.words.date(sender.last.at.date_naive()),
        told,
    ]
}

fn sender_as_json(sender: &SenderStatus, session: &Session) -> Value {
    json!({
        "station": sender.station,
        "name": name_of(sender, session),
        "last_seq": sender.last.seq,
        "head": sender.head.sequence,
        "received_on": sender.last.at.date_naive(),
        "missing": sender.missing,
        "frozen": sender.is_frozen,
    })
}
