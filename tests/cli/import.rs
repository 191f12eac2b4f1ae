//! An existing caseload is taken in from files, whole or not at all.

use jalon::domain::codes::StationRole;

use crate::support::station::{Station, at};
use crate::support::workbook::{Book, Cell, Sheet};

const PEOPLE: &str = "ref;nom;prenom;naissance;commune;telephone\n\
    A1;Belkacem;Nadia;02/04/1985;Cléon;06 00 00 00 01\n\
    A2;Lefèvre;Jean-Noël;1999-12-11;Oissel;\n";
const ENROLMENTS: &str =
    "ref;orientation;adhesion;lot\nA1;06/01/2025;03/02/2025;L3\nA2;06/05/2025;02/06/2025;L3\n";
const INTERVIEWS: &str = "ref;date;issue;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n\
    A1;10/06/2025;tenu;45;presentiel;CV à jour;10/06/2025;10/06/2025\n\
    A2;10/07/2025;tenu;30;telephone;;;refus\n";

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    station.write("reprise/entretiens.csv", INTERVIEWS);
    station
}

#[test]
fn a_folder_is_taken_in_once_and_changes_nothing_twice() {
    let station = station();
    let first = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert_eq!((first.json()["new"].as_u64(), first.json()["done"].as_bool()), (Some(6), Some(true)));
    let second = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((second["new"].as_u64(), second["unchanged"].as_u64()), (Some(0), Some(6)));
    let list = station.run(&["list", "--format", "json", "--as-of", "2025-07-15"]).json();
    let names: Vec<_> = list.as_array().expect("rows").iter().map(|row| row["ref"].clone()).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(list[0]["state"], "in_pathway");
}

#[test]
fn people_taken_over_without_a_cv_are_not_all_alerts_on_the_first_day() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let missing = station.run(&["due", "--format", "json", "--code", "AL-18"]).json();
    assert_eq!(missing, serde_json::json!([]));
    // A CV is updated every six months: from then on, whoever still has none is told.
    let months_later =
        station.run(&["due", "--format", "json", "--code", "AL-18", "--horizon", "200"]).json();
    assert_eq!(months_later.as_array().expect("rows").len(), 2, "{months_later}");
}

#[test]
fn a_dry_run_changes_nothing() {
    let station = station();
    let dry = station.run(&["import", "reprise", "--dry-run", "--format", "json"]);
    assert_eq!(
        (dry.code, dry.json()["new"].as_u64(), dry.json()["done"].as_bool()),
        (0, Some(6), Some(false))
    );
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn every_error_is_told_at_once_and_nothing_is_imported() {
    let station = station();
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance;commune\nA1;Belkacem;Nadia;31/02/1985;Cléon\nA1;Autre;Personne;02/04/85;Atlantide\n",
    );
    let answer = station.run(&["import", "reprise/personnes.csv", "--format", "json"]);
    assert_eq!(answer.code, 1);
    let codes: Vec<String> = answer.json()["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| format!("{}:{}", error["line"], error["code"].as_str().unwrap_or_default()))
        .collect();
    for expected in
        ["2:import-existing-day", "3:import-four-digit-year", "3:import-commune", "3:import-only-once"]
    {
        assert!(codes.iter().any(|code| code == expected), "{expected} in {codes:?}");
    }
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn the_right_lines_can_be_taken_and_the_others_corrected() {
    let station = station();
    station.write(
        "reprise/entretiens.csv",
        "ref;date;issue;duree_min\nA1;10/06/2025;tenu;45\nA2;31/06/2025;tenu;30\n",
    );
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 3, "{}{}", answer.out, answer.err);
    let refused = std::fs::read_to_string(station.path("refus.csv")).expect("the refused lines");
    assert!(refused.contains("A2;31/06/2025;tenu;30;"), "{refused}");
    station.write("entretiens.csv", refused.replace("31/06", "30/06"));
    let again = station.run(&["import", "entretiens.csv", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (0, Some(1)), "{}", again.err);
}

#[test]
fn an_import_is_undone_as_one_and_can_be_done_again() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    assert_eq!(session.caseload().files.len(), 2);
    let (name, _) = session.undo(at("2026-02-01")).expect("undone");
    assert_eq!(name.entries, 6);
    assert!(session.caseload().files.is_empty());
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!(again["new"].as_u64(), Some(6));
}

#[test]
fn what_was_changed_by_hand_is_not_taken_back_by_the_same_file() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    let file = session.caseload().files.values().next().expect("a file").clone();
    let mut person = file.person.value.clone();
    person.phone = Some("06 00 00 00 99".to_owned());
    let change = jalon::usecase::request::Change {
        person: Some(file.id),
        replaces: Some((file.person.id, file.person.entry)),
        body: Some(jalon::domain::body::Body::Person(person)),
    };
    let save = jalon::usecase::request::Save { changes: vec![change], draft: None, confirmed: true };
    session.save(save, at("2026-02-01")).expect("saved");
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((again["new"].as_u64(), again["changed"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn what_the_domain_refuses_is_refused_with_its_line() {
    let station = station();
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance;adresse\nA1;Belkacem;Nadia;02/04/2085;rue\n",
    );
    let answer = station.run(&["import", "reprise/personnes.csv", "--format", "json"]);
    assert_eq!(answer.code, 1);
    let error = &answer.json()["errors"][0];
    assert_eq!((error["line"].as_u64(), error["column"].as_str()), (Some(2), Some("naissance")), "{error}");
}

#[test]
fn the_file_of_the_refused_lines_is_imported_as_it_is_once_corrected() {
    let station = station();
    station.write("reprise/entretiens.csv", "ref;date;issue\nA1;10/06/2025;tenu\nA2;31/06/2025;absent\n");
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.out.contains("refus.csv"), "the user is told where they are: {}", answer.out);
    let refused = std::fs::read_to_string(station.path("refus.csv")).expect("the refused lines");
    station.write("refus.csv", refused.replace("31/06", "30/06"));
    let again = station.run(&["import", "refus.csv", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (0, Some(1)), "{}{}", again.out, again.err);
    assert_eq!(again.json()["sheets"][0]["table"], "entretiens");
}

#[test]
fn refused_lines_that_cannot_be_written_leave_nothing_behind() {
    let station = station();
    station.write("reprise/entretiens.csv", "ref;date;issue\nA1;31/06/2025;tenu\n");
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\nA2;Lefèvre;Jean;31/12/99\n",
    );
    station.write("refus-personnes.csv", "ce que l’on avait corrigé");
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    assert!(!station.path("refus-adhesions.csv").exists() && !station.path("refus-entretiens.csv").exists());
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn a_folder_may_hold_other_things() {
    let station = station();
    for name in
        [".~lock.personnes.csv#", "personnes.csv~", "notes.docx", "employeurs.csv", "entretiens/lisezmoi"]
    {
        station.write(&format!("reprise/{name}"), "ref;rien\n");
    }
    let answer = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!((answer.code, answer.json()["new"].as_u64()), (0, Some(6)), "{}", answer.err);
    assert_eq!(answer.json()["left_aside"], serde_json::json!(["employeurs.csv"]));
    station.write("vide/notes.docx", "");
    let nothing = station.run(&["import", "vide"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("personnes.csv"), "{}", nothing.err);
}

#[test]
fn what_is_quoted_of_a_file_is_short_and_commands_no_terminal() {
    let station = station();
    let long = "a".repeat(1_000_000);
    station.write(
        "faux/personnes.csv",
        format!("ref;nom;prenom;naissance;\u{1b}[2J\nA1;{long};B\u{1b}[31m\u{7};02/04/1985;\n"),
    );
    for format in ["table", "json"] {
        let answer = station.run(&["import", "faux", "--format", format]);
        assert_eq!(answer.code, 1);
        assert!(!answer.out.contains('\u{1b}') && answer.out.len() < 4000, "{} bytes", answer.out.len());
    }
}

/// Two calls of the same day, of which nothing but the order tells which is which.
const CALLS: &str = "ref;date;type;resultat\nA1;10/06/2025;appel;occupé\nA1;10/06/2025;appel;rappelé\n\
    A1;11/06/2025;appel;un\nA1;11/06/2025;fax;deux\n";

fn results(station: &Station) -> Vec<String> {
    let session = station.open(at("2026-02-01"));
    let files = session.caseload().files.values();
    let mut results: Vec<String> =
        files.flat_map(|file| file.contacts.iter().map(|it| it.value.result.clone())).collect();
    session.close(at("2026-02-01")).expect("closed");
    results.sort();
    results
}

#[test]
fn a_corrected_line_never_takes_the_place_of_one_that_was_right() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    station.write("contacts.csv", CALLS.replace("A1;10/06/2025;appel;occupé", "A1;10/06/2025;mail;occupé"));
    let partial = station.run(&["import", "contacts.csv", "--accept-partial", "refus.csv"]);
    assert_eq!(partial.code, 3, "{}{}", partial.out, partial.err);
    assert_eq!(results(&station), ["rappelé", "un"]);
    let refused = std::fs::read_to_string(station.path("refus.csv")).expect("the refused lines");
    assert!(refused.starts_with("\u{feff}ref;date;type;resultat;erreur\r\n"), "{refused}");

    // Corrected in part: the rest goes to another file, and nothing is written over.
    station.write("refus.csv", refused.replace("mail", "appel"));
    let again = station.run(&["import", "refus.csv", "--accept-partial", "reste.csv", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (3, Some(1)), "{}", again.err);
    assert_eq!(results(&station), ["occupé", "rappelé", "un"]);
    let rest = std::fs::read_to_string(station.path("reste.csv")).expect("the refused lines");
    station.write("reste.csv", rest.replace("fax", "appel"));
    // The first file again, whole this time, then the second: nothing is there twice.
    station.write("refus.csv", refused.replace("mail", "appel").replace("fax", "appel"));
    for (file, new) in [("refus.csv", 1), ("reste.csv", 0), ("refus.csv", 0)] {
        let done = station.run(&["import", file, "--format", "json"]);
        assert_eq!((done.code, done.json()["new"].as_u64()), (0, Some(new)), "{file} {}", done.out);
        assert_eq!(done.json()["changed"].as_u64(), Some(0), "{file}");
    }
    assert_eq!(results(&station), ["deux", "occupé", "rappelé", "un"]);
    // The source, once corrected at last, says what is known.
    station.write("contacts.csv", CALLS.replace("fax", "appel"));
    let whole = station.run(&["import", "contacts.csv", "--format", "json"]).json();
    assert_eq!((whole["new"].as_u64(), whole["changed"].as_u64()), (Some(0), Some(0)), "{whole}");
}

#[test]
fn what_was_taken_away_by_hand_does_not_come_back_but_what_was_undone_may() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    let file =
        session.caseload().files.values().find(|file| !file.interviews.is_empty()).expect("a file").clone();
    let interview = &file.interviews[0];
    let change = jalon::usecase::request::Change {
        person: Some(file.id),
        replaces: Some((interview.id, interview.entry)),
        body: None,
    };
    let save = jalon::usecase::request::Save { changes: vec![change], draft: None, confirmed: true };
    session.save(save, at("2026-02-01")).expect("saved");
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((again["new"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(6)));

    // Undone and done again, it is there: the same file has nothing to add.
    let mut session = station.open(at("2026-02-01"));
    session.undo(at("2026-02-01")).expect("the withdrawal undone");
    session.undo(at("2026-02-01")).expect("the import undone");
    session.redo(at("2026-02-01")).expect("the import done again");
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((again["new"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(6)));
}

#[test]
fn an_import_and_what_was_changed_after_it_are_undone_and_done_again_one_by_one() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    let phone = |session: &jalon::usecase::session::Session| {
        session.caseload().files.values().find_map(|file| file.person.value.phone.clone())
    };
    for number in ["06 00 00 00 98", "06 00 00 00 99"] {
        let file = session.caseload().files.values().find(|file| file.person.value.phone.is_some());
        let file = file.expect("a file").clone();
        let person =
            jalon::domain::person::Person { phone: Some(number.to_owned()), ..file.person.value.clone() };
        let change = jalon::usecase::request::Change {
            person: Some(file.id),
            replaces: Some((file.person.id, file.person.entry)),
            body: Some(jalon::domain::body::Body::Person(person)),
        };
        let save = jalon::usecase::request::Save { changes: vec![change], draft: None, confirmed: true };
        session.save(save, at("2026-02-01")).expect("saved");
    }
    let steps = [Some("06 00 00 00 98"), Some("06 00 00 00 01"), None];
    for expected in steps {
        session.undo(at("2026-02-01")).expect("undone");
        assert_eq!(phone(&session).as_deref(), expected);
    }
    for expected in [Some("06 00 00 00 01"), Some("06 00 00 00 98"), Some("06 00 00 00 99")] {
        session.redo(at("2026-02-01")).expect("done again");
        assert_eq!(phone(&session).as_deref(), expected);
    }
    for expected in steps {
        session.undo(at("2026-02-01")).expect("undone");
        assert_eq!(phone(&session).as_deref(), expected);
    }
    session.close(at("2026-02-01")).expect("closed");
}

/// A provider's workbook: titles, values and dates of its own.
fn provider() -> Book {
    let people = "Liste au 31/01/2026\n\nN° dossier;NOM;prénom usuel;Date de naissance;Secteur d’habitation;Civilité\n\
        A1;Belkacem;Nadia;02/04/1985;Rive G.;Madame\nA2;Lefèvre;Jean-Noël;11/12/1999;rive droite;Monsieur";
    let interviews =
        "N° dossier;Date entretien;Présence;Durée\nA1;10/06/2025;venu;0:45\nA2;10/07/2025;pas venu;";
    Book::new(vec![Sheet::of_texts("Bénéficiaires", people), Sheet::of_texts("Entretiens 2025", interviews)])
}

const MAPPING: &str = r#"
[[feuille]]
nom = "Bénéficiaires"
table = "personnes"

[feuille.colonnes]
"prénom usuel" = "prenom"
"Secteur d’habitation" = "secteur"
"Civilité" = "sexe"

[feuille.constantes]
commune = "Rouen"

[feuille.valeurs]
secteur = { "Rive G." = "rive_gauche" }
sexe = { "Madame" = "F", "Monsieur" = "M" }

[[feuille]]
nom = "Entretiens 2025"
table = "entretiens"
colonnes = { "Présence" = "issue" }
valeurs.issue = { "venu" = "tenu", "pas venu" = "absent" }
"#;

#[test]
fn a_provider_s_workbook_is_read_as_its_mapping_says_and_the_mapping_is_kept() {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise.xlsx", provider().xlsx());
    let refused = station.run(&["import", "reprise.xlsx", "--format", "json"]);
    assert_eq!(refused.code, 1);
    let told: Vec<(&str, &str)> = vec![("prenom", "import-column"), ("issue", "import-column")];
    let json = refused.json();
    let errors = json["errors"].as_array().expect("errors");
    let found: Vec<(&str, &str)> = errors
        .iter()
        .map(|it| (it["column"].as_str().expect("a column"), it["code"].as_str().expect("a code")))
        .collect();
    assert_eq!(found, told);
    assert!(errors[0]["expected"].as_str().expect("words").contains("prénom usuel"), "{}", errors[0]);

    station.write("carte.toml", MAPPING);
    let taken = station.run(&["import", "reprise.xlsx", "--map", "carte.toml", "--format", "json"]);
    assert_eq!((taken.code, taken.json()["new"].as_u64()), (0, Some(4)), "{}{}", taken.out, taken.err);
    // The next export of the same provider needs no mapping any more.
    station.write("suite.ods", provider().ods());
    let next = station.run(&["import", "suite.ods", "--format", "json"]);
    assert_eq!((next.code, next.json()["unchanged"].as_u64()), (0, Some(4)), "{}{}", next.out, next.err);
}

#[test]
fn the_guessed_mapping_is_written_to_be_corrected_and_given_back() {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise.xlsx", provider().xlsx());
    assert_eq!(station.run(&["import", "reprise.xlsx", "--dry-run", "--map-out", "carte.toml"]).code, 1);
    let written = std::fs::read_to_string(station.path("carte.toml")).expect("a mapping");
    insta::assert_snapshot!("mapping-guessed", written);
    // What is proposed stands behind a #: taken away, it holds.
    let accepted =
        written.replace("# \"pr", "\"pr").replace("\"Présence\" = \"\"", "\"Présence\" = \"issue\"");
    station.write("corrigee.toml", accepted);
    let answer = station.run(&[
        "import",
        "reprise.xlsx",
        "--dry-run",
        "--map",
        "corrigee.toml",
        "--map-out",
        "puis.toml",
    ]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    let then = std::fs::read_to_string(station.path("puis.toml")).expect("a mapping");
    assert!(then.contains("\"prénom usuel\" = \"prenom\""), "{then}");
}

#[test]
fn a_mapping_that_is_unclear_says_where() {
    let station = station();
    for (text, id) in [
        ("[[feuille]\n", "ligne 1"),
        ("[[feuille]]\nnom = \"x\"\n", "« table »"),
        ("[[feuille]]\ntable = \"gens\"\n", "« gens »"),
        ("[[feuille]]\ntable = \"personnes\"\ncolonnes = { \"A\" = \"prenoms\" }\n", "prenom"),
        ("[[feuille]]\ntable = \"personnes\"\ndates = \"jma\"\n", "jj/mm/aaaa"),
        ("[[feuille]]\ntable = \"personnes\"\nconstantes = { sexe = \"Z\" }\n", "« Z »"),
    ] {
        station.write("carte.toml", text);
        let answer = station.run(&["import", "reprise", "--map", "carte.toml"]);
        assert_eq!(answer.code, 1, "{text}");
        let err = answer.err.replace('\u{a0}', " ");
        assert!(err.contains(id), "{text}: {err}");
    }
}

#[test]
fn somebody_who_is_there_already_is_proposed_and_can_be_said_to_be_the_same() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    station.write("autres/personnes.csv", "ref;nom;prenom;naissance\nB7;BELKACEM;Nadia;02/04/1985\n");
    station.write("autres/contacts.csv", "ref;date;type\nB7;10/06/2025;appel\n");
    let seen = station.run(&["import", "autres", "--dry-run", "--format", "json"]);
    let json = seen.json();
    assert_eq!((seen.code, &json["duplicates"][0]["person_ref"]), (3, &serde_json::json!("A1")), "{json}");
    assert!(station.run(&["import", "autres", "--dry-run"]).out.contains("BELKACEM Nadia"));
    assert_eq!(station.run(&["import", "autres", "--same", "A1"]).code, 2);
    let same = station.run(&["import", "autres", "--same", "B7", "--format", "json"]);
    assert_eq!((same.code, same.json()["new"].as_u64()), (0, Some(1)), "{}{}", same.out, same.err);
    // From then on it is known, and her page stays as it is.
    let again = station.run(&["import", "autres", "--format", "json"]);
    assert_eq!((again.code, again.json()["unchanged"].as_u64()), (0, Some(1)), "{}", again.out);
    let list = station.run(&["list", "--format", "json"]).json();
    assert_eq!(list.as_array().expect("people").len(), 2);
}

#[test]
fn errors_and_previews_read_well_in_both_languages() {
    let station = Station::new(StationRole::Counsellor);
    let mut people = Sheet::of_texts(
        "Personnes",
        "ref;NOM;Prénom;Date de naissance;sexe;Commune;tel;mail\n1;Roy;Léa;31/02/1985;femme;Rouen;612345678;l@ex.fr\n\
         1;Roux;Ali;12/03/85;F;Atlantide;;",
    );
    people.lines[2][2] = Cell::Formula("B2", None);
    people.lines.push(vec![
        Cell::from("3"),
        Cell::from("Petit"),
        Cell::Error("#N/A"),
        Cell::Number(31_118.0),
    ]);
    let interviews = Sheet::of_texts(
        "Entretiens",
        "ref;date;issue;duree_min\n1;25/12/2025;venu;45\n9;03/25/2025;tenu;99h",
    );
    let mut hidden = Sheet::of_texts("contacts", "ref;date;type");
    hidden.is_hidden = true;
    let notes = Sheet::of_texts("Notes", "à voir avec Claire");
    station.write("reprise.xlsx", Book::new(vec![people, interviews, hidden, notes]).xlsx());
    for language in ["fr", "en"] {
        let answer = station.run(&["import", "reprise.xlsx", "--dry-run", "--lang", language]);
        assert_eq!(answer.code, 1);
        insta::assert_snapshot!(format!("errors-{language}"), format!("{}---\n{}", answer.out, answer.err));
    }
}
