//! Fields of what goes to the commission and of what comes back from it.

use super::{Field, Teller, text};
use crate::domain::recommendation::Recommendation;
use crate::domain::special_case::SpecialCase;
use crate::domain::submission::Submission;

impl Teller<'_> {
    pub(super) fn submission(&self, it: &Submission) -> Vec<Field> {
        vec![
            ("business", self.label(it.business)),
            ("session_on", self.date(Some(it.session_on))),
            ("ground", it.ground.and_then(|it| self.label(it))),
            ("exit_reason", it.exit_reason.and_then(|it| self.label(it))),
            ("exit_on", self.date(it.exit_on)),
            ("updated_on", self.date(it.updated_on)),
            ("relation", text(&it.relation)),
            ("difficulties", text(&it.difficulties)),
            ("partners", text(&it.partners)),
            ("prepared_on", self.date(it.prepared_on)),
            ("verified_by", it.verified_by.clone()),
            ("verified_on", self.date(it.verified_on)),
            ("opinion", it.opinion.and_then(|it| self.label(it))),
            ("opinion_text", text(&it.opinion_text)),
            ("listed_on", self.date(it.listed_on)),
            ("override_because", text(&it.override_because)),
            ("override_by", it.override_by.clone()),
        ]
    }

    pub(super) fn recommendation(&self, it: &Recommendation) -> Vec<Field> {
        vec![
            ("title", text(&it.title)),
            ("due_on", self.date(it.due_on)),
            ("session_on", self.date(Some(it.session_on))),
            ("done_on", self.date(it.done_on)),
            ("note", text(&it.note)),
        ]
    }

    pub(super) fn special_case(&self, it: &SpecialCase) -> Vec<Field> {
        vec![
            ("prepared_on", self.date(Some(it.prepared_on))),
            ("plie_role", text(&it.plie_role)),
            ("evaluation", text(&it.evaluation)),
            ("job", text(&it.job)),
            ("situation", text(&it.situation)),
            ("prospects", text(&it.prospects)),
            ("state", self.label(it.state)),
            ("ruled_on", self.date(it.ruled_on)),
        ]
    }
}
