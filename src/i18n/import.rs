//! What an import found, in words: for the command line and for the screen alike.

use std::borrow::Cow;

use super::Words;
use crate::tabular::{
    DatesSeen, Format, Line, Origin, Reading, Refusal, SheetReport, Warning, column_letters,
};

/// Most characters of a cell in a preview.
const LONGEST_CELL: usize = 30;

/// Whether what stands in the cells is shown: it is somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// It is.
    Shown,
    /// It is not.
    Hidden,
}

impl Words {
    /// What is wrong and what to do about it.
    pub fn import_reason(&self, refusal: &Refusal) -> String {
        let args = refusal.expected.args();
        let mut args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // A column that is missing is named by its message.
        args.extend(refusal.column.map(|column| ("column", column)));
        self.with_remedy(&refusal.expected.message(), &args)
    }

    /// A refusal: where it stands, what was found, what was expected.
    pub fn import_refusal(&self, refusal: &Refusal, reading: &Reading, cells: Cells) -> String {
        let found = if cells == Cells::Hidden { "" } else { refusal.found.0.as_str() };
        let line = refusal.line.map(|line| line.to_string()).unwrap_or_default();
        let sheet = reading.sheets.get(refusal.sheet);
        let column = refusal.column.map(|column| self.column(column, refusal.place, sheet));
        let args = [
            ("sheet", sheet.map_or("", |sheet| sheet.name.as_str())),
            ("line", &line),
            ("column", column.as_deref().unwrap_or_default()),
            ("found", found),
            ("reason", &self.import_reason(refusal)),
        ];
        let id = match (refusal.line, &column, found.is_empty()) {
            (None, ..) => "import-at-file",
            (Some(_), None, _) => "import-at-line",
            (Some(_), Some(_), true) => "import-at-empty-cell",
            (Some(_), Some(_), false) => "import-at-cell",
        };
        self.filled(id, args)
    }

    /// Something unlikely, and where it stands.
    pub fn import_warning(&self, warning: &Warning, reading: &Reading) -> String {
        let sheet = reading.sheets.get(warning.sheet);
        let args = [
            ("sheet", sheet.map_or("", |sheet| sheet.name.as_str())),
            ("line", &warning.line.to_string()),
            ("column", &self.column(warning.column, warning.place, sheet)),
            ("reason", &self.with_remedy(&format!("violation-{}", warning.id), &[])),
        ];
        self.filled("import-at-empty-cell", args)
    }

    /// A line that is passed over, as the processing of the person, so named, is limited.
    pub fn import_passed_over(&self, line: u64, name: &str, sheet: Option<&SheetReport>) -> String {
        let sheet = sheet.map_or("", |sheet| sheet.name.as_str());
        self.filled("import-passed-over", [("sheet", sheet), ("line", &line.to_string()), ("name", name)])
    }

    /// How a sheet was understood: its table, its format, its dates. `None` when it was not.
    pub fn import_sheet(&self, sheet: &SheetReport) -> Option<String> {
        let mut parts = vec![self.format_of(sheet.format?).into_owned()];
        parts.extend(self.dates_of(sheet.dates).map(Cow::into_owned));
        parts.extend((sheet.origin == Origin::Kept).then(|| self.get("import-mapping-kept").into_owned()));
        let args = [
            ("sheet", sheet.name.as_str()),
            ("table", sheet.table?.name()),
            ("lines", &sheet.lines.to_string()),
            ("how", &parts.join(", ")),
        ];
        Some(self.filled("import-sheet", args))
    }

    /// What the user should know of how a sheet was understood: titles read as something else,
    /// titles left aside, lines above the header, dates that start with the month.
    pub fn import_notes(&self, sheet: &SheetReport) -> Vec<String> {
        let named = [("sheet", sheet.name.as_str())];
        let say =
            |id: &str, more: &[(&str, &str)]| self.filled(id, named.into_iter().chain(more.iter().copied()));
        let mut notes = Vec::new();
        if sheet.above > 0 {
            notes.push(say("import-above", &[("count", &sheet.above.to_string())]));
        }
        let renamed = |(title, column)| self.filled("import-renamed", [("title", title), ("column", column)]);
        let mapped: Vec<String> = sheet.renamed().map(renamed).collect();
        if !mapped.is_empty() {
            notes.push(say("import-mapped", &[("columns", &mapped.join(", "))]));
        }
        let titles: Vec<&str> = sheet.ignored.iter().map(|it| it.title.as_str()).collect();
        if !titles.is_empty() {
            notes.push(say("import-ignored", &[("columns", &titles.join(", "))]));
        }
        for (title, column) in sheet.ignored.iter().filter_map(|it| Some((it.title.as_str(), it.like?))) {
            notes.push(say("import-like", &[("title", title), ("column", column)]));
        }
        if sheet.dates.month_first > 0 {
            notes.push(say("import-month-first", &[("count", &sheet.dates.month_first.to_string())]));
        }
        notes
    }

    /// The columns that are read and where they stand; `None` when there is none.
    pub fn import_columns(&self, sheet: &SheetReport) -> Option<String> {
        let columns: Vec<String> =
            sheet.columns().map(|(column, place, _)| self.column(column, Some(place), Some(sheet))).collect();
        let args = [("sheet", sheet.name.as_str()), ("columns", &columns.join(", "))];
        (!columns.is_empty()).then(|| self.filled("import-columns", args))
    }

    /// A line as it stands, cut where it is long.
    pub fn import_line(&self, sheet: &SheetReport, line: &Line) -> String {
        let cells: Vec<String> =
            sheet.columns().map(|(_, place, _)| short(line.cell(place).trim(), LONGEST_CELL)).collect();
        let args = [
            ("sheet", sheet.name.as_str()),
            ("line", &line.number.to_string()),
            ("cells", &cells.join(" | ")),
        ];
        self.filled("import-line", args)
    }

    /// A column as the user finds it: its letter, its title, and its name here when it has another.
    fn column(&self, name: &str, place: Option<usize>, sheet: Option<&SheetReport>) -> String {
        let Some(place) = place else { return name.to_owned() };
        let title = sheet.and_then(|sheet| sheet.header.get(place)).map_or("", |title| title.trim());
        let letters = column_letters(place);
        let id = if title.eq_ignore_ascii_case(name) { "import-column" } else { "import-column-mapped" };
        self.filled(id, [("letter", letters.as_str()), ("title", title), ("column", name)])
    }

    fn format_of(&self, format: Format) -> Cow<'_, str> {
        let (encoding, separator) = match format {
            Format::Csv { encoding, separator } => (encoding, separator),
            Format::Xlsx => return self.get("import-format-xlsx"),
            Format::Ods => return self.get("import-format-ods"),
        };
        let separator = self.get(match separator {
            ';' => "import-separator-semicolon",
            ',' => "import-separator-comma",
            _ => "import-separator-tab",
        });
        let args = [("encoding", encoding.name()), ("separator", &separator)];
        Cow::Owned(self.filled("import-format-csv", args))
    }

    fn dates_of(&self, dates: DatesSeen) -> Option<Cow<'_, str>> {
        match (dates.day_first, dates.year_first) {
            (0, 0) => None,
            (_, 0) => Some(self.get("import-dates-day")),
            (0, _) => Some(self.get("import-dates-year")),
            (_, _) => Some(self.get("import-dates-both")),
        }
    }

    /// What happened, then what to do.
    fn with_remedy(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args = || args.iter().copied();
        format!("{} {}", self.filled(id, args()), self.filled(&format!("{id}-remedy"), args()))
    }
}

/// The first line of a text, up to so many characters.
fn short(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    let cut = line.char_indices().nth(most).map(|(at, _)| at);
    match cut {
        Some(at) => format!("{}…", &line[..at]),
        None if line.len() < text.len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
