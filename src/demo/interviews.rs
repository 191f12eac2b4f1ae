//! Interviews of an invented person: month after month, some missed, nearly all signed.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::calendar::{any_open_day, month_end, months_before, open_until};
use super::chronicle::Chronicle;
use super::phrases;
use crate::domain::body::Body;
use crate::domain::codes::{ContactKind, Modality, Outcome, Purpose};
use crate::domain::dates::{add_days, month_start, next_month, sub_days};
use crate::domain::holidays::open_from;
use crate::domain::id::ObjectId;
use crate::domain::interview::{Interview, Signature};

const PHYSICAL: &[(Modality, u32)] =
    &[(Modality::OnSite, 80), (Modality::Outreach, 12), (Modality::AtHome, 4), (Modality::AtEmployer, 4)];
const REMOTE: &[(Modality, u32)] = &[(Modality::Phone, 75), (Modality::Video, 25)];
const DURATIONS_MIN: &[(u16, u32)] = &[(30, 30), (45, 45), (60, 25)];
/// Days after which an unsigned record would be an alert: the last ones may still wait.
const SIGNED_LATER_DAYS: u32 = 12;

/// What an incomplete record lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The participant's signature.
    Signature,
    /// The duration.
    Duration,
    /// What became of the appointment.
    Outcome,
}

impl Chronicle {
    /// Monthly interviews from `from` to `until`, both possible; the last two months are sure to
    /// have one face to face.
    pub fn follow(&mut self, from: NaiveDate, until: NaiveDate, purpose: Purpose) {
        let until = until.min(self.yesterday());
        let sure_from = months_before(until, 1);
        let mut month = month_start(from);
        let mut rank = 0;
        while month <= until {
            let (first, last) = (month.max(from), month_end(month).min(until));
            self.meet_in_month((first, last), month >= sure_from, month_purpose(purpose, rank));
            month = next_month(month);
            rank += 1;
        }
    }

    fn meet_in_month(&mut self, (first, last): (NaiveDate, NaiveDate), is_sure: bool, purpose: Purpose) {
        if !is_sure && self.dice.chance(6) {
            return;
        }
        // A month that has just begun often has its interview still to come.
        let has_just_begun = first == month_start(self.today) && (last - first).num_days() < 15;
        if has_just_begun && self.dice.chance(50) {
            return;
        }
        let Some(day) = any_open_day(&mut self.dice, first, last) else { return };
        if !is_sure && self.dice.chance(12) {
            self.miss(day);
            let again = open_from(add_days(day, self.dice.between(5, 9)));
            if again <= last {
                self.hold(again, purpose, true);
            }
            return;
        }
        let is_physical = is_sure || self.dice.chance(88);
        self.hold(day, purpose, is_physical);
        if self.dice.chance(12)
            && let Some(other) = any_open_day(&mut self.dice, add_days(day, 3), last)
        {
            self.hold(other, Purpose::FollowUp, false);
        }
    }

    /// An interview that took place.
    pub fn hold(&mut self, day: NaiveDate, purpose: Purpose, is_physical: bool) {
        let modalities = if is_physical { PHYSICAL } else { REMOTE };
        let modality = self.dice.weighted(modalities);
        let interview = Interview {
            start: Some(self.start()),
            duration_min: Some(self.dice.weighted(DURATIONS_MIN)),
            modality: Some(modality),
            purposes: vec![purpose],
            record: phrases::record(&mut self.dice, purpose),
            counsellor_signature: Signature::Paper { on: day },
            ..Interview::new(day, Outcome::Held)
        };
        let object = self.new_thing();
        if self.dice.chance(25) {
            self.plan(object, &interview);
        }
        let late_days = if self.dice.chance(6) { self.dice.between(1, 3) } else { 0 };
        let written_on = open_from(add_days(day, late_days)).min(self.yesterday());
        self.sign(object, interview, written_on);
    }

    /// Writes a held interview, with the participant's signature, at once or later.
    fn sign(&mut self, object: ObjectId, interview: Interview, written_on: NaiveDate) {
        let day = interview.date;
        if self.dice.chance(1) {
            let reason = "Ne souhaite pas signer ce jour.".to_owned();
            let participant_signature = Signature::Refused { on: Some(day), reason };
            return self.write_interview(
                object,
                written_on,
                Interview { participant_signature, ..interview },
            );
        }
        let is_recent = sub_days(self.today, SIGNED_LATER_DAYS) <= day;
        let signs_later = self.dice.chance(if is_recent { 25 } else { 5 });
        if signs_later {
            self.write_interview(object, written_on, interview.clone());
            if is_recent {
                return;
            }
        }
        let signed_on =
            if signs_later { add_days(day, self.dice.between(2, SIGNED_LATER_DAYS)) } else { day };
        let signed_on = signed_on.min(self.yesterday());
        let participant_signature = Signature::Paper { on: signed_on };
        let written_on = written_on.max(signed_on);
        self.write_interview(object, written_on, Interview { participant_signature, ..interview });
    }

    /// An appointment that the person missed, or that was cancelled.
    fn miss(&mut self, day: NaiveDate) {
        let outcome =
            self.dice.weighted(&[(Outcome::NoShow, 45), (Outcome::Excused, 40), (Outcome::Cancelled, 15)]);
        let interview = Interview { start: Some(self.start()), ..Interview::new(day, outcome) };
        let object = self.new_thing();
        self.plan(object, &interview);
        self.write_interview(object, day, interview);
        if outcome == Outcome::NoShow {
            let next = open_from(add_days(day, 1));
            let kind = self.dice.weighted(&[(ContactKind::Attempt, 60), (ContactKind::Call, 40)]);
            self.tell_contact(next, kind);
        }
    }

    /// The appointment that came before an interview.
    fn plan(&mut self, object: ObjectId, interview: &Interview) {
        let planned_on = open_until(sub_days(interview.date, self.dice.between(6, 21)));
        let appointment =
            Interview { start: interview.start, ..Interview::new(interview.date, Outcome::Planned) };
        self.write(object, planned_on, Body::Interview(appointment));
    }

    /// An appointment to come, or whose outcome nobody wrote.
    pub fn plan_for(&mut self, day: NaiveDate, start: NaiveTime, purpose: Purpose) {
        let appointment = Interview {
            start: Some(start),
            modality: Some(Modality::OnSite),
            purposes: vec![purpose],
            ..Interview::new(day, Outcome::Planned)
        };
        let object = self.new_thing();
        let planned_on = open_until(sub_days(self.today.min(day), self.dice.between(1, 14)));
        self.write(object, planned_on, Body::Interview(appointment));
    }

    /// One record that lacks something, long enough ago for it to be an alert.
    pub fn leave_incomplete(&mut self, lack: Lack) {
        let (oldest, latest) = (sub_days(self.today, 50), sub_days(self.today, 18));
        let day = any_open_day(&mut self.dice, oldest, latest).unwrap_or(latest);
        let start = self.start();
        if lack == Lack::Outcome {
            return self.plan_for(day, start, Purpose::FollowUp);
        }
        let signature = Signature::Paper { on: day };
        let interview = Interview {
            start: Some(start),
            duration_min: if lack == Lack::Duration { None } else { Some(45) },
            modality: Some(Modality::OnSite),
            purposes: vec![Purpose::FollowUp],
            record: phrases::record(&mut self.dice, Purpose::FollowUp),
            participant_signature: if lack == Lack::Signature {
                Signature::ToSign
            } else {
                signature.clone()
            },
            counsellor_signature: signature,
            ..Interview::new(day, Outcome::Held)
        };
        let object = self.new_thing();
        self.write_interview(object, day, interview);
    }

    fn write_interview(&mut self, object: ObjectId, day: NaiveDate, mut interview: Interview) {
        let is_signed = [&interview.participant_signature, &interview.counsellor_signature]
            .iter()
            .any(|signature| signature.signed_on().is_some());
        interview.signed_code = is_signed.then(|| interview.control_code(self.person));
        // At the end of the interview, in UTC: an hour earlier than on the wall, in winter.
        let minutes = i64::from(interview.duration_min.unwrap_or(15)) - 60;
        let end = interview.start.map(|start| start + TimeDelta::minutes(minutes));
        match end.filter(|_| day == interview.date) {
            Some(end) => self.write_at(object, day, end, Body::Interview(interview)),
            None => self.write(object, day, Body::Interview(interview)),
        }
    }

    fn start(&mut self) -> NaiveTime {
        let hour = self.dice.pick(&[9, 10, 11, 14, 15, 16]);
        NaiveTime::from_hms_opt(hour, 15 * self.dice.below(4), 0).expect("a time of day")
    }
}

/// Objectives at the start and every six months, a review between.
const fn month_purpose(usual: Purpose, rank: u32) -> Purpose {
    match (usual, rank % 6) {
        (Purpose::FollowUp, 1) => Purpose::GoalContract,
        (Purpose::FollowUp, 4) if rank > 6 => Purpose::Review,
        (Purpose::FollowUp, 3) => Purpose::JobInterview,
        (usual, _) => usual,
    }
}
