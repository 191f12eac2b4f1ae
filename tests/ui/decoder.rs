//! What a terminal sends: keys and pastes, wherever a slow link cuts them.

use jalon::ui::terminal::decoder::{Decoder, Typed};
use proptest::prelude::*;

/// What arrives in these pieces, without a wait between them, then with one at the end.
fn read(pieces: &[&[u8]]) -> Vec<Typed> {
    let (mut decoder, mut typed) = (Decoder::default(), Vec::new());
    pieces.iter().for_each(|piece| decoder.take(piece, &mut typed));
    while decoder.patience().is_some() {
        let before = typed.len();
        decoder.give_up(&mut typed);
        if typed.len() == before {
            break;
        }
    }
    typed
}

/// The keys in the notation of keymap files; a paste between quotes.
fn keys(bytes: &[u8]) -> String {
    written(&read(&[bytes]))
}

fn written(typed: &[Typed]) -> String {
    let one = |it: &Typed| match it {
        Typed::Key(key) => key.to_string(),
        Typed::Paste(text) => format!("{text:?}"),
    };
    typed.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_key_of_every_terminal_is_known() {
    for (bytes, expected) in [
        ("a é ê 日 👍", "a space é space ê space 日 space 👍"),
        ("\r\t\x7f\x08", "enter tab backspace backspace"),
        ("\x13\x1a\0\x1c", "ctrl-s ctrl-z ctrl-space ctrl-\\"),
        ("\n", "ctrl-j"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "up down right left home end"),
        ("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "up down right left home end"),
        ("\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~", "home insert delete end page-up page-down"),
        ("\x1b[7~\x1b[8~", "home end"),
        ("\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[15~\x1b[17~\x1b[24~", "f1 f2 f3 f4 f5 f6 f12"),
        // PuTTY, the Linux console, rxvt.
        ("\x1b[11~\x1b[12~\x1b[13~\x1b[14~", "f1 f2 f3 f4"),
        ("\x1b[[A\x1b[[B\x1b[[E", "f1 f2 f5"),
        ("\x1b[Z\x1b[3$\x1b[5^\x1b[a\x1bOa", "shift-tab shift-delete ctrl-page-up shift-up ctrl-up"),
        ("\x1b[1;5C\x1b[1;2P\x1b[3;3~\x1b[1;1A", "ctrl-right shift-f1 alt-delete up"),
        // The keypad in its application mode.
        ("\x1bOp\x1bOy\x1bOk\x1bOM", "0 9 + enter"),
        // Alt, or Esc and a key: the keymap decides.
        ("\x1bf\x1bé\x1b\r", "alt-f alt-é alt-enter"),
        ("\x1b\x1b[A", "esc up"),
        ("\x1b", "esc"),
        ("\x1b\x1b", "esc esc"),
        ("\x1b[", "alt-["),
        ("\x1bO", "alt-O"),
    ] {
        assert_eq!(keys(bytes.as_bytes()), expected, "{bytes:?}");
    }
}

#[test]
fn what_is_no_key_is_dropped_whole() {
    for noise in [
        // Where the cursor is, what the terminal is, which modes it has, whether it has the focus.
        "\x1b[24;80R",
        "\x1b[?64;1;2c",
        "\x1b[>0;276;0c",
        "\x1b[?2004;1$y",
        "\x1b[I\x1b[O",
        // Colours, a title, a clipboard, a capability.
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]0;un titre, avec des mots\x1b\\",
        "\x1b]52;c;bm9uCg==\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        // Mice, old and new.
        "\x1b[M !!\x1b[<0;10;20M\x1b[<0;10;20m",
        // Keys that no keyboard of ours has, and other ways to write those it has.
        "\x1b[99~\x1b[97;5u\x1b[27;5;9~\x1b[1;2;3A\x1b[200z\x1b[201~\x1b[1;99999A",
    ] {
        assert_eq!(keys(format!("a{noise}b").as_bytes()), "a b", "{noise:?}");
    }
    let long = format!("a\x1b]52;c;{}\x07b\x1b[{}mc", "QUJD".repeat(5_000), "1;".repeat(5_000));
    assert_eq!(keys(long.as_bytes()), "a b c");
}

#[test]
fn a_key_in_the_middle_of_a_sequence_that_was_cut_is_kept() {
    assert_eq!(keys(b"\x1b[1;\r"), "enter");
    assert_eq!(keys("\x1b[1;é".as_bytes()), "é");
    assert_eq!(keys(b"\x1b[1;\x1b[A"), "up");
    assert_eq!(keys(b"\x1bO\x1b[A"), "up");
}

#[test]
fn letters_typed_ahead_after_esc_are_kept_whatever_they_look_like() {
    assert_eq!(keys(b"\x1bPierre"), "esc P i e r r e");
    assert_eq!(keys(b"\x1b]"), "esc ]");
    let endless = format!("\x1bP{}", "q".repeat(500));
    assert_eq!(keys(endless.as_bytes()), "", "what is so long was a report");
}

#[test]
fn a_paste_is_text_whatever_it_holds() {
    assert_eq!(keys(b"\x1b[200~a\r\nb\x1b[A\x03\x1b[201~c"), r#""a\r\nb\u{1b}[A\u{3}" c"#);
    assert_eq!(keys(b"\x1b[200~\x1b\x1b[20\x1b[201~c"), r#""\u{1b}\u{1b}[20" c"#);
    let large = "é".repeat(50_000);
    let bytes = format!("\x1b[200~{large}\x1b[201~");
    assert_eq!(read(&[bytes.as_bytes()]), [Typed::Paste(large)]);
}

#[test]
fn a_paste_that_never_ends_is_shown_and_esc_gets_out_of_it() {
    let (mut decoder, mut typed) = (Decoder::default(), Vec::new());
    decoder.take(b"\x1b[200~mot\r", &mut typed);
    decoder.give_up(&mut typed);
    assert_eq!(written(&typed), r#""mot\r""#);
    // Its line ends are still no Enter.
    decoder.take(b"suite\r", &mut typed);
    decoder.give_up(&mut typed);
    decoder.take(b"\x1b", &mut typed);
    decoder.give_up(&mut typed);
    decoder.take(b"e\r", &mut typed);
    assert_eq!(written(&typed), r#""mot\r" "suite\r" e enter"#);
    // Nobody fills the memory with one.
    typed.clear();
    decoder.take(b"\x1b[200~", &mut typed);
    for _ in 0..300 {
        decoder.take(&[b'x'; 10_000], &mut typed);
    }
    decoder.take(b"\x1b[201~e", &mut typed);
    let [Typed::Paste(text), _] = typed.as_slice() else { panic!("{} things", typed.len()) };
    assert_eq!(text.len(), 1 << 20);
}

#[test]
fn a_terminal_set_to_latin_1_types_accents_all_the_same() {
    assert_eq!(keys(b"\xe9t\xe9 \xe7a"), "é t é space ç a");
    assert_eq!(keys(b"\xc3\xa9"), "é", "but UTF-8 is UTF-8");
    assert_eq!(keys(b"\xff\x80\x9b\xf5a"), "ÿ õ a");
    assert_eq!(keys(b"\xc3"), "Ã");
}

/// Pieces of what people and terminals send.
fn anything() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "a",
        "é",
        "日",
        "👍",
        "e\u{301}",
        "\r",
        "\x7f",
        "\x13",
        "\x1b",
        "\x1b[A",
        "\x1b[3~",
        "\x1bOP",
        "\x1b[[A",
        "\x1b[1;5C",
        "\x1b[200~x\ry\x1b[201~",
        "\x1b]0;t\x07",
        "\x1b[M !!",
        "\x1b[?1;2c",
    ]);
    let bytes = prop_oneof![8 => known.prop_map(|text| text.as_bytes().to_vec()), 1 => any::<[u8; 2]>().prop_map(Vec::from)];
    prop::collection::vec(bytes, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Wherever it is cut, the same is read.
    #[test]
    fn cuts_change_nothing(bytes in anything(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12)) {
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        at.extend([0, bytes.len()]);
        at.sort_unstable();
        let pieces: Vec<&[u8]> = at.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
        prop_assert_eq!(read(&pieces), read(&[&bytes]));
    }

    /// Text alone is typed as it is.
    #[test]
    fn text_is_kept(text in "\\PC{0,60}") {
        let typed: String = read(&[text.as_bytes()])
            .iter()
            .filter_map(|it| if let Typed::Key(key) = it { key.typed() } else { None })
            .collect();
        prop_assert_eq!(typed, text);
    }

    /// No bytes at all make it panic, nor wait for ever for more than the end of a paste.
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(&[&bytes]);
    }
}
