//! The lists, said line by line: home, the caseload, what is due, who answers to some words. Lines
//! that lead somewhere have a number.

use fluent_bundle::FluentArgs;
use zeroize::Zeroizing;

use super::{Plain, Target, Told};
use crate::domain::id::PersonId;
use crate::domain::rules::AlertCode;
use crate::domain::signing::lacks;
use crate::ui::cx::Cx;
use crate::ui::quick::echo;
use crate::ui::screen::today::{draw, lines};
use crate::ui::{appointment, reason, who};

/// Lines said at once: what follows is asked for.
const AT_ONCE: usize = 20;
/// Most people that words lead to.
const MOST_FOUND: usize = 20;
/// Columns in which no name is cut.
const NAMES: usize = 60;

/// A line of a list, and where it leads.
pub(super) type Listed = (String, Option<Target>);

impl Plain<'_> {
    /// Today: counts, appointments, drafts, people to act on, records to sign.
    pub(super) fn today(&mut self) -> Told<()> {
        let told = {
            let cx = self.cx();
            let mut told: Vec<Listed> =
                draw::counts(usize::from(u16::MAX), &cx).into_iter().map(|count| (count, None)).collect();
            told.extend(lines::gather(&cx).iter().map(|line| (in_words(line, &cx), target(line, &cx))));
            told
        };
        if self.model.caseload.files.is_empty() {
            self.say("plain-nobody-yet");
        }
        self.list(told);
        Ok(())
    }

    /// Everybody in the caseload, by name.
    pub(super) fn caseload(&mut self) {
        let told = {
            let cx = self.cx();
            let followed = cx.model.board.people().filter(|(_, standing)| standing.is_in_file_active);
            followed.map(|(person, _)| (followed_since(person, &cx), Some(Target::Person(person)))).collect()
        };
        self.list(told);
    }

    /// What the rules find, alert by alert, the most pressing first.
    pub(super) fn due(&mut self) {
        let told: Vec<Listed> = {
            let cx = self.cx();
            let view = cx.model.board.today();
            let mut codes = AlertCode::ALL.to_vec();
            codes.sort_by_key(|code| code.severity());
            let mut told = Vec::new();
            let mut last = None;
            let spots = codes.into_iter().flat_map(|code| view.of_alert(code));
            for finding in spots.filter_map(|spot| view.finding(spot)) {
                if last.replace(finding.code) != Some(finding.code) {
                    told.push((format!("{} ({})", cx.words.alert(finding.code), finding.article()), None));
                }
                let sign = reason::sign(finding.severity).trim_end();
                let (name, why) = (who::label(finding.person, &cx), cx.words.reason(&finding));
                let text = format!("{sign} {name} · {why} ({})", reason::lateness(&finding, &cx));
                told.push((text, Some(Target::Person(finding.person))));
            }
            told
        };
        if told.is_empty() {
            return self.say("today-nothing-due");
        }
        self.list(told);
    }

    /// Who answers to these words: one person's file opens, several are listed.
    pub(super) fn search(&mut self, words: &str) -> Told<()> {
        match self.found(words).as_slice() {
            [] => {
                let mut args = FluentArgs::new();
                args.set("words", words);
                self.say_with("quick-nobody", &args);
            }
            [person] => self.show(*person),
            several => {
                let cx = self.cx();
                let line = |person: &PersonId| {
                    let text = cx.file(*person).map(|file| echo::person(file, &cx)).unwrap_or_default();
                    (text, Some(Target::Person(*person)))
                };
                let told = several.iter().map(line).collect();
                self.list(told);
            }
        }
        Ok(())
    }

    /// Opens the file that words lead to; without words, keeps the one that is open.
    pub(super) fn about(&mut self, words: &str) -> Told<()> {
        if words.is_empty() {
            if self.subject.is_none() {
                self.say("plain-whose");
            }
            return Ok(());
        }
        self.subject = None;
        match self.found(words).as_slice() {
            [person] => {
                self.subject = Some(*person);
                Ok(())
            }
            _ => self.search(words),
        }
    }

    /// The people whom words lead to, the likeliest first; typos only when nothing else is found.
    fn found(&self, words: &str) -> Vec<PersonId> {
        let hits = self.model.index.find(words, MOST_FOUND);
        let has_exact = hits.iter().any(crate::search::Hit::is_exact);
        hits.into_iter().filter(|hit| hit.is_exact() || !has_exact).map(|hit| hit.person).collect()
    }

    /// Numbers the lines that lead somewhere, and says the first ones.
    pub(super) fn list(&mut self, told: Vec<Listed>) {
        self.listed.clear();
        self.unsaid.clear();
        for (text, target) in told {
            let text = match target {
                Some(target) => {
                    self.listed.push(target);
                    format!("{}. {text}", self.listed.len())
                }
                None => text,
            };
            self.unsaid.push_back(text);
        }
        self.say_more();
    }

    fn say_more(&mut self) {
        for _ in 0..AT_ONCE {
            let Some(line) = self.unsaid.pop_front() else { return };
            self.dialogue.say(&line);
        }
    }

    /// Offers what was not said of a list; what is typed instead is the next command.
    pub(super) fn rest_of_list(&mut self) -> Told<Option<Zeroizing<String>>> {
        while !self.unsaid.is_empty() {
            let mut args = FluentArgs::new();
            args.set("count", self.unsaid.len());
            let prompt = format!("{} ", self.words.with("plain-more", &args));
            let line = self.ask(&prompt)?;
            if !line.trim().is_empty() {
                self.unsaid.clear();
                return Ok(Some(line));
            }
            self.say_more();
        }
        Ok(None)
    }
}

/// A line of home, as the screen words it, without the columns.
fn in_words(line: &lines::Line, cx: &Cx<'_>) -> String {
    let shown = draw::Shown { is_selected: false, columns: usize::from(u16::MAX), names: NAMES };
    let drawn: String = draw::line(line, shown, cx).spans.iter().map(|span| span.content.as_ref()).collect();
    drawn.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where a line of home leads: what is missing from a record, else the file.
fn target(line: &lines::Line, cx: &Cx<'_>) -> Option<Target> {
    match line {
        // The station's own side is not asked for line by line: what is found about it is said.
        lines::Line::Heading(..) | lines::Line::Station(_) => None,
        lines::Line::Draft(key) => Some(Target::Draft(key.clone())),
        lines::Line::Recommended(person, _) => Some(Target::Person(*person)),
        lines::Line::ToSign(person, interview) => Some(Target::Record(*person, *interview)),
        lines::Line::ToActOn(person, _) => Some(match line.interview(cx) {
            Some(interview) => Target::Record(*person, interview),
            None => Target::Person(*person),
        }),
        lines::Line::Appointment(person, id) => {
            let held = cx.file(*person).and_then(|file| appointment::find(file, *id));
            let is_held = |outcome| outcome == crate::domain::codes::Outcome::Held;
            match held.filter(|it| is_held(it.value.outcome) && !lacks(&it.value, *person).is_empty()) {
                Some(_) => Some(Target::Record(*person, *id)),
                None => Some(Target::Person(*person)),
            }
        }
    }
}

/// "BENALI Nadia · 12/04/1970 · Cléon · dernier entretien le 03/11/2026".
fn followed_since(person: PersonId, cx: &Cx<'_>) -> String {
    let whose = cx.file(person).map(|file| echo::person(file, cx)).unwrap_or_default();
    let seen = cx.model.board.standing(person).and_then(|it| it.last_interview_on);
    match seen {
        Some(date) => {
            let mut args = FluentArgs::new();
            args.set("date", cx.words.date(date));
            format!("{whose} · {}", cx.words.with("plain-last-interview", &args))
        }
        None => whose,
    }
}
