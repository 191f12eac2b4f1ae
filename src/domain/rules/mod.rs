//! The clocks of the CCTP: one file each, each a pure function of a file as it stood on a day and
//! of the parameters of that day. Findings are derived, never stored, and never drop off by age.
//!
//! What holds for all of them (domain.md §5.1, §5.16, §5.20):
//! * AL-01 to AL-04 run for people in the file active who are not suspended on the as-of day. They
//!   start at the last event, at the adhesion when nothing has happened yet (V29), or on the day
//!   after the last suspension, whichever is latest (A-02, V32).
//! * AL-05 runs for the file active, suspended people included: the CCTP counts years of pathway.
//! * AL-06 and AL-08 run for everyone whom the commission has neither refused nor let go.
//! * AL-07 runs for candidates, AL-09 for every interview of everyone.
//! * An adjournment decides nothing: it clears nothing and resets nothing (R7-25).
//! * AL-10 and AL-12 to AL-17 run for people in the file active, AL-11 for everyone who was referred,
//!   AL-18 for people in the file active who are not suspended, AL-25 for all of them,
//!   AL-20 for whoever adhered, gone or not, AL-19 for everyone whom the commission has neither refused nor let go.
//! * There is one finding per person and alert, one per interview for AL-09, one per step or contract
//!   for AL-15 to AL-17, one per submission for AL-19.
//! * None runs while the processing of what is kept of the person is limited (GDPR, article 18): what they
//!   would ask for is refused then.

mod ahead;
mod clock;
mod cv;
mod deed;
mod destination;
mod documents;
mod esf;
mod exit_due;
mod finding;
mod interview_gap;
mod interview_record;
mod monthly_interview;
mod out_of_pathway;
mod partner;
mod pathway_review;
mod post_training;
mod prescriber;
mod reinforced_diagnosis;
mod report;
mod review_date;
mod station;
mod step_gap;
mod suspension_end;
mod weighing;

use chrono::NaiveDate;

pub use ahead::{FARTHEST_DAYS, findings_within};
pub use clock::Clock;
pub use finding::{AlertCode, Cause, Clearing, Finding, Severity, Status};
pub use station::{StationAlert, StationCause, StationFinding, station_findings, station_findings_within};
pub use weighing::{Weighed, Weight, weighed};

use super::codes::PathwayState;
use super::file::File;
use super::id::PersonId;
use super::limitation;
use super::parameters::{Pack, Parameters};
use super::state::State;

/// Everything that the rules find in a file as of the end of `on`, the most pressing first, then the
/// oldest.
pub fn findings(file: &File, pack: &Pack, on: NaiveDate) -> Vec<Finding> {
    findings_of(&State::of(file, on), &pack.at(on))
}

/// The same, for a state that is already at hand.
pub fn findings_of(state: &State<'_>, parameters: &Parameters) -> Vec<Finding> {
    read(&clocks_of(state, parameters), state.file.id, parameters, state.on())
}

/// Every clock that runs in a file, whether or not it has anything to say yet. They stay what they
/// are on all the days of [`State::same_on`], asked for afterwards, under the same thresholds.
pub fn clocks_of(state: &State<'_>, parameters: &Parameters) -> Vec<Clock> {
    if limitation::on(state.file, state.as_of()).is_some() {
        return Vec::new();
    }
    let rules = [
        monthly_interview::clock,
        interview_gap::clock,
        step_gap::clock,
        out_of_pathway::clock,
        pathway_review::clock,
        review_date::clock,
        reinforced_diagnosis::clock,
        suspension_end::clock,
        deed::clock,
        prescriber::clock,
        post_training::clock,
        cv::clock,
        esf::clock,
        destination::clock,
    ];
    let mut clocks: Vec<Clock> = rules.iter().filter_map(|clock| clock(state, parameters)).collect();
    clocks.extend(interview_record::clocks(state, parameters));
    clocks.extend(exit_due::clocks(state, parameters));
    clocks.extend(partner::clocks(state, parameters));
    clocks.extend(documents::clocks(state, parameters));
    clocks
}

/// What the clocks of a person say on a day, the most pressing first, then the oldest.
pub fn read(clocks: &[Clock], person: PersonId, parameters: &Parameters, on: NaiveDate) -> Vec<Finding> {
    let mut found: Vec<Finding> = clocks.iter().filter_map(|it| it.read(person, parameters, on)).collect();
    found.sort_by_key(Finding::rank);
    found
}

/// Whether the commission still has the person before it: neither refused nor gone.
fn is_under_the_commission(state: &State<'_>) -> bool {
    match state.pathway() {
        PathwayState::Refused | PathwayState::Exited => false,
        PathwayState::Candidate
        | PathwayState::InPathway
        | PathwayState::InWork
        | PathwayState::PostTraining
        | PathwayState::Suspended => true,
    }
}
