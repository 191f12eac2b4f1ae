//! One form entered for several people at once: one act, undone as one. It never saves for some of
//! them only, but for those whose processing is limited (GDPR, article 18): nothing is written of them, and they are
//! named before and after.

use fluent_bundle::FluentArgs;

use super::{FormScreen, SAVING};
use crate::domain::body::Body;
use crate::domain::check;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::violation::{Severity, Violation};
use crate::ui::cx::Cx;
use crate::ui::form::specs::{Filled, Paper};
use crate::ui::message::Message;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::usecase::request::{Change, DraftKey, Request, Save};

/// Most people who are named above a form; the others are counted.
const MOST_NAMED: usize = 12;

impl FormScreen {
    /// A form of a new thing that all of these people get. `None` when nobody is left of them.
    pub fn together(paper: &'static Paper, people: Vec<PersonId>, cx: &Cx<'_>) -> Option<Self> {
        let given = (paper.proposed)(cx.file(*people.first()?)?, cx);
        let key = DraftKey { form: paper.id().to_owned(), person: None, object: Some(told_apart(&people)) };
        let mut screen = Self::kept_as(key, paper, &given, cx);
        screen.form.about(&people);
        screen.group = people;
        Some(screen)
    }

    pub(super) const fn is_of_a_group(&self) -> bool {
        !self.group.is_empty()
    }

    /// Those of whom something is written: still in the caseload, and not limited.
    pub(super) fn entered_for(&self, cx: &Cx<'_>) -> impl Iterator<Item = PersonId> {
        let is_entered = |person: &PersonId| cx.file(*person).is_some() && !who::is_limited(*person, cx);
        self.group.iter().copied().filter(is_entered)
    }

    /// Who is passed over, by name, in the words of this message; nothing when nobody is.
    pub(super) fn passed_over(&self, message: &str, cx: &Cx<'_>) -> Option<String> {
        let limited = self.group.iter().filter(|person| who::is_limited(**person, cx));
        let names: Vec<String> = limited.map(|person| who::label(*person, cx)).collect();
        let names = names.join(", ");
        (!names.is_empty()).then(|| cx.words.filled(message, [("names", names.as_str())]))
    }

    /// Those of whom something is written, each with the versions that saving writes.
    fn bodies_of_all(&self, cx: &Cx<'_>) -> Option<Vec<(PersonId, Vec<Body>)>> {
        let people = self.entered_for(cx).filter_map(|person| Some((person, cx.file(person)?)));
        let bodies = |(person, file)| {
            let filled = Filled { values: self.form.values(), file: Some(file), before: None, cx };
            Some((person, (self.paper.bodies)(&filled)?))
        };
        people.map(bodies).collect()
    }

    /// Asks for one transaction for all of them. `None` while a field that it takes is missing.
    pub(super) fn save_for_all(&self, confirmed: bool, cx: &Cx<'_>) -> Option<Step> {
        let all = self.bodies_of_all(cx)?;
        if all.is_empty() {
            return Some(Step::say(Message::refusal(cx.words.get("why-limited"))));
        }
        let all = all.into_iter();
        let change = |person, body| Change { person: Some(person), replaces: None, body: Some(body) };
        let changes = all.flat_map(|(person, bodies)| bodies.into_iter().map(move |it| change(person, it)));
        let draft = Some(self.form.draft_key().clone());
        let save = Save { changes: changes.collect(), draft, confirmed };
        Some(Step::stay().ask_and_wait(SAVING, Request::Save(Box::new(save))))
    }

    /// What the checks say, worst first, and about whom when it is not about all of them.
    pub(super) fn refused_for_some(&mut self, cx: &Cx<'_>) -> Step {
        let all = self.bodies_of_all(cx).unwrap_or_default();
        let found = all.into_iter().map(|(person, bodies)| {
            let of = |body: &Body| check::body(body, cx.file(person), cx.now.today);
            (person, bodies.iter().flat_map(of).collect::<Vec<Violation>>())
        });
        let found: Vec<_> = found.filter(|(_, violations)| !violations.is_empty()).collect();
        let refused = |violations: &[Violation]| violations.iter().any(|it| it.severity == Severity::Refusal);
        let is_refused = found.iter().any(|(_, violations)| refused(violations));
        let mut concerned = found.into_iter().filter(|(_, violations)| refused(violations) == is_refused);
        let Some((first, violations)) = concerned.next() else { return Step::stay() };
        let field_of = self.paper.field_of;
        let on_the_form = |it: Violation| Violation { field: field_of(it.field), ..it };
        let violations: Vec<Violation> = violations.into_iter().map(on_the_form).collect();
        let mut message = self.form.refuse(&violations, cx);
        let others = concerned.count();
        if others + 1 == self.entered_for(cx).count() {
            return Step::say(message);
        }
        let mut args = FluentArgs::new();
        args.set("name", who::label(first, cx));
        args.set("others", others);
        args.set("said", message.text);
        message.text = cx.words.with("form-group-refused", &args).into_owned();
        Step::say(message)
    }

    /// Whom it is entered for, by name: nobody guesses who was marked.
    pub(super) fn for_whom(&self, cx: &Cx<'_>) -> Vec<(String, Role)> {
        if !self.is_of_a_group() {
            return Vec::new();
        }
        let names = self.entered_for(cx).take(MOST_NAMED).map(|person| who::label(person, cx));
        let mut args = FluentArgs::new();
        args.set("names", names.collect::<Vec<_>>().join(", "));
        args.set("others", self.entered_for(cx).count().saturating_sub(MOST_NAMED));
        let text = cx.words.with("form-group-whom", &args);
        let mut told = vec![(text.into_owned(), Role::Accent)];
        told.extend(self.passed_over("form-group-passed-over", cx).map(|text| (text, Role::Soon)));
        told
    }

    pub(super) fn title_of_a_group(&self, cx: &Cx<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("form", cx.words.get(&self.paper.title()).into_owned());
        args.set("count", self.entered_for(cx).count());
        cx.words.with("form-title-group", &args).into_owned()
    }
}

/// Tells the draft of one group from that of another: the same people, the same draft.
fn told_apart(people: &[PersonId]) -> ObjectId {
    let mut mixed = [0; 16];
    for person in people {
        mixed.iter_mut().zip(person.0).for_each(|(byte, other)| *byte ^= other);
    }
    ObjectId(mixed)
}
