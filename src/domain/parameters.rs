//! The parameter pack (*jeu de règles*): every threshold of the rules, with the dates between
//! which it holds and the article it comes from (D-9).
//!
//! The steering committee may change a threshold; a computation about a past date then still uses
//! the value in force on that date (R1-01, R5-06). No rule holds a number of its own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// What a threshold is counted in.
    Unit {
        /// Calendar days.
        Days = "days",
        /// Days that are neither of a week-end nor holidays.
        WorkingDays = "working_days",
        /// Calendar months, counted as in D-1.
        Months = "months",
        /// A day number within a month.
        DayOfMonth = "day_of_month",
        /// Weeks, as ISO 8601 numbers them.
        Weeks = "weeks",
        /// Hours of work.
        Hours = "hours",
        /// A calendar year.
        Year = "year",
    }
}

code_list! {
    /// Every threshold that the rules read.
    ParameterKey {
        /// Days of presence from which a calendar month counts.
        PresentDays = "present_days",
        /// Day of the month from which a missing physical interview is announced (AL-01).
        MonthlySoonDay = "monthly_soon_day",
        /// Rolling interval after which the next physical interview is to be planned (A-20, V7).
        MonthlyInterval = "monthly_interval",
        /// Longest time without an individual interview (AL-02).
        InterviewGap = "interview_gap",
        /// Notice given before AL-02.
        InterviewNotice = "interview_notice",
        /// Longest time without a step (AL-03).
        StepGap = "step_gap",
        /// Notice given before AL-03.
        StepNotice = "step_notice",
        /// Time without justified follow-up, or without an action proposed, that takes a person
        /// out of pathway (AL-04).
        FollowUpGap = "follow_up_gap",
        /// First warning of AL-04, counted from the same day.
        FollowUpFirstWarning = "follow_up_first_warning",
        /// Second warning of AL-04, counted from the same day.
        FollowUpSecondWarning = "follow_up_second_warning",
        /// Time in pathway after which the commission must re-examine (AL-05).
        PathwayReview = "pathway_review",
        /// Time to the next compulsory review when the commission set no date.
        PathwayReviewAgain = "pathway_review_again",
        /// Notice given before AL-05.
        PathwayReviewNotice = "pathway_review_notice",
        /// Notice given before AL-06.
        ReviewDateNotice = "review_date_notice",
        /// Longest reinforced diagnosis (AL-07).
        DiagnosisLength = "diagnosis_length",
        /// Notice given before AL-07.
        DiagnosisNotice = "diagnosis_notice",
        /// Notice given before AL-08.
        SuspensionNotice = "suspension_notice",
        /// Time left to sign a record (AL-09).
        SigningTime = "signing_time",
        /// Time in employment that qualifies an exit (R2-02).
        ExitMonths = "exit_months",
        /// The same in days, for contracts added up (R2-04, A-10).
        ExitDays = "exit_days",
        /// Months looked back at from the day of the exit (R2-04, R2-06).
        ExitWindow = "exit_window",
        /// Weeks of agency work that qualify an exit (R2-06).
        AgencyWeeks = "agency_weeks",
        /// Mean hours of those weeks (R2-06).
        AgencyWeeklyHours = "agency_weekly_hours",
        /// Weekly hours below which a basis is to be recorded (R2-08).
        ShortWeeklyHours = "short_weekly_hours",
        /// Job-search support that follows a diploma or title (R2-11).
        PostTraining = "post_training",
        /// Notice given before AL-12.
        ExitNotice = "exit_notice",
        /// Notice given before AL-13.
        WindowNotice = "window_notice",
        /// Notice given before AL-14.
        PostTrainingNotice = "post_training_notice",
        /// Time left to have the commitment deed signed (AL-10).
        DeedTime = "deed_time",
        /// Working days left to tell the prescriber (AL-11).
        PrescriberTime = "prescriber_time",
        /// Notice given before AL-15.
        ObjectivesNotice = "objectives_notice",
        /// Time left to have the partner's review signed (AL-16).
        PartnerReviewTime = "partner_review_time",
        /// Notice given of what ends (AL-17).
        EndingNotice = "ending_notice",
        /// Greatest age of a curriculum vitae (AL-18).
        CvAge = "cv_age",
        /// Notice given before AL-18.
        CvNotice = "cv_notice",
        /// Notice given, before a session, of documents that a submitted file lacks (AL-19).
        DocumentsNotice = "documents_notice",
        /// Time left for the entry questionnaire of the European Social Fund (AL-20).
        EsfEntryTime = "esf_entry_time",
        /// Time left to see the situation at the exit (AL-20).
        EsfExitTime = "esf_exit_time",
        /// Time after the exit at which the situation is looked at again (AL-20).
        EsfFollowUp = "esf_follow_up",
        /// Notice given before AL-20.
        EsfNotice = "esf_notice",
        /// Last year of the contract: everybody is directed to another scheme during it (AL-25).
        LastYear = "last_year",
        /// Notice given before an activity report is due (AL-21).
        ReportNotice = "report_notice",
        /// Time after which an absent counsellor is replaced (AL-22).
        ReplacementTime = "replacement_time",
        /// Most working days between two absences that are one.
        SameAbsenceGap = "same_absence_gap",
        /// Greatest age of an attestation, on the day of the decision (domain.md §7.6).
        AttestationAge = "attestation_age",
        /// Greatest age of a proof of address, on that day.
        AddressAge = "address_age",
        /// Time after the last contact with the person, beyond which their file is erased (AL-23).
        Retention = "retention",
        /// Notice given before AL-23.
        RetentionNotice = "retention_notice",
    }
}

impl ParameterKey {
    /// What the threshold is counted in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::PresentDays
            | Self::InterviewNotice
            | Self::StepNotice
            | Self::PathwayReviewNotice
            | Self::ReviewDateNotice
            | Self::DiagnosisLength
            | Self::DiagnosisNotice
            | Self::SuspensionNotice
            | Self::SigningTime
            | Self::ExitDays
            | Self::ExitNotice
            | Self::WindowNotice
            | Self::PostTrainingNotice
            | Self::DeedTime
            | Self::ObjectivesNotice
            | Self::PartnerReviewTime
            | Self::EndingNotice
            | Self::RetentionNotice
            | Self::CvNotice
            | Self::DocumentsNotice
            | Self::EsfEntryTime
            | Self::EsfExitTime
            | Self::EsfNotice
            | Self::ReportNotice => Unit::Days,
            Self::PrescriberTime | Self::SameAbsenceGap => Unit::WorkingDays,
            Self::MonthlyInterval
            | Self::InterviewGap
            | Self::StepGap
            | Self::Retention
            | Self::FollowUpGap
            | Self::FollowUpFirstWarning
            | Self::FollowUpSecondWarning
            | Self::PathwayReview
            | Self::PathwayReviewAgain
            | Self::ExitMonths
            | Self::ExitWindow
            | Self::PostTraining
            | Self::ReplacementTime
            | Self::CvAge
            | Self::EsfFollowUp
            | Self::AttestationAge
            | Self::AddressAge => Unit::Months,
            Self::AgencyWeeks => Unit::Weeks,
            Self::AgencyWeeklyHours | Self::ShortWeeklyHours => Unit::Hours,
            Self::MonthlySoonDay => Unit::DayOfMonth,
            Self::LastYear => Unit::Year,
        }
    }
}

/// One value of one threshold, from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Which threshold.
    pub key: ParameterKey,
    /// Its value, in [`ParameterKey::unit`].
    pub value: u32,
    /// First day on which it holds; it holds until the next value of the same threshold.
    pub valid_from: NaiveDate,
    /// Where it comes from: article, rule, reading.
    pub source: String,
}

/// Why a pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// A threshold has no value at all.
    #[error("the pack has no value for {}", .0.code())]
    Missing(ParameterKey),
}

impl PackError {
    /// Stable id of the message.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing(_) => "pack-missing-parameter",
        }
    }
}

/// A whole pack: at least one value of every threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    version: String,
    /// Sorted by key, then by first day.
    parameters: Vec<Parameter>,
}

impl Pack {
    /// A pack of these values, in any order.
    ///
    /// # Errors
    /// [`PackError::Missing`] when a threshold has no value.
    pub fn new(version: &str, mut parameters: Vec<Parameter>) -> Result<Self, PackError> {
        if let Some(key) = ParameterKey::ALL.iter().find(|key| !parameters.iter().any(|it| it.key == **key)) {
            return Err(PackError::Missing(*key));
        }
        parameters.sort_by_key(|it| (it.key, it.valid_from));
        Ok(Self { version: version.to_owned(), parameters })
    }

    /// Names the pack in reports: two computations with the same version used the same values.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every value of every threshold, by threshold, then by date.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// The value of a threshold in force on `date`; before the first one, the first one.
    pub fn in_force(&self, key: ParameterKey, date: NaiveDate) -> &Parameter {
        let first = self.parameters.partition_point(|it| it.key < key);
        let after = self.parameters.partition_point(|it| (it.key, it.valid_from) <= (key, date));
        &self.parameters[after.saturating_sub(1).max(first)]
    }

    /// The last day on which a value holds; `None` while nothing succeeds it.
    pub fn valid_until(&self, parameter: &Parameter) -> Option<NaiveDate> {
        let next = |it: &&Parameter| it.key == parameter.key && it.valid_from > parameter.valid_from;
        self.parameters.iter().find(next).and_then(|it| it.valid_from.pred_opt())
    }

    /// Every threshold as it stands on `date`.
    pub fn at(&self, date: NaiveDate) -> Parameters {
        let mut values = [0; ParameterKey::ALL.len()];
        let mut filled = [false; ParameterKey::ALL.len()];
        for it in &self.parameters {
            let rank = it.key as usize;
            if it.valid_from <= date || !filled[rank] {
                values[rank] = it.value;
                filled[rank] = true;
            }
        }
        Parameters { values }
    }
}

/// Every threshold as it stands on one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameters {
    values: [u32; ParameterKey::ALL.len()],
}

impl Parameters {
    /// The value of a threshold, in [`ParameterKey::unit`].
    pub const fn get(&self, key: ParameterKey) -> u32 {
        self.values[key as usize]
    }
}

/// Version of the pack that comes with the program.
const BUILT_IN_VERSION: &str = "2021.1";

/// Values of the CCTP and of the readings adopted where it is silent.
const BUILT_IN: &[(ParameterKey, u32, &str)] = &[
    (ParameterKey::PresentDays, 15, "art. 9-3-6, A-20"),
    (ParameterKey::MonthlySoonDay, 20, "art. 9-3-6, A-20"),
    (ParameterKey::MonthlyInterval, 1, "art. 9-3-6, A-20"),
    (ParameterKey::InterviewGap, 2, "art. 7, R7-13b"),
    (ParameterKey::InterviewNotice, 10, "R7-13b"),
    (ParameterKey::StepGap, 2, "art. 7, R7-13c"),
    (ParameterKey::StepNotice, 10, "R7-13c"),
    (ParameterKey::FollowUpGap, 6, "art. 9-1, R9.1-02"),
    (ParameterKey::FollowUpFirstWarning, 4, "R9.1-02"),
    (ParameterKey::FollowUpSecondWarning, 5, "R9.1-02"),
    (ParameterKey::PathwayReview, 36, "art. 5, 7, 9-3-4, R7-14"),
    (ParameterKey::PathwayReviewAgain, 12, "A-15"),
    (ParameterKey::PathwayReviewNotice, 90, "R7-14"),
    (ParameterKey::ReviewDateNotice, 30, "R7-16"),
    (ParameterKey::DiagnosisLength, 28, "art. 7, R7-10"),
    (ParameterKey::DiagnosisNotice, 7, "R7-10"),
    (ParameterKey::SuspensionNotice, 15, "R7-17"),
    (ParameterKey::SigningTime, 15, "R9.3.6-03"),
    (ParameterKey::ExitMonths, 6, "art. 2, R2-02"),
    (ParameterKey::ExitDays, 182, "art. 2, R2-04, A-10"),
    (ParameterKey::ExitWindow, 9, "art. 2, R2-04"),
    (ParameterKey::AgencyWeeks, 26, "art. 2, R2-06, A-11"),
    (ParameterKey::AgencyWeeklyHours, 28, "art. 2, R2-06, A-11"),
    (ParameterKey::ShortWeeklyHours, 24, "art. 2, R2-08"),
    (ParameterKey::PostTraining, 6, "art. 2, R2-11, A-13"),
    (ParameterKey::ExitNotice, 30, "R2-02"),
    (ParameterKey::WindowNotice, 30, "A-07"),
    (ParameterKey::PostTrainingNotice, 30, "R2-13"),
    (ParameterKey::DeedTime, 15, "R7-08"),
    (ParameterKey::PrescriberTime, 5, "R7-11"),
    (ParameterKey::ObjectivesNotice, 3, "R9.3.6-06"),
    (ParameterKey::PartnerReviewTime, 15, "R9.3.6-06"),
    (ParameterKey::EndingNotice, 30, "R9.3.3-03"),
    (ParameterKey::CvAge, 6, "art. 9-3-5, 9-3-6, R9.3.6-05"),
    (ParameterKey::CvNotice, 15, "R9.3.6-05"),
    (ParameterKey::DocumentsNotice, 15, "art. 7, R7-24"),
    (ParameterKey::EsfEntryTime, 28, "art. 10, R10-07"),
    (ParameterKey::EsfExitTime, 28, "art. 10, R10-07, V26"),
    (ParameterKey::EsfFollowUp, 6, "art. 10, R10-07"),
    (ParameterKey::EsfNotice, 15, "R10-07"),
    (ParameterKey::LastYear, 2027, "art. 9-3-4, R9.3.4-06"),
    (ParameterKey::ReportNotice, 45, "art. 11, AL-21"),
    (ParameterKey::ReplacementTime, 1, "art. 9-2, R9.2-05"),
    (ParameterKey::SameAbsenceGap, 2, "A-18"),
    (ParameterKey::AttestationAge, 3, "art. 5, R5-03"),
    (ParameterKey::AddressAge, 6, "art. 5, R5-01"),
    (ParameterKey::Retention, 24, "CNIL 2021-028, AL-23"),
    (ParameterKey::RetentionNotice, 60, "AL-23"),
];

impl Default for Pack {
    /// The pack that comes with the program, in force since the programme began.
    fn default() -> Self {
        let programme_start = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a date");
        let parameter = |(key, value, source): &(ParameterKey, u32, &str)| Parameter {
            key: *key,
            value: *value,
            valid_from: programme_start,
            source: (*source).to_owned(),
        };
        Self::new(BUILT_IN_VERSION, BUILT_IN.iter().map(parameter).collect())
            .expect("the built-in pack has every threshold")
    }
}
