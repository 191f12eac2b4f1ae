//! What is worth a second look before the proposal: none of it stops anybody, for the commission
//! alone decides (R5-01, R5-02, A-03, A-04, A-05, A-26).

use chrono::NaiveDate;

use super::diagnosis;
use crate::domain::as_of::Day as _;
use crate::domain::codes::{Criterion, Priority, Public, code_list};
use crate::domain::communes;
use crate::domain::dates::{age, is_more_than_months_ago, reaches_age_on};
use crate::domain::diagnosis::Proposal;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::state::State;

/// Months of registration that criterion (a) of article 5 asks to be exceeded (A-03, strict).
const JOBSEEKER_MONTHS: u32 = 12;

code_list! {
    /// Something to look at again.
    Concern {
        /// The person lives outside the Métropole (R5-01).
        LivesOutside = "lives_outside",
        /// Several lots serve where the person lives: one has to be chosen.
        TerritoryToChoose = "territory_to_choose",
        /// The lot is none of those of the commune.
        LotElsewhere = "lot_elsewhere",
        /// The public is not that of the age at the referral.
        PublicNotOfAge = "public_not_of_age",
        /// The person came in as a youth and is 26 by now: the counsellor stays the same.
        TurnedAdult = "turned_adult",
        /// Old enough for a senior, and not marked as one.
        SeniorUnmarked = "senior_unmarked",
        /// Marked as a senior, and not old enough.
        SeniorTooYoung = "senior_too_young",
        /// Registered for twelve months or less: the strict reading does not hold.
        JobseekerShort = "jobseeker_short",
        /// Nobody wrote since when the person is registered.
        JobseekerUndated = "jobseeker_undated",
        /// The criterion of youth, for somebody of 26 or over at the referral.
        YoungTooOld = "young_too_old",
        /// Nobody wrote in which list the neighbourhood was looked up.
        QpvListUnknown = "qpv_list_unknown",
        /// To be admitted although a condition of article 5 does not hold (R5-02).
        ConditionUnmet = "condition_unmet",
    }
}

/// Whether the commune of residence is known and is not one of the 71 (R5-01).
pub fn lives_outside(file: &File) -> bool {
    file.person.value.commune.as_deref().is_some_and(|code| communes::by_code(code).is_none())
}

/// What is worth a second look, in the order of the list.
pub fn concerns(state: &State<'_>) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut add = |holds: bool, concern| found.extend(holds.then_some(concern));
    add(lives_outside(state.file), Concern::LivesOutside);
    if let Some(enrolment) = state.period.enrolment.map(|it| &it.value) {
        let (territory, age, criteria) =
            (territory(enrolment, state.file), ages(enrolment, state), criteria(enrolment, state));
        territory.into_iter().chain(age).chain(criteria).for_each(|it| add(true, it));
    }
    let refuses = diagnosis(state).is_some_and(|it| {
        let answers = [it.value.wants_work, it.value.needs_support, it.value.can_follow];
        it.value.proposal == Some(Proposal::Admit) && answers.contains(&Some(false))
    });
    add(refuses, Concern::ConditionUnmet);
    found
}

fn territory(enrolment: &Enrolment, file: &File) -> Option<Concern> {
    let person = &file.person.value;
    let commune = person.commune.as_deref().and_then(communes::by_code)?;
    let lots = commune.candidate_lots(person.sector, enrolment.public?);
    match enrolment.lot {
        None => (lots.len() > 1).then_some(Concern::TerritoryToChoose),
        Some(lot) => (!lots.contains(&lot)).then_some(Concern::LotElsewhere),
    }
}

/// The day on which ages are looked at: that of the adhesion, or else the present one.
fn assessed_on(state: &State<'_>) -> NaiveDate {
    state.enrolled_on().unwrap_or_else(|| state.on())
}

fn ages(enrolment: &Enrolment, state: &State<'_>) -> Vec<Concern> {
    let birth = state.file.person.value.birth_date;
    let mut found = Vec::new();
    let mut add = |holds: bool, concern| found.extend(holds.then_some(concern));
    let at_referral = enrolment.referred_on.map(|on| Public::at(birth, on));
    let is_other = at_referral.zip(enrolment.public).is_some_and(|(told, said)| told != said);
    add(is_other, Concern::PublicNotOfAge);
    let turns_on = reaches_age_on(birth, Public::ADULT_FROM_YEARS);
    let has_turned = enrolment.public == Some(Public::Youth) && state.as_of().has_come(turns_on);
    add(has_turned && !is_other, Concern::TurnedAdult);
    let is_senior = age(birth, assessed_on(state)) >= Priority::SENIOR_FROM_YEARS;
    let is_marked = enrolment.priorities.contains(&Priority::Senior);
    add(is_senior && !is_marked, Concern::SeniorUnmarked);
    add(is_marked && !is_senior, Concern::SeniorTooYoung);
    let is_adult = at_referral == Some(Public::Adult);
    add(is_adult && enrolment.criteria.contains(&Criterion::Young), Concern::YoungTooOld);
    found
}

fn criteria(enrolment: &Enrolment, state: &State<'_>) -> Vec<Concern> {
    let mut found = Vec::new();
    if enrolment.criteria.contains(&Criterion::LongTermJobseeker) {
        match enrolment.jobseeker_since {
            None => found.push(Concern::JobseekerUndated),
            Some(since) => {
                let holds = is_more_than_months_ago(since, JOBSEEKER_MONTHS, assessed_on(state));
                found.extend((!holds).then_some(Concern::JobseekerShort));
            }
        }
    }
    let is_in_qpv = enrolment.priorities.contains(&Priority::Qpv);
    found.extend((is_in_qpv && enrolment.qpv_list.is_none()).then_some(Concern::QpvListUnknown));
    found
}
