//! Line by line without a terminal: every form asks the questions of its own spec, and silence
//! locks.

use std::collections::VecDeque;

use chrono::TimeDelta;
use jalon::clock;
use jalon::crypto::KdfCost;
use jalon::domain::codes::StationRole;
use jalon::i18n::{Language, Words};
use jalon::tabular::Sheet;
use jalon::ui::form::specs::{
    APPOINTMENT, BARRIER, CONTACT, DECISION, DIAGNOSIS, EMPLOYMENT, ENROLMENT, EVIDENCE, INTERVIEW, PERSON,
    Paper, REFERRAL, STEP, SUBMISSION, TRAINING,
};
use jalon::ui::keymap::Keymap;
use jalon::ui::plain::{Dialogue, Heard, Plain, Settings};
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::worker::Worker;

use crate::support::station::{PASSPHRASE, Station};
use crate::support::stretch::ground;

/// Somebody who answers from a list, and leaves at its end.
#[derive(Default)]
struct Script {
    answers: VecDeque<Heard>,
    said: Vec<String>,
    asked: Vec<String>,
    secrets: usize,
}

impl Script {
    fn of(lines: &[&str]) -> Self {
        let line = |line: &&str| Heard::Line(zeroize::Zeroizing::new((*line).to_owned()));
        Self { answers: lines.iter().map(line).collect(), ..Self::default() }
    }

    fn next(&mut self) -> Heard {
        self.answers.pop_front().unwrap_or(Heard::Ended)
    }
}

impl Dialogue for Script {
    fn say(&mut self, line: &str) {
        self.said.push(line.to_owned());
    }

    fn ask(&mut self, prompt: &str) -> Heard {
        self.asked.push(prompt.to_owned());
        self.next()
    }

    fn ask_secret(&mut self, _prompt: &str) -> Heard {
        self.secrets += 1;
        self.next()
    }

    fn rest(&mut self) {}
}

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    let now = clock::now();
    let mut session = station.open(now);
    let tables = [
        ("personnes", "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n".to_owned()),
        ("adhesions", format!("ref;adhesion;lot\nA1;{};L3\n", now.today - TimeDelta::days(90))),
    ];
    let sheets: Vec<Sheet<'_>> =
        tables.iter().map(|(name, text)| Sheet::new(name, text.as_bytes())).collect();
    let reading = session.read_import(&sheets, now);
    session.import(&reading, now).expect("imported");
    session.close(now).expect("closed");
    station
}

fn talk(station: &Station, language: Language, script: &mut Script) {
    let mut worker = Worker::new(station.place(), || Ok(KdfCost::floor_for_tests())).on(ground());
    let settings = Settings {
        words: Words::new(language),
        theme: Theme::embedded("dark", Depth::Monochrome),
        keymap: Keymap::embedded(),
        lock_after: TimeDelta::minutes(5),
        is_demo: false,
    };
    Plain::new(settings, Box::new(move |request| worker.answer(request, clock::now())), script).run();
}

#[test]
fn every_form_asks_the_questions_of_its_spec_in_order() {
    let station = station();
    let forms: [(&str, &Paper); 14] = [
        ("i", &INTERVIEW),
        ("j", &APPOINTMENT),
        ("s", &STEP),
        ("k", &CONTACT),
        ("n", &PERSON),
        ("o", &REFERRAL),
        ("c", &EMPLOYMENT),
        ("w", &TRAINING),
        ("b", &DIAGNOSIS),
        ("h", &ENROLMENT),
        ("C", &SUBMISSION),
        ("d", &DECISION),
        ("y 1", &EVIDENCE),
        ("y 2", &BARRIER),
    ];
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for (letter, paper) in forms {
            let (letter, number) = letter.split_once(' ').unwrap_or((letter, ""));
            let is_somebody_new = ["n", "o"].contains(&letter);
            let open = if is_somebody_new { letter.to_owned() } else { format!("{letter} nadia") };
            let mut opening = vec![PASSPHRASE, &open];
            opening.extend(Some(number).filter(|it| !it.is_empty()));
            let script = [opening, vec![""; 40], vec!["."]].concat();
            let mut script = Script::of(&script);
            talk(&station, language, &mut script);
            let labels = paper.spec.fields.iter();
            let labels: Vec<_> =
                labels.map(|field| words.get(&format!("form-{}-{}", paper.id(), field.name))).collect();
            let ranks: Vec<usize> = script
                .asked
                .iter()
                .filter_map(|asked| labels.iter().position(|label| asked.starts_with(label.as_ref())))
                .collect();
            let required = paper.spec.fields.iter().position(|field| field.is_required).unwrap_or(0);
            assert!(ranks.contains(&0) && ranks.contains(&required), "{letter}: {:?}", script.asked);
            assert!(ranks.len() > 3, "{letter}: {:?}", script.asked);
            let text = [script.said, script.asked].concat().concat();
            assert!(!text.contains('⟦'), "{text}");
        }
    }
}

#[test]
fn silence_locks_and_nothing_is_said_of_anybody_afterwards() {
    let station = station();
    let mut script = Script::of(&[PASSPHRASE, "nadia"]);
    script.answers.push_back(Heard::Idle);
    talk(&station, Language::French, &mut script);
    assert_eq!(script.secrets, 2, "the passphrase is asked again");
    let locked = script.said.iter().position(|line| line == "Verrouillé.").expect("locked");
    assert!(script.said[..locked].iter().any(|line| line.contains("BELKACEM")));
    assert_eq!(script.said.len(), locked + 1, "{:?}", script.said);
}

#[test]
fn the_help_names_every_letter_and_unknown_ones_are_said() {
    let station = station();
    let mut script = Script::of(&[PASSPHRASE, "?", "t", "99", "personne-de-ce-nom", "échéances", "q"]);
    talk(&station, Language::French, &mut script);
    for letter in [
        "a", "f", "r", "/", "e", "i", "j", "s", "k", "n", "p", "u", "z", "l", "?", "q", "o", "c", "w", "b",
        "y", "C", "d", "x", "h", "m",
    ] {
        let start = format!("{letter}  ");
        assert!(script.said.iter().any(|line| line.starts_with(&start)), "{letter}: {:?}", script.said);
    }
    let said = script.said.concat();
    for told in
        ["ne fait rien ici", "n’est pas dans la dernière liste", "Personne ne correspond", "Sans étape"]
    {
        assert!(said.contains(told), "{told}: {said}");
    }
}
