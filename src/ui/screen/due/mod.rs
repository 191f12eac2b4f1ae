//! Due (*échéances*): what the rules find, rule by rule, as of today or of any other day.
//!
//! Another day is computed for the whole caseload at once, when it is chosen; today is read from
//! the board.

mod draw;

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

use super::{Screen, person_pane, ways};
use crate::domain::rules::{AlertCode, Finding};
use crate::ui::action::{Action, Scope};
use crate::ui::board::{Board, Count};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::Look;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::day::Day;
use crate::ui::overlay::{Reply, why};
use crate::ui::step::Step;
use crate::ui::widget::window::Window;

/// The day that is asked for.
const DAY: Slot = Slot(1);
/// A panel that replies nothing.
const TOLD: Slot = Slot(2);
/// Rows above the list: the day.
const ROWS_ABOVE: u16 = 1;

/// One line.
enum Row {
    /// A rule, and how many findings it has.
    Rule(AlertCode, Count),
    /// One of them.
    Finding(Finding),
}

/// The findings.
pub struct DueScreen {
    /// The day that is looked at; `None` follows today.
    on: Option<NaiveDate>,
    /// Everyone on that day; `None` while it is today.
    board: Option<Board>,
    rows: Vec<Row>,
    window: Window,
}

impl DueScreen {
    /// What is due today, and soon.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut screen = Self { on: None, board: None, rows: Vec::new(), window: Window::default() };
        screen.gather(cx);
        screen.select_first(cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn board<'a>(&'a self, cx: &Cx<'a>) -> &'a Board {
        self.board.as_ref().unwrap_or(&cx.model.board)
    }

    fn day(&self, cx: &Cx<'_>) -> NaiveDate {
        self.on.unwrap_or(cx.now.today)
    }

    fn selected(&self) -> Option<&Finding> {
        match self.rows.get(self.window.selected())? {
            Row::Finding(finding) => Some(finding),
            Row::Rule(..) => None,
        }
    }

    /// Lists the findings of the day anew; the selection stays on the same one.
    fn gather(&mut self, cx: &Cx<'_>) {
        let identity = |it: &Finding| (it.person, it.code, it.subject);
        let before = self.selected().map(identity);
        let board = self.board(cx);
        let mut rules = board.counts();
        rules.sort_by_key(|(code, _)| (code.severity(), *code));
        let mut findings: Vec<&Finding> = board.people().flat_map(|(_, it)| &it.findings).collect();
        findings.sort_by_cached_key(|it| (it.status, it.due, board.name_key(it.person), it.person));
        let mut rows = Vec::with_capacity(findings.len() + rules.len());
        for (code, count) in rules.into_iter().filter(|(_, count)| count.due + count.soon > 0) {
            rows.push(Row::Rule(code, count));
            let of_rule = findings.iter().filter(|it| it.code == code);
            rows.extend(of_rule.map(|it| Row::Finding((*it).clone())));
        }
        self.rows = rows;
        let same = |row: &Row| match row {
            Row::Finding(finding) => Some(identity(finding)) == before,
            Row::Rule(..) => false,
        };
        let row = self.rows.iter().position(same).unwrap_or(self.window.selected());
        self.window.go_to(row, self.rows.len(), Self::page(cx));
        self.leave_rule(true, cx);
    }

    fn select_first(&mut self, cx: &Cx<'_>) {
        self.window.go_to(0, self.rows.len(), Self::page(cx));
        self.leave_rule(true, cx);
    }

    /// The name of a rule cannot be selected: goes on in the direction taken, or back.
    fn leave_rule(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_finding = |row: &usize| matches!(self.rows.get(*row), Some(Row::Finding(_)));
        let below = (at..self.rows.len()).find(is_finding);
        let above = (0..at).rev().find(is_finding);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            self.window.go_to(0, self.rows.len(), Self::page(cx));
        }
        self.window.go_to(row, self.rows.len(), Self::page(cx));
    }

    /// Looks at another day.
    fn look_at(&mut self, day: NaiveDate, cx: &Cx<'_>) -> Step {
        let is_today = day == cx.now.today;
        self.on = (!is_today).then_some(day);
        self.board = self.on.map(|day| cx.model.board.at(&cx.model.caseload, day));
        self.gather(cx);
        Step::stay()
    }

    fn explain(&self, cx: &Cx<'_>) -> Step {
        let Some(finding) = self.selected() else { return Step::stay() };
        let findings = self.board(cx).findings(finding.person).to_vec();
        let first = findings.iter().position(|it| it == finding).unwrap_or(0);
        Step::open(TOLD, why::Why::new(findings, first))
    }
}

impl Layer for DueScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::AsOf, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let day = self.day(cx);
        self.look_at(day, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
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
            Action::ListOpen => self.selected().map_or_else(Step::stay, |it| ways::clear(it, cx)),
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

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen | Action::Why if self.selected().is_none() => Err(Why("why-no-finding")),
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

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        frame.render_widget(draw::banner(self.day(cx), columns, cx), Rect { height: 1, ..list });
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        if self.rows.is_empty() {
            return person_pane::draw_empty(frame, rows, "due-nothing", cx);
        }
        let selected = self.window.selected();
        let visible = self.window.visible(self.rows.len(), usize::from(rows.height));
        let lines = visible.map(|row| match &self.rows[row] {
            Row::Rule(code, count) => draw::rule(*code, *count, columns, cx),
            Row::Finding(finding) => draw::finding(finding, row == selected, columns, cx),
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
        if let (Some(pane), Some(finding)) = (pane, self.selected()) {
            person_pane::draw(frame, pane, finding.person, cx);
        }
    }
}

impl Screen for DueScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("due-title").into_owned()
    }
}
