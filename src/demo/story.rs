//! What becomes of each invented person: the mix of a real caseload, with every alert in it.

use super::dice::Dice;
use crate::domain::codes::{ExitReason, Purpose};

/// What becomes of someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// They apply, and adhere not yet or never.
    Applies(Application),
    /// They adhere.
    Adheres(Course),
    /// They adhere since the previous protocol.
    CarriedOver,
    /// They left, then came back.
    Returned,
    /// They left.
    Exited(ExitReason),
}

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Application {
    /// Not yet before the commission: referred, perhaps received.
    Waiting,
    /// Received yesterday, or on the open day before.
    Received,
    /// Between the reception and the proposal.
    InDiagnosis,
    /// Proposed by the counsellor; the file is not submitted yet.
    Proposed,
    /// Submitted, with the opinion of the action manager.
    Verified,
    /// On the agenda of the session that comes.
    Listed,
    /// Does not want to go on.
    Withdrawn,
    /// Adjourned by the last commission.
    Adjourned,
    /// In a reinforced diagnosis that lasts (AL-07).
    LongDiagnosis,
    /// Refused by the commission.
    Refused,
}

/// How a pathway goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Month after month.
    Steady,
    /// Not met face to face last month (AL-01).
    MissedMonth,
    /// Not heard of for more than two months (AL-02).
    Silent,
    /// Without a step for more than two months (AL-03).
    WithoutStep,
    /// Without justified follow-up or action for six months (AL-04).
    OutOfPathway,
    /// Three years and no review (AL-05).
    ThreeYears,
    /// The review date that the commission set is reached (AL-06).
    ReviewReached,
    /// Suspended until a day that is passed (AL-08).
    SuspensionOver,
    /// One record is not complete (AL-09).
    IncompleteRecord,
    /// Suspended for some weeks more.
    Suspended,
    /// Admitted lately: the deed is not signed, the prescriber not told (AL-10, AL-11).
    LatePapers,
    /// A step with a partner who was not told the objectives (AL-15).
    UnpreparedStep,
    /// In work.
    InWork,
    /// In work for six months (AL-12).
    Qualified,
    /// Was in work for six months, and the exit was not proposed in time (AL-13).
    MissedExit,
    /// A title for six months, and no job (AL-14).
    PastTraining,
}

/// One of each alert, then the shares of everyone: these come first, so that the smallest
/// population shows them all.
const ONE_OF_EACH: &[Story] = &[
    Story::Adheres(Course::MissedMonth),
    Story::Adheres(Course::Silent),
    Story::Adheres(Course::WithoutStep),
    Story::Adheres(Course::OutOfPathway),
    Story::Adheres(Course::ThreeYears),
    Story::Adheres(Course::ReviewReached),
    Story::Applies(Application::LongDiagnosis),
    Story::Adheres(Course::SuspensionOver),
    Story::Adheres(Course::IncompleteRecord),
    Story::Adheres(Course::Suspended),
    Story::Adheres(Course::UnpreparedStep),
    Story::Adheres(Course::LatePapers),
    Story::Adheres(Course::Qualified),
    Story::Adheres(Course::MissedExit),
    Story::Adheres(Course::PastTraining),
    Story::Adheres(Course::InWork),
    Story::Applies(Application::Waiting),
    Story::Exited(ExitReason::Permanent),
    Story::Applies(Application::Received),
    Story::Applies(Application::InDiagnosis),
    Story::Applies(Application::Proposed),
    Story::Applies(Application::Verified),
    Story::Applies(Application::Listed),
    Story::Applies(Application::Withdrawn),
    Story::Applies(Application::Adjourned),
    Story::Applies(Application::Refused),
];

/// Shares of each story, out of their sum.
const SHARES: &[(Story, u32)] = &[
    (Story::Adheres(Course::Steady), 300),
    (Story::Adheres(Course::MissedMonth), 50),
    (Story::Adheres(Course::Silent), 25),
    (Story::Adheres(Course::WithoutStep), 40),
    (Story::Adheres(Course::OutOfPathway), 20),
    (Story::Adheres(Course::ThreeYears), 10),
    (Story::Adheres(Course::ReviewReached), 10),
    (Story::Applies(Application::LongDiagnosis), 5),
    (Story::Adheres(Course::SuspensionOver), 8),
    (Story::Adheres(Course::IncompleteRecord), 45),
    (Story::Adheres(Course::Suspended), 15),
    (Story::Adheres(Course::InWork), 60),
    (Story::Adheres(Course::LatePapers), 8),
    (Story::Adheres(Course::UnpreparedStep), 10),
    (Story::Adheres(Course::Qualified), 8),
    (Story::Adheres(Course::MissedExit), 4),
    (Story::Adheres(Course::PastTraining), 6),
    (Story::CarriedOver, 60),
    (Story::Returned, 15),
    (Story::Applies(Application::Waiting), 20),
    (Story::Applies(Application::Received), 5),
    (Story::Applies(Application::InDiagnosis), 6),
    (Story::Applies(Application::Proposed), 5),
    (Story::Applies(Application::Verified), 4),
    (Story::Applies(Application::Listed), 3),
    (Story::Applies(Application::Withdrawn), 2),
    (Story::Applies(Application::Adjourned), 10),
    (Story::Applies(Application::Refused), 30),
    (Story::Exited(ExitReason::Permanent), 45),
    (Story::Exited(ExitReason::FixedTerm), 45),
    (Story::Exited(ExitReason::Agency), 15),
    (Story::Exited(ExitReason::WorkStudy), 8),
    (Story::Exited(ExitReason::OwnActivity), 6),
    (Story::Exited(ExitReason::StateDiploma), 18),
    (Story::Exited(ExitReason::OtherDiploma), 5),
    (Story::Exited(ExitReason::Withdrawal), 40),
    (Story::Exited(ExitReason::Exclusion), 5),
    (Story::Exited(ExitReason::Moved), 22),
    (Story::Exited(ExitReason::Health), 14),
    (Story::Exited(ExitReason::ParentalLeave), 9),
    (Story::Exited(ExitReason::FamilyCare), 4),
    (Story::Exited(ExitReason::Reoriented), 18),
];

/// A story for each of `people`, in any order.
pub fn stories(dice: &mut Dice, people: usize) -> Vec<Story> {
    let mut stories: Vec<Story> = ONE_OF_EACH.iter().copied().take(people).collect();
    while stories.len() < people {
        stories.push(dice.weighted(SHARES));
    }
    dice.shuffle(&mut stories);
    stories
}

impl Story {
    /// See [`Course::leaves_papers`].
    pub const fn leaves_papers(self) -> bool {
        matches!(self, Self::Adheres(course) if course.leaves_papers())
    }

    /// Whether the person may have an appointment to come.
    pub const fn has_appointments(self) -> bool {
        match self {
            Self::Applies(
                Application::Waiting
                | Application::Received
                | Application::InDiagnosis
                | Application::Proposed
                | Application::LongDiagnosis,
            )
            | Self::CarriedOver
            | Self::Returned => true,
            Self::Adheres(course) => match course {
                Course::Steady
                | Course::MissedMonth
                | Course::Silent
                | Course::WithoutStep
                | Course::ThreeYears
                | Course::ReviewReached
                | Course::IncompleteRecord
                | Course::InWork
                | Course::LatePapers
                | Course::UnpreparedStep
                | Course::Qualified
                | Course::MissedExit
                | Course::PastTraining => true,
                Course::OutOfPathway | Course::SuspensionOver | Course::Suspended => false,
            },
            Self::Applies(
                Application::Verified
                | Application::Listed
                | Application::Adjourned
                | Application::Refused
                | Application::Withdrawn,
            )
            | Self::Exited(_) => false,
        }
    }

    /// What an appointment to come would be for.
    pub const fn next_purpose(self) -> Purpose {
        match self {
            Self::Applies(Application::Waiting) => Purpose::Reception,
            Self::Applies(Application::Received | Application::InDiagnosis | Application::LongDiagnosis) => {
                Purpose::Diagnosis
            }
            Self::Adheres(Course::InWork | Course::Qualified) => Purpose::InWork,
            Self::Adheres(Course::ThreeYears | Course::ReviewReached) => Purpose::Commission,
            Self::Applies(_) | Self::Adheres(_) | Self::CarriedOver | Self::Returned | Self::Exited(_) => {
                Purpose::FollowUp
            }
        }
    }
}

impl Course {
    /// Fewest months since the adhesion for it to have gone so.
    pub const fn least_months(self) -> u32 {
        match self {
            Self::Steady | Self::LatePapers => 0,
            Self::IncompleteRecord | Self::MissedMonth => 3,
            Self::Silent | Self::WithoutStep | Self::InWork | Self::UnpreparedStep => 5,
            Self::Suspended | Self::SuspensionOver => 8,
            Self::OutOfPathway => 10,
            Self::ReviewReached | Self::Qualified | Self::MissedExit | Self::PastTraining => 14,
            Self::ThreeYears => 36,
        }
    }

    /// Whether the papers of the adhesion were left for later.
    pub const fn leaves_papers(self) -> bool {
        matches!(self, Self::LatePapers)
    }
}
