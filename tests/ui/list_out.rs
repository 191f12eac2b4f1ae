//! A list taken out of the caseload: exactly those marked, or those on screen; for its owner only, with a line in
//! the journal that no undo takes back.

use std::os::unix::fs::PermissionsExt as _;

use jalon::domain::body::Body;
use jalon::domain::limitation::{Limitation, LimitationReason};
use jalon::domain::list_export::ListFormat;
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::usecase::listing::ListAsked;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save};

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

/// Writes what the caseload shows to `path`.
fn take_out(h: &mut Harness, path: &std::path::Path) {
    h.press("w ctrl-u").paste(&path.display().to_string()).press("enter");
}

#[test]
fn those_who_are_marked_go_out_and_the_journal_says_so() {
    let (station, folder) = (filled(), tempfile::tempdir().expect("a folder"));
    let mut h = setup(&station).start();
    h.press("f").act(Action::ListFirst).press("space space");
    let path = folder.path().join("atelier.csv");
    h.press("w");
    assert!(seen(&h).contains("Sortir la liste : 2 personnes"), "{}", h.screen());
    assert!(seen(&h).contains("~/liste-2026-03-12.csv"), "{}", h.screen());
    h.press("esc");
    take_out(&mut h, &path);
    assert!(seen(&h).contains("Liste écrite : 2 personnes"), "{}", h.screen());
    let text = std::fs::read_to_string(&path).expect("the list");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("Nom;Naissance;Commune;Lot;Situation;Dernier entretien;"), "{text}");
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[1].starts_with("DIALLO Aminata;") && lines[2].starts_with("LEROY Karim;"), "{text}");
    assert_eq!(std::fs::metadata(&path).expect("the list").permissions().mode() & 0o777, 0o600);
    let kept = station.caseload().office.list_exports.clone();
    assert_eq!(
        kept.iter().map(|it| (it.value.people, it.value.format)).collect::<Vec<_>>(),
        [(2, ListFormat::Csv)]
    );
    h.press("u");
    assert_eq!(station.caseload().office.list_exports.len(), 1, "what went out is out");
}

#[test]
fn the_list_on_screen_goes_out_as_it_is_searched_and_for_a_program() {
    let (station, folder) = (filled(), tempfile::tempdir().expect("a folder"));
    let mut h = setup(&station).start();
    h.press("f").act(Action::ListFacet).type_text("commune rouen").press("enter");
    let path = folder.path().join("rouen.json");
    take_out(&mut h, &path);
    assert!(seen(&h).contains("Liste écrite : 5 personnes"), "{}", h.screen());
    let text = std::fs::read_to_string(&path).expect("the list");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).expect("rows");
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row["commune"] == "76540" && row["name"].is_string()), "{text}");
}

#[test]
fn nothing_is_overwritten_and_what_was_not_written_is_not_noted() {
    let (station, folder) = (filled(), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("liste.csv");
    std::fs::write(&path, "déjà là").expect("a file");
    let mut h = setup(&station).start();
    h.press("f");
    take_out(&mut h, &path);
    assert!(seen(&h).contains("Il y a déjà un fichier"), "{}", h.screen());
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "déjà là");
    for other in ["liste.xlsx", "liste", "nulle part/liste.csv"] {
        h.press("esc ctrl-u").paste(&folder.path().join(other).display().to_string()).press("enter");
        assert!(!seen(&h).contains("Liste écrite"), "{other}\n{}", h.screen());
    }
    assert!(station.caseload().office.list_exports.is_empty());
    h.press("esc esc esc f9 f w");
    assert!(seen(&h).contains("discret"), "{}", h.screen());
    assert!(!seen(&h).contains("Sortir la liste"), "{}", h.screen());
}

#[test]
fn no_spreadsheet_computes_what_goes_out() {
    let (station, folder) = (filled(), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("liste.csv");
    let asked = ListAsked {
        path: path.display().to_string(),
        people: Vec::new(),
        titles: vec!["Nom".to_owned()],
        lines: ["=1+1", "+33", "-2+3", "@x", "\tx", "DIALLO"].map(|cell| vec![cell.to_owned()]).to_vec(),
    };
    let written = station.ask(Request::WriteList(Box::new(asked)));
    assert!(matches!(written, Outcome::Saved(_)), "{written:?}");
    let text = std::fs::read_to_string(&path).expect("the list");
    assert_eq!(text, "\u{feff}Nom\r\n'=1+1\r\n'+33\r\n'-2+3\r\n'@x\r\n'\tx\r\nDIALLO\r\n");
}

#[test]
fn a_view_from_the_palette_keeps_what_is_marked() {
    let mut h = setup(&filled()).start();
    h.press("f").act(Action::ListFirst).press("space space ctrl-p").type_text("vue").press("enter");
    assert!(seen(&h).contains("2 coché·es"), "{}", h.screen());
    assert!(h.row(0).contains("File active"), "{}", h.screen());
}

#[test]
fn how_it_looks() {
    let station = filled();
    for (language, size) in [
        (Language::French, (80, 24)),
        (Language::English, (80, 24)),
        (Language::French, (120, 40)),
        (Language::English, (120, 40)),
    ] {
        let mut h = setup(&station).language(language).size(size.0, size.1).start();
        // A folder that nobody has: what is there is not of this machine.
        h.press("f w ctrl-u").paste("/nulle-part/liste.csv");
        insta::with_settings!({ snapshot_path => "snapshots/lists", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("list-out-{}-{}", language.tag(), size.0), h.screen());
        });
    }
}

/// Whose processing is limited stays, and both the question and the answer say so (GDPR, article 18).
#[test]
fn those_whose_processing_is_limited_are_counted_apart() {
    let (station, folder) = (filled(), tempfile::tempdir().expect("a folder"));
    let limitation = Limitation {
        since: "2026-03-10".parse().expect("a date"),
        reason: LimitationReason::Contested,
        note: String::new(),
        lifted_on: None,
        lifted_because: String::new(),
    };
    let files = station.caseload().files;
    let diallo = files.values().find(|it| it.person.value.family_name == "Diallo");
    let person = diallo.expect("somebody whom the list shows").id;
    let change = Change { person: Some(person), replaces: None, body: Some(Body::Limitation(limitation)) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    station.ask(Request::Save(Box::new(save)));
    let mut h = setup(&station).start();
    h.press("f w");
    assert!(seen(&h).contains("personnes · sans 1 limitée"), "{}", h.screen());
    h.press("esc");
    take_out(&mut h, &folder.path().join("liste.csv"));
    assert!(seen(&h).contains("personnes (sans 1 limitée), "), "{}", h.screen());
}
