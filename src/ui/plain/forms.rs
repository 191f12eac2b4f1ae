//! Filling in a form, question by question, and the quick line.

use fluent_bundle::FluentArgs;
use zeroize::Zeroizing;

use super::{Plain, Told};
use crate::i18n::Words;
use crate::ui::action::Action;
use crate::ui::form::Question;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer as _;
use crate::ui::message::{Level, Message};
use crate::ui::quick::echo;
use crate::ui::quick::line::QuickLine;
use crate::ui::screen::Screen as _;
use crate::ui::screen::form::FormScreen;
use crate::ui::step::Step;

/// Leaves a form, and ends a long text.
const LEAVE: &str = ".";
/// Goes back to the question before.
const BACK: &str = "<";
/// Saves from anywhere.
const SAVE: &str = ">";
/// Empties the answer.
const EMPTY: &str = "-";
/// Repeats the last answer saved.
const REPEAT: &str = "=";
/// Says what may be answered.
const ASK: &str = "?";

/// A message with its level in words: there is no colour to tell it.
pub(super) fn spoken(message: &Message, words: &Words) -> String {
    match message.level {
        Level::Done | Level::Note | Level::Guide => message.text.clone(),
        Level::Doubt => format!("{} {}", words.get("status-doubt"), message.text),
        Level::Refusal => format!("{} {}", words.get("status-refusal"), message.text),
    }
}

impl Plain<'_> {
    /// Asks every question of a form, until it is saved or left.
    pub(super) fn fill_in(&mut self, mut form: FormScreen) -> Told<()> {
        let cx = self.cx();
        let whose = form.subject().and_then(|person| cx.file(person)).map(|file| echo::person(file, &cx));
        let title = [Some(form.title(&cx)), whose].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let entering = form.enter(&cx);
        self.dialogue.say(&title);
        self.say("plain-form-how");
        self.perform(&mut form, entering);
        loop {
            let cx = self.cx();
            let question = form.form().question(&cx);
            let aside = if form.form().is_last() { form.aside(&cx) } else { Vec::new() };
            aside.iter().for_each(|(text, _)| self.dialogue.say(text));
            if question.is_long {
                self.say("plain-text-how");
            }
            let prompt = prompt(&question, &self.words);
            let line = self.ask(&prompt)?;
            let step = match line.trim() {
                ASK => {
                    self.explain_question(&question);
                    continue;
                }
                EMPTY => {
                    form.form_mut().empty(&self.cx());
                    form.act(Action::FormAccept, &self.cx())
                }
                REPEAT => form.type_key(Key::char('='), &self.cx()),
                LEAVE => form.act(Action::FormLeave, &self.cx()),
                BACK => form.act(Action::FormBack, &self.cx()),
                SAVE => form.act(Action::FormSave, &self.cx()),
                "" => form.act(Action::FormAccept, &self.cx()),
                _ => {
                    let answer = if question.is_long { self.whole_text(line)? } else { line };
                    match form.form_mut().answer(&answer, &self.cx()) {
                        Ok(()) => form.act(Action::FormAccept, &self.cx()),
                        Err(message) => Step::say(message),
                    }
                }
            };
            let is_over = self.perform(&mut form, step);
            // What is answered is on the disk before anything is asked again.
            self.keep(&mut form);
            if is_over {
                return Ok(());
            }
        }
    }

    /// The lines of a long text, up to a full stop alone.
    fn whole_text(&mut self, first: Zeroizing<String>) -> Told<Zeroizing<String>> {
        let mut text = first;
        loop {
            let line = self.ask("")?;
            if line.trim() == LEAVE {
                return Ok(text);
            }
            text.push('\n');
            text.push_str(&line);
        }
    }

    fn explain_question(&mut self, question: &Question) {
        let told: Vec<String> = question.hint.iter().chain(&question.choices).cloned().collect();
        if told.is_empty() {
            self.say("plain-no-hint");
        }
        told.iter().for_each(|line| self.dialogue.say(line));
    }

    /// An interview told on one line: what was understood is said, then saved.
    pub(super) fn quick(&mut self, text: &str) -> Told<()> {
        let mut line = QuickLine::open(self.subject, &self.cx());
        if !text.is_empty() {
            line.hear(text, &self.cx());
        }
        loop {
            self.keep(&mut line);
            if line.is_undecided() {
                self.choose_person(&mut line)?;
            }
            let echo = line.echo(usize::from(u16::MAX), &self.cx());
            echo.iter().for_each(|(text, _)| self.dialogue.say(text));
            let prompt = self.words.get("plain-quick-prompt").into_owned();
            let answer = self.ask(&format!("{prompt} "))?;
            let step = match answer.trim() {
                "" => line.act(Action::QuickSave, &self.cx()),
                LEAVE => line.act(Action::OverlayClose, &self.cx()),
                ASK => {
                    self.say("quick-codes-modality");
                    self.say("quick-codes-signing");
                    continue;
                }
                text => {
                    line.hear(text, &self.cx());
                    continue;
                }
            };
            if self.perform(&mut line, step) {
                return Ok(());
            }
        }
    }

    /// Of several people, the one whose number is typed; the first one when nothing is.
    fn choose_person(&mut self, line: &mut QuickLine) -> Told<()> {
        self.say("plain-which");
        let people: Vec<String> = {
            let cx = self.cx();
            line.people().iter().filter_map(|id| cx.file(*id)).map(|file| echo::person(file, &cx)).collect()
        };
        for (rank, person) in people.iter().enumerate() {
            self.dialogue.say(&format!("{}. {person}", rank + 1));
        }
        let prompt = self.words.get("plain-number").into_owned();
        let number = self.ask(&format!("{prompt} "))?.trim().parse().unwrap_or(1_usize);
        line.choose(number.saturating_sub(1).min(people.len().saturating_sub(1)), &self.cx());
        Ok(())
    }
}

/// "Durée [45 min] :": the question, and what an empty line accepts.
fn prompt(question: &Question, words: &Words) -> String {
    let first = question.held.lines().next().unwrap_or_default();
    if first.is_empty() {
        return format!("{} ", words.filled("plain-question", [("label", question.label.as_str())]));
    }
    let more = if question.held.lines().nth(1).is_some() { " …" } else { "" };
    let held = match question.meaning.as_str() {
        "" => format!("{first}{more}"),
        // A day says its date again, after its name.
        meaning if meaning.ends_with(first) => meaning.to_owned(),
        meaning => format!("{first}, {meaning}"),
    };
    // A number must stay as it was written: these values are text.
    let mut args = FluentArgs::new();
    args.set("label", question.label.as_str());
    args.set("held", held);
    format!("{} ", words.with("plain-question-held", &args))
}
