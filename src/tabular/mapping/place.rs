//! Where the columns of a table stand in a file, by what the mapping says and by the titles.

use super::{REASON_TITLE, SheetMapping, like, titles};
use crate::tabular::keys::plain;
use crate::tabular::table::{Table, TableSpec};

/// Fewest known columns by which a header tells its table.
const LEAST_TOLD: usize = 3;
/// Longest title that is compared letter by letter.
const LONGEST_TITLE: usize = 60;

/// How surely a title means a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// It is one of the titles that mean it.
    Meant,
    /// It is its name.
    Named,
    /// The mapping says so.
    Said,
}

/// A title that is none of the table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Where it stands, from 0.
    pub place: usize,
    /// As it stands there.
    pub title: String,
    /// The column that it is like.
    pub like: Option<&'static str>,
    /// Whether the mapping says that it is to be left aside.
    pub is_said: bool,
}

/// Where the columns of a table stand in a file.
#[derive(Debug, Clone, Default)]
pub struct Placing {
    /// For each column of the table, where it stands.
    pub places: Vec<Option<usize>>,
    /// The columns of the table that stand there more than once.
    pub twice: Vec<usize>,
    /// What is left aside.
    pub ignored: Vec<Ignored>,
}

/// Finds the columns of a table in a header.
pub fn place(header: &[String], spec: &TableSpec, mapping: &SheetMapping) -> Placing {
    let claims = claims(header, spec, mapping);
    let mut placing = settle(&claims, spec);
    let placed = |at: usize| claims[at].is_some_and(|(column, _)| placing.places[column] == Some(at));
    let is_twice = |at: usize| claims[at].is_some_and(|(column, _)| placing.twice.contains(&column));
    let mut ignored = Vec::new();
    for (at, title) in header.iter().enumerate() {
        let name = plain(title);
        if !name.is_empty() && name != REASON_TITLE && !placed(at) && !is_twice(at) {
            let is_said = mapping.column(title) == Some(None);
            let like = if is_said { None } else { alike(&name, spec, &placing.places) };
            ignored.push(Ignored { place: at, title: title.trim().to_owned(), like, is_said });
        }
    }
    placing.ignored = ignored;
    placing
}

/// What each title claims to be.
type Claims = Vec<Option<(usize, Strength)>>;

fn claims(header: &[String], spec: &TableSpec, mapping: &SheetMapping) -> Claims {
    header.iter().map(|title| claim(title, spec, mapping)).collect()
}

/// Which claim each column believes.
fn settle(claims: &Claims, spec: &TableSpec) -> Placing {
    let mut placing = Placing { places: vec![None; spec.columns.len()], ..Placing::default() };
    for (column, place) in placing.places.iter_mut().enumerate() {
        let strengths =
            claims.iter().flatten().filter(|(it, _)| *it == column).map(|(_, strength)| *strength);
        let Some(strongest) = strengths.max() else { continue };
        let mut claimants = (0..claims.len()).filter(|at| claims[*at] == Some((column, strongest)));
        let first = claimants.next();
        match (claimants.next(), strongest) {
            (None, _) => *place = first,
            // Two that mean it: neither does.
            (Some(_), Strength::Meant) => {}
            (Some(_), Strength::Named | Strength::Said) => {
                *place = first;
                placing.twice.push(column);
            }
        }
    }
    placing
}

/// The table that a header tells: it misses none of the columns that it needs, and has more of
/// them than of any other. `None` below three: too little to tell.
pub fn tell(header: &[String], mapping: &SheetMapping) -> Option<Table> {
    let known = |table: Table| {
        let spec = table.spec();
        let places = settle(&claims(header, spec, mapping), spec).places;
        let is_whole = spec.columns.iter().zip(&places).all(|(column, place)| {
            !column.required || place.is_some() || mapping.constant(column.name).is_some()
        });
        let count = places.iter().flatten().count();
        (is_whole && count >= LEAST_TOLD).then_some(count)
    };
    let counts: Vec<(Table, usize)> =
        Table::ALL.iter().filter_map(|table| Some((*table, known(*table)?))).collect();
    let most = counts.iter().map(|(_, count)| *count).max()?;
    let mut told = counts.iter().filter(|(_, count)| *count == most);
    told.next().map(|(table, _)| *table).filter(|_| told.next().is_none())
}

fn claim(title: &str, spec: &TableSpec, mapping: &SheetMapping) -> Option<(usize, Strength)> {
    let at = |name: &str| spec.columns.iter().position(|column| column.name == name);
    if let Some(said) = mapping.column(title) {
        return Some((at(said?)?, Strength::Said));
    }
    // What stands in brackets says how to fill the column in.
    let bare = title.split_once('(').map(|(bare, _)| plain(bare));
    let mut names = [Some(plain(title)), bare].into_iter().flatten();
    names.find_map(|name| {
        if let Some(column) = at(&name) {
            return Some((column, Strength::Named));
        }
        let means = |column: &str| titles::of(spec.table, column).contains(&name.as_str());
        let column = spec.columns.iter().position(|column| means(column.name))?;
        Some((column, Strength::Meant))
    })
}

/// The column without a place that a title is like.
fn alike(name: &str, spec: &TableSpec, places: &[Option<usize>]) -> Option<&'static str> {
    if name.len() > LONGEST_TITLE {
        return None;
    }
    let missing = spec.columns.iter().zip(places).filter(|(_, place)| place.is_none());
    let words = missing.flat_map(|(column, _)| {
        let titles = titles::of(spec.table, column.name).iter().copied();
        std::iter::once(column.name).chain(titles).map(|word| (word, column.name))
    });
    let words: Vec<(&str, &'static str)> = words.collect();
    let found = like(name, words.iter().map(|(word, _)| *word))?;
    words.iter().find(|(word, _)| *word == found).map(|(_, column)| *column)
}
