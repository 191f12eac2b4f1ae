//! The list taken out: those who are marked, else those on screen, in their order, to a file that the user
//! names. The key, the name, then Enter: what goes out takes two strokes. The worker writes it; the screen
//! says where it will be, and that it is sealed no more.

use fluent_bundle::FluentArgs;

use super::CaseloadScreen;
use crate::domain::id::PersonId;
use crate::ui::cx::Cx;
use crate::ui::message::Message;
use crate::ui::screen::ask_path::{AskPath, PathPurpose};
use crate::ui::step::Step;
use crate::ui::who;
use crate::usecase::import::screen::ImportRequest;
use crate::usecase::listing::ListAsked;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// The titles of the columns, the same as those of `jalon list`, and the next appointment.
const TITLES: [&str; 8] = [
    "out-name",
    "out-birth",
    "out-commune",
    "out-lot",
    "out-state",
    "out-last-interview",
    "list-out-next",
    "out-alerts",
];

impl CaseloadScreen {
    /// Asks where to write those who are marked, else the list on screen.
    pub(super) fn take_out(&self, cx: &Cx<'_>) -> Step {
        let people = if self.marks.is_empty() { self.people.clone() } else { self.marks.by_name(cx) };
        // Whose processing is limited is left out of lists (GDPR, article 18).
        let (left_out, people): (Vec<PersonId>, Vec<PersonId>) =
            people.into_iter().partition(|it| who::is_limited(*it, cx));
        let name = format!("~/{}-{}.csv", cx.words.get("list-out-file"), cx.now.today);
        Step::push(AskPath::new(ListOut { people, left_out: left_out.len() }, &name))
    }
}

/// People whose list is written.
struct ListOut {
    people: Vec<PersonId>,
    /// How many stay behind.
    left_out: usize,
}

impl ListOut {
    fn in_words(&self, id: &str, path: &str, cx: &Cx<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        args.set("limited", self.left_out);
        args.set("path", path);
        cx.words.with(id, &args).into_owned()
    }
}

impl PathPurpose for ListOut {
    const WORDS: [&'static str; 3] = ["list-out-question", "list-out-how", "list-out-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        self.in_words("list-out-title", "", cx)
    }

    fn ways(&self, typed: String) -> Request {
        Request::Import(ImportRequest::Ways(typed))
    }

    fn request(&self, path: String, cx: &Cx<'_>) -> Request {
        Request::WriteList(Box::new(ListAsked {
            path,
            people: self.people.clone(),
            titles: TITLES.map(|id| cx.words.get(id).into_owned()).to_vec(),
            lines: self.people.iter().filter_map(|person| line(*person, cx)).collect(),
        }))
    }

    fn done(&self, path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        let said = || Step::pop().saying(Message::done(self.in_words("list-out-done", path, cx)));
        matches!(outcome, Outcome::Saved(_)).then(said)
    }
}

/// One person, in words.
fn line(person: PersonId, cx: &Cx<'_>) -> Option<Vec<String>> {
    let (file, standing) = (cx.file(person)?, cx.model.board.standing(person)?);
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| cx.words.date(day)).unwrap_or_default();
    let mut alerts: Vec<&str> = cx.model.board.findings(person).iter().map(|it| it.code.code()).collect();
    alerts.sort_unstable();
    alerts.dedup();
    Some(vec![
        file.person.value.display_name(),
        date(Some(standing.birth_date)),
        standing.commune.as_deref().map(|code| cx.commune(code)).unwrap_or_default(),
        standing.lot.map(|lot| lot.code().to_owned()).unwrap_or_default(),
        cx.words.label(standing.pathway).into_owned(),
        date(standing.last_interview_on),
        date(standing.next_appointment.map(|it| it.date)),
        alerts.join(" "),
    ])
}
