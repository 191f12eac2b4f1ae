//! Changing the passphrase: one keyslot is written again, the journal is not touched.

use super::backup::backups;
use super::error::{Error, On as _};
use super::small::replace_both;
use super::{KdfCost, Store};
use crate::crypto::{Passphrase, unwrap_key, wrap_key};

impl Store {
    /// Closes the store with another passphrase from now on, after proving the old one. The new
    /// slot is proved before it takes the place of the old.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] for the old one, and those of the disk: then the old passphrase
    /// still opens.
    pub fn change_passphrase(
        &mut self,
        old: &Passphrase,
        new: &Passphrase,
        cost: KdfCost,
    ) -> Result<(), Error> {
        let path = self.place.slot();
        let (files, stretch) = (&*self.ground.files, &*self.ground.stretch);
        let opens = |passphrase: &Passphrase, slot: &[u8]| {
            let opened = unwrap_key(stretch, passphrase, slot);
            opened.is_ok_and(|master| master.expose() == self.keys.master.expose())
        };
        if !opens(old, &files.read(&path).on(&path)?) {
            return Err(Error::WrongPassphrase { failures: 0, wait_seconds: 0 });
        }
        let slot = wrap_key(stretch, new, cost, &self.keys.master)?;
        if !opens(new, slot.as_bytes()) {
            return Err(Error::Damaged { path });
        }
        replace_both(files, &path, slot.as_bytes())?;
        // The old passphrase must not open the store's own backups either. It is changed already:
        // a backup that cannot be written is no failure, `doctor` names it.
        for backup in backups(files, &self.place).unwrap_or_default() {
            drop(replace_both(files, &self.place.with_root(backup).slot(), slot.as_bytes()));
        }
        Ok(())
    }
}
