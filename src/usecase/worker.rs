//! The worker: owns the station, answers requests one after the other. It runs apart from the
//! screens, so that a slow disk never holds a key.

use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;

use super::attachments;
use super::error::Error;
use super::exchanges::{ExchangeRequest, Exchanged};
use super::import::files;
use super::import::screen::{ImportRequest, write_mapping};
use super::outcome::{Found, Notice, Opened, Outcome};
use super::receiving::is_named_as_bundle;
use super::request::{Request, SetUp};
use super::session::Session;
use crate::crypto::{CryptoError, KdfCost, Passphrase};
use crate::domain::now::Now;
use crate::store::{self, Ground, Opening};

/// Where a station is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its own folder.
    pub data: PathBuf,
    /// The folder of its anchor.
    pub state: PathBuf,
}

impl Place {
    /// Whether there is a station.
    pub fn is_occupied(&self) -> bool {
        match self.data.join("station.json").try_exists() {
            Ok(is_there) => is_there,
            // A folder that may not be looked into is somebody's: never one to set up a station in.
            Err(error) => error.kind() == std::io::ErrorKind::PermissionDenied,
        }
    }
}

/// Measures what trying a passphrase should cost on this machine.
pub type Calibrate = fn() -> Result<KdfCost, CryptoError>;

/// Owns the station, open or closed.
pub struct Worker {
    ground: Ground,
    place: Place,
    calibrate: Calibrate,
    session: Option<Session>,
    notices: Vec<Notice>,
}

impl Worker {
    /// The worker of the station at `place`, closed.
    pub fn new(place: Place, calibrate: Calibrate) -> Self {
        Self { ground: Ground::default(), place, calibrate, session: None, notices: Vec::new() }
    }

    /// The worker of a station that is open already (the demonstration).
    pub fn with_session(place: Place, calibrate: Calibrate, session: Session) -> Self {
        Self { session: Some(session), ..Self::new(place, calibrate) }
    }

    /// On another ground than the real one.
    pub fn on(self, ground: Ground) -> Self {
        Self { ground, ..self }
    }

    /// Adds something to say when the station opens.
    pub fn tell(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Does what is asked.
    pub fn answer(&mut self, request: Request, now: Now) -> Outcome {
        self.try_answer(request, now).unwrap_or_else(Error::into_outcome)
    }

    fn try_answer(&mut self, request: Request, now: Now) -> Result<Outcome, Error> {
        match request {
            Request::Look => Ok(match &self.session {
                Some(_) => self.opened()?,
                None if self.place.is_occupied() => Outcome::Found(Found::Locked),
                None => Outcome::Found(Found::Nothing { place: self.place.data.clone() }),
            }),
            Request::SetUp(set_up) => self.set_up(*set_up, now),
            Request::ProposePassphrase => {
                let proposed = Passphrase::generate().map_err(store::Error::from)?;
                Ok(Outcome::ProposedPassphrase(SecretString::from(proposed.expose())))
            }
            Request::JudgePassphrase { passphrase, name } => {
                super::station::check_passphrase(&passphrase, &name)?;
                Ok(Outcome::PassphraseAccepted)
            }
            Request::Unlock(passphrase) => self.unlock(&passphrase, now),
            Request::ChangePassphrase { old, new } => {
                let cost = (self.calibrate)().map_err(store::Error::from)?;
                self.session()?.change_passphrase(&old, &new, cost)?;
                Ok(Outcome::PassphraseChanged)
            }
            Request::Lock => {
                self.close(now)?;
                Ok(Outcome::Locked)
            }
            Request::Save(save) => Ok(Outcome::Saved(self.session()?.save(*save, now)?)),
            Request::RecordWorkshop(recording) => {
                Ok(Outcome::Saved(self.session()?.record_workshop(*recording, now)?))
            }
            Request::Undo => {
                let (name, patch) = self.session()?.undo(now)?;
                Ok(Outcome::Undone(name, patch))
            }
            Request::Redo => {
                let (name, patch) = self.session()?.redo(now)?;
                Ok(Outcome::Redone(name, patch))
            }
            Request::KeepDraft { key, bytes } => {
                self.session()?.keep_draft(&key, &bytes, now)?;
                Ok(Outcome::DraftKept(key))
            }
            Request::DropDraft(key) => {
                self.session()?.drop_draft(&key)?;
                Ok(Outcome::DraftDropped(key))
            }
            Request::OfficeHistory => Ok(Outcome::OfficeHistory(self.session()?.office_history()?)),
            Request::History(person) => Ok(Outcome::History(person, self.session()?.history(person)?)),
            Request::Remember { name, value } => {
                self.session()?.remember(&name, &value)?;
                Ok(Outcome::Remembered)
            }
            Request::Import(request) => self.import(request, now),
            Request::AttachableWays(typed) => {
                let ways = files::ways(&typed, attachments::may_be_attached);
                Ok(Outcome::ImportWays { typed, ways })
            }
            Request::Rights(request) => self.session()?.answer_rights(request, now),
            Request::WriteList(asked) => Ok(Outcome::Saved(self.session()?.write_list(&asked, now)?)),
            Request::WriteDocument(asked) => Ok(Outcome::Saved(self.session()?.write_document(&asked, now)?)),
            Request::Exchange(request) => self.exchange(request, now),
            Request::Attach(attaching) => Ok(Outcome::Saved(self.session()?.attach(*attaching, now)?)),
        }
    }

    /// What the import screen asks.
    fn import(&mut self, request: ImportRequest, now: Now) -> Result<Outcome, Error> {
        let session = self.session()?;
        Ok(match request {
            ImportRequest::Ways(typed) => {
                let ways = files::ways(&typed, files::is_of_spreadsheet);
                Outcome::ImportWays { typed, ways }
            }
            ImportRequest::Look(asked) => {
                let preview = Arc::new(session.look_at_import(&asked, now)?);
                Outcome::ImportSeen(asked, preview)
            }
            ImportRequest::TakeIn { path, preview, refused } => {
                Outcome::Imported(session.take_in_shown(&path, &preview, &refused, now)?)
            }
            ImportRequest::WriteMapping { path, preview } => {
                Outcome::MappingWritten(write_mapping(&path, &preview)?)
            }
        })
    }

    /// What the screen of exchanges asks.
    fn exchange(&mut self, request: ExchangeRequest, now: Now) -> Result<Outcome, Error> {
        let quarantine = self.place.data.join("quarantine");
        let session = self.session()?;
        Ok(Outcome::Exchanged(match request {
            ExchangeRequest::Look => Exchanged::State(Box::new(session.exchange_state(now)?)),
            ExchangeRequest::Send(folder) => session.send(&folder, &quarantine, now)?,
            ExchangeRequest::Receive(path) => session.take_from(&path, &quarantine, now)?,
            ExchangeRequest::Stations => session.enrolled_stations()?,
            ExchangeRequest::Transfer(it) => return Ok(Outcome::Saved(session.transfer(it, now)?)),
            ExchangeRequest::Ways(typed) => {
                let ways = files::ways(&typed, is_named_as_bundle);
                return Ok(Outcome::ImportWays { typed, ways });
            }
        }))
    }

    fn session(&mut self) -> Result<&mut Session, Error> {
        self.session.as_mut().ok_or(Error::StationLocked)
    }

    fn set_up(&mut self, set_up: SetUp, now: Now) -> Result<Outcome, Error> {
        if self.place.is_occupied() {
            return Err(Error::StationExists);
        }
        let cost = (self.calibrate)().map_err(store::Error::from)?;
        self.session = Some(Session::set_up_on(self.ground.clone(), &self.place, set_up, cost, now)?);
        self.opened()
    }

    fn unlock(&mut self, passphrase: &SecretString, now: Now) -> Result<Outcome, Error> {
        self.close(now)?;
        let (session, opening) = Session::unlock_on(self.ground.clone(), &self.place, passphrase, now)?;
        self.session = Some(session);
        self.notices.extend(notices(&opening));
        self.opened()
    }

    fn opened(&mut self) -> Result<Outcome, Error> {
        let notices = std::mem::take(&mut self.notices);
        let session = self.session()?;
        Ok(Outcome::Opened(Box::new(Opened {
            caseload: session.caseload().clone(),
            drafts: session.drafts()?,
            undo: session.undo_state(),
            unsent: session.unsent(),
            remembered: session.remembered()?,
            notices,
            is_demo: session.is_demo(),
        })))
    }

    /// Closes the station: what waits is made durable, keys and caseload are dropped and zeroed.
    ///
    /// # Errors
    /// The store's; the station is closed all the same.
    pub fn close(&mut self, now: Now) -> Result<(), Error> {
        match self.session.take() {
            Some(session) => session.close(now),
            None => Ok(()),
        }
    }
}

/// What opening found or repaired, for the screen.
pub fn notices(opening: &Opening) -> Vec<Notice> {
    opening.repairs.iter().map(|repair| Notice { id: repair.id(), args: repair.args() }).collect()
}
