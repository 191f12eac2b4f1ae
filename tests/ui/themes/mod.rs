//! Themes: every role in every one, files of users, terminals with fewer colours.

use std::path::Path;

use jalon::i18n::{Language, Words};
use jalon::ui::theme::depth::Depth;
use jalon::ui::theme::{EMBEDDED, Role, Theme};
use ratatui::style::{Color, Modifier};

use crate::support::problem::describe;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/themes");
    std::fs::read_to_string(folder.join(name)).expect("text")
}

#[test]
fn embedded_themes_are_right() {
    for (name, text) in EMBEDDED {
        if let Err(problems) = Theme::from_file(text, Depth::Full) {
            panic!("{name}: {problems:?}");
        }
    }
}

#[test]
fn what_is_overdue_never_rests_on_colour_alone() {
    for (name, _) in EMBEDDED {
        for depth in [Depth::Full, Depth::Sixteen, Depth::Eight, Depth::Monochrome] {
            let theme = Theme::embedded(name, depth);
            for role in [Role::Overdue, Role::Danger] {
                let style = theme.style(role);
                assert!(!style.add_modifier.is_empty(), "{name}, {}", role.id());
            }
            assert_ne!(theme.style(Role::Selection), theme.style(Role::Text), "{name}");
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    for (name, _) in EMBEDDED {
        let theme = Theme::embedded(name, Depth::Monochrome);
        for role in Role::ALL {
            let style = theme.style(*role);
            let is_plain = |color: Option<Color>| color.is_none_or(|color| color == Color::Reset);
            assert!(is_plain(style.fg) && is_plain(style.bg), "{name}, {}", role.id());
        }
    }
}

#[test]
fn a_file_changes_what_it_names() {
    let theme = Theme::from_file(&file("good/mine.toml"), Depth::Full).expect("no problem");
    let accent = theme.style(Role::Accent);
    assert_eq!((accent.fg, accent.add_modifier), (Some(Color::Rgb(0xd7, 0x99, 0x21)), Modifier::UNDERLINED));
    assert_eq!(theme.style(Role::Soon).fg, Some(Color::Indexed(214)));
    let dark = Theme::embedded("dark", Depth::Full);
    assert_eq!(theme.style(Role::Overdue), dark.style(Role::Overdue));
    let reduced = Theme::from_file(&file("good/mine.toml"), Depth::Sixteen).expect("no problem");
    assert_eq!(reduced.style(Role::Accent).fg, Some(Color::Yellow));
}

#[test]
fn bad_files_tell_every_problem_with_its_line() {
    for name in ["bad/everything.toml", "bad/missing.toml"] {
        let text = file(name);
        let mut expected: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("# attendu: ")).collect();
        let problems = Theme::from_file(&text, Depth::Full).expect_err(name);
        let told: Vec<String> = problems.iter().map(|it| format!("{} {}", it.line, it.id)).collect();
        let mut sorted: Vec<&str> = told.iter().map(String::as_str).collect();
        expected.sort_unstable();
        sorted.sort_unstable();
        assert_eq!(sorted, expected, "{name}");
        for problem in &problems {
            for language in [Language::French, Language::English] {
                let said = describe(problem, &Words::new(language));
                assert!(!said.contains('⟦'), "{said}");
            }
        }
    }
}

#[test]
fn colours_become_the_nearest_that_there_are() {
    assert_eq!(Depth::Sixteen.reduce(Color::Rgb(250, 5, 5)), Color::LightRed);
    assert_eq!(Depth::Sixteen.reduce(Color::Indexed(1)), Color::Red);
    assert_eq!(Depth::Sixteen.reduce(Color::Indexed(232)), Color::Black);
    assert_eq!(Depth::TwoHundredFiftySix.reduce(Color::Rgb(95, 135, 0)), Color::Indexed(64));
    assert_eq!(Depth::Full.reduce(Color::Rgb(1, 2, 3)), Color::Rgb(1, 2, 3));
    // A grey is never the dark one of the sixteen, which some terminals hardly show.
    assert_eq!(Depth::Sixteen.reduce(Color::Indexed(245)), Color::Gray);
    assert_eq!(Depth::Sixteen.reduce(Color::Indexed(240)), Color::Black);
    assert_eq!(Depth::Eight.reduce(Color::LightRed), Color::Red);
    assert_eq!(Depth::Eight.reduce(Color::Rgb(250, 5, 5)), Color::Red);
    assert_eq!(Depth::Eight.reduce(Color::DarkGray), Color::Reset);
}
