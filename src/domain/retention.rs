//! How long a file may be kept (AL-23, domain.md §3.3): two years after the last contact with the person,
//! whatever became of them. It lists; a human erases.

use chrono::NaiveDate;

use super::codes::{ContactKind, Outcome};
use super::dates::{add_months, sub_days};
use super::file::File;
use super::parameters::{Pack, ParameterKey};

/// Until when a file may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Last day on which the person and the counsellor were in touch.
    pub last_contact: NaiveDate,
    /// First day on which the file is kept for too long.
    pub due: NaiveDate,
    /// Day from which it is announced.
    pub announced: NaiveDate,
}

/// Until when the file may be kept, with the thresholds in force on `on`. A letter or an attempt that
/// nobody answered is no contact, nor what is said to others about the person. A file without any
/// contact is counted from what opened it.
pub fn of(file: &File, pack: &Pack, on: NaiveDate) -> Retention {
    let held = file.interviews.iter().filter(|it| it.value.outcome == Outcome::Held);
    let held = held.map(|it| it.value.date);
    let reached = file.contacts.iter().filter(|it| match it.value.kind {
        ContactKind::Call | ContactKind::Email | ContactKind::Visit => true,
        ContactKind::Letter
        | ContactKind::Attempt
        | ContactKind::PrescriberInformed
        | ContactKind::Employer
        | ContactKind::Partner
        | ContactKind::RegisteredLetter => false,
    });
    let reached = reached.map(|it| it.value.date);
    let opened = file.enrolments.iter().flat_map(|it| {
        [it.value.referred_on, it.value.received_on, it.value.enrolled_on].into_iter().flatten()
    });
    let written = file.person.written_at.date_naive();
    let last_contact =
        held.chain(reached).chain(opened).filter(|day| *day <= on).max().unwrap_or_else(|| written.min(on));
    let months = pack.in_force(ParameterKey::Retention, on).value;
    let notice = pack.in_force(ParameterKey::RetentionNotice, on).value;
    let due = add_months(last_contact, months);
    Retention { last_contact, due, announced: sub_days(due, notice) }
}

/// Files that are, or soon will be, kept for too long on `on`, the first due first.
pub fn list<'a>(
    files: impl Iterator<Item = &'a File>,
    pack: &Pack,
    on: NaiveDate,
) -> Vec<(&'a File, Retention)> {
    let kept = files.map(|file| (file, of(file, pack, on)));
    let mut due: Vec<_> = kept.filter(|(_, retention)| retention.announced <= on).collect();
    due.sort_by_key(|(file, retention)| (retention.due, file.id));
    due
}
