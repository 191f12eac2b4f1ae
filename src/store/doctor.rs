//! The examination of a store: what is sound, what is not, and what to do.

use std::collections::BTreeMap;
use std::path::Path;

use super::segments::walk;
use super::small::{TWIN, with_suffix};
use super::{Error, Repair, Store};
use crate::domain::body::Body;
use crate::domain::evidence::Attachment;
use crate::domain::id::{PersonId, from_hex};
use crate::domain::now::Now;
use crate::journal::entry::{Digest, Entry};
use crate::journal::payload::{self, Said};

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// As it should be.
    Sound,
    /// To be looked at.
    Warning,
    /// Something is missing or in danger.
    Error,
}

/// One thing that was examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Stable identifier: words are under `check-<id>`, and `check-<id>-remedy` unless it is
    /// sound.
    pub id: &'static str,
    /// How it came out.
    pub status: Status,
    /// The variables of its words.
    pub args: Vec<(&'static str, String)>,
}

/// Least free room: below, saves may fail any moment.
const LEAST_ROOM_BYTES: u64 = 32 * 1024 * 1024;
/// Comfortable free room.
const EASY_ROOM_BYTES: u64 = 500 * 1024 * 1024;
/// Days after which the last backup is old.
const OLD_BACKUP_DAYS: i64 = 7;

impl Store {
    /// Examines the whole store: reads every entry, every segment, every backup again.
    ///
    /// # Errors
    /// Those of the surroundings that keep the examination from being made.
    pub fn doctor(&mut self, now: Now) -> Result<Vec<Check>, Error> {
        let mut checks = vec![self.check_segments()?];
        checks.extend(self.check_entries(now)?);
        checks.push(self.check_engine());
        checks.extend(self.check_backups(now)?);
        checks.push(self.check_copies());
        checks.push(check_room(self.place.root()));
        checks.push(check_surroundings(self.place.root()));
        checks.push(match self.place.check() {
            Ok(()) => sound("rights-sound", Vec::new()),
            Err(error) => failed("rights-open", error.args()),
        });
        Ok(checks)
    }

    fn check_segments(&self) -> Result<Check, Error> {
        let walk = walk(&*self.ground.files, &self.place.segments(), &self.keys)?;
        let count = ("segments", walk.segments.len().to_string());
        let whole = walk.broken.is_empty() && walk.heads() == *self.segments.heads();
        Ok(if whole {
            sound("segments-sound", vec![count])
        } else {
            let bytes: u64 = walk.broken.iter().map(|broken| broken.length).sum();
            failed("segments-damaged", vec![count, ("bytes", bytes.to_string())])
        })
    }

    fn check_entries(&mut self, now: Now) -> Result<Vec<Check>, Error> {
        let mut count: u64 = 0;
        let mut latest = None;
        let mut attached = BTreeMap::new();
        let repairs = self.visit(|entry| {
            count += 1;
            latest = latest.max(Some(entry.header.at));
            if let Some((person, attachment)) = attachment_of(&entry) {
                attached.insert((person, attachment.sha256), (entry.header.sequence, attachment.size));
            }
        })?;
        let count = ("entries", count.to_string());
        let lost = repairs.iter().filter(|repair| matches!(repair, Repair::Lost(_))).count();
        let broken = repairs.iter().filter(|repair| matches!(repair, Repair::ChainBroken { .. })).count();
        let mut checks = vec![match (lost, broken) {
            (0, 0) => sound("chain-sound", vec![count]),
            (0, _) => failed("chain-broken", vec![count, ("broken", broken.to_string())]),
            (_, _) => failed("entries-lost", vec![count, ("lost", lost.to_string())]),
        }];
        if let Some(latest) = latest.filter(|latest| *latest > now.at) {
            checks.push(warning("clock-behind", vec![("date", latest.format("%d/%m/%Y %H:%M").to_string())]));
        }
        checks.extend(self.check_attachments(attached)?);
        Ok(checks)
    }

    /// Reads every attachment again. Those that do not hold are named by the entry that attached them.
    fn check_attachments(
        &self,
        attached: BTreeMap<(PersonId, String), (u64, u64)>,
    ) -> Result<Vec<Check>, Error> {
        let (mut checks, mut sound_ones) = (Vec::new(), 0_u64);
        for ((person, sha256), (entry, size)) in attached {
            let named =
                |path: &Path| vec![("entry", entry.to_string()), ("path", path.display().to_string())];
            let read = from_hex(&sha256).map(|sha256| self.check_attachment(person, Digest(sha256)));
            match read {
                Some(Ok(read)) if read == size => sound_ones += 1,
                Some(Err(Error::AttachmentMissing { path })) => {
                    checks.push(failed("attachment-missing", named(&path)));
                }
                Some(Err(Error::AttachmentDamaged { path })) => {
                    checks.push(failed("attachment-damaged", named(&path)));
                }
                // Nothing of an erased person is missed.
                Some(Err(Error::Erased)) => {}
                Some(Err(error)) => return Err(error),
                Some(Ok(_)) | None => checks.push(failed("attachment-damaged", named(&self.place.blobs()))),
            }
        }
        if checks.is_empty() && sound_ones > 0 {
            checks.push(sound("attachments-sound", vec![("count", sound_ones.to_string())]));
        }
        Ok(checks)
    }

    fn check_engine(&self) -> Check {
        if self.engine_stopped() {
            return warning("engine-stopped", Vec::new());
        }
        sound("engine-sound", Vec::new())
    }

    fn check_backups(&self, now: Now) -> Result<Vec<Check>, Error> {
        let backups = self.own_backups()?;
        let mut checks = Vec::new();
        for (path, _) in backups.iter().filter(|(_, entries)| entries.is_none()) {
            checks.push(failed("backup-damaged", vec![("path", path.display().to_string())]));
        }
        let slot = self.ground.files.read(&self.place.slot()).ok();
        let older = |backup: &Path| {
            let theirs = self.ground.files.read(&self.place.with_root(backup.to_owned()).slot()).ok();
            theirs.is_some() && theirs != slot
        };
        for (path, _) in backups.iter().filter(|(path, _)| older(path)) {
            checks.push(warning("backup-old-passphrase", vec![("path", path.display().to_string())]));
        }
        let newest = backups.iter().find(|(_, entries)| entries.is_some());
        let day = newest.and_then(|(path, _)| path.file_name()?.to_str()?.parse::<chrono::NaiveDate>().ok());
        checks.push(match day {
            None => warning("backup-none", Vec::new()),
            Some(day) => {
                let date = vec![("date", day.format("%d/%m/%Y").to_string())];
                if (now.today - day).num_days() > OLD_BACKUP_DAYS {
                    warning("backup-old", date)
                } else {
                    sound("backup-sound", date)
                }
            }
        });
        Ok(checks)
    }

    fn check_copies(&self) -> Check {
        let differ =
            [self.place.station(), self.place.slot(), self.place.keyring()].into_iter().find(|path| {
                let read = |path: &Path| self.ground.files.read(path).ok();
                let first = read(path);
                first.is_none() || first != read(&with_suffix(path, TWIN))
            });
        match differ {
            None => sound("copies-sound", Vec::new()),
            Some(path) => warning("copies-differ", vec![("path", path.display().to_string())]),
        }
    }
}

/// The attachment of the piece of evidence that an entry says.
fn attachment_of(entry: &Entry) -> Option<(PersonId, Attachment)> {
    let person = entry.header.person?;
    match payload::of(entry)?.said {
        Said::Is(Body::Evidence(evidence)) => Some((person, evidence.attachment?)),
        Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
    }
}

fn check_room(root: &Path) -> Check {
    let free = rustix::fs::statvfs(root).map_or(0, |found| found.f_bavail.saturating_mul(found.f_frsize));
    let args = vec![("free", (free / (1024 * 1024)).to_string())];
    if free < LEAST_ROOM_BYTES {
        failed("room-none", args)
    } else if free < EASY_ROOM_BYTES {
        warning("room-little", args)
    } else {
        sound("room-sound", args)
    }
}

/// A network share keeps neither locks nor syncs as a disk does.
fn check_surroundings(root: &Path) -> Check {
    const NFS: i64 = 0x6969;
    const SMB: [i64; 3] = [0x517B, 0xFE53_4D42, 0xFF53_4D42];
    let kind = rustix::fs::statfs(root).map_or(0, |found| found.f_type);
    if kind == NFS || SMB.contains(&kind) {
        warning("disk-remote", Vec::new())
    } else {
        sound("disk-local", Vec::new())
    }
}

const fn sound(id: &'static str, args: Vec<(&'static str, String)>) -> Check {
    Check { id, status: Status::Sound, args }
}

const fn warning(id: &'static str, args: Vec<(&'static str, String)>) -> Check {
    Check { id, status: Status::Warning, args }
}

const fn failed(id: &'static str, args: Vec<(&'static str, String)>) -> Check {
    Check { id, status: Status::Error, args }
}
