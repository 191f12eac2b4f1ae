//! How long a referral waits (art. 1, R1-06), and what came of those of each prescriber (R9.3.1-04).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Stretch;
use crate::domain::codes::{Business, PrescriberKind, Ruling, code_list};
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::state::period::Period;

code_list! {
    /// Two days between which the time is measured.
    DelayKey {
        /// From the referral to the first reception.
        Reception = "reception",
        /// From the referral to the first decision on entry, an adjournment aside.
        Decision = "decision",
    }
}

/// A delay over the referrals that reached its end in the stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delay {
    /// Which one.
    pub key: DelayKey,
    /// Of whom, the longest first.
    pub people: Vec<PersonId>,
    /// Median, in half days: a median of two is between them.
    pub median_half_days: Option<i64>,
    /// Longest, in days.
    pub longest_days: Option<i64>,
}

/// What came, in the stretch, of the referrals of one kind of prescriber.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referrals {
    /// People referred in the stretch.
    pub referred: Vec<PersonId>,
    /// People on whose entry the commission ruled in the stretch.
    pub examined: Vec<PersonId>,
    /// Those whom it refused.
    pub refused: Vec<PersonId>,
}

/// Delays and referrals of a stretch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waits {
    ended: BTreeMap<DelayKey, Vec<(i64, PersonId)>>,
    /// By kind of prescriber, unknown first.
    pub by_prescriber: BTreeMap<Option<PrescriberKind>, Referrals>,
}

impl Waits {
    /// Reads the files as they stood on the cut-off.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a File>, stretch: Stretch) -> Self {
        let mut waits = Self::default();
        for file in files {
            Period::each(file, stretch.to, |period| waits.add(file.id, &period, stretch));
        }
        waits.by_prescriber.retain(|_, it| !it.referred.is_empty() || !it.examined.is_empty());
        waits.ended.values_mut().for_each(|it| it.sort_unstable_by(|one, other| other.cmp(one)));
        waits
    }

    fn add(&mut self, person: PersonId, period: &Period<'_>, stretch: Stretch) {
        let Some(record) = period.enrolment.map(|it| &it.value) else { return };
        let entry = period.rulings().find(|it| it.value.business == Business::Entry);
        let ruled_on = entry.map(|it| it.value.session_on).or(record.decided_on);
        let is_refused = entry.is_some_and(|it| it.value.ruling == Ruling::Refused);
        let referrals = self.by_prescriber.entry(record.prescriber_kind).or_default();
        let note = |list: &mut Vec<PersonId>, day: Option<NaiveDate>| {
            if day.is_some_and(|day| stretch.has(day)) {
                list.push(person);
            }
        };
        note(&mut referrals.referred, record.referred_on);
        note(&mut referrals.examined, ruled_on);
        note(&mut referrals.refused, ruled_on.filter(|_| is_refused));
        for (key, day) in [(DelayKey::Reception, record.received_on), (DelayKey::Decision, ruled_on)] {
            let day = day.filter(|day| stretch.has(*day));
            // A reception before the referral is an error of entry, which the quality report names.
            if let (Some(from), Some(day)) = (record.referred_on, day)
                && from <= day
            {
                self.ended.entry(key).or_default().push(((day - from).num_days(), person));
            }
        }
    }

    /// One of the delays.
    pub fn delay(&self, key: DelayKey) -> Delay {
        let ended = self.ended.get(&key).map_or(&[][..], Vec::as_slice);
        let days = |at: usize| ended.get(at).map(|(days, _)| *days);
        let middle = ended.len() / 2;
        let median = if ended.len() % 2 == 1 {
            days(middle).map(|days| days * 2)
        } else {
            middle.checked_sub(1).and_then(|before| Some(days(before)? + days(middle)?))
        };
        Delay {
            key,
            people: ended.iter().map(|(_, person)| *person).collect(),
            median_half_days: median,
            longest_days: days(0),
        }
    }
}
