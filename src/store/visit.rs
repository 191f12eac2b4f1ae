//! Reading the journal: all of it at unlock, on every core; one entry or one person's later.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::check::Check;
use super::engine::Engine;
use super::keyring::Keyring;
use super::keys::Keys;
use super::mirror::{head_pair, record_key, record_of, records_prefix};
use super::record::open_entry;
use super::segments::Segments;
use super::{Error, Repair, Store};
use crate::domain::file::EntryId;
use crate::domain::id::{PersonId, StationId};
use crate::journal::entry::{Entry, Head};

/// Most threads that decrypt; beyond, the fold is what takes time.
const MOST_WORKERS: usize = 4;

/// Records, each with the entry that it should be, in order.
pub(super) type Sealed = Vec<(EntryId, Vec<u8>)>;
/// What a worker made of a record: the entry and where the journal stands after it, or the
/// record as it was.
pub(super) type Opened = Result<(Entry, Head), Vec<u8>>;

/// What the engine could not give.
#[derive(Default)]
struct Missing {
    ids: Vec<EntryId>,
    stopped: bool,
}

impl Store {
    /// Gives every entry to `each`, journal by journal and in order, after checking its seal
    /// and its place in the chain. What one copy of the journal cannot give back is taken from
    /// the other, which is then put right; the result says what was.
    ///
    /// # Errors
    /// Those of sealing; damage is no error but a [`Repair`].
    pub fn visit(&mut self, mut each: impl FnMut(Entry)) -> Result<Vec<Repair>, Error> {
        let mut index: HashMap<Option<PersonId>, Vec<EntryId>> = HashMap::new();
        let (keys, keyring, segments) = (&self.keys, &self.keyring, &self.segments);
        let mut check = Check::new(keys, keyring, segments);
        let missing = std::thread::scope(|scope| {
            let workers = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
            let (mut inboxes, mut outboxes) = (Vec::new(), Vec::new());
            for _ in 0..workers {
                let (give, take) = sync_channel::<Sealed>(2);
                let (done, ready) = sync_channel::<Vec<(EntryId, Opened)>>(2);
                scope.spawn(move || open_all(keys, keyring, &take, &done));
                inboxes.push(give);
                outboxes.push(ready);
            }
            let engine = self.engine.as_ref();
            let feeder = scope.spawn(move || feed(engine, segments, keys, inboxes));
            // Workers are served in turn, so what they give back is in order.
            for outbox in outboxes.iter().cycle() {
                let Ok(opened) = outbox.recv() else { break };
                for (id, opened) in opened {
                    if let Some(entry) = check.accept(id, opened) {
                        index.entry(entry.header.person).or_default().push(id);
                        each(entry);
                    }
                }
            }
            feeder.join().unwrap_or_default()
        });
        let (mut repairs, mut mended) = check.finish();
        let missing_records = missing.ids.iter().filter_map(|id| Some((*id, segments.record(keys, *id)?)));
        mended.extend(missing_records);
        self.mend_engine(mended, missing.stopped, &mut repairs)?;
        self.index = Some(index);
        Ok(repairs)
    }

    /// One entry; `None` when there is none, or no copy gives it back.
    pub fn read(&self, id: EntryId) -> Option<Entry> {
        let record = self.engine.as_ref().and_then(|engine| engine.get(record_key(id)).ok().flatten());
        let entry = record.and_then(|record| open_entry(&self.keys, &self.keyring, id, &record).ok());
        entry.or_else(|| {
            let record = self.segments.record(&self.keys, id)?;
            open_entry(&self.keys, &self.keyring, id, &record).ok()
        })
    }

    /// Every entry that concerns a person and can be read, oldest first.
    ///
    /// # Errors
    /// Those of [`Store::visit`], when the journal was not visited before.
    pub fn entries_of(&mut self, person: PersonId) -> Result<Vec<Entry>, Error> {
        self.entries_about(Some(person))
    }

    /// How many people the entries of these journals concern, after the number beside each.
    ///
    /// # Errors
    /// Those of [`Store::visit`], when the journal was not visited before.
    pub fn people_after(&mut self, known: &BTreeMap<StationId, u64>) -> Result<usize, Error> {
        if self.index.is_none() {
            self.visit(drop)?;
        }
        let is_since = |id: &EntryId| known.get(&id.station).is_some_and(|known| id.sequence > *known);
        let people = self.index.iter().flatten().filter(|(person, _)| person.is_some());
        Ok(people.filter(|(_, entries)| entries.iter().any(is_since)).count())
    }

    /// Every entry that concerns no person, oldest first.
    ///
    /// # Errors
    /// Those of [`Store::visit`], when the journal was not visited before.
    pub fn entries_of_nobody(&mut self) -> Result<Vec<Entry>, Error> {
        self.entries_about(None)
    }

    fn entries_about(&mut self, person: Option<PersonId>) -> Result<Vec<Entry>, Error> {
        if self.index.is_none() {
            self.visit(drop)?;
        }
        let ids = self.index.as_ref().and_then(|index| index.get(&person));
        Ok(ids.into_iter().flatten().filter_map(|id| self.read(*id)).collect())
    }

    /// Puts right what the engine did not give back. One that opened and then stopped is made again, and
    /// given up when it cannot be: the segments answer.
    fn mend_engine(&mut self, mended: Sealed, stopped: bool, repairs: &mut Vec<Repair>) -> Result<(), Error> {
        if stopped {
            if self.rebuild_engine(repairs).is_err() {
                self.engine = None;
                repairs.push(Repair::EngineStopped);
            }
            return Ok(());
        }
        let Some(engine) = self.engine.as_ref().filter(|_| !mended.is_empty()) else { return Ok(()) };
        repairs.push(Repair::EngineMended { entries: mended.len() as u64 });
        let mut pairs: Vec<_> = mended.into_iter().map(|(id, record)| (record_key(id), record)).collect();
        for (station, head) in self.segments.heads() {
            pairs.push(head_pair(&self.keys, *station, *head)?);
        }
        engine.put(pairs);
        Ok(())
    }
}

/// Opens what comes in, until nothing comes any more.
fn open_all(
    keys: &Keys,
    keyring: &Keyring,
    take: &Receiver<Sealed>,
    done: &SyncSender<Vec<(EntryId, Opened)>>,
) {
    while let Ok(sealed) = take.recv() {
        let opened = sealed.into_iter().map(|(id, record)| (id, open_one(keys, keyring, id, record)));
        if done.send(opened.collect()).is_err() {
            return;
        }
    }
}

/// Opens one record.
pub(super) fn open_one(keys: &Keys, keyring: &Keyring, id: EntryId, record: Vec<u8>) -> Opened {
    match open_entry(keys, keyring, id, &record) {
        Ok(entry) => {
            let head = entry.head();
            Ok((entry, head))
        }
        Err(_) => Err(record),
    }
}

/// Hands all records to the workers in turn: those of the engine, and those of the segments
/// where the engine has none.
fn feed(
    engine: Option<&Engine>,
    segments: &Segments,
    keys: &Keys,
    inboxes: Vec<SyncSender<Sealed>>,
) -> Missing {
    let mut missing = Missing::default();
    let mut turns = inboxes.iter().cycle();
    let mut give = |sealed: Sealed| turns.next().is_some_and(|inbox| inbox.send(sealed).is_ok());
    for (station, head) in segments.heads() {
        let mut next = 1;
        let chunks = engine.map(|engine| engine.scan(records_prefix(*station))).into_iter().flatten();
        for chunk in chunks {
            let Ok(pairs) = chunk else {
                missing.stopped = true;
                break;
            };
            let mut sealed = Vec::with_capacity(pairs.len());
            for (key, record) in pairs {
                let Some(id) = record_of(&key).filter(|id| (next..=head.sequence).contains(&id.sequence))
                else {
                    continue;
                };
                for (id, record) in from_segments(segments, keys, *station, next..id.sequence) {
                    missing.ids.push(id);
                    sealed.push((id, record));
                }
                next = id.sequence + 1;
                sealed.push((id, record));
            }
            if !give(sealed) {
                return missing;
            }
        }
        for sealed in segments.records_from(keys, *station, next) {
            missing.ids.extend(sealed.iter().map(|(id, _)| *id).filter(|_| engine.is_some()));
            if !give(sealed) {
                return missing;
            }
        }
    }
    missing.stopped |= engine.is_some_and(|engine| engine.trouble().is_some());
    missing
}

fn from_segments(segments: &Segments, keys: &Keys, station: StationId, range: Range<u64>) -> Sealed {
    if range.is_empty() {
        return Sealed::new();
    }
    let records = segments.records_from(keys, station, range.start).flatten();
    records.take_while(|(id, _)| id.sequence < range.end).collect()
}
