//! The index: which folded words lead to whom.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::fold;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::journal::fold::Caseload;

/// Which part of the identity page a word comes from, the one that people ask for most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Name in use.
    Family,
    /// Given name.
    Given,
    /// Name at birth.
    Birth,
    /// Identifier of the source file.
    Reference,
}

/// A person who has a word, and where.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) slot: u32,
    pub(super) field: Field,
}

/// One person.
pub(super) struct Entry {
    pub(super) id: PersonId,
    /// Orders people whose names match equally well: folded name, birth date.
    pub(super) order: String,
    /// The first bytes of `order`, as a number that compares in the same way.
    pub(super) order_start: u128,
    pub(super) birth_date: NaiveDate,
    pub(super) phone: String,
    /// What leads here, to be taken away when the person changes.
    words: Vec<(String, Field)>,
}

/// People, by everything that they are looked for by.
#[derive(Default)]
pub struct Index {
    pub(super) entries: Vec<Option<Entry>>,
    pub(super) words: BTreeMap<String, Vec<Posting>>,
    slots: HashMap<PersonId, u32>,
    free: Vec<u32>,
}

impl Index {
    /// The index of everyone in `caseload`.
    pub fn of(caseload: &Caseload) -> Self {
        let mut index = Self::default();
        for (id, file) in &caseload.files {
            index.put(*id, Some(&file.person.value));
        }
        index
    }

    /// Puts a person in, instead of what was known of them; `None` takes them out.
    pub fn put(&mut self, id: PersonId, person: Option<&Person>) {
        self.take_out(id);
        let Some(person) = person else { return };
        let slot = self.free.pop().unwrap_or_else(|| {
            self.entries.push(None);
            u32::try_from(self.entries.len() - 1).expect("fewer than four thousand million people")
        });
        let words = words_of(person);
        for (word, field) in &words {
            let posting = Posting { slot, field: *field };
            match self.words.get_mut(word) {
                Some(postings) => postings.push(posting),
                None => {
                    self.words.insert(word.clone(), vec![posting]);
                }
            }
        }
        let family = fold::words(&person.family_name).join(" ");
        let given = fold::words(&person.given_name).join(" ");
        let order = format!("{family}\0{given}\0{}", person.birth_date);
        let entry = Entry {
            id,
            order_start: start_of(&order),
            order,
            birth_date: person.birth_date,
            phone: person.phone.as_deref().map(fold::phone_digits).unwrap_or_default(),
            words,
        };
        self.slots.insert(id, slot);
        self.entries[slot as usize] = Some(entry);
    }

    /// How many people are in.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether nobody is in.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    fn take_out(&mut self, id: PersonId) {
        let Some(slot) = self.slots.remove(&id) else { return };
        self.free.push(slot);
        let Some(entry) = self.entries[slot as usize].take() else { return };
        for (word, field) in entry.words {
            if let Some(postings) = self.words.get_mut(&word) {
                postings.retain(|posting| *posting != Posting { slot, field });
                if postings.is_empty() {
                    self.words.remove(&word);
                }
            }
        }
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index({} people […])", self.len())
    }
}

/// The first sixteen bytes of a text, filled with zeros.
fn start_of(text: &str) -> u128 {
    let mut start = [0; 16];
    let length = text.len().min(start.len());
    start[..length].copy_from_slice(&text.as_bytes()[..length]);
    u128::from_be_bytes(start)
}

/// The words that lead to a person.
fn words_of(person: &Person) -> Vec<(String, Field)> {
    let mut words = Vec::new();
    add_name(&mut words, &person.family_name, Field::Family);
    add_name(&mut words, &person.given_name, Field::Given);
    if let Some(name) = &person.birth_name {
        add_name(&mut words, name, Field::Birth);
    }
    if let Some(reference) = &person.reference {
        words.push((fold::words(reference).concat(), Field::Reference));
    }
    words.sort();
    words.dedup();
    words.retain(|(word, _)| !word.is_empty());
    words
}

/// Each word of a name, and all of them joined: `Le Goff` is found by `goff` and by `legoff`.
fn add_name(words: &mut Vec<(String, Field)>, name: &str, field: Field) {
    let parts = fold::words(name);
    if parts.len() > 1 {
        words.push((parts.concat(), field));
    }
    let are_all_particles = parts.iter().all(|part| fold::is_particle(part));
    let kept = parts.into_iter().filter(|part| are_all_particles || !fold::is_particle(part));
    words.extend(kept.map(|part| (part, field)));
}
