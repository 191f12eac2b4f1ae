//! Lines about people whose processing is limited (GDPR, article 18): what is kept of them stays as it is, so
//! an import passes over what it would write of them, and says so line by line.

use std::collections::HashSet;

use super::known::Known;
use crate::domain::id::PersonId;
use crate::domain::limitation;
use crate::domain::now::Now;
use crate::tabular::plan::Plan;
use crate::tabular::{Reading, Table};
use crate::usecase::error::Error;
use crate::usecase::session::Session;

/// A line that is passed over: the person that it is about is limited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Its table.
    pub table: Table,
    /// Physical line, from 1.
    pub line: u64,
    /// The person's identifier in the source file.
    pub reference: String,
    /// Who it is.
    pub person: PersonId,
}

impl Session {
    /// Takes out of the reading what it would write of people whose processing is limited. A line that says
    /// what it said already changes nothing, and stays.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn pass_over_limited(
        &mut self,
        reading: &mut Reading,
        now: Now,
    ) -> Result<Vec<PassedOver>, Error> {
        let known = Known::of(self);
        let is_limited = |reference: &str| {
            let file = self.caseload().files.get(&known.person(reference));
            file.is_some_and(|file| limitation::on(file, now.today).is_some())
        };
        let references = reading.rows.iter().map(|row| row.reference.as_str()).collect::<HashSet<_>>();
        let limited: HashSet<String> =
            references.into_iter().filter(|it| is_limited(it)).map(str::to_owned).collect();
        if limited.is_empty() {
            return Ok(Vec::new());
        }
        let passed_over =
            self.plan_import(reading, |_, known, plan| Ok(to_write_of(&limited, known, plan)))?;
        let lines: HashSet<(usize, u64)> = passed_over.iter().map(|it| (it.sheet, it.line)).collect();
        reading.rows.retain(|row| !lines.contains(&(row.sheet, row.line)));
        Ok(passed_over)
    }
}

/// What the plan would write of those people, each line once.
fn to_write_of(people: &HashSet<String>, known: &Known, plan: &Plan<'_>) -> Vec<PassedOver> {
    let rows = plan.to_write().into_iter().map(|it| it.row).filter(|row| people.contains(&row.reference));
    let mut passed_over: Vec<PassedOver> = rows
        .map(|row| PassedOver {
            sheet: row.sheet,
            table: row.table,
            line: row.line,
            reference: row.reference.clone(),
            person: known.person(&row.reference),
        })
        .collect();
    passed_over.dedup_by_key(|it| (it.sheet, it.line));
    passed_over
}
