//! What comes out of a bundle while it is verified: the entries that are new here, then, once it was accepted, its
//! attachments, one by one.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::error::Error;
use super::session::Session;
use crate::domain::body::Body;
use crate::domain::evidence::Evidence;
use crate::domain::id::{PersonId, from_hex};
use crate::exchange::bundle::read::Visitor;
use crate::journal::entry::{Digest, Entry};
use crate::journal::payload::{self, Said};
use crate::store::Store;

/// What is new of a bundle.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) entries: Vec<Entry>,
    pub(super) known: u64,
    /// Whose file speaks of each attachment.
    pub(super) carriers: HashMap<Digest, PersonId>,
    /// Whether there was no room for all of it: nothing is gathered then.
    pub(super) is_too_long: bool,
}

/// Gathers what is new of the entries while they are verified.
pub(super) struct Gathering<'a> {
    pub(super) store: &'a Store,
    pub(super) gathered: Gathered,
    /// Bytes that may still be gathered.
    pub(super) room: usize,
}

impl Visitor for Gathering<'_> {
    fn entry(&mut self, mut entry: Entry) {
        if self.gathered.is_too_long {
            return;
        }
        let bytes = entry.header_bytes.len() + entry.payload.as_ref().map_or(0, Vec::len);
        let Some(room) = self.room.checked_sub(bytes) else {
            self.gathered = Gathered { is_too_long: true, ..Gathered::default() };
            return;
        };
        self.room = room;
        let header = &entry.header;
        if let (Some(person), Some(digest)) = (header.person, attachment_of(&entry)) {
            self.gathered.carriers.insert(digest, person);
        }
        if header.sequence <= self.store.head_of(header.station).sequence {
            self.gathered.known += 1;
            return;
        }
        // Whoever was erased here stays so, whatever another station still has.
        if header.person.is_some_and(|person| self.store.is_erased(person)) {
            entry.payload = None;
        }
        self.gathered.entries.push(entry);
    }

    fn blob(&mut self, _sha256: &Digest, _bytes: &[u8]) {}
}

fn attachment_of(entry: &Entry) -> Option<Digest> {
    match payload::of(entry)?.said {
        Said::Is(Body::Evidence(Evidence { attachment: Some(it), .. })) => from_hex(&it.sha256).map(Digest),
        Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
    }
}

/// Seals attachments one by one, as they come out of the bundle.
pub(super) struct Sealing<'a> {
    pub(super) session: &'a mut Session,
    pub(super) carriers: &'a HashMap<Digest, PersonId>,
    pub(super) open: Option<(Digest, Zeroizing<Vec<u8>>)>,
    pub(super) new: u64,
    pub(super) failed: Option<Error>,
}

impl Sealing<'_> {
    /// Seals the one that was open: there is no more of it.
    pub(super) fn close(&mut self) {
        let Some((digest, bytes)) = self.open.take() else { return };
        // One that no entry speaks of belongs to nobody: there is no key to seal it with.
        let Some(person) = self.carriers.get(&digest).copied().filter(|_| self.failed.is_none()) else {
            return;
        };
        let store = &mut self.session.store;
        if store.is_erased(person) || store.attachment(person, digest).is_ok() {
            return;
        }
        let mut rest = bytes.as_slice();
        let sealed =
            store.put_attachment(person, |buffer| rest.read(buffer).map_err(Error::medium(Path::new(""))));
        match sealed {
            Ok(_) => self.new += 1,
            Err(error) => self.failed = Some(error),
        }
    }
}

impl Visitor for Sealing<'_> {
    fn entry(&mut self, _entry: Entry) {}

    fn blob(&mut self, sha256: &Digest, bytes: &[u8]) {
        if self.open.as_ref().is_none_or(|(open, _)| open != sha256) {
            self.close();
            self.open = Some((*sha256, Zeroizing::new(Vec::new())));
        }
        if let Some((_, gathered)) = &mut self.open {
            gathered.extend_from_slice(bytes);
        }
    }
}
