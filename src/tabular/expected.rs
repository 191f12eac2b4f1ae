//! What a cell, a line or a file should have been: ids and arguments, words are in `import.ftl`.

/// What a cell, a line or a file should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A file whose name tells the table.
    Table,
    /// A file with something in it.
    NotEmpty,
    /// A text file.
    Text,
    /// A CSV file, or an XLSX or ODS workbook.
    Workbook,
    /// A workbook of a newer kind than the one found (`.xls`, `.xlsb`).
    NewerWorkbook,
    /// A file that asks for no password.
    Unlocked,
    /// A file that was neither cut nor damaged.
    Whole,
    /// A workbook that defines nothing of its own in its parts.
    NoDefinitions,
    /// A table rather than a web page.
    NotAPage,
    /// A smaller file.
    SmallerFile {
        /// The most that is read, in mebibytes.
        limit_mib: usize,
    },
    /// A workbook that holds less.
    SmallerWorkbook {
        /// The most that is read of it once inflated, in mebibytes.
        limit_mib: usize,
    },
    /// A cell of a workbook that holds less.
    SmallerCell {
        /// The most, in mebibytes.
        limit_mib: usize,
    },
    /// A closing quote.
    ClosingQuote,
    /// This column, which the table cannot do without.
    Column {
        /// A title that is like it.
        like: Option<String>,
    },
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
    /// A formula whose result the spreadsheet has kept.
    Computed,
    /// A value rather than the error of a formula.
    NoFormulaError,
    /// A cell of its own rather than one that a merged cell covers.
    NotMerged,
    /// A date, `jj/mm/aaaa` or `aaaa-mm-jj`.
    Date,
    /// A date without a time.
    DateAlone,
    /// A date rather than its number in a spreadsheet.
    DateNotNumber,
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
        /// The one that the cell is like.
        like: Option<&'static str>,
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
    /// A period of adhesion of a person of whom no other one is refused.
    PeriodTaken {
        /// The other one's line.
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
        match self {
            Self::Possible { violation } => format!("violation-{violation}"),
            Self::Column { like: Some(_) } | Self::Code { like: Some(_), .. } => {
                format!("err-{}-like", self.id())
            }
            _ => format!("err-{}", self.id()),
        }
    }

    /// Stable id: that of the message without `err-`, or the code of the violation.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Table => "import-table",
            Self::NotEmpty => "import-not-empty",
            Self::Text => "import-text",
            Self::Workbook => "import-workbook",
            Self::NewerWorkbook => "import-newer-workbook",
            Self::Unlocked => "import-unlocked",
            Self::Whole => "import-whole",
            Self::NoDefinitions => "import-no-definitions",
            Self::NotAPage => "import-not-a-page",
            Self::SmallerFile { .. } => "import-smaller-file",
            Self::SmallerWorkbook { .. } => "import-smaller-workbook",
            Self::SmallerCell { .. } => "import-smaller-cell",
            Self::ClosingQuote => "import-closing-quote",
            Self::Column { .. } => "import-column",
            Self::ColumnOnce => "import-column-once",
            Self::Cells { .. } => "import-cells",
            Self::Something => "import-something",
            Self::Computed => "import-computed",
            Self::NoFormulaError => "import-no-formula-error",
            Self::NotMerged => "import-not-merged",
            Self::Date => "import-date",
            Self::DateAlone => "import-date-alone",
            Self::DateNotNumber => "import-date-not-number",
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
            Self::PeriodTaken { .. } => "import-period-taken",
            Self::Possible { violation } => violation,
            Self::NotBefore { .. } => "import-not-before",
        }
    }

    /// Every id but those of violations, for the test that holds the messages.
    pub const IDS: &'static [&'static str] = &[
        "import-table",
        "import-not-empty",
        "import-text",
        "import-workbook",
        "import-newer-workbook",
        "import-unlocked",
        "import-whole",
        "import-no-definitions",
        "import-not-a-page",
        "import-smaller-workbook",
        "import-smaller-cell",
        "import-smaller-file",
        "import-closing-quote",
        "import-column",
        "import-column-like",
        "import-column-once",
        "import-cells",
        "import-something",
        "import-computed",
        "import-no-formula-error",
        "import-not-merged",
        "import-date",
        "import-date-alone",
        "import-date-not-number",
        "import-four-digit-year",
        "import-existing-day",
        "import-likely-year",
        "import-yes-no",
        "import-code",
        "import-code-like",
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
        "import-period-taken",
        "import-not-before",
    ];

    /// Values of its messages. Never a person's.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SmallerFile { limit_mib }
            | Self::SmallerWorkbook { limit_mib }
            | Self::SmallerCell { limit_mib } => vec![("limit", limit_mib.to_string())],
            Self::Cells { columns, cells } => {
                vec![("columns", columns.to_string()), ("cells", cells.to_string())]
            }
            Self::LikelyYear { from, to } => vec![("from", from.to_string()), ("to", to.to_string())],
            Self::Code { allowed, like } => {
                vec![("allowed", allowed.join(", ")), ("like", like.unwrap_or_default().to_owned())]
            }
            Self::Column { like } => vec![("like", like.clone().unwrap_or_default())],
            Self::Hours { most } => vec![("max", most.to_string())],
            Self::Number { min, max } => vec![("min", min.to_string()), ("max", max.to_string())],
            Self::ShorterCell { limit } => vec![("limit", limit.to_string())],
            Self::OnlyOnce { line } | Self::PersonTaken { line } | Self::PeriodTaken { line } => {
                vec![("other", line.to_string())]
            }
            Self::NotBefore { column } => vec![("other", (*column).to_owned())],
            Self::Table
            | Self::NotEmpty
            | Self::Text
            | Self::Workbook
            | Self::NewerWorkbook
            | Self::Unlocked
            | Self::Whole
            | Self::NoDefinitions
            | Self::NotAPage
            | Self::ClosingQuote
            | Self::ColumnOnce
            | Self::Something
            | Self::Computed
            | Self::NoFormulaError
            | Self::NotMerged
            | Self::Date
            | Self::DateAlone
            | Self::DateNotNumber
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
                | Self::Workbook
                | Self::NewerWorkbook
                | Self::Unlocked
                | Self::Whole
                | Self::NoDefinitions
                | Self::NotAPage
                | Self::SmallerFile { .. }
                | Self::SmallerWorkbook { .. }
                | Self::SmallerCell { .. }
                | Self::ClosingQuote
                | Self::Column { .. }
                | Self::ColumnOnce
        )
    }

    /// Whether correcting another line settles this one: such refusals are counted rather than
    /// listed, or one wrong birth date would print forty lines.
    pub const fn is_consequence(&self) -> bool {
        matches!(self, Self::PersonTaken { .. } | Self::PeriodTaken { .. })
    }
}
