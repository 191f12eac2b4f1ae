//! Attempts to reach somebody who did not come: the absence, then a call, a letter, a registered letter.
//! The commission asks how the relation was kept or sought again (R7-15), and an exclusion rests on it.

use chrono::NaiveDate;

use super::codes::{ContactKind, Outcome};
use super::contact::Contact;
use super::file::Current;
use super::state::State;

/// What is tried, in order: each rung takes more than the one before.
const LADDER: [ContactKind; 3] = [ContactKind::Call, ContactKind::Letter, ContactKind::RegisteredLetter];

/// The time since somebody did not come, while nothing was heard of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence<'a> {
    /// Day of the first absence since the last interview held.
    pub since: NaiveDate,
    /// What was tried since, oldest first.
    pub attempts: Vec<&'a Current<Contact>>,
    /// What is to be tried next; `None` once everything was.
    pub next: Option<ContactKind>,
}

/// The silence that a person is in: none when they came since, when an appointment is taken, or when
/// nobody expects them.
pub fn silence<'a>(state: &State<'a>) -> Option<Silence<'a>> {
    if !state.is_followed() || state.next_appointment().is_some() {
        return None;
    }
    let last_held = state.last_interview().map(|it| it.value.date);
    let missed = |it: &&Current<_>| is_missed(it, last_held);
    let since = state.interviews().filter(missed).last()?.value.date;
    let on = state.on();
    let is_since =
        |it: &&Current<Contact>| (since..=on).contains(&it.value.date) && rung(it.value.kind).is_some();
    let attempts: Vec<_> = state.file.contacts.iter().filter(is_since).collect();
    let reached = attempts.iter().filter_map(|it| rung(it.value.kind)).max();
    let next = LADDER.get(reached.map_or(0, |rung| rung + 1)).copied();
    Some(Silence { since, attempts, next })
}

fn is_missed(it: &Current<super::interview::Interview>, last_held: Option<NaiveDate>) -> bool {
    it.value.outcome == Outcome::NoShow && last_held.is_none_or(|held| it.value.date > held)
}

/// Which rung of the ladder an event is on; `None` when it is no attempt to reach the person.
const fn rung(kind: ContactKind) -> Option<usize> {
    match kind {
        ContactKind::Call | ContactKind::Email | ContactKind::Attempt | ContactKind::Visit => Some(0),
        ContactKind::Letter => Some(1),
        ContactKind::RegisteredLetter => Some(2),
        ContactKind::PrescriberInformed | ContactKind::Employer | ContactKind::Partner => None,
    }
}
