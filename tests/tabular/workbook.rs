//! Workbooks: what each kind of cell gives, which sheets are read, and that a format changes nothing.

use chrono::{NaiveDate, NaiveTime};
use jalon::domain::body::Body;
use jalon::tabular::{Lookups, Reading, Sheet as File, Table, read};
use proptest::prelude::{Just, Strategy, prop_oneof, proptest};

use super::{ignored, refusals, today};
use crate::support::workbook::{Book, Cell, Sheet};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

/// Reads files of bytes, knowing nobody.
pub fn read_bytes(files: &[(&str, &[u8])]) -> Reading {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File::new(name, bytes)).collect();
    read(&files, &Lookups::new(today(), &|_| false))
}

/// Reads a workbook in both formats, and checks that they say the same.
#[track_caller]
fn read_both(book: &Book) -> Reading {
    let (xlsx, ods) = (book.xlsx(), book.ods());
    let read = read_bytes(&[("reprise.xlsx", &xlsx)]);
    let other = read_bytes(&[("reprise.ods", &ods)]);
    assert_eq!(read.rows, other.rows);
    assert_eq!(refusals(&read), refusals(&other));
    assert_eq!(read.warnings, other.warnings);
    read
}

const PEOPLE: &str = "ref;nom;prenom;naissance\n1;Belkacem;Nadia;12/03/1985";

fn cells(texts: &str) -> Vec<Cell> {
    texts.split(';').map(Cell::from).collect()
}

#[test]
fn every_kind_of_cell_gives_what_it_shows() {
    let people = Sheet::new(
        "1. Personnes",
        vec![
            cells("ref;nom;prenom;naissance;code_postal;telephone;qpv;adresse"),
            vec![
                Cell::Number(1042.0),
                Cell::from("Belkacem"),
                Cell::Formula("CONCATENATE(\"Na\",\"dia\")", Some("Nadia")),
                Cell::Date(day(1985, 3, 12)),
                Cell::Padded(1000, 5),
                Cell::Padded(612_345_678, 10),
                Cell::YesNo(true),
                Cell::Number(12.5),
            ],
        ],
    );
    let interviews = Sheet::new(
        "Entretiens 2026",
        vec![
            cells("ref;date;issue;heure;duree_min;compte_rendu"),
            vec![
                Cell::Number(1042.0),
                Cell::Moment(day(2026, 3, 12), at(0, 0)),
                Cell::from("tenu"),
                Cell::Time(at(14, 30)),
                Cell::Time(at(0, 45)),
                Cell::Text("CV à jour & prêt\n<revoir>".to_owned()),
            ],
            vec![
                Cell::from("1042"),
                Cell::Date(day(2026, 4, 2)),
                Cell::from("Tenu"),
                Cell::from("9h"),
                Cell::Elapsed(75),
                Cell::Empty,
            ],
        ],
    );
    let reading = read_both(&Book::new(vec![people, interviews]));
    assert_eq!(refusals(&reading), Vec::<String>::new());
    assert_eq!(reading.sheets[1].name.split_once(" › ").map(|it| it.1), Some("Entretiens 2026"));
    let Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
    assert_eq!((person.reference.as_deref(), person.given_name.as_str()), (Some("1042"), "Nadia"));
    assert_eq!((person.birth_date, person.postal_code.as_deref()), (day(1985, 3, 12), Some("01000")));
    assert_eq!((person.phone.as_deref(), person.qpv.as_deref()), (Some("0612345678"), Some("oui")));
    assert_eq!(person.address.as_deref(), Some("12,5"));
    let Body::Interview(first) = &reading.rows[1].body else { panic!("an interview") };
    assert_eq!((first.date, first.start, first.duration_min), (day(2026, 3, 12), Some(at(14, 30)), Some(45)));
    assert_eq!(first.record, "CV à jour & prêt\n<revoir>");
    let Body::Interview(second) = &reading.rows[2].body else { panic!("an interview") };
    assert_eq!((second.start, second.duration_min), (Some(at(9, 0)), Some(75)));
}

#[test]
fn both_calendars_of_excel_give_the_same_days() {
    let lines = vec![
        cells("ref;nom;prenom;naissance"),
        vec![Cell::from("1"), Cell::from("Roy"), Cell::from("Léa"), Cell::Date(day(1985, 3, 12))],
    ];
    let book = Book::new(vec![Sheet::new("personnes", lines)]);
    let from_1904 = Book { is_1904: true, ..book.clone() };
    let (one, other) =
        (read_bytes(&[("a.xlsx", &book.xlsx())]), read_bytes(&[("a.xlsx", &from_1904.xlsx())]));
    assert_eq!(one.rows, other.rows);
    assert_eq!(one.rows.len(), 1);
}

#[test]
fn a_formula_that_was_never_computed_an_error_and_a_merged_cell_are_refused_at_their_cell() {
    let mut sheet = Sheet::new(
        "personnes",
        vec![
            cells("ref;nom;prenom;naissance"),
            vec![Cell::from("1"), Cell::from("Roy"), Cell::Formula("A1", None), Cell::Date(day(1985, 3, 12))],
            vec![Cell::from("2"), Cell::from("Roux"), Cell::Error("#REF!"), Cell::Date(day(1985, 3, 12))],
            vec![Cell::from("3"), Cell::from("Petit"), Cell::from("Jo"), Cell::Date(day(1985, 3, 12))],
            vec![Cell::from("4"), Cell::Empty, Cell::from("Al"), Cell::Date(day(1985, 3, 12))],
        ],
    );
    sheet.merged = Some([1, 3, 1, 4]);
    let reading = read_both(&Book::new(vec![sheet]));
    assert_eq!(
        refusals(&reading),
        ["0:2 prenom computed", "0:3 prenom no-formula-error #REF!", "0:5 nom not-merged"]
    );
    assert_eq!(reading.refusals[0].place, Some(2));
    assert_eq!(reading.rows.len(), 1);
}

#[test]
fn sheets_that_are_hidden_empty_or_tell_no_table_are_left_aside_and_named() {
    let mut hidden = Sheet::of_texts("contacts", "ref;date;type\n1;1/2/2026;appel");
    hidden.is_hidden = true;
    let book = Book::new(vec![
        Sheet::of_texts("Bénéficiaires", PEOPLE),
        Sheet::of_texts("Notice", "Mode d’emploi;à lire\nrien;rien"),
        hidden,
        Sheet::new("Feuil4", Vec::new()),
    ]);
    let reading = read_both(&book);
    let aside: Vec<(&str, bool)> =
        reading.left_aside.iter().map(|it| (it.name.as_str(), it.is_hidden)).collect();
    assert_eq!(aside, [("reprise.xlsx › Notice", false), ("reprise.xlsx › contacts", true)]);
    assert_eq!((reading.sheets.len(), reading.rows.len(), reading.refusals.len()), (1, 1, 0));
}

#[test]
fn a_sheet_without_a_telling_name_is_told_by_its_titles() {
    let titles = "N° dossier;Nom de famille;Prénom;Né(e) le;E-mail;Tél.;Observations";
    let line = "A1;Belkacem;Nadia;12/03/1985;n@ex.fr;0612345678;vue";
    let text = format!("Liste au 1er mars\n\n{titles}\n{line}");
    let reading = read_both(&Book::new(vec![Sheet::of_texts("Feuil1", &text)]));
    assert_eq!(refusals(&reading), Vec::<String>::new());
    assert_eq!(reading.sheets[0].table, Some(Table::People));
    assert_eq!(reading.sheets[0].above, 1);
    assert_eq!(ignored(&reading, 0), ["Observations"]);
    assert_eq!(reading.rows[0].line, 4);
}

#[test]
fn a_workbook_without_any_table_is_refused() {
    let reading = read_both(&Book::new(vec![Sheet::of_texts("Feuil1", "a;b\n1;2")]));
    assert_eq!(refusals(&reading), ["0:- - table"]);
    let reading = read_both(&Book::new(vec![Sheet::new("personnes", Vec::new())]));
    assert_eq!(refusals(&reading), ["0:- - not-empty"]);
}

#[test]
fn a_telephone_number_that_lost_its_zero_gets_it_back_and_it_is_said() {
    let lines = vec![
        cells("ref;nom;prenom;naissance;telephone"),
        vec![
            Cell::from("1"),
            Cell::from("Roy"),
            Cell::from("Léa"),
            Cell::Date(day(1985, 3, 12)),
            Cell::Number(612_345_678.0),
        ],
    ];
    let reading = read_both(&Book::new(vec![Sheet::new("personnes", lines)]));
    let Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
    assert_eq!(person.phone.as_deref(), Some("0612345678"));
    let warned: Vec<_> = reading.warnings.iter().map(|it| (it.line, it.column, it.place, it.id)).collect();
    assert_eq!(warned, [(2, "telephone", Some(4), "phone-lost-zero")]);
}

/// A cell of each column of `entretiens`, right or wrong, and what a CSV file has of it.
fn any_line() -> impl Strategy<Value = Vec<(Cell, String)>> {
    let text = |options: &'static [&'static str]| {
        proptest::sample::select(options).prop_map(|text| (Cell::from(text), text.to_owned()))
    };
    let number = |value: u32| (Cell::Number(f64::from(value)), value.to_string());
    let date = (0..20_000_u64).prop_map(|days| {
        let date = day(1975, 1, 1) + chrono::Days::new(days);
        (Cell::Date(date), date.format("%d/%m/%Y").to_string())
    });
    let time = (0..24_u32, 0..60_u32)
        .prop_map(|(hour, minute)| (Cell::Time(at(hour, minute)), format!("{hour:02}:{minute:02}")));
    let nothing = || Just((Cell::Empty, String::new()));
    (
        prop_oneof![text(&["1", "2", "9", "0042"]), (1..4_u32).prop_map(number)],
        prop_oneof![date.clone(), nothing(), text(&["12/03/26", "demain", "2026-03-12", "31/02/2026"])],
        text(&["tenu", "Absent", "venu", "", "planifie", "excuse"]),
        prop_oneof![time, text(&["14h", "25:00", ""])],
        prop_oneof![(0..700_u32).prop_map(number), text(&["1h15", "long", "#N/A"])],
        text(&["CV à jour", " deux  mots ", "=1+1", "", "<b> & </b>", "n° 1 85 05 76 540 123 45"]),
        prop_oneof![date, text(&["refus", "oui", ""])],
    )
        .prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g])
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn the_same_rows_are_the_same_from_csv_xlsx_and_ods(lines in proptest::collection::vec(any_line(), 0..12)) {
        let titles = "ref;date;issue;heure;duree_min;compte_rendu;signature_adherent";
        let people = "ref;nom;prenom;naissance\n1;Roy;Léa;12/03/1985\n2;Diallo;Awa;01/01/1990";
        let mut csv = format!("{titles}\n");
        let mut sheet = vec![cells(titles)];
        for line in &lines {
            csv.push_str(&line.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(";"));
            csv.push('\n');
            sheet.push(line.iter().map(|(cell, _)| cell.clone()).collect());
        }
        let book = Book::new(vec![Sheet::of_texts("personnes", people), Sheet::new("entretiens", sheet)]);
        let from_csv = read_bytes(&[("personnes.csv", people.as_bytes()), ("entretiens.csv", csv.as_bytes())]);
        for bytes in [book.xlsx(), book.ods()] {
            let from_book = read_bytes(&[("reprise", &bytes)]);
            assert_eq!(from_book.rows, from_csv.rows);
            assert_eq!(refusals(&from_book), refusals(&from_csv));
            let refused = |reading: &Reading| reading.sheets[1].refused.iter().map(|line| line.number).collect::<Vec<_>>();
            assert_eq!(refused(&from_book), refused(&from_csv));
            assert_eq!(from_book.sheets[1].dates, from_csv.sheets[1].dates);
        }
    }
}
