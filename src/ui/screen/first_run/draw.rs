//! The first run, drawn: a question, what it is for, the answer.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use secrecy::ExposeSecret as _;

use super::FirstRun;
use super::answers::{Question, read_lots};
use crate::domain::codes::StationRole;
use crate::ui::action::Scope;
use crate::ui::cx::Cx;
use crate::ui::screen::unlock::in_words;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::keys;

/// Widest page, in columns.
const COLUMNS: u16 = 74;
/// Words on a row of the proposed passphrase.
const WORDS_A_ROW: usize = 4;
/// Columns of one of those words.
const WORD_COLUMNS: usize = 16;

impl FirstRun {
    /// Draws the page of the question.
    pub(super) fn draw_page(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let left = body.width.saturating_sub(COLUMNS) / 2;
        let area = Rect {
            x: body.x + left,
            y: body.y + 1,
            width: COLUMNS.min(body.width),
            height: body.height.saturating_sub(1),
        };
        let id = self.question.id();
        let mut lines = vec![
            Line::styled(self.progress(cx), cx.theme.style(Role::TextDim)),
            Line::styled(cx.words.get(&format!("first-{id}")).into_owned(), cx.theme.style(Role::Title)),
            Line::default(),
        ];
        said(&cx.words.get(&format!("first-{id}-said")), Role::Text, area, &mut lines, cx);
        lines.push(Line::default());
        let field = u16::try_from(lines.len()).unwrap_or(0);
        self.answer(area, &mut lines, cx);
        if let Some(failure) = &self.failure {
            let (what, remedy) = in_words(failure, cx);
            lines.push(Line::default());
            said(&what, Role::Danger, area, &mut lines, cx);
            said(&remedy, Role::Text, area, &mut lines, cx);
        }
        frame.render_widget(Paragraph::new(lines), area);
        self.draw_field(frame, area, field, cx);
    }

    fn draw_field(&self, frame: &mut Frame<'_>, area: Rect, row: u16, cx: &Cx<'_>) {
        if row >= area.height {
            return;
        }
        let field = Rect { y: area.y + row, height: 1, ..area };
        match self.question {
            Question::Name | Question::Lots => {
                self.text.draw(frame, field, cx.theme.style(Role::FieldFocus), true);
            }
            // The cursor never moves: the length of what is typed is nobody's business.
            Question::Proof | Question::Own | Question::OwnAgain => {
                frame.set_cursor_position(Position::new(field.x, field.y));
            }
            Question::Language | Question::Role | Question::Kind | Question::Words | Question::Summary => {}
        }
    }

    fn progress(&self, cx: &Cx<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("rank", self.question.rank());
        cx.words.with("first-progress", &args).into_owned()
    }

    fn answer(&self, area: Rect, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
        let word = |id: &str| cx.words.get(id).into_owned();
        match self.question {
            Question::Language => {}
            Question::Name => lines.push(Line::default()),
            Question::Role => {
                let roles = StationRole::ALL
                    .iter()
                    .map(|role| (*role == self.answers.role, cx.words.label(*role).into_owned()));
                choices(roles, lines, cx);
            }
            Question::Lots => {
                lines.push(Line::default());
                let lots = read_lots(&self.text.text()).unwrap_or_default();
                let labels: Vec<_> = lots.iter().map(|lot| cx.words.label(*lot)).collect();
                lines.push(Line::styled(labels.join(", "), cx.theme.style(Role::Accent)));
            }
            Question::Kind => {
                let is_own = self.answers.is_own;
                let kinds = [(!is_own, word("first-kind-words")), (is_own, word("first-kind-own"))];
                choices(kinds.into_iter(), lines, cx);
            }
            Question::Words => self.words(lines, cx),
            Question::Proof | Question::Own | Question::OwnAgain => {
                let id = if self.secret.is_empty() { "first-secret-empty" } else { "unlock-typing" };
                lines.push(Line::styled(word(id), cx.theme.style(Role::TextDim)));
            }
            Question::Summary => self.summary(area, lines, cx),
        }
    }

    /// The eight words, numbered, four a row.
    fn words(&self, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
        let Some(words) = &self.answers.passphrase else { return };
        let words: Vec<&str> = words.expose_secret().split(' ').collect();
        for (row, four) in words.chunks(WORDS_A_ROW).enumerate() {
            let spans = four.iter().enumerate().map(|(rank, word)| {
                let number = row * WORDS_A_ROW + rank + 1;
                Span::styled(
                    format!("{:<WORD_COLUMNS$}", format!("{number}. {word}")),
                    cx.theme.style(Role::Accent),
                )
            });
            lines.push(Line::from(spans.collect::<Vec<_>>()));
            lines.push(Line::default());
        }
    }

    fn summary(&self, area: Rect, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
        if self.is_making {
            return said(&cx.words.get("first-making"), Role::Accent, area, lines, cx);
        }
        let lots: Vec<_> = self.answers.lots.iter().map(|lot| cx.words.label(*lot)).collect();
        let mut args = keys::keys_of(&[Scope::Caseload, Scope::List], cx);
        args.set("name", self.answers.name.clone());
        args.set("role", cx.words.label(self.answers.role).into_owned());
        args.set("lots", if lots.is_empty() { "–".to_owned() } else { lots.join(", ") });
        args.set("place", self.place.clone());
        said(&cx.words.with("first-summary-is", &args), Role::Text, area, lines, cx);
    }
}

fn said(text: &str, role: Role, area: Rect, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
    for paragraph in text.split('\n') {
        let wrapped = wrap(paragraph, usize::from(area.width));
        if wrapped.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(wrapped.into_iter().map(|line| Line::styled(line, cx.theme.style(role))));
    }
}

/// Choices, numbered; the chosen one is marked.
fn choices(choices: impl Iterator<Item = (bool, String)>, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
    for (rank, (is_chosen, label)) in choices.enumerate() {
        let (mark, role) = if is_chosen { ("›", Role::Selection) } else { (" ", Role::Text) };
        lines.push(Line::styled(format!("{mark} {}  {label}", rank + 1), cx.theme.style(role)));
    }
}
