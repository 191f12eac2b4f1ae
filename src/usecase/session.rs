//! An open station: the store, and what its entries add up to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::error::Error;
use super::outcome::{ActName, IMPORT, Patch, UndoState, Verb};
use super::random;
use super::trusting::DEMO;
use crate::domain::assignment::{self, Assignment};
use crate::domain::body::Body;
use crate::domain::file::{EntryId, File};
use crate::domain::id::{BatchId, ObjectId, PersonId, StationId};
use crate::domain::limitation::{self, Limitation};
use crate::domain::now::Now;
use crate::domain::recorded::Recorded as _;
use crate::journal::acts::{Act, Acts, Trace};
use crate::journal::entry::{Draft, Entry};
use crate::journal::fold::{Caseload, Fold, Latest};
use crate::journal::journals::{DECIDED, Journals};
use crate::journal::payload::{self, Payload, Said};
use crate::store::{Repair, Store};

/// An open station.
pub struct Session {
    pub(super) store: Store,
    pub(super) fold: Fold,
    pub(super) acts: Acts,
    /// What reading the journal found or put right.
    pub(super) repairs: Vec<Repair>,
    pub(super) is_demo: bool,
}

/// One version on its way to the journal.
pub(super) struct Writing {
    pub(super) person: Option<PersonId>,
    pub(super) object: ObjectId,
    pub(super) kind: String,
    pub(super) replaces: Option<EntryId>,
    pub(super) said: Said,
    pub(super) undoes: Option<EntryId>,
    pub(super) imported: bool,
}

impl Writing {
    /// A version of `object`: its first, or the one that comes after the entry `replaces`.
    pub(super) fn new(
        person: Option<PersonId>,
        object: ObjectId,
        replaces: Option<EntryId>,
        body: Body,
    ) -> Self {
        let kind = body.kind().to_owned();
        Self { person, object, kind, replaces, said: Said::Is(body), undoes: None, imported: false }
    }

    /// A new thing that the station says, which belongs to no person.
    pub(super) fn of_station(body: Body) -> Self {
        Self::new(None, ObjectId(random::bytes()), None, body)
    }
}

/// What one gesture writes: undone as one.
pub(super) struct Gesture {
    /// When, by the clock and by the calendar of the station.
    pub(super) now: Now,
    pub(super) writings: Vec<Writing>,
}

impl Session {
    /// Reads everything that the open `store` holds.
    ///
    /// # Errors
    /// The store's, when an entry cannot be read.
    pub fn open(store: Store) -> Result<Self, Error> {
        let own = store.station();
        let (fold, acts, repairs) = (Fold::of(Journals::of(own)), Acts::default(), Vec::new());
        let mut session = Self { store, fold, acts, repairs, is_demo: false };
        session.is_demo = session.store.local(DEMO)?.is_some();
        // A list that cannot be read keeps nobody from their files: what the centre decided waits.
        let _unheard = session.note_returns();
        let _unknown = session.note_lives();
        session.read_journals()?;
        session.finish_all_erasing();
        Ok(session)
    }

    /// Every entry about a person that can be read, with what it says.
    pub(super) fn read_of(&mut self, person: PersonId) -> Result<Vec<(Entry, Payload)>, Error> {
        let entries = self.store.entries_of(person)?;
        Ok(entries.into_iter().filter_map(|entry| payload::of(&entry).map(|said| (entry, said))).collect())
    }

    /// Everything that people see.
    pub const fn caseload(&self) -> &Caseload {
        &self.fold.caseload
    }

    /// The store, for what is neither an entry nor a draft.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The store, to change what is neither an entry nor a draft.
    pub const fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Whose journal is which.
    pub const fn journals(&self) -> &Journals {
        self.fold.journals()
    }

    /// Whether the station is a demonstration: nothing of it is ever trusted elsewhere.
    pub const fn is_demo(&self) -> bool {
        self.is_demo
    }

    /// The person's file.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`].
    pub fn file(&self, person: PersonId) -> Result<&Arc<File>, Error> {
        self.caseload().files.get(&person).ok_or(Error::NoSuchPerson)
    }

    /// Checks that `entry` is still the latest version of `object`.
    pub(super) fn check_latest(&self, object: ObjectId, entry: EntryId) -> Result<(), Error> {
        let latest = self.fold.latest(object).ok_or(Error::ChangedMeanwhile)?;
        if latest.entry == entry { Ok(()) } else { Err(Error::ChangedMeanwhile) }
    }

    /// Where a thing's latest version stands.
    pub(super) fn latest(&self, object: ObjectId) -> Option<Latest> {
        self.fold.latest(object)
    }

    /// Whether the act says anything of somebody whose processing is limited, but that it is.
    fn is_limited(&self, act: &Gesture) -> bool {
        let holds = |file: &Arc<File>| limitation::on(file, act.now.today).is_some();
        let others =
            act.writings.iter().filter(|it| ![Limitation::KIND, Assignment::KIND].contains(&&*it.kind));
        let mut people = others.filter_map(|it| self.caseload().files.get(&it.person?));
        people.any(holds)
    }

    /// Writes one act: when this returns, its entries are on the disk.
    pub(super) fn write(&mut self, writings: Vec<Writing>, now: Now) -> Result<Patch, Error> {
        self.write_acts(vec![Gesture { now, writings }])
    }

    /// Writes several acts at once: all of them are on the disk when this returns, or none. Where the centre
    /// decides for several stations, all or none for each.
    pub(super) fn write_acts(&mut self, acts: Vec<Gesture>) -> Result<Patch, Error> {
        if acts.iter().any(|act| self.is_limited(act)) {
            return Err(Error::ProcessingLimited);
        }
        let mut by_journal: BTreeMap<StationId, Vec<_>> = BTreeMap::new();
        for act in acts {
            let batch = Some(BatchId(random::bytes()));
            for writing in act.writings {
                let journal = self.journal_of(&writing)?;
                by_journal.entry(journal).or_default().push((act.now.at, draft(writing, batch)));
            }
        }
        let mut entries = Vec::new();
        for (journal, drafts) in by_journal {
            entries.extend(self.store.append_to(journal, drafts)?);
        }
        self.reread(&entries)?;
        let mut people: Vec<PersonId> = entries.iter().filter_map(|entry| entry.header.person).collect();
        people.sort_unstable();
        people.dedup();
        Ok(self.patch(&people))
    }

    /// Where a version is written: in the station's journal or, for what the centre decides of somebody whom a
    /// station follows, in the one that it keeps for that station.
    fn journal_of(&self, writing: &Writing) -> Result<StationId, Error> {
        let own = self.store.station();
        let file = writing.person.and_then(|person| self.caseload().files.get(&person));
        if writing.kind != Assignment::KIND && file.is_some_and(|file| assignment::is_underway(file)) {
            return Err(Error::TransferUnderway);
        }
        match writing.person.and_then(|person| self.owner(person)).filter(|owner| *owner != own) {
            None => Ok(self.store.journal()),
            Some(owner) if DECIDED.contains(&writing.kind.as_str()) => {
                self.fold.journals().return_to(owner).ok_or(Error::OwnedElsewhere)
            }
            // It would be kept and change nothing: nobody must think that it was saved.
            Some(_) => Err(Error::OwnedElsewhere),
        }
    }

    /// Reads what an entry says.
    pub(super) fn said(&self, id: EntryId) -> Result<(Entry, Payload), Error> {
        let entry = self.store.read(id).ok_or(Error::NoSuchEntry)?;
        let bytes = entry.payload.as_deref().ok_or(Error::NoSuchEntry)?;
        let payload = payload::decode(&entry.header.kind, bytes).map_err(|_| Error::NoSuchEntry)?;
        Ok((entry, payload))
    }

    /// Forgets a person who was erased.
    pub(super) fn forget(&mut self, person: PersonId, entries: u64) {
        self.fold.forget(person, entries);
        self.acts.forget(person);
    }

    pub(super) fn patch(&mut self, people: &[PersonId]) -> Patch {
        let files = people.iter().map(|id| (*id, self.caseload().files.get(id).cloned())).collect();
        let office = Arc::clone(&self.caseload().office);
        let others = self.caseload().others.clone();
        Patch { files, office, others, undo: self.undo_state(), unsent: self.unsent() }
    }

    /// Which station owns a person's file.
    pub fn owner(&self, person: PersonId) -> Option<StationId> {
        self.fold.owner(person)
    }

    /// Entries about somebody whose file another station owns: they change nothing.
    pub fn proposals(&self) -> &[EntryId] {
        self.fold.proposals()
    }

    /// What undo and redo would do now.
    pub fn undo_state(&mut self) -> UndoState {
        let undo = self.last_done();
        let redo = self.last_undone();
        UndoState { undo: undo.map(|act| self.name(&act)), redo: redo.map(|act| self.name_undone(&act)) }
    }

    pub(super) fn last_done(&mut self) -> Option<Act> {
        self.acts.last_done().cloned()
    }

    pub(super) fn last_undone(&mut self) -> Option<Act> {
        self.acts.last_undone().cloned()
    }

    /// The name of an act: the first thing that it wrote tells.
    pub(super) fn name(&self, act: &Act) -> ActName {
        self.name_by(act.traces.first(), act)
    }

    /// The same act once it was taken back: it was, last entry first, so what it is named by comes
    /// last.
    pub(super) fn name_undone(&self, act: &Act) -> ActName {
        self.name_by(act.traces.last(), act)
    }

    fn name_by(&self, trace: Option<&Trace>, act: &Act) -> ActName {
        let entries = act.traces.len();
        let people = act.traces.iter().filter_map(|trace| trace.person).collect::<BTreeSet<_>>().len();
        let Some(trace) = trace else {
            return ActName {
                kind: String::new(),
                verb: Verb::Changed,
                person: None,
                date: None,
                entries,
                people,
            };
        };
        if entries > 1 && self.is_imported(trace.entry) {
            let kind = IMPORT.to_owned();
            return ActName { kind, verb: Verb::Created, person: None, date: None, entries, people };
        }
        let said = |entry| match self.said(entry).map(|(_, payload)| payload.said) {
            Ok(Said::Is(body)) => Some(body),
            Ok(Said::Withdrawn | Said::Unknown) | Err(_) => None,
        };
        let (verb, body) = match said(trace.entry) {
            Some(body) if trace.replaces.is_none() => (Verb::Created, Some(body)),
            Some(body) => (Verb::Changed, Some(body)),
            // What is gone is named by what it was.
            None => (Verb::Withdrew, trace.replaces.and_then(said)),
        };
        let kind = body.as_ref().map_or(trace.kind.as_str(), |body| body.called()).to_owned();
        let date = body.as_ref().and_then(Body::day);
        ActName { kind, verb, person: trace.person, date, entries, people }
    }

    /// Whether an import wrote the entry, or what the entry takes back or does again.
    fn is_imported(&self, mut entry: EntryId) -> bool {
        while let Ok((_, payload)) = self.said(entry) {
            match payload.undoes {
                Some(undone) => entry = undone,
                None => return payload.imported,
            }
        }
        false
    }
}

/// A version as the journal takes it.
fn draft(writing: Writing, batch: Option<BatchId>) -> Draft {
    let payload = Payload {
        salt: random::bytes(),
        batch,
        undoes: writing.undoes,
        imported: writing.imported,
        origin: None,
        said: writing.said,
    };
    Draft {
        kind: writing.kind,
        object: writing.object,
        person: writing.person,
        replaces: writing.replaces,
        payload: payload::encode(&payload),
    }
}

/// When something was last kept, as whole seconds.
pub(super) fn whole_seconds(now: Now) -> DateTime<Utc> {
    use chrono::SubsecRound;
    now.at.trunc_subsecs(0)
}
