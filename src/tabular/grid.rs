//! From text to lines of cells: separators, quotes, and the physical line of each.

/// Separators that are recognised, the likeliest of a French spreadsheet first.
pub const SEPARATORS: [char; 3] = [';', '\t', ','];

/// One line of a table: where it starts in the file, and its cells as they stand there.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// Physical line of the file on which it starts, from 1.
    pub number: u64,
    /// The cells, quotes undone.
    pub cells: Vec<String>,
    /// Cells that cannot be taken as they stand, by their column from 0. A text file has none.
    pub flaws: Vec<(usize, Flaw)>,
}

/// Why a cell of a workbook cannot be taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A formula of which no result was kept.
    NotComputed,
    /// A merged cell covers it.
    Merged,
}

impl Line {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        let is_meant = |(_, flaw): &(usize, Flaw)| *flaw == Flaw::NotComputed;
        self.cells.iter().all(|cell| cell.trim().is_empty()) && !self.flaws.iter().any(is_meant)
    }

    /// The text of a cell, empty where the line is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({}, {} cells […])", self.number, self.cells.len())
    }
}

/// A quote is opened on this line and never closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnclosedQuote(pub u64);

/// The lines of a text, blank ones left out.
pub struct Lines<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    number: u64,
}

impl<'a> Lines<'a> {
    /// The lines of `text`, whose first is number `from`.
    pub fn new(text: &'a str, separator: char, from: u64) -> Self {
        Self { rest: text.chars().peekable(), separator, number: from }
    }

    /// The next character, every end of line as one `\n`.
    fn take(&mut self) -> Option<char> {
        let mut next = self.rest.next()?;
        if next == '\r' {
            self.rest.next_if_eq(&'\n');
            next = '\n';
        }
        if next == '\n' {
            self.number += 1;
        }
        Some(next)
    }

    /// Reads a cell, and says whether it is the last of its line.
    fn cell(&mut self) -> Result<(String, bool), UnclosedQuote> {
        let mut cell = String::new();
        if self.rest.next_if_eq(&'"').is_some() {
            let opened = self.number;
            loop {
                match self.take() {
                    Some('"') if self.rest.next_if_eq(&'"').is_some() => cell.push('"'),
                    Some('"') => break,
                    Some(other) => cell.push(other),
                    None => return Err(UnclosedQuote(opened)),
                }
            }
        }
        loop {
            match self.take() {
                None | Some('\n') => return Ok((cell, true)),
                Some(other) if other == self.separator => return Ok((cell, false)),
                Some(other) => cell.push(other),
            }
        }
    }

    fn line(&mut self) -> Result<Line, UnclosedQuote> {
        let mut line = Line { number: self.number, cells: Vec::new(), flaws: Vec::new() };
        loop {
            let (cell, last) = self.cell()?;
            line.cells.push(cell);
            if last {
                return Ok(line);
            }
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, UnclosedQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.rest.peek().is_some() {
            match self.line() {
                Ok(line) if line.is_blank() => {}
                read => return Some(read),
            }
        }
        None
    }
}

/// The separator of `text`, and the text and line number after a `sep=` line if there is one.
///
/// The one that gives the most columns that `is_known` wins, then the one that gives the most.
pub fn guess_separator(text: &str, is_known: impl Fn(&str) -> bool) -> (char, &str, u64) {
    // Excel writes and understands this line: it is the user's own word on the matter.
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut rest = rest.chars();
        if let Some(separator) = rest.next().filter(|it| SEPARATORS.contains(it)) {
            let after = rest.as_str().trim_start_matches(['\r', '\n']);
            return (separator, after, 2);
        }
    }
    let score = |separator| {
        let cells = match Lines::new(text, separator, 1).next() {
            Some(Ok(header)) => header.cells,
            // A quote of the header is never closed: its first line still tells the separator.
            Some(Err(_)) => text
                .trim_start()
                .lines()
                .next()
                .map_or_else(Vec::new, |line| line.split(separator).map(str::to_owned).collect()),
            None => Vec::new(),
        };
        (cells.iter().filter(|cell| is_known(cell)).count(), cells.len())
    };
    let mut best = (SEPARATORS[0], score(SEPARATORS[0]));
    for separator in &SEPARATORS[1..] {
        let score = score(*separator);
        if score > best.1 {
            best = (*separator, score);
        }
    }
    (best.0, text, 1)
}
