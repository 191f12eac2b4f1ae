//! Going from field to field: leaving one checks it.

use super::field::Field;
use super::spec::Kind;
use super::value::Value;
use super::{Asked, Form};
use crate::domain::check::social_security_number;
use crate::domain::violation::Severity;
use crate::ui::cx::Cx;
use crate::ui::layer::Unkept;
use crate::ui::message::Message;
use crate::ui::step::Step;

impl Form {
    pub(super) fn is_relevant(&self, at: usize) -> bool {
        let field = &self.fields[at];
        field.can_be_asked() && (field.spec.relevant)(&self.values)
    }

    /// The fields that are asked, in order.
    pub(super) fn asked(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.fields.len()).filter(|at| self.is_relevant(*at))
    }

    pub(super) fn focus_on(&mut self, at: usize) {
        self.focus = at;
        self.fields[at].is_fresh = true;
    }

    /// Enter: the next field, or saves from the last one.
    pub(super) fn accept(&mut self, cx: &Cx<'_>) -> Asked {
        if self.asked().any(|at| at > self.focus) {
            return Asked::Step(self.go_on(cx));
        }
        self.save(cx)
    }

    pub(super) fn go_on(&mut self, cx: &Cx<'_>) -> Step {
        if let Some(message) = self.settle(self.focus, cx) {
            return Step::say(message);
        }
        let next = self.asked().find(|at| *at > self.focus);
        match next {
            Some(at) => self.focus_on(at),
            None => return Step::say(Message::note(cx.words.get("form-last-field"))),
        }
        Step::stay()
    }

    /// Back is always allowed: what is wrong is told again when it is saved.
    pub(super) fn go_back(&mut self, cx: &Cx<'_>) -> Step {
        let _ = self.settle(self.focus, cx);
        let before = self.asked().rev().find(|at| *at < self.focus);
        if let Some(at) = before {
            self.focus_on(at);
        }
        Step::stay()
    }

    pub(super) fn save(&mut self, cx: &Cx<'_>) -> Asked {
        let asked: Vec<usize> = self.asked().collect();
        for at in asked {
            let is_missing = self.fields[at].spec.is_required && self.fields[at].is_empty();
            let message = if is_missing {
                self.fields[at].wrong = Some("typed-required".to_owned());
                Some(Message::refusal(self.said(at, "typed-required", cx)))
            } else {
                self.settle(at, cx)
            };
            if let Some(message) = message {
                // Not as one comes to a field: what is there may be corrected.
                self.focus = at;
                return Asked::Step(Step::say(message));
            }
        }
        let confirmed = self.doubted.as_ref().is_some_and(|doubted| *doubted == self.texts());
        Asked::Save { confirmed }
    }

    /// Checks a field that is being left, and writes what it means in its place. The message says
    /// why it cannot be left, or why it may not be right: then leaving it again keeps it.
    fn settle(&mut self, at: usize, cx: &Cx<'_>) -> Option<Message> {
        let today = cx.now.today;
        if let Some(message) = self.remove_number(at, cx) {
            return Some(message);
        }
        let value = match self.fields[at].value(today) {
            Ok(Some(value)) => value,
            Ok(None) => {
                self.fields[at].wrong = None;
                return None;
            }
            Err(id) => {
                let message = Message::refusal(self.said(at, id, cx));
                self.fields[at].contest(id.to_owned());
                return Some(message);
            }
        };
        let wrong = (self.fields[at].spec.constraint)(&value, &self.values, today);
        let text = self.fields[at].text();
        if let Some((severity, code)) = wrong {
            let id = format!("violation-{code}");
            let words = cx.words.get(&id).into_owned();
            if severity == Severity::Refusal {
                self.fields[at].contest(id);
                return Some(Message::refusal(words));
            }
            if self.fields[at].confirmed.as_ref() != Some(&text) {
                self.fields[at].contest(id);
                self.fields[at].confirmed = Some(text);
                return Some(Message::doubt(format!("{words} {}", cx.words.get("form-again-keeps"))));
            }
        }
        self.write(at, &value, cx);
        None
    }

    /// A social security number is told, and leaving the field again removes it.
    fn remove_number(&mut self, at: usize, cx: &Cx<'_>) -> Option<Message> {
        if !matches!(self.fields[at].spec.kind, Kind::Text(_) | Kind::LongText(_)) {
            return None;
        }
        let mut text = self.fields[at].text();
        let found = social_security_number(&text)?;
        if self.fields[at].confirmed.as_ref() == Some(&text) {
            text.replace_range(found, "");
            self.fields[at].set_text(&text);
            self.changed(Unkept::FieldLeft, cx);
            return self.remove_number(at, cx);
        }
        self.fields[at].confirmed = Some(text);
        self.fields[at].wrong = Some("typed-social-security-number".to_owned());
        Some(Message::doubt(cx.words.get("typed-social-security-number")))
    }

    fn write(&mut self, at: usize, value: &Value, cx: &Cx<'_>) {
        let field: &mut Field = &mut self.fields[at];
        field.wrong = None;
        let before = field.text();
        field.put(value);
        let after = field.text();
        if field.confirmed.as_ref() == Some(&before) {
            field.confirmed = Some(after);
        }
        if self.unkept.is_some() {
            self.changed(Unkept::FieldLeft, cx);
        }
    }

    /// "Date : un jour, par exemple 12/3": what a field expected.
    pub(super) fn said(&self, at: usize, id: &str, cx: &Cx<'_>) -> String {
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("field", self.label(at, cx));
        let limit = match self.fields[at].spec.kind {
            Kind::Text(most) => most.to_string(),
            Kind::Minutes(most) => most.to_string(),
            Kind::Hours(most) => (most / 60).to_string(),
            Kind::Integer(least, most) => format!("{least}–{most}"),
            Kind::LongText(_)
            | Kind::Date(_)
            | Kind::Time
            | Kind::Choice(_)
            | Kind::Own(_)
            | Kind::Choices(_)
            | Kind::Commune
            | Kind::Phone
            | Kind::YesNo => String::new(),
        };
        args.set("limit", limit);
        if let Some(first) = self.fields[at].month_without_that_day(cx.now.today) {
            args.set("length", cx.words.month_length(first));
        }
        cx.words.with(id, &args).into_owned()
    }
}
