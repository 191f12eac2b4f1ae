//! What the screens ask about the rights of a person and about retention: the same acts as the command
//! line's, each through [`Session`], and nothing of its own.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::dossier::{Dossier, DossierAsked};
use super::erasing::ErasurePlan;
use super::error::Error;
use super::import::files::at_home;
use super::outcome::{Outcome, Patch, Version};
use super::session::Session;
use crate::domain::erasure::{Erasure, ErasureReason};
use crate::domain::file::Current;
use crate::domain::id::PersonId;
use crate::domain::legal_hold::{HoldReason, LegalHold};
use crate::domain::now::Now;
use crate::domain::parameters::Pack;
use crate::domain::retention::{self, Retention};

/// What is asked.
#[derive(Debug, Clone)]
pub enum RightsRequest {
    /// What is kept of a person, and what an erasure would do. Changes nothing.
    Look(PersonId),
    /// Who is kept for too long, or soon will be, and the certificates. Changes nothing.
    Retention,
    /// Write everything about a person to a folder.
    WriteDossier(Box<DossierAsked>),
    /// Forbid erasing, or lift that.
    Hold {
        /// Whose file.
        person: PersonId,
        /// Why.
        reason: Option<HoldReason>,
        /// Last day; `None` until it is lifted.
        until: Option<NaiveDate>,
        /// Whether it is lifted.
        lifted: bool,
    },
    /// Erase for ever.
    Erase {
        /// Whom.
        person: PersonId,
        /// Why.
        reason: ErasureReason,
    },
}

/// What is kept of a person.
#[derive(Debug, Clone)]
pub struct Rights {
    /// Whose.
    pub person: PersonId,
    /// Until when the file may be kept.
    pub retention: Retention,
    /// What forbids erasing today.
    pub hold: Option<LegalHold>,
    /// What an erasure would do.
    pub plan: ErasurePlan,
    /// Every version of everything, newest first.
    pub versions: Vec<Version>,
}

/// Somebody who is kept for too long, or soon will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTooLong {
    /// Whose file.
    pub person: PersonId,
    /// Until when it may be kept.
    pub retention: Retention,
    /// What forbids erasing it today.
    pub hold: Option<LegalHold>,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum RightsOutcome {
    /// What is kept of a person.
    Seen(Box<Rights>),
    /// Who is kept for too long, the first due first, and the certificates, the latest first.
    Retention(Vec<KeptTooLong>, Vec<Current<Erasure>>),
    /// The folder is on the disk.
    DossierWritten(Dossier),
    /// The person is erased; the certificate of it.
    Erased(PersonId, Box<Current<Erasure>>, Patch),
}

impl Session {
    /// Answers what the screens ask.
    ///
    /// # Errors
    /// Those of the act; [`Error::ChangedMeanwhile`] when something was written since the pages of a dossier
    /// were made.
    pub fn answer_rights(&mut self, request: RightsRequest, now: Now) -> Result<Outcome, Error> {
        Ok(Outcome::Rights(match request {
            RightsRequest::Look(person) => RightsOutcome::Seen(Box::new(self.look_at_rights(person, now)?)),
            RightsRequest::Retention => {
                let certificates = self.certificates().iter().rev().cloned().collect();
                RightsOutcome::Retention(self.kept_too_long(now), certificates)
            }
            RightsRequest::WriteDossier(asked) => RightsOutcome::DossierWritten(self.dossier(*asked, now)?),
            RightsRequest::Hold { person, reason, until, lifted } => {
                return Ok(Outcome::Saved(self.hold(person, reason, until, lifted, now)?));
            }
            RightsRequest::Erase { person, reason } => {
                let patch = self.erase(person, reason, now)?;
                let certificate = self.certificates().iter().rev().find(|it| it.value.person == person);
                let certificate = certificate.cloned().ok_or(Error::NoSuchPerson)?;
                RightsOutcome::Erased(person, Box::new(certificate), patch)
            }
        }))
    }

    fn look_at_rights(&mut self, person: PersonId, now: Now) -> Result<Rights, Error> {
        let plan = self.look_at_erasure(person)?;
        let versions = self.history(person)?;
        let retention = retention::of(self.file(person)?, &Pack::default(), now.today);
        let hold = self.hold_of(person, now.today).map(|it| it.value.clone());
        Ok(Rights { person, retention, hold, plan, versions })
    }

    fn kept_too_long(&self, now: Now) -> Vec<KeptTooLong> {
        let files = self.caseload().files.values().map(AsRef::as_ref);
        let kept = retention::list(files, &Pack::default(), now.today).into_iter();
        let hold = |person| self.hold_of(person, now.today).map(|it| it.value.clone());
        kept.map(|(file, retention)| KeptTooLong { person: file.id, retention, hold: hold(file.id) })
            .collect()
    }

    fn dossier(&mut self, asked: DossierAsked, now: Now) -> Result<Dossier, Error> {
        if self.history(asked.person)?.len() != asked.versions {
            return Err(Error::ChangedMeanwhile);
        }
        let to = PathBuf::from(at_home(asked.path.trim()));
        self.write_dossier(asked.person, &to, |_| asked.pages, now)
    }
}
