//! What is wrong with a table, line by line: ids and arguments, words are in `import.ftl`.

use super::table::Table;

/// What a cell, a line or a file should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A file whose name tells the table.
    Table,
    /// A file with something in it.
    NotEmpty,
    /// A text file.
    Text,
    /// A CSV file rather than a workbook.
    Csv,
    /// A smaller file.
    SmallerFile {
        /// The most that is read, in mebibytes.
        limit_mib: usize,
    },
    /// A closing quote.
    ClosingQuote,
    /// This column, which the table cannot do without.
    Column,
    /// This column once only.
    ColumnOnce,
    /// As many cells as there are columns.
    Cells {
        /// How many columns.
        columns: usize,
        /// How many cells.
        cells: usize,
    },
    /// Something in this cell.
    Something,
    /// A date, `jj/mm/aaaa` or `aaaa-mm-jj`.
    Date,
    /// A date whose year has four digits.
    FourDigitYear,
    /// A day that exists.
    ExistingDay,
    /// A date between two years.
    LikelyYear {
        /// First year believed.
        from: i32,
        /// Last year believed.
        to: i32,
    },
    /// `oui` or `non`.
    YesNo,
    /// One of these codes.
    Code {
        /// The codes.
        allowed: Vec<&'static str>,
    },
    /// A whole number.
    Number {
        /// The least.
        min: u16,
        /// The most.
        max: u16,
    },
    /// Hours of work.
    Hours {
        /// The most hours.
        most: u32,
    },
    /// A time, `14:30` or `14h30`.
    Time,
    /// A commune: INSEE code, official name or accepted spelling.
    Commune,
    /// Five digits.
    PostalCode,
    /// `oui`, `non` or the code of a priority neighbourhood.
    Qpv,
    /// A date, or `refus`.
    Signature,
    /// A shorter cell.
    ShorterCell {
        /// The most characters.
        limit: usize,
    },
    /// Text without control characters.
    PlainText,
    /// A reference that no other line has.
    OnlyOnce {
        /// The other line.
        line: u64,
    },
    /// The reference of a person of this import or of the caseload.
    KnownPerson,
    /// The reference of a person whose own line is not refused.
    PersonTaken {
        /// That person's line.
        line: u64,
    },
    /// Something that the domain does not refuse.
    Possible {
        /// Code of the violation: messages `violation-<code>` and `violation-<code>-remedy`.
        violation: &'static str,
    },
    /// A day that does not come before that of another column.
    NotBefore {
        /// The other column.
        column: &'static str,
    },
}

impl Expected {
    /// The message that says what happened; what to do is under the same name with `-remedy`.
    pub fn message(&self) -> String {
        if let Self::Possible { violation } = self {
            format!("violation-{violation}")
        } else {
            format!("err-{}", self.id())
        }
    }

    /// Stable id: that of the message without `err-`, or the code of the violation.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Table => "import-table",
            Self::NotEmpty => "import-not-empty",
            Self::Text => "import-text",
            Self::Csv => "import-csv",
            Self::SmallerFile { .. } => "import-smaller-file",
            Self::ClosingQuote => "import-closing-quote",
            Self::Column => "import-column",
            Self::ColumnOnce => "import-column-once",
            Self::Cells { .. } => "import-cells",
            Self::Something => "import-something",
            Self::Date => "import-date",
            Self::FourDigitYear => "import-four-digit-year",
            Self::ExistingDay => "import-existing-day",
            Self::LikelyYear { .. } => "import-likely-year",
            Self::YesNo => "import-yes-no",
            Self::Code { .. } => "import-code",
            Self::Number { .. } => "import-number",
            Self::Hours { .. } => "import-hours",
            Self::Time => "import-time",
            Self::Commune => "import-commune",
            Self::PostalCode => "import-postal-code",
            Self::Qpv => "import-qpv",
            Self::Signature => "import-signature",
            Self::ShorterCell { .. } => "import-shorter-cell",
            Self::PlainText => "import-plain-text",
            Self::OnlyOnce { .. } => "import-only-once",
            Self::KnownPerson => "import-known-person",
            Self::PersonTaken { .. } => "import-person-taken",
            Self::Possible { violation } => violation,
            Self::NotBefore { .. } => "import-not-before",
        }
    }

    /// Every id but those of violations, for the test that holds the messages.
    pub const IDS: &'static [&'static str] = &[
        "import-table",
        "import-not-empty",
        "import-text",
        "import-csv",
        "import-smaller-file",
        "import-closing-quote",
        "import-column",
        "import-column-once",
        "import-cells",
        "import-something",
        "import-date",
        "import-four-digit-year",
        "import-existing-day",
        "import-likely-year",
        "import-yes-no",
        "import-code",
        "import-number",
        "import-hours",
        "import-time",
        "import-commune",
        "import-postal-code",
        "import-qpv",
        "import-signature",
        "import-shorter-cell",
        "import-plain-text",
        "import-only-once",
        "import-known-person",
        "import-person-taken",
        "import-not-before",
    ];

    /// Values of its messages. Never a person's.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SmallerFile { limit_mib } => vec![("limit", limit_mib.to_string())],
            Self::Cells { columns, cells } => {
                vec![("columns", columns.to_string()), ("cells", cells.to_string())]
            }
            Self::LikelyYear { from, to } => vec![("from", from.to_string()), ("to", to.to_string())],
            Self::Code { allowed } => vec![("allowed", allowed.join(", "))],
            Self::Hours { most } => vec![("max", most.to_string())],
            Self::Number { min, max } => vec![("min", min.to_string()), ("max", max.to_string())],
            Self::ShorterCell { limit } => vec![("limit", limit.to_string())],
            Self::OnlyOnce { line } | Self::PersonTaken { line } => vec![("other", line.to_string())],
            Self::NotBefore { column } => vec![("other", (*column).to_owned())],
            Self::Table
            | Self::NotEmpty
            | Self::Text
            | Self::Csv
            | Self::ClosingQuote
            | Self::Column
            | Self::ColumnOnce
            | Self::Something
            | Self::Date
            | Self::FourDigitYear
            | Self::ExistingDay
            | Self::YesNo
            | Self::Time
            | Self::Commune
            | Self::PostalCode
            | Self::Qpv
            | Self::Signature
            | Self::PlainText
            | Self::KnownPerson
            | Self::Possible { .. } => Vec::new(),
        }
    }

    /// Whether it leaves lines of the file unread.
    pub const fn is_of_whole_file(&self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::NotEmpty
                | Self::Text
                | Self::Csv
                | Self::SmallerFile { .. }
                | Self::ClosingQuote
                | Self::Column
                | Self::ColumnOnce
        )
    }

    /// Whether correcting another line settles this one: such refusals are counted rather than
    /// listed, or one wrong birth date would print forty lines.
    pub const fn is_consequence(&self) -> bool {
        matches!(self, Self::PersonTaken { .. })
    }
}

/// What a cell held. For the terminal of the user who gave the file, never for a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Found(pub String);

/// Most characters of a cell that are quoted: a forgotten quote makes one of megabytes.
const LONGEST_FOUND: usize = 80;

impl Found {
    /// The beginning of a cell, enough to find it.
    pub fn in_cell(cell: &str) -> Self {
        match cell.char_indices().nth(LONGEST_FOUND) {
            Some((end, _)) => Self(format!("{}…", &cell[..end])),
            None => Self(cell.to_owned()),
        }
    }
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Found([…])")
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Its table, once told.
    pub table: Option<Table>,
    /// Physical line, from 1; `None` when it is the whole file.
    pub line: Option<u64>,
    /// The column, by the name that Jalon gives it.
    pub column: Option<&'static str>,
    /// What was found.
    pub found: Found,
    /// What was expected.
    pub expected: Expected,
}

/// One thing that is unlikely, that the user must know of, and that was taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Physical line, from 1.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// Code of the doubt: messages `violation-<id>` and `violation-<id>-remedy`.
    pub id: &'static str,
}
