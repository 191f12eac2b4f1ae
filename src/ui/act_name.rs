//! The name of an act, for undo and redo: "entretien du 12/03, B. Nadia".

use fluent_bundle::FluentArgs;

use super::cx::Cx;
use super::who;
use crate::domain::file::File;
use crate::usecase::outcome::{ActName, IMPORT};

/// The words that name an act, and whose: enough to know it, initials in discreet mode.
pub fn describe(act: &ActName, cx: &Cx<'_>) -> String {
    if act.kind == IMPORT {
        let mut args = FluentArgs::new();
        args.set("count", act.entries);
        return cx.words.with("act-import", &args).into_owned();
    }
    let kind = format!("act-{}", act.kind);
    let kind = if cx.words.has(&kind) { kind } else { "act-other".to_owned() };
    let mut what = cx.words.get(&kind).into_owned();
    if let Some(date) = act.date {
        let mut args = FluentArgs::new();
        args.set("what", what);
        args.set("date", date.format("%d/%m").to_string());
        what = cx.words.with("act-dated", &args).into_owned();
    }
    if act.people > 1 {
        let mut args = FluentArgs::new();
        args.set("what", what);
        args.set("count", act.people);
        return cx.words.with("act-people", &args).into_owned();
    }
    if act.entries > 1 {
        let mut args = FluentArgs::new();
        args.set("what", what);
        args.set("count", act.entries - 1);
        what = cx.words.with("act-several", &args).into_owned();
    }
    match act.person.and_then(|person| cx.file(person)) {
        Some(file) => format!("{what}, {}", whose(file, cx)),
        None => what,
    }
}

/// "B. Nadia".
fn whose(file: &File, cx: &Cx<'_>) -> String {
    let person = &file.person.value;
    if who::is_hidden(file.id, cx) {
        return person.initials();
    }
    let initial = person.family_name.chars().next().map(|c| c.to_uppercase().to_string());
    format!("{}. {}", initial.unwrap_or_default(), person.given_name)
}
