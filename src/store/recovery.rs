//! Putting damaged segments right: what they lack is looked for in the engine, in the damaged
//! parts themselves, then in the backups. Only what can be proved by its seal and by the chain is
//! taken, and a damaged segment is replaced only once its successor is durable.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::engine::Engine;
use super::error::{Error, On as _};
use super::files::Files;
use super::frame::{self, MAGIC};
use super::keyring::Keyring;
use super::keys::Keys;
use super::mirror;
use super::record::{open_entry, open_header};
use super::segments::{Broken, FrameAt, Walk, file_name, walk};
use super::small::{PART, read_if_there, remove_if_there, with_suffix, write_new};
use super::{Opening, Repair};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::journal::entry::{Digest, Entry, Head};

/// Suffix of a damaged segment that is kept because something in it was not found elsewhere.
const DAMAGED: &str = ".damaged";

/// Where segments stand, and what else may know what they held.
pub(super) struct Recovery<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) keys: &'a Keys,
    pub(super) keyring: &'a Keyring,
    /// Folder of the segments.
    pub(super) folder: &'a Path,
    /// Folders of segments in the backups, the newest first.
    pub(super) backups: Vec<PathBuf>,
    pub(super) engine: Option<&'a Engine>,
    /// Where journals are known to end, from outside the segments.
    pub(super) known: BTreeMap<StationId, u64>,
    /// How many entries there were in all when the store was last anchored.
    pub(super) anchored: Option<u64>,
}

/// Consecutive entries that the segments lack, with the numbers that their frames may have.
#[derive(Debug, Clone, Copy)]
struct Gap {
    station: StationId,
    first: u64,
    last: u64,
    /// Number of the frame before, and where the journal stood after it.
    after: (u64, Digest),
}

/// What was found of a gap; holes are entries that were not.
struct Filled {
    station: StationId,
    head: Head,
    after: u64,
    records: Vec<Vec<u8>>,
}

impl Recovery<'_> {
    /// Puts right what can be, and gives the segments as they are then.
    pub(super) fn run(mut self, found: Walk, opening: &mut Opening) -> Result<Walk, Error> {
        self.ask_engine();
        let mut backups = Vec::new();
        if self.is_short(&found) {
            backups = self.backup_walks()?;
            self.ask_backups(&backups);
        }
        let gaps = self.gaps(&found);
        if gaps.is_empty() && found.broken.is_empty() {
            return Ok(found);
        }
        let (mut filled, mut complete) = (Vec::new(), true);
        let (mut mended, mut from_backups) = (0, 0);
        let salvaged = self.salvage(&found.broken)?;
        if backups.is_empty() && !gaps.is_empty() {
            backups = self.backup_walks()?;
        }
        for gap in gaps {
            let mut taken = (0, 0);
            let fill = self.fill(gap, &salvaged, &backups, &mut taken);
            complete &= taken.0 + taken.1 == gap.last + 1 - gap.first;
            mended += taken.0;
            from_backups += taken.1;
            filled.extend(fill);
        }
        if filled.is_empty() && found.broken.is_empty() {
            return Ok(found);
        }
        self.rewrite(&found, filled, complete)?;
        let torn: u64 = found.broken.iter().filter(|broken| broken.ends_segment).map(|it| it.length).sum();
        if mended > 0 {
            opening.repairs.push(Repair::SegmentMended { entries: mended });
        }
        if from_backups > 0 {
            opening.repairs.push(Repair::TakenFromBackup { entries: from_backups });
        }
        if mended + from_backups == 0 && torn > 0 {
            opening.repairs.push(Repair::TornTail { bytes: torn });
        }
        walk(self.files, self.folder, self.keys)
    }

    /// The engine knows where journals end: only what was durable here ever went there.
    fn ask_engine(&mut self) {
        for (station, head) in self.engine.map(|engine| mirror::heads(engine, self.keys)).unwrap_or_default()
        {
            let known = self.known.entry(station).or_default();
            *known = head.sequence.max(*known);
        }
    }

    /// Whether entries are missing that a backup may know of. No backup is younger than the anchor.
    fn is_short(&self, found: &Walk) -> bool {
        let entries: u64 = found.frames.iter().map(|at| u64::from(at.frame.count)).sum();
        self.anchored.map_or(!found.broken.is_empty(), |anchored| entries < anchored)
    }

    /// Journals of other stations may have ended in what is missing: the anchor counts their
    /// entries, it does not name them.
    fn ask_backups(&mut self, backups: &[(PathBuf, Walk)]) {
        for (station, head) in backups.iter().flat_map(|(_, walk)| walk.heads()) {
            let known = self.known.entry(station).or_default();
            *known = head.sequence.max(*known);
        }
    }

    fn gaps(&self, found: &Walk) -> Vec<Gap> {
        let heads = found.heads();
        let stations: BTreeSet<StationId> = heads.keys().chain(self.known.keys()).copied().collect();
        let mut gaps = Vec::new();
        for station in stations {
            let mut after = (0, Digest::ZERO);
            let mut next = 1;
            for at in found.frames.iter().filter(|at| at.frame.station == station) {
                if at.frame.first > next {
                    gaps.push(Gap { station, first: next, last: at.frame.first - 1, after });
                }
                after = (at.frame.number, at.frame.head.digest);
                next = at.frame.last() + 1;
            }
            let known = self.known.get(&station).copied().unwrap_or(0);
            if next <= known {
                gaps.push(Gap { station, first: next, last: known, after });
            }
        }
        gaps
    }

    /// The records of damaged frames that are whole themselves.
    fn salvage(&self, broken: &[Broken]) -> Result<BTreeMap<EntryId, Vec<u8>>, Error> {
        let mut salvaged = BTreeMap::new();
        for part in broken {
            let path = self.folder.join(file_name(part.segment));
            let bytes = read_if_there(self.files, &path)?.unwrap_or_default();
            let start = usize::try_from(part.offset).unwrap_or(usize::MAX);
            let bytes = bytes.get(start..).unwrap_or_default();
            let bytes = &bytes[..bytes.len().min(usize::try_from(part.length).unwrap_or(usize::MAX))];
            for at in bytes.windows(MAGIC.len()).enumerate().filter(|(_, it)| it == MAGIC).map(|(at, _)| at) {
                let Some(frame) = frame::start(&bytes[at..]) else { continue };
                for (sequence, record) in frame::records(&frame, &bytes[at..]) {
                    salvaged.insert(EntryId { station: frame.station, sequence }, record.to_vec());
                }
            }
        }
        Ok(salvaged)
    }

    fn backup_walks(&self) -> Result<Vec<(PathBuf, Walk)>, Error> {
        let walks =
            self.backups.iter().map(|folder| Ok((folder.clone(), walk(self.files, folder, self.keys)?)));
        walks.collect()
    }

    /// Looks everywhere for the entries of a gap. `taken` counts those from here and those from
    /// backups.
    fn fill(
        &self,
        gap: Gap,
        salvaged: &BTreeMap<EntryId, Vec<u8>>,
        backups: &[(PathBuf, Walk)],
        taken: &mut (u64, u64),
    ) -> Option<Filled> {
        let mut digest = Some(gap.after.1);
        let mut head = Head::EMPTY;
        let mut records: Vec<Vec<u8>> = Vec::new();
        let elsewhere = OnceCell::new();
        for sequence in gap.first..=gap.last {
            let id = EntryId { station: gap.station, sequence };
            let engine = self.engine.and_then(|engine| engine.get(mirror::record_key(id)).ok().flatten());
            let here: Vec<_> = engine.into_iter().chain(salvaged.get(&id).cloned()).collect();
            let whole = |record: &Vec<u8>| open_entry(self.keys, self.keyring, id, record).is_ok();
            let proved = |record: &Vec<u8>| self.prove(id, digest, record).is_some();
            let there = || {
                let copies = elsewhere.get_or_init(|| self.copies_of(gap, backups)).get(&id)?;
                copies.iter().find(|record| whole(record) && proved(record)).cloned()
            };
            let record = match here.iter().find(|record| whole(record) && proved(record)) {
                Some(record) => {
                    taken.0 += 1;
                    Some(record.clone())
                }
                None => there().inspect(|_| taken.1 += 1),
            };
            // A header without its payload still says whom and when, and holds the chain.
            let record = record.or_else(|| here.into_iter().find(proved));
            match record.and_then(|record| Some((self.prove(id, digest, &record)?, record))) {
                Some((entry, record)) => {
                    head = entry.head();
                    digest = Some(head.digest);
                    records.push(record);
                }
                None => {
                    digest = None;
                    if !records.is_empty() {
                        records.push(Vec::new());
                    }
                }
            }
        }
        let length = records.iter().rposition(|record| !record.is_empty())? + 1;
        records.truncate(length);
        Some(Filled { station: gap.station, head, after: gap.after.0, records })
    }

    /// What the backups have of a gap, the newest backup first.
    fn copies_of(&self, gap: Gap, backups: &[(PathBuf, Walk)]) -> BTreeMap<EntryId, Vec<Vec<u8>>> {
        let mut copies: BTreeMap<EntryId, Vec<Vec<u8>>> = BTreeMap::new();
        for (folder, walk) in backups {
            for at in walk.frames_of(gap.station, gap.first, gap.last) {
                let path = folder.join(file_name(at.segment));
                let Ok(bytes) = self.files.read_at(&path, at.offset, at.frame.length()) else { continue };
                for (sequence, record) in frame::records(&at.frame, &bytes) {
                    let id = EntryId { station: gap.station, sequence };
                    copies.entry(id).or_default().push(record.to_vec());
                }
            }
        }
        copies
    }

    /// The entry whose header a record holds, if it is the one and follows what is before it.
    fn prove(&self, id: EntryId, before: Option<Digest>, record: &[u8]) -> Option<Entry> {
        let (header, _) = open_header(self.keys, id, record).ok()?;
        let entry = Entry::from_bytes(header, None).ok().filter(|entry| entry.id() == id)?;
        before.is_none_or(|digest| digest == entry.header.previous).then_some(entry)
    }

    /// Writes each segment that is damaged or gets something back again, beside, then swaps it.
    fn rewrite(&self, found: &Walk, filled: Vec<Filled>, complete: bool) -> Result<(), Error> {
        let mut used: BTreeSet<u64> = found.frames.iter().map(|at| at.frame.number).collect();
        let mut more: BTreeMap<u64, Vec<(u64, Vec<u8>)>> = BTreeMap::new();
        for fill in filled {
            let free = (fill.after + 1..).find(|number| !used.contains(number));
            let number = free.expect("there are more numbers than frames");
            used.insert(number);
            let bytes = frame::write(self.keys, number, fill.station, &fill.records, fill.head)?;
            let before = found.frames.iter().rev().find(|at| at.frame.number < number);
            let first = found.segments.first_key_value().map_or(1, |(segment, _)| *segment);
            let segment = before.map_or(first, |at| at.segment);
            more.entry(segment).or_default().push((number, bytes));
        }
        let damaged = found.broken.iter().map(|broken| broken.segment);
        let affected: BTreeSet<u64> = damaged.chain(more.keys().copied()).collect();
        for segment in affected {
            let more = more.remove(&segment).unwrap_or_default();
            let path = self.folder.join(file_name(segment));
            let bytes = read_if_there(self.files, &path)?.unwrap_or_default();
            if !complete && !bytes.is_empty() {
                keep_aside(self.files, &with_suffix(&path, DAMAGED), &bytes)?;
            }
            if more.is_empty() && cut_end(self.files, &path, segment, found)? {
                continue;
            }
            self.swap(&path, &rewritten(segment, &bytes, &found.frames, more))?;
        }
        self.files.sync_folder(self.folder).on(self.folder)
    }

    fn swap(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        let part = with_suffix(path, PART);
        remove_if_there(self.files, &part)?;
        write_new(self.files, &part, bytes)?;
        self.files.rename(&part, path).on(path)
    }
}

/// The sound frames of a segment and more, in order of their numbers.
fn rewritten(segment: u64, bytes: &[u8], frames: &[FrameAt], more: Vec<(u64, Vec<u8>)>) -> Vec<u8> {
    let mut all: BTreeMap<u64, Vec<u8>> = more.into_iter().collect();
    for at in frames.iter().filter(|at| at.segment == segment) {
        let start = usize::try_from(at.offset).expect("it was read into memory");
        all.insert(at.frame.number, bytes[start..start + at.frame.length()].to_vec());
    }
    all.into_values().flatten().collect()
}

/// Cuts a segment whose only damage is at its end; says whether it was so.
fn cut_end(files: &dyn Files, path: &Path, segment: u64, found: &Walk) -> Result<bool, Error> {
    let mut broken = found.broken.iter().filter(|broken| broken.segment == segment);
    let (Some(end), None) = (broken.next(), broken.next()) else { return Ok(false) };
    if !end.ends_segment {
        return Ok(false);
    }
    let mut file = files.reopen(path).on(path)?;
    file.cut(end.offset).on(path)?;
    file.sync().on(path)?;
    Ok(true)
}

fn keep_aside(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.exists() { Ok(()) } else { write_new(files, path, bytes) }
}
