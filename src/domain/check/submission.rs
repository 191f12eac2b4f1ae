//! Checks of a file submitted to the commission (art. 7, R7-22 to R7-25, A-24). What it lacks is told
//! and never refused, but for its place on the agenda.

use super::Violations;
use crate::domain::codes::{Business, Outcome, StationRole};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::station::StationProfile;
use crate::domain::submission::{Submission, missing};

/// The reasoned opinion is the action manager's: whoever works at another station may copy it down with the
/// manager's name, and never give it in their own (R7-23).
pub(super) fn check_author(submission: &Submission, station: &StationProfile, found: &mut Violations) {
    let is_said = |name: &String| name.trim().to_lowercase() == station.name.trim().to_lowercase();
    let is_own = submission.verified_by.as_ref().is_some_and(is_said);
    let gives_it = submission.opinion.is_some() || submission.verified_on.is_some();
    let is_the_managers = match station.role {
        StationRole::Manager => true,
        StationRole::Counsellor | StationRole::Team => false,
    };
    found.refuse(gives_it && is_own && !is_the_managers, "verified_by", "opinion-not-the-managers");
}

pub(super) fn check(submission: &Submission, file: Option<&File>, found: &mut Violations) {
    for (date, field) in [
        (submission.updated_on, "updated_on"),
        (submission.prepared_on, "prepared_on"),
        (submission.verified_on, "verified_on"),
        (submission.listed_on, "listed_on"),
    ] {
        found.refuse_future(date, field);
    }
    let has_author = submission.verified_by.is_some() && submission.verified_on.is_some();
    found.refuse(submission.opinion.is_some() && !has_author, "opinion", "opinion-without-author");
    let is_listed = submission.listed_on.is_some();
    found.refuse(
        submission.is_overridden() && submission.override_by.is_none(),
        "override_because",
        "override-without-author",
    );
    for (text, field) in [
        (&submission.relation, "relation"),
        (&submission.difficulties, "difficulties"),
        (&submission.partners, "partners"),
        (&submission.opinion_text, "opinion_text"),
        (&submission.override_because, "override_because"),
    ] {
        found.refuse_text(text.as_str(), field);
    }
    found.refuse_text(submission.verified_by.as_deref(), "verified_by");
    found.refuse_text(submission.override_by.as_deref(), "override_by");
    let Some(file) = file else { return };
    let parameters = Pack::default().at(submission.session_on);
    let is_incomplete = || !missing(file, submission, &parameters).is_empty();
    let slips_in = is_listed && !submission.is_overridden() && is_incomplete();
    found.refuse(slips_in, "listed_on", "incomplete-on-agenda");
    let held = |it: &&crate::domain::file::Current<crate::domain::interview::Interview>| {
        it.value.outcome == Outcome::Held
    };
    let last_held = file.interviews.iter().rev().find(held).map(|it| it.value.date);
    // the day of the fact, but never before the last interview that was held.
    let is_other = submission.business == Business::Exit
        && submission.exit_reason.is_some_and(|reason| !reason.is_positive());
    let is_early = submission.exit_on.zip(last_held).is_some_and(|(exit, held)| exit < held);
    found.refuse(is_other && is_early, "exit_on", "exit-before-last-interview");
}
