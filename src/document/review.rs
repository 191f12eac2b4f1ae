//! The file of a session (*dossier de séance*): of everybody on the agenda, the review of actions, the interview
//! records since the commission last decided, and the list of proofs (art. 9-3-5, R9.3.5-02).

use chrono::NaiveDate;

use super::sheet::Sheet;
use super::{Maker, blocks};
use crate::domain::evidence::Evidence;
use crate::domain::file::File;
use crate::domain::interview::Interview;
use crate::domain::step::Step;
use crate::domain::submission::Submission;
use crate::i18n::Words;

/// The whole document; `listed` as [`super::on_the_agenda`] gives it.
pub fn written(
    listed: &[(&File, &Submission)],
    session_on: NaiveDate,
    maker: &Maker<'_>,
    words: &Words,
) -> String {
    let date = words.long_date(session_on);
    let mut sheet = Sheet::titled(&words.filled("document-review", [("date", date.as_str())]), words);
    let count = listed.len().to_string();
    sheet.paragraph(&words.filled("document-agenda-count", [("count", count.as_str())]));
    for (rank, (file, submission)) in listed.iter().enumerate() {
        sheet.gap();
        sheet.line(&"=".repeat(super::sheet::COLUMNS));
        sheet.hung(&format!("{}. ", rank + 1), &blocks::name(file, words));
        sheet.hung("   ", &blocks::asked(file, submission, words));
        blocks::pathway(&mut sheet, file, session_on);
        steps(&mut sheet, file);
        interviews(&mut sheet, file, session_on);
        proofs(&mut sheet, file);
        blocks::lacks(&mut sheet, file, submission);
    }
    sheet.signed(maker, session_on)
}

fn steps(sheet: &mut Sheet<'_>, file: &File) {
    sheet.part("document-steps");
    if file.steps.is_empty() {
        sheet.say("document-steps-none");
    }
    for it in &file.steps {
        let told = step(&it.value, sheet.words);
        sheet.item(&told);
    }
}

fn step(it: &Step, words: &Words) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| words.date(day));
    let span = match (day(it.starts_on), day(it.ends_on)) {
        (Some(from), Some(to)) if from != to => format!("{from} – {to}"),
        (Some(only), _) | (None, Some(only)) => only,
        (None, None) => day(it.proposed_on).unwrap_or_default(),
    };
    let reviewed = day(it.partner_review_on);
    let reviewed = reviewed.map(|day| words.filled("document-partner-review", [("date", day.as_str())]));
    blocks::joined(&[
        &span,
        &words.label(it.category),
        &it.title,
        &words.label(it.status),
        it.partner.as_deref().unwrap_or_default(),
        &reviewed.unwrap_or_default(),
    ])
}

/// Interviews since the commission last decided before this session: what it has not seen yet.
fn interviews(sheet: &mut Sheet<'_>, file: &File, session_on: NaiveDate) {
    let decided = file.decisions.iter().map(|it| it.value.session_on).filter(|day| *day < session_on).max();
    let is_new = |it: &&Interview| decided.is_none_or(|decided| it.date > decided) && it.date <= session_on;
    let found: Vec<_> = file.interviews.iter().map(|it| &it.value).filter(is_new).collect();
    sheet.part("document-interviews");
    let since = decided.map(|day| sheet.words.date(day));
    if let Some(since) = since {
        let told = sheet.words.filled("document-interviews-since", [("date", since.as_str())]);
        sheet.paragraph(&told);
    }
    if found.is_empty() {
        sheet.say("document-interviews-none");
    }
    for it in found {
        interview(sheet, it);
    }
}

fn interview(sheet: &mut Sheet<'_>, it: &Interview) {
    let words = sheet.words;
    let lasted = it.duration_min.map(|minutes| words.duration(u32::from(minutes))).unwrap_or_default();
    let modality = it.modality.map(|it| words.label(it)).unwrap_or_default();
    let is_signed =
        it.participant_signature.signed_on().is_some() && it.counsellor_signature.signed_on().is_some();
    let signed = words.get(if is_signed { "document-signed" } else { "document-unsigned" });
    let is_held = it.outcome == crate::domain::codes::Outcome::Held;
    let head = blocks::joined(&[
        &words.date(it.date),
        &words.label(it.outcome),
        &modality,
        &lasted,
        if is_held { &signed } else { "" },
    ]);
    sheet.item(&head);
    if !it.record.trim().is_empty() {
        sheet.hung("  ", it.record.trim());
    }
}

fn proofs(sheet: &mut Sheet<'_>, file: &File) {
    sheet.part("document-proofs");
    if file.evidence.is_empty() {
        sheet.say("document-proofs-none");
    }
    for it in &file.evidence {
        let told = proof(&it.value, sheet.words);
        sheet.item(&told);
    }
}

fn proof(it: &Evidence, words: &Words) -> String {
    let day = |id: &str, day: Option<NaiveDate>| {
        day.map(|day| words.filled(id, [("date", words.date(day).as_str())])).unwrap_or_default()
    };
    let form = it.form.map(|it| words.label(it)).unwrap_or_default();
    let refused = it.refused_because.as_ref().map(|_| words.get("document-refused")).unwrap_or_default();
    blocks::joined(&[
        &words.label(it.kind),
        &day("document-dated", it.dated_on),
        &form,
        &day("document-received", it.received_on),
        &day("document-checked", it.checked_on),
        &refused,
    ])
}
