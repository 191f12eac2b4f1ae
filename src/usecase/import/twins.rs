//! People whom an import would make though they seem to be there already: the same names and the
//! same birth date under another reference. Told, never decided.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::known::Known;
use crate::domain::body::Body;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::journal::fold::Caseload;
use crate::search::fold;
use crate::tabular::Reading;

/// Somebody new who seems to be somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// Which of the sheets read.
    pub sheet: usize,
    /// The line of the new one.
    pub line: u64,
    /// The reference of the new one.
    pub reference: String,
    /// Who it seems to be.
    pub other: Other,
}

/// Who somebody seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// Somebody of the caseload.
    Known(PersonId),
    /// Somebody of an earlier line of the same import.
    Line {
        /// Which of the sheets read.
        sheet: usize,
        /// The line.
        line: u64,
    },
}

/// What two lines about one person have in common: folded names and the birth date.
type Likeness = (Vec<String>, Vec<String>, NaiveDate);

fn likeness(person: &Person) -> Likeness {
    (fold::words(&person.family_name), fold::words(&person.given_name), person.birth_date)
}

/// The new people of the reading who seem to be there already.
pub(super) fn find(reading: &Reading, caseload: &Caseload, known: &Known) -> Vec<Twin> {
    let people = caseload.files.values().map(|file| (likeness(&file.person.value), Other::Known(file.id)));
    let mut seen: HashMap<Likeness, Other> = people.collect();
    let mut twins = Vec::new();
    for row in &reading.rows {
        let Body::Person(person) = &row.body else { continue };
        if known.knows(&row.reference) {
            continue;
        }
        let likeness = likeness(person);
        match seen.get(&likeness) {
            Some(other) => twins.push(Twin {
                sheet: row.sheet,
                line: row.line,
                reference: row.reference.clone(),
                other: other.clone(),
            }),
            None => {
                seen.insert(likeness, Other::Line { sheet: row.sheet, line: row.line });
            }
        }
    }
    twins
}
