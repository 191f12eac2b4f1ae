//! How a form looks: one row per field, long texts in what is left, and below the fields what
//! helps with the one that has the focus. Nothing moves while typing.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Form;
use super::choice::matching;
use super::field::{Entry, Field};
use super::parse::{duration, time};
use super::spec::Kind;
use super::value::Value;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, fit, width};

/// Rows kept below the fields.
const AID_ROWS: u16 = 3;
/// Most choices of a long list worth showing while one types.
const MOST_SHOWN: usize = 30;
/// Columns of a day, a time or a duration, before what was understood.
const SHORT_VALUE: u16 = 14;
/// Widest label, in columns.
const WIDEST_LABEL: usize = 26;

impl Form {
    /// Draws the form, the cursor in the focused field.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, cx: &Cx<'_>) {
        let aid_rows = if area.height > AID_ROWS * 3 { AID_ROWS } else { 1.min(area.height) };
        let list = Rect { height: area.height - aid_rows, ..area };
        let aid = Rect { y: area.y + list.height, height: aid_rows, ..area };
        let asked: Vec<usize> = self.asked().collect();
        let labels = asked.iter().map(|at| width(&self.label(*at, cx)));
        let column = labels.max().unwrap_or(0).min(WIDEST_LABEL);

        let rows = self.rows(&asked, list.height);
        let focused = asked.iter().position(|at| *at == self.focus).unwrap_or(0);
        let top = rows.get(focused).map_or(0, |rows| rows.end.saturating_sub(list.height));
        for (at, rows) in asked.iter().zip(rows) {
            if rows.start < top || rows.start - top >= list.height {
                continue;
            }
            let y = list.y + (rows.start - top);
            let height = (rows.end - rows.start).min(list.y + list.height - y);
            self.draw_field(frame, *at, column, Rect { y, height, ..list }, cx);
        }
        self.draw_aid(frame, aid, cx);
    }

    /// The rows of each field; the first long text takes what is left.
    fn rows(&self, asked: &[usize], height: u16) -> Vec<Range<u16>> {
        let least = |at: &usize| match self.fields[*at].spec.kind {
            Kind::LongText(rows) => rows,
            _ => 1,
        };
        let needed: u16 = asked.iter().map(least).sum();
        let mut spare = height.saturating_sub(needed);
        let mut from = 0;
        let mut rows = Vec::new();
        for at in asked {
            let mut high = least(at);
            if matches!(self.fields[*at].spec.kind, Kind::LongText(_)) {
                high += std::mem::take(&mut spare);
            }
            rows.push(from..from + high);
            from += high;
        }
        rows
    }

    fn draw_field(&self, frame: &mut Frame<'_>, at: usize, column: usize, area: Rect, cx: &Cx<'_>) {
        let field = &self.fields[at];
        let has_focus = at == self.focus;
        let role = match (has_focus, &field.wrong) {
            (_, Some(_)) => Role::FieldError,
            (true, None) => Role::FieldFocus,
            (false, None) => Role::Field,
        };
        let mark = if has_focus { "› " } else { "  " };
        let label = format!("{mark}{}  ", fit(&self.label(at, cx), column));
        let taken = u16::try_from(width(&label)).unwrap_or(area.width).min(area.width);
        let row = Rect { height: 1, ..area };
        frame.render_widget(Span::styled(label, cx.theme.style(role)), row);
        let rest = Rect { x: area.x + taken, width: area.width - taken, ..area };
        let echo = self.echo(field, cx);
        let echo_width = u16::try_from(width(&echo)).unwrap_or(0);
        let narrow = match field.spec.kind {
            Kind::Date(_) | Kind::Time | Kind::Minutes(_) | Kind::Hours(_) => SHORT_VALUE,
            _ => rest.width / 2,
        };
        let is_echoed = !echo.is_empty() && rest.width > narrow + echo_width;
        let room = if is_echoed { narrow } else { rest.width };
        let value = Rect { width: room, ..rest };
        match &field.entry {
            // Away from the caret a line shows its beginning.
            Entry::Typed(editor) if !has_focus && value.height == 1 => {
                let text = editor.text();
                let shown = clip(text.lines().next().unwrap_or_default(), usize::from(room));
                frame.render_widget(Line::styled(shown.into_owned(), cx.theme.style(Role::Field)), value);
            }
            Entry::Typed(editor) => editor.draw(frame, value, cx.theme.style(Role::Field), has_focus),
            Entry::One(_) | Entry::Many(_) => {
                let shown = clip(&field.shown(), usize::from(room)).into_owned();
                frame.render_widget(
                    Line::styled(shown, cx.theme.style(Role::Field)),
                    Rect { height: 1, ..value },
                );
                if has_focus {
                    frame.set_cursor_position((value.x, value.y));
                }
            }
        }
        if is_echoed {
            let place = Rect { x: rest.x + room, width: echo_width, height: 1, ..rest };
            frame.render_widget(Line::styled(echo, cx.theme.style(Role::TextDim)), place);
        }
    }

    /// What was understood, when it does not show in what was typed.
    pub(super) fn echo(&self, field: &Field, cx: &Cx<'_>) -> String {
        let differs = |printed: String| if printed == field.text() { String::new() } else { printed };
        match field.value(cx.now.today) {
            Ok(Some(Value::Date(date))) => cx.words.long_date(date),
            Ok(Some(Value::Minutes(minutes))) => differs(duration::print(minutes)),
            Ok(Some(Value::Time(time))) => differs(time::print(time)),
            Ok(Some(Value::Code(code))) if matches!(field.entry, Entry::Typed(_)) => {
                let label =
                    field.choices.iter().find(|choice| choice.code == code).map(|it| it.label.clone());
                label.filter(|label| *label != field.text()).unwrap_or_default()
            }
            Ok(_) | Err(_) => String::new(),
        }
    }

    /// Choices and their letters, what typing may still mean, or the hint.
    fn draw_aid(&self, frame: &mut Frame<'_>, area: Rect, cx: &Cx<'_>) {
        let field = &self.fields[self.focus];
        let mut lines = vec![Line::default()];
        let columns = usize::from(area.width);
        match &field.entry {
            Entry::One(_) | Entry::Many(_) => {
                for choice in &field.choices {
                    let letter = choice.letter.map(String::from).unwrap_or_default();
                    let spans = vec![
                        Span::styled(letter, cx.theme.style(Role::Key)),
                        Span::styled(format!(" {}", choice.label), cx.theme.style(Role::Text)),
                    ];
                    put(&mut lines, spans, columns);
                }
            }
            Entry::Typed(_) if !field.choices.is_empty() => {
                for choice in matching(&field.choices, &field.text()).into_iter().take(MOST_SHOWN) {
                    let label = Span::styled(choice.label.clone(), cx.theme.style(Role::Text));
                    put(&mut lines, vec![label], columns);
                }
            }
            Entry::Typed(_) if field.spec.has_hint => {
                let id = format!("form-{}-{}-hint", self.spec.id, field.spec.name);
                let hint = cx.words.get(&id).into_owned();
                lines = crate::ui::widget::clip::wrap(&hint, columns)
                    .into_iter()
                    .map(|line| Line::styled(line, cx.theme.style(Role::TextDim)))
                    .collect();
            }
            Entry::Typed(_) => {}
        }
        lines.truncate(usize::from(area.height));
        frame.render_widget(Paragraph::new(lines), area);
    }
}

/// Adds words to the last line, or starts another when they do not fit in `columns`.
fn put(lines: &mut Vec<Line<'static>>, spans: Vec<Span<'static>>, columns: usize) {
    let wide: usize = spans.iter().map(Span::width).sum();
    match lines.last_mut() {
        Some(last) if last.width() == 0 => last.extend(spans),
        Some(last) if last.width() + wide + 2 <= columns => {
            last.push_span("  ");
            last.extend(spans);
        }
        Some(_) | None => lines.push(Line::from(spans)),
    }
}
