//! The commission: the sessions ahead with their agenda by kind, how complete each file is in words, and
//! what calls for the commission without being on any agenda, the sessions whose attendance is noted. It computes
//! nothing of its own.

mod agenda;
mod draw;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::print::Printable;
use super::{Screen, person_pane, ways};
use crate::document::next_session;
use crate::domain::codes::Coded as _;
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::specs::SUBMISSION;
use crate::ui::form::specs::office::SESSION;
use crate::ui::form::value::Value;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::{Reply, why};
use crate::ui::screen::file::{FileScreen, Page};
use crate::ui::screen::form::open;
use crate::ui::session;
use crate::ui::step::Step;
use crate::ui::widget::window::Window;
use agenda::Row;

/// A panel that replies nothing.
const TOLD: Slot = Slot(1);
/// Which document to print.
const PRINT: Slot = Slot(2);
/// Rows above the list: how often the commission met.
const ROWS_ABOVE: u16 = 1;

/// The sessions and their agendas.
pub struct CommissionScreen {
    rows: Vec<Row>,
    window: Window,
    /// How many sessions decided anything over the last twelve months (R7-03).
    held: usize,
}

impl CommissionScreen {
    /// What is ahead.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut screen = Self { rows: Vec::new(), window: Window::default(), held: 0 };
        screen.gather(None, cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn selected(&self) -> Option<&Row> {
        self.rows.get(self.window.selected()).filter(|row| row.is_selectable())
    }

    fn person(&self) -> Option<PersonId> {
        self.selected().and_then(Row::person)
    }

    /// Lists everything anew; the selection stays on the same person.
    fn gather(&mut self, kept: Option<PersonId>, cx: &Cx<'_>) {
        self.rows = agenda::rows(cx);
        self.held = session::held_in_a_year(cx);
        let same = kept.and_then(|kept| self.rows.iter().position(|row| row.person() == Some(kept)));
        self.window.go_to(same.unwrap_or(self.window.selected()), self.rows.len(), Self::page(cx));
        self.leave_title(true, cx);
    }

    /// Titles cannot be selected: goes on in the direction taken, or back.
    fn leave_title(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_somebody = |row: &usize| self.rows.get(*row).is_some_and(Row::is_selectable);
        let below = (at..self.rows.len()).find(is_somebody);
        let above = (0..at).rev().find(is_somebody);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row <= 2 {
            self.window.go_to(0, self.rows.len(), Self::page(cx));
        }
        self.window.go_to(row, self.rows.len(), Self::page(cx));
    }

    /// What can be printed of the selected row: of its session, else of the next one.
    fn printable(&self, cx: &Cx<'_>) -> Printable {
        let at = agenda::session_at(&self.rows, self.window.selected());
        let next = || next_session(cx.model.caseload.files.values().map(AsRef::as_ref), cx.now.today);
        Printable { person: self.person(), session_on: at.or_else(next) }
    }

    /// The form that notes who sat at a session: the one that is selected, when nothing says it yet.
    fn note_session(&self, cx: &Cx<'_>) -> Step {
        let sessions = &cx.model.caseload.office.sessions;
        let at = agenda::session_at(&self.rows, self.window.selected());
        let unnoted = at.filter(|at| !sessions.iter().any(|it| it.value.date == *at));
        let known = unnoted.map(|at| ("date", Value::Date(at))).into_iter().collect();
        Step::push(open::new_of_office(&SESSION, &known, cx))
    }

    /// The page of the file, the form that submits it, or that of a session.
    fn open(&self, cx: &Cx<'_>) -> Step {
        match self.selected() {
            Some(Row::File(listed)) => Step::push(FileScreen::open_at(listed.person, Page::Commission)),
            Some(Row::Call(person, call)) => {
                let Some(file) = cx.file(*person) else { return Step::stay() };
                let code = |code: &str| Value::Code(code.to_owned());
                let mut known = vec![("business", code(call.business.stable_code()))];
                known.extend(call.ground.map(|it| ("ground", code(it.stable_code()))));
                Step::push(open::begun(&SUBMISSION, known, file, cx))
            }
            Some(Row::Sitting(id, _)) => open::edit_office(*id, cx).map_or_else(Step::stay, Step::push),
            Some(Row::Session(..) | Row::Business(..) | Row::Waiting(_) | Row::Noted(_)) | None => {
                Step::stay()
            }
        }
    }
}

impl Layer for CommissionScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Commission, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.gather(self.person(), cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.rows.len(), Self::page(cx)) {
            self.leave_title(!matches!(action, Action::ListUp | Action::ListPageUp), cx);
            return Step::stay();
        }
        match action {
            Action::ListOpen => self.open(cx),
            Action::ListSearch => ways::search(cx),
            Action::SessionNew => self.note_session(cx),
            Action::DocumentPrint => self.printable(cx).choose(PRINT, cx),
            Action::Why => self.person().map_or_else(Step::stay, |person| {
                Step::open(TOLD, why::Why::new(cx.model.board.findings(person), 0))
            }),
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Picked(rank) if slot == PRINT => self.printable(cx).ask(rank, cx),
            Reply::Picked(_) | Reply::Confirmed | Reply::Day(_) | Reply::Text(_) | Reply::Closed => {
                Step::stay()
            }
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen if self.selected().is_none() => Err(Why("why-nobody-selected")),
            Action::Why if self.person().is_none_or(|it| cx.model.board.findings(it).is_empty()) => {
                Err(Why("why-no-finding"))
            }
            Action::DocumentPrint if cx.model.is_discreet => Err(Why("why-discreet")),
            Action::DocumentPrint if !self.printable(cx).is_something(cx) => Err(Why("why-nothing-to-print")),
            Action::ListSort | Action::ListFacet => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::Why, Action::DocumentPrint, Action::SessionNew, Action::ListSearch]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        frame
            .render_widget(draw::banner(self.held, columns, cx), Rect { height: 1.min(list.height), ..list });
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        if self.rows.is_empty() {
            return person_pane::draw_empty(frame, rows, "commission-nothing", cx);
        }
        let selected = self.window.selected();
        let visible = self.window.visible(self.rows.len(), usize::from(rows.height));
        let lines: Vec<Line<'_>> =
            visible.map(|at| draw::row(&self.rows[at], at == selected, columns, cx)).collect();
        frame.render_widget(Paragraph::new(lines), rows);
        if let (Some(pane), Some(person)) = (pane, self.person()) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}

impl Screen for CommissionScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("commission-title").into_owned()
    }
}
