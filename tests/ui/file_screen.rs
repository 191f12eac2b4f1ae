//! The person's file: its pages, in both languages and two sizes, and moving in them.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use jalon::domain::body::Body;
use jalon::domain::codes::Outcome;
use jalon::domain::id::PersonId;
use jalon::domain::interview::Interview;
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::terminal::wiping::Wiping;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::file_people::{Known, empty, long, many, typical, with_evidence, with_needs};
use super::forms_station::Station;
use crate::support::harness::Harness;

const PAGES: [&str; 11] = [
    "summary",
    "interviews",
    "steps",
    "needs",
    "goals",
    "work",
    "evidence",
    "candidature",
    "commission",
    "events",
    "history",
];

/// What goes to the terminal.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn station_of(known: Known) -> (Station, PersonId) {
    let station = Station::new();
    let person = station.add(known.0, known.1);
    (station, person)
}

fn opened(station: &Station, language: Language, (width, height): (u16, u16)) -> Harness {
    let mut h = station.harness().language(language).size(width, height).start();
    h.act(Action::ListOpen);
    h
}

fn snapshot_pages(name: &str, known: Known, languages: &[Language]) {
    let (station, _) = station_of(known);
    for language in languages {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, *language, size);
            for page in PAGES {
                let id = format!("file-{page}-{name}-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
                h.act(Action::PageNext);
            }
        }
    }
}

#[test]
fn pages_of_a_typical_file() {
    snapshot_pages("typical", typical(), &[Language::French, Language::English]);
}

#[test]
fn pages_of_a_diagnosis_with_its_obstacles_and_goals() {
    let (station, _) = station_of(with_needs());
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, language, size);
            h.act(Action::PageNext).act(Action::PageNext);
            for page in ["needs", "goals"] {
                h.act(Action::PageNext);
                let id = format!("file-{page}-some-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
            }
        }
    }
}

#[test]
fn the_page_of_documents_in_every_state() {
    let (station, _) = station_of(with_evidence());
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, language, size);
            while !h.screen().contains("[Pièces") && !h.screen().contains("[Evidence") {
                h.act(Action::PageNext);
            }
            let id = format!("file-evidence-some-{}-{}", language.tag(), size.0);
            insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(id, h.screen());
            });
        }
    }
}

#[test]
fn a_file_is_attached_by_its_path_and_a_folder_is_not() {
    let (station, person) = station_of(with_evidence());
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("scans")).expect("a folder");
    std::fs::write(folder.path().join("bulletin.txt"), "Bulletin de décembre.\n").expect("a file");
    std::fs::write(folder.path().join("tableau.ods"), "rien").expect("a file");
    let mut h = opened(&station, Language::French, (80, 24));
    while !h.screen().contains("[Pièces") {
        h.act(Action::PageNext);
    }
    h.act(Action::EvidenceAttach).press("ctrl-u").paste(&format!("{}/", folder.path().display()));
    let shown = h.screen();
    assert!(shown.contains("bulletin.txt") && shown.contains("scans/"), "{shown}");
    assert!(!shown.contains("tableau.ods"), "{shown}");
    h.press("enter");
    assert!(h.screen().contains("fichier ordinaire"), "{}", h.screen());
    assert!(station.file(person).evidence.iter().filter(|it| it.value.attachment.is_some()).count() == 1);
    h.press("esc").press("esc");
    while !h.screen().contains("[Pièces") {
        h.act(Action::PageNext);
    }
    h.act(Action::EvidenceAttach).press("ctrl-u");
    h.paste(&folder.path().join("bulletin.txt").display().to_string()).press("enter");
    assert!(h.screen().contains("Enregistré") && h.screen().contains("texte"), "{}", h.screen());
    h.press("u");
    assert!(!h.screen().contains("texte"), "{}", h.screen());
}

#[test]
fn the_document_just_saved_is_the_one_selected() {
    let (station, _) = station_of(with_evidence());
    let mut h = opened(&station, Language::French, (80, 24));
    while !h.screen().contains("[Pièces") {
        h.act(Action::PageNext);
    }
    h.act(Action::EntryNew).type_text("kbis").press("tab").type_text("01/10/2025").press("f2");
    let screen = h.screen();
    assert!(screen.contains("Enregistré"), "{screen}");
    assert!(screen.lines().any(|row| row.starts_with("› immatriculation (Kbis")), "{screen}");
}

#[test]
fn pages_of_an_empty_file() {
    snapshot_pages("empty", empty(), &[Language::French, Language::English]);
}

#[test]
fn pages_of_long_names() {
    snapshot_pages("long", long(), &[Language::French]);
}

#[test]
fn pages_of_three_hundred_interviews() {
    snapshot_pages("many", many(), &[Language::French]);
}

#[test]
fn moving_by_one_line_writes_less_than_250_bytes() {
    let (station, _) = station_of(typical());
    let mut h = opened(&station, Language::French, (80, 24));
    let wire = Wire::default();
    let window = || Ok(Size { width: 80, height: 24 });
    let mut terminal = Terminal::new(Wiping::new(wire.clone(), window)).expect("memory");
    for page in PAGES {
        h.press("down");
        terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
        for key in ["down", "up", "down"] {
            h.press(key);
            wire.0.borrow_mut().clear();
            terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
            let bytes = wire.0.borrow().len();
            assert!(bytes < 250, "{page}: {bytes} bytes");
        }
        h.act(Action::PageNext);
    }
}

#[test]
fn history_tells_every_version_old_and_new() {
    let (station, person) = station_of(typical());
    let mut h = opened(&station, Language::French, (120, 40));
    h.press("m").press("tab").type_text("Nadège").press("f2");
    h.act(Action::PagePrevious);
    let screen = h.screen();
    assert!(screen.contains("[Historique]"), "{screen}");
    assert!(screen.contains("modification · identité"), "{screen}");
    assert!(screen.contains("Prénom\u{a0}: Nadia → Nadège"), "{screen}");
    h.act(Action::PageNext).act(Action::Undo).act(Action::PagePrevious);
    let screen = h.screen();
    assert!(screen.contains("Prénom\u{a0}: Nadège → Nadia"), "{screen}");
    assert!(screen.contains("annulé depuis"), "{screen}");
    assert_eq!(station.file(person).person.value.given_name, "Nadia");
}

#[test]
fn the_longest_history_is_drawn_by_the_slice() {
    let (station, _) = station_of(many());
    let mut h = opened(&station, Language::French, (80, 24));
    h.act(Action::PagePrevious).press("end");
    assert!(h.screen().contains("TRAORÉ") && h.screen().contains("Nom"), "{}", h.screen());
}

#[test]
fn a_long_record_is_read_in_full() {
    let (station, _) = station_of(long());
    let mut h = opened(&station, Language::French, (80, 24));
    h.act(Action::PageNext).press("space");
    let first = h.screen();
    assert!(first.contains("Maison des associations"), "{first}");
    h.press("end");
    assert!(h.screen().contains("ne souhaite rien signer"), "{}", h.screen());
    h.resize(120, 40).press("esc");
    assert!(h.screen().contains("[Entretiens 1]"), "{}", h.screen());
}

#[test]
fn interviews_are_read_from_the_present_with_appointments_above() {
    let (station, _) = station_of(typical());
    let mut h = opened(&station, Language::French, (80, 24));
    h.act(Action::PageNext);
    let rows: Vec<String> = h.screen().lines().skip(4).take(2).map(str::to_owned).collect();
    assert!(rows[0].starts_with("  19/03/2026"), "the appointment to come: {rows:?}");
    assert!(rows[1].starts_with("› 05/02/2026"), "the last one whose day has come: {rows:?}");
    h.press("down j").type_text("+3m").press("f2");
    assert!(h.screen().contains("› 08/01/2026"), "a row that comes above moves nothing\n{}", h.screen());
    h.act(Action::PageNext).act(Action::PagePrevious);
    assert!(h.screen().contains("› 08/01/2026"), "{}", h.screen());
}

#[test]
fn a_file_with_nothing_but_appointments_starts_on_the_next_one() {
    let (person, _) = empty();
    let planned = ["2026-03-20", "2026-04-17", "2026-05-15"];
    let planned =
        planned.map(|date| Body::Interview(Interview::new(date.parse().expect("a date"), Outcome::Planned)));
    let (station, _) = station_of((person, planned.to_vec()));
    let mut h = opened(&station, Language::French, (80, 24));
    h.act(Action::PageNext);
    assert!(h.screen().contains("› 20/03/2026"), "{}", h.screen());
}
