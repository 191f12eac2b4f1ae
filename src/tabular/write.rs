//! Lists written as CSV for a French spreadsheet: UTF-8 with its mark, `;`, one line per item.

use std::borrow::Cow;

use super::mapping::REASON_TITLE;
use super::marks::{Corrected, Mark};
use super::read::Reading;
use super::refusal::Refusal;

/// First characters that make a spreadsheet compute a cell, or run what is in it; some take the wide
/// ones for the same.
pub const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A list as the bytes of a CSV file. Cells that a spreadsheet would take for a formula get an
/// apostrophe first, which [`super::read()`] takes away again.
pub fn write_list<'a, R>(header: &[&str], rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item = &'a str>,
{
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    write_row(&mut bytes, header.iter().copied());
    for row in rows {
        write_row(&mut bytes, row);
    }
    bytes
}

/// The refused lines of one sheet, under its own header, as a file to correct and import again;
/// `None` when it has none. `reason` puts words to a refusal, for the last column.
pub fn refused_lines(
    reading: &Reading,
    sheet: usize,
    reason: impl Fn(&Refusal) -> String,
) -> Option<Vec<u8>> {
    let report = reading.sheets.get(sheet).filter(|report| !report.refused.is_empty())?;
    let is_kept = |place: &usize| Some(*place) != report.reason_place();
    let kept: Vec<usize> = (0..report.header.len()).filter(is_kept).collect();
    let cells = |cells: &'_ dyn Fn(usize) -> String, last: String| -> Vec<String> {
        kept.iter().map(|place| cells(*place)).chain([last]).collect()
    };
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    let titles = cells(&|place| report.header[place].clone(), REASON_TITLE.to_owned());
    write_row(&mut bytes, titles.iter().map(String::as_str));
    for line in &report.refused {
        let reasons = reading
            .refusals
            .iter()
            .filter(|refusal| refusal.sheet == sheet && refusal.line == Some(line.number))
            .map(&reason);
        let mark = match report.corrected(line) {
            Corrected::Of(mark) => mark,
            Corrected::No | Corrected::Unmarked => Mark { import: reading.mark.clone(), line: line.number },
        };
        let reasons: Vec<String> = std::iter::once(mark.written()).chain(reasons).collect();
        let line = cells(&|place| line.cell(place).to_owned(), reasons.join(" "));
        write_row(&mut bytes, line.iter().map(String::as_str));
    }
    Some(bytes)
}

fn write_row<'a>(bytes: &mut Vec<u8>, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            bytes.push(b';');
        }
        let cell = guard(cell);
        if cell.contains([';', '"', '\n', '\r']) || cell.starts_with('\u{feff}') {
            bytes.push(b'"');
            bytes.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            bytes.push(b'"');
        } else {
            bytes.extend_from_slice(cell.as_bytes());
        }
    }
    // Spreadsheets on every system expect the line ends of RFC 4180.
    bytes.extend_from_slice(b"\r\n");
}

/// A negative whole number stays a number: nothing can be computed from it but itself.
fn guard(cell: &str) -> Cow<'_, str> {
    let is_number = cell
        .strip_prefix('-')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    if cell.starts_with(FORMULA) && !is_number { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}
