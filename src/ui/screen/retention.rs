//! Files that are, or soon will be, kept for too long, and the certificates of those that were erased. It
//! lists; a human erases, one person at a time (AL-23).

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::rights::told;
use super::{Screen, person_pane, ways};
use crate::domain::erasure::Erasure;
use crate::domain::file::Current;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::reading::Reading;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use crate::usecase::rights::{KeptTooLong, RightsOutcome, RightsRequest};

/// The list.
const LOOKED: Slot = Slot(1);
/// A certificate being read.
const READ: Slot = Slot(2);
/// Rows above the list: how long files are kept, the titles.
const ROWS_ABOVE: u16 = 2;
/// Columns of a name.
const NAME: usize = 28;
/// Columns of a date.
const DATE: usize = 11;

/// Who is kept for too long.
#[derive(Default)]
pub struct RetentionScreen {
    kept: Vec<KeptTooLong>,
    certificates: Vec<Current<Erasure>>,
    window: Window,
    is_seen: bool,
    /// Read first.
    fresh: Option<Current<Erasure>>,
}

impl RetentionScreen {
    /// The same, after an erasure: its certificate is offered first.
    pub fn with_certificate(certificate: Current<Erasure>) -> Self {
        Self { fresh: Some(certificate), ..Self::default() }
    }

    fn count(&self) -> usize {
        self.kept.len() + self.certificates.len()
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    fn open(&self, cx: &Cx<'_>) -> Step {
        let at = self.window.selected();
        match (self.kept.get(at), at.checked_sub(self.kept.len())) {
            (Some(kept), _) => ways::rights(kept.person),
            (None, Some(rank)) => self.certificates.get(rank).map_or_else(Step::stay, |it| read(it, cx)),
            (None, None) => Step::stay(),
        }
    }

    fn row(&self, at: usize, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let rest = columns.saturating_sub(MARK_COLUMNS + NAME + 2 * DATE + 3);
        let cells = match (self.kept.get(at), at.checked_sub(self.kept.len())) {
            (Some(kept), _) => {
                let (status, role) = status(kept, cx);
                vec![
                    Cell::new(who::label_in(kept.person, NAME, cx), NAME),
                    Cell::new(cx.words.date(kept.retention.last_contact), DATE),
                    Cell::new(cx.words.date(kept.retention.due), DATE),
                    Cell::new(status, rest).role(role),
                ]
            }
            (None, rank) => {
                let Some(it) = rank.and_then(|rank| self.certificates.get(rank)) else {
                    return Line::default();
                };
                let number = it.value.person.to_string();
                let day = cx.words.date(it.written_at.date_naive());
                let called = cx.words.filled("retention-certificate", [("number", &number[..8])]);
                vec![
                    Cell::new(called, NAME),
                    Cell::new(day, DATE),
                    Cell::new("", DATE),
                    Cell::new(cx.words.label(it.value.reason), rest).role(Role::TextDim),
                ]
            }
        };
        cells::line(cells, at == self.window.selected(), cx)
    }
}

/// "à effacer", "bientôt", "gelé".
fn status(kept: &KeptTooLong, cx: &Cx<'_>) -> (String, Role) {
    match &kept.hold {
        Some(hold) => {
            let why = hold.reason.map(|it| cx.words.label(it).into_owned()).unwrap_or_default();
            (cx.words.filled("retention-held", [("why", why.as_str())]).trim_end().to_owned(), Role::TextDim)
        }
        None if kept.retention.due <= cx.now.today => {
            (cx.words.get("out-kept-too-long").into_owned(), Role::Overdue)
        }
        None => (cx.words.get("out-kept-soon").into_owned(), Role::Soon),
    }
}

fn read(it: &Current<Erasure>, cx: &Cx<'_>) -> Step {
    let mut text = told::certificate(it, cx.words);
    let number = it.value.person.to_string();
    text.push(cx.words.filled("retention-print", [("number", &number[..8])]));
    Step::open(READ, Reading::new(cx.words.get("retention-certificate-title").into_owned(), text.join("\n")))
}

impl Layer for RetentionScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.count(), Self::page(cx)) {
            return Step::stay();
        }
        match action {
            Action::ListOpen => self.open(cx),
            Action::ListSearch => ways::search(cx),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ListOpen if self.count() == 0 => Err(Why("why-nobody-selected")),
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn done(&mut self, _slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        let Outcome::Rights(RightsOutcome::Retention(kept, certificates)) = outcome else {
            return Step::stay();
        };
        (self.kept, self.certificates, self.is_seen) = (kept, certificates, true);
        self.window.go_to(self.window.selected(), self.count(), Self::page(cx));
        self.fresh.take().map_or_else(Step::stay, |it| read(&it, cx))
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListDown, Action::ListSearch]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = usize::from(body.width);
        let said = Line::styled(cx.words.get("retention-said").into_owned(), cx.theme.style(Role::TextDim));
        frame.render_widget(said, Rect { height: body.height.min(1), ..body });
        let rows = Rect { y: body.y + ROWS_ABOVE, height: body.height.saturating_sub(ROWS_ABOVE), ..body };
        if self.count() == 0 {
            if self.is_seen {
                person_pane::draw_empty(frame, rows, "retention-nobody", cx);
            }
            return;
        }
        let cells =
            [("out-name", NAME), ("retention-last", DATE), ("retention-until", DATE), ("out-status", DATE)]
                .map(|(id, columns)| Cell::new(cx.words.get(id), columns).role(Role::TextDim));
        let title = cells::line(cells.into(), false, cx);
        frame.render_widget(title, Rect { y: body.y + 1, height: 1, ..body });
        let visible = self.window.visible(self.count(), usize::from(rows.height));
        let lines: Vec<Line<'_>> = visible.map(|at| self.row(at, columns, cx)).collect();
        frame.render_widget(Paragraph::new(lines), rows);
    }
}

impl Screen for RetentionScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("retention-title").into_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay().ask(LOOKED, Request::Rights(RightsRequest::Retention))
    }
}
