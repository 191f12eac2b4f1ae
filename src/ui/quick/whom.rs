//! Whom a quick line is about, and what it means for each of them.
//!
//! In an open file the line needs no name, so a line that begins with one may be text, or be about somebody
//! else. Nobody is guessed: the words are then read both ways, and the user chooses whose interview it is.

use super::parse::{Subject, Understood, parse};
use crate::domain::habits;
use crate::domain::id::PersonId;
use crate::search::fold;
use crate::ui::cx::Cx;

/// Most people offered when words lead to several.
pub(super) const MOST_OFFERED: usize = 4;
/// Most people among whom those offered are chosen.
const MOST_FOUND: usize = 40;
/// Fewest letters of a name that is not whole, in an open file: two may begin any record.
const FEWEST_LETTERS: usize = 3;

/// What a line may mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// People whom it may be about, the likeliest first.
    pub people: Vec<PersonId>,
    /// What it means for them.
    understood: Understood,
    /// The person whose file is open, and what it means for them.
    open: Option<(PersonId, Understood)>,
}

impl Reading {
    /// Reads a line, typed in the file of `subject` or elsewhere.
    pub fn of(line: &str, subject: Option<PersonId>, cx: &Cx<'_>) -> Self {
        let leads = |words: &str| cx.model.index.find(words, 1).first().is_some_and(|hit| !hit.is_guess());
        let named = parse(line, Subject::Named(&leads));
        let Some(subject) = subject else {
            let people = likeliest(&named.person, cx);
            return Self { people, understood: named, open: None };
        };
        let plain = parse(line, Subject::Open);
        let others = if begins_with_a_duration(line) { Vec::new() } else { named_in(&named, cx) };
        let is_named = others.contains(&subject);
        let others: Vec<PersonId> = others.into_iter().filter(|it| *it != subject).collect();
        // Their own name before codes is only a name; before text it may well be the text.
        let says_more = !named.record.is_empty() && !has_codes(&named);
        let (own, others) = match (is_named, says_more) {
            (true, true) => (plain, Vec::new()),
            (true, false) => (named.clone(), others),
            (false, _) => (plain, others),
        };
        let people = [subject].into_iter().chain(others).take(MOST_OFFERED).collect();
        Self { people, understood: named, open: Some((subject, own)) }
    }

    /// What the line means if it is about that person.
    pub fn about(&self, person: Option<PersonId>) -> &Understood {
        match &self.open {
            Some((subject, own)) if person.is_none_or(|it| it == *subject) => own,
            Some(_) | None => &self.understood,
        }
    }

    /// The words that name somebody.
    pub fn words(&self) -> &str {
        &self.understood.person
    }
}

/// People whom the first words of a line name, when an open file would otherwise take them for text: by a whole
/// name, or by its start when nothing but codes follows. A typo names somebody only before a duration, which no
/// record has there.
fn named_in(named: &Understood, cx: &Cx<'_>) -> Vec<PersonId> {
    let is_bare = named.record.is_empty() || has_codes(named);
    let is_long = named.person.chars().count() >= FEWEST_LETTERS;
    if is_bare && is_long {
        let is_sure = named.duration_min.is_some()
            || cx.model.index.find(&named.person, 1).iter().any(crate::search::Hit::is_exact);
        return if is_sure { likeliest(&named.person, cx) } else { Vec::new() };
    }
    let typed = fold::words(&named.person);
    let has_all = |person: &PersonId| {
        let names =
            cx.file(*person).map(|file| fold::words(&file.person.value.display_name())).unwrap_or_default();
        typed.iter().all(|word| names.contains(word))
    };
    likeliest(&named.person, cx).into_iter().filter(has_all).collect()
}

fn has_codes(understood: &Understood) -> bool {
    understood.duration_min.is_some() || understood.modality.is_some() || understood.signing.is_some()
}

/// A line that begins with a duration says of nobody else.
fn begins_with_a_duration(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    parse(first, Subject::Open).duration_min.is_some()
}

/// The people whom words lead to: those found as they were typed hide those found with a typo.
fn likeliest(words: &str, cx: &Cx<'_>) -> Vec<PersonId> {
    if words.is_empty() {
        return Vec::new();
    }
    let hits = cx.model.index.find(words, MOST_FOUND);
    let has_exact = hits.iter().any(crate::search::Hit::is_exact);
    let hits = hits.into_iter().filter(|hit| hit.is_exact() || !has_exact);
    let mut people: Vec<PersonId> = hits.map(|hit| hit.person).collect();
    people.sort_by_key(|person| likelihood(*person, cx));
    people.truncate(MOST_OFFERED);
    people
}

/// Of several people, the one who comes today is the likeliest, then those who are followed.
fn likelihood(person: PersonId, cx: &Cx<'_>) -> u8 {
    let comes = cx.file(person).is_some_and(|file| habits::planned_on(file, cx.now.today).is_some());
    match cx.model.board.standing(person) {
        _ if comes => 0,
        Some(standing) if !standing.is_over() => 1,
        Some(_) | None => 2,
    }
}
