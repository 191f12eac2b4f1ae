//! What a rule finds (*alerte*): which rule, about whom, since when, from when, and what clears it.

use chrono::NaiveDate;

use crate::domain::codes::code_list;
use crate::domain::id::PersonId;
use crate::domain::parameters::ParameterKey;
use crate::domain::state::Fact;

code_list! {
    /// The alerts (domain.md §5.20), one clock each, never merged.
    AlertCode {
        /// No physical interview in a calendar month.
        MonthlyInterview = "AL-01",
        /// No individual interview for more than two months.
        InterviewGap = "AL-02",
        /// No step for more than two months.
        StepGap = "AL-03",
        /// No justified follow-up, or no action proposed, for at least six months.
        OutOfPathway = "AL-04",
        /// Three years of pathway without a review.
        PathwayReview = "AL-05",
        /// The date set by the commission is reached.
        ReviewDate = "AL-06",
        /// A reinforced diagnosis lasts too long.
        ReinforcedDiagnosis = "AL-07",
        /// The end of a suspension is reached.
        SuspensionEnd = "AL-08",
        /// An interview without outcome, duration or signatures.
        InterviewRecord = "AL-09",
        /// The commitment deed is not fully signed.
        Deed = "AL-10",
        /// The prescriber was not told of the decision.
        Prescriber = "AL-11",
        /// Six months in employment are reached.
        ExitDue = "AL-12",
        /// An exit that employment qualified is about to be lost.
        ExitWindow = "AL-13",
        /// The support that follows a diploma is over.
        PostTraining = "AL-14",
        /// Objectives not sent to the partner before the step.
        Objectives = "AL-15",
        /// The partner's review is missing.
        PartnerReview = "AL-16",
        /// A step or a contract ends soon.
        Ending = "AL-17",
        /// No curriculum vitae at the entry, or one that is too old.
        Cv = "AL-18",
        /// Documents of a file submitted to the commission are missing, or no longer valid.
        Documents = "AL-19",
        /// What the European Social Fund asks of a participant is missing.
        Esf = "AL-20",
        /// The last year of the contract, and no scheme to go to afterwards.
        Destination = "AL-25",
    }
}

code_list! {
    /// How pressing a finding is, the most pressing first.
    Severity {
        /// The commission must be seized: systematic or compulsory.
        Critical = "critical",
        /// A date that the commission set, or a limit of the procedure, is passed.
        High = "high",
        /// Follow-up has a gap, or is about to leave the pathway.
        Medium = "medium",
        /// Not yet due.
        Low = "low",
    }
}

code_list! {
    /// Whether a finding holds, or will soon.
    Status {
        /// It holds.
        Due = "due",
        /// It will hold on its due day if nothing happens.
        Soon = "soon",
    }
}

code_list! {
    /// Which of several conditions of one alert hold.
    Cause {
        /// No justified interview in the time allowed (AL-04).
        NoJustifiedInterview = "no_justified_interview",
        /// No action proposed in the time allowed (AL-04).
        NoActionProposed = "no_action_proposed",
        /// What became of the appointment is not said (AL-09).
        OutcomeMissing = "outcome_missing",
        /// The duration is not said (AL-09).
        DurationMissing = "duration_missing",
        /// The participant has not signed (AL-09).
        ParticipantSignatureMissing = "participant_signature_missing",
        /// The counsellor has not signed (AL-09).
        CounsellorSignatureMissing = "counsellor_signature_missing",
        /// The record was changed after it was signed (AL-09).
        ChangedSinceSigned = "changed_since_signed",
        /// The entry questionnaire is not whole (AL-20).
        EsfEntryMissing = "esf_entry_missing",
        /// There is no way to reach the person (AL-20).
        ContactMissing = "contact_missing",
        /// The situation at the exit was not seen (AL-20).
        ExitSituationMissing = "exit_situation_missing",
        /// The situation six months after the exit was not seen (AL-20).
        LaterSituationMissing = "later_situation_missing",
    }
}

code_list! {
    /// What clears a finding.
    Clearing {
        /// An interview held face to face.
        PhysicalInterview = "physical_interview",
        /// An individual interview held, whatever its modality.
        Interview = "interview",
        /// A step that starts.
        Step = "step",
        /// An interview held, with its record, its duration and both signatures.
        JustifiedInterview = "justified_interview",
        /// An action proposed, even if it is declined.
        Proposal = "proposal",
        /// A re-examination by the commission.
        Review = "review",
        /// A ruling of the commission other than an adjournment.
        Ruling = "ruling",
        /// A ruling of the commission on the entry.
        EntryRuling = "entry_ruling",
        /// The outcome of the appointment.
        Outcome = "outcome",
        /// The duration of the interview.
        Duration = "duration",
        /// The participant's signature, or their refusal.
        ParticipantSignature = "participant_signature",
        /// The counsellor's signature.
        CounsellorSignature = "counsellor_signature",
        /// Both signatures again, under the record as it is now.
        SigningAgain = "signing_again",
        /// A ruling of the commission on the exit.
        ExitRuling = "exit_ruling",
        /// The commitment deed, signed by everyone.
        DeedSignature = "deed_signature",
        /// The e-mail to the prescriber.
        PrescriberInformed = "prescriber_informed",
        /// The objectives, sent to the partner.
        ObjectivesSent = "objectives_sent",
        /// The review signed by the partner.
        PartnerReview = "partner_review",
        /// What comes next: another step, another contract, a new end.
        NextStep = "next_step",
        /// A curriculum vitae of the day.
        NewCv = "new_cv",
        /// Each document asked for, received and valid on the day of the session.
        Documents = "documents",
        /// The entry questionnaire, whole and signed.
        EsfEntry = "esf_entry",
        /// A telephone, an e-mail address or somebody to call.
        ContactDetails = "contact_details",
        /// The situation at the exit.
        EsfExit = "esf_exit",
        /// The situation six months after the exit.
        EsfLater = "esf_later",
        /// The scheme that the person goes to once the contract is over.
        Destination = "destination",
    }
}

impl AlertCode {
    /// The rule of domain.md that it applies.
    pub const fn rule(self) -> &'static str {
        match self {
            Self::MonthlyInterview => "R9.3.6-02",
            Self::InterviewGap => "R7-13b",
            Self::StepGap => "R7-13c",
            Self::OutOfPathway => "R9.1-02",
            Self::PathwayReview => "R7-14",
            Self::ReviewDate => "R7-16",
            Self::ReinforcedDiagnosis => "R7-10",
            Self::SuspensionEnd => "R7-17",
            Self::InterviewRecord => "R9.3.6-03",
            Self::Deed => "R7-08",
            Self::Prescriber => "R7-11",
            Self::ExitDue => "R2-02",
            Self::ExitWindow => "R2-04",
            Self::PostTraining => "R2-11",
            Self::Objectives | Self::PartnerReview => "R9.3.6-06",
            Self::Ending => "R9.3.3-03",
            Self::Cv => "R9.3.5-01",
            Self::Documents => "R7-24",
            Self::Esf => "R10-07",
            Self::Destination => "R9.3.4-06",
        }
    }

    /// The article of the CCTP that it comes from.
    pub const fn article(self) -> &'static str {
        match self {
            Self::MonthlyInterview | Self::InterviewRecord | Self::Objectives | Self::PartnerReview => {
                "9-3-6"
            }
            Self::ExitDue | Self::ExitWindow | Self::PostTraining => "2",
            Self::Ending => "9-3-3",
            Self::Cv => "9-3-5",
            Self::Destination => "9-3-4",
            Self::Esf => "10",
            Self::OutOfPathway => "9-1",
            Self::InterviewGap
            | Self::StepGap
            | Self::PathwayReview
            | Self::ReviewDate
            | Self::ReinforcedDiagnosis
            | Self::SuspensionEnd
            | Self::Deed
            | Self::Prescriber
            | Self::Documents => "7",
        }
    }

    /// Whether the CCTP says "more than": the last day of the time allowed is still allowed.
    pub const fn is_strict(self) -> bool {
        match self {
            Self::InterviewGap
            | Self::StepGap
            | Self::ReinforcedDiagnosis
            | Self::Deed
            | Self::Prescriber
            | Self::PartnerReview
            | Self::Cv
            | Self::Esf => true,
            Self::MonthlyInterview
            | Self::OutOfPathway
            | Self::PathwayReview
            | Self::ReviewDate
            | Self::SuspensionEnd
            | Self::InterviewRecord
            | Self::ExitDue
            | Self::ExitWindow
            | Self::PostTraining
            | Self::Objectives
            | Self::Ending
            | Self::Documents
            | Self::Destination => false,
        }
    }

    /// The thresholds that it applies.
    pub const fn thresholds(self) -> &'static [ParameterKey] {
        use ParameterKey as Key;
        match self {
            Self::MonthlyInterview => &[Key::PresentDays, Key::MonthlySoonDay],
            Self::InterviewGap => &[Key::InterviewGap, Key::InterviewNotice],
            Self::StepGap => &[Key::StepGap, Key::StepNotice],
            Self::OutOfPathway => &[Key::FollowUpGap, Key::FollowUpFirstWarning, Key::FollowUpSecondWarning],
            Self::PathwayReview => &[Key::PathwayReview, Key::PathwayReviewAgain, Key::PathwayReviewNotice],
            Self::ReviewDate => &[Key::ReviewDateNotice],
            Self::ReinforcedDiagnosis => &[Key::DiagnosisLength, Key::DiagnosisNotice],
            Self::SuspensionEnd => &[Key::SuspensionNotice],
            Self::InterviewRecord => &[Key::SigningTime],
            Self::Deed => &[Key::DeedTime],
            Self::Prescriber => &[Key::PrescriberTime],
            Self::ExitDue => &[Key::ExitMonths, Key::ExitNotice],
            Self::ExitWindow => &[Key::ExitWindow, Key::WindowNotice],
            Self::PostTraining => &[Key::PostTraining, Key::PostTrainingNotice],
            Self::Objectives => &[Key::ObjectivesNotice],
            Self::PartnerReview => &[Key::PartnerReviewTime],
            Self::Ending => &[Key::EndingNotice],
            Self::Cv => &[Key::CvAge, Key::CvNotice],
            Self::Documents => &[Key::DocumentsNotice],
            Self::Esf => &[Key::EsfEntryTime, Key::EsfExitTime, Key::EsfFollowUp, Key::EsfNotice],
            Self::Destination => &[Key::LastYear],
        }
    }

    /// What clears it; `None` for those that have several conditions, each of which says so.
    pub(super) const fn clearing(self) -> Option<Clearing> {
        match self {
            Self::MonthlyInterview => Some(Clearing::PhysicalInterview),
            Self::InterviewGap => Some(Clearing::Interview),
            Self::StepGap => Some(Clearing::Step),
            Self::PathwayReview => Some(Clearing::Review),
            Self::ReviewDate | Self::SuspensionEnd => Some(Clearing::Ruling),
            Self::ReinforcedDiagnosis => Some(Clearing::EntryRuling),
            Self::ExitDue | Self::ExitWindow | Self::PostTraining => Some(Clearing::ExitRuling),
            Self::Deed => Some(Clearing::DeedSignature),
            Self::Prescriber => Some(Clearing::PrescriberInformed),
            Self::Objectives => Some(Clearing::ObjectivesSent),
            Self::PartnerReview => Some(Clearing::PartnerReview),
            Self::Ending => Some(Clearing::NextStep),
            Self::Cv => Some(Clearing::NewCv),
            Self::Documents => Some(Clearing::Documents),
            Self::Destination => Some(Clearing::Destination),
            Self::OutOfPathway | Self::InterviewRecord | Self::Esf => None,
        }
    }

    /// How pressing it is once due; before, it is [`Severity::Low`].
    pub const fn severity(self) -> Severity {
        match self {
            Self::OutOfPathway | Self::PathwayReview => Severity::Critical,
            Self::ReviewDate
            | Self::ReinforcedDiagnosis
            | Self::SuspensionEnd
            | Self::ExitDue
            | Self::ExitWindow
            | Self::PostTraining => Severity::High,
            Self::MonthlyInterview
            | Self::InterviewGap
            | Self::StepGap
            | Self::InterviewRecord
            | Self::Deed
            | Self::Prescriber
            | Self::Objectives
            | Self::PartnerReview
            | Self::Ending
            | Self::Documents
            | Self::Esf
            | Self::Destination => Severity::Medium,
            Self::Cv => Severity::Low,
        }
    }
}

/// One alert about one person, as of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which alert.
    pub code: AlertCode,
    /// How pressing it is.
    pub severity: Severity,
    /// About whom.
    pub person: PersonId,
    /// The one thing that it is about, where it is about one: the interview of AL-09, the ruling of
    /// AL-06, AL-07, AL-08 and AL-11, the step or contract of AL-15 to AL-17, the submission of AL-19.
    pub subject: Option<Fact>,
    /// Whether it holds.
    pub status: Status,
    /// What starts the clock.
    pub starts_with: Fact,
    /// First day on which it holds.
    pub due: NaiveDate,
    /// Days from `due` to the as-of day: negative while it is not due.
    pub days: i64,
    /// What clears it, any of the causes apart.
    pub clears: Vec<Clearing>,
    /// Which conditions hold, for alerts that have several.
    pub causes: Vec<Cause>,
    /// The thresholds that were applied.
    pub parameters: Vec<(ParameterKey, u32)>,
}

impl Finding {
    /// The day the clock starts.
    pub const fn since(&self) -> NaiveDate {
        self.starts_with.date
    }

    /// The rule of domain.md that it applies.
    pub const fn rule(&self) -> &'static str {
        self.code.rule()
    }

    /// The article of the CCTP that it comes from.
    pub const fn article(&self) -> &'static str {
        self.code.article()
    }

    /// See [`AlertCode::is_strict`].
    pub const fn is_strict(&self) -> bool {
        self.code.is_strict()
    }

    /// What puts findings in the order in which they are to be dealt with: the most pressing first,
    /// then the oldest.
    pub const fn rank(&self) -> (Severity, NaiveDate, AlertCode) {
        (self.severity, self.due, self.code)
    }
}
