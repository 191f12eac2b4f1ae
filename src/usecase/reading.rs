//! Reading entries into what people see: all of them when the station is opened, then what is written and what
//! comes.

use super::error::Error;
use super::session::Session;
use crate::domain::file::EntryId;
use crate::journal::acts::Acts;
use crate::journal::entry::{Entry, Header};
use crate::journal::fold::Fold;
use crate::journal::{lives, payload};

/// Bytes of entries that are taken in as one: a frame holds twice as much.
const TAKEN_AT_ONCE: usize = 128 << 20;

impl Session {
    /// Reads every journal, once.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn read_journals(&mut self) -> Result<(), Error> {
        let (fold, acts) = (&mut self.fold, &mut self.acts);
        // The centre writes in several journals, which are read one after the other.
        let is_centre = fold.journals().is_centre();
        let (mut written_here, mut of_lives) = (Vec::new(), Vec::new());
        self.repairs = self.store.visit(|entry| {
            if fold.journals().has_lives(entry.header.station) {
                of_lives.push(entry);
            } else if is_centre && fold.journals().is_written_here(entry.header.station) {
                let payload = payload::of(&entry);
                let tie = payload.as_ref().map_or((None, None), |it| (it.batch, it.undoes));
                written_here.push((entry.header.clone(), tie));
                fold.apply_said(&entry, payload.map(|payload| payload.said));
            } else {
                take(fold, acts, &entry);
            }
        })?;
        written_here.sort_by_key(|(header, (batch, _))| (header.at, *batch, header.station, header.sequence));
        written_here.iter().for_each(|(header, (batch, undoes))| acts.push(header, *batch, *undoes));
        let of_lives = lives::reorder(of_lives, fold.journals(), |entry| &entry.header);
        of_lives.iter().for_each(|entry| take(fold, acts, entry));
        fold.finish();
        self.refold_moved()
    }

    /// Reads everything again: what was written in a life before came after what was written since.
    fn read_again(&mut self) -> Result<(), Error> {
        self.fold = Fold::of(self.fold.journals().clone());
        self.acts = Acts::default();
        self.read_journals()?;
        self.finish_all_erasing();
        Ok(())
    }

    /// Reads what was just written.
    pub(super) fn reread(&mut self, entries: &[Entry]) -> Result<(), Error> {
        // A clock that was set back.
        let mut by_journal = entries.chunk_by(|one, next| one.header.station == next.header.station);
        if by_journal.any(|of_one| self.is_of_past(of_one)) {
            return self.read_again();
        }
        entries.iter().for_each(|entry| take(&mut self.fold, &mut self.acts, entry));
        self.refold_moved()
    }

    /// Makes again the files that changed hands, or that two stations say to have made, and of which something
    /// new was read. Whose page came first here made the file.
    fn refold_moved(&mut self) -> Result<(), Error> {
        let moved = self.fold.take_to_refold();
        if moved.is_empty() {
            return Ok(());
        }
        let arrivals = self.arrivals()?;
        for person in moved {
            let mut entries = self.read_of(person)?;
            entries.sort_by_key(|(entry, _)| arrivals.at(&entry.header));
            let entries = lives::reorder(entries, self.fold.journals(), |(entry, _)| &entry.header);
            self.fold.refold(person, entries);
        }
        Ok(())
    }

    /// Takes in entries of other stations: when this returns they are on the disk, and read. All of them or
    /// none, unless there are more than one frame of the journal holds: then whoever takes them in again goes
    /// on from where it stopped.
    pub(super) fn take_in(&mut self, entries: &[Entry]) -> Result<(), Error> {
        let mut is_of_past = false;
        let mut size = 0;
        let goes_with = |one: &Entry, next: &Entry| {
            size += next.header_bytes.len() + next.payload.as_ref().map_or(0, Vec::len);
            let is_of_frame = one.header.station == next.header.station && size < TAKEN_AT_ONCE;
            if !is_of_frame {
                size = 0;
            }
            is_of_frame
        };
        for journal in entries.chunk_by(goes_with) {
            is_of_past |= self.is_of_past(journal);
            self.store.take_in(journal)?;
            if !is_of_past {
                journal.iter().for_each(|entry| take(&mut self.fold, &mut self.acts, entry));
            }
        }
        if is_of_past { self.read_again() } else { self.refold_moved() }
    }

    /// Whether entries of one journal were written before what is here of their station's other lives.
    fn is_of_past(&self, entries: &[Entry]) -> bool {
        let Some(first) = entries.first().filter(|it| self.fold.journals().has_lives(it.header.station))
        else {
            return false;
        };
        let (journals, journal) = (self.fold.journals(), first.header.station);
        let others =
            journals.journals_of(journals.station_of(journal)).into_iter().filter(|it| *it != journal);
        let lasts = others.filter_map(|it| {
            let sequence = self.store.head_of(it).sequence;
            self.store.read(EntryId { station: it, sequence })
        });
        let place = |header: &Header| (header.at, header.station);
        let reached = lasts.map(|entry| place(&entry.header)).max();
        reached.is_some_and(|reached| entries.iter().any(|entry| place(&entry.header) < reached))
    }
}

/// Reads an entry into what people see; what another station did is not undone here.
fn take(fold: &mut Fold, acts: &mut Acts, entry: &Entry) {
    let payload = payload::of(entry);
    let is_written_here = fold.journals().is_written_here(entry.header.station);
    if let Some(payload) = payload.as_ref().filter(|_| is_written_here) {
        acts.push(&entry.header, payload.batch, payload.undoes);
    }
    fold.apply_said(entry, payload.map(|payload| payload.said));
}
