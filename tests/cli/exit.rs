//! Which exits a person qualifies for, from imported contracts.

use std::collections::BTreeMap;

use jalon::domain::body::Body;
use jalon::domain::codes::StationRole;
use jalon::domain::person::Person;
use jalon::usecase::request::{Change, Save};

use crate::rules::facts::file_of;
use crate::support::station::{Station, at};

const PEOPLE: &str =
    "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\nA2;Lefèvre;Jean-Noël;11/12/1999\n";
const ENROLMENTS: &str = "ref;orientation;adhesion\nA1;06/01/2024;05/02/2024\nA2;06/01/2024;05/02/2024\n";
const EMPLOYMENTS: &str = "ref;type;debut;fin_prevue;fin;employeur;heures_hebdo;heures_total;base_moins_24h;accord\n\
    A1;CDD;01/03/2025;31/08/2025;;Atelier du Robec;35;;;oui\n\
    A2;int;06/01/2025;;10/01/2025;Agence Cauchoise;;28,5;;\n";
const TRAININGS: &str =
    "ref;intitule;certification;obtenue_le;niveau\nA2;Titre de soudeur;etat;15/01/2025;3\n";

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    station.write("reprise/emplois.csv", EMPLOYMENTS);
    station.write("reprise/formations.csv", TRAININGS);
    let taken = station.run(&["import", "reprise"]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    station
}

#[test]
fn the_last_valid_day_is_told_and_the_day_after_goes_to_the_committee() {
    let station = station();
    let on = |day: &str| station.run(&["exit", "A1", "--on", day, "--format", "json"]).json();
    let review = on("2025-12-02");
    assert_eq!(review["window"], serde_json::json!({ "from": "2025-03-03", "to": "2025-12-02" }));
    let p2 = &review["criteria"][0];
    assert_eq!((&p2["code"], &p2["holds"]), (&"P2".into(), &true.into()));
    assert_eq!((&p2["first_day"], &p2["last_day"]), (&"2025-08-29".into(), &"2025-12-02".into()));
    assert_eq!((&p2["measured"]["days"], &p2["required"]["days"]), (&182.into(), &182.into()));
    assert_eq!(p2["route"], "commission");
    let late = on("2025-12-03");
    assert_eq!(
        (&late["criteria"][0]["holds"], &late["criteria"][0]["measured"]["days"]),
        (&false.into(), &181.into())
    );
    assert_eq!(late["criteria"][0]["route"], "technical_committee");
}

#[test]
fn agency_hours_and_a_title_are_weighed_in_words() {
    let station = station();
    let review = station.run(&["exit", "A2", "--on", "2025-07-15", "--format", "json"]).json();
    let by_code = |code: &str| {
        let criteria = review["criteria"].as_array().expect("criteria");
        criteria.iter().find(|it| it["code"] == code).cloned().unwrap_or_default()
    };
    assert_eq!(by_code("P4")["measured"]["total_hours"], 28.5);
    assert_eq!((&by_code("P6")["holds"], &by_code("P6")["first_day"]), (&true.into(), &"2025-07-15".into()));
    let told = station.run(&["exit", "A2", "--on", "15/07/2025"]);
    assert!(told.out.contains("P6  diplôme ou titre d’État  oui"), "{}", told.out);
    assert!(told.out.contains("à partir du 15/07/2025"), "{}", told.out);
    let refused = station.run(&["exit", "A2", "--on", "31/02/2025"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
}

/// The vectors V11 to V24 of the rules, asked for as a counsellor's script would, each with its reason in words.
#[test]
fn the_vectors_of_article_2_are_explained() {
    let station = Station::new(StationRole::Counsellor);
    let rows = include_str!("../rules/exits.tsv").lines().filter(|line| line.starts_with('V'));
    // The last row of each is the one at its limit.
    let vectors: BTreeMap<&str, Vec<&str>> = rows
        .map(|line| line.split('\t').collect::<Vec<&str>>())
        .map(|cells| (cells[0].split(' ').next().unwrap_or_default(), cells))
        .collect();
    for number in [11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24] {
        assert!(vectors.contains_key(format!("V{number}").as_str()), "V{number} has no row");
    }
    write(&station, vectors.iter().map(|(name, cells)| (*name, cells[1])));
    for (name, cells) in vectors {
        let [_, _, on, code, holds, ..] = cells[..] else { unreachable!("{cells:?}") };
        let review = station.run(&["exit", name, "--on", on, "--format", "json"]).json();
        let criteria = review["criteria"].as_array().expect("criteria");
        let found = criteria.iter().find(|it| it["code"] == code).unwrap_or_else(|| unreachable!("{name}"));
        assert_eq!(found["holds"], serde_json::json!(holds == "oui"), "{name}\n{found}");
        assert!(found["why"].as_str().is_some_and(|why| !why.is_empty()), "{name}\n{found}");
    }
}

/// Writes people by their references, of whom these facts are known.
fn write<'a>(station: &Station, people: impl Iterator<Item = (&'a str, &'a str)>) {
    let now = at("2026-06-30");
    let mut session = station.open(now);
    let change = |person, body| Change { person, replaces: None, body: Some(body) };
    let save = |changes| Save { changes, draft: None, confirmed: true };
    for (reference, facts) in people {
        let file = file_of(&format!("adhésion 05/02/2024 ; {facts}"));
        let person = Person { reference: Some(reference.to_owned()), ..file.person.value.clone() };
        let patch = session.save(save(vec![change(None, Body::Person(person))]), now).expect("a person");
        let whose = Some(patch.files[0].0);
        let rest = file.bodies().into_iter().map(|body| change(whose, body)).collect();
        session.save(save(rest), now).expect("what is known");
    }
}
