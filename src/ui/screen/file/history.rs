//! The history page: every version of everything, who, when, and old → new field by field.
//!
//! Words are put once, when the versions arrive or the language changes; drawing shows a slice.

use std::collections::{BTreeSet, HashMap};

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::fields::{self, Change};
use super::list::{self, Row};
use crate::clock;
use crate::domain::file::EntryId;
use crate::i18n::Words;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::{Hand, Version};

/// One line of the page.
struct Told {
    text: String,
    role: Role,
}

/// The versions of a file, and the lines that tell them.
pub(in crate::ui::screen) struct History {
    versions: Vec<Version>,
    lines: Vec<Told>,
}

impl History {
    /// The page of these versions, newest first.
    pub(in crate::ui::screen) fn new(versions: Vec<Version>, words: &Words) -> Self {
        let mut history = Self { versions, lines: Vec::new() };
        history.tell(words);
        history
    }

    /// How many lines there are.
    pub(in crate::ui::screen) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Puts words to every version.
    pub(in crate::ui::screen) fn tell(&mut self, words: &Words) {
        let by_entry: HashMap<EntryId, &Version> = self.versions.iter().map(|it| (it.entry, it)).collect();
        let undone = undone(&self.versions);
        let hands: BTreeSet<&Hand> = self.versions.iter().map(|it| &it.by).collect();
        let names_station = hands.len() > 1;
        let mut lines = Vec::new();
        for version in &self.versions {
            let before =
                version.replaces.and_then(|entry| by_entry.get(&entry)).and_then(|it| it.body.as_ref());
            lines.push(header(version, undone.contains(&version.entry), names_station, words));
            if let Some(after) = &version.body {
                let changes = fields::changes(before, after, words);
                lines.extend(changes.iter().map(|change| told(change, &version.kind, words)));
            }
        }
        self.lines = lines;
    }
}

/// The versions that were taken back, and not done again since.
fn undone(versions: &[Version]) -> BTreeSet<EntryId> {
    let mut undone = BTreeSet::new();
    // Newest first: an undoing that was itself undone counts for nothing.
    for version in versions {
        if let Some(target) = version.undoes.filter(|_| !undone.contains(&version.entry)) {
            undone.insert(target);
        }
    }
    undone
}

/// When, what, its number, and from which station where there are several; and whether it was
/// taken back.
fn header(version: &Version, is_undone: bool, names_station: bool, words: &Words) -> Told {
    let mut args = FluentArgs::new();
    let at = clock::local(version.at);
    args.set("date", words.date(at.date()));
    args.set("time", words.time(at.time()));
    let by = match &version.by {
        Hand::Station(name) => name.clone(),
        Hand::Team => words.get("history-team").into_owned(),
    };
    args.set("station", if names_station { by } else { "none".to_owned() });
    args.set("number", version.entry.sequence.to_string());
    let called = version.body.as_ref().map_or(version.kind.as_str(), |body| body.called());
    let kind = format!("act-{called}");
    let kind = if words.has(&kind) { kind } else { "act-other".to_owned() };
    args.set("what", words.get(&kind).into_owned());
    let verb = match (&version.body, version.undoes, version.replaces) {
        (None, _, _) => "history-withdrawn",
        (Some(_), Some(_), _) => "history-restored",
        (Some(_), None, None) => "history-created",
        (Some(_), None, Some(_)) => "history-changed",
    };
    args.set("verb", words.get(verb).into_owned());
    let mark = if is_undone { format!(" — {}", words.get("history-undone")) } else { String::new() };
    let text = format!("{}{mark}", words.with("history-version", &args));
    Told { text, role: if is_undone { Role::Closed } else { Role::Title } }
}

/// "durée : 45 min → 1 h".
fn told(change: &Change, kind: &str, words: &Words) -> Told {
    let one_line = |text: &String| text.replace('\n', " ⏎ ");
    let after = change.after.as_ref().map(one_line);
    let mut args = FluentArgs::new();
    args.set("field", words.get(&format!("form-{kind}-{}", change.field)).into_owned());
    args.set("after", after.unwrap_or_else(|| words.get("history-nothing").into_owned()));
    let id = match &change.before {
        Some(before) => {
            args.set("before", one_line(before));
            "history-field-changed"
        }
        None => "history-field",
    };
    Told { text: format!("    {}", words.with(id, &args)), role: Role::Text }
}

/// Draws the page; before the versions have come, says that they are on their way.
pub(in crate::ui::screen) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    history: Option<&History>,
    window: Window,
    cx: &Cx<'_>,
) {
    let Some(history) = history else { return list::empty(frame, area, "history-reading", cx) };
    list::draw(frame, area, history.lines.len(), window, cx, |rank| {
        let line = &history.lines[rank];
        Row { text: line.text.clone(), role: line.role }
    });
}
