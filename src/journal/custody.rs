//! A file that changed hands, made again from every entry about it: who owned it when, and what counts.
//!
//! Its history begins, here, where it was created or where the centre last passed it on whole. What a station
//! wrote while it owned the file counts; what it wrote of it at any other time is put aside.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::entry::{Entry, Header};
use super::journals::{Author, Journals};
use super::payload::{Payload, Said};
use crate::domain::assignment::{Assignment, TransferPhase};
use crate::domain::body::Body;
use crate::domain::file::EntryId;
use crate::domain::id::StationId;

/// An entry and what it says.
pub type Read = (Entry, Payload);

/// A place in what a station writes: an entry of one of its journals, and an instant for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    journal: StationId,
    sequence: u64,
    at: DateTime<Utc>,
}

impl Mark {
    fn is_before(&self, header: &Header) -> bool {
        match header.station == self.journal {
            true => self.sequence < header.sequence,
            false => self.at < header.at,
        }
    }
}

/// When a station owned the file: after the first mark, up to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tenure {
    station: StationId,
    after: Option<Mark>,
    to: Option<Mark>,
}

impl Tenure {
    fn holds(&self, author: StationId, header: &Header) -> bool {
        let has_begun = self.after.is_none_or(|after| after.is_before(header));
        author == self.station && has_begun && !self.to.is_some_and(|to| to.is_before(header))
    }
}

/// Where the file begins that is in this store.
struct Beginning {
    epoch: u32,
    owner: StationId,
    /// The stretch of the return journal that passed it on; none where it was created.
    passed_on: Option<(EntryId, u64)>,
}

/// What the entries about a file come to.
#[derive(Debug, Default)]
pub struct Custody {
    /// Who owns the file now.
    pub owner: Option<StationId>,
    /// Who owned what counts here.
    pub kept_by: Option<StationId>,
    /// The history that was passed on, in order.
    pub passed_on: Vec<Read>,
    /// What the owner wrote, and the centre for it, in the order of their journals.
    pub counted: Vec<Read>,
    /// What was written by who did not own the file.
    pub aside: Vec<EntryId>,
}

/// Sorts out the entries about one person.
pub fn of(entries: Vec<Read>, journals: &Journals) -> Custody {
    let epochs = epochs(&entries, journals);
    let Some(creator) = creator(&entries, journals, &epochs) else { return Custody::default() };
    let tenures = tenures(&entries, journals, &epochs, creator);
    let beginning = beginning(&entries, journals, creator);
    let mut custody = Custody {
        owner: Some(epochs.values().next_back().map_or(creator, owner_after)),
        kept_by: Some(beginning.owner),
        ..Custody::default()
    };
    let tenure = tenures.get(&beginning.epoch).copied();
    for read in entries {
        let id = read.0.id();
        match journals.author(id.station) {
            Author::Centre { to } if to == beginning.owner => match beginning.passed_on {
                Some((grant, carried))
                    if (grant.sequence - carried..grant.sequence).contains(&id.sequence) =>
                {
                    custody.passed_on.push(read);
                }
                Some((grant, _)) if id.sequence < grant.sequence => {}
                Some(_) | None => custody.counted.push(read),
            },
            Author::Station(it) if tenure.is_some_and(|tenure| tenure.holds(it, &read.0.header)) => {
                custody.counted.push(read);
            }
            // It was passed on with the rest.
            Author::Station(it) if tenures.values().any(|tenure| tenure.holds(it, &read.0.header)) => {}
            // That it hands over what was asked of it, and given meanwhile, proposes nothing.
            Author::Station(_) if assignment(&read, journals).is_some_and(|it| is_granted(it, &epochs)) => {}
            Author::Station(_) => custody.aside.push(id),
            Author::Centre { .. } => {}
        }
    }
    custody.passed_on.sort_by_key(|(entry, _)| entry.header.sequence);
    custody
}

/// The transfer that an entry speaks of, if its author may: the centre decides, and a station hands over what it
/// has itself. What anybody else says of it is not listened to.
fn assignment<'a>(read: &'a Read, journals: &Journals) -> Option<&'a Assignment> {
    let Said::Is(Body::Assignment(it)) = &read.1.said else { return None };
    let is_heard = match journals.author(read.0.header.station) {
        Author::Centre { .. } => true,
        Author::Station(station) => it.phase == TransferPhase::HandedOver && it.from == station,
    };
    is_heard.then_some(it)
}

/// Whether that change of hands came to its end.
fn is_granted(it: &Assignment, epochs: &BTreeMap<u32, Assignment>) -> bool {
    let last = epochs.get(&it.epoch);
    last.is_some_and(|last| last.phase == TransferPhase::Granted && last.from == it.from)
}

/// The furthest phase of each change of hands.
fn epochs(entries: &[Read], journals: &Journals) -> BTreeMap<u32, Assignment> {
    let mut epochs: BTreeMap<u32, Assignment> = BTreeMap::new();
    for it in entries.iter().filter_map(|read| assignment(read, journals)) {
        let known = epochs.entry(it.epoch).or_insert_with(|| it.clone());
        if it.phase > known.phase {
            known.clone_from(it);
        }
    }
    epochs
}

fn owner_after(it: &Assignment) -> StationId {
    match it.phase {
        TransferPhase::Asked | TransferPhase::HandedOver => it.from,
        TransferPhase::Granted => it.to,
    }
}

/// Who had the file before it changed hands for the first time.
fn creator(entries: &[Read], journals: &Journals, epochs: &BTreeMap<u32, Assignment>) -> Option<StationId> {
    let by_hand = entries.iter().find_map(|(entry, payload)| {
        let is_page = matches!(payload.said, Said::Is(Body::Person(_))) && entry.header.replaces.is_none();
        match journals.author(entry.header.station) {
            Author::Station(station) if is_page => Some(station),
            Author::Station(_) | Author::Centre { .. } => None,
        }
    });
    epochs.get(&1).map(|first| first.from).or(by_hand)
}

/// When who owned the file, by number of the change of hands that began it.
fn tenures(
    entries: &[Read],
    journals: &Journals,
    epochs: &BTreeMap<u32, Assignment>,
    creator: StationId,
) -> BTreeMap<u32, Tenure> {
    let said = |epoch: u32, phase: TransferPhase| {
        let is_it = move |it: &Assignment| it.epoch == epoch && it.phase == phase;
        entries
            .iter()
            .filter(move |read| assignment(read, journals).is_some_and(is_it))
            .map(|read| &read.0.header)
    };
    let granted_at = |epoch: u32| said(epoch, TransferPhase::Granted).map(|header| header.at).min();
    let handed_over = |epoch: u32, station: StationId| {
        let mut over = said(epoch, TransferPhase::HandedOver);
        let of_station = over.find(|header| journals.author(header.station) == Author::Station(station));
        of_station.map(|it| Mark { journal: it.station, sequence: it.sequence, at: it.at })
    };
    let cut = |epoch: u32, station: StationId| {
        let next = epochs.get(&epoch)?;
        Some(Mark { journal: next.cut_in.unwrap_or(station), sequence: next.cut?, at: granted_at(epoch)? })
    };
    // What a lost station wrote after the file was given away was not passed on, even if it had handed it over.
    let end =
        |epoch: u32, station: StationId| cut(epoch + 1, station).or_else(|| handed_over(epoch + 1, station));
    let first = (0, Tenure { station: creator, after: None, to: end(0, creator) });
    let granted = epochs.iter().filter(|(_, it)| it.phase == TransferPhase::Granted);
    let later = granted.filter_map(|(epoch, it)| {
        let journal = it.after_in.unwrap_or(it.to);
        let after = Mark { journal, sequence: it.after, at: granted_at(*epoch)? };
        Some((*epoch, Tenure { station: it.to, after: Some(after), to: end(*epoch, it.to) }))
    });
    std::iter::once(first).chain(later).collect()
}

/// The last time that the centre passed the file on, in what this store has.
fn beginning(entries: &[Read], journals: &Journals, creator: StationId) -> Beginning {
    let passed_on = entries.iter().filter_map(|read| {
        let it = assignment(read, journals).filter(|it| it.phase == TransferPhase::Granted)?;
        let is_to = journals.author(read.0.header.station) == Author::Centre { to: it.to };
        let is_first_hand = read.1.origin.is_none();
        (is_to && is_first_hand).then(|| Beginning {
            epoch: it.epoch,
            owner: it.to,
            passed_on: Some((read.0.id(), it.carried)),
        })
    });
    passed_on.max_by_key(|it| it.epoch).unwrap_or(Beginning { epoch: 0, owner: creator, passed_on: None })
}
