//! Tables that somebody imports.

use jalon::domain::check;
use jalon::domain::text::{Lines, first_unprintable};
use jalon::journal::payload::body_value;
use jalon::tabular::mapping::file;
use jalon::tabular::{Lookups, Reading, Sheet, Table, read, refused_lines};
use serde_json::Value;

use super::super::programme::day;
use super::super::workbook::{archive, ods_of, xlsx_of};
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
    check_files(&sheets, &lookups);
}

/// 0: the content of an ODS workbook. 1: the sheet of an XLSX one. 2: the parts of an XLSX one,
/// separated by U+001C: sheet, shared texts, styles, workbook. Otherwise a whole file.
pub fn workbook(input: &[u8]) {
    let (mode, rest) = mode(input);
    let text = String::from_utf8_lossy(rest);
    let bytes = match mode {
        0 => ods_of(&text),
        1 => xlsx_of(&text),
        2 => {
            let mut parts = text.split('\u{1C}').map(str::as_bytes);
            let whole = |text: &'static str| text.as_bytes();
            archive(&[
                ("[Content_Types].xml", whole("<Types/>")),
                ("_rels/.rels", whole(RELATIONS)),
                ("xl/_rels/workbook.xml.rels", whole(SHEET_RELATIONS)),
                ("xl/worksheets/sheet1.xml", parts.next().unwrap_or_default()),
                ("xl/sharedStrings.xml", parts.next().unwrap_or_default()),
                ("xl/styles.xml", parts.next().unwrap_or_default()),
                ("xl/workbook.xml", parts.next().unwrap_or(whole(WORKBOOK))),
            ])
        }
        _ => rest.to_vec(),
    };
    let knows_person = |_: &str| true;
    let lookups = Lookups::new(day("2026-11-22"), &knows_person);
    check_files(&[Sheet::new("reprise.xlsx", &bytes)], &lookups);
}

const RELATIONS: &str = concat!(
    "<Relationships><Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" Type=\"",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"
);
const SHEET_RELATIONS: &str = concat!(
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\"",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>"
);
const WORKBOOK: &str = concat!(
    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">",
    "<sheets><sheet name=\"personnes\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
);

/// A mapping that somebody wrote, or what is wrong with it; what is read applies to a sheet.
pub fn mapping(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let Ok(mapping) = file::read(text) else { return };
    let knows_person = |_: &str| true;
    let lookups = Lookups { mapping: Some(&mapping), ..Lookups::new(day("2026-11-22"), &knows_person) };
    let csv = b"reference;nom;prenom;date_naissance\nA1;Lef\xC3\xA8vre;Ma\xC3\xABlle;12/03/1985\n";
    check_files(&[Sheet::new("personnes.csv", csv)], &lookups);
}

/// Whatever the files are: texts may be shown, refused lines are lines, and the same bytes say the
/// same.
fn check_files(sheets: &[Sheet<'_>], lookups: &Lookups<'_>) {
    let reading = read(sheets, lookups);
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
    assert_eq!(keys(&reading), keys(&read(sheets, lookups)), "read twice, it says the same");
}

fn is_shown(value: &Value) -> bool {
    match value {
        Value::String(text) => first_unprintable(text, Lines::Many).is_none(),
        Value::Array(items) => items.iter().all(is_shown),
        Value::Object(members) => members.values().all(is_shown),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
