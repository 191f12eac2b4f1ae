//! What is done off the hot path: settling the engine, anchoring, closing.

use super::anchor::Anchor;
use super::engine::EngineError;
use super::small::replace;
use super::{Error, Store};
use crate::domain::now::Now;

impl Store {
    /// Makes the engine durable and anchors the store. Saves do not need it: they are durable
    /// already. To be called when nothing else happens.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn settle(&mut self) -> Result<(), Error> {
        if let Some(engine) = &self.engine {
            match engine.settle() {
                Ok(()) => {}
                Err(EngineError::Environment(error)) => {
                    self.engine = None;
                    return Err(Error::from_io(error, &self.place.engine(), 0));
                }
                Err(EngineError::Broken(_)) => self.engine = None,
            }
        }
        self.write_anchor()
    }

    /// Closes the store: settles, anchors, makes the backup of the day, zeroes the keys, releases
    /// the lock.
    ///
    /// # Errors
    /// Those of the disk; the store is closed all the same, and nothing that was saved is lost.
    pub fn close(mut self, now: Now) -> Result<(), Error> {
        self.settle()?;
        self.backup_daily(now).map(drop)
    }

    /// Whether the engine stopped answering: the segments answer in its place, and the next
    /// opening rebuilds it.
    pub fn engine_stopped(&self) -> bool {
        self.engine.as_ref().is_none_or(|engine| engine.trouble().is_some())
    }

    pub(super) fn write_anchor(&self) -> Result<(), Error> {
        let sealed = self.anchor_now().to_sealed(&self.keys)?;
        replace(&*self.ground.files, &self.place.anchor(), &sealed)
    }

    pub(super) fn anchor_now(&self) -> Anchor {
        Anchor {
            epoch: self.epoch(),
            keyring: self.keyring.generation(),
            entries: self.len(),
            head: self.head(),
            shelf: self.shelf.writings(),
        }
    }
}
