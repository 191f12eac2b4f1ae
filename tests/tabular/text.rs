//! Encodings, separators, quotes and sizes.

use jalon::tabular::{Encoding, Format, Lookups, Sheet, Table, read};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use super::{read_texts, refusals, today};

#[test]
fn encodings_are_recognised() {
    let text = "ref;nom;prenom;naissance\n1;Lefèvre;Zoé;12/03/1985\n";
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for (bytes, encoding) in [
        (text.as_bytes(), Encoding::Utf8),
        (marked.as_slice(), Encoding::Utf8),
        (latin.as_slice(), Encoding::Windows1252),
    ] {
        let sheet = Sheet::new("personnes.csv", bytes);
        let reading = read(&[sheet], &Lookups::new(today(), &|_| false));
        let Some(Format::Csv { encoding: found, .. }) = reading.sheets[0].format else { panic!("text") };
        assert_eq!(found, encoding);
        let jalon::domain::body::Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
        assert_eq!(person.family_name, "Lefèvre");
    }
}

#[test]
fn separators_are_recognised_whatever_stands_in_the_cells() {
    for (text, separator) in [
        ("ref;nom;prenom;naissance\n1;A,B,C,D;E;1/1/1985\n", ';'),
        ("ref,nom,prenom,naissance\n1,A;B;C;D,E,1/1/1985\n", ','),
        ("ref\tnom\tprenom\tnaissance\n1\tA\tE\t1/1/1985\n", '\t'),
        ("sep=,\r\nref,nom,prenom,naissance\r\n1,A,E,1/1/1985\r\n", ','),
        ("\"ref\",\"nom\",\"prenom\",\"naissance\",\"a;b;c;d;e;f\"\n1,A,E,1/1/1985,\n", ','),
    ] {
        let reading = read_texts(&[("personnes.csv", text)]);
        let Some(Format::Csv { separator: found, .. }) = reading.sheets[0].format else { panic!("text") };
        assert_eq!(found, separator, "{text}");
        assert_eq!((reading.rows.len(), reading.refusals.len()), (1, 0), "{text}");
    }
}

#[test]
fn lines_keep_their_number_after_a_sep_line_and_any_end_of_line() {
    for text in [
        "sep=;\nref;date;type\n1;x;appel\n",
        "sep=;\r\nref;date;type\r\n1;x;appel\r\n",
        "\nref;date;type\r1;x;appel",
        "ref;date;\"type\n\"\n1;x;appel",
    ] {
        let reading = read_texts(&[super::NADIA, ("contacts.csv", text)]);
        assert_eq!(refusals(&reading), ["1:3 date date x"], "{text:?}");
    }
}

#[test]
fn a_cell_that_is_too_large_is_refused_and_quoted_in_short() {
    let long = "x".repeat(20_001);
    let text = format!("ref;date;type;resultat\n1;1/1/2026;appel;{long}\n");
    let reading = read_texts(&[super::NADIA, ("contacts.csv", &text)]);
    assert_eq!(refusals(&reading), [format!("1:2 resultat shorter-cell {}…", &long[..80])]);
}

/// Every way in which a table may be broken, more likely than by chance alone.
fn broken_table() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("ref;nom;prenom;naissance;sexe;commune;qpv\n".to_owned()),
        Just("\"".to_owned()),
        Just("\r\n".to_owned()),
        Just(";;;".to_owned()),
        Just("1;Roy;Léa;29/02/2023;F;Rouen;oui\n".to_owned()),
        Just("2;Roy;Léa;12/03/1985;F;Rouen;oui\n".to_owned()),
        any::<String>(),
    ];
    let text = proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![text, any::<Vec<u8>>()]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in broken_table()) {
        for table in Table::ALL {
            let sheet = Sheet { table: Some(*table), ..Sheet::new("x", &bytes) };
            let reading = read(&[sheet], &Lookups::new(today(), &|_| true));
            let is_whole = reading.may_be_partial();
            let counted = reading.rows.len() + reading.sheets[0].refused.len();
            assert!(!is_whole || counted == reading.sheets[0].lines, "no line is lost");
            assert_eq!(reading.sheets[0].refused.is_empty(), !reading.refusals.iter().any(|it| !it.expected.is_of_whole_file()));
        }
    }
}
