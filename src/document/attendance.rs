//! The attendance sheet of a session (*feuille de présence*): the two co-chairs, then the composition of the
//! commission, each with room for a name and a signature (art. 7, R7-02).

use chrono::NaiveDate;

use super::Maker;
use super::sheet::Sheet;
use crate::domain::office::commission::Seat;
use crate::i18n::Words;

/// The whole document, to be signed at the session.
pub fn written(session_on: NaiveDate, maker: &Maker<'_>, words: &Words) -> String {
    let date = words.long_date(session_on);
    let mut sheet = Sheet::titled(&words.filled("document-attendance", [("date", date.as_str())]), words);
    sheet.part("document-chairs");
    Seat::ALL.iter().filter(|it| it.is_chair()).for_each(|it| one(&mut sheet, *it));
    sheet.part("document-members");
    Seat::ALL.iter().filter(|it| !it.is_chair()).for_each(|it| one(&mut sheet, *it));
    sheet.signed(maker, session_on)
}

fn one(sheet: &mut Sheet<'_>, seat: Seat) {
    let title = sheet.words.label(seat).into_owned();
    sheet.gap();
    sheet.paragraph(&title);
    sheet.say("document-attendance-line");
}
