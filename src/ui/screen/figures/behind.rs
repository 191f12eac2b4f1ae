//! The people behind a number: each with the months in which they were met, or with what is to be looked at in
//! their file.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::{Screen, person_pane, ways};
use crate::domain::coverage::last_months;
use crate::domain::id::PersonId;
use crate::domain::quality::Flaw;
use crate::domain::state::State;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::{Layer, Why};
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::clip;
use crate::ui::widget::pathway::coverage_strip;
use crate::ui::widget::window::Window;

/// Columns of a name.
const NAME: usize = 28;
/// Months of coverage.
const MONTHS: u32 = 12;
/// Columns of these months: a sign each, and a space between two.
const STRIP: usize = 23;

/// Somebody who is counted, and why.
struct Row {
    person: PersonId,
    /// What is to be looked at; `None` of a figure, where the months are shown.
    flaw: Option<Flaw>,
}

/// The people behind a number.
pub struct BehindScreen {
    called: String,
    on: NaiveDate,
    rows: Vec<Row>,
    window: Window,
}

impl BehindScreen {
    /// Those whom a figure counts on a day, once each, by name.
    pub fn of_figure(called: String, people: &[PersonId], on: NaiveDate, cx: &Cx<'_>) -> Self {
        let mut seen = BTreeSet::new();
        let once = people.iter().filter(|person| seen.insert(**person));
        Self::of(called, once.map(|person| Row { person: *person, flaw: None }).collect(), on, cx)
    }

    /// Those in whose files these flaws are, by name.
    pub fn of_flaws(called: String, flaws: &[Flaw], on: NaiveDate, cx: &Cx<'_>) -> Self {
        let rows = flaws.iter().map(|flaw| Row { person: flaw.person, flaw: Some(flaw.clone()) });
        Self::of(called, rows.collect(), on, cx)
    }

    fn of(called: String, mut rows: Vec<Row>, on: NaiveDate, cx: &Cx<'_>) -> Self {
        rows.sort_by_key(|row| {
            let rank = cx.model.board.name_rank(row.person);
            (rank.is_none(), rank, row.person)
        });
        Self { called, on, rows, window: Window::default() }
    }

    /// Rows above the list: what is counted, the legend of the months, the names of the columns.
    fn rows_above(&self) -> u16 {
        let has_months = self.rows.first().is_some_and(|row| row.flaw.is_none());
        if has_months { 3 } else { 2 }
    }

    fn page(&self, cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(self.rows_above())).max(1)
    }

    fn selected(&self) -> Option<PersonId> {
        self.rows.get(self.window.selected()).map(|row| row.person)
    }

    /// The names of the columns, or the initials of the months.
    fn header(&self, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let told = match self.rows.first() {
            Some(Row { flaw: Some(_), .. }) => cx.words.get("quality-column-flaw").into_owned(),
            Some(Row { flaw: None, person }) => {
                let initials: Vec<char> = cx.words.get("month-initials").chars().collect();
                let initial = |month: u32| initials.get(month as usize - 1).copied().unwrap_or(' ');
                let months = cx.file(*person).map(|file| last_months(&State::of(file, self.on), MONTHS));
                let [months, _] = coverage_strip(&months.unwrap_or_default(), initial);
                months
            }
            None => String::new(),
        };
        let rest = columns.saturating_sub(MARK_COLUMNS + NAME + 1);
        let cells = [(cx.words.get("out-name").into_owned(), NAME), (told, rest)];
        cells::line(cells.map(|(text, wide)| Cell::new(text, wide).role(Role::TextDim)).into(), false, cx)
    }

    fn line(&self, row: &Row, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let rest = columns.saturating_sub(MARK_COLUMNS + NAME + 1);
        let mut cells = vec![Cell::new(who::label_in(row.person, NAME, cx), NAME)];
        // Nothing of somebody else is shown to who sits opposite.
        let file = cx.file(row.person).filter(|_| !who::is_hidden(row.person, cx));
        match (&row.flaw, file) {
            (Some(flaw), Some(_)) => cells.push(Cell::new(told(flaw, cx), rest)),
            (None, Some(file)) => {
                let state = State::of(file, self.on);
                let [_, met] = coverage_strip(&last_months(&state, MONTHS), |_| ' ');
                cells.push(Cell::new(met, STRIP));
                let standing = cx.words.label(state.pathway()).into_owned();
                cells.push(Cell::new(standing, rest.saturating_sub(STRIP + 1)).role(Role::TextDim));
            }
            (_, None) => {}
        }
        cells::line(cells, is_selected, cx)
    }
}

/// "niveau", "12/01/2026 · 45 jours".
fn told(flaw: &Flaw, cx: &Cx<'_>) -> String {
    let mut parts = Vec::new();
    parts.extend(flaw.field.map(|field| cx.words.field(field)));
    parts.extend(flaw.on.map(|on| cx.words.date(on)));
    parts.extend(flaw.days.map(|days| cx.words.days(days)));
    parts.join(" · ")
}

impl Layer for BehindScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let page = self.page(cx);
        if self.window.act(action, self.rows.len(), page) {
            return Step::stay();
        }
        match action {
            Action::ListOpen => self.selected().map_or_else(Step::stay, ways::file),
            Action::ListSearch => ways::search(cx),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen if self.selected().is_none_or(|it| cx.file(it).is_none()) => {
                Err(Why("why-nobody-selected"))
            }
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListDown, Action::ListSearch]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        let mut args = FluentArgs::new();
        args.set("figure", self.called.as_str());
        args.set("date", cx.words.date(self.on));
        args.set("count", self.rows.len());
        let said = clip(&cx.words.with("figures-behind-said", &args), columns).into_owned();
        let top = Line::styled(said, cx.theme.style(Role::Accent));
        let legend =
            || Line::styled(cx.words.get("pathway-legend").into_owned(), cx.theme.style(Role::TextDim));
        let above = self.rows_above();
        let mut head = vec![top];
        head.extend((above > 2).then(legend));
        head.push(self.header(columns, cx));
        frame.render_widget(Paragraph::new(head), Rect { height: list.height.min(above), ..list });
        let rows = Rect { y: list.y + above, height: list.height.saturating_sub(above), ..list };
        let visible = self.window.visible(self.rows.len(), usize::from(rows.height));
        let selected = self.window.selected();
        let lines = visible.map(|at| self.line(&self.rows[at], at == selected, columns, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
        if let Some((pane, person)) = pane.zip(self.selected()) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}

impl Screen for BehindScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("figures-people").into_owned()
    }
}
