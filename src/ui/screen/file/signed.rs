//! The signatures of a record in one line: who, when, and the control code that ties the paper to
//! the text (product.md §4).

use fluent_bundle::FluentArgs;

use super::fields::signature_message;
use crate::domain::id::PersonId;
use crate::domain::interview::{Interview, Signature};
use crate::ui::cx::Cx;

/// The line, if anybody signed or refused.
pub(crate) fn line(interview: &Interview, person: PersonId, cx: &Cx<'_>) -> Option<String> {
    let parties = [
        ("signed-participant", &interview.participant_signature),
        ("signed-counsellor", &interview.counsellor_signature),
    ];
    let mut parts: Vec<String> = parties.iter().filter_map(|(id, it)| party(id, it, cx)).collect();
    if parts.is_empty() {
        return None;
    }
    if interview.signed_code.is_some() {
        let mut args = FluentArgs::new();
        args.set("code", interview.control_code(person));
        let is_changed = interview.is_changed_since_signed(person);
        parts.push(if is_changed {
            cx.words.get("interview-changed-long").into_owned()
        } else {
            cx.words.with("signed-code", &args).into_owned()
        });
    }
    Some(parts.join(" · "))
}

/// Where one party's signature stands, if there is something to say.
fn party(id: &str, signature: &Signature, cx: &Cx<'_>) -> Option<String> {
    let state = cx.words.get(signature_message(signature));
    let (on, reason) = match signature {
        Signature::ToSign | Signature::NotApplicable => return None,
        Signature::Paper { on } | Signature::Electronic { on } => (Some(*on), ""),
        Signature::Refused { on, reason } => (*on, reason.as_str()),
    };
    let on = on.map(|on| cx.words.date(on)).unwrap_or_default();
    let told = format!("{} {state} {on} {reason}", cx.words.get(id));
    Some(told.trim().to_owned())
}
