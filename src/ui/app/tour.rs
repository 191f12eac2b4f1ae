//! The tour along what is done: where it stands, when it ends.

use super::App;
use crate::domain::now::Now;
use crate::ui::action::Action;
use crate::ui::effect::Effect;
use crate::ui::message::Message;
use crate::ui::tour::Tour;
use crate::ui::widget::keys;
use crate::usecase::outcome::Outcome;

impl App {
    /// The same, with the guided tour once the demonstration is open.
    #[must_use]
    pub const fn with_tour(mut self) -> Self {
        self.offers_tour = true;
        self
    }

    /// Starts the tour where it begins: on home.
    pub(super) fn start_tour(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if let Some(second) = self.layers.second_id() {
            self.close(second, now, effects);
        }
        self.tour = Some(Tour::default());
    }

    /// A demonstration was opened: the tour is offered once.
    pub(super) fn offer_tour(&mut self) {
        if std::mem::take(&mut self.offers_tour) && self.ground.model.is_demo {
            self.tour = Some(Tour::default());
        }
    }

    /// Esc on a screen leaves the tour; whether there was one to leave.
    pub(super) fn leave_tour(&mut self, now: Now) -> bool {
        if self.layers.has_overlay() || self.tour.take().is_none() {
            return false;
        }
        self.say_of_tour("tour-left", now);
        true
    }

    pub(super) fn tour_after_action(&mut self, action: Action, now: Now) {
        self.go_on(|tour| tour.after_action(action), now);
    }

    pub(super) fn tour_after_outcome(&mut self, outcome: &Outcome, now: Now) {
        self.go_on(|tour| tour.after_outcome(outcome), now);
    }

    fn go_on(&mut self, after: impl Fn(Tour) -> Option<Tour>, now: Now) {
        let Some(tour) = self.tour.take() else { return };
        self.tour = after(tour);
        if self.tour.is_none() {
            self.say_of_tour("tour-over", now);
        }
    }

    fn say_of_tour(&mut self, id: &str, now: Now) {
        let text = keys::message(id, &[], &self.cx(now));
        self.say(Message::guide(text));
    }
}
