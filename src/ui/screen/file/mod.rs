//! A person's file (*dossier*): where they stand, then everything that was written of them.
//!
//! The screen keeps the page and the row that are shown; people are read from the model at each
//! use, and versions are asked for when the history page is first shown.

mod candidature;
mod commission;
pub mod esf;
mod events;
mod evidence;
pub mod fields;
mod gestures;
mod goals;
pub(super) mod history;
mod interviews;
pub(super) mod list;
mod needs;
mod page;
mod prescriber;
mod remedy;
mod signed;
mod steps;
pub mod summary;
mod work;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::file::File;
use crate::domain::id::{ObjectId, PersonId};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::Reply;
use crate::ui::reason;
use crate::ui::saved;
use crate::ui::screen::Screen;
use crate::ui::screen::attendance::Attendance;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::width;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
pub(super) use gestures::reading_of;
use history::History;
pub use page::Page;

const HISTORY: Slot = Slot(0);
const WITHDRAWING: Slot = Slot(1);
const TOLD: Slot = Slot(2);
const MAIL: Slot = Slot(40);
/// Which document to print.
const PRINT: Slot = Slot(41);
const TICKING: Slot = Slot(3);

/// A person's file.
pub struct FileScreen {
    person: PersonId,
    page: Page,
    windows: [Window; Page::ALL.len()],
    history: Option<History>,
    /// Whether the file may have changed since the versions were read.
    is_stale: bool,
    /// What is selected on the page, to be found again when rows come above it.
    kept: Option<ObjectId>,
    /// What the page listed when it was last shown, to tell what was just saved.
    known: Vec<ObjectId>,
    /// Whether the page of interviews was turned to: it is first shown from the present on.
    has_shown_interviews: bool,
    /// Whether the first page shown is that of where the person stands.
    is_undecided: bool,
    attendance: Attendance,
}

impl FileScreen {
    /// The file of a person, on its first page.
    pub fn open(person: PersonId) -> Self {
        Self { is_undecided: true, ..Self::open_at(person, Page::Summary) }
    }

    /// The file of a person, on that page.
    pub fn open_at(person: PersonId, page: Page) -> Self {
        Self {
            person,
            page,
            windows: [Window::default(); Page::ALL.len()],
            history: None,
            is_stale: true,
            kept: None,
            known: Vec::new(),
            has_shown_interviews: false,
            is_undecided: false,
            attendance: Attendance::default(),
        }
    }

    fn window(&self) -> Window {
        self.windows[self.page as usize]
    }

    /// How many rows can be selected on this page.
    fn count(&self, file: &File, cx: &Cx<'_>) -> usize {
        match self.page {
            Page::Summary => cx.model.board.findings(self.person).len(),
            Page::Candidature => candidature::rows(file, cx).len(),
            Page::History => self.history.as_ref().map_or(0, History::len),
            page => page.things(file).len(),
        }
    }

    /// How many rows of the page's list show at once.
    fn rows(&self, cx: &Cx<'_>) -> usize {
        let area = content_of(body_of(cx.size));
        usize::from(match self.page {
            Page::Summary => summary::findings_area(area).height,
            Page::Candidature => candidature::list_area(area).height,
            Page::Interviews => interviews::list_area(area).height.saturating_sub(1),
            Page::Steps | Page::Needs | Page::Goals | Page::Work | Page::Events => {
                area.height.saturating_sub(1)
            }
            Page::Evidence => {
                let area = cx.file(self.person).map_or(area, |file| evidence::list_area(area, file, cx));
                area.height.saturating_sub(1)
            }
            Page::Commission => {
                let area = cx.file(self.person).map_or(area, |file| commission::list_area(area, file));
                area.height.saturating_sub(1)
            }
            Page::History => area.height,
        })
    }

    fn turn_to(&mut self, page: Page, cx: &Cx<'_>) -> Step {
        self.page = page;
        if let Some(file) = cx.file(self.person) {
            if page == Page::Interviews && !std::mem::replace(&mut self.has_shown_interviews, true) {
                self.select(interviews::row_of_the_present(file, cx.now.today), file, cx);
            }
            self.kept = self.selected(file);
            self.known = page.things(file);
        }
        self.read_history()
    }

    /// The one thing of the page that was not there before: what was just saved is what comes next. Interviews
    /// are read from the present on, whatever is planned above.
    fn just_saved(&self, things: &[ObjectId]) -> Option<ObjectId> {
        let mut new = things.iter().filter(|it| !self.known.contains(it));
        new.next().copied().filter(|_| new.next().is_none() && self.page != Page::Interviews)
    }

    fn select(&mut self, row: usize, file: &File, cx: &Cx<'_>) {
        let (count, rows) = (self.count(file, cx), self.rows(cx));
        self.windows[self.page as usize].go_to(row, count, rows);
    }

    /// Asks for the versions when they show and may not be the latest.
    fn read_history(&mut self) -> Step {
        if self.page != Page::History || !std::mem::take(&mut self.is_stale) {
            return Step::stay();
        }
        Step::stay().ask(HISTORY, Request::History(self.person))
    }

    /// The page `by` further, around.
    fn page_after(&self, by: usize) -> Page {
        Page::ALL[(self.page as usize + by) % Page::ALL.len()]
    }
}

/// What the pages draw in: under the tabs.
fn content_of(body: Rect) -> Rect {
    Rect { y: body.y + 2.min(body.height), height: body.height.saturating_sub(2), ..body }
}

impl Layer for FileScreen {
    fn scopes(&self) -> &'static [Scope] {
        match self.page {
            Page::Candidature => &[Scope::Candidature, Scope::File, Scope::List],
            Page::Summary
            | Page::Interviews
            | Page::Steps
            | Page::Needs
            | Page::Goals
            | Page::Work
            | Page::Evidence
            | Page::Commission
            | Page::Events
            | Page::History => &[Scope::File, Scope::List],
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.is_stale = true;
        if let Some(history) = &mut self.history {
            history.tell(cx.words);
        }
        let Some(file) = cx.file(self.person) else { return };
        let things = self.page.things(file);
        let kept = self.just_saved(&things).or(self.kept);
        self.known = things;
        let row = kept.and_then(|kept| self.row_of(kept, file)).unwrap_or(self.window().selected());
        self.select(row, file, cx);
        self.kept = self.selected(file);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let Some(file) = cx.file(self.person) else { return Step::pop() };
        match action {
            Action::PageNext => self.turn_to(self.page_after(1), cx),
            Action::PagePrevious => self.turn_to(self.page_after(Page::ALL.len() - 1), cx),
            other => self.gesture(other, file, cx).unwrap_or_else(|| {
                let (count, rows) = (self.count(file, cx), self.rows(cx));
                self.windows[self.page as usize].act(other, count, rows);
                self.kept = self.selected(file);
                self.read_history()
            }),
        }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::History(_, versions) if slot == HISTORY => {
                self.history = Some(History::new(versions, cx.words));
                Step::stay()
            }
            Outcome::Saved(_) if slot == WITHDRAWING || slot == TICKING => Step::say(saved::message(cx)),
            other => self.attendance.done(slot, &other, cx).unwrap_or_default(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        if slot == MAIL && reply == Reply::Confirmed {
            return Step::stay().ask_and_wait(WITHDRAWING, prescriber::sent(self.person, cx));
        }
        if let (PRINT, Reply::Picked(rank)) = (slot, &reply) {
            return self.printable().ask(*rank, cx);
        }
        self.attendance.replied(slot, &reply, cx).unwrap_or_default()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        let Some(file) = cx.file(self.person) else { return Err(Why("why-file-gone")) };
        self.can(action, file, cx)
    }

    fn hints(&self, cx: &Cx<'_>) -> Vec<Action> {
        let reads = [Action::ListOpen, Action::EntryRead, Action::PageNext];
        match self.page {
            Page::Needs => {
                return [Action::EntryNew, Action::DiagnosisEdit].into_iter().chain(reads).collect();
            }
            Page::Evidence => {
                return [Action::EntryNew, Action::EvidenceAttach].into_iter().chain(reads).collect();
            }
            Page::Commission => {
                let told = [Action::RecommendationNew, Action::DocumentPrint, Action::PrescriberMail];
                let adds = [Action::SubmissionNew, Action::DecisionNew].into_iter().chain(told);
                return adds.into_iter().chain(reads).collect();
            }
            Page::Candidature => {
                let next = cx.file(self.person).and_then(|file| candidature::next_key(file, cx));
                let acts = [Action::CandidatureTick, Action::ListOpen, Action::EnrolmentEdit];
                let others = [Action::DiagnosisEdit, Action::EntryNew, Action::PageNext];
                let others = others.into_iter().filter(|it| next != Some(*it));
                let acts = acts.into_iter().filter(|it| next != Some(*it));
                return next.into_iter().chain(acts).chain(others).collect();
            }
            Page::Goals => return [Action::EntryNew].into_iter().chain(reads).collect(),
            Page::Work => {
                let adds =
                    [Action::EmploymentNew, Action::TrainingNew, Action::PositioningNew, Action::ExitOpen];
                return adds.into_iter().chain(reads).collect();
            }
            Page::Summary | Page::Interviews | Page::Steps | Page::Events | Page::History => {}
        }
        vec![
            Action::ListOpen,
            Action::EntryRead,
            Action::AppointmentCame,
            Action::InterviewNew,
            Action::StepNew,
            Action::AppointmentNew,
            Action::PageNext,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        let pathway = [
            ("━", "sign-pathway-steps"),
            ("│", "sign-pathway-interviews"),
            ("▾", "sign-pathway-today"),
            ("■", "sign-coverage"),
        ];
        let told = |(sign, id): (&'static str, &str)| (sign, cx.words.get(id).into_owned());
        match self.page {
            Page::Summary => [reason::signs(cx)].into_iter().chain(pathway.map(told)).collect(),
            Page::Candidature
            | Page::Interviews
            | Page::Steps
            | Page::Needs
            | Page::Goals
            | Page::Work
            | Page::Evidence
            | Page::Commission
            | Page::Events
            | Page::History => Vec::new(),
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let Some(file) = cx.file(self.person) else {
            return frame.render_widget(cx.words.get("why-file-gone").into_owned(), body);
        };
        frame.render_widget(self.tabs(file, body.width, cx), Rect { height: 1.min(body.height), ..body });
        let area = content_of(body);
        match self.page {
            Page::Summary => summary::draw(frame, area, file, self.window(), cx),
            Page::Candidature => candidature::draw(frame, area, file, self.window(), cx),
            Page::Interviews => interviews::draw(frame, area, file, self.window(), cx),
            Page::Steps => steps::draw(frame, area, file, self.window(), cx),
            Page::Needs => needs::draw(frame, area, file, self.window(), cx),
            Page::Goals => goals::draw(frame, area, file, self.window(), cx),
            Page::Work => work::draw(frame, area, file, self.window(), cx),
            Page::Evidence => evidence::draw(frame, area, file, self.window(), cx),
            Page::Commission => commission::draw(frame, area, file, self.window(), cx),
            Page::Events => events::draw(frame, area, file, self.window(), cx),
            Page::History => history::draw(frame, area, self.history.as_ref(), self.window(), cx),
        }
    }
}

impl FileScreen {
    /// The names of the pages, and whether there are drafts.
    fn tabs(&self, file: &File, columns: u16, cx: &Cx<'_>) -> Line<'static> {
        let has_draft = cx.model.drafts.iter().any(|draft| draft.key.person == Some(self.person));
        let draft = if has_draft { format!("  {}", cx.words.get("file-draft")) } else { String::new() };
        let mut line = page::tabs(self.page, file, usize::from(columns).saturating_sub(width(&draft)), cx);
        line.push_span(Span::styled(draft, cx.theme.style(Role::Soon)));
        line
    }
}

impl Screen for FileScreen {
    /// None: the name of the person is the name of the screen.
    fn title(&self, _cx: &Cx<'_>) -> String {
        String::new()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn enter(&mut self, cx: &Cx<'_>) -> Step {
        // What a candidate's counsellor works on is the candidature.
        let is_candidate = cx.file(self.person).is_some_and(|file| candidature::comes_first(file, cx));
        let page = if std::mem::take(&mut self.is_undecided) && is_candidate {
            Page::Candidature
        } else {
            self.page
        };
        self.turn_to(page, cx)
    }
}
