//! A person goes from one referent to another: asked once, shown, searched, corrected, undone.

use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people;
use super::forms_station::Station;
use super::screens::setup;
use crate::support::harness::Harness;

fn opened(language: Language, size: (u16, u16)) -> (Station, Harness) {
    let station = Station::new();
    let (person, rest) = file_people::typical();
    station.add(person, rest);
    let mut h = station.harness().language(language).size(size.0, size.1).start();
    h.act(Action::ListOpen);
    (station, h)
}

/// The screen with plain spaces.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn hand_over(h: &mut Harness, name: &str, since: &str) {
    h.act(Action::ReferentNew)
        .type_text(name)
        .press("enter")
        .press("ctrl-u")
        .type_text(since)
        .press("ctrl-s");
}

#[test]
fn a_change_of_referent_is_shown_and_undone_in_one() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in [(80, 24), (120, 40)] {
            let (station, mut h) = opened(language, size);
            h.act(Action::ReferentNew).type_text("Paul Vasseur");
            let columns = size.0;
            insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("form-referent-{tag}-{columns}"), h.screen());
            });
            h.press("ctrl-s");
            insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("file-summary-handed-over-{tag}-{columns}"), h.screen());
            });
            let file = station.caseload().files.values().next().expect("a person").clone();
            let names: Vec<&str> = file.referents.iter().map(|it| it.value.name.as_str()).collect();
            assert_eq!(names, ["Claire Morel", "Paul Vasseur"], "who it was until then is written too");
            h.press("u");
            let file = station.caseload().files.values().next().expect("a person").clone();
            assert!(file.referents.is_empty(), "one act");
        }
    }
}

#[test]
fn two_at_once_are_refused_in_words_and_a_change_is_corrected() {
    let (station, mut h) = opened(Language::French, (80, 24));
    hand_over(&mut h, "Paul Vasseur", "01/03/2026");
    hand_over(&mut h, "Nadia Lemoine", "01/03/2026");
    assert!(h.screen().contains("Deux référent·es commenceraient le même jour"), "{}", h.screen());
    h.press("esc");
    let person = *station.caseload().files.keys().next().expect("a person");
    assert_eq!(station.file(person).referents.len(), 2);
    // The same one is corrected without being taken for a second.
    while !h.screen().contains("[Évènements") {
        h.press("right");
    }
    h.press("ctrl-e").press("ctrl-u").type_text("Paule Vasseur").press("ctrl-s");
    let names: Vec<String> = station.file(person).referents.iter().map(|it| it.value.name.clone()).collect();
    assert_eq!(names, ["Claire Morel", "Paule Vasseur"]);
}

#[test]
fn the_caseload_is_narrowed_to_those_whom_one_follows() {
    let (station, mut h) = opened(Language::French, (80, 24));
    let (person, rest) = file_people::many();
    station.add(person, rest);
    hand_over(&mut h, "Paul Vasseur", "01/03/2026");
    let mut h = setup(&station).start();
    h.press("f").act(Action::ListFacet);
    assert!(seen(&h).contains("suivi par : Claire Morel (1)"), "{}", h.screen());
    h.type_text("vasseur").press("enter");
    assert!(seen(&h).contains("suivi par Paul Vasseur"), "{}", h.screen());
    assert!(h.screen().contains("BENALI"), "{}", h.screen());
}
