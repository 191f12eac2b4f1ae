//! What is refused, where, and that all of it is said at once.

use super::{NADIA, read_texts, refusals};

/// Refusals of one cell of a table whose other cells are right.
fn refusals_of(table: &str, header: &str, line: &str) -> Vec<String> {
    let text = format!("{header}\n{line}\n");
    refusals(&read_texts(&[(table, &text), NADIA]))
}

#[test]
fn cells_are_refused_with_what_was_expected() {
    let people = "ref;nom;prenom;naissance;";
    let interviews = "ref;date;issue;";
    for (table, header, line, expected) in [
        ("personnes.csv", people, "2;Roy;Léa;12/03/85;", "naissance four-digit-year 12/03/85"),
        ("personnes.csv", people, "2;Roy;Léa;31/02/1985;", "naissance existing-day 31/02/1985"),
        ("personnes.csv", people, "2;Roy;Léa;12 mars 1985;", "naissance date 12 mars 1985"),
        ("personnes.csv", people, "2;Roy;Léa;12/03/1885;", "naissance likely-year 12/03/1885"),
        ("personnes.csv", people, "2;Roy;;12/03/1985;", "prenom something"),
        ("personnes.csv", &format!("{people}sexe"), "2;Roy;Léa;1/1/1985;femme", "sexe code femme"),
        ("personnes.csv", &format!("{people}commune"), "2;Roy;Léa;1/1/1985;76000", "commune commune 76000"),
        (
            "personnes.csv",
            &format!("{people}code_postal"),
            "2;Roy;Léa;1/1/1985;1000",
            "code_postal postal-code 1000",
        ),
        ("personnes.csv", &format!("{people}qpv"), "2;Roy;Léa;1/1/1985;peut-être", "qpv qpv peut-être"),
        ("personnes.csv", people, "2;Roy\u{7};Léa;1/1/1985;", "nom plain-text Roy\u{7}"),
        ("entretiens.csv", &format!("{interviews}duree_min"), "1;1/2/2026;tenu;0", "duree_min number 0"),
        ("entretiens.csv", &format!("{interviews}duree_min"), "1;1/2/2026;tenu;601", "duree_min number 601"),
        (
            "entretiens.csv",
            &format!("{interviews}duree_min"),
            "1;1/2/2026;tenu;long",
            "duree_min number long",
        ),
        ("entretiens.csv", &format!("{interviews}heure"), "1;1/2/2026;tenu;25:00", "heure time 25:00"),
        (
            "entretiens.csv",
            &format!("{interviews}signature_adherent"),
            "1;1/2/2026;tenu;oui",
            "signature_adherent signature oui",
        ),
        (
            "entretiens.csv",
            &format!("{interviews}signature_adherent"),
            "1;2/2/2026;tenu;1/2/2026",
            "signature_adherent not-before 01/02/2026",
        ),
        ("entretiens.csv", interviews, "9;1/2/2026;tenu;", "ref known-person 9"),
        ("adhesions.csv", "ref;adhesion;sortie", "1;5/2/2024;4/2/2024", "sortie not-before 04/02/2024"),
        ("adhesions.csv", "ref;criteres", "1;RSA|XYZ", "criteres code RSA|XYZ"),
        ("adhesions.csv", "ref;niveau", "1;9", "niveau number 9"),
        (
            "etapes.csv",
            "ref;categorie;intitule;statut;action_plie",
            "1;formation;CAP;en_cours;sans doute",
            "action_plie yes-no sans doute",
        ),
        (
            "etapes.csv",
            "ref;categorie;intitule;statut;debut;fin",
            "1;formation;CAP;realisee;2/2/2026;1/2/2026",
            "fin not-before 01/02/2026",
        ),
        (
            "decisions.csv",
            "ref;seance;objet;decision;reexamen_le",
            "1;2/2/2026;reexamen;maintien;1/2/2026",
            "reexamen_le not-before 01/02/2026",
        ),
    ] {
        assert_eq!(refusals_of(table, header, line), [format!("0:2 {expected}")], "{line}");
    }
}

#[test]
fn what_the_domain_refuses_is_refused_at_its_cell() {
    for (table, header, line, expected) in [
        ("entretiens.csv", "ref;date;issue", "1;23/11/2026;tenu", "date interview-in-future 23/11/2026"),
        ("contacts.csv", "ref;date;type", "1;23/11/2026;appel", "date date-in-future 23/11/2026"),
        ("adhesions.csv", "ref;motif_sortie", "1;P1", "sortie exit-date-missing"),
        (
            "contacts.csv",
            "ref;date;type;resultat",
            "1;2/2/2026;appel;n° 1 85 05 76 540 123 45",
            "resultat social-security-number n° 1 85 05 76 540 123 45",
        ),
        (
            "decisions.csv",
            "ref;seance;objet;decision",
            "1;2/2/2026;reexamen;suspension",
            "suspension_jusquau suspension-end-missing",
        ),
    ] {
        assert_eq!(refusals_of(table, header, line), [format!("0:2 {expected}")], "{line}");
    }
}

#[test]
fn whole_files_are_refused_with_their_reason() {
    for (name, text, expected) in [
        ("personnes.csv", "", "0:- - not-empty"),
        ("personnes.csv", "\n \n", "0:- - not-empty"),
        ("personnes.csv", "ref\0nom", "0:- - text"),
        ("personnes.csv", "PK\u{3}\u{4}rest", "0:- - whole"),
        ("personnes.csv", "<html><table>", "0:- - not-a-page"),
        ("liste.csv", "ref;nom\n", "0:- - table"),
        ("contacts.csv", "ref;date\n", "0:1 type column"),
        ("contacts.csv", "\nref;date;type;Date\n", "0:2 date column-once date"),
        ("contacts.csv", "ref;date;\"type\n1;2/2/2026;appel\n", "0:1 - closing-quote"),
    ] {
        let reading = read_texts(&[(name, text)]);
        assert_eq!(refusals(&reading), [expected], "{text}");
        assert!(!reading.may_be_partial(), "{text}");
    }
}

#[test]
fn a_quote_that_is_never_closed_is_named_by_its_line() {
    let text = "ref;date;type;resultat\n1;2/2/2026;appel;\"deux\nlignes\"\n1;3/2/2026;appel;\"oublié\n1;4/2/2026;appel;\n";
    let reading = read_texts(&[NADIA, ("contacts.csv", text)]);
    assert_eq!(refusals(&reading), ["1:4 - closing-quote"]);
}

#[test]
fn a_line_too_wide_or_too_narrow_is_refused_but_not_for_empty_cells() {
    let text = "ref;date;type\n1;2/2/2026\n1;3/2/2026;appel;;\n1;4/2/2026;appel;x\n";
    let reading = read_texts(&[NADIA, ("contacts.csv", text)]);
    assert_eq!(refusals(&reading), ["1:2 - cells", "1:4 - cells"]);
    assert_eq!(reading.rows.len(), 2);
}

#[test]
fn everything_is_said_at_once() {
    let people = "ref;nom;prenom;naissance\n1;Roy;Léa;31/02/1985\n2;;Ali;1/1/85\n2;Diallo;Awa;1/1/1990\n3;Petit;Jo;1/1/1991\n";
    let contacts = "ref;date;type\n1;2/2/2026;appel\n2;3/2/26;fax\n3;4/2/2026;appel\n4;5/2/2026;appel\n";
    let reading = read_texts(&[("personnes.csv", people), ("contacts.csv", contacts)]);
    assert_eq!(
        refusals(&reading),
        [
            "0:2 naissance existing-day 31/02/1985",
            "0:3 nom something",
            "0:3 naissance four-digit-year 1/1/85",
            "0:3 ref only-once 2",
            "0:4 ref only-once 2",
            "1:2 ref person-taken 1",
            "1:3 date four-digit-year 3/2/26",
            "1:3 type code fax",
            "1:3 ref person-taken 2",
            "1:5 ref known-person 4",
        ]
    );
    assert!(reading.may_be_partial());
    assert_eq!(reading.rows.iter().map(|row| row.reference.as_str()).collect::<Vec<_>>(), ["3", "3"]);
}

#[test]
fn nothing_of_a_person_shows_when_a_refusal_is_debugged() {
    let reading = read_texts(&[("personnes.csv", "ref;nom;prenom;naissance\n1;Roy;Léa;Roy\n")]);
    let shown = format!("{reading:?}");
    assert!(!shown.contains("Roy") && !shown.contains("Léa"), "{shown}");
}
