//! Choosing a day: typed as in a form, or moved to on the grid of its month.

use chrono::{Datelike, Days, NaiveDate};
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Reply;
use crate::domain::dates::{add_months, month_start, next_month};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::form::parse::azerty::digit_in_date;
use crate::ui::form::parse::date::{self, Look};
use crate::ui::keymap::key::{Code, Key};
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::editor::Editor;
use crate::ui::widget::panel;

/// Columns of the box: seven days of three columns, and a border.
const COLUMNS: u16 = 33;
/// Columns of the day that is meant, beside what is typed.
const ECHO: u16 = 16;
/// Rows of the box: the field, the month, the days' names, six weeks, and a border.
const ROWS: u16 = 11;
const WEEK: u64 = 7;

/// A day to choose; it replies with it.
pub struct Day {
    day: NaiveDate,
    look: Look,
    typed: Editor,
}

impl Day {
    /// Starts on `day`; what is typed without a year is looked for that way.
    pub fn new(day: NaiveDate, look: Look) -> Self {
        Self { day, look, typed: Editor::line("") }
    }

    /// What was expected instead of what was typed.
    fn expected(&self, typed: &str, cx: &Cx<'_>) -> String {
        let Some(first) = date::month_without_that_day(typed, cx.now.today, self.look) else {
            return cx.words.get("day-not-understood").into_owned();
        };
        let mut args = FluentArgs::new();
        args.set("length", cx.words.month_length(first));
        cx.words.with("day-no-such-day", &args).into_owned()
    }

    fn go(&mut self, days: u64, is_back: bool) {
        let by = Days::new(days);
        let to = if is_back { self.day.checked_sub_days(by) } else { self.day.checked_add_days(by) };
        self.day = to.unwrap_or(self.day);
    }
}

impl Layer for Day {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Day, Scope::Overlay]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose => return Step::pop(),
            Action::OverlayAccept if self.typed.is_empty() => return Step::answer(Reply::Day(self.day)),
            Action::OverlayAccept => {
                let typed = self.typed.text();
                return match date::parse(&typed, cx.now.today, self.look) {
                    Some(day) => Step::answer(Reply::Day(day)),
                    None => Step::say(Message::refusal(self.expected(&typed, cx))),
                };
            }
            Action::AsOfLater => self.day = add_months(self.day, 1),
            Action::AsOfEarlier => {
                self.day = self.day.checked_sub_months(chrono::Months::new(1)).unwrap_or(self.day);
            }
            Action::AsOfToday => self.day = cx.now.today,
            Action::ListUp => self.go(WEEK, true),
            Action::ListDown => self.go(WEEK, false),
            _ => {}
        }
        Step::stay()
    }

    /// Letters and digits are typed; signs move by month until something is.
    fn wants(&self, key: Key) -> bool {
        let is_sign = matches!(key.code, Code::Char('+' | '-' | '='));
        matches!(key.code, Code::Left | Code::Right)
            || (self.typed.wants(key) && (!is_sign || !self.typed.is_empty()))
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        match key.code {
            Code::Left => self.go(1, true),
            Code::Right => self.go(1, false),
            _ => {
                let before = self.typed.text().chars().last();
                let key = key.typed().map_or(key, |c| Key::char(digit_in_date(before, c)));
                self.typed.type_key(key);
                self.day = date::parse(&self.typed.text(), cx.now.today, self.look).unwrap_or(self.day);
            }
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayAccept, Action::AsOfLater, Action::AsOfEarlier, Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let area = panel::centred(body, COLUMNS, ROWS);
        let inner = panel::open(frame, area, &cx.words.get("day-title"), cx);
        // What was typed, and the day that it means, on one row.
        let day = cx.words.long_date(self.day);
        let mut lines = vec![Line::styled(day, cx.theme.style(Role::TextDim)).right_aligned()];
        lines.push(Line::styled(cx.words.month(self.day), cx.theme.style(Role::Title)));
        let names = (1..=7).map(|day| {
            let name: String = cx.words.get(&format!("format-weekday-{day}")).chars().take(2).collect();
            Span::styled(format!("{name:>3}"), cx.theme.style(Role::TextDim))
        });
        lines.push(Line::from_iter(names));
        lines.extend(weeks(self.day).into_iter().map(|week| {
            Line::from_iter(week.map(|day| match day {
                Some(day) => {
                    let role = match (day == self.day, day == cx.now.today) {
                        (true, _) => Role::Selection,
                        (false, true) => Role::Accent,
                        (false, false) => Role::Text,
                    };
                    Span::styled(format!("{:>3}", day.day()), cx.theme.style(role))
                }
                None => Span::raw("   "),
            }))
        }));
        frame.render_widget(Paragraph::new(lines), inner);
        let wide = inner.width.saturating_sub(ECHO);
        let field = Rect { width: wide, height: inner.height.min(1), ..inner };
        self.typed.draw(frame, field, cx.theme.style(Role::FieldFocus), true);
    }
}

/// The weeks of a month, Monday first; `None` for the days of its neighbours.
fn weeks(of: NaiveDate) -> Vec<[Option<NaiveDate>; 7]> {
    let first = month_start(of);
    let end = next_month(of);
    let mut weeks = vec![[None; 7]];
    for day in first.iter_days().take_while(|day| *day < end) {
        let column = day.weekday().num_days_from_monday() as usize;
        if column == 0 && day != first {
            weeks.push([None; 7]);
        }
        if let Some(week) = weeks.last_mut() {
            week[column] = Some(day);
        }
    }
    weeks
}
