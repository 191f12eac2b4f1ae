//! The attendance sheet of a workshop: who was expected, and who came. Each stroke is saved, in the sheet and in
//! the person's file, and undone by name.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::domain::file::Current;
use crate::domain::id::ObjectId;
use crate::domain::office::{Participant, Presence, Workshop};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::saved;
use crate::ui::screen::form::open;
use crate::ui::screen::{Screen, ways};
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::clip;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use crate::usecase::workshops::Recording;

const SAVING: Slot = Slot(0);
/// Columns of a name.
const NAME: usize = 30;
/// Rows above the list: what the workshop is.
const ROWS_ABOVE: u16 = 2;

/// The sheet of one workshop.
pub struct SheetScreen {
    workshop: ObjectId,
    window: Window,
    /// A stroke that was doubted: the same one again saves it.
    doubted: Option<(Action, Recording)>,
    last: Option<(Action, Recording)>,
}

impl SheetScreen {
    /// The sheet of this workshop.
    pub fn open(workshop: ObjectId) -> Self {
        Self { workshop, window: Window::default(), doubted: None, last: None }
    }

    fn workshop<'a>(&self, cx: &Cx<'a>) -> Option<&'a Current<Workshop>> {
        cx.model.caseload.office.workshops.iter().find(|it| it.id == self.workshop)
    }

    fn participants<'a>(&self, cx: &Cx<'a>) -> &'a [Participant] {
        self.workshop(cx).map_or(&[], |it| &it.value.participants)
    }

    fn selected(&self, cx: &Cx<'_>) -> Option<Participant> {
        self.participants(cx).get(self.window.selected()).copied()
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(ROWS_ABOVE)).max(1)
    }

    /// Notes whether the selected person came; the next one is selected.
    fn note(&mut self, action: Action, presence: Presence, cx: &Cx<'_>) -> Option<Step> {
        if let Some((doubted, recording)) = self.doubted.take()
            && doubted == action
        {
            return Some(self.record(action, Recording { confirmed: true, ..recording }));
        }
        let current = self.workshop(cx)?;
        let mut workshop = current.value.clone();
        workshop.participants.get_mut(self.window.selected())?.presence = presence;
        let replaces = Some((current.id, current.entry));
        Some(self.record(action, Recording { workshop, replaces, draft: None, confirmed: false }))
    }

    fn record(&mut self, action: Action, recording: Recording) -> Step {
        self.last = Some((action, recording.clone()));
        Step::stay().ask_and_wait(SAVING, Request::RecordWorkshop(Box::new(recording)))
    }
}

impl Layer for SheetScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Appointments, Scope::Office, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.window.go_to(self.window.selected(), self.participants(cx).len(), Self::page(cx));
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let step = match action {
            Action::AppointmentCame => self.note(action, Presence::Came, cx),
            Action::AppointmentNoShow => self.note(action, Presence::Missed, cx),
            Action::PresenceExcuse => self.note(action, Presence::Excused, cx),
            Action::EntryEdit => open::edit_office(self.workshop, cx).map(Step::push),
            Action::ListOpen => self.selected(cx).map(|it| ways::file(it.person)),
            _ => {
                self.doubted = None;
                self.window.act(action, self.participants(cx).len(), Self::page(cx));
                None
            }
        };
        step.unwrap_or_default()
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        let last = self.last.take();
        match outcome {
            Outcome::Saved(_) if slot == SAVING => {
                self.window.act(Action::ListDown, self.participants(cx).len(), Self::page(cx));
                Step::say(saved::message(cx))
            }
            Outcome::Refused(violations) => {
                let Some(first) = violations.first() else { return Step::stay() };
                self.doubted = last;
                Step::say(Message::doubt(cx.words.remark(first).what))
            }
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::AppointmentCame | Action::AppointmentNoShow | Action::PresenceExcuse
                if self.selected(cx).is_none() =>
            {
                Err(Why("why-nobody-selected"))
            }
            Action::ListOpen if self.selected(cx).is_none_or(|it| cx.file(it.person).is_none()) => {
                Err(Why("why-nobody-selected"))
            }
            Action::AppointmentAccept
            | Action::AppointmentNew
            | Action::EntryNew
            | Action::EntryRead
            | Action::EntryWithdraw
            | Action::PageNext
            | Action::PagePrevious
            | Action::ListSort
            | Action::ListFacet
            | Action::ListSearch
            | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::AppointmentCame,
            Action::AppointmentNoShow,
            Action::PresenceExcuse,
            Action::ListOpen,
            Action::EntryEdit,
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let Some(workshop) = self.workshop(cx).map(|it| &it.value) else { return };
        let columns = usize::from(body.width);
        let mut args = FluentArgs::new();
        args.set("date", cx.words.long_date(workshop.date));
        args.set("came", workshop.came());
        args.set("count", workshop.participants.len());
        let kind = cx.words.label(workshop.kind);
        let title = if *kind == *workshop.title {
            kind.into_owned()
        } else {
            format!("{kind} · {}", workshop.title)
        };
        let head = [
            Line::styled(clip(&title, columns).into_owned(), cx.theme.style(Role::Title)),
            Line::styled(cx.words.with("sheet-counted", &args).into_owned(), cx.theme.style(Role::Accent)),
        ];
        frame.render_widget(
            Paragraph::new(head.to_vec()),
            Rect { height: ROWS_ABOVE.min(body.height), ..body },
        );
        let rows = Rect { y: body.y + ROWS_ABOVE, height: body.height.saturating_sub(ROWS_ABOVE), ..body };
        if workshop.participants.is_empty() {
            return frame.render_widget(cx.words.get("sheet-nobody").into_owned(), rows);
        }
        let visible = self.window.visible(workshop.participants.len(), usize::from(rows.height));
        let lines = visible
            .map(|rank| row(&workshop.participants[rank], rank == self.window.selected(), columns, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
    }
}

/// A name after a sign, and whether they came in words.
fn row(it: &Participant, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let (sign, role) = match it.presence {
        Presence::Came => ("✓", Role::Good),
        Presence::Missed => ("-", Role::Soon),
        Presence::Excused => ("~", Role::TextDim),
    };
    let name = match cx.file(it.person) {
        Some(_) => who::label_in(it.person, NAME, cx),
        None => cx.words.get("sheet-gone").into_owned(),
    };
    let room = columns.saturating_sub(MARK_COLUMNS + 2 + NAME + 1);
    let presence = Cell::new(cx.words.label(it.presence).into_owned(), room).role(role);
    let mut line = cells::line(vec![Cell::new(name, NAME), presence], is_selected, cx);
    line.spans.insert(1, Span::styled(format!("{sign} "), cx.theme.style(role)));
    line
}

impl Screen for SheetScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("sheet-title").into_owned()
    }
}
