//! The check of a journal while it is read: every entry sealed, in its place, and following the
//! one before it; what is not is taken from the segments, or named.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::keyring::Keyring;
use super::keys::Keys;
use super::record::open_header;
use super::segments::Segments;
use super::visit::{Opened, Sealed, open_one};
use super::{LostEntry, Repair};
use crate::domain::file::EntryId;
use crate::domain::id::{PersonId, StationId};
use crate::journal::entry::{Digest, Entry};

/// Where the reading of one journal stands.
#[derive(Default, Clone, Copy)]
struct Place {
    sequence: u64,
    /// Chain digest after it; unknown after an entry that was lost.
    digest: Option<Digest>,
    /// Whom the last entry concerned, and when it was written.
    before: Option<(Option<PersonId>, DateTime<Utc>)>,
}

/// The check of all journals of a store.
pub(super) struct Check<'a> {
    keys: &'a Keys,
    keyring: &'a Keyring,
    segments: &'a Segments,
    places: BTreeMap<StationId, Place>,
    /// Entries lost since the last one that was read, with what their header says.
    lost: Vec<LostEntry>,
    repairs: Vec<Repair>,
    mended: Sealed,
}

impl<'a> Check<'a> {
    pub(super) fn new(keys: &'a Keys, keyring: &'a Keyring, segments: &'a Segments) -> Self {
        let (places, lost, repairs, mended) = Default::default();
        Self { keys, keyring, segments, places, lost, repairs, mended }
    }

    /// Takes the next entry of a journal; gives it back if it can be read at all.
    pub(super) fn accept(&mut self, id: EntryId, opened: Opened) -> Option<Entry> {
        let start = Place { digest: Some(Digest::ZERO), ..Place::default() };
        let mut place = self.places.get(&id.station).copied().unwrap_or(start);
        for sequence in place.sequence + 1..id.sequence {
            self.lose(EntryId { sequence, ..id }, None);
            place.digest = None;
        }
        let follows = |entry: &Entry| place.digest.is_none_or(|digest| digest == entry.header.previous);
        let opened = match opened {
            Ok((entry, head)) if follows(&entry) => Ok((entry, head)),
            other => self.other_copy(id, other),
        };
        place.sequence = id.sequence;
        let entry = match opened {
            Ok((entry, head)) => {
                if !follows(&entry) {
                    self.repairs.push(Repair::ChainBroken { entry: id });
                }
                self.name_lost(place.before, Some(&entry));
                place.digest = Some(head.digest);
                place.before = Some((entry.header.person, entry.header.at));
                if self.lacks_key(&entry) {
                    self.lose(id, Some(&entry));
                }
                Some(entry)
            }
            Err(record) => {
                let header = self.header_of(id, &record);
                place.digest = header.as_ref().map(|entry| entry.head().digest);
                self.lose(id, header.as_ref());
                None
            }
        };
        self.places.insert(id.station, place);
        entry
    }

    /// What was found, and the records that the engine must have again.
    pub(super) fn finish(mut self) -> (Vec<Repair>, Sealed) {
        for (station, head) in self.segments.heads() {
            let place = self.places.get(station).copied().unwrap_or_default();
            for sequence in place.sequence + 1..=head.sequence {
                self.lose(EntryId { station: *station, sequence }, None);
            }
            self.name_lost(place.before, None);
        }
        (self.repairs, self.mended)
    }

    /// The segments' version of an entry whose other version is not good, unless they have none.
    fn other_copy(&mut self, id: EntryId, other: Opened) -> Opened {
        let Some(record) = self.segments.record(self.keys, id) else { return other };
        let opened = open_one(self.keys, self.keyring, id, record.clone());
        if opened.is_ok() {
            self.mended.push((id, record));
            return opened;
        }
        other
    }

    /// Whether the payload is there but its key is not, though the person was not erased.
    fn lacks_key(&self, entry: &Entry) -> bool {
        let person = entry.header.person;
        entry.payload.is_none() && person.is_some_and(|person| self.keyring.get(person).is_none())
    }

    fn header_of(&self, id: EntryId, record: &[u8]) -> Option<Entry> {
        let (header, _) = open_header(self.keys, id, record).ok()?;
        Entry::from_bytes(header, None).ok().filter(|entry| entry.id() == id)
    }

    fn lose(&mut self, entry: EntryId, header: Option<&Entry>) {
        let person = header.and_then(|entry| entry.header.person);
        self.lost.push(LostEntry { entry, person, about: header.map(|entry| entry.header.at) });
    }

    /// Names what was lost between two entries: what both concern, it concerned.
    fn name_lost(&mut self, before: Option<(Option<PersonId>, DateTime<Utc>)>, after: Option<&Entry>) {
        for mut lost in self.lost.drain(..) {
            let next = after.map(|entry| (entry.header.person, entry.header.at));
            if lost.about.is_none() {
                lost.about = before.or(next).map(|(_, at)| at);
                lost.person = match (before, next) {
                    (Some((one, _)), Some((other, _))) if one == other => one,
                    _ => None,
                };
            }
            self.repairs.push(Repair::Lost(lost));
        }
    }
}
