//! Quality (*qualité*, R10-02): how many records are complete, what is to be looked at by kind, and in whose
//! files. It shows what [`flaws`] finds; somebody decides whether it is an error.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::super::{Screen, person_pane, ways};
use super::behind::BehindScreen;
use super::counted::Counted;
use crate::domain::figures::rate;
use crate::domain::id::PersonId;
use crate::domain::quality::{Flaw, FlawKey, INCOMPLETE_LIMIT, flaws, is_complete};
use crate::domain::state::State;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::{Layer, Why};
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::wrap;
use crate::ui::widget::window::Window;

/// Rows above the list: how many are complete, on two lines at most, and the names of the columns.
const ROWS_ABOVE: u16 = 3;
/// Columns of a count.
const COUNT: usize = 12;

/// One kind of flaw.
struct Kind {
    key: FlawKey,
    found: Vec<Flaw>,
    people: usize,
}

/// What is to be looked at, today.
#[derive(Default)]
pub struct QualityScreen {
    kinds: Vec<Kind>,
    active: usize,
    incomplete: usize,
    window: Window,
    counted: Counted,
}

impl QualityScreen {
    /// As the files stand today.
    pub fn new(cx: &Cx<'_>) -> Self {
        let mut screen = Self::default();
        screen.refresh(cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn make(&mut self, cx: &Cx<'_>) {
        let (on, pack) = (cx.now.today, cx.model.board.pack());
        let mut found: Vec<Flaw> = Vec::new();
        (self.active, self.incomplete) = (0, 0);
        for file in cx.model.caseload.files.values() {
            found.extend(flaws(file, pack, on));
            if State::of(file, on).is_in_file_active() {
                self.active += 1;
                self.incomplete += usize::from(!is_complete(file, on));
            }
        }
        let kind = |key: FlawKey| {
            let found: Vec<Flaw> = found.iter().filter(|it| it.key == key).cloned().collect();
            let mut people: Vec<PersonId> = found.iter().map(|it| it.person).collect();
            people.dedup();
            Kind { key, found, people: people.len() }
        };
        self.kinds = FlawKey::ALL.iter().map(|key| kind(*key)).filter(|it| !it.found.is_empty()).collect();
        self.counted.is_made(cx);
        self.window.go_to(self.window.selected(), self.kinds.len(), Self::page(cx));
    }

    /// Completeness against the limit, in words: a screen without colours says it as well.
    fn completeness(&self, columns: usize, cx: &Cx<'_>) -> Vec<Line<'static>> {
        let share = rate(self.incomplete, self.active);
        let is_over = share.is_some_and(|it| it > INCOMPLETE_LIMIT);
        let mut args = FluentArgs::new();
        args.set("incomplete", self.incomplete);
        args.set("active", self.active);
        args.set("share", cx.words.percent(share.unwrap_or(0)));
        args.set("limit", cx.words.percent(INCOMPLETE_LIMIT));
        let (id, role) = match (self.counted.is_waiting(), is_over) {
            (true, _) => ("quality-counting", Role::Soon),
            (false, true) => ("quality-incomplete-over", Role::Overdue),
            (false, false) => ("quality-incomplete", Role::Accent),
        };
        let lines = wrap(&cx.words.with(id, &args), columns).into_iter().take(2);
        lines.map(|line| Line::styled(line, cx.theme.style(role))).collect()
    }

    fn line(&self, kind: &Kind, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let first = columns.saturating_sub(MARK_COLUMNS + 2 * (COUNT + 1));
        let cells = vec![
            Cell::new(cx.words.label(kind.key), first),
            Cell::end(kind.found.len().to_string(), COUNT),
            Cell::end(kind.people.to_string(), COUNT),
        ];
        cells::line(cells, is_selected, cx)
    }

    fn selected(&self) -> Option<&Kind> {
        self.kinds.get(self.window.selected())
    }
}

impl Layer for QualityScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        if self.counted.is_to_be_made(cx) {
            self.make(cx);
        }
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.kinds.len(), Self::page(cx)) {
            return Step::stay();
        }
        match action {
            Action::ListOpen => self.selected().map_or_else(Step::stay, |kind| {
                let called = cx.words.label(kind.key).into_owned();
                Step::push(BehindScreen::of_flaws(called, &kind.found, cx.now.today, cx))
            }),
            Action::ListSearch => ways::search(cx),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen if self.selected().is_none() => Err(Why("why-nobody-counted")),
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListDown, Action::BilanOpen, Action::ListSearch]
    }

    fn is_working(&self) -> bool {
        self.counted.is_waiting()
    }

    fn work(&mut self, cx: &Cx<'_>) {
        self.make(cx);
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = usize::from(body.width);
        let said = self.completeness(columns, cx);
        frame.render_widget(Paragraph::new(said), Rect { height: body.height.min(2), ..body });
        let rows = Rect { y: body.y + ROWS_ABOVE, height: body.height.saturating_sub(ROWS_ABOVE), ..body };
        if self.counted.is_waiting() {
            return;
        }
        if self.kinds.is_empty() {
            return person_pane::draw_empty(frame, rows, "quality-nothing", cx);
        }
        let first = columns.saturating_sub(MARK_COLUMNS + 2 * (COUNT + 1));
        let header = [
            Cell::new(cx.words.get("quality-column-flaw"), first),
            Cell::end(cx.words.get("quality-column-times"), COUNT),
            Cell::end(cx.words.get("quality-column-files"), COUNT),
        ];
        let header = cells::line(header.map(|cell| cell.role(Role::TextDim)).into(), false, cx);
        frame.render_widget(header, Rect { y: body.y + 2, height: 1, ..body });
        let visible = self.window.visible(self.kinds.len(), usize::from(rows.height));
        let selected = self.window.selected();
        let lines = visible.map(|at| self.line(&self.kinds[at], at == selected, columns, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
    }
}

impl Screen for QualityScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("quality-title").into_owned()
    }
}
