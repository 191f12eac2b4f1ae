//! What is said once something is on the disk, and never before.

use fluent_bundle::FluentArgs;

use super::act_name;
use super::action::Action;
use super::cx::Cx;
use super::message::Message;
use super::widget::keys::{binding_of, keys_in_words};

/// "Enregistré : entretien du 12/03, B. Nadia (u pour annuler)": the last act, by name.
pub fn message(cx: &Cx<'_>) -> Message {
    message_but(None, cx)
}

/// The same, with who was passed over: "…, 2 personnes, sauf LEROY Karim (limité) (u pour annuler)".
pub fn message_but(passed_over: Option<String>, cx: &Cx<'_>) -> Message {
    let mut args = FluentArgs::new();
    let act = cx.model.undo.undo.as_ref().map(|act| act_name::describe(act, cx)).unwrap_or_default();
    let told: Vec<String> = [Some(act), passed_over].into_iter().flatten().collect();
    args.set("act", told.join(", "));
    let key = binding_of(Action::Undo, &[], cx).map(|binding| keys_in_words(binding, cx));
    args.set("key", key.unwrap_or_default());
    Message::done(cx.words.with("saved-act", &args))
}
