//! Checks of a period of adhesion (art. 5 to 9-3-4).

use chrono::NaiveDate;

use super::{Violations, is_after};
use crate::domain::candidature;
use crate::domain::codes::{Business, Public, Ruling};
use crate::domain::communes;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::state::period::Exit;

/// Levels of qualification of the nomenclature of 2019.
pub(super) const LEVELS: std::ops::RangeInclusive<u8> = 1..=8;

pub(super) fn check(enrolment: &Enrolment, file: Option<&File>, found: &mut Violations) {
    check_dates(enrolment, found);
    found.refuse(enrolment.level.is_some_and(|it| !LEVELS.contains(&it)), "level", "level-unknown");
    let is_foreign = |it| !enrolment.criteria.contains(&it);
    found.refuse(
        enrolment.main_criterion.is_some_and(is_foreign),
        "main_criterion",
        "main-criterion-not-held",
    );
    let (exited_on, reason) = (enrolment.exited_on, enrolment.exit_reason);
    found.refuse(reason.is_some() && exited_on.is_none(), "exited_on", "exit-date-missing");
    found.doubt(exited_on.is_some() && reason.is_none(), "exit_reason", "exit-reason-missing");
    if let Some(file) = file {
        check_lot(enrolment, file, found);
        check_entry(enrolment, file, found);
        check_exit(enrolment, file, found);
    }
    check_reception(enrolment, found);
    found.refuse_text(enrolment.prescriber.as_deref(), "prescriber");
    found.refuse_text(enrolment.destination.as_deref(), "destination");
    found.refuse_future(enrolment.destination_on, "destination_on");
    let is_nowhere = enrolment.destination_on.is_some() && enrolment.destination.is_none();
    found.refuse(is_nowhere, "destination", "destination-missing");
    found.refuse_text(enrolment.prescriber_agent.as_deref(), "prescriber_agent");
}

/// Items 6 and 7 exclude each other: somebody enters, or is directed elsewhere (R9.3.2-01).
fn check_reception(enrolment: &Enrolment, found: &mut Violations) {
    let done = &enrolment.reception;
    for (rank, check) in done.iter().enumerate() {
        found.refuse_future(Some(check.on), check.item.field());
        found.refuse_text(check.result.as_str(), check.item.field());
        let is_excluded = done[..rank].iter().any(|it| it.item == check.item || it.item.excludes(check.item));
        found.refuse(is_excluded, check.item.field(), "reception-outcome-twice");
    }
    found.refuse_future(enrolment.pre_assessed_on, "pre_assessed_on");
    found.refuse_future(enrolment.jobseeker_since, "jobseeker_since");
    found.refuse_future(enrolment.dropped_on, "dropped_on");
    let is_reasonless = enrolment.dropped_on.is_some() && enrolment.drop_reason.is_none();
    found.doubt(is_reasonless, "drop_reason", "drop-reason-missing");
    let is_early = is_after(enrolment.referred_on, enrolment.dropped_on);
    found.doubt(is_early, "dropped_on", "dates-out-of-order");
}

/// Nobody enters who lives elsewhere, unless somebody says so on purpose (R5-01); and no candidature is
/// closed here: the commission decides on a proposal (R7-05).
fn check_entry(enrolment: &Enrolment, file: &File, found: &mut Violations) {
    let lives_outside = candidature::lives_outside(file);
    found.doubt(enrolment.enrolled_on.is_some() && lives_outside, "enrolled_on", "lives-outside");
    let is_decided = enrolment.enrolled_on.is_some()
        || enrolment.decided_on.is_some()
        || file.decisions.iter().any(|it| it.value.business == Business::Entry);
    let is_proposed = file.diagnoses.iter().any(|it| it.value.proposal.is_some());
    let is_closed = enrolment.exited_on.is_some();
    found.refuse(is_closed && !is_decided && !is_proposed, "exited_on", "closed-without-proposal");
}

/// What is written wins over what the commission validated: two days for one exit are said.
fn check_exit(enrolment: &Enrolment, file: &File, found: &mut Violations) {
    let is_since = |day| enrolment.enrolled_on.is_none_or(|entry| entry <= day);
    let rulings = file.decisions.iter().map(|it| &it.value);
    let ruled = rulings.filter(|it| it.ruling == Ruling::Exited && is_since(it.session_on));
    let mut days = ruled.map(|it| Exit::ruled(file, it).on).peekable();
    let is_ruled = days.peek().is_some();
    let mut agrees = |written| days.any(|day| day == written);
    let is_other = is_ruled && enrolment.exited_on.is_some_and(|written| !agrees(written));
    found.doubt(is_other, "exited_on", "exit-other-than-ruled");
}

/// Each date comes no earlier than those before it, and none but the exit is still to come.
fn check_dates(enrolment: &Enrolment, found: &mut Violations) {
    let dates: [(Option<NaiveDate>, &'static str); 4] = [
        (enrolment.referred_on, "referred_on"),
        (enrolment.received_on, "received_on"),
        (enrolment.decided_on, "decided_on"),
        (enrolment.enrolled_on, "enrolled_on"),
    ];
    for (rank, (date, field)) in dates.iter().enumerate() {
        found.refuse_future(*date, field);
        let is_early = dates[..rank].iter().any(|(earlier, _)| is_after(*earlier, *date));
        found.doubt(is_early, field, "dates-out-of-order");
    }
    found.refuse_future(enrolment.deed_signed_on, "deed_signed_on");
    // The deed formalises an adhesion already decided (art. 7).
    let is_early = is_after(enrolment.enrolled_on, enrolment.deed_signed_on);
    found.doubt(is_early, "deed_signed_on", "dates-out-of-order");
    let exited_on = enrolment.exited_on;
    let is_early = dates.iter().any(|(date, _)| is_after(*date, exited_on));
    found.refuse(is_early, "exited_on", "exit-before-adhesion");
    found.doubt(exited_on.is_some_and(|it| it > found.today), "exited_on", "exit-in-future");
}

/// The lot is one of those of the commune, and the public that of the age at the referral.
fn check_lot(enrolment: &Enrolment, file: &File, found: &mut Violations) {
    let person = &file.person.value;
    if let (Some(public), Some(assessed_on)) = (enrolment.public, enrolment.referred_on) {
        let is_other = Public::at(person.birth_date, assessed_on) != public;
        found.doubt(is_other, "public", "public-not-of-age");
    }
    let commune = person.commune.as_deref().and_then(communes::by_code);
    if let (Some(lot), Some(public), Some(commune)) = (enrolment.lot, enrolment.public, commune) {
        let is_other = !commune.candidate_lots(person.sector, public).contains(&lot);
        found.doubt(is_other, "lot", "lot-elsewhere");
    }
}
