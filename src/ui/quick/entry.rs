//! From what a quick line means to the interview that it would save. Pure: a file and a day in, a
//! version out.

use chrono::NaiveDate;

use super::parse::Understood;
use crate::domain::body::Body;
use crate::domain::codes::Outcome;
use crate::domain::file::File;
use crate::domain::habits;
use crate::domain::interview::Interview;
use crate::usecase::request::Change;

/// The interview that a line would save, and the appointment of the day that it answers.
pub fn change(understood: &Understood, file: &File, today: NaiveDate) -> Change {
    let planned = habits::planned_on(file, today);
    let interview = interview(understood, file, today);
    Change {
        person: Some(file.id),
        replaces: planned.map(|it| (it.id, it.entry)),
        body: Some(Body::Interview(interview)),
    }
}

/// The interview that a line tells of: what it does not say is as planned for today, or as usual.
pub fn interview(understood: &Understood, file: &File, today: NaiveDate) -> Interview {
    let planned = habits::planned_on(file, today).map(|it| it.value.clone());
    let before = planned.unwrap_or_else(|| Interview::new(today, Outcome::Held));
    let usual = || before.modality.unwrap_or_else(|| habits::usual_modality(file));
    let modality = understood.modality.unwrap_or_else(usual);
    let usual_place = || habits::usual_place(file, modality).map(str::to_owned);
    let place = before.place.clone().filter(|_| before.modality == Some(modality)).or_else(usual_place);
    let duration_min = understood.duration_min.unwrap_or_else(|| habits::usual_duration_min(file));
    let record = if understood.record.is_empty() { before.record.clone() } else { understood.record.clone() };
    let mut interview = Interview {
        outcome: Outcome::Held,
        duration_min: Some(duration_min),
        modality: Some(modality),
        place,
        record,
        ..before
    };
    if let Some(signing) = understood.signing {
        signing.sign(&mut interview, today);
    }
    interview
}
