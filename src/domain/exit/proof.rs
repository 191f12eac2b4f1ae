//! What proves each positive exit: at least one document per period claimed (R2-15, domain.md §7.4).

use crate::domain::codes::{ExitReason, code_list};

code_list! {
    /// A document that proves a positive exit.
    Proof {
        /// Contract of employment.
        Contract = "contract",
        /// Pay slips that cover the time asked for.
        PaySlips = "pay_slips",
        /// Assignment contracts or statements of hours.
        HoursStatement = "hours_statement",
        /// Registration of an activity.
        Registration = "registration",
        /// That the activity goes on.
        ContinuedActivity = "continued_activity",
        /// Diploma, title or certificate of success.
        Diploma = "diploma",
        /// File for the *Comité technique*, under its five headings (R2-09).
        CommitteeFile = "committee_file",
    }
}

/// What the commission asks for, all of it.
pub const fn proofs_of(exit: ExitReason) -> &'static [Proof] {
    match exit {
        ExitReason::Permanent | ExitReason::FixedTerm | ExitReason::WorkStudy => {
            &[Proof::Contract, Proof::PaySlips]
        }
        ExitReason::Agency => &[Proof::HoursStatement, Proof::PaySlips],
        ExitReason::OwnActivity => &[Proof::Registration, Proof::ContinuedActivity],
        ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => &[Proof::Diploma],
        ExitReason::SpecialCase => &[Proof::CommitteeFile],
        ExitReason::Withdrawal
        | ExitReason::Exclusion
        | ExitReason::Moved
        | ExitReason::Prison
        | ExitReason::Death
        | ExitReason::Health
        | ExitReason::ParentalLeave
        | ExitReason::FamilyCare
        | ExitReason::Reoriented => &[],
    }
}
