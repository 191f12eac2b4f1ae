//! The journal on disk: sealed frames, one after the other, in files that only grow.
//!
//! A save is acknowledged once its frame is here and synced. Nothing is rewritten but damage.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::error::{Error, On as _};
use super::files::{Files, Written};
use super::frame::{self, FRAME_LIMIT, Frame};
use super::keys::Keys;
use super::small::{read_if_there, remove_if_there};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::journal::entry::Head;

/// Where a frame stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FrameAt {
    /// Number of the segment.
    pub(super) segment: u64,
    /// Offset in it.
    pub(super) offset: u64,
    /// What it says.
    pub(super) frame: Frame,
}

/// Bytes of a segment that are not a sound frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken {
    /// Number of the segment.
    pub(super) segment: u64,
    /// Offset in it.
    pub(super) offset: u64,
    /// How many bytes.
    pub(super) length: u64,
    /// Whether nothing sound follows in that segment.
    pub(super) ends_segment: bool,
}

/// What the segments hold, read from the first byte to the last.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Segments found, with their lengths, by number.
    pub(super) segments: BTreeMap<u64, u64>,
    /// Sound frames by frame number.
    pub(super) frames: Vec<FrameAt>,
    /// What is not sound.
    pub(super) broken: Vec<Broken>,
}

impl Walk {
    /// Where the journal of each station ends.
    pub(super) fn heads(&self) -> BTreeMap<StationId, Head> {
        self.frames.iter().map(|at| (at.frame.station, at.frame.head)).collect()
    }

    /// The frames that hold entries of a journal between two sequences, both included.
    pub(super) fn frames_of(
        &self,
        station: StationId,
        first: u64,
        last: u64,
    ) -> impl Iterator<Item = &FrameAt> {
        let of_station = self.frames.iter().filter(move |at| at.frame.station == station);
        of_station.filter(move |at| at.frame.first <= last && at.frame.last() >= first)
    }
}

/// File name of a segment.
pub(super) fn file_name(segment: u64) -> String {
    format!("{segment:06}.seg")
}

/// Reads and checks every segment of a folder.
pub(super) fn walk(files: &dyn Files, folder: &Path, keys: &Keys) -> Result<Walk, Error> {
    let mut walk = Walk::default();
    for name in files.list(folder).on(folder)? {
        let Some(segment) = name.strip_suffix(".seg").and_then(|number| number.parse().ok()) else {
            continue;
        };
        let path = folder.join(&name);
        let bytes = read_if_there(files, &path)?.unwrap_or_default();
        walk.segments.insert(segment, bytes.len() as u64);
        walk_segment(&mut walk, segment, &bytes, keys);
    }
    // The number of a save that failed is used again, in a later segment: the later one counts.
    walk.frames.sort_by_key(|at| (at.frame.number, std::cmp::Reverse(at.segment)));
    walk.frames.dedup_by_key(|at| at.frame.number);
    Ok(walk)
}

fn walk_segment(walk: &mut Walk, segment: u64, bytes: &[u8], keys: &Keys) {
    let mut offset = 0;
    while offset < bytes.len() {
        if let Some(frame) = frame::read(keys, &bytes[offset..]) {
            walk.frames.push(FrameAt { segment, offset: offset as u64, frame });
            offset += frame.length();
        } else {
            let end = next_sound(bytes, offset + 1, keys);
            walk.broken.push(Broken {
                segment,
                offset: offset as u64,
                length: (end - offset) as u64,
                ends_segment: end == bytes.len(),
            });
            offset = end;
        }
    }
}

/// Offset of the next sound frame, or the end.
fn next_sound(bytes: &[u8], from: usize, keys: &Keys) -> usize {
    let mut at = from;
    while let Some(found) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == frame::MAGIC[0]))
    {
        at += found;
        if frame::read(keys, &bytes[at..]).is_some() {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// The segment that saves go to.
struct Current {
    path: PathBuf,
    segment: u64,
    length: u64,
    file: Box<dyn Written>,
}

/// The segments, open for saves.
pub(super) struct Segments {
    files: Arc<dyn Files>,
    folder: PathBuf,
    /// Length from which a new segment is begun.
    full_bytes: u64,
    /// Frames by journal and first sequence.
    frames: BTreeMap<(StationId, u64), FrameAt>,
    heads: BTreeMap<StationId, Head>,
    last_number: u64,
    /// The last frame that was read back: a large one is asked for entry by entry.
    read_back: Mutex<Option<(FrameAt, Arc<[u8]>)>>,
    next_segment: u64,
    current: Option<Current>,
}

impl Segments {
    /// Opens the segments that `walk` found sound to the end. What a killed process wrote but
    /// did not sync becomes durable before anybody is told of it.
    pub(super) fn open(
        files: Arc<dyn Files>,
        folder: PathBuf,
        full_bytes: u64,
        walk: Walk,
    ) -> Result<Self, Error> {
        let mut current = None;
        if let Some((segment, length)) = walk.segments.last_key_value().map(|(k, v)| (*k, *v)) {
            let path = folder.join(file_name(segment));
            let mut file = files.reopen(&path).on(&path)?;
            file.sync().on(&path)?;
            files.sync_folder(&folder).on(&folder)?;
            current = Some(Current { path, segment, length, file });
        }
        let next_segment = walk.segments.last_key_value().map_or(1, |(segment, _)| segment + 1);
        let heads = walk.heads();
        let last_number = walk.frames.last().map_or(0, |at| at.frame.number);
        let frames = walk.frames.into_iter().map(|at| ((at.frame.station, at.frame.first), at)).collect();
        let read_back = Mutex::default();
        Ok(Self { files, folder, full_bytes, frames, heads, last_number, read_back, next_segment, current })
    }

    /// Where a journal ends.
    pub(super) fn head(&self, station: StationId) -> Head {
        self.heads.get(&station).copied().unwrap_or(Head::EMPTY)
    }

    /// Where each journal ends.
    pub(super) const fn heads(&self) -> &BTreeMap<StationId, Head> {
        &self.heads
    }

    /// How many entries there are in all.
    pub(super) fn entries(&self) -> u64 {
        self.frames.values().map(|at| u64::from(at.frame.count)).sum()
    }

    /// Writes one frame, durably when this returns. When it fails, nothing was written, or what
    /// was written is dropped at the next opening.
    pub(super) fn append(
        &mut self,
        keys: &Keys,
        station: StationId,
        records: &[Vec<u8>],
        head: Head,
    ) -> Result<(), Error> {
        let size: usize = records.iter().map(|record| record.len() + 4).sum();
        if size > FRAME_LIMIT - 1024 {
            return Err(Error::TooLarge { bytes: size as u64, limit_bytes: FRAME_LIMIT as u64 });
        }
        let bytes = frame::write(keys, self.last_number + 1, station, records, head)?;
        let mut current = match self.current.take() {
            Some(current) if current.length < self.full_bytes => current,
            Some(_) | None => self.begin(bytes.len())?,
        };
        let written = current.file.append(&bytes).and_then(|()| current.file.sync());
        if let Err(error) = written {
            let error = Error::from_io(error, &current.path, bytes.len() as u64);
            self.take_back(current);
            return Err(error);
        }
        let mut frame = frame::start(&bytes).expect("the frame was just written");
        frame.head = head;
        let at = FrameAt { segment: current.segment, offset: current.length, frame };
        self.frames.insert((station, frame.first), at);
        self.last_number = frame.number;
        self.heads.insert(station, head);
        current.length += bytes.len() as u64;
        self.current = Some(current);
        Ok(())
    }

    fn begin(&mut self, needed: usize) -> Result<Current, Error> {
        let segment = self.next_segment;
        let path = self.folder.join(file_name(segment));
        self.next_segment += 1;
        let file = self.files.create(&path).needing(needed, &path)?;
        if let Err(error) = self.files.sync_folder(&self.folder) {
            drop(remove_if_there(&*self.files, &path));
            return Err(Error::from_io(error, &self.folder, needed as u64));
        }
        Ok(Current { path, segment, length: 0, file })
    }

    /// Cuts what a failed save left. When that fails too the segment is left alone for good:
    /// the next save begins another, and what it left there has a number that is used again.
    fn take_back(&mut self, mut current: Current) {
        let cut = current.file.cut(current.length).and_then(|()| current.file.sync());
        if cut.is_ok() {
            self.current = Some(current);
        }
    }

    /// The record of an entry; `None` when no segment gives it back.
    pub(super) fn record(&self, keys: &Keys, id: EntryId) -> Option<Vec<u8>> {
        let (_, at) = self.frames.range(..=(id.station, id.sequence)).next_back()?;
        if at.frame.station != id.station || at.frame.last() < id.sequence {
            return None;
        }
        let bytes = self.frame_bytes(keys, at)?;
        let records = frame::records(&at.frame, &bytes);
        records.into_iter().find(|(sequence, _)| *sequence == id.sequence).map(|(_, record)| record.to_vec())
    }

    /// The records of a journal from sequence `from`, in order, in chunks of one frame. What is
    /// not sound any more is left out.
    pub(super) fn records_from(
        &self,
        keys: &Keys,
        station: StationId,
        from: u64,
    ) -> impl Iterator<Item = Vec<(EntryId, Vec<u8>)>> {
        let frames = self.frames.range((station, 0)..=(station, u64::MAX)).map(|(_, at)| at);
        frames.filter(move |at| at.frame.last() >= from).filter_map(move |at| {
            let bytes = self.frame_bytes(keys, at)?;
            let records = frame::records(&at.frame, &bytes).into_iter();
            let records = records.filter(|(sequence, _)| *sequence >= from);
            Some(records.map(|(sequence, record)| (EntryId { station, sequence }, record.to_vec())).collect())
        })
    }

    fn frame_bytes(&self, keys: &Keys, at: &FrameAt) -> Option<Arc<[u8]>> {
        let mut read_back = self.read_back.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = read_back.as_ref().filter(|(last, _)| last == at) {
            return Some(Arc::clone(bytes));
        }
        let path = self.folder.join(file_name(at.segment));
        let bytes: Arc<[u8]> = self.files.read_at(&path, at.offset, at.frame.length()).ok()?.into();
        frame::read(keys, &bytes)?;
        *read_back = Some((*at, Arc::clone(&bytes)));
        Some(bytes)
    }
}
