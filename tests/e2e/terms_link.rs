//! A line of 64 kbit/s with 300 ms there and back: everything typed ahead is done, little is sent.

use jalon::clock;
use jalon::domain::codes::Outcome;

use super::kit;
use crate::support::pty::Pty;
use crate::support::pty::link::Link;
use crate::support::station::PASSPHRASE;

/// What such a line carries in a second.
const BYTES_A_SECOND: usize = 8_000;

const NOTE: &str = "Elle a rappelé l’entreprise d’insertion : réponse vendredi. CV à jour, permis en juin.";

#[test]
fn a_whole_interview_typed_ahead_is_whole() {
    let station = kit::station();
    let start = clock::instant();
    let mut pty = Pty::open_far_away(&station.path(""), kit::ON_STATION, Link::of_64_kbits());
    // All of it at once, before anything is seen: the passphrase, the file of the day, an
    // interview with its record, saved; then somebody else by the quick line; then the due list.
    pty.wait_for("Phrase de passe, puis Entrée").take_bytes();
    pty.type_text(PASSPHRASE).press("enter");
    pty.take_keys();
    pty.press("enter i tab tab tab tab tab tab tab").type_text(NOTE).press("ctrl-s");
    // In an open file, whom a name means is asked: the second is the one who is named.
    pty.press("e").type_text("nad 35pd").press("enter down enter").press("r");
    let keys = pty.take_keys();
    pty.wait_for("Échéances").settle();
    assert!(pty.row(0).contains("Échéances"), "{}", pty.screen());
    let bytes = pty.take_bytes().len();
    let elapsed = start.elapsed().as_millis();
    kit::show("typed ahead over 64 kbit/s and 300 ms: keys", keys);
    kit::show("typed ahead over 64 kbit/s and 300 ms: bytes written", bytes);
    kit::show("typed ahead over 64 kbit/s and 300 ms: from start to the last screen, in ms", elapsed);
    assert!(bytes < 4 * BYTES_A_SECOND, "{bytes} bytes");
    pty.kill();

    let session = station.open(clock::now());
    let of = |name: &str| kit::file(&session, name).interviews.last().expect("an interview").value.clone();
    assert_eq!((of("Lefèvre").outcome, of("Lefèvre").record), (Outcome::Held, NOTE.to_owned()));
    assert_eq!((of("Benali").outcome, of("Benali").duration_min), (Outcome::Held, Some(35)));
}

#[test]
fn a_session_of_work_is_light() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.settle().take_bytes();
    let cost = |pty: &mut Pty, what: &str| {
        pty.settle();
        let (bytes, keys) = (pty.take_bytes().len(), pty.take_keys().max(1));
        kit::show(&format!("{what}, in bytes"), format!("{bytes} for {keys} keys, {} a key", bytes / keys));
        (bytes, keys)
    };
    let mut all = Vec::new();
    pty.press("enter").wait_for("LEFÈVRE Jean-Noël ·").press("i").wait_for("› Date");
    all.push(cost(&mut pty, "a file, then the form of an interview"));
    for _ in 0..7 {
        pty.press("tab").settle();
    }
    all.push(cost(&mut pty, "seven fields accepted"));
    // Each is on the screen before the next: what is measured is a repaint a letter, whatever the load.
    for letter in NOTE.chars() {
        pty.type_text(&letter.to_string()).wait_for_answer();
    }
    let (typed, letters) = cost(&mut pty, "a record, letter by letter");
    all.push((typed, letters));
    pty.press("ctrl-s").wait_for("Enregistré");
    all.push(cost(&mut pty, "saved"));
    pty.press("f")
        .wait_for("File active")
        .press("/")
        .type_text("nad")
        .wait_for("BENALI Nadia")
        .press("enter");
    all.push(cost(&mut pty, "somebody found"));
    pty.press("r").wait_for("Échéances").press("p");
    all.push(cost(&mut pty, "due, and why"));
    pty.press("esc ctrl-l").wait_for("Phrase de passe");
    all.push(cost(&mut pty, "locked"));
    let bytes: usize = all.iter().map(|(bytes, _)| bytes).sum();
    let keys: usize = all.iter().map(|(_, keys)| keys).sum();
    kit::show("a session of work, in bytes", format!("{bytes} for {keys} keys, {} a key", bytes / keys));
    assert!(typed / letters <= 16, "{} bytes a letter", typed / letters);
    assert!(bytes < 3 * BYTES_A_SECOND, "{bytes} bytes");
}
