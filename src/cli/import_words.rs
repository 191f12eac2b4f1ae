//! What an import found, in words.

use super::call::Call;
use super::import::Done;
use crate::i18n::Words;
use crate::i18n::import::Cells;
use crate::tabular::Reading;

/// Every line to print: how each file was understood, everything that is wrong, and the count.
pub fn report(reading: &Reading, done: &Done, call: &Call) -> Vec<String> {
    let words = &call.words;
    let cells = if call.no_names { Cells::Hidden } else { Cells::Shown };
    let mut lines: Vec<String> = Vec::new();
    for sheet in &reading.sheets {
        lines.extend(words.import_sheet(sheet));
        lines.extend(words.import_notes(sheet));
    }
    let (consequences, causes): (Vec<_>, Vec<_>) =
        reading.refusals.iter().partition(|it| it.expected.is_consequence());
    lines.extend(causes.iter().map(|refusal| words.import_refusal(refusal, reading, cells)));
    if !consequences.is_empty() {
        lines.push(filled("import-consequences", &[("count", &consequences.len().to_string())], words));
    }
    lines.extend(reading.warnings.iter().map(|warning| words.import_warning(warning, reading)));
    for sheet in &reading.left_aside {
        let id = if sheet.is_hidden { "import-hidden" } else { "import-no-table" };
        lines.push(filled(id, &[("sheet", &sheet.name)], words));
    }
    for path in &done.refused_files {
        lines.push(filled("import-refused-file", &[("path", &path.display().to_string())], words));
    }
    let refused: usize = reading.sheets.iter().map(|sheet| sheet.refused.len()).sum();
    let counts = [done.count.new, done.count.changed, done.count.unchanged, refused].map(|it| it.to_string());
    let [new, changed, unchanged, refused] = counts.each_ref().map(String::as_str);
    let counts = [("new", new), ("changed", changed), ("unchanged", unchanged), ("refused", refused)];
    let id = if done.is_done { "import-done" } else { "import-plan" };
    lines.push(filled(id, &counts, words));
    lines
}

fn filled(id: &str, values: &[(&str, &str)], words: &Words) -> String {
    words.filled(id, values.iter().copied())
}
