//! The caseload (*file active*): everyone in a table, searched, narrowed, sorted.
//!
//! The people shown are chosen when the model, the search, a facet or the sort changes; drawing
//! builds the visible lines only.

mod column;
mod facet;

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Screen, person_pane, ways};
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::pick::Pick;
use crate::ui::overlay::{Reply, why};
use crate::ui::reason;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, MARK_COLUMNS};
use crate::ui::widget::clip::{clip, width};
use crate::ui::widget::editor::Editor;
use crate::ui::widget::window::Window;
use crate::usecase::request::Request;
use column::{Column, Layout};
use facet::{Facet, Facets};

/// The choice of a sort.
const SORT: Slot = Slot(1);
/// The choice of a facet.
const FACET: Slot = Slot(2);
/// A panel that replies nothing.
const TOLD: Slot = Slot(3);
/// A preference is kept.
const KEPT: Slot = Slot(4);
/// Preference: the column people are sorted by.
const SORT_KEPT: &str = "caseload-sort";
/// Most people that a search shows.
const MOST_FOUND: usize = 500;
/// Rows above the people: the state of the list, and the titles.
const ROWS_ABOVE: u16 = 2;
/// Columns of the sign of the most pressing alert and of how many there are.
const SIGN: usize = 4;

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
        };
        screen.gather(cx);
        screen
    }

    /// The same, ready for a search to be typed.
    pub fn searching(cx: &Cx<'_>) -> Self {
        Self { is_searching: true, ..Self::new(cx) }
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn selected(&self) -> Option<PersonId> {
        self.people.get(self.window.selected()).copied()
    }

    /// Chooses who is shown. The selection stays on the same person, if they still are.
    fn gather(&mut self, cx: &Cx<'_>) {
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

    /// What is shown, in words: how many, of whom, in which order.
    fn state_line(&self, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        args.set("sort", cx.words.get(&format!("sort-{}", self.sort.id())).into_owned());
        let mut parts = vec![cx.words.with("caseload-count", &args).into_owned()];
        let narrowed = self.facets.in_words(cx);
        if self.search.is_empty() {
            parts.extend((!narrowed.is_empty()).then_some(narrowed));
            let id = if self.is_reversed { "caseload-sorted-back" } else { "caseload-sorted" };
            parts.push(cx.words.with(id, &args).into_owned());
        }
        let said = clip(&parts.join(" · "), columns).into_owned();
        reason::with_signs(Line::from(Span::styled(said, cx.theme.style(Role::Accent))), columns, cx)
    }

    fn draw_search(&self, frame: &mut Frame<'_>, row: Rect, cx: &Cx<'_>) {
        let label = format!("{} ", cx.words.get("caseload-search"));
        let used = u16::try_from(width(&label)).unwrap_or(row.width).min(row.width);
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        let count = cx.words.with("caseload-found", &args).into_owned();
        let end = u16::try_from(width(&count)).unwrap_or(0).min(row.width - used);
        let field = Rect { x: row.x + used, width: row.width - used - end, ..row };
        frame.render_widget(Span::styled(label, cx.theme.style(Role::Title)), row);
        self.search.draw(frame, field, cx.theme.style(Role::FieldFocus), self.is_searching);
        let at = Rect { x: field.x + field.width, width: end, ..row };
        frame.render_widget(Span::styled(count, cx.theme.style(Role::TextDim)), at);
    }
}

/// One person: the sign of the most pressing alert, then the columns.
fn line(
    id: PersonId,
    is_selected: bool,
    layout: &Layout,
    search: &str,
    cx: &Cx<'_>,
) -> Option<Line<'static>> {
    let standing = cx.model.board.standing(id)?;
    let mut line = cells::line(layout.cells(id, standing, search, cx), is_selected, cx);
    let severity = standing.alerts.first.map(|(severity, _)| severity);
    let sign = severity.map_or("", reason::sign).trim_end();
    let count = match standing.alerts.count {
        0 | 1 => String::new(),
        several => several.min(9).to_string(),
    };
    let role = severity.map_or(Role::Text, reason::role);
    line.spans.insert(1, Span::styled(format!("{:<SIGN$}", format!("{sign}{count}")), cx.theme.style(role)));
    Some(line)
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
            Action::PersonNew => return ways::new_person(cx),
            _ => {}
        }
        let Some(person) = self.selected() else { return Step::stay() };
        match action {
            Action::ListOpen => ways::file(person),
            Action::Why => Step::open(TOLD, why::Why::new(cx.model.board.findings(person), 0)),
            Action::InterviewNew => ways::interview(person, cx),
            Action::StepNew => ways::new_step(person, cx),
            Action::ContactNew => ways::new_contact(person, cx),
            Action::AppointmentNew => ways::new_appointment(person, cx),
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

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen
            | Action::InterviewNew
            | Action::StepNew
            | Action::ContactNew
            | Action::AppointmentNew
                if self.people.is_empty() =>
            {
                Err(Why("why-nobody-selected"))
            }
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
            return vec![Action::ListOpen, Action::SearchLeave, Action::ListDown, Action::ListUp];
        }
        vec![
            Action::ListOpen,
            Action::ListSearch,
            Action::PersonNew,
            Action::InterviewNew,
            Action::ListSort,
            Action::ListFacet,
            Action::Why,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        vec![reason::signs(cx), ("*3", cx.words.get("sign-all").into_owned())]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        let top = Rect { height: 1, ..list };
        if self.is_searching {
            self.draw_search(frame, top, cx);
        } else if cx.model.caseload.files.is_empty() {
            return person_pane::draw_empty(frame, body, "caseload-empty", cx);
        } else {
            frame.render_widget(self.state_line(columns, cx), top);
        }
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        if self.people.is_empty() {
            let id = if self.is_searching { "caseload-nobody" } else { "caseload-narrow" };
            return person_pane::draw_empty(frame, rows, id, cx);
        }
        let layout = Layout::of(columns.saturating_sub(MARK_COLUMNS + SIGN), cx);
        let titles = layout.titles(cx).into_iter().map(|cell| cell.role(Role::Title)).collect();
        let mut titles = cells::line(titles, false, cx);
        titles.spans.insert(1, Span::raw(" ".repeat(SIGN)));
        frame.render_widget(titles, Rect { y: list.y + 1, height: 1, ..list });
        let selected = self.window.selected();
        let visible = self.window.visible(self.people.len(), usize::from(rows.height));
        let search = self.search.text();
        let lines = visible.filter_map(|row| line(self.people[row], row == selected, &layout, &search, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
        if let (Some(pane), Some(person)) = (pane, self.selected()) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}

impl Screen for CaseloadScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("caseload-title").into_owned()
    }
}
