//! What an import found, in words.

use super::call::Call;
use super::import::Done;
use crate::i18n::Words;
use crate::tabular::{Reading, Refusal, SheetReport, Warning};

/// Every line to print: how each file was understood, everything that is wrong, and the count.
pub fn report(reading: &Reading, done: &Done, call: &Call) -> Vec<String> {
    let words = &call.words;
    let mut lines: Vec<String> = Vec::new();
    for sheet in &reading.sheets {
        lines.extend(understood(sheet, words));
        if !sheet.ignored.is_empty() {
            let columns = sheet.ignored.join(", ");
            lines.push(filled("import-ignored", &[("sheet", &sheet.name), ("columns", &columns)], words));
        }
    }
    let (consequences, causes): (Vec<_>, Vec<_>) =
        reading.refusals.iter().partition(|it| it.expected.is_consequence());
    lines.extend(causes.iter().map(|refusal| placed(refusal, reading, call)));
    if !consequences.is_empty() {
        lines.push(filled("import-consequences", &[("count", &consequences.len().to_string())], words));
    }
    lines.extend(reading.warnings.iter().map(|warning| warned(warning, reading, words)));
    if !done.left_aside.is_empty() {
        let files = done.left_aside.join(", ");
        lines.push(filled("import-left-aside", &[("files", &files)], words));
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

/// What is wrong and what to do about it.
pub fn reason(refusal: &Refusal, words: &Words) -> String {
    let args = refusal.expected.args();
    let mut args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // A column that is missing is named by its message, an unclear name by the file's.
    args.extend(refusal.column.map(|column| ("column", column)));
    both(&refusal.expected.message(), &args, words)
}

/// What happened, then what to do.
fn both(id: &str, args: &[(&str, &str)], words: &Words) -> String {
    format!("{} {}", filled(id, args, words), filled(&format!("{id}-remedy"), args, words))
}

fn understood(sheet: &SheetReport, words: &Words) -> Option<String> {
    let separator = match sheet.separator? {
        ';' => "import-separator-semicolon",
        ',' => "import-separator-comma",
        _ => "import-separator-tab",
    };
    let args = [
        ("sheet", sheet.name.as_str()),
        ("table", sheet.table?.name()),
        ("lines", &sheet.lines.to_string()),
        ("encoding", sheet.encoding?.name()),
        ("separator", &words.get(separator)),
    ];
    Some(filled("import-sheet", &args, words))
}

fn placed(refusal: &Refusal, reading: &Reading, call: &Call) -> String {
    let found = if call.no_names { "" } else { refusal.found.0.as_str() };
    let line = refusal.line.map(|line| line.to_string()).unwrap_or_default();
    let args = [
        ("sheet", name_of(reading, refusal.sheet)),
        ("line", &line),
        ("column", refusal.column.unwrap_or_default()),
        ("found", found),
        ("reason", &reason(refusal, &call.words)),
    ];
    let id = match (refusal.line, refusal.column, found.is_empty()) {
        (None, ..) => "import-at-file",
        (Some(_), None, _) => "import-at-line",
        (Some(_), Some(_), true) => "import-at-empty-cell",
        (Some(_), Some(_), false) => "import-at-cell",
    };
    filled(id, &args, &call.words)
}

fn warned(warning: &Warning, reading: &Reading, words: &Words) -> String {
    let args = [
        ("sheet", name_of(reading, warning.sheet)),
        ("line", &warning.line.to_string()),
        ("column", warning.column),
        ("reason", &both(&format!("violation-{}", warning.id), &[], words)),
    ];
    filled("import-at-empty-cell", &args, words)
}

fn name_of(reading: &Reading, sheet: usize) -> &str {
    reading.sheets.get(sheet).map_or("", |sheet| sheet.name.as_str())
}

fn filled(id: &str, values: &[(&str, &str)], words: &Words) -> String {
    words.filled(id, values.iter().copied())
}
