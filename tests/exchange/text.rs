//! What may be shown, what is replaced when drawn, what is dropped when typed.

use jalon::domain::text::{Lines, MOST_MARKS, Unprintable, cleaned, first_unprintable, printable};
use proptest::prelude::*;

#[test]
fn each_kind_is_told_apart() {
    let one = |text: &str| first_unprintable(text, Lines::One);
    for (text, why) in [
        ("\u{1B}[31m", Unprintable::Control),
        ("a\nb", Unprintable::Control),
        ("\u{9B}", Unprintable::Control),
        ("\u{202E}", Unprintable::Direction),
        ("\u{2067}", Unprintable::Direction),
        ("\u{200B}", Unprintable::Invisible),
        ("\u{FEFF}", Unprintable::Invisible),
        ("\u{E007F}", Unprintable::Tag),
        ("\u{2028}", Unprintable::Separator),
    ] {
        assert_eq!(one(text), Some(why), "{text:?}");
    }
    assert_eq!(first_unprintable("a\nb", Lines::Many), None);
    assert_eq!(one("Jean-François Lefèvre\u{A0}!"), None);
}

#[test]
fn marks_are_counted_by_letter() {
    let stacked = |count: usize| format!("e{}", "\u{301}".repeat(count));
    assert_eq!(first_unprintable(&stacked(MOST_MARKS), Lines::One), None);
    assert_eq!(first_unprintable(&stacked(MOST_MARKS + 1), Lines::One), Some(Unprintable::Marks));
    assert_eq!(first_unprintable(&stacked(MOST_MARKS).repeat(50), Lines::One), None);
}

#[test]
fn drawn_text_shows_where_something_was() {
    assert_eq!(printable("Ana\u{202E}ïs\u{1B}[2J", Lines::One), "Ana\u{FFFD}ïs\u{FFFD}[2J");
    assert_eq!(printable("a\nb", Lines::One), "a\u{FFFD}b");
    assert_eq!(printable("a\nb", Lines::Many), "a\nb");
}

#[test]
fn typed_text_loses_what_cannot_be_kept() {
    assert_eq!(cleaned("un\tdeux\r\ntrois\rquatre", Lines::Many), "un deux\ntrois\nquatre");
    assert_eq!(cleaned("un\tdeux\r\ntrois", Lines::One), "un deux trois");
    assert_eq!(cleaned("co\u{AD}or\u{200B}don\u{FEFF}né", Lines::One), "coordonné");
    assert_eq!(cleaned("a\u{2028}b", Lines::Many), "a\nb");
    assert_eq!(cleaned("a\u{2029}b", Lines::One), "a b");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_odd_is_left(text in any::<String>(), many in any::<bool>()) {
        let lines = if many { Lines::Many } else { Lines::One };
        for result in [printable(&text, lines), cleaned(&text, lines)] {
            prop_assert_eq!(first_unprintable(&result, lines), None);
        }
        if first_unprintable(&text, lines).is_none() {
            prop_assert_eq!(printable(&text, lines), text.as_str());
            prop_assert_eq!(cleaned(&text, lines), text.as_str());
        }
    }
}
