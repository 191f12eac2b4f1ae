//! Taking in an existing caseload: all or nothing, the same file twice changes nothing, undone
//! as one.

pub mod files;
pub(super) mod kept;
mod known;
mod limited;
pub mod screen;
mod twins;

use std::collections::HashSet;

use super::error::Error;
use super::outcome::Patch;
use super::random;
use super::session::{Session, Writing};
use crate::domain::id::to_hex;
use crate::domain::now::Now;
use crate::journal::payload::Said;
use crate::tabular::mapping::{Mapping, fingerprint};
use crate::tabular::plan::{Before, Plan, Planned};
use crate::tabular::{Lookups, Origin, Row, Sheet, Table, read};
use kept::Beside;
use known::Known;

pub use crate::tabular::mapping::file::Unclear;
pub use crate::tabular::{LeftAside, Line, Reading, Refusal, SheetReport, Warning};
pub use limited::PassedOver;
pub use twins::{Other, Twin};

/// What an import did, or would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCount {
    /// Things that were never imported.
    pub new: usize,
    /// Things that the file says otherwise than last time.
    pub changed: usize,
    /// Lines that say what they said.
    pub unchanged: usize,
}

/// What an import would do, before anything is done.
#[derive(Debug, Clone)]
pub struct Preview {
    /// How the files were understood, and everything that is wrong with them.
    pub reading: Reading,
    /// What taking the right lines in would do.
    pub count: ImportCount,
    /// New people who seem to be there already under another reference.
    pub twins: Vec<Twin>,
    /// Lines that are right and not taken: the processing of the person is limited.
    pub passed_over: Vec<PassedOver>,
}

impl Preview {
    /// Whether it can be taken in whole.
    pub fn is_right(&self) -> bool {
        self.reading.refusals.is_empty()
    }
}

impl Session {
    /// Reads the tables of an import, with every error at once.
    pub fn read_import(&self, sheets: &[Sheet<'_>], now: Now) -> Reading {
        self.read_mapped(sheets, None, now)
    }

    /// Reads the tables of an import as a mapping says; those that it says nothing of, as the
    /// mapping that was kept for the same titles says.
    pub fn read_mapped(&self, sheets: &[Sheet<'_>], mapping: Option<&Mapping>, now: Now) -> Reading {
        let known = Known::of(self);
        let knows_person = |reference: &str| known.knows(reference);
        let kept = |header: &[String]| self.kept_mapping(header);
        let lookups = Lookups { today: now.today, knows_person: &knows_person, mapping, kept: &kept };
        let mut reading = Reading { mark: to_hex(&random::bytes::<3>()), ..read(sheets, &lookups) };
        // Somebody who was said to be the same has a page already: only what is said of them is taken.
        let same: HashSet<String> = self.same_people().into_iter().map(|(reference, _)| reference).collect();
        reading.rows.retain(|row| row.table != Table::People || !same.contains(&row.reference));
        reading
    }

    /// What an import would do. What it would write of people whose processing is limited is passed over.
    ///
    /// # Errors
    /// The store's.
    pub fn preview_import(&mut self, mut reading: Reading, now: Now) -> Result<Preview, Error> {
        let passed_over = self.pass_over_limited(&mut reading, now)?;
        let count = self.count_import(&reading)?;
        let twins = twins::find(&reading, self.caseload(), &Known::of(self));
        Ok(Preview { reading, count, twins, passed_over })
    }

    /// What taking the reading in would do.
    ///
    /// # Errors
    /// The store's.
    pub fn count_import(&mut self, reading: &Reading) -> Result<ImportCount, Error> {
        self.plan_import(reading, |_, _, plan| Ok(count(plan)))
    }

    /// Takes the reading in: one act, on the disk when this returns. How its files are mapped is
    /// kept for the next ones with the same titles.
    ///
    /// # Errors
    /// The store's; [`Error::ProcessingLimited`] when the reading, not previewed, writes of somebody whose
    /// processing is limited. Nothing was imported then.
    pub fn import(&mut self, reading: &Reading, now: Now) -> Result<(ImportCount, Option<Patch>), Error> {
        let (count, writings, beside) = self.plan_import(reading, |session, known, plan| {
            let writings: Vec<Writing> =
                plan.to_write().into_iter().map(|line| session.imported(line, known)).collect();
            Ok((count(plan), writings, Beside::of(reading, known, plan)))
        })?;
        self.keep_beside(beside)?;
        let patch = if writings.is_empty() { None } else { Some(self.write(writings, now)?) };
        for sheet in reading.sheets.iter().filter(|sheet| sheet.origin == Origin::Given) {
            self.keep_mapping(&fingerprint(&sheet.header), &sheet.mapping)?;
        }
        Ok((count, patch))
    }

    fn plan_import<T>(
        &mut self,
        reading: &Reading,
        then: impl FnOnce(&Self, &Known, &Plan<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let known = Known::of(self);
        let said = self.last_imported(reading, &known)?;
        let taken = self.taken_beside(reading)?;
        let before = Before {
            said: &|row, rank| said.get(&known.object(row, rank)).map(AsRef::as_ref),
            was_beside: &|row, rank| taken.was_beside(&row.corrected, known.object(row, rank)),
        };
        then(self, &known, &Plan::of(reading, &before))
    }

    fn imported(&self, line: Planned<'_>, known: &Known) -> Writing {
        let Row { reference, body, .. } = line.row;
        let object = known.object(line.row, line.rank);
        Writing {
            person: Some(known.person(reference)),
            object,
            kind: body.kind().to_owned(),
            replaces: self.latest(object).map(|latest| latest.entry),
            said: Said::Is(body.clone()),
            undoes: None,
            imported: true,
        }
    }
}

fn count(plan: &Plan<'_>) -> ImportCount {
    ImportCount { new: plan.new.len(), changed: plan.changed.len(), unchanged: plan.unchanged.len() }
}
