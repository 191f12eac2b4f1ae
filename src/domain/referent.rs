//! Who follows a person, and who did before (*référent·e*): one at a time, on every day (R9.1-03).
//!
//! Only the first day of each is written. That a referent's time ends on the eve of the next one's is
//! derived, so that two at once, or none, cannot be written at all.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::codes::code_list;
use super::dates::sub_days;
use super::enrolment::Enrolment;
use super::file::{Current, File};
use super::recorded::Recorded;
use super::state::period::Period;

code_list! {
    /// Why another referent takes over.
    ReferentChange {
        /// The one before left the structure.
        Departure = "depart",
        /// The one before is away for long.
        LongAbsence = "absence_longue",
        /// Files are shared out anew.
        Workload = "charge",
        /// The person moved, or is followed in another lot.
        Move = "secteur",
        /// The person asked for it.
        Request = "demande",
        /// Another reason, which the note says.
        Other = "autre",
    }
}

/// A whole version of a referent's time: from that day on, until the next.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    /// Who follows the person.
    pub name: String,
    /// First day.
    pub since: NaiveDate,
    /// Why it is no longer the one before; `None` for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ReferentChange>,
    /// What is worth knowing of the handing over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Recorded for Referent {
    const KIND: &'static str = "referent";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.referents
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.referents
    }

    fn into_body(self) -> Body {
        Body::Referent(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.since)
    }
}

impl std::fmt::Debug for Referent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Referent({} […])", self.since)
    }
}

/// The days of one referent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Tenure<'a> {
    /// Who.
    pub name: &'a str,
    /// First day.
    pub since: NaiveDate,
    /// Last day; `None` while it lasts.
    pub until: Option<NaiveDate>,
    /// Why it began.
    pub change: Option<ReferentChange>,
}

impl Tenure<'_> {
    /// Whether it covers that day.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// First day on which anything of this period is known.
pub fn first_day(enrolment: &Enrolment) -> Option<NaiveDate> {
    [enrolment.referred_on, enrolment.received_on, enrolment.enrolled_on].into_iter().flatten().min()
}

/// First day of the file on which somebody follows the person.
pub fn followed_since(file: &File) -> Option<NaiveDate> {
    file.enrolments.iter().filter_map(|it| first_day(&it.value)).min()
}

/// The last day of the last period; `None` while one runs, or when there is none.
fn left_on(file: &File) -> Option<NaiveDate> {
    let exits: Option<Vec<NaiveDate>> = Period::all(file).into_iter().map(|it| it.exited_on).collect();
    exits.and_then(|it| it.into_iter().max())
}

/// Whether nobody is followed any more on that day: every period ended before it.
pub fn is_after_exit(file: &File, day: NaiveDate) -> bool {
    left_on(file).is_some_and(|left| day > left)
}

/// Who followed the person and when, oldest first, without gap nor overlap. Before the first referent
/// that is written it is `own`, the counsellor of the station. Of two written on one day the later entry
/// counts: what other hands wrote is read all the same.
pub fn tenures<'a>(file: &'a File, own: &'a str) -> Vec<Tenure<'a>> {
    let written = file.referents.iter().map(|it| &it.value);
    let began = followed_since(file);
    let is_before = |day: &NaiveDate| file.referents.first().is_none_or(|it| *day < it.value.since);
    let first = began.filter(is_before).map(|since| Tenure { name: own, since, until: None, change: None });
    let others = written.map(|it| Tenure { name: &it.name, since: it.since, until: None, change: it.change });
    let mut tenures: Vec<Tenure<'a>> = Vec::new();
    for next in first.into_iter().chain(others) {
        if tenures.last().is_some_and(|it| it.since == next.since) {
            tenures.pop();
        }
        if let Some(before) = tenures.last_mut() {
            before.until = Some(sub_days(next.since, 1));
        }
        tenures.push(next);
    }
    if let (Some(last), Some(left)) = (tenures.last_mut(), left_on(file)) {
        last.until = Some(left.max(last.since));
    }
    tenures
}

/// The referent that is written for that day; `None` when it is the counsellor of the station, or nobody.
pub fn written_on(file: &File, day: NaiveDate) -> Option<&Referent> {
    file.referents.iter().rev().map(|it| &it.value).find(|it| it.since <= day)
}
