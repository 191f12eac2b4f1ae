//! Keys of the station and of the programme, and who is trusted: kept sealed in the store.

use chrono::{Datelike as _, NaiveDate};

use super::error::Error;
use super::random;
use super::session::Session;
use crate::domain::dates::add_months;
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::exchange::bundle::name::short_name;
use crate::exchange::fingerprint::Fingerprint;
use crate::exchange::join::JoinRequest;
use crate::exchange::keys::{ProgrammeKeys, StationKeys};
use crate::exchange::return_journal::return_journal;
use crate::exchange::trust::{Place, Trust, TrustRefusal};

/// Name of the sealed keys of the station.
const STATION_KEYS: &str = "station-keys";
/// Name of the sealed keys of the programme: on the team's station only.
const PROGRAMME_KEYS: &str = "programme-keys";
/// Name of the list of who is trusted, as it was signed.
const TRUST: &str = "trust";
/// Name of the setting that makes a station a demonstration.
pub(super) const DEMO: &str = "demo";
/// Name of the life of the store: a line of the ledger.
const EPOCH: &str = "epoch";
/// How long a list of who is trusted is good for, in months.
const TRUST_MONTHS: u32 = 24;

impl Session {
    /// The station's own keys, made at the first call.
    ///
    /// # Errors
    /// The store's; no randomness.
    pub fn keys(&mut self) -> Result<StationKeys, Error> {
        if let Some(bytes) = self.store.secret(STATION_KEYS)? {
            return StationKeys::from_bytes(&bytes).map_err(|_| Error::KeysUnreadable);
        }
        let keys = StationKeys::generate(self.store.station()).map_err(|_| Error::NoRandomness)?;
        self.store.put_secret(STATION_KEYS, &keys.to_bytes())?;
        Ok(keys)
    }

    /// The programme's keys; `None` on a station that is not the team's.
    ///
    /// # Errors
    /// The store's.
    pub fn programme_keys(&self) -> Result<Option<ProgrammeKeys>, Error> {
        let Some(bytes) = self.store.secret(PROGRAMME_KEYS)? else { return Ok(None) };
        ProgrammeKeys::from_bytes(&bytes).map(Some).map_err(|_| Error::KeysUnreadable)
    }

    /// The life of the store in which bundles are numbered: a new one after each restoration. The first is
    /// named when its first bundle is written.
    ///
    /// # Errors
    /// The store's.
    pub fn epoch(&mut self) -> Result<EpochId, Error> {
        if let Some(known) = self.known_epoch()? {
            return Ok(known);
        }
        let number = self.store.epoch().to_be_bytes();
        let id: [u8; 16] = random::bytes();
        self.store.put_ledger(EPOCH, &[number.as_slice(), &id].concat())?;
        Ok(EpochId(id))
    }

    /// The life of the store, if anything was numbered in it.
    pub(super) fn known_epoch(&self) -> Result<Option<EpochId>, Error> {
        if let Some(life) = self.store.life() {
            return Ok(Some(life));
        }
        let line = self.store.ledger(EPOCH)?;
        let known = line.as_deref().and_then(<[u8]>::split_first_chunk::<8>);
        let known = known.filter(|(number, _)| **number == self.store.epoch().to_be_bytes());
        Ok(known.and_then(|(_, id)| <[u8; 16]>::try_from(id).ok()).map(EpochId))
    }

    /// Founds the programme on the team's station: its keys, and the list that stations trust.
    /// Gives the signed list; the words of its root are on the cards.
    ///
    /// # Errors
    /// There are keys already; the store's.
    pub fn found_programme(&mut self, now: Now) -> Result<(Vec<u8>, Fingerprint), Error> {
        self.found(self.store.station(), Place::Work, now)
    }

    fn found(&mut self, centre: StationId, place: Place, now: Now) -> Result<(Vec<u8>, Fingerprint), Error> {
        if self.store.secret(PROGRAMME_KEYS)?.is_some() {
            return Err(Error::StationExists);
        }
        let year = u16::try_from(now.today.year()).unwrap_or_default();
        let keys = ProgrammeKeys::generate(centre, year).map_err(|_| Error::NoRandomness)?;
        let trust = Trust::first(&keys, place, trusted_until(now.today));
        let signed = trust.sign(&keys.root)?;
        self.store.put_secret(PROGRAMME_KEYS, &keys.to_bytes())?;
        self.keep_trust(&signed)?;
        Ok((signed, trust.words()))
    }

    /// Makes this station a demonstration for good: it founds a programme of its own, which
    /// everything else refuses, and enrols itself there.
    ///
    /// # Errors
    /// There are keys already; the store's.
    pub fn found_demo(&mut self, now: Now) -> Result<(), Error> {
        self.store.put_local(DEMO, b"demo")?;
        self.is_demo = true;
        // Its centre is nobody: a station cannot be enrolled under the centre's own identity.
        self.found(StationId(random::bytes()), Place::Demo, now)?;
        let (request, words) = self.join_request(now)?;
        self.enrol(&request, &words)?;
        Ok(())
    }

    /// Who is trusted; `None` before any list was taken.
    ///
    /// # Errors
    /// The store's.
    pub fn trust(&self) -> Result<Option<Trust>, Error> {
        let Some(signed) = self.store.local(TRUST)? else { return Ok(None) };
        // It was proved when it was taken, and the store has sealed it since.
        let words = Trust::claimed_words(&signed)?;
        Ok(Some(Trust::open(&signed, &words, self.kind())?))
    }

    /// The list of who is trusted, byte for byte as it was signed; `None` before any was taken.
    ///
    /// # Errors
    /// The store's.
    pub fn signed_trust(&self) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.store.local(TRUST)?)
    }

    /// Takes a list of who is trusted: the first one is proved by the words of the card, a newer
    /// one by the root that signed the first.
    ///
    /// # Errors
    /// Wrong words, another root, an older list; the store's.
    pub fn take_trust(&mut self, signed: &[u8], words: Option<&Fingerprint>) -> Result<Trust, Error> {
        let known = self.trust()?;
        let taken = match (&known, words) {
            (Some(known), _) => known.update(signed)?,
            (None, Some(words)) => Trust::open(signed, words, self.kind())?,
            (None, None) => return Err(Error::WordsNeeded),
        };
        self.keep_trust(signed)?;
        Ok(taken)
    }

    fn keep_trust(&mut self, signed: &[u8]) -> Result<(), Error> {
        self.store.put_local(TRUST, signed)?;
        self.note_returns()
    }

    /// The station's request to be enrolled, signed by itself, and the words that it shows.
    ///
    /// # Errors
    /// The store's.
    pub fn join_request(&mut self, now: Now) -> Result<(Vec<u8>, Fingerprint), Error> {
        let keys = self.keys()?;
        let request = JoinRequest::new(&keys, self.epoch()?, self.kind(), now);
        Ok((request.sign(&keys)?, request.words()))
    }

    /// Enrols a station whose words were heard, and gives the new list to distribute.
    ///
    /// # Errors
    /// Not the team's station, other words than those of the request, the store's.
    pub fn enrol(&mut self, request: &[u8], heard: &Fingerprint) -> Result<Vec<u8>, Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        let trust = self.trust()?.ok_or(Error::NotATeam)?;
        let request = JoinRequest::open(request)?;
        let signed = trust.enrol(&request, heard, &short_name(request.id))?.sign(&keys.root)?;
        self.keep_trust(&signed)?;
        Ok(signed)
    }

    /// Tells the fold which journals are the centre's: who is trusted says it.
    pub(super) fn note_returns(&mut self) -> Result<(), Error> {
        let Some(trust) = self.trust()? else { return Ok(()) };
        let journals = self.fold.journals_mut();
        // Its own list may be older than its enrolment.
        let stations = trust.stations.iter().map(|it| it.id).chain([self.store.station()]);
        for station in stations {
            for centre in &trust.ops {
                journals.note_return(return_journal(centre.id, station), station);
            }
        }
        if self.programme_keys()?.is_some() {
            self.fold.journals_mut().note_centre();
        }
        Ok(())
    }

    /// Whether the station is at work or a demonstration.
    pub(super) const fn kind(&self) -> Place {
        if self.is_demo { Place::Demo } else { Place::Work }
    }
}

fn trusted_until(today: NaiveDate) -> NaiveDate {
    add_months(today, TRUST_MONTHS)
}

impl From<TrustRefusal> for Error {
    fn from(refusal: TrustRefusal) -> Self {
        Self::Trust(refusal)
    }
}
