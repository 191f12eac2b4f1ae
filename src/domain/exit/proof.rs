//! What proves each exit: for the positive ones at least one document per period claimed (R2-15,
//! R7-19, R7-20), and for every exit what justifies it (R9.3.4-04, domain.md §7.4).

use crate::domain::codes::{ExitReason, code_list};
use crate::domain::evidence::EvidenceKind;

code_list! {
    /// A document that proves an exit.
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
        /// Letter of withdrawal.
        WithdrawalLetter = "withdrawal_letter",
        /// Exclusion procedure.
        ExclusionProcedure = "exclusion_procedure",
        /// That the person was sought.
        ContactAttempts = "contact_attempts",
        /// Proof of the new address.
        NewAddress = "new_address",
        /// Written statement of a partner, without any judicial detail.
        PartnerStatement = "partner_statement",
        /// Civil-status document.
        CivilStatus = "civil_status",
        /// Certificate: a medical one is only seen.
        Certificate = "certificate",
        /// Sworn statement, or record of a partner.
        FamilyStatement = "family_statement",
        /// Record of the meeting with the partner, signed by those who were there.
        MeetingRecord = "meeting_record",
    }
}

impl Proof {
    /// The documents that give it, any of them.
    pub const fn documents(self) -> &'static [EvidenceKind] {
        match self {
            Self::Contract => &[EvidenceKind::Contract],
            Self::PaySlips => &[EvidenceKind::PaySlip],
            Self::HoursStatement => &[EvidenceKind::HoursStatement, EvidenceKind::Contract],
            Self::Registration => &[EvidenceKind::Registration],
            Self::ContinuedActivity => &[EvidenceKind::ContinuedActivity],
            Self::Diploma => &[EvidenceKind::Diploma],
            Self::CommitteeFile => &[EvidenceKind::CommitteeFile],
            Self::WithdrawalLetter => &[EvidenceKind::WithdrawalLetter],
            Self::ExclusionProcedure => &[EvidenceKind::ExclusionProcedure],
            Self::ContactAttempts => &[EvidenceKind::ContactAttempts, EvidenceKind::Letter],
            Self::NewAddress => &[EvidenceKind::Address],
            Self::PartnerStatement => &[EvidenceKind::PartnerStatement],
            Self::CivilStatus => &[EvidenceKind::CivilStatus],
            Self::Certificate => &[EvidenceKind::Certificate],
            Self::FamilyStatement => &[EvidenceKind::SwornStatement, EvidenceKind::PartnerStatement],
            Self::MeetingRecord => &[EvidenceKind::MeetingRecord],
        }
    }

    /// Whether it is asked of each period of work that the exit rests on.
    pub const fn is_of_each_period(self) -> bool {
        match self {
            Self::Contract | Self::PaySlips | Self::HoursStatement => true,
            Self::Registration
            | Self::ContinuedActivity
            | Self::Diploma
            | Self::CommitteeFile
            | Self::WithdrawalLetter
            | Self::ExclusionProcedure
            | Self::ContactAttempts
            | Self::NewAddress
            | Self::PartnerStatement
            | Self::CivilStatus
            | Self::Certificate
            | Self::FamilyStatement
            | Self::MeetingRecord => false,
        }
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
        ExitReason::Withdrawal => &[Proof::WithdrawalLetter],
        ExitReason::Exclusion => &[Proof::ExclusionProcedure, Proof::ContactAttempts],
        ExitReason::Moved => &[Proof::NewAddress],
        ExitReason::Prison => &[Proof::PartnerStatement],
        ExitReason::Death => &[Proof::CivilStatus],
        ExitReason::Health | ExitReason::ParentalLeave => &[Proof::Certificate],
        ExitReason::FamilyCare => &[Proof::FamilyStatement],
        ExitReason::Reoriented => &[Proof::MeetingRecord],
    }
}
