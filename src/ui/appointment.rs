//! What is done with an appointment in a few keys: the person came, did not come, and what is
//! proposed next. Pure: files and days in, a transaction out; whoever asked sends it.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::agenda::Diary;
use crate::domain::body::Body;
use crate::domain::codes::Outcome;
use crate::domain::dates::{add_days, sub_days};
use crate::domain::file::{Current, File};
use crate::domain::habits::{usual_modality, usual_start};
use crate::domain::id::ObjectId;
use crate::domain::interview::{Interview, Signature};
use crate::usecase::request::{Change, Save};

/// Days to the next appointment: the same weekday, within the month that art. 9-3-6 asks for.
const NEXT_IN_DAYS: u32 = 28;
/// Days to the appointment that makes up for a missed one.
const AGAIN_IN_DAYS: u32 = 7;

/// The appointment, if it is still in the file.
pub fn find(file: &File, id: ObjectId) -> Option<&Current<Interview>> {
    file.interviews.iter().find(|it| it.id == id)
}

/// The next appointment, as it would be proposed on `today`: four weeks on, the weekday of the last
/// interview or appointment so far, the usual hour, moved off closed days, absences and slots that somebody
/// else has.
pub fn proposed_next(file: &File, today: NaiveDate, diary: &Diary<'_>) -> Interview {
    let last = file.interviews.iter().rev().map(|it| it.value.date).find(|date| *date <= today);
    let from = last.map_or(today, |last| latest_weekday(last.weekday(), today));
    let day = diary.free_from(add_days(from, NEXT_IN_DAYS), usual_start(file), file.id);
    appointment(file, day)
}

/// The last such weekday by `day`, `day` included.
fn latest_weekday(weekday: Weekday, day: NaiveDate) -> NaiveDate {
    sub_days(day, day.weekday().days_since(weekday))
}

/// The appointment that would make up for a missed one: the same weekday and hour, within the week
/// that follows it, or that follows today when it is older.
pub fn proposed_again(file: &File, missed: &Interview, today: NaiveDate, diary: &Diary<'_>) -> Interview {
    let from = latest_weekday(missed.date.weekday(), missed.date.max(today));
    let day = diary.free_from(add_days(from, AGAIN_IN_DAYS), missed.start, file.id);
    Interview { start: missed.start, ..appointment(file, day) }
}

/// An appointment on that day, as the person usually has them.
pub fn appointment(file: &File, date: NaiveDate) -> Interview {
    Interview {
        start: usual_start(file),
        modality: Some(usual_modality(file)),
        ..Interview::new(date, Outcome::Planned)
    }
}

/// The person came: held, that long, both signatures on the paper that day.
pub fn came(file: &File, appointment: &Current<Interview>, minutes: u16) -> Save {
    let date = appointment.value.date;
    let held = Interview {
        outcome: Outcome::Held,
        duration_min: Some(minutes),
        modality: appointment.value.modality.or_else(|| Some(usual_modality(file))),
        participant_signature: Signature::Paper { on: date },
        counsellor_signature: Signature::Paper { on: date },
        ..appointment.value.clone()
    };
    save(vec![changed(file, appointment, held)])
}

/// The person did not come; `again` is the appointment that makes up for it, in the same
/// transaction.
pub fn missed(file: &File, appointment: &Current<Interview>, again: Option<Interview>) -> Save {
    let no_show = Interview {
        outcome: Outcome::NoShow,
        participant_signature: Signature::NotApplicable,
        counsellor_signature: Signature::NotApplicable,
        ..appointment.value.clone()
    };
    let mut changes = vec![changed(file, appointment, no_show)];
    changes.extend(again.map(|interview| added(file, interview)));
    save(changes)
}

/// A new appointment.
pub fn planned(file: &File, interview: Interview) -> Save {
    save(vec![added(file, interview)])
}

fn changed(file: &File, before: &Current<Interview>, after: Interview) -> Change {
    Change {
        person: Some(file.id),
        replaces: Some((before.id, before.entry)),
        body: Some(Body::Interview(after)),
    }
}

fn added(file: &File, interview: Interview) -> Change {
    Change { person: Some(file.id), replaces: None, body: Some(Body::Interview(interview)) }
}

const fn save(changes: Vec<Change>) -> Save {
    Save { changes, draft: None, confirmed: false }
}
