//! The application as a value: an event in, effects out; a frame drawn, nothing changed.
//!
//! **Invariant**: what was typed is asked to be kept before any layer that holds it is dropped.
//! **Invariant**: without keys, answers or an elapsed [`App::wake_in`], nothing happens at all.

mod drafts;
mod keys;
mod layers;
mod tour;
mod turns;

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use ratatui::Frame;
use ratatui::layout::Size;

use super::action::Action;
use super::cx::{Cx, ReadModel};
use super::doors::Doors;
use super::draw::{self, Scene};
use super::effect::{Effect, Slot, Ticket};
use super::event::Event;
use super::keymap::key::Key;
use super::keymap::{Binding, Keymap};
use super::message::Message;
use super::terminal::learnt::Shown;
use super::theme::Theme;
use super::tour::Tour;
use super::widget::keys::bindings_from;
use crate::domain::id::PersonId;
use crate::domain::now::Now;
use crate::i18n::{Language, Words};
use crate::usecase::request::{DraftKey, Request};
use layers::{LayerId, Layers};

/// Longest text that one paste brings, in characters; the rest is left out, and it is said.
const MOST_PASTED: usize = 50_000;
/// Most keys kept while a request is on its way.
const MOST_HELD: usize = 512;

/// What the application is built with.
pub struct Settings {
    /// Words of the language chosen.
    pub words: Words,
    /// The theme chosen, for this terminal.
    pub theme: Theme,
    /// The keymap in force.
    pub keymap: Keymap,
    /// Idle time after which the station locks itself.
    pub lock_after: TimeDelta,
    /// Where the screens are found.
    pub doors: Doors,
    /// Whether the station is a demonstration.
    pub is_demo: bool,
    /// Size of the window.
    pub size: Size,
}

/// What layers read, and the app alone writes.
pub(super) struct Ground {
    words: Words,
    theme: Theme,
    keymap: Keymap,
    model: ReadModel,
    size: Size,
    terminal: Shown,
}

impl Ground {
    fn cx(&self, now: Now, layers: &Layers) -> Cx<'_> {
        Cx {
            now,
            size: self.size,
            words: &self.words,
            theme: &self.theme,
            keymap: &self.keymap,
            model: &self.model,
            subject: layers.subject(),
            terminal: self.terminal,
        }
    }
}

/// Who asked, and for what.
struct Asked {
    by: Option<LayerId>,
    slot: Slot,
    holds_keys: bool,
    /// The draft that is being kept.
    draft: Option<DraftKey>,
}

/// The application.
pub struct App {
    doors: Doors,
    ground: Ground,
    layers: Layers,
    /// Keys of a sequence that is not finished.
    pending: Vec<Key>,
    message: Option<Message>,
    asked: BTreeMap<Ticket, Asked>,
    /// Keys and pastes that wait for an answer.
    held: VecDeque<Event>,
    last_ticket: u64,
    lock_after: TimeDelta,
    last_input: Option<DateTime<Utc>>,
    draft_due: Option<DateTime<Utc>>,
    /// Drafts that the disk refused: tried again until it takes them.
    refused_drafts: Vec<DraftKey>,
    /// The closing page, once shown.
    closing: Option<LayerId>,
    /// The layer that was on top when the window last had room to show it.
    seen: Option<LayerId>,
    /// Whose file was open when the station was locked: an identity, which tells nobody anything.
    left_open: Option<PersonId>,
    wants_redraw: bool,
    /// Whether the tour is offered once the demonstration is open.
    offers_tour: bool,
    tour: Option<Tour>,
}

impl App {
    /// The application before its first event.
    pub fn new(settings: Settings) -> Self {
        let model = ReadModel { is_demo: settings.is_demo, ..ReadModel::default() };
        let Settings { words, theme, keymap, size, .. } = settings;
        Self {
            doors: settings.doors,
            ground: Ground { words, theme, keymap, model, size, terminal: Shown::default() },
            layers: Layers::default(),
            pending: Vec::new(),
            message: None,
            asked: BTreeMap::new(),
            held: VecDeque::new(),
            last_ticket: 0,
            lock_after: settings.lock_after,
            last_input: None,
            draft_due: None,
            refused_drafts: Vec::new(),
            closing: None,
            seen: None,
            left_open: None,
            wants_redraw: true,
            offers_tour: false,
            tour: None,
        }
    }

    /// The same on a terminal of which this is known.
    #[must_use]
    pub const fn on(mut self, terminal: Shown) -> Self {
        self.ground.terminal = terminal;
        self
    }

    /// Shows the locked station.
    pub fn start(&mut self, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.last_input = Some(now.at);
        self.show_locked(now, &mut effects);
        effects
    }

    /// Takes in what happened and says what is to be done, in order.
    pub fn update(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.keep_due(now, &mut effects);
        let has_just_locked = self.lock_if_idle(now, &mut effects);
        if self.ground.model.turn_to(now.today) {
            self.refresh(now);
        }
        match event {
            // Meant for the screen that has just been locked, not for the passphrase.
            Event::Key(_) | Event::Paste(_) if has_just_locked => {}
            Event::Key(_) | Event::Paste(_) => {
                self.last_input = Some(now.at);
                self.typed(event, now, &mut effects);
            }
            Event::Resize(size) => {
                self.ground.size = size;
                self.refresh(now);
            }
            Event::Wake => self.work(now),
            Event::Done(ticket, outcome) => {
                self.answered(ticket, outcome, now, &mut effects);
                self.replay(now, &mut effects);
            }
            Event::Suspended => self.lock(now, &mut effects),
            Event::Ended => {
                self.keep_all(now, &mut effects);
                self.end(&mut effects);
            }
        }
        self.schedule_drafts(now, &mut effects);
        if !self.is_blind() {
            self.seen = self.layers.top_id();
        }
        effects
    }

    /// How long until something happens without a key: the next piece of long work, the automatic lock, or a
    /// draft to keep.
    pub fn wake_in(&self, now: Now) -> Option<std::time::Duration> {
        if self.layers.top_screen().is_some_and(|screen| screen.is_working()) {
            return Some(std::time::Duration::ZERO);
        }
        let lock = self.lock_due();
        let due = [lock, self.draft_due].into_iter().flatten().min()?;
        Some((due - now.at).clamp(TimeDelta::zero(), self.lock_after).to_std().unwrap_or_default())
    }

    /// Whether something changed since the last [`App::draw`]; asking answers no from then on.
    pub fn take_redraw(&mut self) -> bool {
        std::mem::take(&mut self.wants_redraw)
    }

    /// Whether an answer is still on its way.
    pub fn is_waiting(&self) -> bool {
        !self.asked.is_empty()
    }

    /// What layers read at this moment.
    pub fn cx(&self, now: Now) -> Cx<'_> {
        self.ground.cx(now, &self.layers)
    }

    fn lock_due(&self) -> Option<DateTime<Utc>> {
        let since = self.last_input.filter(|_| self.ground.model.is_open)?;
        Some(since + self.lock_after)
    }

    /// Locks a station left alone for too long; whether it did.
    fn lock_if_idle(&mut self, now: Now, effects: &mut Vec<Effect>) -> bool {
        // A clock that was set back must not put the lock off for ever.
        if self.last_input.is_some_and(|at| at > now.at) {
            self.last_input = Some(now.at);
        }
        let is_overdue = self.lock_due().is_some_and(|due| due <= now.at);
        if is_overdue {
            self.lock(now, effects);
        }
        is_overdue
    }

    fn lock(&mut self, now: Now, effects: &mut Vec<Effect>) {
        // A passphrase that is being tried opens nothing any more.
        if self.ground.model.is_open || self.is_waiting() {
            self.left_open = self.layers.subject().or(self.left_open);
            self.keep_all(now, effects);
            self.asked.clear();
            self.held.clear();
            self.request(None, Slot(0), false, Request::Lock, effects);
        }
        self.ground.model.close();
        self.show_locked(now, effects);
    }

    fn show_locked(&mut self, now: Now, effects: &mut Vec<Effect>) {
        self.layers.clear();
        self.pending.clear();
        self.message = None;
        self.closing = None;
        let screen = (self.doors.locked)(&self.ground.cx(now, &self.layers));
        self.enter(screen, now, effects);
    }

    /// Has what is seen take in the model as it is; what is covered does when it is seen again.
    /// Does the next piece of what the screen has begun.
    fn work(&mut self, now: Now) {
        let cx = self.ground.cx(now, &self.layers);
        if let Some(screen) = self.layers.top_screen_mut().filter(|screen| screen.is_working()) {
            screen.work(&cx);
            self.wants_redraw |= !screen.is_working();
        }
    }

    fn refresh(&mut self, now: Now) {
        self.wants_redraw = true;
        let cx = self.ground.cx(now, &self.layers);
        for layer in self.layers.seen_mut() {
            layer.refresh(&cx);
        }
    }

    fn request(
        &mut self,
        by: Option<LayerId>,
        slot: Slot,
        holds_keys: bool,
        request: Request,
        effects: &mut Vec<Effect>,
    ) {
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        let mut draft = None;
        if let Request::Remember { name, value } = &request {
            self.ground.model.remembered.insert(name.clone(), value.clone());
        } else if let Request::KeepDraft { key, .. } = &request {
            draft = Some(key.clone());
        } else if let Request::DropDraft(key) = &request {
            // Whoever opens the form again before the disk has answered begins with what was saved.
            self.ground.model.drafts.retain(|draft| draft.key != *key);
        }
        self.asked.insert(ticket, Asked { by, slot, holds_keys, draft });
        effects.push(Effect::Run(ticket, request));
    }

    fn end(&mut self, effects: &mut Vec<Effect>) {
        if self.ground.model.is_open {
            self.request(None, Slot(0), false, Request::Lock, effects);
        }
        self.layers.clear();
        self.ground.model.close();
        effects.push(Effect::Quit);
    }

    fn speak_other_language(&mut self, now: Now) {
        self.ground.words = Words::new(match self.ground.words.language() {
            Language::French => Language::English,
            Language::English => Language::French,
        });
        self.refresh(now);
    }

    fn say(&mut self, message: Message) {
        self.message = Some(message);
        self.wants_redraw = true;
    }

    /// Draws the window. Nothing changes.
    pub fn draw(&self, frame: &mut Frame<'_>, now: Now) {
        let cx = self.cx(now);
        let scene = Scene {
            screens: self.layers.screens().collect(),
            overlays: self.layers.overlays().collect(),
            message: self.message.as_ref(),
            guide: self.tour.filter(|_| cx.model.is_open).and_then(|tour| tour.said(&cx)),
            hints: self.hints(now),
        };
        draw::draw(frame, &scene, &cx);
    }

    /// The keys worth showing: those that work now, or those that continue a sequence.
    fn hints(&self, now: Now) -> Vec<&Binding> {
        let Some(top) = self.layers.top() else { return Vec::new() };
        let keymap = &self.ground.keymap;
        let can_be_done = |action: Action| self.available(action, now).is_ok();
        if !self.pending.is_empty() {
            let mut next = keymap.continuing(top.scopes(), &self.pending);
            next.retain(|binding| can_be_done(binding.action));
            return next;
        }
        let mut actions = top.hints(&self.cx(now));
        if !self.layers.has_overlay() {
            let common = [Action::Help, Action::Palette, Action::ScreenBack, Action::Quit];
            actions.extend(common.into_iter().filter(|action| !actions.contains(action)).collect::<Vec<_>>());
        }
        let working = actions.into_iter().filter(|action| can_be_done(*action));
        working.filter_map(|action| bindings_from(action, top, keymap).into_iter().next()).collect()
    }

    /// Every action, and why it cannot be done here and now if it cannot.
    pub(super) fn availability(&self, now: Now) -> Vec<(Action, Result<(), super::layer::Why>)> {
        Action::ALL.iter().map(|action| (*action, self.available(*action, now))).collect()
    }
}
