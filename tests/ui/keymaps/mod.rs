//! Keymaps: the embedded one, files of users, the notation of keys.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::i18n::{Language, Words};
use jalon::ui::action::{Action, Category, Scope};
use jalon::ui::keymap::key::{Code, Key};
use jalon::ui::keymap::{DEFAULT, Keymap, Resolved};

use crate::support::problem::describe;

fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/keymaps").join(folder);
    let entries = std::fs::read_dir(folder).expect("a folder");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        (path.display().to_string(), std::fs::read_to_string(&path).expect("text"))
    };
    entries.map(read).collect()
}

#[test]
fn the_embedded_keymap_is_right() {
    let keymap = Keymap::with_file(DEFAULT).expect("no problem");
    assert_eq!(keymap, Keymap::embedded());
}

#[test]
fn good_files_are_taken() {
    for (name, text) in files("good") {
        if let Err(problems) = Keymap::with_file(&text) {
            panic!("{name}: {problems:?}");
        }
    }
}

#[test]
fn bad_files_tell_every_problem_with_its_line() {
    let words = [Words::new(Language::French), Words::new(Language::English)];
    for (name, text) in files("bad") {
        let expected: Vec<String> =
            text.lines().filter_map(|line| line.strip_prefix("# attendu: ")).map(str::to_owned).collect();
        let problems = Keymap::with_file(&text).expect_err(&name);
        let told: Vec<String> = problems.iter().map(|it| format!("{} {}", it.line, it.id)).collect();
        for line in &expected {
            assert!(told.contains(line), "{name}: {line} is not told: {told:?}");
        }
        assert!(told.iter().all(|line| expected.contains(line)), "{name}: {told:?}");
        for problem in &problems {
            for words in &words {
                let said = describe(problem, words);
                assert!(!said.contains('⟦') && !said.contains('{'), "{name}: {said}");
            }
        }
    }
}

#[test]
fn keys_read_as_they_are_written() {
    for notation in [
        "a",
        "A",
        "é",
        "œ",
        "-",
        "ctrl--",
        "?",
        "+",
        "ctrl-s",
        "alt-x",
        "ctrl-alt-x",
        "shift-tab",
        "f2",
        "f12",
        "enter",
        "esc",
        "space",
        "page-up",
        "delete",
        "ctrl-left",
        "f",
        "²",
    ] {
        let key: Key = notation.parse().expect(notation);
        assert_eq!(key.to_string(), notation);
    }
    assert_eq!("shift-a".parse(), Ok(Key::char('A')));
    assert_eq!("ctrl-S".parse::<Key>(), "ctrl-s".parse());
    assert_eq!("shift-?".parse(), Ok(Key::char('?')));
    for bad in ["", " ", "ab", "ctrl-", "f0", "f25", "hyper-a", "ctrl-ctrl-a", "\u{7}"] {
        assert!(bad.parse::<Key>().is_err(), "{bad:?}");
    }
}

proptest::proptest! {
    #[test]
    fn any_key_survives_its_notation(c in proptest::char::any(), ctrl: bool, alt: bool) {
        let notation = format!("{}{}{c}", if ctrl { "ctrl-" } else { "" }, if alt { "alt-" } else { "" });
        if let Ok(key) = notation.parse::<Key>() {
            proptest::prop_assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn no_file_breaks_the_reader(text in "\\PC{0,200}") {
        let _ = Keymap::with_file(&text);
    }
}

#[test]
fn every_action_has_words_and_every_useful_one_a_key() {
    let keymap = Keymap::embedded();
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for action in Action::ALL {
            assert!(words.has(&action.message_id()), "{}", action.message_id());
            assert_eq!(Action::from_id(action.id()), Some(*action));
        }
        for category in Category::ALL {
            assert!(words.has(&format!("category-{}", category.id())));
        }
    }
    for action in Action::ALL {
        let is_bound =
            Scope::ALL.iter().any(|scope| keymap.of(*scope).iter().any(|binding| binding.action == *action));
        assert!(is_bound, "{} has no key", action.id());
    }
}

/// What PuTTY, a multiplexer or a French keyboard would keep for itself (product.md §4).
#[test]
fn default_keys_can_be_typed_over_a_french_keyboard_and_ssh() {
    const ALT_GR: &str = "[]{}\\|@#~€";
    let keymap = Keymap::embedded();
    for scope in Scope::ALL {
        for binding in keymap.of(*scope) {
            for key in &binding.keys {
                let notation = binding.notation();
                assert!(!key.alt, "{notation}: alt");
                if let Code::Char(c) = key.code {
                    assert!(!ALT_GR.contains(c), "{notation}: AltGr");
                    assert!(!c.is_ascii_digit(), "{notation}: shift and a digit");
                    let is_taken = key.ctrl && "ab".contains(c);
                    assert!(!is_taken, "{notation}: taken by screen or tmux");
                } else {
                    assert!(!key.ctrl, "{notation}: ctrl and a named key");
                    assert!(!key.shift || key.code == Code::Tab, "{notation}: shift and a named key");
                }
                assert!(!matches!(key.code, Code::F(1 | 10 | 11)), "{notation}: taken by the terminal");
            }
        }
    }
}

#[test]
fn a_function_key_always_has_another_way() {
    let keymap = Keymap::embedded();
    for scope in Scope::ALL {
        let mut ways: BTreeMap<Action, Vec<&[Key]>> = BTreeMap::new();
        for binding in keymap.of(*scope) {
            ways.entry(binding.action).or_default().push(&binding.keys);
        }
        for (action, keys) in ways {
            let is_function = |keys: &&[Key]| matches!(keys[0].code, Code::F(_));
            assert!(!keys.iter().all(is_function), "{} in {}", action.id(), scope.id());
        }
    }
}

#[test]
fn inner_scopes_win_and_starts_wait() {
    let keymap = Keymap::embedded();
    let slash = [Key::char('/')];
    assert_eq!(keymap.resolve(&[], &slash), Resolved::Action(Action::SearchOpen));
    assert_eq!(keymap.resolve(&[Scope::List], &slash), Resolved::Action(Action::ListSearch));
    assert_eq!(keymap.resolve(&[], &[Key::char('g')]), Resolved::Pending);
    assert_eq!(keymap.resolve(&[], &[Key::char('g'), Key::char('q')]), Resolved::Nothing);
    assert_eq!(keymap.bindings_of(Action::SearchOpen, &[Scope::List]), Vec::<&_>::new());
}
