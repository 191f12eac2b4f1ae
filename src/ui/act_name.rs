//! The name of an act, for undo and redo: "entretien du 12/03, B. N.".

use fluent_bundle::FluentArgs;

use super::cx::Cx;
use crate::usecase::outcome::ActName;

/// The words that name an act. People are initials: the status line may be seen by others.
pub fn describe(act: &ActName, cx: &Cx<'_>) -> String {
    let kind = format!("act-{}", act.kind);
    let kind = if cx.words.has(&kind) { kind } else { "act-other".to_owned() };
    let mut parts = vec![cx.words.get(&kind).into_owned()];
    if act.entries > 1 {
        let mut args = FluentArgs::new();
        args.set("count", act.entries);
        parts = vec![cx.words.with("act-several", &args).into_owned()];
    }
    if let Some(date) = act.date {
        let mut args = FluentArgs::new();
        args.set("what", parts.remove(0));
        args.set("date", date.format("%d/%m").to_string());
        parts.push(cx.words.with("act-dated", &args).into_owned());
    }
    if let Some(file) = act.person.and_then(|person| cx.file(person)) {
        parts.push(file.person.value.initials());
    }
    parts.join(", ")
}
