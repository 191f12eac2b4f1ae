//! A period of adhesion, from the referral to the exit (domain.md §5.19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{
    Criterion, DropReason, EntryKind, ExitReason, Lot, PrescriberKind, Priority, Public, QpvList, Scheme,
};
use super::reception::ReceptionCheck;

/// A whole version of a period of adhesion: the referral, then the enrolment it led to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Enrolment {
    /// Day of the referral.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_on: Option<NaiveDate>,
    /// Name of the prescriber.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prescriber: Option<String>,
    /// Kind of prescriber.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prescriber_kind: Option<PrescriberKind>,
    /// Whom at the prescriber one may call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prescriber_agent: Option<String>,
    /// Day on which the prescriber's assessment came (R9.3.1-02).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pre_assessed_on: Option<NaiveDate>,
    /// Scheme that the referral comes from (R1-07).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Scheme>,
    /// First reception by the counsellor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// What was done of the reception, each item at most once (R9.3.2-01).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reception: Vec<ReceptionCheck>,
    /// Day on which the person withdrew or nothing more came of the referral: it is still submitted to
    /// the commission (R7-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped_on: Option<NaiveDate>,
    /// Which of the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_reason: Option<DropReason>,
    /// Day of the commission's decision on entry, as the source file gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<NaiveDate>,
    /// Date of adhesion: that of the commission's positive decision (D-3, A-01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled_on: Option<NaiveDate>,
    /// New, carried over, or a return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_kind: Option<EntryKind>,
    /// Lot the person is followed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<Lot>,
    /// Youth or adult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<Public>,
    /// Administrative criteria that hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    /// The one that counts in totals (R5-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_criterion: Option<Criterion>,
    /// Priorities of article 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// Day since which the person is registered as a job-seeker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobseeker_since: Option<NaiveDate>,
    /// List of priority neighbourhoods that the address was looked up in; never looked up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qpv_list: Option<QpvList>,
    /// Level of qualification, 1 to 8 (nomenclature of 2019).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Day on which the commitment deed was fully signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deed_signed_on: Option<NaiveDate>,
    /// Scheme that the person is directed to once the contract is over (R9.3.4-06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// Day on which it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination_on: Option<NaiveDate>,
    /// Day of the exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exited_on: Option<NaiveDate>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_reason: Option<ExitReason>,
}
