//! What was understood of a quick line, in words, above the line itself.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use super::entry;
use super::parse::Understood;
use crate::domain::file::File;
use crate::domain::habits;
use crate::domain::signing::Signing;
use crate::ui::cx::Cx;
use crate::ui::who;

/// Who it is about: name, birth date and commune, so that homonyms differ; and whether
/// the person left.
pub fn person(file: &File, cx: &Cx<'_>) -> String {
    let person = &file.person.value;
    if who::is_hidden(file.id, cx) {
        return cx.name(file.id, person);
    }
    let birth_date = cx.words.date(person.birth_date);
    let commune = person.commune.as_deref().map(|code| cx.commune(code));
    let over = cx.model.board.standing(file.id).filter(|standing| standing.is_over());
    let over = over.map(|standing| cx.words.label(standing.pathway).into_owned());
    let name = match who::limited(file.id, cx) {
        Some(limited) => format!("{} {limited}", cx.name(file.id, person)),
        None => cx.name(file.id, person),
    };
    let parts = [Some(name), Some(birth_date), commune, over];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The interview that would be saved: day, duration, modality, signatures. What the line does not
/// say is marked as usual.
pub fn interview(understood: &Understood, file: &File, today: NaiveDate, cx: &Cx<'_>) -> String {
    let interview = entry::interview(understood, file, today);
    let mut args = FluentArgs::new();
    args.set("date", cx.words.long_date(today));
    let what = match habits::planned_on(file, today) {
        Some(planned) => {
            let start = planned.value.start.map(|it| cx.words.time(it));
            args.set("time", start.unwrap_or_default());
            cx.words.with("quick-appointment", &args)
        }
        None => cx.words.with("quick-interview", &args),
    };
    let usual = |is_said: bool| if is_said { "" } else { " *" };
    let duration = interview.duration_min.map(|minutes| {
        format!("{}{}", cx.words.duration(u32::from(minutes)), usual(understood.duration_min.is_some()))
    });
    let modality = interview
        .modality
        .map(|it| format!("{}{}", cx.words.label(it), usual(understood.modality.is_some())));
    let signing = Signing::of(&interview.participant_signature, &interview.counsellor_signature);
    let signing = signing.map(|it| cx.words.label(it).into_owned());
    let parts = [Some(what.trim().to_owned()), duration, modality, signing];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
