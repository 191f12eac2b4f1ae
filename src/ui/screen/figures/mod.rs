//! Figures (*bilan*): what the activity report counts, on the cut-off and over the days of one's choice, and
//! the people behind each number. It shows what [`Bilan`](crate::domain::figures::bilan::Bilan) counts, and
//! counts nothing itself.

pub mod behind;
mod counted;
pub mod quality;
mod rows;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{Screen, ways};
use crate::domain::figures::{PROGRAMME_START, Stretch};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::Look;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::Reply;
use crate::ui::overlay::day::Day;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::clip;
use crate::ui::widget::window::Window;
use behind::BehindScreen;
use counted::Counted;
use rows::Row;

/// The day that is asked for.
const DAY: Slot = Slot(1);
/// Rows above the list: the days.
const ROWS_ABOVE: u16 = 1;

/// The days that flows are counted on, up to the cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Period {
    /// Since 1 January, as the reports of article 11 ask.
    Year,
    /// Twelve months.
    TwelveMonths,
    /// Since the programme began.
    Programme,
}

impl Period {
    const fn next(self) -> Self {
        match self {
            Self::Year => Self::TwelveMonths,
            Self::TwelveMonths => Self::Programme,
            Self::Programme => Self::Year,
        }
    }

    fn up_to(self, to: NaiveDate) -> Stretch {
        let year_before = || to.checked_sub_months(Months::new(12))?.succ_opt();
        let from = match self {
            Self::Year => to.with_ordinal(1),
            Self::TwelveMonths => year_before(),
            Self::Programme => Some(PROGRAMME_START),
        };
        Stretch { from: from.unwrap_or(to).min(to), to }
    }
}

/// The figures of one stretch.
pub struct BilanScreen {
    /// The cut-off; `None` follows today.
    on: Option<NaiveDate>,
    period: Period,
    rows: Vec<Row>,
    window: Window,
    counted: Counted,
}

impl BilanScreen {
    /// The year up to today.
    pub fn new(cx: &Cx<'_>) -> Self {
        let (rows, window) = (Vec::new(), Window::default());
        let mut screen = Self { on: None, period: Period::Year, rows, window, counted: Counted::default() };
        screen.count(cx);
        screen
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn stretch(&self, cx: &Cx<'_>) -> Stretch {
        self.period.up_to(self.on.unwrap_or(cx.now.today))
    }

    /// Counts at once, or leaves it for after the next drawing where there are many people.
    fn count(&mut self, cx: &Cx<'_>) {
        if self.counted.is_to_be_made(cx) {
            self.make(cx);
        }
    }

    fn make(&mut self, cx: &Cx<'_>) {
        self.rows = rows::of(self.stretch(cx), cx);
        self.counted.is_made(cx);
        self.window.go_to(self.window.selected(), self.rows.len(), Self::page(cx));
        self.leave_heading(true, cx);
    }

    fn look_at(&mut self, on: NaiveDate, cx: &Cx<'_>) -> Step {
        self.on = (on != cx.now.today).then_some(on);
        self.counted = Counted::default();
        self.count(cx);
        Step::stay()
    }

    /// A heading cannot be selected: goes on in the direction taken, or back.
    fn leave_heading(&mut self, is_down: bool, cx: &Cx<'_>) {
        let at = self.window.selected();
        let is_figure = |row: &usize| self.rows.get(*row).is_some_and(|row| row.people().is_some());
        let below = (at..self.rows.len()).find(is_figure);
        let above = (0..at).rev().find(is_figure);
        let Some(row) = (if is_down { below.or(above) } else { above.or(below) }) else { return };
        if row == 1 {
            // The first heading shows whenever the first figure does.
            self.window.go_to(0, self.rows.len(), Self::page(cx));
        }
        self.window.go_to(row, self.rows.len(), Self::page(cx));
    }

    fn open(&self, cx: &Cx<'_>) -> Step {
        let row = self.rows.get(self.window.selected());
        let Some((row, people)) = row.and_then(|row| Some((row, row.people()?))) else { return Step::stay() };
        Step::push(BehindScreen::of_figure(row.called(), people, self.on.unwrap_or(cx.now.today), cx))
    }

    fn banner(&self, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let stretch = self.stretch(cx);
        let mut args = FluentArgs::new();
        args.set("from", cx.words.date(stretch.from));
        args.set("to", cx.words.date(stretch.to));
        let id = if self.counted.is_waiting() { "figures-counting" } else { "figures-period" };
        let role = if self.on.is_none() { Role::Accent } else { Role::Soon };
        Line::styled(clip(&cx.words.with(id, &args), columns).into_owned(), cx.theme.style(role))
    }
}

impl Layer for BilanScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Figures, Scope::AsOf, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.count(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.rows.len(), Self::page(cx)) {
            self.leave_heading(!matches!(action, Action::ListUp | Action::ListPageUp), cx);
            return Step::stay();
        }
        let on = self.on.unwrap_or(cx.now.today);
        match action {
            Action::AsOfLater => self.look_at(on + Days::new(1), cx),
            Action::AsOfEarlier => self.look_at(on - Days::new(1), cx),
            Action::AsOfToday => self.look_at(cx.now.today, cx),
            Action::AsOfDay => Step::open(DAY, Day::new(on, Look::Past)),
            Action::FiguresPeriod => {
                self.period = self.period.next();
                self.look_at(on, cx)
            }
            Action::ListOpen => self.open(cx),
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
        let people = self.rows.get(self.window.selected()).and_then(Row::people);
        match action {
            Action::ListOpen if people.is_none_or(<[_]>::is_empty) => Err(Why("why-nobody-counted")),
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::ListOpen,
            Action::FiguresPeriod,
            Action::AsOfDay,
            Action::AsOfToday,
            Action::QualityOpen,
            Action::AsOfLater,
            Action::AsOfEarlier,
        ]
    }

    fn is_working(&self) -> bool {
        self.counted.is_waiting()
    }

    fn work(&mut self, cx: &Cx<'_>) {
        self.make(cx);
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = usize::from(body.width);
        frame.render_widget(self.banner(columns, cx), Rect { height: body.height.min(1), ..body });
        let list = Rect { y: body.y + ROWS_ABOVE, height: body.height.saturating_sub(ROWS_ABOVE), ..body };
        if self.counted.is_waiting() {
            return;
        }
        let visible = self.window.visible(self.rows.len(), usize::from(list.height));
        let selected = self.window.selected();
        let lines = visible.map(|at| self.rows[at].line(at == selected, columns, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
    }
}

impl Screen for BilanScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("figures-title").into_owned()
    }
}
