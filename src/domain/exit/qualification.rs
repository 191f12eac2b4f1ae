//! Positive exits by a diploma or a professional title: R2-10 to R2-14, A-13, A-14.
//!
//! The award is followed by six months of job-search support. A training of a higher level goes on
//! with the pathway; a job found meanwhile moves the exit to the end of its sixth month, and, if it
//! is lost before, back to the end of the support.

use chrono::NaiveDate;

use super::{Course, Measure, Obstacle, Reading};
use crate::domain::as_of::Day;
use crate::domain::codes::ExitReason;
use crate::domain::dates::{add_months, months_between};
use crate::domain::employment::{Employment, ExitWeight};
use crate::domain::file::Current;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::training::Training;

/// The support that follows an award, as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostTraining<'a> {
    /// The training that was validated.
    pub training: &'a Current<Training>,
    /// Day of the award, or the end of the training when nobody recorded it.
    pub since: NaiveDate,
    /// Day on which the support is over.
    pub until: NaiveDate,
}

/// The support that follows `training`, when it is validated by `on`.
pub fn post_training<'a>(
    training: &'a Current<Training>,
    parameters: &Parameters,
    on: impl Day,
) -> Option<PostTraining<'a>> {
    training.value.certification?;
    let since = training.value.awarded_on.or(training.value.ends_on).filter(|it| on.has_come(*it))?;
    let six_months = add_months(since, parameters.get(ParameterKey::PostTraining));
    let until = training.value.support_until.map_or(six_months, |extended| extended.max(six_months));
    Some(PostTraining { training, since, until })
}

/// P6, P7 or P8: the last award of that kind.
pub(super) fn read(course: &Course<'_>, reason: ExitReason, on: NaiveDate) -> Reading {
    let support = course
        .trainings
        .iter()
        .filter(|it| it.value.certification.is_some_and(|it| it.exit() == reason))
        .filter_map(|it| post_training(it, course.parameters, on))
        .max_by_key(|it| it.since);
    let Some(support) = support else {
        return Reading::failing(Vec::new(), Obstacle::NotAwarded);
    };
    let mut reading = Reading {
        holds: true,
        measured: vec![(Measure::Months, months_between(support.since, on))],
        obstacles: Vec::new(),
        rests_on: vec![support.training.id],
    };
    if course.trainings.iter().any(|it| goes_higher(it, support, on)) {
        reading.obstacles.push(Obstacle::HigherTraining);
    }
    let six_months = course.parameters.get(ParameterKey::ExitMonths);
    let job = course.employments.iter().find(|it| is_found_meanwhile(&it.value, support, on));
    match job {
        Some(job) if add_months(job.value.starts_on, six_months) > on => {
            reading.obstacles.push(Obstacle::InWork);
            reading.rests_on.push(job.id);
        }
        Some(_) => {}
        None if support.until > on => reading.obstacles.push(Obstacle::SupportRunning),
        None => {}
    }
    reading.holds = reading.obstacles.is_empty();
    reading
}

/// The support of the last award that nothing has followed.
pub(super) fn followed_by<'a>(course: &'a Course<'_>, on: impl Day) -> Option<PostTraining<'a>> {
    let supports = course.trainings.iter().filter_map(|it| post_training(it, course.parameters, on));
    supports.max_by_key(|it| it.since).filter(|support| {
        !course.trainings.iter().any(|it| goes_higher(it, *support, on))
            && !course.employments.iter().any(|it| is_found_meanwhile(&it.value, *support, on))
    })
}

/// Whether a training of a higher level was begun since the award: the pathway goes on (R2-14).
fn goes_higher(other: &Current<Training>, support: PostTraining<'_>, on: impl Day) -> bool {
    let is_higher = match (other.value.level, support.training.value.level) {
        (Some(next), Some(level)) => next > level,
        (None, _) | (_, None) => false,
    };
    let is_after = |day: NaiveDate| day > support.since && on.has_come(day);
    is_higher && other.id != support.training.id && other.value.starts_on.is_some_and(is_after)
}

/// Whether a job found during the support is still held, or was held for the six months.
fn is_found_meanwhile(job: &Employment, support: PostTraining<'_>, on: impl Day) -> bool {
    let meanwhile = support.since..=support.until;
    job.weight() != ExitWeight::Step && meanwhile.contains(&job.starts_on) && job.is_running_on(on)
}
