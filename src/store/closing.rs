//! What is done off the hot path: settling the engine, anchoring, closing.

use super::anchor::Anchor;
use super::engine::EngineError;
use super::small::{read_if_there, replace};
use super::{Error, Opening, Repair, Store};
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

    /// Closes the store: settles, anchors, zeroes the keys, releases the lock.
    ///
    /// # Errors
    /// Those of the disk; the store is closed all the same, and nothing that was saved is lost.
    pub fn close(mut self, _now: Now) -> Result<(), Error> {
        self.settle()
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

    /// How far the store was, as the anchor has it; notes an anchor that cannot be read.
    pub(super) fn read_anchor(&self, opening: &mut Opening) -> Result<Option<Anchor>, Error> {
        let Some(sealed) = read_if_there(&*self.ground.files, &self.place.anchor())? else { return Ok(None) };
        let anchor = Anchor::from_sealed(&self.keys, &sealed);
        if anchor.is_none() {
            opening.repairs.push(Repair::AnchorDamaged);
        }
        Ok(anchor)
    }

    fn anchor_now(&self) -> Anchor {
        Anchor {
            epoch: self.epoch(),
            keyring: self.keyring.generation(),
            number: self.segments.last_number(),
            head: self.head(),
        }
    }
}
