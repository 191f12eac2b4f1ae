//! What is usual for a person: the values that forms propose. Habits are read from what
//! happened, never stored.

use chrono::{NaiveDate, NaiveTime};

use super::agenda::Diary;
use super::codes::{Modality, Outcome};
use super::dates::add_days;
use super::file::{Current, File};
use super::id::PersonId;
use super::interview::Interview;

/// How many of the last interviews tell what is usual.
const REMEMBERED_INTERVIEWS: usize = 6;
/// Duration proposed to somebody who was never met, in minutes.
pub const FIRST_DURATION_MIN: u16 = 45;
/// Time from an interview to the next one, in weeks: the monthly rule leaves no more (R9.3.6-02).
const NEXT_IN_WEEKS: u32 = 4;

/// The last interviews held, the latest first.
fn last_held(file: &File) -> impl Iterator<Item = &Current<Interview>> {
    file.interviews.iter().rev().filter(|it| it.value.outcome == Outcome::Held)
}

/// The duration of an interview with this person, in minutes: the median of the last ones.
pub fn usual_duration_min(file: &File) -> u16 {
    let durations = last_held(file).filter_map(|it| it.value.duration_min);
    let mut durations: Vec<u16> = durations.take(REMEMBERED_INTERVIEWS).collect();
    durations.sort_unstable();
    durations.get(durations.len() / 2).copied().unwrap_or(FIRST_DURATION_MIN)
}

/// How this person is met: as in most of the last interviews; of two that are as frequent, the
/// latest.
pub fn usual_modality(file: &File) -> Modality {
    let last: Vec<Modality> =
        last_held(file).filter_map(|it| it.value.modality).take(REMEMBERED_INTERVIEWS).collect();
    let count = |modality: Modality| last.iter().filter(|it| **it == modality).count();
    // `max_by_key` keeps the last of equals: reversed, that is the latest interview's.
    last.iter().rev().copied().max_by_key(|it| count(*it)).unwrap_or(Modality::OnSite)
}

/// Where this person is met in this way: as the last time.
pub fn usual_place(file: &File, modality: Modality) -> Option<&str> {
    last_held(file).find(|it| it.value.modality == Some(modality)).and_then(|it| it.value.place.as_deref())
}

/// The next appointment to propose to `whom` after an interview: same weekday and hour, four weeks later,
/// moved to a day on which people are received and nobody else is expected then.
pub fn next_appointment(
    date: NaiveDate,
    start: Option<NaiveTime>,
    diary: &Diary<'_>,
    whom: PersonId,
) -> (NaiveDate, Option<NaiveTime>) {
    let four_weeks_later = add_days(date, NEXT_IN_WEEKS * 7);
    (diary.free_from(four_weeks_later, start, whom), start)
}

/// The appointment that an interview held on `day` answers: the one planned for that day.
pub fn planned_on(file: &File, day: NaiveDate) -> Option<&Current<Interview>> {
    file.interviews.iter().find(|it| it.value.date == day && it.value.outcome == Outcome::Planned)
}

/// The hour at which this person was last met, when it is known.
pub fn usual_start(file: &File) -> Option<NaiveTime> {
    file.interviews.iter().rev().find_map(|it| it.value.start)
}
