//! However it ends: what was typed is sealed, the hold on the station let go, the terminal given
//! back when there still is one.

use rustix::process::Signal;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

/// A window in which one screen is more than a line of the system holds.
const WIDE: (u16, u16) = (300, 100);

/// The record being typed on a terminal that takes nothing any more.
fn blocked(station: &Station) -> Pty {
    let mut pty = Pty::open_with(&station.path(""), kit::ON_STATION, &[], WIDE);
    pty.wait_for("Phrase de passe, puis Entrée");
    kit::unlock(&mut pty);
    kit::go_to_record(&mut pty);
    pty.settle().look_away();
    // Each of these is drawn whole, were it written.
    for columns in [299, 298, 297, 300] {
        pty.resize(columns, 100);
    }
    pty.type_text("Tapé sans rien voir");
    pty
}

/// Waits until a draft is on the disk.
fn wait_for_draft(pty: &mut Pty, station: &Station) {
    let folder = station.path("station/shelf/drafts");
    let size = || {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        files.map(|file| file.metadata().map_or(0, |it| it.len())).sum::<u64>()
    };
    let start = jalon::clock::instant();
    while size() == 0 {
        assert!(start.elapsed().as_secs() < 60, "no draft in {}", folder.display());
        pty.is_silent_for(std::time::Duration::from_millis(50));
    }
}

#[test]
fn a_line_that_takes_nothing_keeps_nobody_from_keeping_a_draft_and_ending() {
    let station = kit::station();
    let mut pty = blocked(&station);
    wait_for_draft(&mut pty, &station);
    pty.signal(Signal::TERM);
    assert_eq!(pty.end_unseen(), 0);
    drop(pty);
    assert_eq!(kit::saved_from_draft(&station), "Tapé sans rien voir");
}

#[test]
fn keys_typed_blindly_are_all_done_and_one_frame_shows_the_end() {
    let station = kit::station();
    let mut pty = blocked(&station);
    pty.take_bytes();
    // Far more than the line holds, if each were drawn.
    for columns in (200..300).rev() {
        pty.resize(columns, 100).type_text("·");
    }
    pty.resize(WIDE.0, WIDE.1).press("ctrl-s");
    pty.look_again().wait_for("Enregistré").settle();
    let bytes = pty.take_bytes().len();
    kit::show("a hundred resizes on a line that took nothing, in bytes written after", bytes);
    assert!(bytes < 200_000, "{bytes} bytes");
    pty.kill();
    assert_eq!(kit::last_record(&station), format!("Tapé sans rien voir{}", "·".repeat(100)));
}

#[test]
fn a_connection_that_dies_while_nothing_goes_out_loses_nothing() {
    let station = kit::station();
    let mut pty = blocked(&station);
    // The system throws away what no program has read from a terminal that goes: it was read.
    wait_for_draft(&mut pty, &station);
    pty.hang_up_after("!");
    let kept = kit::saved_from_draft(&station);
    assert_eq!(kept.trim_end_matches('!'), "Tapé sans rien voir");
}

#[test]
fn a_terminal_that_goes_away_without_a_word_ends_it_too() {
    let station = kit::station();
    let mut pty = Pty::open_without_control(&station.path(""), kit::ON_STATION);
    pty.wait_for("Phrase de passe, puis Entrée");
    kit::unlock(&mut pty);
    kit::go_to_record(&mut pty);
    pty.type_text("Fin").wait_for("Fin").settle();
    pty.hang_up_after("!");
    assert_eq!(kit::saved_from_draft(&station), "Fin!");
}

#[test]
fn every_request_to_stop_seals_what_is_being_typed() {
    for signal in [Signal::TERM, Signal::QUIT, Signal::HUP, Signal::INT] {
        let station = kit::station();
        let mut pty = kit::record_of(&station);
        pty.type_text("mot").wait_for("mot").settle();
        pty.signal(signal);
        assert_eq!(pty.end(), 0, "{signal:?}");
        assert!(!pty.is_raw(), "{signal:?}");
        assert!(!pty.terminal().alternate_screen() && pty.screen().is_empty(), "{}", pty.screen());
        assert_eq!(kit::saved_from_draft(&station), "mot", "{signal:?}");
    }
}

#[test]
fn a_shell_suspends_it_locked_and_resumes_it_locked() {
    let station = kit::station();
    let script = r#"stty -a | grep -o '[-]*ixon'
        "$0" --data-dir station; echo SUSPENDU; read mot; fg
        echo; echo STOP; read mot; fg; echo "FIN $?"; stty -a | grep -o '[-]*ixon'"#;
    let mut pty = Pty::open_shell(&station.path(""), script);
    pty.wait_for("Phrase de passe, puis Entrée");
    kit::unlock(&mut pty);
    kit::go_to_record(&mut pty);
    pty.type_text("Avant").wait_for("Avant").settle().follow_child();

    pty.take_bytes();
    pty.signal(Signal::TSTP).wait_for("SUSPENDU");
    assert!(!pty.terminal().alternate_screen() && !pty.terminal().bracketed_paste() && !pty.is_raw());
    assert!(!pty.screen().contains("LEFÈVRE"), "{}", pty.screen());
    pty.type_text("mot\n").wait_for("Phrase de passe, puis Entrée");
    assert!(pty.terminal().alternate_screen() && pty.terminal().bracketed_paste() && pty.is_raw());
    kit::type_passphrase(&mut pty);
    pty.wait_for("› Compte rendu").type_text(", après").press("ctrl-s").wait_for("Enregistré").settle();

    // Stopped without being asked: whoever resumes it finds it locked all the same.
    pty.signal(Signal::STOP).wait_for("STOP").type_text("mot\n").wait_for("Phrase de passe, puis Entrée");
    pty.press("ctrl-q").wait_for("FIN 0");
    assert_eq!(pty.end(), 0);
    assert_eq!(pty.screen().matches("ixon").count(), 2, "{}", pty.screen());
    assert_eq!(pty.screen().matches("-ixon").count(), 0, "{}", pty.screen());
    assert_eq!(kit::last_record(&station), "Avant, après");
}
