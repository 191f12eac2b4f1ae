//! What keyboards, input methods, clipboards and broken links send: all of it kept, none of it
//! obeyed that is no key.

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

/// What is saved once these bytes were typed into the written record.
fn record_typed(station: &Station, bytes: &[u8], shows: &str) -> String {
    let mut pty = kit::record_of(station);
    pty.send(bytes);
    pty.wait_for(shows).press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    kit::last_record(station)
}

#[test]
fn composed_and_dead_keys_are_one_letter() {
    let station = kit::station();
    // As one code point, as two (dead keys of some input methods), as a burst, as an emoji; then
    // by Latin-1, as a terminal sends it that is set so.
    let bytes = "été e\u{301}te\u{301} o\u{302}té œuvre 面接 👍 ".as_bytes();
    let saved = record_typed(&station, &[bytes, b"pr\xeat fin"].concat(), "fin");
    assert_eq!(saved, "été été ôté œuvre 面接 👍 prêt fin");
}

#[test]
fn bytes_that_come_one_by_one_are_the_same_keys() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    for byte in "é\x1b[D\x1b[C👍\x1b[3~\x1b]0;titre\x07\x1b[99zà\x1b[200~collé\x1b[201~ fin".as_bytes() {
        pty.send(&[*byte]);
    }
    pty.wait_for("fin").press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    assert_eq!(kit::last_record(&station), "é👍àcollé fin");
}

#[test]
fn reports_and_unknown_sequences_type_nothing() {
    let station = kit::station();
    let noise =
        "\x1b[?64;1c\x1b[24;80R\x1b]11;rgb:00/00/00\x1b\\\x1bP>|XTerm\x1b\\\x1b[I\x1b[<0;1;1M\x1b[M !!";
    let saved = record_typed(&station, format!("a{noise}b{noise}c\x00\x1c fin").as_bytes(), "fin");
    assert_eq!(saved, "abc fin");
}

#[test]
fn esc_and_what_follows_are_two_keys_however_they_arrive() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    // Esc leaves the search, then the list; f, Esc and e are what they are.
    pty.press("f").wait_for("File active").send(b"/nad\x1b\x1bf\x1be");
    pty.wait_until("the quick line", |screen| {
        screen.contains("Rendez-vous du") && screen.contains("Tapez le début d’un nom")
    });
}

#[test]
fn a_paste_holds_text_alone_and_never_saves() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    pty.paste("un\r\ndeux\rtrois\nquatre\t\u{1b}[2J\u{7}\u{9b}31m\u{202e}\u{200b}\u{3}\u{13} cinq")
        .wait_for("cinq");
    pty.wait_for("› Compte rendu");
    pty.press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    assert_eq!(kit::last_record(&station), "un\ndeux\ntrois\nquatre    [2J31m cinq");
}

#[test]
fn a_paste_of_100_kilobytes_is_cut_and_said() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    let text = "Une phrase de plus, avec des accents éèà.\n".repeat(2_400);
    assert!(text.len() > 100_000);
    pty.paste(&text).wait_for("seul son début est pris");
    // Longer than a record may be: it is refused and kept.
    pty.type_text("!").press("ctrl-s").wait_for("Ce texte dépasse");
    pty.press("esc").wait_for("brouillon").settle().kill();
    let session = station.open(jalon::clock::now());
    let drafts = session.drafts().expect("drafts");
    let kept: String = text.chars().take(49_000).collect();
    let draft = String::from_utf8_lossy(&drafts[0].bytes).replace("\\n", "\n");
    assert!(draft.contains(&kept) && draft.contains('!'), "{} bytes", draft.len());
}

#[test]
fn the_unshifted_digit_row_of_azerty_types_digits_where_digits_go() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.press("enter").wait_for("LEFÈVRE Jean-Noël ·").press("i").wait_for("› Date");
    // Date, start, outcome, then the duration: `'(` is 45 where it is typed without shift.
    pty.press("tab tab tab").wait_for("› Durée").press("ctrl-u").type_text("'(").press("tab");
    pty.wait_for("45").press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    let session = station.open(jalon::clock::now());
    let file = kit::file(&session, "Lefèvre");
    assert_eq!(file.interviews.last().expect("an interview").value.duration_min, Some(45));
}

#[test]
fn a_storm_of_resizes_loses_no_letter() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    let text: String = (0..400).map(|rank| char::from(b'a' + (rank % 26) as u8)).collect();
    let mut seed = 20_260_312_u64;
    let mut random = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from(1 + (seed >> 33) % most).expect("small")
    };
    for letter in text.chars() {
        pty.resize(random(300), random(100)).type_text(&letter.to_string());
    }
    pty.resize(1, 1).resize(80, 24).type_text(" fin").wait_for("fin").settle();
    // A blank that was written at the end of a line looks like one that never was.
    let seen = |screen: String| screen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let stormy = seen(pty.screen());
    pty.resize(100, 30).settle().resize(80, 24).settle();
    assert_eq!(stormy, seen(pty.screen()), "what is shown is what is drawn anew");
    pty.press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    assert_eq!(kit::last_record(&station), format!("{text} fin"));
}

#[test]
fn a_terminal_that_does_not_say_its_size_is_of_80_columns() {
    let station = kit::station();
    let mut pty = Pty::open_with(&station.path(""), kit::ON_STATION, &[], (0, 0));
    pty.wait_for("Phrase de passe, puis Entrée");
}
