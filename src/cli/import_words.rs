//! What an import found, in words.

use super::call::Call;
use super::import::Done;
use crate::i18n::Words;
use crate::i18n::import::Cells;
use crate::journal::fold::Caseload;
use crate::usecase::import::{Other, PassedOver, Preview, Twin};

/// Refusals that a mapping settles without touching the files. Their words serve the screen too, which has no
/// options: those of the command line are said once, after them.
const MAPPABLE: [&str; 4] =
    ["import-column", "import-column-like", "import-code-like", "import-date-not-number"];

/// Every line to print: how each file was understood, everything that is wrong, and the count.
pub fn report(done: &Done, caseload: &Caseload, call: &Call) -> Vec<String> {
    let words = &call.words;
    let Preview { reading, twins, passed_over, .. } = &done.preview;
    let cells = if call.no_names { Cells::Hidden } else { Cells::Shown };
    let mut lines: Vec<String> = Vec::new();
    for sheet in &reading.sheets {
        lines.extend(words.import_sheet(sheet));
        lines.extend(words.import_notes(sheet));
        if done.is_shown && cells == Cells::Shown {
            lines.extend(words.import_columns(sheet));
            lines.extend(sheet.first.iter().map(|line| words.import_line(sheet, line)));
        }
    }
    let (consequences, causes): (Vec<_>, Vec<_>) =
        reading.refusals.iter().partition(|it| it.expected.is_consequence());
    lines.extend(causes.iter().map(|refusal| words.import_refusal(refusal, reading, cells)));
    if causes.iter().any(|refusal| MAPPABLE.contains(&refusal.expected.id())) {
        lines.push(filled("import-by-mapping", &[], words));
    }
    if !consequences.is_empty() {
        lines.push(filled("import-consequences", &[("count", &consequences.len().to_string())], words));
    }
    lines.extend(reading.warnings.iter().map(|warning| words.import_warning(warning, reading)));
    lines.extend(twins.iter().map(|twin| twin_in_words(twin, done, caseload, call)));
    lines.extend(passed_over.iter().map(|it| passed_over_in_words(it, done, caseload, call)));
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

fn twin_in_words(twin: &Twin, done: &Done, caseload: &Caseload, call: &Call) -> String {
    let sheet = done.preview.reading.sheets.get(twin.sheet).map_or("", |sheet| sheet.name.as_str());
    let line = twin.line.to_string();
    let mut args = vec![("sheet", sheet), ("line", line.as_str()), ("reference", twin.reference.as_str())];
    let (id, other) = match &twin.other {
        Other::Line { line, .. } => ("import-twin-line", line.to_string()),
        Other::Known(person) => {
            let person = caseload.files.get(person).map(|file| &file.person.value);
            let name = person
                .filter(|_| !call.no_names)
                .map(|person| format!("{}, {}", person.display_name(), call.date(person.birth_date)));
            let reference = person.and_then(|person| person.reference.clone());
            ("import-twin-known", name.into_iter().chain(reference).collect::<Vec<_>>().join(", "))
        }
    };
    args.push(("other", &other));
    filled(id, &args, &call.words)
}

fn passed_over_in_words(it: &PassedOver, done: &Done, caseload: &Caseload, call: &Call) -> String {
    let file = caseload.files.get(&it.person).filter(|_| !call.no_names);
    let name = file.map_or_else(|| it.reference.clone(), |file| file.person.value.display_name());
    call.words.import_passed_over(it.line, &name, done.preview.reading.sheets.get(it.sheet))
}

fn filled(id: &str, values: &[(&str, &str)], words: &Words) -> String {
    words.filled(id, values.iter().copied())
}
