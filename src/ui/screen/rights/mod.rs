//! The rights of a person over what is kept of them: how long, what forbids erasing, a copy of everything, an
//! erasure. It decides nothing: every act is the worker's, and what nothing undoes takes two strokes.

pub mod copy;
mod draw;
pub mod told;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Screen;
use super::retention::RetentionScreen;
use crate::domain::codes::Coded as _;
use crate::domain::erasure::ErasureReason;
use crate::domain::id::PersonId;
use crate::domain::legal_hold::HoldReason;
use crate::domain::limitation;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::{self, Look};
use crate::ui::form::specs::LIMITATION;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::confirm::Confirm;
use crate::ui::overlay::pick::Pick;
use crate::ui::overlay::question::Question;
use crate::ui::overlay::typed::Typed;
use crate::ui::screen::form::open;
use crate::ui::step::{Step, Turn};
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use crate::usecase::rights::{Rights, RightsOutcome, RightsRequest};

/// What is kept.
const LOOKED: Slot = Slot(1);
/// A hold is written.
const HELD: Slot = Slot(2);
/// The person is erased.
const ERASED: Slot = Slot(3);
/// Why a hold.
const HOLD_REASON: Slot = Slot(4);
/// Until when.
const HOLD_UNTIL: Slot = Slot(5);
/// Whether a hold is lifted.
const LIFT: Slot = Slot(6);
/// Why an erasure.
const ERASE_REASON: Slot = Slot(7);
/// The name typed again.
const ERASE_NAME: Slot = Slot(8);

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// A copy of everything.
    Copy,
    /// A legal hold, or its end.
    Hold,
    /// A limitation of processing, or its end.
    Limit,
    /// An erasure.
    Erase,
}

impl Act {
    const ALL: [Self; 4] = [Self::Copy, Self::Hold, Self::Limit, Self::Erase];
}

/// The rights of one person.
pub struct RightsScreen {
    person: PersonId,
    window: Window,
    seen: Option<Box<Rights>>,
    hold_reason: Option<HoldReason>,
    erase_reason: ErasureReason,
}

impl RightsScreen {
    /// Of this person.
    pub fn open(person: PersonId) -> Self {
        let window = Window::default();
        Self { person, window, seen: None, hold_reason: None, erase_reason: ErasureReason::Request }
    }

    fn look(&self) -> Step {
        Step::stay().ask(LOOKED, Request::Rights(RightsRequest::Look(self.person)))
    }

    fn is_held(&self) -> bool {
        self.seen.as_ref().is_some_and(|it| it.hold.is_some())
    }

    fn selected(&self) -> Act {
        Act::ALL[self.window.selected().min(Act::ALL.len() - 1)]
    }

    fn begin(&self, cx: &Cx<'_>) -> Step {
        let Some(seen) = &self.seen else { return Step::stay() };
        match self.selected() {
            Act::Copy => Step::push(copy::ask(self.person, seen.versions.clone(), cx)),
            Act::Hold if self.is_held() => {
                let said = cx.words.get("rights-lift-said").into_owned();
                Step::open(LIFT, Confirm::new(cx.words.get("rights-lift").into_owned(), vec![said]))
            }
            Act::Limit => {
                let Some(file) = cx.file(self.person) else { return Step::stay() };
                let held = limitation::on(file, cx.now.today).and_then(|it| open::edit(file, it.id, cx));
                Step::push(held.unwrap_or_else(|| open::new(&LIMITATION, file, cx)))
            }
            Act::Hold => pick::<HoldReason>(HOLD_REASON, "rights-hold-reason", HoldReason::ALL, cx),
            Act::Erase => pick::<ErasureReason>(ERASE_REASON, "rights-erase-reason", ErasureReason::ALL, cx),
        }
    }

    fn hold(&self, until: Option<chrono::NaiveDate>, lifted: bool) -> Step {
        let reason = self.hold_reason.filter(|_| !lifted);
        let hold = RightsRequest::Hold { person: self.person, reason, until, lifted };
        Step::stay().ask_and_wait(HELD, Request::Rights(hold))
    }

    /// What goes, what stays, and the name to type.
    fn ask_name(&self, cx: &Cx<'_>) -> Step {
        let (Some(seen), Some(file)) = (&self.seen, cx.file(self.person)) else { return Step::stay() };
        let mut said = draw::plan(seen, cx);
        said.push(cx.words.get("out-erase-held").into_owned());
        said.push(cx.words.filled("rights-erase-type", [("name", file.person.value.family_name.as_str())]));
        let title = cx.words.get("rights-erase").into_owned();
        let name = file.person.value.family_name.clone();
        Step::open(ERASE_NAME, Typed::new(title, said, name, "rights-erase-other-name"))
    }
}

/// Chooses one of a list of codes.
fn pick<C: crate::domain::codes::Coded>(slot: Slot, title: &str, values: &[C], cx: &Cx<'_>) -> Step {
    let labels = values.iter().map(|it| cx.words.label(*it).into_owned()).collect();
    Step::open(slot, Pick::new(cx.words.get(title).into_owned(), labels, cx))
}

/// The last day of a hold; nothing leaves it without one.
fn ask_until(cx: &Cx<'_>) -> Question {
    let best = (Reply::Confirmed, cx.words.get("rights-hold-no-end").into_owned());
    let title = cx.words.get("rights-hold").into_owned();
    let said = cx.words.get("rights-hold-until").into_owned();
    Question::new(title, said, best, read_until, "rights-hold-until-refusal")
}

fn read_until(typed: &str, cx: &Cx<'_>) -> Option<(Reply, String)> {
    let day = date::parse(typed, cx.now.today, Look::Future).filter(|day| *day >= cx.now.today)?;
    Some((Reply::Day(day), cx.words.long_date(day)))
}

impl Layer for RightsScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if action == Action::ListOpen {
            return self.begin(cx);
        }
        self.window.act(action, Act::ALL.len(), Act::ALL.len());
        Step::stay()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            _ if cx.file(self.person).is_none() => Err(Why("why-file-gone")),
            Action::ListOpen if self.selected() == Act::Erase && self.is_held() => Err(Why("why-held")),
            Action::ListSort | Action::ListFacet | Action::ListSearch | Action::Why => {
                Err(Why("why-elsewhere"))
            }
            _ => Ok(()),
        }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::Rights(RightsOutcome::Seen(seen)) => {
                self.seen = Some(seen);
                Step::stay()
            }
            Outcome::Rights(RightsOutcome::Erased(_, certificate, _)) => {
                let place = RetentionScreen::with_certificate(*certificate);
                let said = Message::done(cx.words.get("rights-erased"));
                Step::stay().then(Turn::Place(Box::new(place))).saying(said)
            }
            Outcome::Saved(_) if slot == HELD => {
                let id = if self.is_held() { "out-hold-lifted" } else { "out-hold-set" };
                self.look().saying(Message::done(cx.words.get(id)))
            }
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match (slot, reply) {
            (HOLD_REASON, Reply::Picked(rank)) => {
                self.hold_reason = HoldReason::VALUES.get(rank).copied();
                Step::open(HOLD_UNTIL, ask_until(cx))
            }
            (HOLD_UNTIL, Reply::Confirmed) => self.hold(None, false),
            (HOLD_UNTIL, Reply::Day(day)) => self.hold(Some(day), false),
            (LIFT, Reply::Confirmed) => self.hold(None, true),
            (ERASE_REASON, Reply::Picked(rank)) => {
                self.erase_reason = ErasureReason::VALUES.get(rank).copied().unwrap_or(self.erase_reason);
                self.ask_name(cx)
            }
            (ERASE_NAME, Reply::Confirmed) => {
                let erase = RightsRequest::Erase { person: self.person, reason: self.erase_reason };
                Step::stay().ask_and_wait(ERASED, Request::Rights(erase))
            }
            _ => Step::stay(),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListDown, Action::ScreenBack]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let Some(seen) = &self.seen else { return };
        draw::draw(frame, body, seen, self.selected(), cx);
    }
}

impl Screen for RightsScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("rights-title").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        self.look()
    }
}
