//! What the documents list is what the program has: columns of tables, codes of bundles, fields of
//! the JSON output.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::exchange::bundle::code::Code;
use jalon::tabular::{Kind, Table};
use serde_json::Value;

use crate::support::station::Station;

fn page(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

#[test]
fn import_tables_are_documented_column_by_column() {
    let page = page("docs/tables-import.md");
    for table in Table::ALL {
        let start = format!("| `{}` | ", table.name());
        let name = table.name();
        let line = page.lines().find_map(|line| line.strip_prefix(&start)).expect(name);
        let parts: Vec<&str> = line.split('`').collect();
        let columns = table.spec().columns;
        let named: Vec<&str> =
            parts.iter().skip(1).step_by(2).copied().filter(|name| *name != "refus").collect();
        assert_eq!(named, columns.iter().map(|it| it.name).collect::<Vec<_>>(), "{}", table.name());
        for column in columns {
            let at = parts.iter().position(|part| *part == column.name).expect(column.name);
            let after = parts[at + 1];
            assert_eq!(after.starts_with("\\*"), column.required, "{} of {}", column.name, table.name());
            let codes = match column.kind {
                // A list that is given elsewhere on the line is not given twice.
                Kind::Code(codes) | Kind::Codes(codes) if column.name != "critere_principal" => codes(),
                _ => continue,
            };
            let told: BTreeSet<String> =
                after.split(['(', ')']).nth(1).unwrap_or_default().split(' ').flat_map(spread).collect();
            let codes: BTreeSet<String> = codes.into_iter().map(str::to_owned).collect();
            assert_eq!(told, codes, "{} of {}", column.name, table.name());
        }
    }
}

/// `L1…L9` is nine codes.
fn spread(told: &str) -> Vec<String> {
    let Some((first, last)) = told.split_once('…') else { return vec![told.to_owned()] };
    let letter = &first[..1];
    let number = |text: &str| text.trim_start_matches(letter).parse::<u32>().expect("a number");
    (number(first)..=number(last)).map(|number| format!("{letter}{number}")).collect()
}

#[test]
fn every_code_of_a_bundle_is_documented_and_no_other() {
    let page = page("docs/format-lot.md");
    let (_, part) = page.split_once("## 7. ").expect("a chapter");
    let (part, _) = part.split_once("\n## ").expect("its end");
    let is_code = |text: &&str| text.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !text.is_empty();
    let told: BTreeSet<&str> = part.split('`').skip(1).step_by(2).filter(is_code).collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.code()).collect();
    let words = ["base", "prev"];
    assert_eq!(told.into_iter().filter(|it| !words.contains(it)).collect::<BTreeSet<_>>(), known);
}

/// The fields that the documentation gives for a command, those of what is inside left out.
fn documented(page: &str, command: &str, rank: usize) -> BTreeSet<String> {
    let line =
        page.lines().find(|line| line.starts_with("| ") && line.contains(&format!("`jalon {command}")));
    let line = line.expect(command);
    let (_, told) = line.split_once(" | ").expect("a result");
    let object = told.split('`').skip(1).step_by(2).nth(rank).expect(command);
    let inside = object.trim_matches(['[', ']']).trim_start_matches('{').trim_end_matches('}');
    let mut depth = 0;
    let top: String = inside
        .chars()
        .filter(|c| {
            depth += i32::from(matches!(c, '{' | '[')) - i32::from(matches!(c, '}' | ']'));
            depth == 0 && !matches!(c, '}' | ']')
        })
        .collect();
    let fields = top.split(", ").map(|field| field.split(':').next().unwrap_or_default().trim().to_owned());
    fields.filter(|field| field.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    let object = value.as_array().and_then(|rows| rows.first()).unwrap_or(value);
    object.as_object().expect("an object").keys().cloned().collect()
}

#[test]
fn json_has_the_fields_that_are_documented() {
    let page = page("docs/json.md");
    let station = Station::nowhere();
    let made = station.run(&["init", "--name", "Démo", "--lot", "L3", "--demo-trust"]);
    assert_eq!(made.code, 0, "{}", made.err);
    station.lighten("station");
    let people = "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n";
    station.write("reprise/personnes.csv", people);
    station.write("reprise/adhesions.csv", "ref;orientation;adhesion;lot\nA1;06/01/2025;03/02/2025;L3\n");
    let json = |args: &[&str]| station.run(&[args, &["--format", "json"]].concat()).json();

    assert_eq!(keys(&json(&["import", "reprise"])), documented(&page, "import", 0), "import");
    for (command, args) in [
        ("list", &["list"][..]),
        ("due", &["due"]),
        ("exit", &["exit", "A1"]),
        ("report bilan", &["report", "bilan"]),
        ("report qualite", &["report", "qualite"]),
        ("key show", &["key", "show"]),
        ("key join", &["key", "join", "--out", "."]),
        ("doctor", &["doctor"]),
    ] {
        assert_eq!(keys(&json(args)), documented(&page, command, 0), "{command}");
    }
    let mut why = documented(&page, "due", 0);
    why.insert("weighed".to_owned());
    assert_eq!(keys(&json(&["why", "A1"])), why, "why");
    let written = json(&["export", "--out", "."]);
    assert_eq!(keys(&written), documented(&page, "export", 0), "export");
    let file = written["file"].as_str().expect("a path");
    assert_eq!(keys(&json(&["inspect", file])), documented(&page, "inspect", 0), "inspect");
    assert_eq!(keys(&json(&["receive", file])), documented(&page, "receive", 0), "receive");
    assert_eq!(keys(&json(&["status"])), documented(&page, "status", 0), "status");
    let missing = station.run(&["backup", "--to", "copie"]);
    assert!(missing.code == 1 && missing.err.contains("Il n’y a rien à cet endroit"), "{}", missing.err);
    std::fs::create_dir(station.path("copie")).expect("a folder");
    let copied = json(&["backup", "--to", "copie"]);
    assert_eq!(keys(&copied), documented(&page, "backup", 0), "backup");
    let again = station.run(&["backup", "--to", "copie"]);
    assert_eq!(again.code, 0, "{}", again.err);
    let restored = json(&["restore", "--from", copied["path"].as_str().expect("a path")]);
    assert_eq!(keys(&restored), documented(&page, "backup", 1), "restore");
}
