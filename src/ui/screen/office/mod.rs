//! The station's own side (*mon poste*): absences, meetings and trainings, unmet needs, structures,
//! workshops, directory. Nothing here is about one person.
//!
//! The screen keeps the page and the row that are shown, and reads the office from the model.

mod page;
mod sheet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::domain::id::ObjectId;
use crate::domain::office::{OfficeBody, Participant};
use crate::domain::rules::StationFinding;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::specs::Given;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::reading::Reading;
use crate::ui::reason;
use crate::ui::saved;
use crate::ui::screen::Screen;
use crate::ui::screen::file::history::{self, History};
use crate::ui::screen::file::list::{self, Row};
use crate::ui::screen::file::reading_of;
use crate::ui::screen::form::open;
use crate::ui::screen::today::lines::station_findings;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, wrap};
use crate::ui::widget::keys;
use crate::ui::widget::window::Window;
use crate::ui::written;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::{Change, Request, Save};
use page::Listed;
pub use page::Page;
pub use sheet::SheetScreen;

const HISTORY: Slot = Slot(0);
const WITHDRAWING: Slot = Slot(1);
const TOLD: Slot = Slot(2);

/// Columns of a day.
const DAY: usize = 8;

/// The station's own side.
pub struct OfficeScreen {
    page: Page,
    windows: [Window; Page::ALL.len()],
    history: Option<History>,
    /// Whether the office may have changed since the versions were read.
    is_stale: bool,
    /// What is selected on the page, to be found again when rows come above it.
    kept: Option<ObjectId>,
}

impl OfficeScreen {
    /// The station's own side, on that page.
    pub fn open_at(page: Page) -> Self {
        Self {
            page,
            windows: [Window::default(); Page::ALL.len()],
            history: None,
            is_stale: true,
            kept: None,
        }
    }

    fn window(&self) -> Window {
        self.windows[self.page as usize]
    }

    fn things(&self, cx: &Cx<'_>) -> Vec<Listed> {
        self.page.things(&cx.model.caseload.office)
    }

    fn count(&self, cx: &Cx<'_>) -> usize {
        match self.page {
            Page::History => self.history.as_ref().map_or(0, History::len),
            page => page.count(&cx.model.caseload.office),
        }
    }

    fn rows(&self, cx: &Cx<'_>) -> usize {
        usize::from(list_area(body_of(cx.size), self.page, cx).height).max(1)
    }

    fn selected(&self, cx: &Cx<'_>) -> Option<Listed> {
        self.things(cx).into_iter().nth(self.window().selected())
    }

    fn select(&mut self, row: usize, cx: &Cx<'_>) {
        let (count, rows) = (self.count(cx), self.rows(cx));
        self.windows[self.page as usize].go_to(row, count, rows);
        self.kept = self.selected(cx).map(|it| it.id);
    }

    fn turn_to(&mut self, by: usize, cx: &Cx<'_>) -> Step {
        self.page = Page::ALL[(self.page as usize + by) % Page::ALL.len()];
        self.kept = self.selected(cx).map(|it| it.id);
        self.read_history()
    }

    /// Asks for the versions when they show and may not be the latest.
    fn read_history(&mut self) -> Step {
        if self.page != Page::History || !std::mem::take(&mut self.is_stale) {
            return Step::stay();
        }
        Step::stay().ask(HISTORY, Request::OfficeHistory)
    }

    fn add(&self, cx: &Cx<'_>) -> Option<Step> {
        let paper = self.page.paper()?;
        Some(Step::push(open::new_of_office(paper, &Given::new(), cx)))
    }

    fn edit(&self, cx: &Cx<'_>) -> Option<Step> {
        open::edit_office(self.selected(cx)?.id, cx).map(Step::push)
    }

    /// Withdraws what is selected; a workshop with the steps that it wrote. One stroke: undo brings it back.
    fn withdraw(&self, cx: &Cx<'_>) -> Option<Step> {
        let listed = self.selected(cx)?;
        let (entry, _) = cx.model.caseload.office.version(listed.id)?;
        let mut changes = vec![Change { person: None, replaces: Some((listed.id, entry)), body: None }];
        if let OfficeBody::Workshop(workshop) = &listed.body {
            changes.extend(workshop.participants.iter().filter_map(|it| step_withdrawn(it, cx)));
        }
        let save = Save { changes, draft: None, confirmed: true };
        Some(Step::stay().ask_and_wait(WITHDRAWING, Request::Save(Box::new(save))))
    }

    /// Shows everything that is written of what is selected.
    fn read(&self, cx: &Cx<'_>) -> Option<Step> {
        let (_, body) = cx.model.caseload.office.version(self.selected(cx)?.id)?;
        let (title, text) = reading_of(&body, cx);
        Some(Step::open(TOLD, Reading::new(title, text)))
    }
}

/// Takes the step that a workshop wrote out of the file of a participant, if it is still there.
fn step_withdrawn(participant: &Participant, cx: &Cx<'_>) -> Option<Change> {
    let step = cx.file(participant.person)?.steps.iter().find(|it| Some(it.id) == participant.step)?;
    Some(Change { person: Some(participant.person), replaces: Some((step.id, step.entry)), body: None })
}

/// What the rules find about the station today.
fn findings(cx: &Cx<'_>) -> Vec<StationFinding> {
    station_findings(cx, cx.now.today)
}

/// What the rules find, whole, above the list of absences.
fn told(columns: usize, cx: &Cx<'_>) -> Vec<Line<'static>> {
    let found = findings(cx);
    let lines = found.iter().flat_map(|it| {
        let style = cx.theme.style(reason::role(it.severity));
        let text = format!("{} {}", reason::sign(it.severity), cx.words.station_why(it));
        wrap(&text, columns).into_iter().map(move |line| Line::styled(line, style))
    });
    lines.collect()
}

/// What the page draws in, under the names of the pages.
fn content_of(body: Rect) -> Rect {
    Rect { y: body.y + 2.min(body.height), height: body.height.saturating_sub(2), ..body }
}

/// Where the rows are, under what is told above them.
fn list_area(body: Rect, page: Page, cx: &Cx<'_>) -> Rect {
    let area = content_of(body);
    if page != Page::Absences {
        return area;
    }
    let told = u16::try_from(told(usize::from(area.width), cx).len()).unwrap_or(0).min(area.height / 2);
    Rect { y: area.y + told, height: area.height - told, ..area }
}

fn row(it: &Listed, columns: usize, cx: &Cx<'_>) -> Row {
    let day = it.body.day().map(written::short_day);
    let line = cx.words.office_line(&it.body);
    let text = match day {
        Some(day) => format!("{day:<DAY$}  {line}"),
        None => line,
    };
    Row { text: clip(&text, columns.saturating_sub(2)).into_owned(), role: Role::Text }
}

impl Layer for OfficeScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Office, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.is_stale = true;
        if let Some(history) = &mut self.history {
            history.tell(cx.words);
        }
        let things = self.things(cx);
        let row = self.kept.and_then(|kept| things.iter().position(|it| it.id == kept));
        self.select(row.unwrap_or(self.window().selected()), cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let done = match action {
            Action::PageNext => return self.turn_to(1, cx),
            Action::PagePrevious => return self.turn_to(Page::ALL.len() - 1, cx),
            Action::EntryNew => self.add(cx),
            Action::ListOpen if self.page == Page::Workshops => {
                self.selected(cx).map(|it| Step::push(SheetScreen::open(it.id)))
            }
            Action::ListOpen | Action::EntryEdit => self.edit(cx),
            Action::EntryWithdraw => self.withdraw(cx),
            Action::EntryRead => self.read(cx),
            _ => None,
        };
        done.unwrap_or_else(|| {
            let (count, rows) = (self.count(cx), self.rows(cx));
            self.windows[self.page as usize].act(action, count, rows);
            self.kept = self.selected(cx).map(|it| it.id);
            self.read_history()
        })
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::OfficeHistory(versions) if slot == HISTORY => {
                self.history = Some(History::new(versions, cx.words));
                Step::stay()
            }
            Outcome::Saved(_) if slot == WITHDRAWING => Step::say(saved::message(cx)),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        let has_target = match action {
            Action::EntryNew => self.page.paper().is_some(),
            Action::PresenceExcuse => return Err(Why("why-elsewhere")),
            Action::ListOpen | Action::EntryEdit | Action::EntryWithdraw | Action::EntryRead => {
                self.selected(cx).is_some()
            }
            Action::ListSort | Action::ListFacet | Action::ListSearch | Action::Why => {
                return Err(Why("why-elsewhere"));
            }
            _ => true,
        };
        if has_target { Ok(()) } else { Err(Why("why-nothing-selected")) }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::EntryNew, Action::ListOpen, Action::EntryRead, Action::PageNext, Action::EntryWithdraw]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = usize::from(body.width);
        frame.render_widget(page::tabs(self.page, columns, cx), Rect { height: 1.min(body.height), ..body });
        if self.page == Page::History {
            return history::draw(frame, content_of(body), self.history.as_ref(), self.window(), cx);
        }
        let area = list_area(body, self.page, cx);
        let above = Rect { height: area.y - content_of(body).y, ..content_of(body) };
        if self.page == Page::Absences {
            frame.render_widget(Paragraph::new(told(columns, cx)), above);
        }
        let things = self.things(cx);
        if things.is_empty() {
            let text = keys::message(self.page.empty(), &[Scope::Office, Scope::List], cx);
            let lines: Vec<Line<'_>> = wrap(&text, columns.saturating_sub(4).max(1))
                .into_iter()
                .map(|line| Line::styled(format!("  {line}"), cx.theme.style(Role::TextDim)))
                .collect();
            return frame.render_widget(Paragraph::new(lines), area);
        }
        list::draw(frame, area, things.len(), self.window(), cx, |rank| row(&things[rank], columns, cx));
    }
}

impl Screen for OfficeScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("office-title").into_owned()
    }
}
