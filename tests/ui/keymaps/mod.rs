//! Keymaps: the embedded one, files of users, the notation of keys.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::i18n::{Language, Words};
use jalon::ui::action::{Action, Category, Scope};
use jalon::ui::keymap::key::{Code, Key};
use jalon::ui::keymap::{EMBEDDED, Keymap, Resolved};

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

/// Where keys are looked up, in every screen and overlay there is.
const STACKS: &[&[Scope]] = &[
    &[Scope::Appointments, Scope::List],
    &[Scope::Caseload, Scope::List],
    &[Scope::AsOf, Scope::List],
    &[Scope::File, Scope::List],
    &[Scope::List],
    &[Scope::Form],
    &[Scope::Search],
    &[Scope::Locked],
    &[Scope::Overlay],
    &[Scope::Day, Scope::Overlay],
    &[Scope::Quick, Scope::Overlay],
];

#[test]
fn the_embedded_keymaps_are_right() {
    for (name, text) in EMBEDDED {
        let keymap = Keymap::with_file(text).expect("no problem");
        assert_eq!(keymap, Keymap::named(name));
    }
    assert_eq!(Keymap::named("default"), Keymap::embedded());
    assert_eq!(Keymap::named("nobody’s"), Keymap::embedded());
    assert_ne!(Keymap::named("vim"), Keymap::embedded());
}

#[test]
fn of_two_keys_as_short_the_first_of_the_file_is_shown() {
    let shown = |keymap: &Keymap| keymap.bindings_of(Action::Quit, &[]).first().map(|it| it.notation());
    assert_eq!(shown(&Keymap::embedded()).as_deref(), Some("ctrl-q"));
    let mine = "[global]\n\"ctrl-y\" = \"app.quit\"\n\"ctrl-b\" = \"app.quit\"\n";
    let mine = Keymap::with_file(mine).expect("no problem");
    let added = mine.bindings_of(Action::Quit, &[]).iter().map(|it| it.notation()).collect::<Vec<_>>();
    assert_eq!(added, ["ctrl-q", "ctrl-c", "ctrl-y", "ctrl-b"]);
}

#[test]
fn every_binding_is_reached_and_hides_nothing_that_has_no_other_key() {
    for (name, _) in EMBEDDED {
        let keymap = Keymap::named(name);
        for stack in STACKS {
            for scope in stack.iter().chain([&Scope::Global]) {
                for binding in keymap.of(*scope) {
                    let reached = keymap.resolve(stack, &binding.keys);
                    let is_reached = reached == Resolved::Action(binding.action);
                    // The same thing by its inner name: to search, to go back, to say why.
                    let is_told_otherwise = match binding.action {
                        Action::SearchOpen => stack.contains(&Scope::List),
                        Action::ScreenBack => !stack.contains(&Scope::List),
                        Action::OverlayAccept => stack.contains(&Scope::Quick),
                        _ => false,
                    };
                    let others = keymap.bindings_of(binding.action, stack);
                    let is_fine = is_reached || is_told_otherwise || !others.is_empty();
                    assert!(is_fine, "{name}, {stack:?}: {} is hidden by {reached:?}", binding.notation());
                    // What starts a sequence says what may follow.
                    for end in 1..binding.keys.len() {
                        let continued = keymap.continuing(stack, &binding.keys[..end]);
                        assert!(continued.contains(&binding), "{name}, {stack:?}: {}", binding.notation());
                    }
                }
            }
        }
    }
}

#[test]
fn vim_has_every_action_of_the_default_in_every_place() {
    let (ours, vim) = (Keymap::embedded(), Keymap::named("vim"));
    for stack in STACKS {
        for action in Action::ALL {
            let has = |keymap: &Keymap| !keymap.bindings_of(*action, stack).is_empty();
            assert_eq!(has(&ours), has(&vim), "{} in {stack:?}", action.id());
        }
    }
    let of = |keys: &str| {
        let keys: Vec<Key> = keys.split(' ').map(|key| key.parse().expect("a key")).collect();
        vim.resolve(&[Scope::File, Scope::List], &keys)
    };
    assert_eq!(of("j"), Resolved::Action(Action::ListDown));
    assert_eq!(of("g g"), Resolved::Action(Action::ListFirst));
    assert_eq!(of("g f"), Resolved::Action(Action::CaseloadOpen));
    assert_eq!(of("G"), Resolved::Action(Action::ListLast));
    assert_eq!(of("d"), Resolved::Pending);
    assert_eq!(of("d d"), Resolved::Action(Action::EntryWithdraw));
    assert_eq!(of("l"), Resolved::Action(Action::PageNext));
    let mine = Keymap::with_file("inherits = \"vim\"\n[list]\n\"J\" = \"list.page-down\"").expect("right");
    assert_eq!(mine.resolve(&[Scope::List], &[Key::char('j')]), Resolved::Action(Action::ListDown));
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
fn embedded_keys_can_be_typed_over_a_french_keyboard_and_ssh() {
    const ALT_GR: &str = "[]{}\\|@#~€";
    for (name, scope) in EMBEDDED.iter().flat_map(|(name, _)| Scope::ALL.iter().map(move |it| (name, it))) {
        let keymap = Keymap::named(name);
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
    for (name, scope) in EMBEDDED.iter().flat_map(|(name, _)| Scope::ALL.iter().map(move |it| (name, it))) {
        let keymap = Keymap::named(name);
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
    assert_eq!(keymap.resolve(&[], &[Key::char('g'), Key::char('y')]), Resolved::Nothing);
    assert_eq!(keymap.bindings_of(Action::SearchOpen, &[Scope::List]), Vec::<&_>::new());
}
