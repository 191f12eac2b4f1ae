//! From nothing to a station, to its lock, to the door.

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

/// The eight words on the screen, in order.
fn words_shown(screen: &str) -> String {
    let mut words: Vec<(u32, &str)> = Vec::new();
    let pieces: Vec<&str> = screen.split_whitespace().collect();
    for pair in pieces.windows(2) {
        if let Some(number) = pair[0].strip_suffix('.').and_then(|number| number.parse().ok()) {
            words.push((number, pair[1]));
        }
    }
    words.sort_unstable();
    assert_eq!(words.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
    words.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

fn unlock(pty: &mut Pty, words: &str) {
    pty.wait_for("Phrase de passe, puis Entrée");
    pty.type_text(words).press("enter").wait_for("Il n’y a encore personne sur ce poste.");
}

/// The screen of a terminal that has no second one, with all that was ever pushed out of it.
fn kept_without_a_second_screen(bytes: &[u8]) -> (String, usize) {
    let text = String::from_utf8_lossy(bytes);
    let one_screen = text.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    let mut parser = vt100::Parser::new(24, 80, 10_000);
    parser.process(one_screen.as_bytes());
    parser.screen_mut().set_scrollback(usize::MAX);
    (parser.screen().contents(), parser.screen().scrollback())
}

/// The terminal is fine.
fn pass_the_check(pty: &mut Pty) -> &mut Pty {
    pty.wait_for("Ce terminal montre-t-il bien tout ceci").press("enter")
}

#[test]
fn a_station_is_made_locked_unlocked_and_left_by_keys_alone() {
    let nowhere = Station::nowhere();
    let mut pty = Pty::open(&nowhere.path(""), kit::ON_STATION);
    pass_the_check(&mut pty)
        .wait_for("Bienvenue dans Jalon")
        .press("enter")
        .wait_for("Qui travaille sur ce poste");
    pty.type_text("Agnès Lemaître").press("enter").wait_for("À quoi sert ce poste").press("enter");
    pty.wait_for("Quels lots").type_text("L3").press("enter").wait_for("huit mots").press("enter");
    let words = words_shown(&pty.wait_for("8. ").settle().screen());
    pty.press("enter").wait_for("Retapez les huit mots").type_text(&words).press("enter");
    pty.wait_for("Tout est prêt").press("enter").wait_for("Il n’y a encore personne sur ce poste.");

    pty.press("ctrl-l");
    unlock(&mut pty, &words);
    pty.press("ctrl-q").settle();
    if pty.screen().contains("Avant de fermer") {
        pty.press("ctrl-q");
    }
    assert_eq!(pty.end(), 0);

    assert_eq!(pty.screen(), "", "nobody on the screen that comes back");
    assert!(!pty.is_raw(), "the line discipline is as it was");
    assert_eq!(kept_without_a_second_screen(&pty.take_bytes()), (String::new(), 0));

    let mut again = Pty::open(&nowhere.path(""), kit::ON_STATION);
    unlock(&mut again, &words);
}

#[test]
fn english_is_one_key_away() {
    let nowhere = Station::nowhere();
    let mut pty = Pty::open(&nowhere.path(""), kit::ON_STATION);
    pass_the_check(&mut pty).wait_for("Bienvenue dans Jalon").press("f3").wait_for("Jalon speaks English");
    pty.press("enter").wait_for("Who works");
}
