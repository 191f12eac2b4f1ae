//! The guided tour of the demonstration: a few stops, each a sentence and one key that really does
//! the thing. It holds no key back: whoever does something else goes on with it later.

use super::action::{Action, Scope};
use super::cx::Cx;
use super::message::Message;
use super::widget::keys;
use crate::usecase::outcome::Outcome;

/// What goes on to the next stop.
enum Passed {
    /// The action was done.
    By(Action),
    /// An entry is on the disk.
    Saved,
    /// An act was taken back.
    Undone,
}

/// One stop: the sentence `tour-<name>`, and what it waits for.
struct Stop(&'static str, Passed);

/// The stops, in order.
const STOPS: [Stop; 8] = [
    Stop("today", Passed::By(Action::CaseloadOpen)),
    Stop("caseload", Passed::By(Action::ListOpen)),
    Stop("file", Passed::By(Action::PageNext)),
    Stop("quick", Passed::By(Action::QuickOpen)),
    Stop("entry", Passed::Saved),
    Stop("undo", Passed::Undone),
    Stop("due", Passed::By(Action::DueOpen)),
    Stop("why", Passed::By(Action::Why)),
];

/// Where in the tour one is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tour(usize);

impl Tour {
    /// Where one is once the action was done; `None` after the last stop.
    pub fn after_action(self, action: Action) -> Option<Self> {
        self.after(|passed| matches!(passed, Passed::By(it) if *it == action))
    }

    /// The same once the station answered.
    pub fn after_outcome(self, outcome: &Outcome) -> Option<Self> {
        self.after(|passed| match passed {
            Passed::By(_) => false,
            Passed::Saved => matches!(outcome, Outcome::Saved(_)),
            Passed::Undone => matches!(outcome, Outcome::Undone(..)),
        })
    }

    fn after(self, is_passed: impl Fn(&Passed) -> bool) -> Option<Self> {
        let Stop(_, passed) = STOPS.get(self.0)?;
        let next = self.0 + usize::from(is_passed(passed));
        (next < STOPS.len()).then_some(Self(next))
    }

    /// What is said at this stop, with the keys in force.
    pub fn said(self, cx: &Cx<'_>) -> Option<Message> {
        let Stop(name, passed) = STOPS.get(self.0)?;
        // Where one is at that stop: elsewhere the same key does another thing.
        let scopes: &[Scope] = match passed {
            Passed::Saved => &[Scope::Quick],
            Passed::By(_) | Passed::Undone => &[Scope::Caseload, Scope::File, Scope::List],
        };
        let mut args = keys::keys_of(scopes, cx);
        args.set("rank", self.0 + 1);
        args.set("count", STOPS.len());
        let place = cx.words.with("tour-place", &args).into_owned();
        Some(Message::guide(format!("{place} {}", cx.words.with(&format!("tour-{name}"), &args))))
    }
}
