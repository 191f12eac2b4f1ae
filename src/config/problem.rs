//! One thing that is wrong in a file that the user wrote.

use toml::Spanned;

/// A problem at a line. Words are in `ui.ftl` under `problem-<id>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// Stable id.
    pub id: &'static str,
    /// Values of the message.
    pub args: Vec<(&'static str, String)>,
}

/// Turns byte offsets of a text into lines.
#[derive(Clone, Copy)]
pub struct Lines<'a>(pub &'a str);

impl Lines<'_> {
    /// The line of this offset, from 1.
    pub fn at(self, offset: usize) -> usize {
        1 + self.0.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    /// A problem at the start of a spanned value.
    pub fn problem<T>(self, at: &Spanned<T>, id: &'static str, args: Vec<(&'static str, String)>) -> Problem {
        Problem { line: self.at(at.span().start), id, args }
    }

    /// A problem that the TOML parser found.
    pub fn syntax(self, error: &toml::de::Error) -> Problem {
        let line = self.at(error.span().map_or(0, |span| span.start));
        let detail = error.message().replace('\n', " ");
        Problem { line, id: "syntax", args: vec![("detail", detail)] }
    }
}

/// Puts problems in the order of their lines; on a line that is not TOML, nothing else is told.
pub fn keep_causes(problems: &mut Vec<Problem>) {
    let broken: Vec<usize> = problems.iter().filter(|it| it.id == "syntax").map(|it| it.line).collect();
    problems.retain(|it| it.id == "syntax" || !broken.contains(&it.line));
    problems.sort_by_key(|it| it.line);
}
