//! Saving: one transaction is one frame, durable before it is told.

use chrono::{DateTime, Utc};

use super::mirror::{head_pair, record_key};
use super::record::seal_entry;
use super::small::replace_both;
use super::{Error, Store};
use crate::domain::file::EntryId;
use crate::domain::id::{PersonId, StationId};
use crate::domain::now::Now;
use crate::journal::entry::{Draft, Entry, Head};

/// Most bytes of one payload, so that the entry fits a line of a bundle.
pub const PAYLOAD_LIMIT: usize = 240 * 1024;

impl Store {
    /// Saves `drafts` as the next entries of the station's journal, all of them or none. When
    /// this returns they are durable.
    ///
    /// # Errors
    /// Those of the disk, [`Error::TooLarge`], [`Error::Erased`]. What was saved before stands,
    /// nothing else does.
    pub fn append(&mut self, drafts: Vec<Draft>, now: Now) -> Result<Vec<Entry>, Error> {
        self.append_dated(drafts.into_iter().map(|draft| (now.at, draft)).collect())
    }

    /// [`Store::append`], each entry with an instant of its own: a past that is written at once.
    ///
    /// # Errors
    /// Those of [`Store::append`].
    pub fn append_dated(&mut self, drafts: Vec<(DateTime<Utc>, Draft)>) -> Result<Vec<Entry>, Error> {
        self.append_to(self.journal(), drafts)
    }

    /// [`Store::append_dated`], in another journal that nobody but this station writes: the centre has one for
    /// each station that it answers.
    ///
    /// # Errors
    /// [`Error::OutOfPlace`] for the journal of a life that is over; those of [`Store::append`].
    pub fn append_to(
        &mut self,
        journal: StationId,
        drafts: Vec<(DateTime<Utc>, Draft)>,
    ) -> Result<Vec<Entry>, Error> {
        for bytes in drafts.iter().map(|(_, draft)| draft.payload.len()) {
            if bytes > PAYLOAD_LIMIT {
                return Err(Error::TooLarge { bytes: bytes as u64, limit_bytes: PAYLOAD_LIMIT as u64 });
            }
        }
        let mut head = self.head_of(journal);
        if journal == self.station() && journal != self.journal() {
            // Nothing is added to what was written before a restoration.
            return Err(Error::OutOfPlace { sequence: head.sequence + 1 });
        }
        let mut entries = Vec::with_capacity(drafts.len());
        for (at, draft) in drafts {
            let entry = Entry::following(head, journal, at, draft);
            head = entry.head();
            entries.push(entry);
        }
        self.write(&entries, head)?;
        Ok(entries)
    }

    /// Takes in entries of another journal, all of them or none: another station's, or this one's of a life
    /// before. They follow each other and what was taken in of it before ([`Store::head_of`]); those that were
    /// erased have no payload. When this returns they are durable.
    ///
    /// # Errors
    /// [`Error::OutOfPlace`] when they do not follow, or are of the journal in which this store writes; those of
    /// [`Store::append`].
    pub fn take_in(&mut self, entries: &[Entry]) -> Result<(), Error> {
        let Some(first) = entries.first() else { return Ok(()) };
        let station = first.header.station;
        let mut head = self.head_of(station);
        for entry in entries {
            let follows = entry.header.station == station && entry.check_follows(head).is_ok();
            if !follows || station == self.journal() {
                return Err(Error::OutOfPlace { sequence: entry.header.sequence });
            }
            head = entry.head();
        }
        self.write(entries, head)
    }

    /// Writes entries that follow each other in one journal, up to `head`.
    fn write(&mut self, entries: &[Entry], head: Head) -> Result<(), Error> {
        let Some(first) = entries.first() else { return Ok(()) };
        self.make_keys(entries.iter().filter_map(|entry| entry.header.person))?;
        let station = first.header.station;
        let records = entries
            .iter()
            .map(|entry| seal_entry(&self.keys, &self.keyring, entry))
            .collect::<Result<Vec<_>, _>>()?;
        let head_pair = head_pair(&self.keys, station, head)?;
        self.segments.append(&self.keys, station, &records, head)?;
        let ids = (first.header.sequence..).map(|sequence| EntryId { station, sequence });
        let mut pairs: Vec<_> = ids.map(record_key).zip(records).collect();
        pairs.push(head_pair);
        if let Some(engine) = &self.engine {
            engine.put(pairs);
        }
        if let Some(index) = &mut self.index {
            for entry in entries {
                index.entry(entry.header.person).or_default().push(entry.id());
            }
        }
        Ok(())
    }

    /// Gives a key to each person who has none. It is durable before the first thing sealed under it is.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn make_keys(&mut self, people: impl Iterator<Item = PersonId>) -> Result<(), Error> {
        if let Some(keyring) = self.keyring.with_keys_for(people)? {
            let sealed = keyring.to_sealed(&self.keys)?;
            replace_both(&*self.ground.files, &self.place.keyring(), &sealed)?;
            self.keyring = keyring;
        }
        Ok(())
    }
}
