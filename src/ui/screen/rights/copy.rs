//! A copy of everything that is kept of a person, to a folder that the user names (GDPR, articles 15 and 20).

use super::told::{Cover, pages};
use crate::domain::id::PersonId;
use crate::ui::cx::Cx;
use crate::ui::message::Message;
use crate::ui::screen::ask_path::{AskPath, PathPurpose};
use crate::ui::step::Step;
use crate::usecase::dossier::{Dossier, DossierAsked};
use crate::usecase::import::screen::ImportRequest;
use crate::usecase::outcome::{Outcome, Version};
use crate::usecase::request::Request;
use crate::usecase::rights::{RightsOutcome, RightsRequest};

/// Everything about one person, to be written.
pub struct Copy {
    person: PersonId,
    versions: Vec<Version>,
}

/// Asks which folder to make.
pub fn ask(person: PersonId, versions: Vec<Version>, cx: &Cx<'_>) -> AskPath<Copy> {
    let name = format!("~/{}-{}", cx.words.get("rights-copy-folder"), cx.now.today);
    AskPath::new(Copy { person, versions }, &name)
}

impl PathPurpose for Copy {
    const WORDS: [&'static str; 3] = ["rights-copy-question", "rights-copy-how", "list-out-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("rights-copy").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn ways(&self, typed: String) -> Request {
        Request::Import(ImportRequest::Ways(typed))
    }

    fn request(&self, path: String, cx: &Cx<'_>) -> Request {
        let cover = Cover {
            name: cx.file(self.person).map(|it| it.person.value.display_name()).unwrap_or_default(),
            number: self.person.to_string(),
            by: cx.station().map(|it| it.name.clone()).unwrap_or_default(),
            made_on: cx.now.today,
        };
        let pages = pages(&cover, &self.versions, cx.words);
        let asked = DossierAsked { person: self.person, path, versions: self.versions.len(), pages };
        Request::Rights(RightsRequest::WriteDossier(Box::new(asked)))
    }

    fn done(&self, _path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        let Outcome::Rights(RightsOutcome::DossierWritten(made)) = outcome else { return None };
        Some(Step::pop().saying(Message::done(in_words(made, cx.words))))
    }
}

/// Where it is, and what was left out of it.
pub fn in_words(made: &Dossier, words: &crate::i18n::Words) -> String {
    let path = made.path.display().to_string();
    let counts = [made.versions, made.attachments, made.left_out].map(|it| it.to_string());
    let [versions, attachments, left_out] = counts.each_ref().map(String::as_str);
    let values = [
        ("path", path.as_str()),
        ("versions", versions),
        ("attachments", attachments),
        ("left_out", left_out),
    ];
    words.filled("out-dossier", values)
}
