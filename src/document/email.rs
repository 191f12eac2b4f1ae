//! The e-mail that tells the prescriber what the commission decided of an entry (art. 7, R7-11). It names the person
//! by initials and reference only, and gives no reason: the prescriber knows whom they referred.

use chrono::NaiveDate;

use super::sheet::wrapped;
use crate::domain::codes::{PrescriberKind, Ruling};
use crate::domain::decision::Decision;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::{Current, File};
use crate::domain::fse;
use crate::domain::state::State;
use crate::i18n::Words;

/// Columns of a line of an e-mail.
const COLUMNS: usize = 72;

/// The entry that the prescriber is to be told of, and who referred the person; none when nobody did, or
/// when nothing was decided.
pub fn to_tell(file: &File, on: NaiveDate) -> Option<(&Decision, &Enrolment)> {
    let state = State::of(file, on);
    let decision = state.last_entry_ruling()?;
    let is_referred =
        |it: &&Current<Enrolment>| it.value.prescriber_kind.is_some_and(PrescriberKind::is_somebody);
    let enrolment = state.period.enrolment.filter(is_referred)?;
    Some((&decision.value, &enrolment.value))
}

/// The paragraphs, from the address to the mention of the fund; `by` is who sends it.
pub fn paragraphs(file: &File, on: NaiveDate, by: &str, words: &Words) -> Option<Vec<String>> {
    let (decision, enrolment) = to_tell(file, on)?;
    let date = words.date(decision.session_on);
    let person = match &file.person.value.reference {
        Some(reference) => format!("{} ({reference})", file.person.value.initials()),
        None => file.person.value.initials(),
    };
    let kind = enrolment.prescriber_kind.map(|it| words.label(it).into_owned()).unwrap_or_default();
    let to = enrolment.prescriber.clone().unwrap_or(kind);
    let ruling = words.label(decision.ruling);
    let mut paragraphs = vec![
        words.filled("mail-to", [("to", to.as_str())]),
        words.filled("mail-subject", [("date", date.as_str())]),
        words.filled("mail-told", [("person", person.as_str()), ("date", &date), ("ruling", &ruling)]),
    ];
    match decision.ruling {
        Ruling::Refused if !decision.other_support.is_empty() => {
            paragraphs.push(words.filled("mail-other", [("support", decision.other_support.as_str())]));
        }
        Ruling::ReinforcedDiagnosis => {
            let until = decision.diagnosis_until.map(|day| words.date(day));
            paragraphs.extend(until.map(|day| words.filled("mail-until", [("date", day.as_str())])));
        }
        Ruling::Admitted
        | Ruling::Refused
        | Ruling::Adjourned
        | Ruling::Suspended
        | Ruling::Resumed
        | Ruling::Continued
        | Ruling::Exited
        | Ruling::ExitRefused => {}
    }
    if decision.is_provisional {
        paragraphs.push(words.get("mail-provisional").into_owned());
    }
    paragraphs.push(words.filled("mail-end", [("name", by)]));
    paragraphs.push(words.label(fse::programme_of(decision.session_on)).into_owned());
    Some(paragraphs)
}

/// The same as a text to be pasted; none when there is nothing to tell anybody.
pub fn written(file: &File, on: NaiveDate, by: &str, words: &Words) -> Option<String> {
    let paragraphs = paragraphs(file, on, by, words)?;
    let told = paragraphs.iter().map(|it| format!("{}\n", wrapped(it, COLUMNS).join("\n")));
    Some(told.collect::<Vec<_>>().join("\n"))
}
