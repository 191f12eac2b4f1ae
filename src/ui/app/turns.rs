//! What a step, or an answer, does to the stack.

use super::App;
use super::layers::LayerId;
use crate::domain::now::Now;
use crate::ui::act_name;
use crate::ui::effect::{Effect, Slot, Ticket};
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::help::Help;
use crate::ui::overlay::notice::Notice;
use crate::ui::overlay::palette::Palette;
use crate::ui::screen::Screen;
use crate::ui::screen::caseload::CaseloadScreen;
use crate::ui::step::{Step, Turn};
use crate::usecase::outcome::{Failure, Opened, Outcome};
use fluent_bundle::FluentArgs;

impl App {
    /// Applies what a layer answered: its moves, then its requests, then its message.
    pub(super) fn apply(&mut self, from: LayerId, step: Step, now: Now, effects: &mut Vec<Effect>) {
        for turn in step.turns {
            self.turn(from, turn, now, effects);
        }
        for ask in step.asks {
            if ask.request.saves_a_draft() {
                // On the disk before what drops it: after, it would outlive what was saved.
                self.keep_from(from, now, effects);
            }
            self.request(Some(from), ask.slot, ask.holds_keys, ask.request, effects);
        }
        if let Some(message) = step.message {
            self.say(message);
        }
    }

    fn turn(&mut self, from: LayerId, turn: Turn, now: Now, effects: &mut Vec<Effect>) {
        match turn {
            Turn::Push(screen) => {
                self.close_overlays(now, effects);
                self.enter(screen, now, effects);
            }
            Turn::View(shape) => {
                let cx = self.ground.cx(now, &self.layers);
                let top = self.layers.top_screen_id().and_then(|id| self.layers.get_mut(id));
                if top.is_some_and(|screen| screen.take_view(&shape, &cx)) {
                    return self.close_overlays(now, effects);
                }
                let screen = CaseloadScreen::showing(&shape, &cx);
                self.turn(from, Turn::Place(Box::new(screen)), now, effects);
            }
            Turn::Place(screen) => {
                if let Some(second) = self.layers.second_id() {
                    self.close(second, now, effects);
                }
                self.close_overlays(now, effects);
                self.enter(screen, now, effects);
            }
            Turn::Pop => self.close(from, now, effects),
            // The first screen of all may give way too: the locked station to the first run.
            Turn::Replace(screen) if self.layers.first_id() == Some(from) => {
                self.keep_from(from, now, effects);
                self.layers.clear();
                self.enter(screen, now, effects);
            }
            Turn::Replace(screen) => {
                self.close(from, now, effects);
                self.enter(screen, now, effects);
            }
            Turn::Open(slot, overlay) => {
                self.show(Some((from, slot)), overlay);
            }
            Turn::Answer(reply) => self.reply(from, reply, now, effects),
            Turn::Write(signs) => {
                self.ground.terminal.signs = signs;
                self.wants_redraw = true;
                effects.push(Effect::Write(signs));
            }
            Turn::Learn(learnt) => {
                self.ground.terminal.is_tried = true;
                effects.push(Effect::Learn(learnt));
            }
            Turn::Perform(action) => {
                self.close(from, now, effects);
                self.perform(action, now, effects);
            }
        }
    }

    /// Opens a screen, unless the stack is full.
    pub(super) fn enter(
        &mut self,
        mut screen: Box<dyn Screen>,
        now: Now,
        effects: &mut Vec<Effect>,
    ) -> Option<LayerId> {
        if self.layers.is_full() {
            let text = self.ground.words.get("why-too-many-screens").into_owned();
            self.say(Message::refusal(text));
            return None;
        }
        self.wants_redraw = true;
        let subject = screen.subject().or_else(|| self.layers.subject());
        let cx = crate::ui::cx::Cx { subject, ..self.ground.cx(now, &self.layers) };
        let step = screen.enter(&cx);
        let id = self.layers.push(screen);
        self.apply(id, step, now, effects);
        Some(id)
    }

    fn show(&mut self, opener: Option<(LayerId, Slot)>, overlay: Box<dyn Layer>) {
        self.wants_redraw = true;
        if !self.layers.is_full() {
            self.layers.open(opener, overlay);
        }
    }

    /// Closes a layer and what stands above it; what was typed in them is kept.
    pub(super) fn close(&mut self, id: LayerId, now: Now, effects: &mut Vec<Effect>) {
        if self.layers.is_overlay(id) {
            return self.reply(id, Reply::Closed, now, effects);
        }
        self.keep_from(id, now, effects);
        if self.layers.close_screen(id) {
            self.refresh(now);
        }
    }

    pub(super) fn close_overlays(&mut self, now: Now, effects: &mut Vec<Effect>) {
        while self.layers.has_overlay() {
            let Some(id) = self.layers.top_id() else { return };
            self.reply(id, Reply::Closed, now, effects);
        }
    }

    /// Closes an overlay and gives its reply to whoever opened it.
    fn reply(&mut self, id: LayerId, reply: Reply, now: Now, effects: &mut Vec<Effect>) {
        let has_kept = self.keep_from(id, now, effects);
        self.wants_redraw = true;
        let Some((opener, slot)) = self.layers.close_overlay(id) else { return };
        if has_kept {
            // What lists drafts shows the new one at once.
            self.refresh(now);
        }
        let cx = self.ground.cx(now, &self.layers);
        let step = self.layers.get_mut(opener).map(|layer| layer.replied(slot, reply, &cx));
        if let Some(step) = step {
            self.apply(opener, step, now, effects);
        }
    }

    /// Takes in an answer: the model first, then the layer that asked.
    pub(super) fn answered(&mut self, ticket: Ticket, outcome: Outcome, now: Now, effects: &mut Vec<Effect>) {
        // An answer to a question asked before the station was locked concerns nobody any more.
        let Some(asked) = self.asked.remove(&ticket) else { return };
        // What is kept in the background shows nowhere.
        self.wants_redraw |= !matches!(outcome, Outcome::DraftKept(_) | Outcome::Remembered);
        if self.ground.model.take_in(&outcome) {
            self.refresh(now);
        }
        self.tour_after_outcome(&outcome, now);
        if let Outcome::Opened(opened) = outcome {
            self.offer_tour();
            return self.opened(*opened, now, effects);
        }
        match (asked.by, asked.draft) {
            (Some(layer), _) => self.deliver(layer, asked.slot, outcome, now, effects),
            (None, Some(draft)) => self.draft_answered(draft, &outcome),
            (None, None) => self.answered_itself(outcome, now),
        }
    }

    fn deliver(&mut self, layer: LayerId, slot: Slot, outcome: Outcome, now: Now, effects: &mut Vec<Effect>) {
        let failure = if let Outcome::Failed(failure) = &outcome { Some(failure.clone()) } else { None };
        let cx = self.ground.cx(now, &self.layers);
        let step = self.layers.get_mut(layer).map(|it| it.done(slot, outcome, &cx));
        let is_told = step.as_ref().is_some_and(Step::tells);
        if let Some(step) = step {
            self.apply(layer, step, now, effects);
        }
        if let Some(failure) = failure.filter(|_| !is_told) {
            self.fail(&failure);
        }
    }

    fn answered_itself(&mut self, outcome: Outcome, now: Now) {
        if let Outcome::Failed(failure) = &outcome {
            return self.fail(failure);
        }
        let id = if matches!(outcome, Outcome::Redone(..)) { "done-redone" } else { "done-undone" };
        let (Outcome::Undone(act, _) | Outcome::Redone(act, _)) = outcome else { return };
        let cx = self.ground.cx(now, &self.layers);
        let mut args = FluentArgs::new();
        args.set("act", act_name::describe(&act, &cx));
        let text = self.ground.words.with(id, &args).into_owned();
        self.say(Message::done(text));
    }

    fn fail(&mut self, failure: &Failure) {
        let notice = Notice::of_failure(failure, &self.ground.words);
        self.show(None, Box::new(notice));
    }

    /// The station is open: home, the file that was open before a lock, and what was being typed.
    fn opened(&mut self, opened: Opened, now: Now, effects: &mut Vec<Effect>) {
        self.ground.model.open(opened, now.today);
        self.last_input = Some(now.at);
        self.layers.clear();
        let home = (self.doors.home)(&self.ground.cx(now, &self.layers));
        self.enter(home, now, effects);
        let left_open =
            self.left_open.take().filter(|person| self.ground.model.caseload.files.contains_key(person));
        if let Some(person) = left_open {
            let file = (self.doors.file)(person, &self.ground.cx(now, &self.layers));
            self.enter(file, now, effects);
        }
        let newest = self.ground.model.drafts.iter().max_by_key(|draft| draft.kept_at).cloned();
        let resumed =
            newest.and_then(|draft| (self.doors.resume)(&draft, &self.ground.cx(now, &self.layers)));
        if let Some((step, id)) = resumed.zip(self.layers.top_screen_id()) {
            self.apply(id, step, now, effects);
        }
    }

    pub(super) fn show_help(&mut self, now: Now) {
        let Some(layer) = self.layers.top() else { return };
        let help = Help::new(&self.availability(now), layer, &self.ground.cx(now, &self.layers));
        self.show(None, Box::new(help));
    }

    pub(super) fn show_palette(&mut self, now: Now) {
        let Some(layer) = self.layers.top() else { return };
        let cx = self.ground.cx(now, &self.layers);
        let palette = Palette::new(&self.availability(now), layer, &cx);
        self.show(None, Box::new(palette));
    }
}
