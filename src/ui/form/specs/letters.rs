//! The letters of Jalon's short lists: first letters of French words where they are free.

use crate::domain::codes::{Outcome, StepCategory, StepStatus};

/// The letter of a kind of step.
pub const fn step_category(category: StepCategory) -> char {
    match category {
        StepCategory::Mobilisation => 'm',
        StepCategory::Training => 'f',
        StepCategory::JobSearch => 'r',
        StepCategory::Placement => 's',
        StepCategory::Social => 'a',
        StepCategory::CareerProject => 'p',
        StepCategory::OwnActivity => 'c',
        StepCategory::Employment => 'e',
    }
}

/// The letter of where a step stands.
pub const fn step_status(status: StepStatus) -> char {
    match status {
        StepStatus::Considered => 'e',
        StepStatus::Proposed => 'p',
        StepStatus::Declined => 'r',
        StepStatus::Accepted => 'a',
        StepStatus::Waiting => 't',
        StepStatus::Running => 'c',
        StepStatus::Done => 'f',
        StepStatus::Abandoned => 'b',
        StepStatus::Cancelled => 'n',
    }
}

/// The letter of what became of an interview.
pub const fn outcome(outcome: Outcome) -> char {
    match outcome {
        Outcome::Planned => 'p',
        Outcome::Held => 't',
        Outcome::NoShow => 'a',
        Outcome::Excused => 'e',
        Outcome::Cancelled => 'n',
    }
}
