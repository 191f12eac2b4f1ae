//! A document being written: titles, labelled values, paragraphs and lists, 80 columns wide, and the foot that
//! every document has: who made it, and the mention of the European fund (art. 12, R12-01).

use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr as _;

use super::Maker;
use crate::domain::fse;
use crate::domain::text::{Lines, cleaned};
use crate::i18n::Words;

/// Columns of a page.
pub(super) const COLUMNS: usize = 80;
/// Columns of a label before its value.
const LABEL: usize = 26;

/// A document being written.
pub(super) struct Sheet<'a> {
    text: String,
    pub(super) words: &'a Words,
}

impl<'a> Sheet<'a> {
    /// One that begins with this title.
    pub(super) fn titled(title: &str, words: &'a Words) -> Self {
        let mut sheet = Self { text: String::new(), words };
        sheet.line(&words.get("document-head"));
        sheet.text.push('\n');
        sheet.paragraph(&title.to_uppercase());
        sheet.line(&"=".repeat(COLUMNS));
        sheet
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// The title of a part, by its message.
    pub(super) fn part(&mut self, id: &str) {
        let title = self.words.get(id).into_owned();
        self.heading(&title);
    }

    /// The title of a part.
    pub(super) fn heading(&mut self, title: &str) {
        self.gap();
        let lines = wrapped(title, COLUMNS);
        let columns = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        lines.iter().for_each(|line| self.line(line));
        self.line(&"-".repeat(columns));
    }

    /// Text, cut between words.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.hung("", text);
    }

    /// A message as a paragraph.
    pub(super) fn say(&mut self, id: &str) {
        let text = self.words.get(id).into_owned();
        self.paragraph(&text);
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str) {
        self.hung("- ", text);
    }

    /// What somebody fills in by hand: a box and what it stands for.
    pub(super) fn boxed(&mut self, text: &str) {
        self.hung("[ ] ", text);
    }

    /// A label, by its message, and a value; nothing known is a dash, so that one sees that it was asked.
    pub(super) fn field(&mut self, id: &str, value: &str) {
        let label = self.words.filled("document-label", [("label", &*self.words.get(id))]);
        let value = if value.trim().is_empty() { "–" } else { value.trim() };
        let room = LABEL.saturating_sub(label.width()).max(1);
        self.hung(&format!("{label}{}", " ".repeat(room)), value);
    }

    /// A label and a day.
    pub(super) fn day(&mut self, id: &str, day: Option<NaiveDate>) {
        let day = day.map(|day| self.words.date(day)).unwrap_or_default();
        self.field(id, &day);
    }

    /// A title in the middle of a part, and a text of any length under it.
    pub(super) fn told(&mut self, id: &str, text: &str) {
        self.gap();
        let label = self.words.filled("document-label", [("label", &*self.words.get(id))]);
        self.line(&label);
        self.hung("  ", if text.trim().is_empty() { "–" } else { text.trim() });
    }

    /// Text after `start`; its other lines begin under its first word.
    pub(super) fn hung(&mut self, start: &str, text: &str) {
        let margin = start.width();
        let mut before = start.to_owned();
        for line in wrapped(text, COLUMNS.saturating_sub(margin)) {
            self.line(&format!("{before}{line}"));
            before = " ".repeat(margin);
        }
    }

    /// The document, ended with who made it and the mention of the fund of the year that it is about.
    pub(super) fn signed(mut self, maker: &Maker<'_>, about: NaiveDate) -> String {
        self.gap();
        self.line(&"-".repeat(COLUMNS));
        let made = self.words.filled(
            "document-made",
            [("date", self.words.date(maker.today).as_str()), ("name", maker.station)],
        );
        self.paragraph(&made);
        self.say("document-emblem");
        let mention = self.words.label(fse::programme_of(about)).into_owned();
        self.paragraph(&mention);
        cleaned(&self.text, Lines::Many).into_owned()
    }
}

/// The lines of a text cut between words. A word longer than a line stays whole: an address that is cut is
/// lost.
pub(super) fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim_end().lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > columns {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
