//! From what was typed to the people it may mean, the likeliest first.

use std::collections::HashMap;

use chrono::Datelike as _;
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::index::{Entry, Field, Index};
use super::query::{self, Token};
use crate::domain::id::PersonId;

/// Fewest letters of a word in which one typo is forgiven.
const TYPO_LETTERS: usize = 4;
/// Fewest letters of a word whose letters may be spread in the name.
const SPREAD_LETTERS: usize = 3;
/// Fewest digits that are looked for inside a telephone number.
const PHONE_DIGITS: usize = 3;

/// Distance of a match: 0 is the best. Fields come first, then how exact the word is.
type Distance = u32;
/// Added when the word has a typo: more than all the rest together, so that typos can be counted.
const TYPO: Distance = 1_000;
/// Added when the letters are spread in the name: after every typo.
const SPREAD: Distance = 1_000_000;
/// Added for a small word that the person's name does not have.
const NO_PARTICLE: Distance = 2;

/// A person found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub person: PersonId,
    /// How far from what was typed: 0 is the best.
    pub distance: u32,
}

impl Hit {
    /// Whether every word that was typed starts a word of the person, without a typo.
    pub const fn is_exact(&self) -> bool {
        self.distance < TYPO
    }

    /// Whether letters had to be looked for inside names: a guess rather than a find.
    pub const fn is_guess(&self) -> bool {
        self.distance >= SPREAD
    }
}

/// How close a word must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closeness {
    /// It starts a word of the person, perhaps with a typo.
    Start,
    /// Its letters stand in a word of the person, in order.
    Spread,
}

/// What a person has matched so far.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// How many tokens.
    matched: u16,
    /// Distance of the tokens before the last.
    before: Distance,
    /// Distance of all of them.
    total: Distance,
}

impl Index {
    /// The people that `typed` may mean, at most `limit` of them: starts of the family name, then
    /// of the given name, then of the rest, then with one typo; letters spread in a name only if
    /// nothing else is found. Everyone by name when nothing is typed.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<Hit> {
        let readings = query::readings(typed);
        let mut found = self.find_all(&readings, Closeness::Start);
        if found.is_empty() {
            found = self.find_all(&readings, Closeness::Spread);
        }
        self.best(found, limit)
    }

    fn find_all(&self, readings: &[Vec<Token>], closeness: Closeness) -> Vec<(Distance, u32)> {
        let mut found = self.find_one_reading(&readings[0], closeness);
        for reading in &readings[1..] {
            let mut known: HashMap<u32, usize> =
                found.iter().enumerate().map(|(at, (_, slot))| (*slot, at)).collect();
            for (distance, slot) in self.find_one_reading(reading, closeness) {
                let at = *known.entry(slot).or_insert(found.len());
                match found.get_mut(at) {
                    Some(hit) => hit.0 = hit.0.min(distance),
                    None => found.push((distance, slot)),
                }
            }
        }
        found
    }

    fn find_one_reading(&self, tokens: &[Token], closeness: Closeness) -> Vec<(Distance, u32)> {
        let mut tallies = vec![Tally::default(); self.entries.len()];
        let mut wanted = 0;
        for token in tokens {
            self.visit(token, closeness, &mut |slot, distance| {
                let tally = &mut tallies[slot as usize];
                if tally.matched == wanted {
                    *tally = Tally {
                        matched: wanted + 1,
                        before: tally.total,
                        total: tally.total.saturating_add(distance),
                    };
                } else if tally.matched == wanted + 1 {
                    tally.total = tally.total.min(tally.before.saturating_add(distance));
                }
            });
            if matches!(token, Token::Word { optional: true, .. }) {
                for tally in tallies.iter_mut().filter(|tally| tally.matched == wanted) {
                    tally.matched += 1;
                    tally.total = tally.total.saturating_add(NO_PARTICLE);
                }
            }
            wanted += 1;
        }
        let matching = |(slot, tally): (u32, &Tally)| {
            // One typo in all: with two, half the caseload answers to a short name.
            let is_close = tally.total < 2 * TYPO || closeness == Closeness::Spread;
            let is_found = is_close && tally.matched == wanted && self.entries[slot as usize].is_some();
            is_found.then_some((tally.total, slot))
        };
        (0..).zip(&tallies).filter_map(matching).collect()
    }

    /// Calls `found` with every slot that matches `token`, and how well.
    fn visit(&self, token: &Token, closeness: Closeness, found: &mut impl FnMut(u32, Distance)) {
        match token {
            Token::Word { text, .. } => {
                self.visit_starts(text, found);
                match closeness {
                    Closeness::Start => self.visit_typos(text, found),
                    Closeness::Spread => self.visit_spread(text, found),
                }
            }
            Token::Digits(digits) => {
                self.visit_starts(digits, found);
                let birth = BirthDate::of_digits(digits);
                self.visit_entries(found, |entry| {
                    birth.is_some_and(|birth| birth.is_of(entry))
                        || (digits.len() >= PHONE_DIGITS && entry.phone.contains(digits))
                });
            }
            Token::Date { day, month, year } => {
                let birth = BirthDate { day: Some((*day, *month)), year: *year };
                self.visit_entries(found, |entry| birth.is_of(entry));
            }
        }
    }

    fn visit_starts(&self, text: &str, found: &mut impl FnMut(u32, Distance)) {
        let from = (std::ops::Bound::Included(text), std::ops::Bound::Unbounded);
        for (word, postings) in self.words.range::<str, _>(from) {
            if !word.starts_with(text) {
                break;
            }
            for posting in postings {
                found(posting.slot, field_distance(posting.field) + u32::from(word.len() > text.len()));
            }
        }
    }

    fn visit_typos(&self, text: &str, found: &mut impl FnMut(u32, Distance)) {
        let typed: Vec<char> = text.chars().collect();
        if typed.len() < TYPO_LETTERS {
            return;
        }
        let mut letters = Vec::new();
        for (word, postings) in &self.words {
            letters.clear();
            letters.extend(word.chars());
            if starts_with_one_typo(&letters, &typed) {
                for posting in postings.iter().filter(|posting| posting.field != Field::Reference) {
                    found(posting.slot, TYPO + field_distance(posting.field));
                }
            }
        }
    }

    fn visit_spread(&self, text: &str, found: &mut impl FnMut(u32, Distance)) {
        if text.chars().count() < SPREAD_LETTERS {
            return;
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let (mut needle_letters, mut letters) = (Vec::new(), Vec::new());
        let needle = Utf32Str::new(text, &mut needle_letters);
        // The score of a perfect match, from which the others are told.
        let perfect = matcher.fuzzy_match(needle, needle).unwrap_or(0);
        for (word, postings) in &self.words {
            let Some(score) = matcher.fuzzy_match(Utf32Str::new(word, &mut letters), needle) else {
                continue;
            };
            let distance = SPREAD + Distance::from(perfect.saturating_sub(score));
            for posting in postings.iter().filter(|posting| posting.field != Field::Reference) {
                found(posting.slot, distance + field_distance(posting.field));
            }
        }
    }

    fn visit_entries(&self, found: &mut impl FnMut(u32, Distance), is_match: impl Fn(&Entry) -> bool) {
        for (slot, entry) in (0..).zip(&self.entries) {
            if entry.as_ref().is_some_and(&is_match) {
                found(slot, field_distance(Field::Reference));
            }
        }
    }

    /// The best `limit` of those found, in an order that does not depend on that of the index.
    fn best(&self, found: Vec<(Distance, u32)>, limit: usize) -> Vec<Hit> {
        let entry = |slot: u32| self.entries[slot as usize].as_ref().expect("only people in slots are found");
        // The start of the name goes along: comparing whole names of 200,000 people, scattered in
        // memory, would take a third of a second.
        let with_start = |(distance, slot): (Distance, u32)| (distance, entry(slot).order_start, slot);
        let mut found: Vec<(Distance, u128, u32)> = found.into_iter().map(with_start).collect();
        let compare = |a: &(Distance, u128, u32), b: &(Distance, u128, u32)| {
            (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| {
                let (first, second) = (entry(a.2), entry(b.2));
                first.order.cmp(&second.order).then_with(|| first.id.cmp(&second.id))
            })
        };
        if limit < found.len() {
            found.select_nth_unstable_by(limit, compare);
            found.truncate(limit);
        }
        found.sort_unstable_by(compare);
        found.into_iter().map(|(distance, _, slot)| Hit { person: entry(slot).id, distance }).collect()
    }
}

const fn field_distance(field: Field) -> Distance {
    match field {
        Field::Family => 0,
        Field::Given => 4,
        Field::Birth => 6,
        Field::Reference => 8,
    }
}

/// A birth date as it was typed: a year, a day, or both.
#[derive(Clone, Copy)]
struct BirthDate {
    /// Day and month.
    day: Option<(u32, u32)>,
    /// Year, in four digits, or in two.
    year: Option<i32>,
}

impl BirthDate {
    /// `1985`, `120385`, `12031985`.
    fn of_digits(digits: &str) -> Option<Self> {
        let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
        let day = part(0..2).zip(part(2..4));
        match digits.len() {
            4 => Some(Self { day: None, year: digits.parse().ok() }),
            6 | 8 => Some(Self { day, year: digits.get(4..)?.parse().ok() }),
            _ => None,
        }
    }

    fn is_of(self, entry: &Entry) -> bool {
        let birth = entry.birth_date;
        self.day.is_none_or(|day| day == (birth.day(), birth.month()))
            && self.year.is_none_or(|year| birth.year() == year || (year < 100 && birth.year() % 100 == year))
    }
}

/// Whether one letter more, less, other, or swapped with its neighbour makes `typed` the start of
/// `word`. Exact starts are not asked about.
fn starts_with_one_typo(word: &[char], typed: &[char]) -> bool {
    let same = word.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let starts = |word_from: usize, typed_from: usize| {
        let rest = typed.get(typed_from..).unwrap_or_default();
        word.get(word_from..).is_some_and(|word| word.starts_with(rest))
    };
    if same == typed.len() {
        return false;
    }
    // A last letter that is not the right one says nothing of a longer word: "mart" is no "marin".
    if same + 1 == typed.len() {
        return word.len() == same || word.len() == typed.len() || starts(same + 1, same);
    }
    let is_swapped = word.get(same + 1) == typed.get(same) && word.get(same) == typed.get(same + 1);
    starts(same + 1, same + 1)
        || starts(same, same + 1)
        || starts(same + 1, same)
        || (is_swapped && starts(same + 2, same + 2))
}
