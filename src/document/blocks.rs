//! Parts that several documents have: who somebody is, the pathway so far, what a file lacks.

use chrono::NaiveDate;

use super::sheet::Sheet;
use crate::domain::codes::Business;
use crate::domain::communes;
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::state::State;
use crate::domain::submission::{Submission, missing, state_of};
use crate::i18n::Words;

/// The name, and what tells homonyms apart.
pub(super) fn name(file: &File, words: &Words) -> String {
    let person = &file.person.value;
    let birth = words.date(person.birth_date);
    words.filled(
        "document-person",
        [
            ("name", person.display_name().as_str()),
            ("birth", &birth),
            ("reference", person.reference.as_deref().unwrap_or("–")),
        ],
    )
}

/// Who somebody is and where they come from, for the commission.
pub(super) fn identity(sheet: &mut Sheet<'_>, file: &File, on: NaiveDate) {
    let person = &file.person.value;
    let words = sheet.words;
    sheet.part("document-who");
    sheet.field("document-name", &person.display_name());
    sheet.day("form-person-birth_date", Some(person.birth_date));
    sheet.field("form-person-reference", person.reference.as_deref().unwrap_or_default());
    let commune = person.commune.as_deref().map(|code| communes::by_code(code).map_or(code, |it| it.name));
    sheet.field("form-person-commune", commune.unwrap_or_default());
    sheet.field("form-person-qpv", person.qpv.as_deref().unwrap_or_default());
    let Some(enrolment) = State::of(file, on).period.enrolment.map(|it| &it.value) else { return };
    sheet.field("form-enrolment-lot", &enrolment.lot.map(|it| words.label(it)).unwrap_or_default());
    sheet.field("form-enrolment-public", &enrolment.public.map(|it| words.label(it)).unwrap_or_default());
    sheet.day("form-enrolment-referred_on", enrolment.referred_on);
    let kind = enrolment.prescriber_kind.map(|it| words.label(it)).unwrap_or_default();
    let prescriber = [&*kind, enrolment.prescriber.as_deref().unwrap_or_default()];
    sheet.field("form-enrolment-prescriber_kind", &joined(&prescriber));
    sheet.day("form-enrolment-received_on", enrolment.received_on);
    let criteria: Vec<_> = enrolment.criteria.iter().map(|it| words.label(*it)).collect();
    sheet.field("form-enrolment-criteria", &criteria.join(", "));
}

/// Where the pathway stands on the day of the session.
pub(super) fn pathway(sheet: &mut Sheet<'_>, file: &File, on: NaiveDate) {
    let state = State::of(file, on);
    let words = sheet.words;
    sheet.part("document-pathway");
    sheet.field("document-state", &words.label(state.pathway()));
    sheet.day("form-enrolment-enrolled_on", state.enrolled_on());
    let months = state.months_in_pathway().map(|it| words.months(it)).unwrap_or_default();
    sheet.field("document-months", &months);
    sheet.day("document-last-interview", state.last_interview().map(|it| it.value.date));
    sheet.day("document-last-justified", state.last_justified_interview().map(|it| it.value.date));
    sheet.day("document-last-step", state.last_step().map(|it| it.date));
}

/// What a submission still lacks, or that nothing does (R7-24).
pub(super) fn lacks(sheet: &mut Sheet<'_>, file: &File, submission: &Submission) {
    let found = missing(file, submission, &Pack::default().at(submission.session_on));
    sheet.part("document-lacks");
    if found.is_empty() {
        sheet.say("document-lacks-nothing");
    }
    for it in found {
        let words = sheet.words;
        sheet.item(&words.missing(it));
    }
    if submission.is_overridden() {
        let by = submission.override_by.as_deref().unwrap_or("–");
        let values = [("because", submission.override_because.as_str()), ("by", by)];
        let told = sheet.words.filled("document-overridden", values);
        sheet.paragraph(&told);
    }
}

/// The business in a few words: what is asked and how far the file is.
pub(super) fn asked(file: &File, submission: &Submission, words: &Words) -> String {
    let why = match submission.business {
        Business::Entry => None,
        Business::Review => submission.ground.map(|it| words.label(it)),
        Business::Exit => submission.exit_reason.map(|it| words.label(it)),
    };
    let state = state_of(file, submission, &Pack::default().at(submission.session_on));
    joined(&[&*words.label(submission.business), &why.unwrap_or_default(), &words.label(state)])
}

/// What is not empty, one after the other.
pub(super) fn joined(parts: &[&str]) -> String {
    let known: Vec<&str> = parts.iter().copied().filter(|it| !it.trim().is_empty()).collect();
    known.join(" · ")
}
