//! A period of work (*période d'emploi*): a contract, an agency assignment, an activity of one's own
//! (art. 2, domain.md §7.2). What it is worth at the exit is weighed in [`super::exit`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::as_of::Day;
use super::codes::code_list;

code_list! {
    /// Kinds of contracts and of activity (domain.md §7.2).
    ContractKind {
        /// Open-ended contract.
        Permanent = "CDI",
        /// Open-ended contract subsidised in the market sector.
        PermanentSubsidised = "CDI-AM",
        /// Fixed-term contract.
        FixedTerm = "CDD",
        /// Fixed-term contract subsidised in the market sector.
        FixedTermSubsidised = "CDD-AM",
        /// Customary fixed-term contract, renewed job by job.
        Customary = "CDDU",
        /// Seasonal contract.
        Seasonal = "SAIS",
        /// Civil service: a fixed term, or an appointment when no end is planned.
        CivilService = "FP",
        /// Apprenticeship.
        Apprenticeship = "APP",
        /// Professionalisation contract.
        Professionalisation = "PRO",
        /// Agency assignment outside integration through work.
        Agency = "INT",
        /// Own activity, created or taken over.
        OwnActivity = "CREA",
        /// Subsidised contract outside the market sector.
        NonMarketSubsidised = "PEC",
        /// Integration workshop.
        IntegrationWorkshop = "CDDI-ACI",
        /// Integration company.
        IntegrationCompany = "CDDI-EI",
        /// Intermediary association.
        IntermediaryAssociation = "AI",
        /// Integration agency.
        IntegrationAgency = "ETTI",
        /// Integration of independent workers.
        IntegrationIndependent = "EITI",
        /// Open-ended integration contract.
        IntegrationPermanent = "CDI-I",
        /// Immersion in a company.
        Immersion = "PMSMP",
        /// Work placement of a training.
        Internship = "STAGE",
        /// Civic service.
        CivicService = "SC",
        /// Anything else.
        Other = "AUTRE",
    }
}

/// How a kind of contract counts at the exit (art. 2, A-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitWeight {
    /// By lasting six months: open-ended contracts (R2-03).
    Lasting,
    /// By six months of days within nine (R2-04).
    Days,
    /// By lasting six months, as work-study (R2-05).
    WorkStudy,
    /// By weeks and hours (R2-06).
    Hours,
    /// By lasting six months since its creation (R2-07).
    Activity,
    /// Not by itself: work that only the *Comité technique* may accept (R2-09, A-08).
    CaseByCase,
    /// Never: a step of the pathway, not a job.
    Step,
}

/// A whole version of a period of work.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    /// Its kind.
    pub kind: ContractKind,
    /// First day; the registration of an own activity.
    pub starts_on: NaiveDate,
    /// Last day planned, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<NaiveDate>,
    /// Last day in fact, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// Employer, or name of the activity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// Fourteen digits of the employer's establishment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<String>,
    /// Minutes of work a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_minutes: Option<u32>,
    /// Minutes of work in all, of an agency assignment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_minutes: Option<u32>,
    /// What allows fewer hours than the law's minimum (R2-08).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_hours_basis: Option<String>,
    /// Whether the working time suits the person (R2-08); `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suits_person: Option<bool>,
    /// What the person does there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_reason: Option<String>,
    /// Day on which the person agreed that the counsellor be the employer's contact (R9.3.3-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_agreed_on: Option<NaiveDate>,
}

impl Employment {
    /// A period of which only the kind and the first day are known.
    pub const fn new(kind: ContractKind, starts_on: NaiveDate) -> Self {
        Self {
            kind,
            starts_on,
            planned_end: None,
            ended_on: None,
            employer: None,
            siret: None,
            weekly_minutes: None,
            total_minutes: None,
            short_hours_basis: None,
            suits_person: None,
            occupation: None,
            end_reason: None,
            contact_agreed_on: None,
        }
    }

    /// Last day, included: in fact, or as planned. `None` while it goes on without an end.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.ended_on.or(self.planned_end)
    }

    /// Whether it goes on on `day`, as far as its dates tell.
    pub fn is_running_on(&self, day: impl Day) -> bool {
        day.has_come(self.starts_on) && !self.last_day().is_some_and(|last| day.is_past(last))
    }

    /// Whether it is a job, and not a step of the pathway towards one.
    pub const fn is_job(&self) -> bool {
        match self.weight() {
            ExitWeight::Lasting
            | ExitWeight::Days
            | ExitWeight::WorkStudy
            | ExitWeight::Hours
            | ExitWeight::Activity => true,
            ExitWeight::CaseByCase | ExitWeight::Step => false,
        }
    }

    /// How it counts at the exit.
    pub const fn weight(&self) -> ExitWeight {
        match self.kind {
            ContractKind::Permanent | ContractKind::PermanentSubsidised => ExitWeight::Lasting,
            ContractKind::CivilService if self.planned_end.is_none() => ExitWeight::Lasting,
            ContractKind::FixedTerm
            | ContractKind::FixedTermSubsidised
            | ContractKind::Customary
            | ContractKind::Seasonal
            | ContractKind::CivilService => ExitWeight::Days,
            ContractKind::Apprenticeship | ContractKind::Professionalisation => ExitWeight::WorkStudy,
            ContractKind::Agency => ExitWeight::Hours,
            ContractKind::OwnActivity => ExitWeight::Activity,
            ContractKind::NonMarketSubsidised
            | ContractKind::IntegrationWorkshop
            | ContractKind::IntegrationCompany
            | ContractKind::IntermediaryAssociation
            | ContractKind::IntegrationAgency
            | ContractKind::IntegrationIndependent
            | ContractKind::IntegrationPermanent
            | ContractKind::Other => ExitWeight::CaseByCase,
            ContractKind::Immersion | ContractKind::Internship | ContractKind::CivicService => {
                ExitWeight::Step
            }
        }
    }
}

impl std::fmt::Debug for Employment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Employment({:?} […])", self.kind)
    }
}
