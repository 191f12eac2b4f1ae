//! The signatures of a record in one line: who, when, and the control code that ties the paper to
//! the text (product.md §4).

use fluent_bundle::FluentArgs;

use super::fields::signature_message;
use crate::domain::id::PersonId;
use crate::domain::interview::{Interview, Signature};
use crate::ui::cx::Cx;

/// The line, if anybody signed or refused.
pub(crate) fn line(interview: &Interview, person: PersonId, cx: &Cx<'_>) -> Option<String> {
    if let (Signature::Paper { on }, true) =
        (&interview.participant_signature, interview.participant_signature == interview.counsellor_signature)
    {
        let mut args = FluentArgs::new();
        args.set("date", cx.words.date(*on));
        let both = cx.words.with("signed-both", &args).into_owned();
        return Some(
            [Some(both), code(interview, person, cx)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        );
    }
    let parties = [
        ("signed-participant", &interview.participant_signature),
        ("signed-counsellor", &interview.counsellor_signature),
    ];
    let mut parts: Vec<String> = parties.iter().filter_map(|(id, it)| party(id, it, cx)).collect();
    if parts.is_empty() {
        return None;
    }
    parts.extend(code(interview, person, cx));
    Some(parts.join(" · "))
}

/// The code that is on the paper, or that the text is no longer that of the paper.
fn code(interview: &Interview, person: PersonId, cx: &Cx<'_>) -> Option<String> {
    interview.signed_code.as_ref()?;
    if interview.is_changed_since_signed(person) {
        return Some(cx.words.get("interview-changed-long").into_owned());
    }
    let mut args = FluentArgs::new();
    args.set("code", interview.control_code(person));
    Some(cx.words.with("signed-code", &args).into_owned())
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
