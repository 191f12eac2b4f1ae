//! What a candidature still lacks, in the order in which the counsellor is asked for it.

use super::{CandidatureStage, diagnosis, is_received};
use crate::domain::codes::code_list;
use crate::domain::communes;
use crate::domain::diagnosis::{DiagnosisLack, Proposal};
use crate::domain::reception::{ReceptionItem, done};
use crate::domain::state::State;

code_list! {
    /// Something that is still to be written of a candidature.
    CandidatureLack {
        /// The day of the referral.
        ReferredOn = "referred_on",
        /// Who referred the person (R9.3.1-02).
        Prescriber = "prescriber",
        /// That the person was told what is recorded.
        Informed = "informed_on",
        /// The first reception.
        Reception = "received_on",
        /// Item 2 of the reception.
        Understood = "comprehension",
        /// Item 3.
        Diagnosed = "diagnostic",
        /// Item 4.
        Argued = "argumentaire",
        /// Item 5.
        Confirmed = "volonte",
        /// Items 6 or 7: the pathway agreed, or the support that suits better.
        Outcome = "parcours_ou_autre",
        /// The commune of residence (R5-01).
        Commune = "commune",
        /// The part of Rouen, without which no lot can be told.
        Sector = "sector",
        /// The lot.
        Lot = "lot",
        /// A criterion of article 5 (R5-03).
        Criterion = "criteria",
        /// Which one is the main one.
        MainCriterion = "main_criterion",
        /// The diagnosis itself.
        Diagnosis = "diagnosis",
        /// The three conditions of adhesion (R5-02).
        Conditions = "conditions",
        /// The three parts of the diagnosis (R7-06).
        Parts = "parts",
        /// The plan of action and the first step (R5-05).
        Plan = "plan",
        /// What is proposed (R7-05).
        Proposal = "proposal",
        /// Why.
        Reasons = "reasons",
        /// The support that suits better (R7-09).
        OtherSupport = "other_support",
    }
}

impl CandidatureLack {
    /// The stage that cannot be reached without it; `None` for what the verification will ask.
    pub const fn blocks(self) -> Option<CandidatureStage> {
        match self {
            Self::Reception => Some(CandidatureStage::Received),
            Self::Diagnosis => Some(CandidatureStage::InDiagnosis),
            Self::Proposal | Self::Reasons | Self::OtherSupport => Some(CandidatureStage::Proposed),
            Self::ReferredOn
            | Self::Prescriber
            | Self::Informed
            | Self::Understood
            | Self::Diagnosed
            | Self::Argued
            | Self::Confirmed
            | Self::Outcome
            | Self::Commune
            | Self::Sector
            | Self::Lot
            | Self::Criterion
            | Self::MainCriterion
            | Self::Conditions
            | Self::Parts
            | Self::Plan => None,
        }
    }

    /// Whether it is asked even of somebody who does not go on: the commission is told why, and what
    /// suits better.
    const fn is_asked_of_dropped(self) -> bool {
        matches!(self, Self::Diagnosis | Self::Proposal | Self::Reasons | Self::OtherSupport)
    }

    /// Whether only somebody who is to enter needs it.
    const fn is_of_entry(self) -> bool {
        matches!(self, Self::Confirmed | Self::Lot | Self::Criterion | Self::MainCriterion | Self::Sector)
    }
}

/// Everything that is lacking.
pub(super) fn lacks(state: &State<'_>, is_dropped: bool) -> Vec<CandidatureLack> {
    let mut all = of_referral(state);
    all.extend(of_reception(state));
    all.extend(of_criteria(state));
    all.extend(of_diagnosis(state));
    let redirects = diagnosis(state).is_some_and(|it| it.value.proposal == Some(Proposal::Redirect));
    all.retain(|it| !(is_dropped && !it.is_asked_of_dropped() || redirects && it.is_of_entry()));
    all
}

fn those(all: &[(CandidatureLack, bool)]) -> Vec<CandidatureLack> {
    all.iter().filter(|(_, is_lacking)| *is_lacking).map(|(lack, _)| *lack).collect()
}

fn of_referral(state: &State<'_>) -> Vec<CandidatureLack> {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    those(&[
        (CandidatureLack::ReferredOn, enrolment.is_none_or(|it| it.referred_on.is_none())),
        (CandidatureLack::Prescriber, enrolment.is_none_or(|it| it.prescriber_kind.is_none())),
        (CandidatureLack::Reception, !is_received(state)),
        (CandidatureLack::Informed, state.file.person.value.informed_on.is_none()),
    ])
}

fn of_reception(state: &State<'_>) -> Vec<CandidatureLack> {
    use ReceptionItem as Item;
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let is_to_do = |item| enrolment.is_none_or(|it| done(&it.reception, item).is_none());
    those(&[
        (CandidatureLack::Understood, is_to_do(Item::Understood)),
        (CandidatureLack::Diagnosed, is_to_do(Item::Diagnosed)),
        (CandidatureLack::Argued, is_to_do(Item::Argued)),
        (CandidatureLack::Confirmed, is_to_do(Item::Confirmed)),
        (CandidatureLack::Outcome, is_to_do(Item::Contracted) && is_to_do(Item::Directed)),
    ])
}

fn of_criteria(state: &State<'_>) -> Vec<CandidatureLack> {
    let person = &state.file.person.value;
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let has_sectors =
        person.commune.as_deref().and_then(communes::by_code).is_some_and(|it| it.has_sectors());
    let has_criterion = enrolment.is_some_and(|it| !it.criteria.is_empty());
    let has_lot = enrolment.is_some_and(|it| it.lot.is_some());
    those(&[
        (CandidatureLack::Commune, person.commune.is_none()),
        (CandidatureLack::Sector, has_sectors && person.sector.is_none() && !has_lot),
        (CandidatureLack::Lot, !has_lot),
        (CandidatureLack::Criterion, !has_criterion),
        (
            CandidatureLack::MainCriterion,
            has_criterion && enrolment.is_some_and(|it| it.main_criterion.is_none()),
        ),
    ])
}

fn of_diagnosis(state: &State<'_>) -> Vec<CandidatureLack> {
    use DiagnosisLack as Lack;
    let Some(diagnosis) = diagnosis(state) else {
        return vec![CandidatureLack::Diagnosis, CandidatureLack::Proposal];
    };
    let mut lacks: Vec<CandidatureLack> = diagnosis
        .value
        .lacks()
        .into_iter()
        .map(|it| match it {
            Lack::WantsWork | Lack::NeedsSupport | Lack::CanFollow => CandidatureLack::Conditions,
            Lack::Obstacles | Lack::Capacities | Lack::RealisticSteps => CandidatureLack::Parts,
            Lack::Plan | Lack::FirstStep => CandidatureLack::Plan,
            Lack::Proposal => CandidatureLack::Proposal,
            Lack::Reasons => CandidatureLack::Reasons,
            Lack::OtherSupport => CandidatureLack::OtherSupport,
        })
        .collect();
    lacks.dedup();
    lacks
}
