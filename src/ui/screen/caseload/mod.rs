//! The caseload (*file active*): everyone in a table, searched, narrowed, sorted.
//!
//! The people shown are chosen when the model, the search, a facet or the sort changes; drawing
//! builds the visible lines only.

mod column;
mod draw;
mod facet;
mod list_out;
mod marks;
pub mod view;
mod view_list;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Screen, ways};
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::specs::{APPOINTMENT, CONTACT, Paper, STEP};
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::pick::Pick;
use crate::ui::overlay::{Reply, why};
use crate::ui::reason;
use crate::ui::step::Step;
use crate::ui::widget::editor::Editor;
use crate::ui::widget::window::Window;
use crate::usecase::request::Request;
use column::Column;
use facet::{Facet, Facets};
use marks::{MARKED, Marks};
use view::Shape;
use view_list::ViewList;

/// The choice of a sort.
const SORT: Slot = Slot(1);
/// The choice of a facet.
const FACET: Slot = Slot(2);
/// A panel that replies nothing.
const TOLD: Slot = Slot(3);
/// The choice of a view.
const VIEW: Slot = Slot(5);
/// A preference is kept.
const KEPT: Slot = Slot(4);
/// Preference: the column people are sorted by.
const SORT_KEPT: &str = "caseload-sort";
/// Most people that a search shows.
const MOST_FOUND: usize = 500;
/// Rows above the people: the state of the list, and the titles.
const ROWS_ABOVE: u16 = 2;

/// The caseload.
pub struct CaseloadScreen {
    people: Vec<PersonId>,
    window: Window,
    search: Editor,
    is_searching: bool,
    sort: Column,
    is_reversed: bool,
    facets: Facets,
    choices: Vec<Facet>,
    marks: Marks,
}

impl CaseloadScreen {
    /// Everyone who is worked with, as they were last sorted.
    pub fn new(cx: &Cx<'_>) -> Self {
        let kept = cx.model.remembered.get(SORT_KEPT).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let mut screen = Self {
            people: Vec::new(),
            window: Window::default(),
            search: Editor::line(""),
            is_searching: false,
            sort: kept.and_then(Column::from_id).unwrap_or(Column::Name),
            is_reversed: false,
            facets: Facets::default(),
            choices: Vec::new(),
            marks: Marks::default(),
        };
        screen.gather(cx);
        screen
    }

    /// The same, ready for a search to be typed.
    pub fn searching(cx: &Cx<'_>) -> Self {
        Self { is_searching: true, ..Self::new(cx) }
    }

    /// As this shape says.
    pub fn showing(shape: &Shape, cx: &Cx<'_>) -> Self {
        let mut screen = Self::new(cx);
        screen.take_shape(shape, cx);
        screen
    }

    /// What is searched, narrowed and sorted now.
    fn shape(&self) -> Shape {
        let search = self.search.text().trim().to_owned();
        Shape { search, facets: self.facets.clone(), sort: self.sort, is_reversed: self.is_reversed }
    }

    fn take_shape(&mut self, shape: &Shape, cx: &Cx<'_>) {
        self.search.set_text(&shape.search);
        self.is_searching = !shape.search.is_empty();
        self.facets = shape.facets.clone();
        self.sort = shape.sort;
        self.is_reversed = shape.is_reversed;
        self.search_changed(cx);
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    /// Whether another station follows the person who is selected.
    fn is_followed_elsewhere(&self, cx: &Cx<'_>) -> bool {
        let file = self.selected().and_then(|person| cx.file(person));
        file.is_some_and(|file| cx.model.caseload.other_of(file).is_some())
    }

    fn selected(&self) -> Option<PersonId> {
        self.people.get(self.window.selected()).copied()
    }

    /// Chooses who is shown. The selection stays on the same person, if they still are.
    fn gather(&mut self, cx: &Cx<'_>) {
        self.marks.keep_those_there(cx);
        let before = self.selected();
        let typed = self.search.text();
        let board = &cx.model.board;
        if typed.trim().is_empty() {
            let shown = board.people().filter(|(_, standing)| self.facets.show(standing));
            let mut shown: Vec<_> = shown.collect();
            column::sort(&mut shown, self.sort, self.is_reversed, cx);
            self.people = shown.into_iter().map(|(id, _)| id).collect();
        } else {
            // A search looks everywhere, and its best answer comes first.
            let hits = cx.model.index.find(&typed, MOST_FOUND);
            self.people = hits.into_iter().map(|hit| hit.person).collect();
        }
        let row = before.and_then(|person| self.people.iter().position(|id| *id == person));
        let row = row.unwrap_or(self.window.selected());
        self.window.go_to(row, self.people.len(), Self::page(cx));
    }

    /// Marks the selected person, or unmarks them, and goes on: to the next line, or to the next
    /// name to search.
    fn mark(&mut self, cx: &Cx<'_>) -> Step {
        let Some(person) = self.selected() else { return Step::stay() };
        self.marks.flip(person);
        if self.is_searching {
            self.search.set_text("");
            self.search_changed(cx);
        } else {
            self.window.act(Action::ListDown, self.people.len(), Self::page(cx));
        }
        Step::stay()
    }

    /// One form for everybody who is marked, else for the person selected.
    fn enter_for(&self, paper: &'static Paper, person: PersonId, cx: &Cx<'_>) -> Step {
        ways::together(paper, self.concerned(person, cx), cx)
    }

    /// Everybody that a gesture is about: those who are marked, or else the one who is selected.
    fn concerned(&self, person: PersonId, cx: &Cx<'_>) -> Vec<PersonId> {
        if self.marks.is_empty() { vec![person] } else { self.marks.by_name(cx) }
    }

    fn search_changed(&mut self, cx: &Cx<'_>) {
        self.gather(cx);
        self.window.go_to(0, self.people.len(), Self::page(cx));
    }

    fn choose_sort(&self, cx: &Cx<'_>) -> Step {
        let label = |column: &Column| cx.words.get(&format!("sort-{}", column.id())).into_owned();
        let choices = Column::ALL.iter().map(label).collect();
        let first = Column::ALL.iter().position(|column| *column == self.sort).unwrap_or(0);
        Step::open(SORT, Pick::new(cx.words.get("sort-title").into_owned(), choices, cx).at(first, cx))
    }

    fn choose_facet(&mut self, cx: &Cx<'_>) -> Step {
        let (choices, labels): (Vec<Facet>, Vec<String>) = self.facets.choices(cx).into_iter().unzip();
        self.choices = choices;
        Step::open(FACET, Pick::new(cx.words.get("facet-title").into_owned(), labels, cx))
    }

    /// Sorts by the column; once more by the same one, the other way round.
    fn sort_by(&mut self, column: Column, cx: &Cx<'_>) -> Step {
        self.is_reversed = self.sort == column && !self.is_reversed;
        self.sort = column;
        self.gather(cx);
        self.window.go_to(0, self.people.len(), Self::page(cx));
        let value = column.id().as_bytes().to_vec();
        Step::stay().ask(KEPT, Request::Remember { name: SORT_KEPT.to_owned(), value })
    }

    fn leave_search(&mut self, cx: &Cx<'_>) -> Step {
        self.is_searching = false;
        if !self.search.is_empty() {
            self.search.set_text("");
            self.gather(cx);
        }
        Step::stay()
    }
}

impl Layer for CaseloadScreen {
    fn scopes(&self) -> &'static [Scope] {
        if self.is_searching { &[Scope::Search] } else { &[Scope::Caseload, Scope::List] }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.gather(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.people.len(), Self::page(cx)) {
            return Step::stay();
        }
        match action {
            Action::ListSearch => {
                self.is_searching = true;
                return Step::stay();
            }
            Action::SearchLeave => return self.leave_search(cx),
            Action::ListSort => return self.choose_sort(cx),
            Action::ListFacet => return self.choose_facet(cx),
            Action::ViewOpen => return Step::open(VIEW, ViewList::new(self.shape(), cx)),
            Action::PersonNew => return ways::new_person(cx),
            Action::ListOut => return self.take_out(cx),
            Action::ReferralNew => return ways::new_referral(cx),
            Action::PeopleMark => return self.mark(cx),
            Action::PeopleMarkAll => {
                self.marks.flip_all(&self.people);
                return Step::stay();
            }
            _ => {}
        }
        let Some(person) = self.selected() else { return Step::stay() };
        match action {
            Action::ListOpen => ways::file(person),
            Action::ExitOpen => ways::exit(person),
            Action::Why => Step::open(TOLD, why::Why::new(cx.model.board.findings(person), 0)),
            Action::InterviewNew => ways::interview(person, cx),
            Action::StepNew => self.enter_for(&STEP, person, cx),
            Action::ContactNew => self.enter_for(&CONTACT, person, cx),
            Action::WorkshopNew => ways::workshop(self.concerned(person, cx), cx),
            Action::AppointmentNew => self.enter_for(&APPOINTMENT, person, cx),
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.is_searching && self.search.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        if self.search.type_key(key) {
            self.search_changed(cx);
        }
        Step::stay()
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        if self.is_searching && self.search.paste(text) {
            self.search_changed(cx);
        }
        Step::stay()
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        let Reply::Picked(rank) = reply else { return Step::stay() };
        match slot {
            SORT => Column::ALL.get(rank).map_or_else(Step::stay, |column| self.sort_by(*column, cx)),
            VIEW => {
                if let Some(view) = view::all(cx).get(rank) {
                    self.take_shape(&view.shape, cx);
                }
                Step::stay()
            }
            FACET => {
                if let Some(facet) = self.choices.get(rank).cloned() {
                    self.facets.toggle(facet);
                    self.search.set_text("");
                    self.gather(cx);
                }
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn take_view(&mut self, shape: &Shape, cx: &Cx<'_>) -> bool {
        self.take_shape(shape, cx);
        true
    }

    fn let_go(&mut self) -> bool {
        self.marks.let_go()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen
            | Action::InterviewNew
            | Action::ExitOpen
            | Action::StepNew
            | Action::ContactNew
            | Action::WorkshopNew
            | Action::AppointmentNew
            | Action::PeopleMark
            | Action::PeopleMarkAll
            | Action::ListOut
                if self.people.is_empty() =>
            {
                Err(Why("why-nobody-selected"))
            }
            // A file that goes out holds names, which are hidden now.
            Action::ListOut if cx.model.is_discreet => Err(Why("why-discreet")),
            Action::InterviewNew if !self.marks.is_empty() => Err(Why("why-one-by-one")),
            Action::InterviewNew if self.is_followed_elsewhere(cx) => Err(Why("why-followed-elsewhere")),
            Action::Why => {
                let standing = self.selected().and_then(|person| cx.model.board.standing(person));
                let has_one = standing.is_some_and(|it| it.alerts.count > 0);
                if has_one { Ok(()) } else { Err(Why("why-no-finding")) }
            }
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        if self.is_searching {
            return vec![
                Action::ListOpen,
                Action::PeopleMark,
                Action::SearchLeave,
                Action::ViewOpen,
                Action::ListDown,
                Action::ListUp,
            ];
        }
        if self.people.is_empty() {
            return vec![Action::PersonNew, Action::ListSearch, Action::ListFacet, Action::ViewOpen];
        }
        if !self.marks.is_empty() {
            return vec![
                Action::PeopleMark,
                Action::ContactNew,
                Action::StepNew,
                Action::WorkshopNew,
                Action::AppointmentNew,
                Action::PeopleMarkAll,
                Action::ListOut,
                Action::ListSearch,
                Action::ListOpen,
            ];
        }
        vec![
            Action::ListOpen,
            Action::ListSearch,
            Action::InterviewNew,
            Action::PeopleMark,
            Action::ViewOpen,
            Action::ListSort,
            Action::ListFacet,
            Action::PersonNew,
            Action::Why,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        vec![
            reason::signs(cx),
            ("*3", cx.words.get("sign-all").into_owned()),
            (MARKED, cx.words.get("sign-marked").into_owned()),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        self.draw_all(frame, body, cx);
    }
}

impl Screen for CaseloadScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("caseload-title").into_owned()
    }
}
