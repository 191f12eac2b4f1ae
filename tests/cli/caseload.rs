//! What the caseload looks like from a script: dates, names kept out, spreadsheets.

use jalon::domain::codes::StationRole;

use crate::support::station::Station;

const TABLES: &[(&str, &str)] = &[
    (
        "personnes",
        "ref;nom;prenom;naissance;nom_naissance;telephone;courriel;adresse\n\
         A1;Belkacem;Nadia;02/04/1985;Ziani;06 00 00 00 01;nadia@exemple.fr;3 rue Belkacem\n\
         A2;Lefèvre;Jean-Noël;1999-12-11;;;;\n",
    ),
    (
        "adhesions",
        "ref;orientation;adhesion;lot;prescripteur\nA1;06/01/2025;03/02/2025;L3;Mme Ziani\nA2;;02/06/2025;L3;\n",
    ),
    (
        "entretiens",
        "ref;date;issue;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n\
         A1;10/06/2025;tenu;45;presentiel;Nadia a parlé de M. Belkacem;10/06/2025;refus\n",
    ),
    (
        "etapes",
        "ref;categorie;intitule;statut;partenaire;debut\n\
         A1;mobilisation;Visite avec Nadia;realisee;Atelier Ziani;11/06/2025\n",
    ),
    ("contacts", "ref;date;type;resultat\nA1;12/06/2025;appel;Mme Belkacem rappelle\n"),
    ("decisions", "ref;seance;objet;decision;motif\nA1;08/09/2025;reexamen;maintien;demande de Nadia\n"),
];

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    for (table, lines) in TABLES {
        station.write(&format!("reprise/{table}.csv"), lines);
    }
    let taken = station.run(&["import", "reprise"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    station
}

#[test]
fn a_date_has_its_whole_year() {
    let station = station();
    for (date, code) in [
        ("12/03/2026", 0),
        ("2026-03-12", 0),
        ("2026-3-2", 0),
        ("12/03/26", 2),
        ("26-03-12", 2),
        ("29/02/2026", 2),
        ("99999-01-01", 2),
        ("", 2),
    ] {
        assert_eq!(station.run(&["due", &format!("--as-of={date}")]).code, code, "{date}");
    }
}

#[test]
fn without_names_nobody_is_named_even_in_somebody_s_own_words() {
    let station = station();
    let wrong = station.write("faux/personnes.csv", "ref;nom;prenom;naissance\nA3;Belkacem;Nadia;Ziani\n");
    let wrong = wrong.to_string_lossy();
    let commands: &[&[&str]] = &[
        &["list"],
        &["due"],
        &["show", "A1"],
        &["show", "belkacem"],
        &["why", "A1"],
        &["why", "a"],
        &["import", &wrong],
        &["import", "reprise"],
    ];
    for command in commands {
        for format in ["table", "json", "csv"] {
            let answer = station.run(&[*command, &["--no-names", "--format", format]].concat());
            let said = format!("{}{}", answer.out, answer.err).to_lowercase();
            for name in ["belkacem", "nadia", "ziani", "lefèvre", "jean-noël", "06 00", "3 rue"] {
                assert!(!said.contains(name), "{command:?} as {format} says {name}: {said}");
            }
        }
    }
}

#[test]
fn a_file_as_csv_is_one_table() {
    let station = station();
    let answer = station.run(&["show", "A1", "--format", "csv"]);
    let lines: Vec<&str> = answer.out.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Date;Nature;Quoi");
    assert_eq!(lines[1], "10/06/2025;entretien;tenu 45 min  Nadia a parlé de M. Belkacem");
    assert_eq!(lines.len(), 5, "{}", answer.out);
}

#[test]
fn a_spreadsheet_is_given_the_reference_and_an_empty_list_says_so() {
    let station = station();
    for (command, header) in [("list", "Référence;Nom;Naissance"), ("due", "Référence;Nom;Alerte")] {
        let answer = station.run(&[command, "--format", "csv", "--as-of", "2025-12-31"]);
        let mut lines = answer.out.trim_start_matches('\u{feff}').lines();
        assert!(lines.next().is_some_and(|line| line.starts_with(header)), "{}", answer.out);
        assert!(lines.all(|line| line.starts_with("A1;") || line.starts_with("A2;")), "{}", answer.out);
    }
    assert_eq!(station.run(&["list", "zzzzzzzz"]).out, "Personne.\n");
    assert_eq!(station.run(&["due", "--as-of", "2020-01-01"]).out, "Rien en retard, rien à venir.\n");
    assert_eq!(station.run(&["why", "A1", "--as-of", "2020-01-01"]).out, "Rien en retard, rien à venir.\n");
}

#[test]
fn why_names_the_person_it_found_and_takes_codes_in_any_case() {
    let station = station();
    let answer = station.run(&["why", "nadya", "--code", "al-02", "--as-of", "2025-12-31"]);
    let mut lines = answer.out.lines();
    assert!(
        lines.next().is_some_and(|line| line.starts_with("BELKACEM Nadia  02/04/1985  A1")),
        "{}",
        answer.out
    );
    assert!(lines.next().is_some_and(|line| line.starts_with("AL-02")), "{}", answer.out);
}

#[test]
fn what_is_due_keeps_the_interface_for_scripts() {
    let station = station();
    let due = station.run(&["due", "--format", "json", "--as-of", "2025-08-15", "--code", "AL-02"]).json();
    let rows = due.as_array().expect("rows");
    let of = |reference: &str| rows.iter().find(|row| row["ref"] == reference).expect("a finding");
    for (reference, kind, since, due, days, status) in [
        ("A1", "interview", "2025-06-10", "2025-08-11", 4, "due"),
        ("A2", "adhesion", "2025-06-02", "2025-08-03", 12, "due"),
    ] {
        let row = of(reference);
        assert_eq!((&row["since"], &row["due"], &row["days"]), (&since.into(), &due.into(), &days.into()));
        assert_eq!((&row["starts_with"]["kind"], &row["starts_with"]["date"]), (&kind.into(), &since.into()));
        assert_eq!((&row["status"], &row["strict"]), (&status.into(), &true.into()));
        assert_eq!((&row["article"], &row["rule"]), (&"7".into(), &"R7-13b".into()));
        for field in ["person", "name", "severity", "clears", "parameters", "why"] {
            assert!(!row[field].is_null(), "{field} in {row}");
        }
    }
    let soon = station.run(&["due", "--format", "json", "--as-of", "2025-08-05", "--code", "AL-02"]).json();
    let days: Vec<_> = soon.as_array().expect("rows").iter().map(|row| row["days"].as_i64()).collect();
    assert!(days.contains(&Some(-6)), "{soon}");
    let near = station.run(&[
        "due",
        "--format",
        "json",
        "--as-of",
        "2025-08-05",
        "--code",
        "AL-02",
        "--horizon",
        "5",
    ]);
    assert!(near.json().as_array().expect("rows").iter().all(|row| row["days"].as_i64() >= Some(0)));
}

#[test]
fn a_horizon_widens_what_is_announced_and_stops_there() {
    let station = station();
    let due = |horizon: &[&str]| {
        let asked = ["due", "--format", "json", "--as-of", "2025-06-20", "--code", "AL-02"];
        let rows = station.run(&[&asked, horizon].concat()).json();
        let rows = rows.as_array().expect("rows").iter();
        rows.map(|row| (row["ref"].to_string(), row["days"].as_i64().expect("days"))).collect::<Vec<_>>()
    };
    let found = |reference: &str, days| (format!("\"{reference}\""), days);
    assert_eq!(due(&[]), []);
    assert_eq!(due(&["--horizon", "43"]), []);
    assert_eq!(due(&["--horizon", "44"]), [found("A2", -44)]);
    let mut both = due(&["--horizon", "52"]);
    both.sort();
    assert_eq!(both, [found("A1", -52), found("A2", -44)]);
    assert_eq!(station.run(&["due", "--horizon", "367"]).code, 2);
}

#[test]
fn why_gives_everything_that_each_alert_weighed() {
    let station = station();
    let asked = ["why", "A1", "--code", "AL-02", "--as-of", "2025-12-31"];
    let rows = station.run(&[&asked[..], &["--format", "json"]].concat()).json();
    let weighed = rows[0]["weighed"].as_array().expect("what was weighed");
    let told: Vec<_> = weighed.iter().map(|it| (&it["kind"], &it["date"], &it["weight"])).collect();
    assert_eq!(
        told,
        [
            (&"adhesion".into(), &"2025-02-03".into(), &"earlier".into()),
            (&"interview".into(), &"2025-06-10".into(), &"starts".into()),
        ]
    );
    assert_eq!(weighed[1]["id"], rows[0]["starts_with"]["id"]);
    let said = station.run(&asked).out;
    assert!(said.contains("    10/06/2025 entretien\u{202f}: fait partir le délai"), "{said}");
}
