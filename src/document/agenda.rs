//! The order of the day of a session (*ordre du jour*): its files by kind of business, numbered, with how far each
//! is and what was decided (art. 7, R7-04, R7-22).

use chrono::NaiveDate;

use super::sheet::Sheet;
use super::{Maker, blocks};
use crate::domain::codes::Business;
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::submission::{Submission, decision_on, missing};
use crate::i18n::Words;

/// The whole document; `listed` as [`super::on_the_agenda`] gives it.
pub fn written(
    listed: &[(&File, &Submission)],
    session_on: NaiveDate,
    maker: &Maker<'_>,
    words: &Words,
) -> String {
    let date = words.long_date(session_on);
    let mut sheet = Sheet::titled(&words.filled("document-agenda", [("date", date.as_str())]), words);
    let count = listed.len().to_string();
    sheet.paragraph(&words.filled("document-agenda-count", [("count", count.as_str())]));
    let mut rank = 0;
    for (at, business) in Business::ALL.iter().enumerate() {
        let of_business: Vec<_> = listed.iter().filter(|(_, it)| it.business == *business).collect();
        let title = format!("{}. {} ({})", at + 1, words.label(*business), of_business.len());
        sheet.heading(&title);
        if of_business.is_empty() {
            sheet.say("document-agenda-none");
        }
        for (file, submission) in of_business {
            rank += 1;
            one(&mut sheet, rank, file, submission);
        }
    }
    sheet.signed(maker, session_on)
}

fn one(sheet: &mut Sheet<'_>, rank: usize, file: &File, submission: &Submission) {
    let words = sheet.words;
    sheet.hung(&format!("{rank:>2}. "), &blocks::name(file, words));
    sheet.hung("    ", &blocks::asked(file, submission, words));
    if let Some(decision) = decision_on(file, submission) {
        let ruling = words.label(decision.value.ruling);
        sheet.hung("    ", &words.filled("document-decided", [("ruling", &*ruling)]));
        return;
    }
    let lacks = missing(file, submission, &Pack::default().at(submission.session_on));
    if !lacks.is_empty() {
        let lacks: Vec<_> = lacks.into_iter().map(|it| words.missing(it)).collect();
        sheet.hung("    ", &words.filled("document-agenda-lacks", [("lacks", lacks.join(" · ").as_str())]));
    }
}
