//! AL-20, the slow way: every date that matters is written out, and the first one that is due leads.

use chrono::NaiveDate;
use jalon::domain::codes::ExitReason;
use jalon::domain::esf::{EsfRecord, LabourStatus};
use jalon::domain::file::File;
use jalon::domain::state::State;

use super::naive::{Alert, Start, alert, days_after, months_after};

/// One thing that is missing: what starts its clock, its first day, how long it is announced.
type Missing = (Start, NaiveDate, u32);

pub fn fund(file: &File, state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let adhesion = state.period.adhesion?;
    let record = file.esf_records.iter().map(|it| &it.value).rfind(|it| it.entered_on <= on);
    let left_on = state.period.exited_on;
    if left_on.is_some_and(|day| day < file.begun_on) {
        return None;
    }
    let was_here = adhesion.date >= file.begun_on;
    let start = if was_here {
        ("adhesion", adhesion.id, adhesion.date)
    } else {
        ("takeover", file.person.id, file.begun_on)
    };
    let person = &file.person.value;
    let is_reachable =
        person.phone.is_some() || person.email.is_some() || record.is_some_and(|it| !it.relay.is_empty());
    let is_asked = was_here || record.is_some();
    let mut missing: Vec<Missing> = Vec::new();
    if (is_asked && !is_whole(file, record, on)) || !is_reachable {
        missing.push((start, days_after(start.2, 29), 15));
    }
    if let Some(day) = left_on.filter(|_| state.period.exit_reason != Some(ExitReason::Death)) {
        let exit = ("exit", adhesion.id, day);
        let seen = |it: Option<NaiveDate>| it.is_some_and(|seen| seen >= day && seen <= on);
        let has_exit = record.is_some_and(|it| it.exit_status.is_some() && seen(it.exit_seen_on));
        let has_later = record.is_some_and(|it| it.later_status.is_some() && seen(it.later_seen_on));
        if !has_exit {
            missing.push((exit, days_after(day, 29), 29));
        } else if !has_later {
            missing.push((exit, months_after(day, 6), 15));
        }
    }
    let first = missing.iter().min_by_key(|it| it.1)?;
    let announced = missing.iter().find_map(|it| alert("AL-20", it.0, it.1, it.2, on))?;
    let status = if first.1 <= on { "due" } else { announced.status };
    Some(Alert { status, start: first.0, due: first.1, ..announced })
}

fn is_whole(file: &File, record: Option<&EsfRecord>, on: NaiveDate) -> bool {
    let person = &file.person.value;
    let is_known = person.sex.is_some()
        && person.birth_place.is_some()
        && person.address.is_some()
        && person.postal_code.is_some()
        && person.commune.is_some();
    let Some(it) = record else { return false };
    let is_looking = it.status == Some(LabourStatus::Unemployed);
    is_known
        && it.status.is_some()
        && it.diploma.is_some()
        && it.disability.is_some()
        && it.housing.is_some()
        && it.parent_abroad.is_some()
        && it.third_country.is_some()
        && (!is_looking || it.months_looking.is_some())
        && it.signed_on.is_some_and(|day| day <= on)
}
