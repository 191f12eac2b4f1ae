//! The attendance sheet of a session (*feuille de présence*): the two co-chairs, then the composition of the
//! commission, each with who was there when that is noted, else with room for a name and a signature
//! (art. 7, R7-02).

use chrono::NaiveDate;

use super::sheet::Sheet;
use super::{Maker, blocks};
use crate::domain::office::{CommissionSession, Seat};
use crate::i18n::Words;

/// The whole document; `session` when it is noted at the station.
pub fn written(
    session_on: NaiveDate,
    session: Option<&CommissionSession>,
    maker: &Maker<'_>,
    words: &Words,
) -> String {
    let date = words.long_date(session_on);
    let mut sheet = Sheet::titled(&words.filled("document-attendance", [("date", date.as_str())]), words);
    list(&mut sheet, session, maker);
    sheet.signed(maker, session_on)
}

/// The place, the co-chairs, the members, who was excused, and what is not noted.
pub(super) fn list(sheet: &mut Sheet<'_>, session: Option<&CommissionSession>, maker: &Maker<'_>) {
    let words = sheet.words;
    if let Some(it) = session {
        let start = it.start.map(|it| words.time(it)).unwrap_or_default();
        let place = blocks::joined(&[&words.label(it.kind), &start, &it.place]);
        sheet.field("form-commission_session-kind", &place);
    }
    sheet.part("document-chairs");
    Seat::ALL.iter().filter(|it| it.is_chair()).for_each(|it| one(sheet, *it, session));
    sheet.part("document-members");
    Seat::ALL.iter().filter(|it| !it.is_chair()).for_each(|it| one(sheet, *it, session));
    let Some(it) = session else { return };
    sheet.gap();
    sheet.field("form-commission_session-excused", &it.excused);
    let lacks: Vec<_> = it.lacks(maker.today).into_iter().map(|it| words.label(it)).collect();
    if !lacks.is_empty() {
        let lacks = lacks.join(", ");
        let told = words.filled("document-attendance-lacks", [("lacks", lacks.as_str())]);
        sheet.gap();
        sheet.paragraph(&told);
    }
}

/// Who sat there for that, or a line to be filled in.
fn one(sheet: &mut Sheet<'_>, seat: Seat, session: Option<&CommissionSession>) {
    let title = sheet.words.label(seat).into_owned();
    let noted = session.map(|it| it.present(seat)).unwrap_or_default();
    sheet.gap();
    sheet.paragraph(&title);
    if noted.is_empty() {
        sheet.say("document-attendance-line");
    } else {
        let told = sheet.words.filled("document-attendance-noted", [("names", noted)]);
        sheet.paragraph(&told);
    }
}
