//! The figures and the quality of the files on screen: what is counted, the people behind it, their files, and how
//! it looks.

use chrono::NaiveDate;
use jalon::domain::body::Body;
use jalon::domain::codes::{EntryKind, ExitReason, Lot, Public, Sex};
use jalon::domain::enrolment::Enrolment;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::forms_station::{Station, day};
use super::screens::setup;
use super::screens_people::{held, person, planned};
use crate::support::harness::Harness;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn snapshot(id: &str, h: &Harness) {
    insta::with_settings!({ snapshot_path => "snapshots/figures", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(id, h.screen());
    });
}

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn adhered(on: &str, exited_on: Option<NaiveDate>) -> Body {
    Body::Enrolment(Enrolment {
        referred_on: Some(day(on) - chrono::Days::new(30)),
        enrolled_on: Some(day(on)),
        entry_kind: Some(EntryKind::New),
        lot: Some(Lot::L6),
        public: Some(Public::Adult),
        exited_on,
        exit_reason: exited_on.map(|_| ExitReason::Permanent),
        ..Enrolment::default()
    })
}

/// Today is Thursday 12 March 2026: three are followed, one left with a job this year.
fn filled() -> Station {
    let station = Station::new();
    let people = [
        ("Diallo", "Aïssatou", "2025-04-14", None, vec!["2026-01-15", "2026-02-12", "2026-03-05"]),
        ("Élie", "Chloé", "2026-02-03", None, vec!["2026-02-10"]),
        ("Marchand", "Élodie", "2024-11-04", None, vec![]),
        ("Traoré", "Moussa", "2024-02-05", Some(day("2026-02-20")), vec!["2025-12-02", "2026-01-20"]),
    ];
    for (family, given, on, exited_on, interviews) in people {
        let mut who = person(family, given, "1985-05-02", "76540");
        who.sex = Some(Sex::Female);
        let mut rest = vec![adhered(on, exited_on), planned("2026-03-26", 9, 30)];
        rest.extend(interviews.into_iter().map(|on| held(on, true)));
        station.add(Body::Person(who), rest);
    }
    station
}

#[test]
fn from_home_the_figures_are_one_key_and_the_people_behind_them_another() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("b");
    let screen = seen(&h);
    assert!(screen.contains("Du 01/01/2026 au 12/03/2026"), "{screen}");
    let of = |screen: &str, label: &str| {
        let row = screen.lines().find(|line| line.contains(label)).unwrap_or_default().to_owned();
        row.split_whitespace().next_back().unwrap_or_default().to_owned()
    };
    assert_eq!(of(&screen, "Entrées de la période"), "1", "{screen}");
    assert_eq!(of(&screen, "Sorties de la période"), "1", "{screen}");
    assert_eq!(of(&screen, "File active au jour d’arrêté"), "3", "{screen}");

    // Whom the first figure counts, then the file.
    while !seen(&h).contains("› File active") {
        h.press("down");
    }
    h.press("enter");
    let screen = seen(&h);
    assert!(screen.contains("File active au jour d’arrêté (3), au 12/03/2026"), "{screen}");
    let at = |name: &str| screen.find(name).unwrap_or_else(|| panic!("{name}\n{screen}"));
    assert!(at("DIALLO") < at("ÉLIE") && at("ÉLIE") < at("MARCHAND"), "an accent does not count: {screen}");
    assert!(!screen.contains("TRAORÉ"), "{screen}");
    h.press("enter");
    assert!(seen(&h).contains("DIALLO Aïssatou · 02/05/1985"), "{}", seen(&h));
    h.press("esc esc");
    assert!(seen(&h).contains("› File active"), "the selection stays: {}", seen(&h));
}

#[test]
fn another_cut_off_and_another_period_count_anew() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("b s");
    assert!(seen(&h).contains("Du 13/03/2025 au 12/03/2026"), "{}", seen(&h));
    assert!(seen(&h).lines().any(|it| it.contains("Entrées de la période") && it.ends_with('2')));
    h.press("s");
    assert!(seen(&h).contains("Du 01/01/2021 au 12/03/2026"), "{}", seen(&h));
    h.press("s d").type_text("31/12/2025").press("enter");
    let screen = seen(&h);
    assert!(screen.contains("Du 01/01/2025 au 31/12/2025"), "{screen}");
    assert!(screen.lines().any(|it| it.contains("Sorties de la période") && it.ends_with('0')), "{screen}");
    h.press("=");
    assert!(seen(&h).contains("au 12/03/2026"), "{}", seen(&h));
}

#[test]
fn a_figure_of_nobody_says_so() {
    let mut h = setup(&Station::new()).start();
    h.press("b enter");
    assert!(seen(&h).contains("Ce chiffre ne compte personne."), "{}", seen(&h));
}

#[test]
fn what_is_to_be_looked_at_opens_the_files_and_a_change_is_seen_on_the_way_back() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("g q");
    let screen = seen(&h);
    assert!(screen.contains("3 dossiers incomplets sur 3 (100,0 %)"), "{screen}");
    assert!(screen.contains("champ vide"), "{screen}");
    h.press("enter");
    let screen = seen(&h);
    assert!(screen.contains("DIALLO"), "{screen}");
    h.press("enter");
    assert!(seen(&h).contains("DIALLO Aïssatou · 02/05/1985"), "{}", seen(&h));
}

#[test]
fn who_sits_opposite_reads_nothing_of_the_others() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("g q enter").act(Action::Discreet);
    let screen = seen(&h);
    assert!(!screen.contains("DIALLO") && screen.contains("A. D."), "{screen}");
    let row = screen.lines().find(|it| it.contains("A. D.")).unwrap_or_default();
    assert!(row.trim_start_matches("› ").trim() == "A. D.", "{screen}");
}

#[test]
fn the_screens_as_they_look() {
    for (station, kind) in [(Station::new(), "empty"), (filled(), "typical")] {
        for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
            for (width, height) in SIZES {
                let open = || setup(&station).language(language).size(width, height).start();
                let mut h = open();
                h.act(Action::BilanOpen);
                snapshot(&format!("bilan-{kind}-{tag}-{width}"), &h);
                if kind == "typical" {
                    h.press("down enter");
                    snapshot(&format!("bilan-people-{tag}-{width}"), &h);
                }
                let mut h = open();
                h.act(Action::QualityOpen);
                snapshot(&format!("quality-{kind}-{tag}-{width}"), &h);
                if kind == "typical" {
                    h.press("enter");
                    snapshot(&format!("quality-people-{tag}-{width}"), &h);
                }
            }
        }
    }
}
