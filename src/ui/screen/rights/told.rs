//! The rights of a person in words: the pages of a dossier, the certificate of an erasure, what stays. The
//! screens and the command line say the same.

use serde_json::{Value, json};

use crate::domain::erasure::{Erasure, Residue};
use crate::domain::file::Current;
use crate::domain::id::PersonId;
use crate::i18n::Words;
use crate::journal::payload::body_value;
use crate::ui::screen::file::fields;
use crate::usecase::dossier::Page;
use crate::usecase::named::NamedIn;
use crate::usecase::outcome::Version;

/// Whose dossier it is, and who made it when.
pub struct Cover {
    /// Name of the person.
    pub name: String,
    /// The person's number.
    pub number: String,
    /// The station.
    pub by: String,
    /// The day.
    pub made_on: chrono::NaiveDate,
}

/// The two pages of a dossier: one to be read, one for programs.
pub fn pages(cover: &Cover, versions: &[Version], words: &Words) -> Vec<Page> {
    vec![
        Page { name: "dossier.md", bytes: readable(cover, versions, words).into_bytes() },
        Page { name: "dossier.json", bytes: machine(cover, versions) },
    ]
}

/// Every version in words: what holds now, thing by thing, then all that was ever written.
fn readable(cover: &Cover, versions: &[Version], words: &Words) -> String {
    let date = words.date(cover.made_on);
    let title = [("name", &cover.name), ("date", &date), ("by", &cover.by), ("number", &cover.number)];
    let mut text = words.filled("out-dossier-title", title.map(|(name, value)| (name, value.as_str())));
    let is_latest =
        |it: &&Version| !versions.iter().any(|later| later.replaces == Some(it.entry)) && it.body.is_some();
    text.push_str(&format!("\n\n## {}\n", words.get("out-dossier-now")));
    versions.iter().rev().filter(is_latest).for_each(|it| tell(it, &mut text, words));
    text.push_str(&format!("\n## {}\n", words.get("out-dossier-history")));
    versions.iter().for_each(|it| tell(it, &mut text, words));
    text
}

fn tell(version: &Version, text: &mut String, words: &Words) {
    let what = kind_in_words(version, words);
    let date = words.date(version.at.date_naive());
    let written = words.filled("out-dossier-written", [("date", date.as_str())]);
    text.push_str(&format!("\n### {what} — {written}\n\n"));
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

fn machine(cover: &Cover, versions: &[Version]) -> Vec<u8> {
    let told = versions.iter().map(|it| {
        json!({
            "entry": it.entry.to_string(), "at": it.at, "thing": it.object, "kind": it.kind,
            "replaces": it.replaces.map(|it| it.to_string()),
            "undoes": it.undoes.map(|it| it.to_string()),
            "body": it.body.as_ref().map(body_value),
        })
    });
    let whole = json!({
        "person": cover.number, "made_on": cover.made_on, "versions": told.collect::<Vec<Value>>(),
    });
    serde_json::to_vec_pretty(&whole).expect("the dossier has string keys")
}

/// The certificate, as it is printed and given.
pub fn certificate(it: &Current<Erasure>, words: &Words) -> Vec<String> {
    let values = [
        ("number", it.value.person.to_string()),
        ("date", words.date(it.written_at.date_naive())),
        ("reason", words.label(it.value.reason).into_owned()),
        ("by", it.value.by.clone()),
        ("entries", it.value.entries.to_string()),
        ("attachments", it.value.attachments.to_string()),
        ("digest", it.value.digest.clone()),
        ("chain", it.value.chain.clone()),
        ("entry", it.entry.sequence.to_string()),
    ];
    let filled = words.filled("out-certificate", values.iter().map(|(name, it)| (*name, it.as_str())));
    let mut told = vec![filled, words.get("out-erase-kept").into_owned()];
    told.extend(residue(&it.value.residue, words));
    told.push(words.get("out-erase-elsewhere").into_owned());
    told
}

/// Where the station's own pages, then the files of others, hold the name of somebody who would be erased.
/// `name_of` says whose files those are.
pub fn named(found: &[NamedIn], name_of: impl Fn(PersonId) -> String, words: &Words) -> Vec<String> {
    let place = |it: &NamedIn| {
        let what = words.get(&format!("act-{}", it.kind)).into_owned();
        let dated = match it.day {
            Some(day) => words.filled("out-named-on", [("what", what.as_str()), ("date", &words.date(day))]),
            None => what,
        };
        it.whose.map_or(dated.clone(), |person| format!("{} ({dated})", name_of(person)))
    };
    let told = |is_own: bool, message: &str| {
        let places: Vec<String> = found.iter().filter(|it| it.whose.is_none() == is_own).map(place).collect();
        let places = places.join(", ");
        (!places.is_empty()).then(|| words.filled(message, [("places", places.as_str())]))
    };
    [told(true, "out-named"), told(false, "out-named-elsewhere")].into_iter().flatten().collect()
}

/// What counts keep, to the month and without a name.
pub fn residue(it: &Residue, words: &Words) -> Vec<String> {
    let sex = it.sex.map_or_else(|| "–".to_owned(), |sex| words.label(sex).into_owned());
    let (interviews, steps) = (it.interviews.to_string(), it.steps.to_string());
    let counts = [("sex", sex.as_str()), ("interviews", &interviews), ("steps", &steps)];
    let mut told = vec![format!("  {}", words.filled("out-residue", counts))];
    for period in &it.periods {
        let dash = || "–".to_owned();
        let month =
            |day: Option<chrono::NaiveDate>| day.map_or_else(dash, |day| day.format("%m/%Y").to_string());
        let values = [
            ("lot", period.lot.map_or_else(dash, |it| it.code().to_owned())),
            ("age", period.age.map_or_else(dash, |it| words.label(it).into_owned())),
            ("entered", month(period.entered)),
            ("exited", month(period.exited)),
            ("reason", period.exit_reason.map_or_else(dash, |it| it.code().to_owned())),
        ];
        let values = values.iter().map(|(name, value)| (*name, value.as_str()));
        told.push(format!("  {}", words.filled("out-residue-period", values)));
    }
    told
}
