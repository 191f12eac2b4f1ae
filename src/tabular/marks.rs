//! The mark that a refused line carries in its last column, `[7f3a-14] …`: which import refused it,
//! and where it stood. Once corrected, it is then never taken for a line that was right beside it.

/// Where a refused line comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The import that refused it.
    pub import: String,
    /// The line on which it stood.
    pub line: u64,
}

/// What a line says of an earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Corrected {
    /// It was not refused before, as far as it says.
    #[default]
    No,
    /// It was, and says where.
    Of(Mark),
    /// It was, but what said where is gone.
    Unmarked,
}

impl Mark {
    /// The mark at the start of a cell.
    pub fn read(cell: &str) -> Option<Self> {
        let (mark, _) = cell.trim_start().strip_prefix('[')?.split_once(']')?;
        let (import, line) = mark.split_once('-')?;
        let is_import =
            !import.is_empty() && import.len() <= 16 && import.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_import.then_some(Self { import: import.to_owned(), line: line.parse().ok()? })
    }

    /// The mark as a cell starts with it.
    pub fn written(&self) -> String {
        format!("[{}-{}]", self.import, self.line)
    }
}
