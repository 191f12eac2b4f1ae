//! `report qualite`: what to look at in the files on a day, person by person (R10-02).

use serde_json::json;

use super::call::{Call, Format};
use super::fail::message;
use super::{output, people};
use crate::domain::figures::rate;
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::quality::{Flaw, FlawKey, INCOMPLETE_LIMIT, flaws, is_complete};
use crate::domain::state::State;
use crate::journal::fold::Caseload;

/// Lists the flaws of everybody, and says how many records of the file active are incomplete.
pub fn run(caseload: &Caseload, call: &Call) {
    let pack = Pack::default();
    let (limited, others): (Vec<_>, Vec<_>) =
        caseload.files.values().partition(|file| people::is_limited(file, call));
    let mut found: Vec<(&File, Flaw)> = Vec::new();
    let (mut active, mut incomplete) = (0, 0);
    for file in others {
        found.extend(flaws(file, &pack, call.as_of).into_iter().map(|flaw| (file.as_ref(), flaw)));
        if State::of(file, call.as_of).is_in_file_active() {
            active += 1;
            incomplete += usize::from(!is_complete(file, call.as_of));
        }
    }
    let share = rate(incomplete, active);
    match call.format {
        Format::Json => {
            let count = |key: FlawKey| found.iter().filter(|(_, flaw)| flaw.key == key).count();
            let counts: serde_json::Map<_, _> =
                FlawKey::ALL.iter().map(|key| (key.code().to_owned(), json!(count(*key)))).collect();
            output::json(&json!({
                "report": "qualite", "as_of": call.as_of, "rules": ["R10-02"],
                "active": active, "incomplete": incomplete,
                "incomplete_share": share.map(|it| f64::from(it) / 100.0),
                "limit": f64::from(INCOMPLETE_LIMIT) / 100.0,
                "counts": counts,
                "flaws": found.iter().map(|(file, flaw)| one(file, flaw, call)).collect::<Vec<_>>(),
            }));
        }
        Format::Table | Format::Csv => {
            if call.format == Format::Table {
                let words = [
                    ("incomplete", incomplete.to_string()),
                    ("active", active.to_string()),
                    ("share", call.words.percent(share.unwrap_or(0))),
                    ("limit", call.words.percent(INCOMPLETE_LIMIT)),
                ];
                let is_over = share.is_some_and(|it| it > INCOMPLETE_LIMIT);
                let id = if is_over { "quality-incomplete-over" } else { "quality-incomplete" };
                output::line(&message(id, &words, &call.words));
            }
            table(&found, call);
        }
    }
    people::tell_left_out(limited.len(), call);
}

fn table(found: &[(&File, Flaw)], call: &Call) {
    if found.is_empty() && call.format == Format::Table {
        output::line(&call.words.get("quality-nothing"));
        return;
    }
    let header = ["out-name", "quality-column-flaw", "quality-column-field", "quality-column-on", "out-days"];
    let header = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let rows = found.iter().map(|(file, flaw)| {
        let cells = vec![
            people::shown_name(file, call),
            call.words.label(flaw.key).into_owned(),
            flaw.field.map_or_else(String::new, |field| call.words.field(field)),
            flaw.on.map_or_else(String::new, |on| call.date(on)),
            flaw.days.map_or_else(String::new, |days| days.to_string()),
        ];
        (Some(*file), cells)
    });
    people::rows(header, rows.collect(), call);
}

fn one(file: &File, flaw: &Flaw, call: &Call) -> serde_json::Value {
    let mut value = json!({
        "person": flaw.person, "ref": file.person.value.reference, "code": flaw.key.code(),
        "field": flaw.field, "on": flaw.on, "days": flaw.days,
    });
    if !call.no_names {
        value["name"] = json!(people::shown_name(file, call));
    }
    value
}
