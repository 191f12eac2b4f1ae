//! Tables that somebody imports.

use jalon::domain::check;
use jalon::domain::text::{Lines, first_unprintable};
use jalon::journal::payload::body_value;
use jalon::tabular::{Lookups, Reading, Sheet, Table, read, refused_lines};
use serde_json::Value;

use super::super::programme::day;
use super::mode;

/// The table is said by the first byte, or by nothing; two sheets come separated by U+001C.
pub fn import_table(input: &[u8]) {
    let (mode, rest) = mode(input);
    let table = Table::ALL.get(usize::from(mode)).copied();
    let name = table.map_or("Suivi 2026", Table::name);
    let sheets: Vec<Sheet<'_>> = rest
        .split(|byte| *byte == 0x1C)
        .take(3)
        .enumerate()
        .map(|(at, bytes)| Sheet {
            table: table.filter(|_| at == 0),
            is_named: at == 0,
            ..Sheet::new(name, bytes)
        })
        .collect();
    let knows_person = |reference: &str| reference.len().is_multiple_of(2);
    let lookups = Lookups::new(day("2026-11-22"), &knows_person);
    let reading = read(&sheets, &lookups);
    for row in &reading.rows {
        assert!(is_shown(&body_value(&row.body)), "a text that may not be shown was taken");
        let _violations = check::body(&row.body, None, lookups.today);
    }
    for (at, report) in reading.sheets.iter().enumerate() {
        assert!(report.refused.len() <= report.lines);
        let file = refused_lines(&reading, at, |refusal| format!("{:?}", refusal.expected));
        assert_eq!(file.is_some(), !report.refused.is_empty());
    }
    let keys = |reading: &Reading| reading.rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&reading), keys(&read(&sheets, &lookups)), "read twice, it says the same");
}

fn is_shown(value: &Value) -> bool {
    match value {
        Value::String(text) => first_unprintable(text, Lines::Many).is_none(),
        Value::Array(items) => items.iter().all(is_shown),
        Value::Object(members) => members.values().all(is_shown),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
