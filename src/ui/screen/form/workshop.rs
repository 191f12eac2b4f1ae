//! A workshop entered for those who were marked: they came, until the sheet says otherwise.

use super::{FormScreen, SAVING};
use crate::domain::body::Body;
use crate::domain::office::{OfficeBody, Participant, Presence};
use crate::ui::cx::Cx;
use crate::ui::form::specs::office::WORKSHOP;
use crate::ui::step::Step;
use crate::usecase::request::Request;
use crate::usecase::workshops::Recording;

impl FormScreen {
    /// Whether the form is that of a workshop, which is written in everybody's file as well.
    pub(super) fn is_of_a_workshop(&self) -> bool {
        self.paper.id() == WORKSHOP.id()
    }

    /// Asks for the workshop to be written. `None` while a field that it takes is missing.
    pub(super) fn save_workshop(&self, confirmed: bool, cx: &Cx<'_>) -> Option<Step> {
        let Some(Body::Office(OfficeBody::Workshop(mut workshop))) =
            self.filled(cx, self.paper.bodies)?.into_iter().next()
        else {
            return None;
        };
        if self.before.is_none() {
            let came = |person: &_| Participant { person: *person, presence: Presence::Came, step: None };
            workshop.participants = self.entered_for(cx).map(|person| came(&person)).collect();
        }
        let replaces = self.before.as_ref().map(|version| (version.object, version.entry));
        let draft = Some(self.form.draft_key().clone());
        let recording = Recording { workshop, replaces, draft, confirmed };
        Some(Step::stay().ask_and_wait(SAVING, Request::RecordWorkshop(Box::new(recording))))
    }
}
