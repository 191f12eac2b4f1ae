//! The guided tour of the demonstration: each stop names one key, which really does the thing.

use jalon::i18n::Language;
use jalon::ui::keymap::{EMBEDDED, Keymap};

use super::forms_station::Station;
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

/// The keys of the stops, by the default keymap; the fifth follows what is typed.
const KEYS: [&str; 8] = ["f", "enter", "tab", "e", "enter", "u", "r", "p"];

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

/// The screen on one line with plain spaces.
fn seen(h: &Harness) -> String {
    let plain = h.screen().replace(['\u{a0}', '\u{202f}'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_tour_goes_to_its_end_in_both_languages_and_keymaps() {
    let said = [
        (Language::French, "Visite, ", " sur 8", "La visite est finie"),
        (Language::English, "Tour, ", " of 8", "The tour is over"),
    ];
    for (name, _) in EMBEDDED {
        for (language, place, of, over) in said {
            let station = filled();
            let setup = setup(&station).language(language).keymap(Keymap::named(name));
            let mut h = setup.first_demo().start();
            for (stop, key) in KEYS.into_iter().enumerate() {
                let said = format!("{place}{}{of}", stop + 1);
                assert!(seen(&h).contains(&said), "{name}, {said}\n{}", h.screen());
                assert!(!h.screen().contains('$'), "{name}, {said}\n{}", h.screen());
                if stop == 4 {
                    h.type_text("45 p d Atelier CV");
                }
                h.press(key);
            }
            assert!(seen(&h).contains(over), "{name}\n{}", h.screen());
            h.press("esc down");
            assert!(!seen(&h).contains(over) && !seen(&h).contains(place), "{}", h.screen());
        }
    }
}

#[test]
fn nothing_else_goes_on_and_esc_leaves_for_good() {
    let mut h = setup(&filled()).first_demo().start();
    h.press("down r ? esc a");
    assert!(seen(&h).contains("Visite, 1 sur 8"), "{}", h.screen());
    h.press("f esc");
    assert!(seen(&h).contains("Visite quittée. « g v » la reprend"), "{}", h.screen());
    assert!(h.row(0).contains("File active"), "Esc left the tour, nothing else\n{}", h.screen());
    h.press("a f");
    assert!(!seen(&h).contains("Visite"), "{}", h.screen());
    h.press(":").type_text("visite").press("enter");
    assert!(seen(&h).contains("Visite, 1 sur 8"), "{}", h.screen());
    assert!(!h.row(0).contains("File active"), "it starts on home\n{}", h.screen());
}

#[test]
fn a_real_station_has_no_tour() {
    let mut h = setup(&filled()).start();
    assert!(!seen(&h).contains("Visite"), "{}", h.screen());
    h.press("g v");
    assert!(seen(&h).contains("La visite guidée est celle de la démonstration"), "{}", h.screen());
    h.press(":").type_text("visite");
    assert!(!seen(&h).contains("visite guidée"), "{}", h.screen());
    h.press("esc f7");
    assert!(!seen(&h).contains("visite guidée"), "{}", h.screen());
}

#[test]
fn how_the_tour_looks() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut h = setup(&filled()).language(language).size(width, height).first_demo().start();
            let mut stops = String::new();
            for (stop, key) in KEYS.into_iter().enumerate() {
                if stop == 0 || stop == 4 {
                    let name = format!("tour_{}_{tag}_{width}x{height}", stop + 1);
                    insta::with_settings!({snapshot_path => "snapshots/tour", prepend_module_to_snapshot => false}, {
                        insta::assert_snapshot!(name, h.screen());
                    });
                }
                if stop == 4 {
                    h.type_text("45 p d Atelier CV");
                }
                stops.push_str(
                    &h.screen()
                        .lines()
                        .rev()
                        .take(4)
                        .collect::<Vec<_>>()
                        .into_iter()
                        .rev()
                        .collect::<Vec<_>>()
                        .join("\n"),
                );
                stops.push_str("\n---\n");
                h.press(key);
            }
            insta::with_settings!({snapshot_path => "snapshots/tour", prepend_module_to_snapshot => false}, {
                insta::assert_snapshot!(format!("tour_stops_{tag}_{width}x{height}"), stops);
            });
        }
    }
}
