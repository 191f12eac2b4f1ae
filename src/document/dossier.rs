//! The file of one person for the commission (*dossier d’instruction*): who, the pathway, the diagnosis or the four
//! blocks, what is missing, the reasoned opinion, and the boxes of the decision (art. 7, R7-06, R7-15, R7-23).

use super::sheet::Sheet;
use super::{Maker, blocks};
use crate::domain::codes::{Business, Ruling};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::file::File;
use crate::domain::submission::{Submission, adjournments};
use crate::i18n::Words;

/// The whole document.
pub fn written(file: &File, submission: &Submission, maker: &Maker<'_>, words: &Words) -> String {
    let date = words.date(submission.session_on);
    let business = words.label(submission.business);
    let title = words.filled("document-dossier", [("date", date.as_str()), ("business", &business)]);
    let mut sheet = Sheet::titled(&title, words);
    let adjourned = adjournments(file, submission.business);
    if adjourned > 0 {
        let count = adjourned.to_string();
        sheet.paragraph(&words.filled("document-adjourned", [("count", count.as_str())]));
    }
    blocks::identity(&mut sheet, file, submission.session_on);
    match submission.business {
        Business::Entry => entry(&mut sheet, file),
        Business::Review => {
            blocks::pathway(&mut sheet, file, submission.session_on);
            review(&mut sheet, submission);
        }
        Business::Exit => {
            blocks::pathway(&mut sheet, file, submission.session_on);
            exit(&mut sheet, submission);
        }
    }
    barriers(&mut sheet, file);
    blocks::lacks(&mut sheet, file, submission);
    opinion(&mut sheet, submission);
    decision(&mut sheet, submission.business);
    sheet.signed(maker, submission.session_on)
}

fn entry(sheet: &mut Sheet<'_>, file: &File) {
    sheet.part("document-diagnosis");
    let Some(diagnosis) = file.diagnoses.last().map(|it| &it.value) else {
        return sheet.say("document-no-diagnosis");
    };
    sheet.day("form-diagnosis-made_on", Some(diagnosis.made_on));
    conditions(sheet, diagnosis);
    for (id, text) in [
        ("form-diagnosis-obstacles", &diagnosis.obstacles),
        ("form-diagnosis-capacities", &diagnosis.capacities),
        ("form-diagnosis-realistic_steps", &diagnosis.realistic_steps),
        ("form-diagnosis-plan", &diagnosis.plan),
        ("form-diagnosis-first_step", &diagnosis.first_step),
    ] {
        sheet.told(id, text);
    }
    sheet.part("form-diagnosis-proposal");
    let proposal = diagnosis.proposal.map(|it| sheet.words.label(it).into_owned()).unwrap_or_default();
    sheet.field("form-diagnosis-proposal", &proposal);
    sheet.day("form-diagnosis-proposed_on", diagnosis.proposed_on);
    sheet.told("form-diagnosis-reasons", &diagnosis.reasons);
    if !diagnosis.other_support.is_empty() {
        sheet.told("form-diagnosis-other_support", &diagnosis.other_support);
    }
}

fn conditions(sheet: &mut Sheet<'_>, diagnosis: &Diagnosis) {
    for (id, answer, note) in [
        ("form-diagnosis-wants_work", diagnosis.wants_work, &diagnosis.wants_work_note),
        ("form-diagnosis-needs_support", diagnosis.needs_support, &diagnosis.needs_support_note),
        ("form-diagnosis-can_follow", diagnosis.can_follow, &diagnosis.can_follow_note),
    ] {
        let said = answer.map(|yes| sheet.words.get(if yes { "value-yes" } else { "value-no" }));
        let said = said.unwrap_or_default();
        sheet.field(id, &blocks::joined(&[&said, note.as_str()]));
    }
}

fn review(sheet: &mut Sheet<'_>, submission: &Submission) {
    sheet.part("document-review-blocks");
    let ground = submission.ground.map(|it| sheet.words.label(it).into_owned()).unwrap_or_default();
    sheet.field("form-submission-ground", &ground);
    sheet.day("form-submission-updated_on", submission.updated_on);
    sheet.told("form-submission-relation", &submission.relation);
    sheet.told("form-submission-difficulties", &submission.difficulties);
    sheet.told("form-submission-partners", &submission.partners);
}

fn exit(sheet: &mut Sheet<'_>, submission: &Submission) {
    sheet.part("document-exit");
    let reason = submission.exit_reason.map(|it| sheet.words.label(it).into_owned()).unwrap_or_default();
    sheet.field("form-submission-exit_reason", &reason);
    sheet.day("form-submission-exit_on", submission.exit_on);
}

/// Obstacles that are still in the way, the ones dealt with first before the others.
fn barriers(sheet: &mut Sheet<'_>, file: &File) {
    let mut open: Vec<_> = file.barriers.iter().map(|it| &it.value).filter(|it| it.state.is_open()).collect();
    open.sort_by_key(|it| !it.is_priority);
    if open.is_empty() {
        return;
    }
    sheet.part("document-barriers");
    for it in open {
        let (theme, state) = (sheet.words.label(it.theme), sheet.words.label(it.state));
        sheet.item(&blocks::joined(&[&theme, &it.situation, &state, &it.action]));
    }
}

fn opinion(sheet: &mut Sheet<'_>, submission: &Submission) {
    sheet.part("document-opinion");
    let opinion = submission.opinion.map(|it| sheet.words.label(it).into_owned()).unwrap_or_default();
    sheet.day("form-submission-prepared_on", submission.prepared_on);
    sheet.field("form-submission-verified_by", submission.verified_by.as_deref().unwrap_or_default());
    sheet.day("form-submission-verified_on", submission.verified_on);
    sheet.field("form-submission-opinion", &opinion);
    sheet.told("form-submission-opinion_text", &submission.opinion_text);
}

/// What the commission may decide of this business, to be ticked at the session.
fn decision(sheet: &mut Sheet<'_>, business: Business) {
    sheet.part("document-decision");
    for ruling in rulings(business) {
        let ruling = sheet.words.label(*ruling).into_owned();
        sheet.boxed(&ruling);
    }
    sheet.gap();
    sheet.say("document-decision-lines");
}

const fn rulings(business: Business) -> &'static [Ruling] {
    match business {
        Business::Entry => {
            &[Ruling::Admitted, Ruling::Refused, Ruling::ReinforcedDiagnosis, Ruling::Adjourned]
        }
        Business::Review => {
            &[Ruling::Suspended, Ruling::Resumed, Ruling::Continued, Ruling::Exited, Ruling::Adjourned]
        }
        Business::Exit => &[Ruling::Exited, Ruling::ExitRefused, Ruling::Adjourned],
    }
}
