//! The same line is the same thing at every import.

use std::collections::HashMap;

use jalon::domain::id::StationId;
use jalon::tabular::plan::Plan;
use jalon::tabular::{Table, identity};

use super::{NADIA, read_texts};

const STATION: StationId = StationId([7; 16]);

#[test]
fn identities_never_change() {
    // Computed apart from this code: journals hold them.
    assert_eq!(identity::person(STATION, "1").to_string(), "13e027b8cbc04c799284c32882ef04bb");
    assert_eq!(
        identity::object(STATION, Table::Contacts, "1\u{1f}x").to_string(),
        "a788dd5cb2b37e064d8dbc36a8cb67ec"
    );
}

#[test]
fn keys_tell_lines_apart_and_do_not_depend_on_what_is_completed_later() {
    let steps = "ref;categorie;intitule;statut;proposee;fin\n\
                 1;formation;CAP Cuisine;en_cours;1/2/2026;\n\
                 1;formation;CAP  cuisine;realisee;1/2/2026;1/3/2026\n\
                 1;formation;CAP Cuisine;realisee;2/2/2026;\n";
    let reading = read_texts(&[NADIA, ("etapes.csv", steps)]);
    let keys: Vec<String> = reading.rows.iter().map(|row| row.key.replace('\u{1f}', "/")).collect();
    assert_eq!(
        keys,
        [
            "1",
            "1/formation/cap_cuisine/2026-02-01",
            "1/formation/cap_cuisine/2026-02-01//2",
            "1/formation/cap_cuisine/2026-02-02"
        ]
    );
}

#[test]
fn periods_of_adhesion_are_told_apart_by_their_order_in_time() {
    let key_of = |text: &str| {
        let reading = read_texts(&[NADIA, ("adhesions.csv", text)]);
        reading.rows[1..].iter().map(|row| (row.line, row.key.clone())).collect::<Vec<_>>()
    };
    let first = key_of("ref;adhesion\n1;1/2/2022\n1;1/2/2025\n");
    let turned = key_of("ref;adhesion\n1;1/2/2025\n1;1/2/2022\n");
    assert_eq!((&first[0].1, &first[1].1), (&turned[1].1, &turned[0].1));
}

#[test]
fn the_same_files_again_change_nothing() {
    let interviews =
        "ref;date;issue;duree_min\n1;1/2/2026;tenu;45\n1;1/2/2026;tenu;30\n1;1/3/2026;planifie;\n";
    let reading = read_texts(&[NADIA, ("entretiens.csv", interviews)]);
    let plan = Plan::of(&reading, |_| None);
    assert_eq!((plan.new.len(), plan.changed.len(), plan.unchanged), (4, 0, 0));
    let last: HashMap<_, _> = plan
        .to_write()
        .into_iter()
        .map(|row| (identity::object(STATION, row.table, &row.key), row.body.clone()))
        .collect();
    assert_eq!(last.len(), 4);
    let find = |row: &jalon::tabular::Row| last.get(&identity::object(STATION, row.table, &row.key)).cloned();

    let plan = Plan::of(&reading, find);
    assert_eq!((plan.new.len(), plan.changed.len(), plan.unchanged), (0, 0, 4));

    let completed = interviews.replace("planifie;", "tenu;60");
    let reading = read_texts(&[NADIA, ("entretiens.csv", &completed)]);
    let plan = Plan::of(&reading, find);
    assert_eq!((plan.new.len(), plan.changed.len(), plan.unchanged), (0, 1, 3));
    assert_eq!(plan.changed[0].line, 4);
}
