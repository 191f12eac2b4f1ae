//! What the European Social Fund asks: the entry questionnaire of each participant, and what became of those
//! who left. Now and then an answer is missing (AL-20).

use super::chronicle::Chronicle;
use super::dice::Dice;
use super::story::{Course, Story};
use crate::domain::body::Body;
use crate::domain::codes::{Criterion, ExitReason};
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::enrolment::Enrolment;
use crate::domain::esf::{Benefit, Diploma, EsfAnswer, EsfRecord, LabourStatus};

/// What people answer to what they may decline to answer.
const ANSWERS: &[EsfAnswer] =
    &[EsfAnswer::No, EsfAnswer::No, EsfAnswer::No, EsfAnswer::Yes, EsfAnswer::Declined];

impl Chronicle {
    /// Tells what was written for the fund. Chance is drawn apart.
    pub fn answer_the_fund(&mut self, apart: Dice) {
        let Some(period) = self.last_period() else { return };
        let dice = std::mem::replace(&mut self.dice, apart);
        self.questionnaire(&period);
        self.dice = dice;
    }

    fn questionnaire(&mut self, period: &Enrolment) {
        let Some(entered_on) = period.enrolled_on else { return };
        let signed_on = add_days(entered_on, self.dice.between(1, 12));
        if signed_on >= self.today {
            return;
        }
        let is_receiving = period.criteria.contains(&Criterion::Rsa);
        let mut record = EsfRecord {
            status: Some(LabourStatus::Unemployed),
            months_looking: u16::try_from(self.dice.between(3, 40)).ok(),
            is_registered: Some(true),
            diploma: Some(self.dice.pick(&[
                Diploma::Primary,
                Diploma::LowerSecondary,
                Diploma::UpperSecondary,
                Diploma::UpperSecondary,
                Diploma::ShortCycle,
            ])),
            benefits: Vec::from_iter(is_receiving.then_some(Benefit::Rsa)),
            disability: Some(self.dice.pick(ANSWERS)),
            housing: Some(self.dice.pick(ANSWERS)),
            parent_abroad: Some(self.dice.pick(ANSWERS)),
            third_country: Some(self.dice.chance(10)),
            relay: "Sa sœur, 02 99 00 00 31".to_owned(),
            signed_on: Some(signed_on),
            ..EsfRecord::new(entered_on)
        };
        // Of those whom nobody followed, nobody had it signed.
        if self.story == Story::Adheres(Course::OutOfPathway) {
            record.signed_on = None;
        }
        let object = self.new_thing();
        self.write(object, signed_on, Body::EsfRecord(record.clone()));
        let Some(exited_on) = period.exited_on else { return };
        let seen_on = add_days(exited_on, self.dice.between(3, 20));
        if seen_on >= self.today {
            return;
        }
        record.exit_status = Some(situation_after(period.exit_reason));
        record.exit_seen_on = Some(seen_on);
        self.write(object, seen_on, Body::EsfRecord(record.clone()));
        let again_on = sub_days(add_months(exited_on, 6), self.dice.between(0, 5));
        if again_on < self.today {
            (record.later_status, record.later_seen_on) = (record.exit_status, Some(again_on));
            self.write(object, again_on, Body::EsfRecord(record));
        }
    }
}

/// What the exit leads to most often.
const fn situation_after(reason: Option<ExitReason>) -> LabourStatus {
    match reason {
        Some(ExitReason::Permanent | ExitReason::FixedTerm | ExitReason::WorkStudy) => {
            LabourStatus::LastingJob
        }
        Some(ExitReason::Agency) => LabourStatus::ShortJob,
        Some(ExitReason::OwnActivity) => LabourStatus::SelfEmployed,
        Some(
            ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::StateDiploma
            | ExitReason::OtherDiploma
            | ExitReason::Cqp
            | ExitReason::SpecialCase
            | ExitReason::Reoriented,
        )
        | None => LabourStatus::Unemployed,
        Some(
            ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare,
        ) => LabourStatus::Inactive,
    }
}
