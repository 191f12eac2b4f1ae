//! The agenda: who is met, day by day or for a week, and what became of it. The gestures on an appointment
//! are those of home.
//!
//! It keeps the day, the span and a selection; its lines are gathered anew whenever the model or the day
//! changes, never while drawing.

mod draw;
mod lines;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span as Piece};
use ratatui::widgets::Paragraph;

use super::attendance::Attendance;
use super::form::open;
use super::{Screen, person_pane, ways};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::id::{ObjectId, PersonId};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::Look;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::Reply;
use crate::ui::overlay::day::Day;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::clip;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use lines::{Line, Span};

/// The day that is asked for.
const DAY: Slot = Slot(1);
/// Rows above the list: the days shown.
const ROWS_ABOVE: u16 = 1;

/// The agenda.
pub struct AgendaScreen {
    /// The day that is looked at; `None` follows today.
    on: Option<NaiveDate>,
    span: Span,
    lines: Vec<Line>,
    window: Window,
    attendance: Attendance,
}

impl AgendaScreen {
    /// This week.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut screen = Self {
            on: None,
            span: Span::default(),
            lines: Vec::new(),
            window: Window::default(),
            attendance: Attendance::default(),
        };
        screen.look_at(cx.now.today, cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn day(&self, cx: &Cx<'_>) -> NaiveDate {
        self.on.unwrap_or(cx.now.today)
    }

    fn met(&self) -> Option<(PersonId, ObjectId)> {
        self.lines.get(self.window.selected())?.met()
    }

    /// Lists the days anew; the selection stays on the same appointment.
    fn gather(&mut self, cx: &Cx<'_>) {
        let before = self.lines.get(self.window.selected()).cloned();
        self.lines = lines::gather(&self.span.around(self.day(cx)), cx);
        let same = |it: &Line| before.as_ref().is_some_and(|before| it.is_same(before));
        let row = self.lines.iter().position(same).unwrap_or(self.window.selected());
        self.window.go_to(row, self.lines.len(), Self::page(cx));
        self.leave_heading(true, cx);
    }

    /// Looks at another day: what waits for its outcome shows first, then the day itself is selected.
    fn look_at(&mut self, day: NaiveDate, cx: &Cx<'_>) -> Step {
        self.on = (day != cx.now.today).then_some(day);
        self.gather(cx);
        self.window.go_to(0, self.lines.len(), Self::page(cx));
        let is_of_day = |it: &Line| matches!(it, Line::Day(of, ..) if *of >= day);
        let has_waiting = matches!(self.lines.first(), Some(Line::Waiting(_)));
        if self.on.is_some() || !has_waiting {
            let row = self.lines.iter().position(is_of_day).unwrap_or(0);
            self.window.go_to(row, self.lines.len(), Self::page(cx));
        }
        self.leave_heading(true, cx);
        Step::stay()
    }

    /// Only appointments can be selected: goes on in the direction taken, or back at the end.
    fn leave_heading(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_met = |row: &usize| self.lines.get(*row).is_some_and(|line| line.met().is_some());
        let below = (at..self.lines.len()).find(is_met);
        let above = (0..at).rev().find(is_met);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            self.window.go_to(0, self.lines.len(), Self::page(cx));
        }
        self.window.go_to(row, self.lines.len(), Self::page(cx));
    }

    /// The days shown, in words.
    fn banner(&self, columns: usize, cx: &Cx<'_>) -> Text<'static> {
        let day = self.day(cx);
        let mut args = FluentArgs::new();
        let id = match self.span {
            Span::Day => {
                args.set("date", cx.words.long_date(day));
                "agenda-day"
            }
            Span::Week => {
                let days = self.span.around(day);
                args.set("week", day.iso_week().week().to_string());
                args.set("from", days.first().map(|it| cx.words.date(*it)).unwrap_or_default());
                args.set("until", days.last().map(|it| cx.words.date(*it)).unwrap_or_default());
                "agenda-week"
            }
        };
        let text = clip(&cx.words.with(id, &args), columns).into_owned();
        Text::from(Piece::styled(text, cx.theme.style(Role::Accent)))
    }
}

impl Layer for AgendaScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Agenda, Scope::Appointments, Scope::AsOf, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.gather(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.lines.len(), Self::page(cx)) {
            self.leave_heading(!matches!(action, Action::ListUp | Action::ListPageUp), cx);
            return Step::stay();
        }
        let met = self.met();
        if let Some((person, id)) = met
            && let Some(step) = self.attendance.act(action, person, Some(id), cx)
        {
            return step;
        }
        let day = self.day(cx);
        match (action, met) {
            (Action::AsOfLater, _) => self.look_at(add_days(day, self.span.days()), cx),
            (Action::AsOfEarlier, _) => self.look_at(sub_days(day, self.span.days()), cx),
            (Action::AsOfToday, _) => self.look_at(cx.now.today, cx),
            (Action::AsOfDay, _) => Step::open(DAY, Day::new(day, Look::Future)),
            (Action::AgendaSpan, _) => {
                self.span = match self.span {
                    Span::Day => Span::Week,
                    Span::Week => Span::Day,
                };
                self.look_at(day, cx)
            }
            (Action::ListOpen, Some((person, id))) => ways::appointment(person, id, cx),
            (Action::EntryEdit, Some((person, id))) => {
                let form = cx.file(person).and_then(|file| open::edit(file, id, cx));
                form.map_or_else(Step::stay, Step::push)
            }
            (Action::AppointmentNew, Some((person, _))) => ways::new_appointment(person, cx),
            (Action::ListSearch, _) => ways::search(cx),
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        if let Some(step) = self.attendance.replied(slot, &reply, cx) {
            return step;
        }
        match reply {
            Reply::Day(day) if slot == DAY => self.look_at(day, cx),
            _ => Step::stay(),
        }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        self.attendance.done(slot, &outcome, cx).unwrap_or_default()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::AppointmentCame | Action::AppointmentNoShow | Action::AppointmentAccept => {
                let about = self.met().map(|(person, id)| (person, Some(id)));
                Attendance::available(action, about, cx)
            }
            Action::ListOpen | Action::EntryEdit | Action::AppointmentNew if self.met().is_none() => {
                Err(Why("why-nobody-selected"))
            }
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::AppointmentCame,
            Action::AppointmentNoShow,
            Action::ListOpen,
            Action::AsOfLater,
            Action::AsOfEarlier,
            Action::AgendaSpan,
            Action::AsOfToday,
            Action::AppointmentNew,
            Action::AppointmentAccept,
            Action::EntryEdit,
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        frame.render_widget(self.banner(columns, cx), Rect { height: 1.min(list.height), ..list });
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        let selected = self.window.selected();
        let visible = self.window.visible(self.lines.len(), usize::from(rows.height));
        let drawn = visible.map(|row| draw::line(&self.lines[row], row == selected, columns, cx));
        frame.render_widget(Paragraph::new(drawn.collect::<Vec<_>>()), rows);
        if let (Some(pane), Some((person, _))) = (pane, self.met()) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}

impl Screen for AgendaScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("agenda-title").into_owned()
    }
}
