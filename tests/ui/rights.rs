//! The rights of a person from the screens: a copy, a hold, an erasure, and who is kept for too long.

use std::os::unix::fs::PermissionsExt as _;

use jalon::domain::body::Body;
use jalon::domain::codes::ContactKind;
use jalon::domain::contact::Contact;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::id::PersonId;
use jalon::domain::person::Person;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people;
use super::forms_station::{Station, day};
use super::screens::setup;
use crate::support::harness::Harness;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn shot(name: &str, h: &Harness) {
    insta::with_settings!({ snapshot_path => "snapshots/rights", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, h.screen());
    });
}

fn station() -> (Station, PersonId) {
    let station = Station::new();
    let (person, rest) = file_people::typical();
    let person = station.add(person, rest);
    (station, person)
}

/// The same on one line: what is wrapped is found.
fn flat(h: &Harness) -> String {
    seen(h).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rights of Nadia Benali, from the caseload.
fn opened(station: &Station, language: Language, size: (u16, u16)) -> Harness {
    let mut h = setup(station).language(language).size(size.0, size.1).start();
    h.press("f").act(Action::ListOpen).act(Action::RightsOpen);
    h
}

#[test]
fn what_is_kept_and_what_can_be_done_is_said_on_one_page() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            let (station, _) = station();
            let h = opened(&station, language, size);
            shot(&format!("rights-{tag}-{}", size.0), &h);
        }
    }
}

#[test]
fn a_copy_of_everything_goes_to_a_folder_that_only_its_owner_reads() {
    let (station, _) = station();
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("pour elle");
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("enter");
    assert!(seen(&h).contains("Dans quel dossier écrire la copie"), "{}", h.screen());
    h.press("ctrl-u").type_text(to.to_str().expect("a path")).press("enter");
    assert!(seen(&h).contains("Rien n’y est chiffré"), "{}", h.screen());
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&to), 0o700);
    for name in ["dossier.md", "dossier.json"] {
        assert_eq!(mode(&to.join(name)), 0o600, "{name}");
        let text = std::fs::read_to_string(to.join(name)).expect("text");
        assert!(text.contains("Stage très positif"), "{name}");
    }
    // The same folder is not written over.
    h.press("enter").press("ctrl-u").type_text(to.to_str().expect("a path")).press("enter");
    assert!(!seen(&h).contains("Rien n’y est chiffré : remettez-le, puis détruisez-le.\n"), "{}", h.screen());
}

#[test]
fn a_hold_forbids_erasing_until_it_is_lifted() {
    let (station, _) = station();
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("down enter").press("enter").type_text("31/12/2027").press("enter");
    assert!(flat(&h).contains("jusqu’au 31/12/2027 · litige · Claire Morel"), "{}", h.screen());
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            shot(&format!("rights-held-{tag}-{}", size.0), &opened(&station, language, size));
        }
    }
    h.press("end enter");
    assert!(seen(&h).contains("levez d’abord le gel"), "{}", h.screen());
    h.press("up up enter").press("enter");
    assert!(seen(&h).contains("Gel : aucun"), "{}", h.screen());
}

#[test]
fn an_erasure_asks_for_the_name_and_offers_its_certificate() {
    let (station, person) = station();
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            let mut h = opened(&station, language, size);
            h.press("end enter").press("enter");
            shot(&format!("rights-erase-{tag}-{}", size.0), &h);
        }
    }
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("end enter").press("enter");
    h.press("enter").type_text("Benani").press("enter");
    assert!(seen(&h).contains("rien n’est effacé"), "{}", h.screen());
    assert!(station.caseload().files.contains_key(&person));
    h.press("backspace backspace").type_text("li").press("enter");
    assert!(!station.caseload().files.contains_key(&person));
    for said in ["Certificat d’effacement", "motif : demande de la personne", "entretiens tenus : 10"] {
        assert!(seen(&h).contains(said), "{}", h.screen());
    }
    h.press("esc");
    assert!(seen(&h).contains("demande de la personne"), "{}", h.screen());
    h.press("f");
    assert!(!seen(&h).contains("BENALI"), "{}", h.screen());
}

#[test]
fn who_is_kept_for_too_long_is_listed_and_nothing_is_erased() {
    let station = Station::new();
    for (family, given, last) in [
        ("Delaunay", "Karim", "2023-11-02"),
        ("Lemoine", "Chloé", "2024-04-20"),
        ("Morel", "Inès", "2026-02-01"),
    ] {
        let enrolment = Enrolment { referred_on: Some(day("2023-02-03")), ..Enrolment::default() };
        let contact = Contact { date: day(last), kind: ContactKind::Call, result: "Jointe.".to_owned() };
        let rest = vec![Body::Enrolment(enrolment), Body::Contact(contact)];
        station.add(Body::Person(Person::new(family, given, day("1990-05-02"))), rest);
    }
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            let mut h = setup(&station).language(language).size(size.0, size.1).start();
            h.act(Action::RetentionOpen);
            shot(&format!("retention-{tag}-{}", size.0), &h);
        }
    }
    let mut h = setup(&station).start();
    h.press("g k enter");
    assert!(flat(&h).contains("la durée est dépassée depuis le 02/11/2025"), "{}", h.screen());
    assert_eq!(station.caseload().files.len(), 3);
    let empty = Station::new();
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            let mut h = setup(&empty).language(language).size(size.0, size.1).start();
            h.press("g k");
            shot(&format!("retention-empty-{tag}-{}", size.0), &h);
        }
    }
}

#[test]
fn limited_processing_is_said_everywhere_refuses_what_is_written_and_is_lifted() {
    let (station, person) = station();
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("down down enter").type_text("e").press("enter").press("ctrl-s");
    assert_eq!(station.file(person).limitations.len(), 1, "{}", h.screen());
    h.press("esc");
    // Nothing more is written of her: it is said before anything is typed, and where it is typed from elsewhere.
    h.press("k");
    assert!(flat(&h).contains("Le traitement est limité : ici, on lit"), "{}", h.screen());
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for size in SIZES {
            let mut h = opened(&station, language, size);
            shot(&format!("rights-limited-{tag}-{}", size.0), &h);
            h.press("esc");
            shot(&format!("file-limited-{tag}-{}", size.0), &h);
        }
    }
    let interviews = station.file(person).interviews.len();
    let mut h = setup(&station).start();
    h.press("e").type_text("benali 45 p n appel").press("enter");
    assert!(flat(&h).contains("Le traitement est limité"), "{}", h.screen());
    h.press("esc").press("esc");
    assert_eq!(station.file(person).interviews.len(), interviews, "nothing was written");
    station.add(Body::Person(Person::new("Lemoine", "Chloé", day("2001-04-03"))), Vec::new());
    let mut h = setup(&station).start();
    h.press("f");
    assert!(seen(&h).contains("BENALI Nadia (limité)"), "{}", h.screen());
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("liste.csv");
    h.press("w ctrl-u").paste(&list.display().to_string()).press("enter");
    assert!(list.exists(), "{}", h.screen());
    let text = std::fs::read_to_string(&list).expect("the list");
    assert!(!text.contains("BENALI"), "{text}");
    // Lifted, with its reason: what was refused is possible again.
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("down down enter").press("tab tab tab").type_text("12/03/2026").press("enter");
    assert!(seen(&h).contains("Levée parce que"), "{}", h.screen());
    h.type_text("Adresse corrigée avec elle.").press("ctrl-s");
    let it = station.file(person).limitations[0].value.clone();
    assert!(it.lifted_on.is_some(), "{}", h.screen());
    assert_eq!(
        (it.lifted_on, it.lifted_because.as_str()),
        (Some(day("2026-03-12")), "Adresse corrigée avec elle.")
    );
    let mut h = setup(&station).start();
    h.press("f");
    assert!(!seen(&h).contains("(limité)"), "{}", h.screen());
}
