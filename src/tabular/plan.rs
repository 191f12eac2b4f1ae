//! What an import would do: which lines are new, which say something else than last time.
//!
//! Lines that nothing but their order tells apart (two calls of the same day) are first matched by
//! what they say, so that neither the order of the file nor a line that was refused makes one of
//! them take the place of another.

use std::collections::{BTreeMap, HashSet};

use super::marks::Corrected;
use super::read::{Reading, Row};
use super::table::Table;
use crate::domain::body::Body;

/// A line and the rank by which it is told from the lines of the same key, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned<'a> {
    /// The line.
    pub row: &'a Row,
    /// Its rank.
    pub rank: u32,
}

/// What taking a reading in would do.
#[derive(Debug, Clone, Default)]
pub struct Plan<'a> {
    /// Lines of things that were never imported.
    pub new: Vec<Planned<'a>>,
    /// Lines that say something else than at the last import.
    pub changed: Vec<Planned<'a>>,
    /// Lines that say what they said.
    pub unchanged: Vec<Planned<'a>>,
}

/// What is known of earlier imports.
pub struct Before<'b> {
    /// What the last import said of the thing of this line and rank, if it still stands.
    pub said: &'b dyn Fn(&Row, u32) -> Option<&'b Body>,
    /// Whether the thing of this line and rank was taken from the file that left the refused lines
    /// of which this is one, corrected: then it is another thing.
    pub was_beside: &'b dyn Fn(&Row, u32) -> bool,
}

/// Most ranks in which a line is looked for by what it says.
const MOST_RANKS: usize = 1000;

impl<'a> Plan<'a> {
    /// Weighs each row against what earlier imports said.
    ///
    /// What was changed in Jalon since is not compared: the same file again never takes back
    /// what a counsellor wrote.
    pub fn of(reading: &'a Reading, before: &Before<'_>) -> Self {
        let mut groups: BTreeMap<(Table, &str), Vec<&'a Row>> = BTreeMap::new();
        for row in &reading.rows {
            groups.entry((row.table, row.key.as_str())).or_default().push(row);
        }
        let mut plan = Self::default();
        for mut rows in groups.into_values() {
            rows.sort_by_key(|row| row.order);
            plan.weigh(&rows, before);
        }
        plan
    }

    /// Ranks the lines of one key.
    fn weigh(&mut self, rows: &[&'a Row], before: &Before<'_>) {
        let is_free =
            |row: &Row, rank: u32| row.corrected == Corrected::No || !(before.was_beside)(row, rank);
        let Some(first) = rows.first() else { return };
        let known: Vec<(u32, Option<&Body>)> = (1..)
            .map(|rank| (rank, (before.said)(first, rank)))
            .take_while(|(rank, said)| said.is_some() || *rank as usize <= rows.len())
            .take(MOST_RANKS)
            .collect();
        let mut used = HashSet::new();
        let mut left = Vec::new();
        for &row in rows {
            let mut alike = known.iter().filter(|(_, said)| *said == Some(&row.body)).map(|(rank, _)| *rank);
            match alike.find(|rank| !used.contains(rank) && is_free(row, *rank)) {
                Some(rank) => {
                    used.insert(rank);
                    self.unchanged.push(Planned { row, rank });
                }
                None => left.push(row),
            }
        }
        let mut rank = 0;
        for row in left {
            rank += 1;
            while used.contains(&rank) || !is_free(row, rank) {
                rank += 1;
            }
            let kind = match (before.said)(row, rank) {
                None => &mut self.new,
                Some(body) if *body == row.body => &mut self.unchanged,
                Some(_) => &mut self.changed,
            };
            kind.push(Planned { row, rank });
        }
    }

    /// The lines to write, in the order of the reading: people before what is said of them.
    pub fn to_write(&self) -> Vec<Planned<'a>> {
        let mut lines: Vec<Planned<'a>> = self.new.iter().chain(&self.changed).copied().collect();
        lines.sort_by_key(|it| (it.row.table, it.row.sheet, it.row.line));
        lines
    }

    /// Every line.
    pub fn all(&self) -> impl Iterator<Item = Planned<'a>> + '_ {
        self.new.iter().chain(&self.changed).chain(&self.unchanged).copied()
    }
}
