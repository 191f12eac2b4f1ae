//! The station itself: setting it up, opening and closing it, its passphrase, its preferences.

use std::collections::BTreeMap;
use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};

use super::error::Error;
use super::request::SetUp;
use super::session::{Session, Writing};
use super::worker::Place;
use crate::crypto::{KdfCost, Passphrase};
use crate::domain::body::Body;
use crate::domain::now::Now;
use crate::domain::station::StationProfile;
use crate::store::{Ground, Opening, Restored, Store, StoreSetup};

/// Prefix of the settings that are preferences of the screens.
const PREFERENCE: &str = "preference/";

impl Session {
    /// Makes a station and opens it.
    ///
    /// # Errors
    /// The store's: there is one already, the passphrase is too easy to guess, the disk.
    pub fn set_up(place: &Place, set_up: SetUp, cost: KdfCost, now: Now) -> Result<Self, Error> {
        Self::set_up_on(Ground::default(), place, set_up, cost, now)
    }

    /// [`Session::set_up`] on another ground.
    ///
    /// # Errors
    /// Those of [`Session::set_up`].
    pub fn set_up_on(
        ground: Ground,
        place: &Place,
        set_up: SetUp,
        cost: KdfCost,
        now: Now,
    ) -> Result<Self, Error> {
        let passphrase = typed(&set_up.passphrase);
        check_strength(&passphrase, &set_up.name)?;
        let profile = StationProfile { role: set_up.role, name: set_up.name, lots: set_up.lots };
        let setup = StoreSetup { role: set_up.role, passphrase: &passphrase, cost, station: None };
        let store = Store::create_on(ground, &place.data, &place.state, &setup, now)?;
        let mut session = Self::open(store)?;
        session.write(vec![Writing::of_station(Body::Station(profile))], now)?;
        Ok(session)
    }

    /// Opens a station.
    ///
    /// # Errors
    /// The store's: another session holds it, the passphrase is wrong, the disk.
    pub fn unlock(place: &Place, passphrase: &SecretString, now: Now) -> Result<(Self, Opening), Error> {
        Self::unlock_on(Ground::default(), place, passphrase, now)
    }

    /// [`Session::unlock`] on another ground.
    ///
    /// # Errors
    /// Those of [`Session::unlock`].
    pub fn unlock_on(
        ground: Ground,
        place: &Place,
        passphrase: &SecretString,
        now: Now,
    ) -> Result<(Self, Opening), Error> {
        let (store, mut opening) =
            Store::unlock_on(ground, &place.data, &place.state, &typed(passphrase), now)?;
        let mut session = Self::open(store)?;
        opening.repairs.append(&mut session.repairs);
        Ok((session, opening))
    }

    /// Closes the station: what waits is made durable, keys and caseload are dropped and zeroed.
    ///
    /// # Errors
    /// The store's; the station is closed all the same.
    pub fn close(self, now: Now) -> Result<(), Error> {
        Ok(self.store.close(now)?)
    }

    /// Closes the station to the old passphrase and opens it to the new one.
    ///
    /// # Errors
    /// The old one is wrong, the new one too easy to guess, the disk.
    pub fn change_passphrase(
        &mut self,
        old: &SecretString,
        new: &SecretString,
        cost: KdfCost,
    ) -> Result<(), Error> {
        let new = typed(new);
        let name = self.caseload().station.as_ref().map_or("", |station| station.name.as_str());
        check_strength(&new, name)?;
        Ok(self.store.change_passphrase(&typed(old), &new, cost)?)
    }

    /// Puts a station back from a copy.
    ///
    /// # Errors
    /// The copy is not whole, the station is open elsewhere, the disk: the present station is
    /// untouched.
    pub fn restore(
        from: &Path,
        place: &Place,
        passphrase: &SecretString,
        now: Now,
    ) -> Result<Restored, Error> {
        Ok(Store::restore(from, &place.data, &place.state, &typed(passphrase), now)?)
    }

    /// Keeps a preference of the screens.
    ///
    /// # Errors
    /// The store's.
    pub fn remember(&mut self, name: &str, value: &[u8]) -> Result<(), Error> {
        Ok(self.store.put_local(&format!("{PREFERENCE}{name}"), value)?)
    }

    /// Every preference of the screens.
    ///
    /// # Errors
    /// The store's.
    pub fn remembered(&self) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let preference = |(name, value): (String, Vec<u8>)| {
            name.strip_prefix(PREFERENCE).map(|name| (name.to_owned(), value))
        };
        Ok(self.store.locals()?.into_iter().filter_map(preference).collect())
    }
}

/// Checks that a passphrase is good enough for the station of `name`.
///
/// # Errors
/// [`Error::PassphraseWeak`].
pub fn check_passphrase(passphrase: &SecretString, name: &str) -> Result<(), Error> {
    check_strength(&typed(passphrase), name)
}

/// A station may be closed with eight words drawn by Jalon, or with what is long and hard to guess
/// for someone who knows whose station it is.
fn check_strength(passphrase: &Passphrase, name: &str) -> Result<(), Error> {
    if passphrase.strength(&[name]).is_enough() { Ok(()) } else { Err(Error::PassphraseWeak) }
}

fn typed(passphrase: &SecretString) -> Passphrase {
    Passphrase::new(passphrase.expose_secret())
}
