//! Lists and refused lines written as CSV.

use jalon::tabular::{Expected, refused_lines, write_list};

use super::{NADIA, ignored, read_texts, refusals};

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("text")
}

#[test]
fn formulas_are_disarmed_and_cells_quoted() {
    let rows = [
        ["=1+1", "+33 6", "-2+3"],
        ["@x", "\ty", "\rz"],
        ["＝1", "＠y", "\n=1"],
        ["-12", "a;\"b\"", "deux\nlignes"],
    ];
    assert_eq!(
        text(write_list(&["a", "b", "c"], rows)),
        "\u{feff}a;b;c\r\n'=1+1;'+33 6;'-2+3\r\n'@x;'\ty;\"'\rz\"\r\n'＝1;'＠y;\"'\n=1\"\r\n-12;\"a;\"\"b\"\"\";\"deux\nlignes\"\r\n"
    );
}

#[test]
fn refused_lines_are_written_to_be_corrected_and_read_again() {
    let people = "ref;nom;Note;prenom;naissance;telephone\n\
                  2;Roy;=1+1;Léa;31/02/1985;+33 6 00\n3;Petit;;Jo;1/1/1991;\n4;Roux;;Al\n";
    let mut reading = read_texts(&[("personnes.csv", people)]);
    "7f3a".clone_into(&mut reading.mark);
    let reason = |refusal: &jalon::tabular::Refusal| refusal.expected.id().to_owned();
    let written = text(refused_lines(&reading, 0, reason).unwrap());
    assert_eq!(
        written,
        "\u{feff}ref;nom;Note;prenom;naissance;telephone;erreur\r\n\
         2;Roy;'=1+1;Léa;31/02/1985;'+33 6 00;[7f3a-2] import-existing-day\r\n\
         4;Roux;;Al;;;[7f3a-4] import-cells\r\n"
    );
    let corrected = written.replace("31/02/1985", "28/02/1985").replace("Al;;", "Al;2/2/1992;");
    let reading = read_texts(&[("personnes.csv", &corrected)]);
    assert_eq!(refusals(&reading), Vec::<String>::new());
    let jalon::domain::body::Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
    assert_eq!(person.phone.as_deref(), Some("+33 6 00"));
    assert_eq!(ignored(&reading, 0), ["Note"]);
}

#[test]
fn lines_of_a_refused_person_are_written_too() {
    let contacts = "ref;date;type\n2;1/1/2026;appel\n1;2/1/2026;appel\n";
    let refused = ("autres personnes.csv", "ref;nom;prenom;naissance\n2;Roy;Léa;hier\n");
    let reading = read_texts(&[NADIA, ("contacts.csv", contacts), refused]);
    let written = text(refused_lines(&reading, 1, |_| "suite".to_owned()).unwrap());
    assert_eq!(written, "\u{feff}ref;date;type;erreur\r\n2;1/1/2026;appel;[-2] suite\r\n");
    assert!(reading.refusals.iter().any(|it| matches!(it.expected, Expected::PersonTaken { line: 2 })));
    assert_eq!(refused_lines(&reading, 0, |_| String::new()), None);
}
