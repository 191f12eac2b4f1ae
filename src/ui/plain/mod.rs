//! Jalon line by line (`--plain`): the same lists and forms as questions and answers, for screen
//! readers, terminals that place no cursor and very poor links.
//!
//! It asks the worker itself and waits for its answer: nothing is said to be saved before it is on
//! the disk. What is answered in a form is kept as a draft before the next question. It draws
//! nothing, and writes nothing but whole lines and prompts.

mod commands;
mod forms;
mod lists;
mod openings;
mod person;

use std::collections::VecDeque;

use chrono::TimeDelta;
use fluent_bundle::FluentArgs;
use ratatui::layout::Size;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::cx::{Cx, ReadModel};
use super::form::draft::Draft;
use super::keymap::Keymap;
use super::layer::Layer;
use super::run::Worker;
use super::screen::form::open;
use super::step::{Step, Turn};
use super::terminal::learnt::Shown;
use super::theme::Theme;
use crate::clock;
use crate::domain::id::{ObjectId, PersonId};
use crate::i18n::Words;
use crate::usecase::outcome::{Failure, Found, KeptDraft, Opened, Outcome};
use crate::usecase::request::{DraftKey, Request};

/// What layers take for the window: lines are never cut to it.
const PAGE: Size = Size { width: 80, height: 24 };

/// What comes of a question.
pub enum Heard {
    /// A line, without its end.
    Line(Zeroizing<String>),
    /// Nothing for too long.
    Idle,
    /// The program is being suspended, or was resumed.
    Suspended,
    /// Nothing more will come.
    Ended,
}

/// Whoever is spoken with.
pub trait Dialogue {
    /// Says a line.
    fn say(&mut self, line: &str);

    /// Asks, on one line, and waits for the answer.
    fn ask(&mut self, prompt: &str) -> Heard;

    /// Asks for what must not show, for as long as it takes.
    fn ask_secret(&mut self, prompt: &str) -> Heard;

    /// The station was locked: what was typed and not read is forgotten, and the program is
    /// suspended if the system asked for it.
    fn rest(&mut self);
}

/// Why a conversation stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// The station is to be locked.
    Lock,
    /// The user leaves, or the line is cut.
    End,
}

/// What a question gives.
type Told<T> = Result<T, Stop>;

/// What a number of the last list stands for.
#[derive(Debug, Clone)]
enum Target {
    Person(PersonId),
    Record(PersonId, ObjectId),
    Draft(DraftKey),
}

/// What the conversation is made with.
pub struct Settings {
    /// Words of the language chosen.
    pub words: Words,
    /// The theme, which gives signs their place; no colour is written.
    pub theme: Theme,
    /// The letters of the commands.
    pub keymap: Keymap,
    /// Idle time after which the station is locked.
    pub lock_after: TimeDelta,
    /// Whether the station is a demonstration.
    pub is_demo: bool,
}

/// A conversation with the owner of a station.
pub struct Plain<'a> {
    words: Words,
    theme: Theme,
    keymap: Keymap,
    model: ReadModel,
    lock_after: TimeDelta,
    worker: Worker,
    dialogue: &'a mut dyn Dialogue,
    /// Whose file is open.
    subject: Option<PersonId>,
    listed: Vec<Target>,
    /// What was not said yet of a long list.
    unsaid: VecDeque<String>,
}

impl<'a> Plain<'a> {
    /// A conversation about the station that `worker` owns.
    pub fn new(settings: Settings, worker: Worker, dialogue: &'a mut dyn Dialogue) -> Self {
        let Settings { words, theme, keymap, lock_after, is_demo } = settings;
        let model = ReadModel { is_demo, ..ReadModel::default() };
        let (subject, listed, unsaid) = (None, Vec::new(), VecDeque::new());
        Self { words, theme, keymap, model, lock_after, worker, dialogue, subject, listed, unsaid }
    }

    /// Talks until the user leaves or the line is cut.
    pub fn run(mut self) {
        self.say("plain-welcome");
        loop {
            let talked = self.open().and_then(|opened| self.talk(*opened));
            self.lock();
            if talked != Err(Stop::Lock) {
                return;
            }
            self.say("plain-locked");
            self.dialogue.rest();
        }
    }

    /// Opens the station with the passphrase that is typed.
    fn open(&mut self) -> Told<Box<Opened>> {
        match (self.worker)(Request::Look) {
            Outcome::Opened(opened) => return Ok(opened),
            Outcome::Found(Found::Nothing { .. }) => return Err(Stop::End),
            _ => {}
        }
        loop {
            let prompt = self.words.get("plain-passphrase").into_owned();
            let typed = match self.dialogue.ask_secret(&format!("{prompt} ")) {
                Heard::Line(typed) => typed,
                Heard::Ended => return Err(Stop::End),
                Heard::Suspended => {
                    self.dialogue.rest();
                    continue;
                }
                Heard::Idle => continue,
            };
            match (self.worker)(Request::Unlock(SecretString::from(typed.as_str()))) {
                Outcome::Opened(opened) => return Ok(opened),
                Outcome::Failed(failure) => self.say_failure(&failure),
                _ => {}
            }
        }
    }

    /// Says what opening found, takes up what was being typed, then does what is asked.
    fn talk(&mut self, opened: Opened) -> Told<()> {
        self.model.open(opened, clock::now().today);
        for notice in std::mem::take(&mut self.model.notices) {
            let args = notice.args.iter().map(|(name, value)| (*name, value.as_str()));
            let told = self.words.filled(&format!("repair-{}", notice.id), args);
            self.dialogue.say(&told);
        }
        let newest = self.model.drafts.iter().max_by_key(|draft| draft.kept_at).cloned();
        let was_left = |draft: &KeptDraft| Draft::from_bytes(&draft.bytes).is_none_or(|it| it.was_left);
        match newest.filter(|draft| !was_left(draft)) {
            Some(draft) => self.take_up(&draft)?,
            None => self.today()?,
        }
        self.obey_commands()
    }

    /// Forgets everything about people and closes the station.
    fn lock(&mut self) {
        if self.model.is_open
            && let Outcome::Failed(failure) = (self.worker)(Request::Lock)
        {
            self.say_failure(&failure);
        }
        self.model.close();
        self.subject = None;
        self.listed.clear();
        self.unsaid.clear();
    }

    fn cx(&self) -> Cx<'_> {
        Cx {
            now: clock::now(),
            size: PAGE,
            words: &self.words,
            theme: &self.theme,
            keymap: &self.keymap,
            model: &self.model,
            subject: self.subject,
            terminal: Shown::default(),
        }
    }

    fn say(&mut self, id: &str) {
        let text = self.words.get(id).into_owned();
        self.dialogue.say(&text);
    }

    fn say_with(&mut self, id: &str, args: &FluentArgs<'_>) {
        let text = self.words.with(id, args).into_owned();
        self.dialogue.say(&text);
    }

    /// What failed, and what to do about it.
    fn say_failure(&mut self, failure: &Failure) {
        let id = format!("err-{}", failure.id);
        for id in [id.clone(), format!("{id}-remedy")] {
            if self.words.has(&id) {
                let args = failure.args.iter().map(|(name, value)| (*name, value.as_str()));
                let text = self.words.filled(&id, args);
                self.dialogue.say(&text);
            }
        }
    }

    /// Asks, and takes the day that it is by then.
    fn ask(&mut self, prompt: &str) -> Told<Zeroizing<String>> {
        let asked_at = clock::now().at;
        let heard = self.dialogue.ask(prompt);
        let now = clock::now();
        self.model.turn_to(now.today);
        match heard {
            // A machine that slept counts no silence: whoever wakes it may be somebody else.
            Heard::Line(_) if now.at - asked_at > self.lock_after => Err(Stop::Lock),
            Heard::Line(line) => Ok(line),
            Heard::Idle | Heard::Suspended => Err(Stop::Lock),
            Heard::Ended => Err(Stop::End),
        }
    }

    /// Does what a layer answered: says its message, asks what it asks, hands it the answers. Says
    /// whether the layer is done.
    fn perform(&mut self, layer: &mut dyn Layer, step: Step) -> bool {
        let mut is_done = false;
        let mut steps = vec![step];
        while let Some(step) = steps.pop() {
            is_done |= step.turns.iter().any(|turn| matches!(turn, Turn::Pop | Turn::Replace(_)));
            if let Some(message) = &step.message {
                let said = forms::spoken(message, &self.words);
                self.dialogue.say(&said);
            }
            for ask in step.asks {
                let outcome = self.request(ask.request);
                let failure =
                    if let Outcome::Failed(failure) = &outcome { Some(failure.clone()) } else { None };
                let next = layer.done(ask.slot, outcome, &self.cx());
                if let Some(failure) = failure.filter(|_| !next.tells()) {
                    self.say_failure(&failure);
                }
                steps.push(next);
            }
        }
        is_done
    }

    /// Has something done, and takes in what it changed.
    fn request(&mut self, request: Request) -> Outcome {
        if let Request::Remember { name, value } = &request {
            self.model.remembered.insert(name.clone(), value.clone());
        }
        let outcome = (self.worker)(request);
        self.model.take_in(&outcome);
        outcome
    }

    /// Puts what a layer holds on the disk.
    fn keep(&mut self, layer: &mut dyn Layer) {
        if layer.unkept().is_none() {
            return;
        }
        let Some((key, bytes)) = layer.keep() else { return };
        self.model.drafts.retain(|draft| draft.key != key);
        let kept_at = clock::now().at;
        self.model.drafts.push(KeptDraft { key: key.clone(), kept_at, bytes: bytes.clone() });
        if let Outcome::Failed(failure) = self.request(Request::KeepDraft { key, bytes }) {
            self.say_failure(&failure);
        }
    }

    /// Takes up a draft where it was left.
    fn take_up(&mut self, draft: &KeptDraft) -> Told<()> {
        if let Some(form) = open::take_up(draft, &self.cx()) {
            self.subject = draft.key.person;
            return self.fill_in(form);
        }
        self.subject = draft.key.person.or(self.subject);
        self.quick("")
    }
}
