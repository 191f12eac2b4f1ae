//! The succession of the entries of a bundle: each follows the one before, from where the
//! receiver stands to where the manifest says.

use std::slice::Iter;

use super::code::Code;
use super::ledger::Ledger;
use super::manifest::Stretch;
use crate::journal::entry::{Entry, Head};

/// Follows the stretches of a manifest, entry after entry.
pub(super) struct Succession<'a> {
    stretches: Iter<'a, Stretch>,
    ledger: Option<&'a Ledger>,
    current: Option<Followed<'a>>,
}

struct Followed<'a> {
    stretch: &'a Stretch,
    /// Where the receiver's copy of this journal ends.
    known: Option<Head>,
    /// Where the entries read so far end; none before the first.
    read: Option<Head>,
}

impl<'a> Succession<'a> {
    pub(super) fn new(stretches: &'a [Stretch], ledger: Option<&'a Ledger>) -> Self {
        Self { stretches: stretches.iter(), ledger, current: None }
    }

    /// Checks that `entry` is the next one.
    pub(super) fn follow(&mut self, entry: &Entry) -> Result<(), Code> {
        let mut followed = match self.current.take() {
            Some(followed) => followed,
            None => self.begin()?,
        };
        followed.follow(entry)?;
        if entry.header.sequence < followed.stretch.to {
            self.current = Some(followed);
        } else if entry.head().digest != followed.stretch.head {
            return Err(Code::EntryChain);
        }
        Ok(())
    }

    /// Checks that every announced entry came.
    pub(super) fn end(mut self) -> Result<(), Code> {
        let finished = self.current.is_none() && self.stretches.all(|stretch| stretch.entries() == 0);
        if finished { Ok(()) } else { Err(Code::EntryCount) }
    }

    fn begin(&mut self) -> Result<Followed<'a>, Code> {
        let stretch = self.stretches.find(|stretch| stretch.entries() > 0).ok_or(Code::EntryCount)?;
        let known = self.ledger.and_then(|ledger| ledger.journal(stretch.station));
        Ok(Followed { stretch, known, read: None })
    }
}

impl Followed<'_> {
    fn follow(&mut self, entry: &Entry) -> Result<(), Code> {
        let header = &entry.header;
        let starts = header.sequence == self.stretch.from;
        let before = match (self.read, starts) {
            (Some(read), _) => read,
            (None, true) if header.sequence == 1 => Head::EMPTY,
            // What came before is not in this bundle: only the receiver's copy can tell.
            (None, true) => Head { sequence: header.sequence - 1, digest: header.previous },
            (None, false) => return Err(Code::EntryChain),
        };
        if header.station != self.stretch.station || entry.check_follows(before).is_err() {
            return Err(Code::EntryChain);
        }
        let head = entry.head();
        if self.known.is_some_and(|known| [before, head].iter().any(|it| forks(*it, known))) {
            return Err(Code::Fork);
        }
        self.read = Some(head);
        Ok(())
    }
}

/// Whether two heads of one journal claim the same number with other contents.
fn forks(head: Head, known: Head) -> bool {
    head.sequence == known.sequence && head.digest != known.digest
}
