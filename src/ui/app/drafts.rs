//! What is typed reaches the disk by itself: when a field is left, two seconds after a key, and
//! before anything that holds it is dropped.

use chrono::TimeDelta;

use super::App;
use super::layers::LayerId;
use crate::domain::now::Now;
use crate::ui::effect::{Effect, Slot};
use crate::ui::layer::Unkept;
use crate::ui::message::Message;
use crate::usecase::outcome::{KeptDraft, Outcome};
use crate::usecase::request::{DraftKey, Request};

/// Typing is on the disk at most this long after the last key (product.md §4).
const DELAY: TimeDelta = TimeDelta::seconds(2);

impl App {
    /// Puts every draft that is not on the disk on its way there.
    pub(super) fn keep_all(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let mut drafts = Vec::new();
        for layer in self.layers.all_mut() {
            if layer.unkept().is_some() {
                drafts.extend(layer.keep());
            }
        }
        self.draft_due = None;
        for (key, bytes) in drafts {
            self.keep(key, bytes, now, effects);
        }
    }

    pub(super) fn keep(&mut self, key: DraftKey, bytes: Vec<u8>, now: Now, effects: &mut Vec<Effect>) {
        let drafts = &mut self.ground.model.drafts;
        drafts.retain(|draft| draft.key != key);
        self.refused_drafts.retain(|refused| *refused != key);
        drafts.push(KeptDraft { key: key.clone(), kept_at: now.at, bytes: bytes.clone() });
        self.request(None, Slot(0), false, Request::KeepDraft { key, bytes }, effects);
    }

    pub(super) fn keep_due(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if self.draft_due.is_none_or(|due| due > now.at) {
            return;
        }
        self.keep_all(now, effects);
        let refused = std::mem::take(&mut self.refused_drafts);
        let drafts = self.ground.model.drafts.iter().filter(|draft| refused.contains(&draft.key));
        for draft in drafts.cloned().collect::<Vec<_>>() {
            self.keep(draft.key, draft.bytes, now, effects);
        }
    }

    pub(super) fn schedule_drafts(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let mut is_typing = false;
        let mut is_left = false;
        for layer in self.layers.all_mut() {
            match layer.unkept() {
                Some(Unkept::Typing) => is_typing = true,
                Some(Unkept::FieldLeft) => is_left = true,
                None => {}
            }
        }
        if is_left {
            self.keep_all(now, effects);
        } else if is_typing || !self.refused_drafts.is_empty() {
            self.draft_due.get_or_insert(now.at + DELAY);
        } else {
            self.draft_due = None;
        }
    }

    /// Puts the drafts of a layer, and of those above it, on their way to the disk; whether there
    /// were any.
    pub(super) fn keep_from(&mut self, id: LayerId, now: Now, effects: &mut Vec<Effect>) -> bool {
        let drafts: Vec<(DraftKey, Vec<u8>)> = self
            .layers
            .above_mut(id)
            .filter(|layer| layer.unkept().is_some())
            .filter_map(|layer| layer.keep())
            .collect();
        let has_any = !drafts.is_empty();
        for (key, bytes) in drafts {
            self.keep(key, bytes, now, effects);
        }
        has_any
    }

    /// A draft that the disk refuses is tried again; the person who types is told, not stopped.
    pub(super) fn draft_answered(&mut self, draft: DraftKey, outcome: &Outcome) {
        if let Outcome::Failed(failure) = outcome {
            self.refused_drafts.push(draft);
            let args = failure.args.iter().map(|(name, value)| (*name, value.as_str()));
            let text = self.ground.words.filled(&format!("err-{}", failure.id), args);
            self.say(Message::refusal(text));
        }
    }
}
