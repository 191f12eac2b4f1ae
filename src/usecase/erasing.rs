//! Erasing a person, and the certificate of it.
//!
//! The certificate is written first: from then on the person is to be erased, and every opening of
//! the station finishes what was cut short, or what an older copy brought back.

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use super::error::Error;
use super::named::{NamedIn, named_in};
use super::outcome::Patch;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::erasure::{Erasure, ErasureReason, Residue};
use crate::domain::file::{Current, File};
use crate::domain::id::{PersonId, from_hex, to_hex};
use crate::domain::legal_hold::{HoldReason, LegalHold};
use crate::domain::now::Now;
use crate::journal::entry::{Digest, Entry};
use crate::journal::payload::{self, Said};
use crate::store::{Reach, Traces};

/// What the forms remember of what was typed last: `=` repeats it.
const HABITS: &str = "preference/last.";
/// Fewest letters of a name that is looked for in what is kept beside the journal.
const TELLING_LETTERS: usize = 3;

/// What an erasure would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasurePlan {
    /// How many entries would become unreadable.
    pub entries: u64,
    /// How many attachments would be destroyed.
    pub attachments: u64,
    /// Drafts and copies that it would reach.
    pub reach: Reach,
    /// What counts would keep.
    pub residue: Residue,
    /// Where the station's own pages and the files of others hold the name: it would stay there.
    pub named: Vec<NamedIn>,
}

/// What tells what speaks of somebody.
struct TracesOf {
    id: String,
    /// Names, in lower case.
    names: Vec<String>,
}

impl TracesOf {
    /// The traces of a person of whom only the identity is known.
    fn unnamed(person: PersonId) -> Self {
        Self { id: person.to_string(), names: Vec::new() }
    }

    fn of(file: &File) -> Self {
        let person = &file.person.value;
        let names = [Some(&person.family_name), person.birth_name.as_ref(), person.reference.as_ref()];
        let names = names.into_iter().flatten().map(|name| name.to_lowercase());
        let names = names.filter(|name| name.chars().count() >= TELLING_LETTERS).collect();
        Self { names, ..Self::unnamed(file.id) }
    }

    fn names_them(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        text.contains(&self.id) || self.names.iter().any(|name| text.contains(name))
    }
}

impl Traces for TracesOf {
    fn has_draft(&self, key: &str, bytes: &[u8]) -> bool {
        key.contains(&self.id) || self.names_them(bytes)
    }

    fn without(&self, key: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        if key.starts_with(HABITS) {
            return (bytes != b"{}").then(|| b"{}".to_vec());
        }
        let is_kept_by_line = key == super::import::kept::SAME;
        let is_typed = key.starts_with("preference/");
        if !(is_kept_by_line || is_typed) || !self.names_them(bytes) {
            return None;
        }
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter(|line| !self.names_them(line.as_bytes()));
        Some(if is_kept_by_line { lines.collect::<Vec<_>>().join("\n").into_bytes() } else { Vec::new() })
    }
}

impl Session {
    /// What erasing a person would do; nothing is changed.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`], the store's.
    pub fn look_at_erasure(&mut self, person: PersonId) -> Result<ErasurePlan, Error> {
        let file = self.file(person)?.clone();
        let entries = self.store.entries_of(person)?;
        Ok(ErasurePlan {
            entries: entries.len() as u64,
            attachments: attachments(&entries).len() as u64,
            reach: self.store.reach_of(&TracesOf::of(&file))?,
            residue: Residue::of(&file),
            named: named_in(self.caseload(), &file),
        })
    }

    /// Erases a person, for ever: nobody can read anything of them any more, here or in the copies of
    /// this disk. The certificate is in the journal when this returns.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`], [`Error::LegalHold`], the store's. When it stopped after the certificate was written, the
    /// next opening of the station finishes.
    pub fn erase(&mut self, person: PersonId, reason: ErasureReason, now: Now) -> Result<Patch, Error> {
        let file = self.file(person)?.clone();
        if self.hold_of(person, now.today).is_some() {
            return Err(Error::LegalHold);
        }
        if !self.caseload().erasures.iter().any(|it| it.value.person == person) {
            let entries = self.store.entries_of(person)?;
            let by = self.caseload().station.as_ref().map_or_else(String::new, |it| it.name.clone());
            let certificate = Erasure {
                person,
                reason,
                by,
                entries: entries.len() as u64,
                attachments: attachments(&entries).len() as u64,
                digest: digest(&entries),
                chain: self.store.head().digest.to_string(),
                residue: Residue::of(&file),
            };
            let body = Body::Erasure(certificate);
            self.write(vec![Writing::of_station(body)], now)?;
        }
        self.finish_erasing(person)?;
        Ok(self.patch(&[person]))
    }

    /// Forbids erasing a person, until `until` or until it is lifted; or lifts that.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`], the store's.
    pub fn hold(
        &mut self,
        person: PersonId,
        reason: Option<HoldReason>,
        until: Option<NaiveDate>,
        lifted: bool,
        now: Now,
    ) -> Result<Patch, Error> {
        self.file(person)?;
        let by = self.caseload().station.as_ref().map_or_else(String::new, |it| it.name.clone());
        self.write(
            vec![Writing::of_station(Body::LegalHold(LegalHold { person, reason, until, lifted, by }))],
            now,
        )
    }

    /// What forbids erasing a person on `day`.
    pub fn hold_of(&self, person: PersonId, day: NaiveDate) -> Option<&Current<LegalHold>> {
        self.caseload().holds.get(&person).filter(|it| it.value.forbids(day))
    }

    /// Certificates of those who were erased, oldest first.
    pub fn certificates(&self) -> &[Current<Erasure>] {
        &self.caseload().erasures
    }

    /// Finishes every erasure that is certified and not over. What the disk does not let be done now is
    /// done at the next opening; until then nothing of the person is shown.
    pub(super) fn finish_all_erasing(&mut self) {
        let journals = self.fold.journals();
        let certified = self.caseload().erasures.iter().filter(|it| journals.is_own(it.entry.station));
        let certified: Vec<PersonId> = certified.map(|it| it.value.person).collect();
        for person in certified {
            self.finish_or_forget(person);
        }
        self.finish_erasing_of_others();
    }

    fn finish_or_forget(&mut self, person: PersonId) {
        if self.store.has_key_of(person) && self.finish_erasing(person).is_err() {
            self.forget(person, 0);
        }
    }

    /// Erases those whom the station that owns their file has erased. One that certifies somebody else's
    /// erasure is not listened to.
    pub(super) fn finish_erasing_of_others(&mut self) {
        let journals = self.fold.journals();
        let certified = self.caseload().erasures.iter().filter(|it| !journals.is_own(it.entry.station));
        let by_owner =
            certified.filter(|it| self.owner(it.value.person) == Some(journals.station_of(it.entry.station)));
        let people: Vec<PersonId> = by_owner.map(|it| it.value.person).collect();
        for person in people {
            self.finish_or_forget(person);
        }
    }

    fn finish_erasing(&mut self, person: PersonId) -> Result<(), Error> {
        let entries = self.store.entries_of(person)?;
        let traces = match self.caseload().files.get(&person) {
            Some(file) => TracesOf::of(file),
            None => TracesOf::unnamed(person),
        };
        self.store.erase(person, &attachments(&entries), &traces)?;
        self.forget(person, entries.len() as u64);
        Ok(())
    }
}

/// Every attachment that any version knew.
fn attachments(entries: &[Entry]) -> Vec<Digest> {
    let mut found: Vec<[u8; 32]> = entries
        .iter()
        .filter_map(|entry| match payload::of(entry)?.said {
            Said::Is(Body::Evidence(evidence)) => from_hex(&evidence.attachment?.sha256),
            Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(Digest).collect()
}

/// Digest of what entries say, by the digests that their headers carry for ever.
fn digest(entries: &[Entry]) -> String {
    let mut hash = Sha256::new();
    entries.iter().for_each(|entry| hash.update(entry.header.payload.0));
    to_hex(&hash.finalize())
}
