//! Jalon line by line, in a terminal that places no cursor: the same forms, and the same promises.

use jalon::clock;
use jalon::domain::codes::{Modality, Outcome};
use rustix::process::Signal;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::{PASSPHRASE, Station};

/// The question of what to do, with nobody's file open.
const PROMPT: &str = "jalon> ";

/// Line by line on the station, locked.
fn locked(station: &Station, args: &[&str]) -> Pty {
    let args = [kit::ON_STATION, args, &["--plain"]].concat();
    Pty::open_with(&station.path(""), &args, &[("TERM", "dumb")], (80, 24))
}

/// Line by line on the station, unlocked, today said.
fn unlocked(station: &Station) -> Pty {
    let mut pty = locked(station, &[]);
    pty.wait_for("Phrase de passe").type_text(PASSPHRASE).press("enter").wait_for(PROMPT);
    pty
}

/// Types a line.
fn say<'a>(pty: &'a mut Pty, line: &str) -> &'a mut Pty {
    if !line.is_empty() {
        pty.type_text(line);
    }
    pty.press("enter")
}

/// Answers the questions of the interview form in turn, each once it is asked.
fn answer(pty: &mut Pty, answers: &[(&str, &str)]) {
    for (question, line) in answers {
        pty.wait_until(question, |screen| {
            screen.trim_end().lines().last().is_some_and(|last| last.starts_with(question))
        });
        say(pty, line);
    }
}

#[test]
fn an_interview_is_logged_by_questions_and_outlives_a_kill() {
    let station = kit::station();
    let mut pty = unlocked(&station);
    say(&mut pty, "i nadia").wait_for("BENALI Nadia · 12/04/1970 · Cléon");
    let answers = [
        ("Date [", ""),
        ("Heure", "1430"),
        ("Issue [tenu]", ""),
        ("Durée [45 min]", "1h15"),
        ("Modalité [en présence]", "v"),
        ("Lieu", ""),
        ("Motifs", ""),
        ("Compte rendu", "Point sur le CV."),
    ];
    answer(&mut pty, &answers);
    say(&mut pty, "Revoir lundi.");
    say(&mut pty, ".");
    answer(&mut pty, &[("Signatures [personne n’a signé]", "d"), ("Signé le", "")]);
    answer(&mut pty, &[("Prochain rendez-vous [non]", "")]);
    pty.wait_for("Enregistré").kill();

    let file = kit::file(&station.open(clock::now()), "Benali");
    let saved = &file.interviews.last().expect("an interview").value;
    assert_eq!((file.interviews.len(), saved.date, saved.outcome), (2, kit::today(), Outcome::Held));
    assert_eq!((saved.duration_min, saved.modality), (Some(75), Some(Modality::Video)));
    assert_eq!(saved.start.expect("an hour").to_string(), "14:30:00");
    assert_eq!(saved.record, "Point sur le CV.\nRevoir lundi.");
    assert!(saved.participant_signature.is_signed_by(kit::today()));

    let bytes = pty.take_bytes();
    assert!(!bytes.contains(&0x1b), "something other than lines was written");
    assert!(!String::from_utf8_lossy(&bytes).contains(PASSPHRASE), "the passphrase was shown");
}

#[test]
fn what_was_answered_is_taken_up_after_a_kill() {
    let station = kit::station();
    let mut pty = unlocked(&station);
    say(&mut pty, "i nadia");
    answer(&mut pty, &[("Date [", ""), ("Heure", "9"), ("Issue", ""), ("Durée", "30"), ("Modalité", "x")]);
    pty.wait_for("Refus").kill();

    let mut again = locked(&station, &[]);
    again.wait_for("Phrase de passe").type_text(PASSPHRASE).press("enter");
    again.wait_for("Brouillon repris").wait_for("Modalité [");
    say(&mut again, "<").wait_for("Durée [30 min]");
    say(&mut again, ".").wait_for("Brouillon gardé").wait_for("BENALI Nadia> ");
    say(&mut again, "a").wait_for("Brouillons (1)");
}

#[test]
fn a_line_tells_an_interview_and_u_takes_it_back() {
    let station = kit::station();
    let mut pty = unlocked(&station);
    say(&mut pty, "e nadia 30 t n appel rapide").wait_for("Entrée enregistre");
    say(&mut pty, "").wait_for("Enregistré");
    say(&mut pty, "u").wait_for("Annulé");
    pty.kill();
    assert_eq!(kit::file(&station.open(clock::now()), "Benali").interviews.len(), 1);
}

#[test]
fn it_locks_hides_the_passphrase_and_lets_go_when_the_line_is_cut() {
    let station = kit::station();
    let mut pty = unlocked(&station);
    say(&mut pty, "verrouiller").wait_for("Verrouillé.").wait_for("Phrase de passe");
    pty.type_text("pas la bonne").press("enter").wait_for("Ce n’est pas la bonne phrase");
    pty.type_text(PASSPHRASE).press("enter").wait_for(PROMPT);
    let shown = String::from_utf8_lossy(&pty.take_bytes()).into_owned();
    assert!(!shown.contains("pas la bonne\r") && !shown.contains(PASSPHRASE), "{shown}");

    say(&mut pty, "s nadia");
    answer(&mut pty, &[("Catégorie", "m"), ("Intitulé", "")]);
    pty.signal(Signal::HUP);
    assert_eq!(pty.end(), 0);
    assert_eq!(station.open(clock::now()).drafts().expect("drafts").len(), 1);
}

#[test]
fn it_speaks_english_and_leaves() {
    let station = kit::station();
    let mut pty = locked(&station, &["--lang", "en"]);
    pty.wait_for("Passphrase").type_text(PASSPHRASE).press("enter").wait_for(PROMPT);
    say(&mut pty, "?").wait_for("x  exit").settle();
    // Twenty people are late: the list asks before it goes on.
    say(&mut pty, "r").wait_for("no action proposed");
    say(&mut pty, "q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn an_old_terminal_is_written_and_read_in_its_own_letters() {
    let station = kit::station();
    let args = [kit::ON_STATION, &["--plain"]].concat();
    let env = [("TERM", "dumb"), ("LANG", "fr_FR.ISO-8859-1")];
    let mut pty = Pty::open_with(&station.path(""), &args, &env, (80, 24));
    pty.wait_for("Phrase de passe").type_text(PASSPHRASE).press("enter").wait_for(PROMPT);
    pty.take_bytes();
    say(&mut pty, "roussel").wait_for("ROUSSEL Emilie");
    pty.send(b"lef\xe8vre");
    pty.press("enter").wait_for("LEFEVRE Jean-Noel> ");
}
