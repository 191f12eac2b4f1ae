//! Attaching a file to a piece of evidence: what the asked path is for.

use super::ask_path::{AskPath, PathPurpose};
use crate::domain::evidence::Evidence;
use crate::domain::file::{Current, EntryId};
use crate::domain::id::{ObjectId, PersonId};
use crate::ui::cx::Cx;
use crate::ui::saved;
use crate::ui::step::Step;
use crate::usecase::attachments::Attaching;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// A piece of evidence that a file is kept with.
pub struct Attach {
    person: PersonId,
    replaces: (ObjectId, EntryId),
    evidence: Evidence,
}

/// Asks for the file to keep with this version.
pub fn screen(person: PersonId, version: &Current<Evidence>) -> AskPath<Attach> {
    let attach = Attach { person, replaces: (version.id, version.entry), evidence: version.value.clone() };
    AskPath::new(attach, "~/")
}

impl PathPurpose for Attach {
    const WORDS: [&'static str; 3] = ["attach-question", "attach-how", "attach-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("attach-title").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn ways(&self, typed: String) -> Request {
        Request::AttachableWays(typed)
    }

    fn request(&self, path: String, _cx: &Cx<'_>) -> Request {
        let evidence = self.evidence.clone();
        let replaces = Some(self.replaces);
        Request::Attach(Box::new(Attaching { person: self.person, replaces, evidence, path }))
    }

    fn done(&self, _path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        matches!(outcome, Outcome::Saved(_)).then(|| Step::pop().saying(saved::message(cx)))
    }
}
