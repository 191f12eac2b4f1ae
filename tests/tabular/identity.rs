//! The same line is the same thing at every import.

use std::collections::HashMap;

use jalon::domain::body::Body;
use jalon::domain::id::{ObjectId, StationId};
use jalon::tabular::plan::{Before, Plan};
use jalon::tabular::{Reading, Row, Table, identity};

use super::{NADIA, read_texts, refusals};

const STATION: StationId = StationId([7; 16]);

/// The lines that nothing was known of, and the keys that they get.
fn keys(reading: &Reading) -> Vec<(u64, String)> {
    let plan = Plan::of(reading, &Before { said: &|_, _| None, was_beside: NOBODY });
    plan.to_write().iter().map(|it| (it.row.line, it.row.ranked_key(it.rank))).collect()
}

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
    let keys: Vec<String> = keys(&reading).into_iter().map(|(_, key)| key.replace('\u{1f}', "/")).collect();
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
        let mut keys = keys(&read_texts(&[NADIA, ("adhesions.csv", text)])).split_off(1);
        keys.sort();
        keys
    };
    let first = key_of("ref;adhesion\n1;1/2/2022\n1;1/2/2025\n");
    let turned = key_of("ref;adhesion\n1;1/2/2025\n1;1/2/2022\n");
    assert_eq!((&first[0].1, &first[1].1), (&turned[1].1, &turned[0].1));
}

/// What earlier imports said, by identity.
type Said = HashMap<ObjectId, Body>;

/// What taking texts in would do: counts of new, changed and unchanged; then what was said.
fn take(
    said: &mut Said,
    texts: &[(&str, &str)],
    beside: &dyn Fn(&Row, u32) -> bool,
) -> (usize, usize, usize) {
    let reading = read_texts(texts);
    let object = |row: &Row, rank| identity::object(STATION, row.table, &row.ranked_key(rank));
    let (counts, taken) = {
        let before = Before { said: &|row, rank| said.get(&object(row, rank)), was_beside: beside };
        let plan = Plan::of(&reading, &before);
        let taken: Vec<_> =
            plan.to_write().iter().map(|it| (object(it.row, it.rank), it.row.body.clone())).collect();
        ((plan.new.len(), plan.changed.len(), plan.unchanged.len()), taken)
    };
    said.extend(taken);
    counts
}

const NOBODY: &dyn Fn(&Row, u32) -> bool = &|_, _| false;

#[test]
fn the_same_files_again_change_nothing() {
    let interviews =
        "ref;date;issue;duree_min\n1;1/2/2026;tenu;45\n1;1/2/2026;tenu;30\n1;1/3/2026;planifie;\n";
    let mut said = Said::new();
    assert_eq!(take(&mut said, &[NADIA, ("entretiens.csv", interviews)], NOBODY), (4, 0, 0));
    assert_eq!(take(&mut said, &[NADIA, ("entretiens.csv", interviews)], NOBODY), (0, 0, 4));
    let completed = interviews.replace("planifie;", "tenu;60");
    assert_eq!(take(&mut said, &[NADIA, ("entretiens.csv", &completed)], NOBODY), (0, 1, 3));
    assert_eq!(said.len(), 4);
}

#[test]
fn the_order_of_the_lines_changes_nothing() {
    let mut said = Said::new();
    let text = |lines: &[&str]| format!("ref;date;type;resultat\n{}\n", lines.join("\n"));
    let (a, b, c) = ("1;1/2/2026;appel;occupé", "1;1/2/2026;appel;rappelé", "1;1/2/2026;appel;message");
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text(&[a, b, c]))], NOBODY), (4, 0, 0));
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text(&[c, a, b]))], NOBODY), (0, 0, 4));
    // One that is gone from the file makes none of the others another.
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text(&[b, c]))], NOBODY), (0, 0, 3));
    let d = "1;1/2/2026;appel;répondu";
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text(&[d, a, b, c]))], NOBODY), (1, 0, 4));
}

#[test]
fn ten_thousand_lines_of_one_key_are_still_told_apart_in_good_time() {
    let lines: String = (0..10_000).map(|rank| format!("1;1/2/2026;appel;{rank}\n")).collect();
    let text = format!("ref;date;type;resultat\n{lines}");
    let mut said = Said::new();
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text)], NOBODY), (10_001, 0, 0));
    assert_eq!(take(&mut said, &[NADIA, ("contacts.csv", &text)], NOBODY), (0, 0, 10_001));
}

#[test]
fn a_period_waits_until_no_other_of_the_same_person_is_refused() {
    let text = "ref;adhesion;sortie\n1;1/2/2022;1/2/2021\n1;1/2/2025;\n";
    let reading = read_texts(&[NADIA, ("adhesions.csv", text)]);
    assert_eq!(refusals(&reading), ["1:2 sortie not-before 01/02/2021", "1:3 ref period-taken 1"]);
    assert_eq!(reading.sheets[1].refused.len(), 2);
}
