//! The minutes of a session (*procès-verbal*): who was there, then everything that was decided, by kind of business,
//! of everybody whom the station knows; at the centre that is every station (art. 7, R7-02, R7-04, R7-16).

use chrono::NaiveDate;

use super::sheet::Sheet;
use super::{Maker, attendance, blocks, on_the_agenda};
use crate::domain::codes::Business;
use crate::domain::decision::Decision;
use crate::domain::file::File;
use crate::domain::office::CommissionSession;
use crate::domain::state::State;
use crate::domain::submission::is_pending;
use crate::i18n::Words;

/// Somebody of whom the session decided, or had to.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// Whose file.
    pub file: &'a File,
    /// What was on the agenda.
    pub business: Business,
    /// What was decided; none when no decision is noted.
    pub decision: Option<&'a Decision>,
}

/// Everybody of whom the session decided, then whom it had on its agenda without any decision noted: by kind of
/// business, then by name.
pub fn heard<'a>(files: impl Iterator<Item = &'a File> + Clone, session_on: NaiveDate) -> Vec<Heard<'a>> {
    let decided = files.clone().flat_map(|file| {
        let of_day = file.decisions.iter().filter(move |it| it.value.session_on == session_on);
        of_day.map(move |it| Heard { file, business: it.value.business, decision: Some(&it.value) })
    });
    let undecided = on_the_agenda(files, session_on).into_iter().filter(|(file, it)| is_pending(file, it));
    let undecided = undecided.map(|(file, it)| Heard { file, business: it.business, decision: None });
    let mut heard: Vec<_> = decided.chain(undecided).collect();
    heard.sort_by_cached_key(|it| (it.business, it.file.person.value.display_name(), it.file.id));
    heard
}

/// The whole document; `session` when its attendance is noted.
pub fn written(
    heard: &[Heard<'_>],
    session_on: NaiveDate,
    session: Option<&CommissionSession>,
    maker: &Maker<'_>,
    words: &Words,
) -> String {
    let date = words.long_date(session_on);
    let mut sheet = Sheet::titled(&words.filled("document-minutes", [("date", date.as_str())]), words);
    attendance::list(&mut sheet, session, maker);
    let decided = heard.iter().filter(|it| it.decision.is_some()).count().to_string();
    let open = heard.iter().filter(|it| it.decision.is_none()).count().to_string();
    sheet.part("document-minutes-decisions");
    let counts = [("decided", decided.as_str()), ("open", &open)];
    sheet.paragraph(&words.filled("document-minutes-count", counts));
    for business in Business::ALL {
        let of_business: Vec<_> = heard.iter().filter(|it| it.business == *business).collect();
        if of_business.is_empty() {
            continue;
        }
        sheet.heading(&format!("{} ({})", words.label(*business), of_business.len()));
        of_business.into_iter().for_each(|it| one(&mut sheet, it, session_on));
    }
    sheet.gap();
    sheet.say("document-minutes-signatures");
    sheet.signed(maker, session_on)
}

fn one(sheet: &mut Sheet<'_>, it: &Heard<'_>, session_on: NaiveDate) {
    let words = sheet.words;
    let lot = State::of(it.file, session_on).period.enrolment.and_then(|it| it.value.lot);
    let lot = lot.map(|lot| words.label(lot)).unwrap_or_default();
    sheet.item(&blocks::joined(&[&blocks::name(it.file, words), &lot]));
    let Some(decision) = it.decision else {
        return sheet.hung("  ", &words.get("document-minutes-undecided"));
    };
    sheet.hung("  ", &ruled(decision, words));
    if !decision.reason.trim().is_empty() {
        sheet.hung("  ", decision.reason.trim());
    }
    let recommended = it.file.recommendations.iter().map(|it| &it.value);
    for told in recommended.filter(|told| told.session_on == session_on) {
        let due = told.due_on.map(|day| words.filled("commission-due", [("date", words.date(day).as_str())]));
        let due = due.unwrap_or_default();
        sheet.hung("  → ", &blocks::joined(&[&told.title, &due]));
    }
}

/// The decision and the days that it sets.
fn ruled(decision: &Decision, words: &Words) -> String {
    let day = |id: &str, day: Option<NaiveDate>| {
        day.map(|day| format!("{} {}", words.get(id), words.date(day))).unwrap_or_default()
    };
    let provisional = if decision.is_provisional { words.get("commission-provisional") } else { "".into() };
    blocks::joined(&[
        &words.label(decision.ruling),
        &provisional,
        &day("form-decision-suspended_until", decision.suspended_until),
        &day("form-decision-diagnosis_until", decision.diagnosis_until),
        &day("form-decision-review_on", decision.review_on),
        &decision.other_support,
    ])
}
