//! What a submitted file lacks before it may be on an agenda: the diagnosis and the documents of the
//! entry, the four blocks of a re-examination, the proofs of the exit, the reasoned opinion (art. 7,
//! R7-06, R7-15, R7-19, R7-20, R7-23, R7-24).
//!
//! Everything is judged for the day of the session: a document that expires before it is missing.

use chrono::NaiveDate;

use super::Submission;
use crate::domain::codes::{Business, ExitReason, code_list};
use crate::domain::diagnosis::{DiagnosisLack, Proposal};
use crate::domain::evidence::{self, Demand, Gate, Lack, Standing};
use crate::domain::exit;
use crate::domain::file::File;
use crate::domain::parameters::Parameters;

code_list! {
    /// What a submission may lack that is neither in the diagnosis nor a document.
    Gap {
        /// There is no shared diagnosis.
        Diagnosis = "diagnostic",
        /// No criterion of adhesion is said to hold.
        Criterion = "critere",
        /// Why the file is re-examined.
        Ground = "categorie",
        /// That the file is up to date.
        Freshness = "donnees_a_jour",
        /// The means used to keep the relation.
        Relation = "lien_maintenu",
        /// The difficulties and how they are dealt with.
        Difficulties = "difficultes",
        /// The analysis with partners.
        Partners = "partenaires",
        /// Which exit is proposed.
        ExitReason = "motif_sortie",
        /// Its day.
        ExitDay = "date_sortie",
        /// The criterion of article 2 does not hold on that day.
        Qualification = "sortie_non_qualifiee",
        /// The counsellor does not say that it is ready.
        Preparation = "preparation",
        /// The check by the action manager, with name and day.
        Verification = "verification",
        /// The opinion.
        Opinion = "avis",
        /// The reasons of the opinion.
        OpinionReasons = "avis_motive",
    }
}

impl Gap {
    /// Whether it is for the action manager to fill.
    pub const fn is_the_managers(self) -> bool {
        match self {
            Self::Verification | Self::Opinion | Self::OpinionReasons => true,
            Self::Diagnosis
            | Self::Criterion
            | Self::Ground
            | Self::Freshness
            | Self::Relation
            | Self::Difficulties
            | Self::Partners
            | Self::ExitReason
            | Self::ExitDay
            | Self::Qualification
            | Self::Preparation => false,
        }
    }

    const fn rule(self) -> &'static str {
        match self {
            Self::Diagnosis => "R7-06",
            Self::Criterion => "R5-03",
            Self::Ground => "R7-13",
            Self::Freshness | Self::Relation | Self::Difficulties | Self::Partners => "R7-15",
            Self::ExitReason | Self::ExitDay => "R7-18",
            Self::Qualification => "R7-19",
            Self::Preparation | Self::Verification | Self::Opinion | Self::OpinionReasons => "R7-23",
        }
    }
}

/// One thing that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A part of the submission, or something that it rests on.
    Gap(Gap),
    /// A part of the diagnosis.
    InDiagnosis(DiagnosisLack),
    /// A document.
    Document(Demand),
}

impl Missing {
    /// The rule of domain.md that asks for it.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Gap(gap) => gap.rule(),
            Self::InDiagnosis(lack) => match lack {
                DiagnosisLack::WantsWork | DiagnosisLack::NeedsSupport | DiagnosisLack::CanFollow => "R5-02",
                DiagnosisLack::Obstacles | DiagnosisLack::Capacities | DiagnosisLack::RealisticSteps => {
                    "R7-06"
                }
                DiagnosisLack::Plan => "R5-05",
                DiagnosisLack::FirstStep => "R9.3.2-01",
                DiagnosisLack::Proposal | DiagnosisLack::Reasons => "R7-05",
                DiagnosisLack::OtherSupport => "R7-09",
            },
            Self::Document(demand) => match demand.wanted {
                evidence::Wanted::Claim(_) => "R7-24",
                evidence::Wanted::Proof(_) => "R7-20",
            },
        }
    }

    /// The article of the CCTP that asks for it.
    pub const fn article(self) -> &'static str {
        match self {
            Self::Gap(Gap::Criterion) | Self::Document(Demand { wanted: evidence::Wanted::Claim(_), .. }) => {
                "5"
            }
            Self::Gap(Gap::Qualification) => "2",
            Self::Gap(_) | Self::Document(_) => "7",
            Self::InDiagnosis(lack) => match lack {
                DiagnosisLack::WantsWork
                | DiagnosisLack::NeedsSupport
                | DiagnosisLack::CanFollow
                | DiagnosisLack::Plan => "5",
                DiagnosisLack::FirstStep => "9-3-2",
                DiagnosisLack::Obstacles
                | DiagnosisLack::Capacities
                | DiagnosisLack::RealisticSteps
                | DiagnosisLack::Proposal
                | DiagnosisLack::Reasons
                | DiagnosisLack::OtherSupport => "7",
            },
        }
    }

    /// Whether it is for the action manager to fill.
    pub const fn is_the_managers(self) -> bool {
        match self {
            Self::Gap(gap) => gap.is_the_managers(),
            Self::InDiagnosis(_) | Self::Document(_) => false,
        }
    }
}

/// Everything that `submission` lacks, what is for the counsellor first.
pub fn missing(file: &File, submission: &Submission, parameters: &Parameters) -> Vec<Missing> {
    let on = submission.session_on;
    let mut found = match submission.business {
        Business::Entry => of_entry(file, on, parameters),
        Business::Review => of_review(submission),
        Business::Exit => of_exit(file, submission, parameters),
    };
    // Whoever verified the file checked its documents.
    if submission.verified_on.is_some() {
        found.retain(|it| !is_only_unchecked(*it));
    }
    let is_blank = |text: &str| text.trim().is_empty();
    let has_author = submission.verified_on.is_some() && submission.verified_by.is_some();
    found.extend(gaps(&[
        (Gap::Preparation, submission.prepared_on.is_none()),
        (Gap::Verification, !has_author),
        (Gap::Opinion, submission.opinion.is_none()),
        (Gap::OpinionReasons, is_blank(&submission.opinion_text)),
    ]));
    found
}

fn gaps(all: &[(Gap, bool)]) -> impl Iterator<Item = Missing> {
    all.iter().filter(|(_, is_missing)| *is_missing).map(|(gap, _)| Missing::Gap(*gap))
}

const fn is_only_unchecked(it: Missing) -> bool {
    matches!(it, Missing::Document(Demand { standing: Standing::Lacking(Lack::Unchecked, _), .. }))
}

/// The dossier d'instruction, and the documents of the criteria. Of who is not to be admitted no
/// document is asked: the commission is told where the person is directed (R7-05, R7-09).
fn of_entry(file: &File, on: NaiveDate, parameters: &Parameters) -> Vec<Missing> {
    let Some(diagnosis) = file.diagnoses.last().map(|it| &it.value) else {
        return vec![Missing::Gap(Gap::Diagnosis)];
    };
    let mut found: Vec<Missing> = diagnosis.lacks().into_iter().map(Missing::InDiagnosis).collect();
    if diagnosis.proposal == Some(Proposal::Redirect) {
        return found;
    }
    let has_criterion = file.enrolments.last().is_some_and(|it| !it.value.criteria.is_empty());
    found.extend((!has_criterion).then_some(Missing::Gap(Gap::Criterion)));
    found.extend(documents(file, Gate::Entry, on, parameters));
    found
}

/// The ground and the four blocks.
fn of_review(submission: &Submission) -> Vec<Missing> {
    let is_blank = |text: &str| text.trim().is_empty();
    gaps(&[
        (Gap::Ground, submission.ground.is_none()),
        (Gap::Freshness, submission.updated_on.is_none()),
        (Gap::Relation, is_blank(&submission.relation)),
        (Gap::Difficulties, is_blank(&submission.difficulties)),
        (Gap::Partners, is_blank(&submission.partners)),
    ])
    .collect()
}

/// The exit, its day, that it is what it is said to be, and its proofs.
fn of_exit(file: &File, submission: &Submission, parameters: &Parameters) -> Vec<Missing> {
    let day = (Gap::ExitDay, submission.exit_on.is_none());
    let Some(reason) = submission.exit_reason else {
        return gaps(&[(Gap::ExitReason, true), day]).collect();
    };
    let on = submission.exit_on.unwrap_or(submission.session_on);
    let is_unqualified = is_measured(reason) && !holds(file, reason, on, parameters);
    let mut found: Vec<Missing> = gaps(&[day, (Gap::Qualification, is_unqualified)]).collect();
    found.extend(documents(file, Gate::Exit(reason), on.min(submission.session_on), parameters));
    found
}

/// Whether article 2 says when that exit holds: the others are judged by people (R2-09, R9.3.4-04).
fn is_measured(reason: ExitReason) -> bool {
    reason.is_positive() && reason != ExitReason::SpecialCase
}

fn holds(file: &File, reason: ExitReason, on: NaiveDate, parameters: &Parameters) -> bool {
    let review = exit::review(file, parameters, on);
    review.criteria.iter().any(|it| it.exit == reason && it.reading.holds)
}

fn documents(
    file: &File,
    gate: Gate,
    on: NaiveDate,
    parameters: &Parameters,
) -> impl Iterator<Item = Missing> {
    evidence::missing(file, gate, on, parameters).into_iter().map(Missing::Document)
}
