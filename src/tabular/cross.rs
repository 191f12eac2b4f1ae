//! What one line says of another: references given twice, people who are not there, periods of
//! adhesion of which one is refused.

use std::collections::HashMap;

use super::expected::Expected;
use super::keys;
use super::read::{Candidate, Lookups, Reading, Row};
use super::refusal::{Found, Refusal};
use super::table::Table;

/// Checks the candidates against one another and puts them in `reading`, in the order in which
/// they can be taken in.
pub fn check(candidates: Vec<Candidate>, lookups: &Lookups<'_>, reading: &mut Reading) {
    let people = People::of(&candidates);
    let periods = refused_periods(&candidates);
    let mut rows = Vec::with_capacity(candidates.len());
    for Candidate { table, sheet, reference, reference_place: place, said, source } in candidates {
        let line = source.number;
        let expected = people.expected((table, sheet, line), &reference, lookups);
        // Periods are told apart by their order: while one of them is unknown, none can be placed.
        let refused = periods.get(&reference).filter(|_| table == Table::Enrolments && said.is_some());
        let expected = expected.or_else(|| refused.map(|line| Expected::PeriodTaken { line: *line }));
        let is_right = expected.is_none();
        if let Some(expected) = expected {
            let found = Found(reference.clone());
            let (table, line, column) = (Some(table), Some(line), Some("ref"));
            reading.refusals.push(Refusal { sheet, table, line, column, place, found, expected });
        }
        match said {
            Some((key, body)) if is_right => {
                let corrected = reading.sheets[sheet].corrected(&source);
                let order = (keys::rank(&body), rows.len());
                rows.push(Row { table, sheet, line, reference, key, order, corrected, body });
            }
            Some(_) | None => reading.sheets[sheet].refused.push(source),
        }
    }
    reading.refusals.sort_by_key(|refusal| (refusal.sheet, refusal.line));
    rows.sort_by_key(|row| row.table);
    reading.rows = rows;
}

/// Whose periods of adhesion are refused, and the first line that is.
fn refused_periods(candidates: &[Candidate]) -> HashMap<String, u64> {
    let mut lines = HashMap::new();
    for it in candidates.iter().filter(|it| it.table == Table::Enrolments && it.said.is_none()) {
        lines.entry(it.reference.clone()).or_insert(it.source.number);
    }
    lines
}

/// The lines of `personnes` of this import, by reference: sheet, line, and whether every cell of
/// it is right.
struct People(HashMap<String, Vec<(usize, u64, bool)>>);

impl People {
    fn of(candidates: &[Candidate]) -> Self {
        let mut lines: HashMap<String, Vec<_>> = HashMap::new();
        for it in candidates.iter().filter(|it| it.table == Table::People) {
            let place = (it.sheet, it.source.number, it.said.is_some());
            lines.entry(it.reference.clone()).or_default().push(place);
        }
        Self(lines)
    }

    /// What the reference of a line should have been, if it cannot be taken.
    fn expected(
        &self,
        (table, sheet, line): (Table, usize, u64),
        reference: &str,
        lookups: &Lookups<'_>,
    ) -> Option<Expected> {
        if reference.is_empty() {
            return None;
        }
        let people = self.0.get(reference).map_or(&[][..], Vec::as_slice);
        if table == Table::People {
            // Neither of two lines is the right one: an interview would go to the wrong person.
            let other = people.iter().find(|it| (it.0, it.1) != (sheet, line));
            return other.map(|it| Expected::OnlyOnce { line: it.1 });
        }
        match people {
            [(_, _, true)] => None,
            [(_, line, _), ..] => Some(Expected::PersonTaken { line: *line }),
            [] if (lookups.knows_person)(reference) => None,
            [] => Some(Expected::KnownPerson),
        }
    }
}
