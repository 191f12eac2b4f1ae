//! From a key to an action: text fields first, then the keymap, then whether it can be done.

use super::App;
use super::layers::LayerId;
use crate::domain::now::Now;
use crate::ui::action::{Action, Category, Scope};
use crate::ui::effect::{Effect, Slot};
use crate::ui::event::Event;
use crate::ui::keymap::Resolved;
use crate::ui::keymap::key::{Code, Key};
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::usecase::request::Request;

impl App {
    /// Something was typed: now, or after the answer that is being waited for.
    pub(super) fn typed(&mut self, event: Event, now: Now, effects: &mut Vec<Effect>) {
        if self.asked.values().any(|asked| asked.holds_keys) && !self.quits(&event) {
            if self.held.len() < super::MOST_HELD {
                self.held.push_back(event);
            }
            return;
        }
        match event {
            Event::Key(key) => self.key(key, now, effects),
            Event::Paste(text) => self.paste(&text, now, effects),
            Event::Resize(_) | Event::Wake | Event::Done(..) | Event::Suspended | Event::Ended => {}
        }
    }

    /// Plays what was typed while an answer was awaited, until another one is.
    pub(super) fn replay(&mut self, now: Now, effects: &mut Vec<Effect>) {
        while !self.asked.values().any(|asked| asked.holds_keys) {
            let Some(event) = self.held.pop_front() else { break };
            self.typed(event, now, effects);
        }
    }

    fn quits(&self, event: &Event) -> bool {
        match event {
            Event::Key(key) => self.ground.keymap.resolve(&[], &[*key]) == Resolved::Action(Action::Quit),
            Event::Paste(_)
            | Event::Resize(_)
            | Event::Wake
            | Event::Done(..)
            | Event::Suspended
            | Event::Ended => false,
        }
    }

    fn key(&mut self, key: Key, now: Now, effects: &mut Vec<Effect>) {
        if self.message.take().is_some() {
            self.wants_redraw = true;
        }
        let Some((id, top)) = self.layers.top_id().zip(self.layers.top()) else { return };
        // Nobody decides on what they cannot see; but a window that shrinks loses no letter.
        let is_blind = self.is_blind();
        let is_known = !is_blind || self.seen == Some(id);
        if self.pending.is_empty() && is_known && top.wants(key) {
            self.wants_redraw = true;
            let cx = self.ground.cx(now, &self.layers);
            let step = self.layers.get_mut(id).map(|layer| layer.type_key(key, &cx));
            if let Some(step) = step {
                self.apply(id, step, now, effects);
            }
            return;
        }
        let scopes = if is_blind { &[] } else { top.scopes() };
        self.pending.push(key);
        match self.ground.keymap.resolve(scopes, &self.pending) {
            Resolved::Action(action) => {
                self.pending.clear();
                self.wants_redraw = true;
                if action == Action::ScreenBack && self.leave_tour(now) {
                    return;
                }
                if !is_blind || action.is_essential() {
                    self.perform(action, now, effects);
                }
            }
            Resolved::Pending => self.wants_redraw = true,
            Resolved::Nothing => {
                self.wants_redraw |= self.pending.len() > 1;
                self.pending.clear();
                if let Some(after) = key.after_escape() {
                    // Nobody bound alt and this one: on a slow link they were two keys, typed ahead.
                    self.key(Key::plain(Code::Esc), now, effects);
                    self.typed(Event::Key(after), now, effects);
                }
            }
        }
    }

    /// Whether the window is too small to show anything but a sentence.
    pub(super) fn is_blind(&self) -> bool {
        crate::ui::draw::is_too_small(self.ground.size)
    }

    fn paste(&mut self, text: &str, now: Now, effects: &mut Vec<Effect>) {
        self.message = None;
        self.pending.clear();
        self.wants_redraw = true;
        let is_blind = self.is_blind();
        let Some(id) = self.layers.top_id().filter(|id| !is_blind || self.seen == Some(*id)) else { return };
        let end = text.char_indices().nth(super::MOST_PASTED).map_or(text.len(), |(at, _)| at);
        let cx = self.ground.cx(now, &self.layers);
        if let Some(step) = self.layers.get_mut(id).map(|layer| layer.paste(&text[..end], &cx)) {
            self.apply(id, step, now, effects);
        }
        if end < text.len() {
            let text = self.ground.words.get("paste-cut").into_owned();
            self.say(Message::doubt(text));
        }
    }

    /// Whether an action can be done here and now.
    pub(super) fn available(&self, action: Action, now: Now) -> Result<(), Why> {
        let cx = self.ground.cx(now, &self.layers);
        let refuse_if = |refused, why| if refused { Err(Why(why)) } else { Ok(()) };
        if self.is_reached(action) {
            return self.layers.top().map_or(Ok(()), |top| top.available(action, &cx));
        }
        if !action.scopes().contains(&Scope::Global) {
            return Err(Why("why-elsewhere"));
        }
        if action.is_essential() || action == Action::Language {
            return Ok(());
        }
        refuse_if(!cx.model.is_open, "why-locked")?;
        match action {
            Action::Palette => Ok(()),
            Action::Tour => refuse_if(!cx.model.is_demo, "why-demo-only"),
            Action::Undo => refuse_if(cx.model.undo.undo.is_none(), "why-nothing-to-undo"),
            Action::Redo => refuse_if(cx.model.undo.redo.is_none(), "why-nothing-to-redo"),
            Action::ScreenBack => refuse_if(self.layers.screen_count() < 2, "why-first-screen"),
            place => (self.doors.available)(place, &cx),
        }
    }

    /// Whether the top layer's own scopes hold the action. The language is the application's, even
    /// where the station is locked.
    fn is_reached(&self, action: Action) -> bool {
        // The application’s own, wherever a key is bound to it.
        if matches!(action, Action::Language | Action::ScreenBack) {
            return false;
        }
        let scopes = self.layers.top().map_or(&[][..], |top| top.scopes());
        action.scopes().iter().any(|scope| *scope != Scope::Global && scopes.contains(scope))
    }

    /// Does an action, or says why not.
    pub fn perform(&mut self, action: Action, now: Now, effects: &mut Vec<Effect>) {
        let is_reached = self.is_reached(action);
        if self.layers.has_overlay() && !is_reached && !action.is_essential() {
            return;
        }
        if let Err(Why(id)) = self.available(action, now) {
            return self.say(Message::note(self.ground.words.sentence(id)));
        }
        self.wants_redraw = true;
        let Some(top) = self.layers.top_id() else { return };
        self.tour_after_action(action, now);
        if is_reached {
            let cx = self.ground.cx(now, &self.layers);
            if let Some(step) = self.layers.get_mut(top).map(|layer| layer.act(action, &cx)) {
                self.apply(top, step, now, effects);
            }
            return;
        }
        match action {
            Action::Quit => self.quit(now, effects),
            Action::Lock => self.lock(now, effects),
            Action::Help => self.show_help(now),
            Action::Palette => self.show_palette(now),
            Action::Discreet => {
                self.ground.model.is_discreet = !self.ground.model.is_discreet;
                self.refresh(now);
            }
            Action::Tour => self.start_tour(now, effects),
            Action::Language => self.speak_other_language(now),
            Action::Undo => self.request(None, Slot(0), true, Request::Undo, effects),
            Action::Redo => self.request(None, Slot(0), true, Request::Redo, effects),
            Action::ScreenBack => {
                if !self.layers.get_mut(top).is_some_and(Layer::let_go) {
                    self.close(top, now, effects);
                }
            }
            elsewhere => self.go(top, elsewhere, now, effects),
        }
    }

    /// A place is opened from home, whatever stood above it; what was typed there is kept.
    fn go(&mut self, from: LayerId, action: Action, now: Now, effects: &mut Vec<Effect>) {
        let mut from = from;
        if action.category() == Category::Places {
            if let Some(second) = self.layers.second_id() {
                self.close(second, now, effects);
            }
            let Some(home) = self.layers.first_id() else { return };
            from = home;
        }
        if action != Action::HomeOpen {
            let step = (self.doors.act)(action, &self.ground.cx(now, &self.layers));
            self.apply(from, step, now, effects);
        }
    }

    fn quit(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let was_shown = self.closing.is_some() && self.closing == self.layers.top_screen_id();
        if self.ground.model.is_open && !was_shown {
            let page = (self.doors.closing)(&self.ground.cx(now, &self.layers));
            if let Some(page) = page {
                self.close_overlays(now, effects);
                self.closing = self.enter(page, now, effects);
                return;
            }
        }
        self.keep_all(now, effects);
        self.end(effects);
    }
}
