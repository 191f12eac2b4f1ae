//! What is known of a terminal by its name, and the signs that are shown where some are missing.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::ui::terminal::ability::{Ability, Surroundings};
use jalon::ui::terminal::signs::{Signs, in_ascii};
use jalon::ui::theme::depth::Depth;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr as _;

fn surroundings(term: &str) -> Surroundings {
    Surroundings { term: term.to_owned(), locale: "fr_FR.UTF-8".to_owned(), ..Surroundings::default() }
}

#[track_caller]
fn ability(term: &str) -> Ability {
    Ability::of(&surroundings(term)).expect("a screen")
}

#[test]
fn a_terminal_does_what_its_name_says() {
    for term in ["", "dumb", "unknown", "vt52"] {
        assert_eq!(Ability::of(&surroundings(term)), None, "{term:?}");
    }
    for (term, depth, signs) in [
        ("xterm", Depth::Sixteen, Signs::All),
        ("xterm-256color", Depth::TwoHundredFiftySix, Signs::All),
        ("xterm-direct", Depth::Full, Signs::All),
        ("tmux-256color", Depth::TwoHundredFiftySix, Signs::All),
        ("screen", Depth::Sixteen, Signs::All),
        ("screen-256color", Depth::TwoHundredFiftySix, Signs::All),
        ("putty", Depth::Sixteen, Signs::All),
        ("alacritty", Depth::Sixteen, Signs::All),
        ("linux", Depth::Eight, Signs::Letters),
        ("ansi", Depth::Eight, Signs::Letters),
        ("vt100", Depth::Monochrome, Signs::Ascii),
        ("vt220", Depth::Monochrome, Signs::Ascii),
        ("xterm-mono", Depth::Monochrome, Signs::All),
    ] {
        let it = ability(term);
        assert_eq!((it.depth, it.signs), (depth, signs), "{term}");
    }
    for (term, has_second_screen, marks_pastes, hides_cursor) in [
        ("xterm", true, true, true),
        ("screen", true, true, true),
        ("linux", false, false, true),
        ("vt100", false, false, false),
        ("vt220", false, false, true),
    ] {
        let it = ability(term);
        let found = (it.has_second_screen, it.marks_pastes, it.hides_cursor);
        assert_eq!(found, (has_second_screen, marks_pastes, hides_cursor), "{term}");
    }
    assert!(ability("xterm").attributes.contains(Modifier::ITALIC));
    assert!(!ability("screen").attributes.contains(Modifier::ITALIC), "it would show as reversed");
}

#[test]
fn colours_and_signs_follow_the_environment() {
    let with = |change: fn(&mut Surroundings)| {
        let mut it = surroundings("xterm");
        change(&mut it);
        Ability::of(&it).expect("a screen")
    };
    assert_eq!(with(|it| it.no_color = "1".to_owned()).depth, Depth::Monochrome);
    assert_eq!(with(|it| it.colorterm = "truecolor".to_owned()).depth, Depth::Full);
    // Screen and the console inherit what was said of the terminal around them.
    for term in ["screen", "linux", "vt100"] {
        let it = Surroundings { colorterm: "truecolor".to_owned(), ..surroundings(term) };
        assert_ne!(Ability::of(&it).expect("a screen").depth, Depth::Full, "{term}");
    }
    for locale in ["", "C", "POSIX", "fr_FR", "fr_FR.ISO-8859-15", "fr_FR@euro"] {
        let it = Surroundings { locale: locale.to_owned(), ..surroundings("xterm") };
        assert_eq!(Ability::of(&it).expect("a screen").signs, Signs::Ascii, "{locale}");
    }
    for locale in ["C.UTF-8", "fr_FR.utf8", "en_GB.UTF-8"] {
        let it = Surroundings { locale: locale.to_owned(), ..surroundings("xterm") };
        assert_eq!(Ability::of(&it).expect("a screen").signs, Signs::All, "{locale}");
    }
}

#[test]
fn names_and_lines_are_read_in_ascii() {
    let shown = |text: &str| text.chars().map(|c| in_ascii(c.encode_utf8(&mut [0; 4]))).collect::<String>();
    assert_eq!(shown("LEFÈVRE Jean-Noël · né à Cléon · œuvre"), "LEFEVRE Jean-Noel - ne a Cleon - ouvre");
    assert_eq!(shown("┌─ Saisie ─┐│«\u{a0}l’âge…\u{a0}»└"), "+- Saisie -+|\" l'age~ \"+");
    assert_eq!(shown("adhérent·e"), "adherent-e");
    assert_eq!(in_ascii("e\u{301}"), "e");
    assert_eq!(in_ascii("日"), "? ", "as wide as it");
    assert_eq!(Signs::Letters.shown("é"), "é");
    assert_eq!(Signs::Letters.shown("┃"), "I");
    assert_eq!(Signs::All.shown("┃"), "┃");
}

/// Every character that is no ASCII in what is said and drawn.
fn used() -> BTreeSet<char> {
    fn under(folder: &Path, found: &mut BTreeSet<char>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                under(&path, found);
            } else {
                let text = std::fs::read_to_string(&path).expect("text");
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.extend(code.flat_map(str::chars).filter(|c| !c.is_ascii()));
            }
        }
    }
    let mut found = BTreeSet::new();
    for folder in
        ["src/i18n", "src/ui/screen", "src/ui/widget", "src/ui/overlay", "src/ui/form", "src/ui/quick"]
    {
        under(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found
}

#[test]
fn every_sign_of_the_screens_has_one_that_is_as_wide() {
    let used = used();
    assert!(used.len() > 40, "{used:?}");
    for c in used {
        // What may not be shown, and what says so, is shown nowhere.
        if matches!(c, '\u{fffd}' | '\u{2066}'..='\u{2069}') {
            continue;
        }
        let sign = in_ascii(&c.to_string());
        assert!(sign.is_ascii() && !sign.contains('?'), "{c:?} has no sign");
        assert_eq!(sign.width(), c.to_string().width().max(1), "{c:?}");
    }
}

#[test]
fn what_the_pathway_tells_apart_is_told_apart_in_ascii() {
    for drawing in ["╌░━═", "│┃×○▾", "■□·", "┌─│"] {
        let signs: BTreeSet<String> = drawing.chars().map(|c| in_ascii(&c.to_string())).collect();
        assert_eq!(signs.len(), drawing.chars().count(), "{drawing}: {signs:?}");
    }
}
