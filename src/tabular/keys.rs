//! Natural keys: what tells an imported line from every other, import after import.
//!
//! A key holds what does not change when the line is completed later: the status, the end or the
//! record of a thing are never part of it.

use chrono::NaiveDate;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::cell::Cells;
use crate::domain::body::Body;

/// Between the parts of a key: no cell holds it, for control characters are refused.
const BETWEEN: &str = "\u{1f}";

/// A name without case, accents, stars or spaces: `Prénom *` is `prenom`, `En cours` is `en_cours`.
pub fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            plain.push(letter);
        } else if !plain.is_empty() && !plain.ends_with('_') {
            plain.push('_');
        }
    }
    plain.truncate(plain.trim_end_matches('_').len());
    plain
}

/// The reference itself.
pub fn person(cells: &Cells) -> String {
    cells.reference().to_owned()
}

/// The reference alone: periods of one person are told apart by their order in time, for any of
/// their dates may be corrected.
pub fn enrolment(cells: &Cells) -> String {
    cells.reference().to_owned()
}

/// Reference, day and time.
pub fn interview(cells: &Cells) -> String {
    let time = cells.time("heure").map(|time| time.format("%H:%M").to_string());
    join(&[cells.reference(), &day(cells, "date"), &time.unwrap_or_default()])
}

/// Reference, kind, title and first date.
pub fn step(cells: &Cells) -> String {
    let first = if cells.date("proposee").is_some() { "proposee" } else { "debut" };
    let title = plain(&cells.text("intitule").unwrap_or_default());
    join(&[cells.reference(), cells.code("categorie").unwrap_or_default(), &title, &day(cells, first)])
}

/// Reference, session and business.
pub fn decision(cells: &Cells) -> String {
    join(&[cells.reference(), &day(cells, "seance"), cells.code("objet").unwrap_or_default()])
}

/// Reference, day and kind.
pub fn contact(cells: &Cells) -> String {
    join(&[cells.reference(), &day(cells, "date"), cells.code("type").unwrap_or_default()])
}

/// Reference, kind, first day and employer.
pub fn employment(cells: &Cells) -> String {
    let employer = plain(&cells.text("employeur").unwrap_or_default());
    join(&[cells.reference(), cells.code("type").unwrap_or_default(), &day(cells, "debut"), &employer])
}

/// Reference and title.
pub fn training(cells: &Cells) -> String {
    join(&[cells.reference(), &plain(&cells.text("intitule").unwrap_or_default())])
}

/// What lines of the same key are numbered by before their order in the file: periods of
/// adhesion by their dates, for files are sorted in any way. Nothing for the others.
pub fn rank(body: &Body) -> Option<NaiveDate> {
    match body {
        Body::Enrolment(it) => it.enrolled_on.or(it.referred_on).or(it.decided_on),
        Body::Station(_)
        | Body::ListExport(_)
        | Body::Erasure(_)
        | Body::LegalHold(_)
        | Body::Person(_)
        | Body::Interview(_)
        | Body::Step(_)
        | Body::Contact(_)
        | Body::Decision(_)
        | Body::Employment(_)
        | Body::Training(_)
        | Body::Evidence(_)
        | Body::Diagnosis(_)
        | Body::Barrier(_)
        | Body::Goal(_)
        | Body::SpecialCase(_)
        | Body::Positioning(_)
        | Body::Office(_)
        | Body::Submission(_)
        | Body::Recommendation(_)
        | Body::Referent(_)
        | Body::Limitation(_)
        | Body::Skill(_)
        | Body::EsfRecord(_)
        | Body::Assignment(_) => None,
    }
}

/// The key of the `nth` line that has the same `base`, from 1.
pub fn nth(base: &str, nth: u32) -> String {
    if nth == 1 { base.to_owned() } else { format!("{base}{BETWEEN}{BETWEEN}{nth}") }
}

fn day(cells: &Cells, column: &str) -> String {
    cells.date(column).map(|date| date.to_string()).unwrap_or_default()
}

fn join(parts: &[&str]) -> String {
    parts.join(BETWEEN)
}
