//! What an import would do: which lines are new, which say something else than last time.

use super::read::{Reading, Row};
use crate::domain::body::Body;

/// What taking a reading in would do.
#[derive(Debug, Clone, Default)]
pub struct Plan<'a> {
    /// Lines of things that were never imported.
    pub new: Vec<&'a Row>,
    /// Lines that say something else than at the last import.
    pub changed: Vec<&'a Row>,
    /// How many lines say what they said.
    pub unchanged: usize,
}

impl<'a> Plan<'a> {
    /// Weighs each row against what the last import said of the same thing, which
    /// `last_imported` finds by the table, the reference and the key of the row.
    ///
    /// What was changed in Jalon since is not compared: the same file again never takes back
    /// what a counsellor wrote.
    pub fn of(reading: &'a Reading, last_imported: impl Fn(&Row) -> Option<Body>) -> Self {
        let mut plan = Self::default();
        for row in &reading.rows {
            match last_imported(row) {
                None => plan.new.push(row),
                Some(body) if body == row.body => plan.unchanged += 1,
                Some(_) => plan.changed.push(row),
            }
        }
        plan
    }

    /// The lines to write, in the order of the reading: people before what is said of them.
    pub fn to_write(&self) -> Vec<&'a Row> {
        let mut rows: Vec<&Row> = self.new.iter().chain(&self.changed).copied().collect();
        rows.sort_by_key(|row| (row.table, row.sheet, row.line));
        rows
    }
}
