//! Views of the caseload: kept under a name, shown again in three keys, renamed, removed, on the
//! disk of the station.

use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::keymap::{EMBEDDED, Keymap};
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::Request;

use super::forms_station::Station;
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

/// The screen with plain spaces.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

/// The caseload of Rouen, by alert, kept as “Rouen”.
fn keep_rouen(h: &mut Harness) {
    h.press("f").act(Action::ListFacet).type_text("commune rouen").press("enter");
    h.act(Action::ListSort).type_text("alerte").press("enter").press("v").type_text("Rouen").press("enter");
}

#[test]
fn a_view_kept_is_shown_again_in_three_keys_after_a_new_start() {
    for (name, _) in EMBEDDED {
        let station = filled();
        let mut h = setup(&station).keymap(Keymap::named(name)).start();
        keep_rouen(&mut h);
        assert!(seen(&h).contains("Vue gardée : « Rouen »."), "{name}\n{}", h.screen());
        assert!(seen(&h).contains("vue « Rouen » · 5 personnes · Rouen · par alerte"), "{}", h.screen());
        drop(h);
        let mut h = setup(&station).keymap(Keymap::named(name)).start();
        h.press("f");
        assert!(seen(&h).contains("8 personnes"), "{}", h.screen());
        h.press("v r enter");
        assert!(seen(&h).contains("vue « Rouen » · 5 personnes"), "{name}\n{}", h.screen());
    }
}

#[test]
fn a_search_is_kept_with_its_view() {
    let mut h = setup(&filled()).start();
    h.press("f /").type_text("martin").press("f5").type_text("Les Martin").press("enter esc");
    assert!(seen(&h).contains("8 personnes"), "{}", h.screen());
    h.press("v l enter");
    assert!(seen(&h).contains("Chercher : martin"), "{}", h.screen());
    assert!(seen(&h).contains("2 personnes"), "{}", h.screen());
}

#[test]
fn a_view_is_renamed_replaced_and_removed_in_two_strokes() {
    let station = filled();
    let mut h = setup(&station).start();
    keep_rouen(&mut h);
    h.press("v ctrl-e ctrl-u").type_text("Rouen, pressants").press("enter");
    assert!(seen(&h).contains("Vue renommée : « Rouen, pressants »."), "{}", h.screen());
    h.press("ctrl-d");
    assert!(
        seen(&h).contains("La même touche retire pour de bon la vue « Rouen, pressants »"),
        "{}",
        h.screen()
    );
    h.press("down ctrl-d");
    assert!(seen(&h).contains("Seule une vue que vous avez gardée"), "{}", h.screen());
    h.press("up ctrl-d ctrl-d");
    assert!(seen(&h).contains("Vue retirée : « Rouen, pressants »."), "{}", h.screen());
    h.press("esc");
    let looked = station.ask(Request::Look);
    let Outcome::Opened(opened) = looked else { unreachable!("{looked:?}") };
    assert_eq!(opened.remembered["caseload-views"], b"[]");
}

#[test]
fn what_jalon_brings_is_there_and_the_palette_shows_views_from_anywhere() {
    let mut h = setup(&filled()).start();
    h.press("f v").type_text("tout").press("enter");
    assert!(seen(&h).contains("9 personnes · tout le monde"), "{}", h.screen());
    h.press("v esc");
    keep_rouen(&mut h);
    h.press("a r :").type_text("vue rouen").press("enter");
    assert!(seen(&h).contains("vue « Rouen » · "), "{}", h.screen());
    h.press("esc");
    assert!(
        !seen(&h).contains("File active") && !seen(&h).contains("Échéances"),
        "above home\n{}",
        h.screen()
    );
}

#[test]
fn a_view_that_another_version_wrote_otherwise_is_passed_over() {
    let station = filled();
    let value = br#"[{"name":"Demain","shape":{"sort":"distance"}},{"name":"Lot","shape":{"sort":"lot"}}]"#;
    station.ask(Request::Remember { name: "caseload-views".to_owned(), value: value.to_vec() });
    let mut h = setup(&station).start();
    h.press("f v");
    assert!(seen(&h).contains("› Lot"), "{}", h.screen());
    assert!(!seen(&h).contains("Demain"), "{}", h.screen());
}

#[test]
fn how_views_look() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut h = setup(&filled()).language(language).size(width, height).start();
            h.press("f t").type_text("commune").press("enter v").type_text("Par commune").press("enter v");
            insta::with_settings!({snapshot_path => "snapshots/lists", prepend_module_to_snapshot => false}, {
                insta::assert_snapshot!(format!("views_{tag}_{width}x{height}"), h.screen());
            });
        }
    }
}
