//! `person export`: everything about one person, to be read and to be taken elsewhere.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Fail, message};
use super::{output, people};
use crate::i18n::Words;
use crate::journal::payload::body_value;
use crate::ui::screen::file::fields;
use crate::usecase::dossier::Page;
use crate::usecase::outcome::Version;
use crate::usecase::session::Session;

/// Writes the folder.
///
/// # Errors
/// Nobody or several people answer to the name; the folder exists or cannot be written.
pub fn export(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let file = people::find(session.caseload(), wanted, call)?.clone();
    let to = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let by = session.caseload().station.as_ref().map_or_else(String::new, |it| it.name.clone());
    let title = [
        ("name", file.person.value.display_name()),
        ("date", call.date(call.now.today)),
        ("by", by),
        ("number", file.id.to_string()),
    ];
    let pages = |versions: &[Version]| {
        vec![
            Page { name: "dossier.md", bytes: readable(&title, versions, call).into_bytes() },
            Page { name: "dossier.json", bytes: machine(&file.id.to_string(), versions, call) },
        ]
    };
    let made = session.write_dossier(file.id, &to, pages, call.now)?;
    if call.format == Format::Json {
        output::json(&json!({
            "folder": made.path, "versions": made.versions,
            "attachments": made.attachments, "left_out": made.left_out,
        }));
        return Ok(());
    }
    let values = [
        ("path", made.path.display().to_string()),
        ("versions", made.versions.to_string()),
        ("attachments", made.attachments.to_string()),
        ("left_out", made.left_out.to_string()),
    ];
    output::line(&message("out-dossier", &values, &call.words));
    Ok(())
}

/// Every version in words: what holds now, thing by thing, then all that was ever written.
fn readable(title: &[(&'static str, String)], versions: &[Version], call: &Call) -> String {
    let words = &call.words;
    let mut text = message("out-dossier-title", title, words);
    let is_latest =
        |it: &&Version| !versions.iter().any(|later| later.replaces == Some(it.entry)) && it.body.is_some();
    text.push_str(&format!("\n\n## {}\n", words.get("out-dossier-now")));
    versions.iter().rev().filter(is_latest).for_each(|it| tell(it, &mut text, call));
    text.push_str(&format!("\n## {}\n", words.get("out-dossier-history")));
    versions.iter().for_each(|it| tell(it, &mut text, call));
    text
}

fn tell(version: &Version, text: &mut String, call: &Call) {
    let words = &call.words;
    let what = kind_in_words(version, words);
    let written = [("date", call.date(version.at.date_naive()))];
    text.push_str(&format!("\n### {what} — {}\n\n", message("out-dossier-written", &written, words)));
    let Some(body) = &version.body else {
        text.push_str(&format!("- {}\n", words.get("out-dossier-withdrawn")));
        return;
    };
    for (name, value) in fields::of(body, words) {
        let Some(value) = value else { continue };
        let id = format!("form-{}-{name}", body.kind());
        let label = if words.has(&id) { words.get(&id).into_owned() } else { name.to_owned() };
        // Lines of a long text stay within their item.
        text.push_str(&format!("- {label} : {}\n", value.replace('\n', "\n  ")));
    }
}

fn kind_in_words(version: &Version, words: &Words) -> String {
    let called = version.body.as_ref().map_or(version.kind.as_str(), |body| body.called());
    let id = format!("act-{called}");
    if words.has(&id) { words.get(&id).into_owned() } else { called.to_owned() }
}

fn machine(person: &str, versions: &[Version], call: &Call) -> Vec<u8> {
    let told = versions.iter().map(|it| {
        json!({
            "entry": it.entry.to_string(), "at": it.at, "thing": it.object, "kind": it.kind,
            "replaces": it.replaces.map(|it| it.to_string()),
            "undoes": it.undoes.map(|it| it.to_string()),
            "body": it.body.as_ref().map(body_value),
        })
    });
    let whole = json!({
        "person": person, "made_on": call.now.today, "versions": told.collect::<Vec<Value>>(),
    });
    serde_json::to_vec_pretty(&whole).expect("the dossier has string keys")
}
