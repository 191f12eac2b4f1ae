//! One person's file, said line by line: where they stand, what is to be done and why, what was
//! noted last.

use super::{Plain, Told};
use crate::domain::id::PersonId;
use crate::domain::interview::Interview;
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::quick::echo;
use crate::ui::reason;
use crate::ui::screen::file::summary;

/// Interviews that are said, the last ones.
const INTERVIEWS: usize = 3;

impl Plain<'_> {
    /// Opens a file and says its summary.
    pub(super) fn show(&mut self, person: PersonId) {
        self.subject = Some(person);
        let told = {
            let cx = self.cx();
            let Some(file) = cx.file(person) else { return };
            let state = State::of(file, cx.now.today);
            let mut told = vec![echo::person(file, &cx)];
            told.extend(summary::limited(file, &cx));
            told.extend([summary::standing(&state, &cx), summary::appointment(&state, &cx)]);
            let findings = cx.model.board.findings(person);
            if findings.is_empty() {
                told.push(cx.words.get(summary::no_finding(file, &cx)).into_owned());
            }
            told.extend(findings.iter().map(|it| {
                let sign = reason::sign(it.severity).trim_end();
                format!(
                    "{sign} {} · {} ({})",
                    cx.words.alert(it.code),
                    cx.words.reason(it),
                    reason::lateness(it, &cx)
                )
            }));
            let interviews = file.interviews.iter().rev().filter(|it| it.value.date <= cx.now.today);
            told.extend(interviews.take(INTERVIEWS).map(|it| interview(&it.value, &cx)));
            told
        };
        told.iter().for_each(|line| self.dialogue.say(line));
    }

    /// Explains every alert of the person.
    pub(super) fn explain(&mut self, about: &str) -> Told<()> {
        self.about(about)?;
        let Some(person) = self.subject else { return Ok(()) };
        let (told, none): (Vec<String>, _) = {
            let cx = self.cx();
            let none = cx.file(person).map_or("file-no-finding", |file| summary::no_finding(file, &cx));
            let findings = cx.model.board.findings(person).into_iter();
            let explained = findings.map(|finding| (finding.code, cx.words.explain(&finding)));
            let told = explained
                .flat_map(|(code, it)| {
                    let clears = it.clears.into_iter().map(|clears| format!("→ {clears}"));
                    [format!("{}. {}", code.code(), it.title), it.why]
                        .into_iter()
                        .chain(clears)
                        .collect::<Vec<_>>()
                })
                .collect();
            (told, none)
        };
        if told.is_empty() {
            self.say(none);
        }
        told.iter().for_each(|line| self.dialogue.say(line));
        Ok(())
    }
}

/// "03/11/2026 · tenu · 45 min · en présence · CV à jour".
fn interview(it: &Interview, cx: &Cx<'_>) -> String {
    let parts = [
        Some(cx.words.date(it.date)),
        Some(cx.words.label(it.outcome).into_owned()),
        it.duration_min.map(|minutes| cx.words.duration(u32::from(minutes))),
        it.modality.map(|modality| cx.words.label(modality).into_owned()),
        it.record.lines().next().map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
