//! Due (*échéances*): what the rules find, rule by rule, as of today or of any other day.
//!
//! Another day is computed for the whole caseload at once, when it is chosen; today is read from
//! the board.

mod draw;

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::today::lines::station_findings;
use super::{Screen, person_pane, ways};
use crate::domain::rules::{AlertCode, StationAlert, StationFinding, Status};
use crate::ui::action::{Action, Scope};
use crate::ui::board::{About, Count, OtherDay, Spot, View};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::Look;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::day::Day;
use crate::ui::overlay::{Reply, why};
use crate::ui::reason;
use crate::ui::step::Step;
use crate::ui::widget::window::Window;

/// The day that is asked for.
const DAY: Slot = Slot(1);
/// A panel that replies nothing.
const TOLD: Slot = Slot(2);
/// Most people who are judged between two keys.
const AT_ONCE: usize = 100;
/// Rows above the list: the day.
const ROWS_ABOVE: u16 = 1;

/// One line.
enum Row {
    /// An alert about the station, and how many findings it has.
    StationRule(StationAlert, Count),
    /// One of them, apart: there are a few of those, and a great many of the others.
    Station(Box<StationFinding>),
    /// A rule, and how many findings it has.
    Rule(AlertCode, Count),
    /// One of them.
    Finding(Spot),
}

/// The findings.
pub struct DueScreen {
    /// The day that is looked at; `None` follows today.
    on: Option<NaiveDate>,
    /// Everyone on that day; `None` while it is today.
    other: Option<OtherDay>,
    /// What was shown before, while that day is not whole: too many people to judge them all between two keys.
    shown: Option<Vec<Line<'static>>>,
    rows: Vec<Row>,
    window: Window,
    /// What the selected row was about when the rows were listed, or when it was last moved.
    chosen: Option<About>,
}

impl DueScreen {
    /// What is due today, and soon.
    pub fn new(cx: &Cx<'_>) -> Self {
        let (rows, window) = (Vec::new(), Window::default());
        let mut screen = Self { on: None, other: None, shown: None, rows, window, chosen: None };
        screen.gather(cx);
        screen.select_first(cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn view<'a>(&'a self, cx: &Cx<'a>) -> View<'a> {
        let board = &cx.model.board;
        self.other.as_ref().map_or(board.today(), |other| board.on_day(other))
    }

    fn day(&self, cx: &Cx<'_>) -> NaiveDate {
        self.on.unwrap_or(cx.now.today)
    }

    fn selected(&self, cx: &Cx<'_>) -> Option<About> {
        match self.rows.get(self.window.selected())? {
            Row::Finding(spot) => self.view(cx).about(*spot),
            Row::Rule(..) | Row::StationRule(..) | Row::Station(_) => None,
        }
    }

    /// Lists the findings of the day anew; the selection stays on the same one.
    fn gather(&mut self, cx: &Cx<'_>) {
        // The memory of the rows before serves the next ones.
        let mut rows = std::mem::take(&mut self.rows);
        rows.clear();
        rows.extend(self.of_station(cx));
        let view = self.view(cx);
        let mut codes = AlertCode::ALL.to_vec();
        codes.sort_by_key(|code| (code.severity(), *code));
        let before = self.chosen;
        let mut same = None;
        for code in codes {
            let spots = view.of_alert(code);
            if spots.is_empty() {
                continue;
            }
            let due = spots.partition_point(|spot| view.is_due(*spot));
            rows.push(Row::Rule(code, Count { due, soon: spots.len() - due }));
            if let Some(about) = before.filter(|about| about.code == code) {
                same = view.position(&spots, about).map(|at| rows.len() + at);
            }
            rows.extend(spots.into_iter().map(Row::Finding));
        }
        self.rows = rows;
        let row = same.unwrap_or(self.window.selected());
        self.window.go_to(row, self.rows.len(), Self::page(cx));
        self.leave_rule(true, cx);
    }

    /// What the rules find about the station on that day: it comes first, for it is about the whole caseload.
    fn of_station(&self, cx: &Cx<'_>) -> Vec<Row> {
        let found = station_findings(cx, self.day(cx));
        let mut rows = Vec::new();
        for code in StationAlert::ALL {
            let of_alert: Vec<_> = found.iter().filter(|it| it.code == *code).cloned().collect();
            let due = of_alert.iter().filter(|it| it.status == Status::Due).count();
            if !of_alert.is_empty() {
                rows.push(Row::StationRule(*code, Count { due, soon: of_alert.len() - due }));
            }
            rows.extend(of_alert.into_iter().map(|finding| Row::Station(Box::new(finding))));
        }
        rows
    }

    fn station_selected(&self) -> Option<&StationFinding> {
        match self.rows.get(self.window.selected())? {
            Row::Station(finding) => Some(finding),
            Row::StationRule(..) | Row::Rule(..) | Row::Finding(_) => None,
        }
    }

    fn select_first(&mut self, cx: &Cx<'_>) {
        self.window.go_to(0, self.rows.len(), Self::page(cx));
        self.leave_rule(true, cx);
    }

    /// The name of a rule cannot be selected: goes on in the direction taken, or back.
    fn leave_rule(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_finding = |row: &usize| matches!(self.rows.get(*row), Some(Row::Finding(_) | Row::Station(_)));
        let below = (at..self.rows.len()).find(is_finding);
        let above = (0..at).rev().find(is_finding);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            self.window.go_to(0, self.rows.len(), Self::page(cx));
        }
        self.window.go_to(row, self.rows.len(), Self::page(cx));
        self.chosen = self.selected(cx);
    }

    /// Looks at another day: at once or, where many people are to be judged anew, piece by piece, what was shown
    /// staying on screen meanwhile.
    fn look_at(&mut self, day: NaiveDate, cx: &Cx<'_>) -> Step {
        let board = &cx.model.board;
        if day == cx.now.today {
            (self.on, self.other, self.shown) = (None, None, None);
            self.gather(cx);
            return Step::stay();
        }
        // What was shown is not to be drawn again once it is not whole any more.
        let shown = self.shown.take().unwrap_or_else(|| self.visible(cx));
        self.on = Some(day);
        let people = board.turn(self.other.get_or_insert_with(|| board.day()), day);
        if people > AT_ONCE {
            self.shown = Some(shown);
        } else {
            self.end_turn(cx);
        }
        Step::stay()
    }

    /// Ends at once what was begun.
    fn end_turn(&mut self, cx: &Cx<'_>) {
        if let Some(other) = &mut self.other {
            while !cx.model.board.advance(other, &cx.model.caseload, usize::MAX) {}
        }
        self.shown = None;
        self.gather(cx);
    }

    /// The lines of the list that the window shows.
    fn visible(&self, cx: &Cx<'_>) -> Vec<Line<'static>> {
        let (list, _) = person_pane::split(body_of(cx.size));
        let (columns, height) =
            (usize::from(list.width), usize::from(list.height.saturating_sub(ROWS_ABOVE)));
        let selected = self.window.selected();
        let view = self.view(cx);
        let visible = self.window.visible(self.rows.len(), height);
        let lines = visible.map(|row| match &self.rows[row] {
            Row::StationRule(code, count) => draw::station_rule(*code, *count, columns, cx),
            Row::Station(finding) => draw::station(finding, row == selected, columns, cx),
            Row::Rule(code, count) => draw::rule(*code, *count, columns, cx),
            Row::Finding(spot) => match view.finding(*spot) {
                Some(finding) => draw::finding(&finding, row == selected, columns, cx),
                None => Line::default(),
            },
        });
        lines.collect()
    }

    fn explain(&self, cx: &Cx<'_>) -> Step {
        if let Some(finding) = self.station_selected() {
            return ways::station_why(TOLD, finding, cx);
        }
        let Some(about) = self.selected(cx) else { return Step::stay() };
        let findings = self.view(cx).findings(about.person);
        let first = findings.iter().position(|it| About::of(it) == about).unwrap_or(0);
        Step::open(TOLD, why::Why::new(findings, first))
    }
}

impl Layer for DueScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::AsOf, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let day = self.day(cx);
        // The other day was made from the people as they were.
        (self.other, self.shown) = (None, Some(Vec::new()));
        self.look_at(day, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let is_of_day =
            matches!(action, Action::AsOfLater | Action::AsOfEarlier | Action::AsOfToday | Action::AsOfDay);
        if self.is_working() && !is_of_day {
            self.end_turn(cx);
        }
        if self.window.act(action, self.rows.len(), Self::page(cx)) {
            self.leave_rule(!matches!(action, Action::ListUp | Action::ListPageUp), cx);
            return Step::stay();
        }
        let day = self.day(cx);
        match action {
            Action::AsOfLater => self.look_at(day + Days::new(1), cx),
            Action::AsOfEarlier => self.look_at(day - Days::new(1), cx),
            Action::AsOfToday => self.look_at(cx.now.today, cx),
            Action::AsOfDay => Step::open(DAY, Day::new(day, Look::Future)),
            Action::Why => self.explain(cx),
            Action::ListOpen => match self.station_selected() {
                Some(finding) => ways::clear_of_station(finding, cx),
                None => self.selected(cx).map_or_else(Step::stay, |it| ways::clear(it, cx)),
            },
            Action::ListSearch => ways::search(cx),
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, _slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Day(day) => self.look_at(day, cx),
            Reply::Confirmed | Reply::Picked(_) | Reply::Text(_) | Reply::Closed => Step::stay(),
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen | Action::Why
                if self.selected(cx).is_none() && self.station_selected().is_none() =>
            {
                Err(Why("why-no-finding"))
            }
            Action::ListSort | Action::ListFacet => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::ListOpen,
            Action::Why,
            Action::AsOfLater,
            Action::AsOfEarlier,
            Action::AsOfDay,
            Action::AsOfToday,
            Action::ListSearch,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        vec![reason::signs(cx)]
    }

    fn is_working(&self) -> bool {
        self.shown.is_some()
    }

    fn work(&mut self, cx: &Cx<'_>) {
        let Some(other) = &mut self.other else { return };
        if cx.model.board.advance(other, &cx.model.caseload, AT_ONCE) {
            self.shown = None;
            self.gather(cx);
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        let day = self.day(cx);
        let banner = Rect { height: 1, ..list };
        if let Some(shown) = &self.shown {
            frame.render_widget(draw::turning(day, columns, cx), banner);
            return frame.render_widget(Paragraph::new(shown.clone()), rows);
        }
        frame.render_widget(draw::banner(day, columns, cx), banner);
        if self.rows.is_empty() {
            return person_pane::draw_empty(frame, rows, "due-nothing", cx);
        }
        frame.render_widget(Paragraph::new(self.visible(cx)), rows);
        if let (Some(pane), Some(about)) = (pane, self.selected(cx)) {
            person_pane::draw(frame, pane, about.person, cx);
        }
    }
}

impl Screen for DueScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("due-title").into_owned()
    }
}
