//! The import screen, on a real station and real files: a path completed, everything shown, two
//! strokes, undone by name.

use std::path::PathBuf;

use jalon::domain::body::Body;
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::usecase::request::Request;

use super::forms_station::Station;
use super::screens::setup;
use super::screens_people::person;
use crate::support::harness::Harness;
use crate::support::workbook::{Book, Sheet};

/// Files to import, in a folder that goes away with them.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        let files = Self(tempfile::tempdir().expect("a folder"));
        std::fs::create_dir(files.path("reprise")).expect("a folder");
        std::fs::write(files.path("notes.docx"), "rien").expect("a file");
        files
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("a file");
    }

    /// Types the path of a file in the import screen, over what stands there.
    fn type_path(&self, h: &mut Harness, name: &str) {
        h.act(Action::ImportOpen).press("ctrl-u");
        h.paste(&self.path(name).display().to_string());
    }
}

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

const PEOPLE: &str =
    "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\nA2;Lefèvre;Jean-Noël;11/12/1999";

fn book(interviews: &str) -> Vec<u8> {
    let interviews = Sheet::of_texts("Entretiens", &format!("ref;date;issue;duree_min\n{interviews}"));
    Book::new(vec![Sheet::of_texts("Personnes", PEOPLE), interviews]).xlsx()
}

#[test]
fn a_path_is_completed_and_a_folder_looked_into() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise/entretiens.csv", "ref;date;issue\n");
    files.write("reprise/personnes.csv", PEOPLE);
    let mut h = setup(&station).start();
    h.press("f");
    assert!(seen(&h).contains("g i : reprendre"), "{}", seen(&h));
    files.type_path(&mut h, "re");
    assert!(seen(&h).contains("/reprise/") && !seen(&h).contains("notes.docx"), "{}", seen(&h));
    h.press("tab");
    assert!(seen(&h).contains("entretiens.csv") && seen(&h).contains("personnes.csv"), "{}", seen(&h));
    // A way is chosen by the arrows; above the first one it is what is typed again.
    h.press("down down up up").type_text("p").press("tab enter");
    assert!(seen(&h).contains("À créer : 2"), "{}", seen(&h));
}

#[test]
fn everything_is_shown_then_two_strokes_take_it_in_and_undo_names_it() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45\nA2;10/07/2025;absent;"));
    let mut h = setup(&station).start();
    files.type_path(&mut h, "reprise.xlsx");
    h.press("enter");
    assert!(
        seen(&h).contains("À créer : 4 ; à modifier : 0 ; inchangées : 0 ; refusées : 0"),
        "{}",
        seen(&h)
    );
    assert!(seen(&h).contains("Entretiens : table entretiens, 2 lignes (classeur XLSX"), "{}", seen(&h));
    assert!(station.caseload().files.is_empty());
    h.press("i");
    assert!(station.caseload().files.is_empty(), "one stroke takes nothing");
    h.press("enter");
    assert_eq!(station.caseload().files.len(), 2);
    assert!(seen(&h).contains("Enregistré : import de 4 éléments"), "{}", seen(&h));
    h.press("f");
    assert!(seen(&h).contains("BELKACEM Nadia"), "{}", seen(&h));
    h.press("u");
    assert!(seen(&h).contains("Annulé : import de 4 éléments"), "{}", seen(&h));
    assert!(station.caseload().files.is_empty());
    h.press("ctrl-r");
    assert!(seen(&h).contains("Rétabli : import de 4 éléments"), "{}", seen(&h));
    // The path is remembered, and the same file has nothing to add.
    h.press("g i").press("enter").press("i");
    assert!(seen(&h).contains("inchangées : 4") && seen(&h).contains("rien de nouveau"), "{}", seen(&h));
}

#[test]
fn errors_come_first_and_the_right_lines_can_be_taken_without_them() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45\nA2;31/06/2025;absent;\nA2;01/07/2025;venu;"));
    let mut h = setup(&station).start();
    files.type_path(&mut h, "reprise.xlsx");
    h.press("enter down");
    assert!(seen(&h).contains("2 erreurs"), "{}", seen(&h));
    // The selected error is told in full: where, what, and what to do.
    assert!(
        seen(&h).contains("colonne B « date »") && seen(&h).contains("Vérifiez le jour et le mois"),
        "{}",
        seen(&h)
    );
    h.press("i");
    assert!(seen(&h).contains("Il y a des erreurs"), "{}", seen(&h));
    h.press("c enter");
    assert_eq!(station.caseload().files.len(), 2);
    let refused = std::fs::read_to_string(files.path("reprise-refus.csv")).expect("the refused lines");
    assert!(
        refused.starts_with("\u{feff}ref;date;issue;duree_min;erreur\r\nA2;31/06/2025;absent;;["),
        "{refused}"
    );
    assert!(seen(&h).contains("reprise-refus.csv"), "{}", seen(&h));
    h.press("enter");
    assert!(!seen(&h).contains("refusées"), "{}", seen(&h));
    files.write("reprise-refus.csv", refused.replace("31/06", "30/06").replace("venu", "tenu"));
    files.type_path(&mut h, "reprise-refus.csv");
    h.press("enter i enter");
    let interviews: usize = station.caseload().files.values().map(|file| file.interviews.len()).sum();
    assert_eq!(interviews, 3);
}

#[test]
fn a_mapping_is_written_beside_the_file_and_followed() {
    let (station, files) = (Station::new(), Files::new());
    let people = "N° dossier;Nom;prénom usuel;Né(e) le\n7;Roy;Léa;12/03/1985";
    files.write("export.ods", Book::new(vec![Sheet::of_texts("Personnes", people)]).ods());
    let mut h = setup(&station).start();
    files.type_path(&mut h, "export.ods");
    h.press("enter down");
    assert!(seen(&h).contains("« prénom usuel » lui ressemble"), "{}", seen(&h));
    h.press("w");
    let written = std::fs::read_to_string(files.path("export-correspondance.toml")).expect("a mapping");
    files.write("export-correspondance.toml", written.replace("# \"pr", "\"pr"));
    h.press("enter r");
    assert!(seen(&h).contains("À créer : 1"), "{}", seen(&h));
}

#[test]
fn somebody_who_is_there_already_is_proposed_and_said_to_be_the_same() {
    let (station, files) = (Station::new(), Files::new());
    let nadia = station.add(Body::Person(person("Belkacem", "Nadia", "1985-04-02", "76540")), Vec::new());
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45"));
    let mut h = setup(&station).start();
    files.type_path(&mut h, "reprise.xlsx");
    h.press("enter down");
    assert!(seen(&h).contains("À créer : 3") && seen(&h).contains("BELKACEM Nadia"), "{}", seen(&h));
    h.press("m");
    assert!(seen(&h).contains("À créer : 2"), "{}", seen(&h));
    h.press("i enter");
    assert_eq!(station.caseload().files.len(), 2);
    assert_eq!(station.file(nadia).interviews.len(), 1);
}

#[test]
fn keys_are_free_while_files_are_read_and_a_late_answer_concerns_nobody() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45"));
    files.write("autre.csv", "rien");
    let mut h = setup(&station).start();
    files.type_path(&mut h, "reprise.xlsx");
    h.hold_answers().press("enter");
    assert!(seen(&h).contains("Lecture en cours"), "{}", seen(&h));
    h.press("esc");
    assert!(seen(&h).contains("Quel fichier"), "{}", seen(&h));
    h.release();
    assert!(seen(&h).contains("Quel fichier"), "{}", seen(&h));
    h.press("esc");
    assert!(!seen(&h).contains("Quel fichier"), "{}", seen(&h));
    assert!(h.requests().iter().any(|it| matches!(it, Request::Import(_))));
}

#[test]
fn what_cannot_be_read_is_said_and_the_path_stays() {
    let (station, files) = (Station::new(), Files::new());
    let mut h = setup(&station).start();
    files.type_path(&mut h, "absent.xlsx");
    h.press("enter");
    assert!(seen(&h).contains("absent.xlsx"), "{}", seen(&h));
    h.press("esc");
    assert!(seen(&h).contains("Quel fichier"), "{}", seen(&h));
    h.press("ctrl-u").paste(&files.path("notes.docx").display().to_string());
    h.press("enter");
    assert!(seen(&h).contains("1 erreur"), "{}", seen(&h));
}

#[test]
fn the_screen_shows_nothing_of_anybody_in_discreet_mode() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise.xlsx", book("A1;31/06/2025;tenu;45"));
    let mut h = setup(&station).start();
    files.type_path(&mut h, "reprise.xlsx");
    h.press("enter f9");
    for _ in 0..12 {
        assert!(!seen(&h).contains("Belkacem") && !seen(&h).contains("31/06/2025"), "{}", seen(&h));
        h.press("down");
    }
}

#[test]
fn the_import_screen_in_both_languages_and_two_windows() {
    let files = Files::new();
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45\nA2;31/06/2025;venu;9999\nA9;01/07/2025;tenu;"));
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let station = Station::new();
            let mut h = setup(&station).language(language).size(width, height).start();
            h.act(Action::ImportOpen).press("ctrl-u").type_text("/nulle-part/");
            insta::with_settings!({ snapshot_path => "snapshots/import", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("import-path-{tag}-{width}"), h.styled());
            });
            files.type_path(&mut h, "reprise.xlsx");
            h.press("enter down");
            // The folder of the test has another name at every run: its line is left out, looks too.
            let shown = h.styled();
            let at = shown.lines().position(|line| line.contains("/reprise.xlsx")).expect("the path");
            let shown: Vec<&str> = shown
                .lines()
                .enumerate()
                .filter(|(row, _)| *row != at && *row != at + 1)
                .map(|(_, line)| line)
                .collect();
            insta::with_settings!({ snapshot_path => "snapshots/import", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("import-seen-{tag}-{width}"), shown.join("\n"));
            });
        }
    }
}

#[test]
fn the_import_screen_draws_in_every_window() {
    let (station, files) = (Station::new(), Files::new());
    files.write("reprise.xlsx", book("A1;10/06/2025;tenu;45\nA2;31/06/2025;venu;9999"));
    let mut h = setup(&station).start();
    for (width, height) in [(40, 12), (41, 13), (57, 17), (220, 70)] {
        h.resize(width, height);
        files.type_path(&mut h, "");
        h.press("down end up");
        files.type_path(&mut h, "reprise.xlsx");
        h.press("enter end up page-up down esc esc");
        assert_eq!(h.screen().lines().count(), usize::from(height));
    }
}
