//! The closing page: what would be forgotten until tomorrow, once, and never in the way. Quitting
//! again quits.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::Screen;
use super::today::draw::{draft_text, unnamed};
use crate::domain::codes::Outcome;
use crate::domain::dates::add_days;
use crate::domain::file::{Current, File};
use crate::domain::holidays::open_from;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::Interview;
use crate::domain::rules::{AlertCode, Finding};
use crate::ui::action::{Action, Scope};
use crate::ui::board::{between, is_to_sign};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::{Layer, Why};
use crate::ui::screen::ways;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::window::Window;
use crate::usecase::request::DraftKey;

/// Columns of a name.
const NAME: usize = 28;

/// One line.
enum Row {
    /// What follows, and how many there are.
    Heading(&'static str, usize),
    /// An appointment of which nothing is said, or a record to sign, on that day.
    Interview(PersonId, NaiveDate, ObjectId),
    /// Somebody who becomes overdue.
    Overdue(Finding),
    /// A draft, about somebody or not.
    Draft(DraftKey),
}

impl Row {
    const fn is_heading(&self) -> bool {
        match self {
            Self::Heading(..) => true,
            Self::Interview(..) | Self::Overdue(_) | Self::Draft(_) => false,
        }
    }
}

/// The closing page.
pub struct Closing {
    rows: Vec<Row>,
    window: Window,
}

impl Closing {
    /// What there is to say before closing; `None` when there is nothing.
    pub fn new(cx: &Cx<'_>) -> Option<Self> {
        let rows = gather(cx);
        let has_nothing = rows.is_empty() && cx.model.unsent == 0;
        let mut page = Self { rows, window: Window::default() };
        page.leave_heading(true, cx);
        (!has_nothing).then_some(page)
    }

    /// Headings cannot be selected: goes on in the direction taken, or back at the end.
    fn leave_heading(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_line = |row: &usize| self.rows.get(*row).is_some_and(|row| !row.is_heading());
        let below = (at..self.rows.len()).find(is_line);
        let above = (0..at).rev().find(is_line);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            // The first heading shows with its first line.
            self.window.go_to(0, self.rows.len(), Self::page(cx));
        }
        self.window.go_to(row, self.rows.len(), Self::page(cx));
    }

    /// What would be forgotten is done now; closing it comes back here.
    fn open(&self, cx: &Cx<'_>) -> Step {
        match self.rows.get(self.window.selected()) {
            Some(Row::Interview(person, _, id)) => ways::record(*person, *id, cx),
            Some(Row::Overdue(finding)) => ways::file(finding.person),
            Some(Row::Draft(key)) => {
                let draft = cx.model.drafts.iter().find(|draft| draft.key == *key);
                draft.map_or_else(Step::stay, |draft| ways::take_up(draft, cx))
            }
            Some(Row::Heading(..)) | None => Step::stay(),
        }
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(3)).max(1)
    }
}

fn gather(cx: &Cx<'_>) -> Vec<Row> {
    let today = cx.now.today;
    let interviews = |is_one: fn(&Current<Interview>, &File) -> bool| {
        let files = cx.model.caseload.files.values();
        let dated = |it: &Current<Interview>, file: &File| (it.value.date, file.id, it.id);
        let mut found: Vec<(NaiveDate, PersonId, ObjectId)> = files
            .flat_map(|file| {
                between(file, NaiveDate::MIN, today)
                    .filter(|it| is_one(it, file))
                    .map(|it| dated(it, file))
                    .collect::<Vec<_>>()
            })
            .collect();
        found.sort_by_key(|(date, person, _)| (*date, cx.model.board.name_rank(*person)));
        found.into_iter().map(|(date, person, id)| Row::Interview(person, date, id)).collect::<Vec<_>>()
    };
    let parts = [
        ("closing-outcomes", interviews(|it, _| it.value.outcome == Outcome::Planned)),
        ("closing-unsigned", interviews(is_to_sign)),
        ("closing-drafts", cx.model.drafts.iter().map(|draft| Row::Draft(draft.key.clone())).collect()),
        ("closing-overdue", overdue(cx)),
    ];
    let mut rows = Vec::new();
    for (heading, of_part) in parts {
        if !of_part.is_empty() {
            rows.push(Row::Heading(heading, of_part.len()));
            rows.extend(of_part);
        }
    }
    rows
}

/// The next day on which people are received.
fn next_open_day(today: NaiveDate) -> NaiveDate {
    open_from(add_days(today, 1))
}

/// What is not due today, and will be by the next working day. Records of interviews apart: they
/// are told above.
fn overdue(cx: &Cx<'_>) -> Vec<Row> {
    let board = &cx.model.board;
    let next = board.at(&cx.model.caseload, next_open_day(cx.now.today));
    let due = board.on_day(&next).due().into_iter().filter_map(|spot| board.on_day(&next).finding(spot));
    due.filter(|it| it.due > cx.now.today)
        .filter(|it| it.code != AlertCode::InterviewRecord)
        .map(Row::Overdue)
        .collect()
}

fn line(row: &Row, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let rest = columns.saturating_sub(MARK_COLUMNS + NAME + 1);
    let named = |name: String, text: String| {
        cells::line(vec![Cell::new(name, NAME), Cell::new(text, rest)], is_selected, cx)
    };
    match row {
        Row::Heading(id, count) => {
            let mut args = FluentArgs::new();
            args.set("count", *count);
            args.set("date", cx.words.long_date(next_open_day(cx.now.today)));
            Line::styled(cx.words.with(id, &args).into_owned(), cx.theme.style(Role::Title))
        }
        Row::Interview(person, date, _) => named(who::label_in(*person, NAME, cx), cx.words.long_date(*date)),
        Row::Overdue(finding) => named(who::label_in(finding.person, NAME, cx), cx.words.reason(finding)),
        Row::Draft(key) => {
            let name = key.person.map(|person| who::label_in(person, NAME, cx));
            let name = name.unwrap_or_else(|| unnamed(key, cx));
            named(name, draft_text(key, cx))
        }
    }
}

impl Layer for Closing {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.rows = gather(cx);
        self.window.go_to(self.window.selected(), self.rows.len(), Self::page(cx));
        self.leave_heading(true, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if action == Action::ListOpen {
            return self.open(cx);
        }
        let before = self.window.selected();
        if self.window.act(action, self.rows.len(), Self::page(cx)) {
            self.leave_heading(self.window.selected() >= before, cx);
        }
        Step::stay()
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListUp
            | Action::ListDown
            | Action::ListPageUp
            | Action::ListPageDown
            | Action::ListFirst
            | Action::ListLast => Ok(()),
            Action::ListOpen if self.rows.is_empty() => Err(Why("why-nobody-selected")),
            Action::ListOpen => Ok(()),
            _ => Err(Why("why-elsewhere")),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::Quit, Action::ListOpen, Action::ScreenBack]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = usize::from(body.width);
        let mut args = FluentArgs::new();
        args.set("count", cx.model.unsent);
        args.set("shown", cx.words.count(cx.model.unsent));
        let id = if cx.model.unsent > 0 { "closing-unsent" } else { "closing-all-sent" };
        let head = vec![
            Line::styled(cx.words.get("closing-said").into_owned(), cx.theme.style(Role::Accent)),
            Line::styled(cx.words.with(id, &args).into_owned(), cx.theme.style(Role::Text)),
        ];
        frame.render_widget(Paragraph::new(head), Rect { height: body.height.min(2), ..body });
        let rows = Rect { y: body.y + 3, height: body.height.saturating_sub(3), ..body };
        let selected = self.window.selected();
        let visible = self.window.visible(self.rows.len(), usize::from(rows.height));
        let lines = visible.map(|row| line(&self.rows[row], row == selected, columns, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
    }
}

impl Screen for Closing {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("closing-title").into_owned()
    }
}
