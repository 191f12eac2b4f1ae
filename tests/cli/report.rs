//! Reports from a script: figures that are made again as they were, and what changed since beside them.

use jalon::domain::codes::StationRole;
use jalon::usecase::import::files::gather;
use serde_json::Value;

use crate::support::station::{Answer, Station, at};

const PEOPLE: &str = "ref;nom;prenom;naissance;sexe\n\
    A1;Belkacem;Nadia;02/04/1985;F\nA2;Lefèvre;Jean-Noël;11/12/2001;M\nA3;Morel;Inès;01/01/1990;F\n";
const ENROLMENTS: &str = "ref;orientation;accueil;adhesion;lot;sortie;motif_sortie\n\
    A1;06/01/2026;20/01/2026;05/02/2026;L3;;\n\
    A2;06/01/2026;;05/02/2026;L3;01/06/2026;P1\n";
const LATE: &str = "ref;orientation;adhesion;lot\nA3;02/03/2026;06/04/2026;L3\n";

/// Takes tables in on a day.
fn taken_in(station: &Station, on: &str, tables: &[(&str, &str)]) {
    let paths: Vec<_> =
        tables.iter().map(|(name, lines)| station.write(&format!("{on}/{name}"), lines)).collect();
    let files = gather(&paths).expect("tables");
    let sheets: Vec<_> = files.iter().map(|file| file.sheet(None)).collect();
    let mut session = station.open(at(on));
    let reading = session.read_import(&sheets, at(on));
    session.import(&reading, at(on)).expect("taken in");
    session.close(at(on)).expect("closed");
}

fn figure<'a>(report: &'a Value, code: &str) -> &'a Value {
    let figures = report["figures"].as_array().expect("figures");
    figures.iter().find(|it| it["code"] == code && it["by"] == "everybody").expect(code)
}

fn bilan(station: &Station, args: &[&str]) -> Answer {
    let answer = station.run(&[&["report", "bilan", "--as-of", "2026-06-30"], args].concat());
    assert_eq!(answer.code, 0, "{}", answer.err);
    answer
}

#[test]
fn a_report_of_30_june_is_made_again_as_it_was_and_shows_what_changed_since() {
    let station = Station::new(StationRole::Counsellor);
    taken_in(&station, "2026-02-10", &[("personnes.csv", PEOPLE), ("adhesions.csv", ENROLMENTS)]);
    for format in ["json", "csv", "table"] {
        let known_then = || bilan(&station, &["--known-on", "2026-06-30", "--format", format]).out;
        let before = known_then();
        // The adhesion of April is typed in September.
        taken_in(&station, "2026-09-15", &[("adhesions.csv", LATE)]);
        assert_eq!(known_then(), before, "{format}: the same bytes");
        let now = bilan(&station, &["--format", format]).out;
        assert_ne!(now, before, "{format}: what was typed late is in today's");
    }
    let then = bilan(&station, &["--known-on", "2026-06-30", "--format", "json"]).json();
    let beside = bilan(&station, &["--beside", "2026-06-30", "--format", "json"]).json();
    assert_eq!(
        (&figure(&then, "supported")["value"], &figure(&then, "entries")["value"]),
        (&2.into(), &2.into())
    );
    assert_eq!(
        (&figure(&beside, "supported")["value"], &figure(&beside, "supported")["beside"]["value"]),
        (&3.into(), &2.into())
    );
    assert_ne!(then["fingerprint"], beside["fingerprint"]);
}

#[test]
fn every_figure_says_its_rules_and_whom_it_counts() {
    let station = Station::new(StationRole::Counsellor);
    taken_in(&station, "2026-02-10", &[("personnes.csv", PEOPLE), ("adhesions.csv", ENROLMENTS)]);
    let report = bilan(&station, &["--format", "json", "--by", "sex"]).json();
    for figure in report["figures"].as_array().expect("figures") {
        let (people, rules) = (figure["people"].as_array().expect("people"), &figure["rules"][0]);
        assert_eq!(figure["value"], people.len(), "{figure}");
        assert!(rules.is_string(), "{figure}");
    }
    assert_eq!(figure(&report, "success_of_supported")["share"], 50.0);
    let lot = &report["targets"][0];
    assert_eq!((&lot["lot"], &lot["actual"], &lot["behind"]), (&"L3".into(), &2.into(), &true.into()));
    assert_eq!(report["delays"][0]["median_days"], 14.0);
    let backwards = station.run(&["report", "bilan", "--as-of", "2026-06-30", "--from", "2026-07-01"]);
    assert_eq!(backwards.code, 2, "{}", backwards.err);
}
