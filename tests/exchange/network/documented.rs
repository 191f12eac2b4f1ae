//! `docs/equipe.md`, replayed to the letter: a team and three stations, founded, enrolled, in agreement.

use std::path::Path;
use std::process::Command;

use super::super::stock_tools::has_tools;
use crate::support::station::{PASSPHRASE, Station, write_private};

const STATIONS: [&str; 4] = ["equipe", "anne", "bao", "chloe"];

fn blocks() -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/equipe.md");
    let page = std::fs::read_to_string(page).unwrap();
    let parts = page.split("```sh\n").skip(1);
    parts.map(|part| part.split_once("\n```").unwrap().0.to_owned()).collect()
}

fn run(home: &Station, script: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_jalon")).parent().unwrap().display().to_string();
    let path = format!("{program}:{}", std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-euc", script])
        .current_dir(home.path(""))
        .env_clear()
        .envs([("HOME", home.path("").to_string_lossy().as_ref()), ("LANG", "fr_FR.UTF-8"), ("PATH", &path)])
        .output()
        .unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{script}\n{}{}", said(&output.stdout), said(&output.stderr));
    said(&output.stdout)
}

#[test]
fn a_team_and_three_stations_end_in_agreement() {
    if !has_tools() {
        return;
    }
    let home = Station::nowhere();
    for name in STATIONS {
        write_private(&home.path(&format!("{name}.pass")), PASSPHRASE);
        let table = format!("ref;nom;prenom;naissance\n1;Lefèvre;{name};12/04/1990\n");
        home.write(&format!("reprise-{name}/personnes.csv"), table);
    }
    for folder in ["envois", "retours"] {
        std::fs::create_dir(home.path(folder)).unwrap();
    }
    let blocks = blocks();
    let function = blocks[0].lines().next().unwrap().to_owned();
    run(&home, &blocks[0]);
    STATIONS.iter().for_each(|name| home.lighten(name));
    run(&home, &format!("{function}\n{}", blocks[1]));
    let told = run(&home, &format!("{function}\n{}", blocks[2]));
    assert_eq!(told.matches("pris en compte. Nouveau").count(), 3, "{told}");
    assert_eq!(told.matches("Un lot plus récent a déjà été pris en compte").count(), 2, "{told}");
    assert_eq!(told.matches("Ce lot a déjà été pris en compte").count(), 1, "{told}");
    run(&home, &format!("{function}\n{}", blocks[3]));
    let told = run(&home, &format!("{function}\n{}", blocks[4]));
    assert_eq!(told.matches("L’équipe a reçu jusqu’à l’écriture").count(), 6, "{told}");
    assert_eq!(told.matches("de l’équipe ont pris place dans vos dossiers").count(), 3, "{told}");
    let decided = "show Lefèvre --format json | jq -c .decisions";
    for name in &STATIONS[1..] {
        let there = run(&home, &format!("{function}\nposte {name} {decided}"));
        assert!(there.contains("integration"), "{there}");
    }
    run(&home, &format!("{function}\n{}", blocks[5]));
    for (name, followed) in [("anne", "0"), ("bao", "2"), ("chloe", "1"), ("equipe", "3")] {
        let count = format!("{function}\nposte {name} list --format json | jq length");
        assert_eq!(run(&home, &count).trim(), followed, "{name}");
    }
    let count = format!("{function}\nposte equipe list --format json | jq length");
    assert_eq!(run(&home, &count).trim(), "3");
    for name in &STATIONS[1..] {
        let status = format!("{function}\nposte {name} status --format json | jq .unsent");
        assert_eq!(run(&home, &status).trim(), "0", "{name}");
    }
    run(&home, &format!("{function}\n{}", blocks[6]));
    let interviews = format!("{function}\nposte chloe show Lefèvre --format json | jq -c .interviews");
    let there = run(&home, &interviews);
    assert!(there.contains("CV relu"), "what the backup lacked came back: {there}");
}
