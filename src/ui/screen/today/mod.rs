//! Home (*aujourd'hui*): who needs me now, and why.
//!
//! It keeps a selection and reads everything else from the model: its lines are gathered anew
//! whenever the model changes, never while drawing.

pub mod draw;
pub mod lines;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line as Text;
use ratatui::widgets::Paragraph;

use super::Screen;
use super::attendance::Attendance;
use super::person_pane;
use super::ways;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::rules::Finding;
use crate::ui::action::{Action, Scope};
use crate::ui::board::About;
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::notice::Notice;
use crate::ui::overlay::{Reply, why};
use crate::ui::reason;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use draw::Shown;
use lines::Line;

/// Panels that reply nothing.
const TOLD: Slot = Slot(0);

/// Home.
#[derive(Default)]
pub struct Today {
    lines: Vec<Line>,
    window: Window,
    /// Columns of the names, for these lines.
    names: usize,
    attendance: Attendance,
}

impl Today {
    /// Home, as the model stands.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut today = Self::default();
        today.gather(cx);
        today
    }

    /// Rows of the list, under the counts.
    fn page(cx: &Cx<'_>) -> usize {
        let (list, _) = person_pane::split(body_of(cx.size));
        let counts = draw::counts(usize::from(list.width), cx).len();
        usize::from(list.height).saturating_sub(counts).max(1)
    }

    /// Gathers the lines anew; the selection stays on the same thing, or where it was.
    fn gather(&mut self, cx: &Cx<'_>) {
        let before = self.selected().cloned();
        self.lines = lines::gather(cx);
        self.names = draw::name_columns(&self.lines, cx);
        let same = |it: &Line| before.as_ref().is_some_and(|before| it.is_same(before));
        let row = self.lines.iter().position(same).unwrap_or(self.window.selected());
        self.window.go_to(row, self.lines.len(), Self::page(cx));
        self.leave_heading(true, cx);
    }

    fn selected(&self) -> Option<&Line> {
        self.lines.get(self.window.selected())
    }

    fn about(&self, cx: &Cx<'_>) -> Option<(PersonId, Option<ObjectId>)> {
        let line = self.selected()?;
        Some((line.person()?, line.interview(cx)))
    }

    /// Headings cannot be selected: goes on in the direction taken, or back at the end.
    fn leave_heading(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_line = |row: &usize| self.lines.get(*row).is_some_and(|line| !line.is_heading());
        let below = (at..self.lines.len()).find(is_line);
        let above = (0..at).rev().find(is_line);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            // The heading of the first part shows with its first line.
            self.window.go_to(0, self.lines.len(), Self::page(cx));
        }
        self.window.go_to(row, self.lines.len(), Self::page(cx));
    }

    fn open(&self, cx: &Cx<'_>) -> Step {
        match self.selected() {
            Some(Line::ToActOn(_, spot)) => {
                cx.model.board.today().about(*spot).map_or_else(Step::stay, |about| ways::clear(about, cx))
            }
            Some(Line::Station(finding)) => ways::clear_of_station(finding, cx),
            Some(Line::ToSign(person, id)) => ways::record(*person, *id, cx),
            Some(Line::Recommended(person, id)) => ways::recommendation(*person, *id, cx),
            Some(Line::Appointment(person, id)) => ways::appointment(*person, *id, cx),
            Some(Line::Draft(key)) => {
                let draft = cx.model.drafts.iter().find(|draft| draft.key == *key);
                draft.map_or_else(Step::stay, |draft| ways::take_up(draft, cx))
            }
            Some(Line::Heading(..)) | None => Step::stay(),
        }
    }

    fn explain(&self, cx: &Cx<'_>) -> Step {
        if let Some(Line::Station(finding)) = self.selected() {
            return ways::station_why(TOLD, finding, cx);
        }
        let Some((person, interview)) = self.about(cx) else { return Step::stay() };
        let findings = cx.model.board.findings(person);
        let about = |it: &Finding| interview.is_some() && lines::record_of(About::of(it)) == interview;
        let first = findings.iter().position(about).unwrap_or(0);
        Step::open(TOLD, why::Why::new(findings, first))
    }
}

/// Whether the rules find anything about the person.
fn has_alert(person: PersonId, cx: &Cx<'_>) -> bool {
    cx.model.board.standing(person).is_some_and(|standing| standing.alerts.count > 0)
}

impl Layer for Today {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Appointments, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.gather(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.lines.len(), Self::page(cx)) {
            self.leave_heading(!matches!(action, Action::ListUp | Action::ListPageUp), cx);
            return Step::stay();
        }
        if let Some((person, interview)) = self.about(cx)
            && let Some(step) = self.attendance.act(action, person, interview, cx)
        {
            return step;
        }
        match action {
            Action::ListOpen => self.open(cx),
            Action::Why => self.explain(cx),
            Action::ListSearch => ways::search(cx),
            Action::AppointmentNew => {
                self.about(cx).map_or_else(Step::stay, |(person, _)| ways::new_appointment(person, cx))
            }
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        self.attendance.replied(slot, &reply, cx).unwrap_or_default()
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        self.attendance.done(slot, &outcome, cx).unwrap_or_default()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::AppointmentCame | Action::AppointmentNoShow | Action::AppointmentAccept => {
                Attendance::available(action, self.about(cx), cx)
            }
            Action::AppointmentNew | Action::ListOpen if self.selected().is_none_or(Line::is_heading) => {
                Err(Why("why-nobody-selected"))
            }
            Action::Why if matches!(self.selected(), Some(Line::Station(_))) => Ok(()),
            Action::AppointmentNew if self.about(cx).is_none() => Err(Why("why-nobody-selected")),
            Action::Why => match self.about(cx) {
                Some((person, _)) if has_alert(person, cx) => Ok(()),
                Some(_) | None => Err(Why("why-no-finding")),
            },
            Action::ListSort | Action::ListFacet => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::ListOpen,
            Action::AppointmentCame,
            Action::AppointmentNoShow,
            Action::Why,
            Action::QuickOpen,
            Action::ListSearch,
            Action::AgendaOpen,
            Action::CaseloadOpen,
            Action::DueOpen,
            Action::AppointmentAccept,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        vec![reason::signs(cx), ("+2", cx.words.get("sign-others").into_owned())]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let has_nobody = cx.model.caseload.files.is_empty() && cx.model.drafts.is_empty();
        if has_nobody && !self.lines.iter().any(|it| matches!(it, Line::Station(_))) {
            return person_pane::draw_empty(frame, body, "today-empty", cx);
        }
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        let counts: Vec<_> = draw::counts(columns, cx).into_iter().map(Text::from).collect();
        let head = u16::try_from(counts.len()).unwrap_or(0).min(list.height);
        let style = cx.theme.style(Role::Accent);
        frame.render_widget(Paragraph::new(counts).style(style), Rect { height: head, ..list });
        let rows = Rect { y: list.y + head, height: list.height - head, ..list };
        let selected = self.window.selected();
        let visible = self.window.visible(self.lines.len(), usize::from(rows.height));
        let shown = |row| Shown { is_selected: row == selected, columns, names: self.names };
        let lines = visible.map(|row| draw::line(&self.lines[row], shown(row), cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
        if let (Some(pane), Some((person, _))) = (pane, self.about(cx)) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}

impl Screen for Today {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("today-title").into_owned()
    }

    /// Says what opening the station found or repaired.
    fn enter(&mut self, cx: &Cx<'_>) -> Step {
        if cx.model.notices.is_empty() {
            return Step::stay();
        }
        let told = cx.model.notices.iter().map(|notice| {
            let args = notice.args.iter().map(|(name, value)| (*name, value.as_str()));
            cx.words.filled(&format!("repair-{}", notice.id), args)
        });
        Step::open(TOLD, Notice::new(cx.words.get("today-notices").into_owned(), told.collect()))
    }
}
