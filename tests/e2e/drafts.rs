//! What is being typed outlives the program and the terminal.

use std::time::Duration;

use jalon::clock;
use jalon::domain::codes::Outcome;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

/// A draft is on the disk at most two seconds after a key; a busy disk is allowed as much again.
const KEPT_WITHIN: Duration = Duration::from_secs(4);

/// A record as they are written: several paragraphs, accents, an emoji that a phone put there.
const NOTE: &[&str] = &[
    "Monsieur est venu avec son CV, qui est à jour depuis mardi.",
    "",
    "Freins : garde d’enfant le mercredi, permis suspendu jusqu’en juin.",
    "Il a rappelé l’entreprise d’insertion : réponse vendredi 👍",
    "À revoir : dossier de formation, rendez-vous avec la PMI",
];

fn type_note(pty: &mut Pty, lines: &[&str]) {
    for line in lines {
        pty.type_text(line).press("enter");
    }
    let last = lines.last().and_then(|line| line.split(' ').next_back()).expect("a word");
    pty.wait_for(last);
}

/// Opens the station again: the record is there and the caret in it. Saves it; what was saved.
fn saved_after_return(station: &Station) -> String {
    let mut pty = kit::locked(station);
    kit::type_passphrase(&mut pty);
    pty.wait_for("› Compte rendu");
    pty.press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    let file = kit::file(&station.open(clock::now()), "Lefèvre");
    let saved = &file.interviews.last().expect("an interview").value;
    assert_eq!((file.interviews.len(), saved.outcome), (2, Outcome::Held));
    saved.record.clone()
}

#[test]
fn a_note_is_at_most_two_seconds_older_than_a_kill() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    type_note(&mut pty, NOTE);
    pty.settle();
    assert!(pty.is_silent_for(KEPT_WITHIN), "keeping a draft shows nothing:\n{}", pty.screen());
    pty.type_text("Fin, tapée juste avant la coupure.").wait_for("la coupure.");
    pty.kill();

    let typed_before = NOTE.join("\n");
    let saved = saved_after_return(&station);
    assert!(saved.starts_with(&typed_before), "{saved}");
    assert!(format!("{typed_before}\nFin, tapée juste avant la coupure.").starts_with(&saved), "{saved}");
}

#[test]
fn a_terminal_gone_at_the_moment_of_saving_loses_nothing() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.press("e").type_text("nad 45pd Point sur le CV").wait_for("Point sur le CV").settle();
    pty.hang_up_after("enter");

    let session = station.open(clock::now());
    let saved = kit::file(&session, "Benali").interviews.len() == 2;
    let drafts = session.drafts().expect("drafts").len();
    assert!(saved || drafts == 1, "neither saved nor kept");
}

#[test]
fn a_note_is_whole_when_the_terminal_goes_away() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    type_note(&mut pty, NOTE);
    pty.type_text("Fin").wait_for("Fin");
    pty.settle();
    pty.hang_up_after("!");

    // The program is gone, and so is its hold on the station: this opens it.
    let session = station.open(clock::now());
    assert_eq!(session.drafts().expect("drafts").len(), 1);
    session.close(clock::now()).expect("closed");
    assert_eq!(saved_after_return(&station), format!("{}\nFin!", NOTE.join("\n")));
}
