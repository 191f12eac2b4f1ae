//! The table of every rule of the CCTP, and what serves each: it names only what exists, the sources
//! cite no rule that it lacks, and `docs/regles.md` says the same.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::tables::each_line;

/// Rules that are still to be served. It only ever goes down.
const STILL_TO_COME: usize = 18;

/// How many rules there are, from R1-01 to RA1-02.
const RULES: usize = 142;

/// How a rule can be served, and what that says to who reads the document.
const WAYS: &[(&str, &str)] = &[
    ("refusé", "ce qui y contrevient est refusé à la saisie"),
    ("calculé", "Jalon le calcule, et explique son résultat"),
    ("saisi", "il y a un champ pour l’écrire"),
    ("montré", "c’est montré, pour que quelqu’un décide"),
    ("personnes", "la règle engage des personnes ; le lien dit où elle se lit"),
    (TO_COME, "rien ne la sert encore ; la partie qui la servira est nommée"),
];

const TO_COME: &str = "à venir";

/// The parts that are still to be made.
const PARTS: &[&str] = &["candidatures", "commission", "parcours", "agenda", "échanges", "bilans", "FSE"];

/// One line of the table.
struct Rule {
    id: &'static str,
    way: &'static str,
    places: Vec<&'static str>,
    says: &'static str,
}

impl Rule {
    /// "9.3.6" of R9.3.6-02.
    fn article(&self) -> &'static str {
        self.id.rsplit_once('-').map_or(self.id, |it| it.0).trim_start_matches('R')
    }
}

fn rules() -> Vec<Rule> {
    let lines = include_str!("rulebook.tsv").lines().skip(1);
    let rule = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, way, places, says] = cells[..] else { unreachable!("four cells: {line}") };
        Rule { id, way, places: places.split(", ").collect(), says }
    };
    lines.map(rule).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_rule_says_what_serves_it() {
    each_line("rulebook.tsv", include_str!("rulebook.tsv"), 4, |cells| {
        let [id, way, places, says] = cells else { return Err("cells".into()) };
        if says.is_empty() || !WAYS.iter().any(|it| it.0 == *way) {
            return Err(format!("nothing is said, or {way} is no way"));
        }
        let missing = |place: &str| match fs::read_to_string(root().join(place)) {
            Err(_) => Some(format!("there is no {place}")),
            Ok(text) if place.starts_with("src/") && !cited(&text).contains(*id) => {
                Some(format!("{place} does not cite it"))
            }
            Ok(_) => None,
        };
        if *way == TO_COME {
            let stray = places.split(", ").find(|it| !PARTS.contains(it));
            return stray.map_or(Ok(()), |it| Err(format!("{it} is no part")));
        }
        places.split(", ").find_map(missing).map_or(Ok(()), Err)
    });
    let ids: BTreeSet<&str> = rules().iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), RULES, "each rule once");
    let to_come = rules().iter().filter(|it| it.way == TO_COME).count();
    assert_eq!(to_come, STILL_TO_COME, "rules to come: the number only ever goes down");
}

#[test]
fn no_rule_is_cited_that_does_not_exist() {
    let known: BTreeSet<String> = rules().iter().map(|it| it.id.to_owned()).collect();
    let mut unknown = Vec::new();
    for file in sources(&root().join("src")) {
        let text = fs::read_to_string(&file).expect("a source is text");
        let strays = cited(&text).into_iter().filter(|it| !known.contains(it));
        unknown.extend(strays.map(|it| format!("{}: {it}", file.display())));
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

/// Written anew with `INSTA_UPDATE=always`, like every other reference.
#[test]
fn the_document_is_the_table() {
    let path = root().join("docs/regles.md");
    let expected = document();
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        fs::write(&path, &expected).expect("the document is written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/regles.md is out of date: INSTA_UPDATE=always writes it");
}

fn document() -> String {
    let rules = rules();
    let mut text = String::from(
        "# Les règles du cahier des charges, et ce qui les sert\n\n\
         Chaque règle porte le numéro de son article, puis son rang : R7-14 est la quatorzième de \
         l’article 7. Elle est dite ici en une ligne, dans nos mots ; le cahier des charges fait foi. \
         Une alerte nomme toujours sa règle (`p`, ou `jalon why`).\n\n\
         Cette page est tirée de `tests/rules/rulebook.tsv` ; les tests refusent une règle que rien ne \
         sert, un numéro qui n’existe pas, un endroit qui n’existe plus.\n\n\
         | Servie | Veut dire | Règles |\n|---|---|---|\n",
    );
    for (way, meaning) in WAYS {
        let count = rules.iter().filter(|it| it.way == *way).count();
        let _ = writeln!(text, "| {way} | {meaning} | {count} |");
    }
    for rules in rules.chunk_by(|one, next| one.article() == next.article()) {
        let article = rules[0].article();
        let title = match article.strip_prefix('A') {
            Some(annex) => format!("Annexe {annex}"),
            None => format!("Article {}", article.replace('.', "-")),
        };
        let _ = writeln!(text, "\n## {title}\n\n| Règle | Ce qu’elle dit | Servie | Où |\n|---|---|---|---|");
        for rule in rules {
            let places: Vec<String> = rule.places.iter().map(|it| place(rule, it)).collect();
            let _ = writeln!(text, "| {} | {} | {} | {} |", rule.id, rule.says, rule.way, places.join(", "));
        }
    }
    text
}

fn place(rule: &Rule, place: &str) -> String {
    if rule.way == TO_COME {
        return place.to_owned();
    }
    let name = place.trim_start_matches("src/").trim_start_matches("docs/");
    let link = place.strip_prefix("docs/").map_or_else(|| format!("../{place}"), str::to_owned);
    format!("[{name}]({link})")
}

/// The rules that a text cites, with the letter that some carry (R7-01a) where such a rule exists.
fn cited(text: &str) -> BTreeSet<String> {
    let known: BTreeSet<&str> = rules().iter().map(|it| it.id).collect();
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices('R') {
        if text[..at].ends_with(|it: char| it.is_ascii_alphanumeric()) {
            continue;
        }
        let rest = &text[at + 1..];
        let rest = rest.strip_prefix('A').unwrap_or(rest);
        let article = rest.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(rest.len());
        let Some(number) = rest[article..].strip_prefix('-') else { continue };
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if article == 0 || digits != 2 {
            continue;
        }
        let end = text.len() - number.len() + digits;
        let lettered = text.get(at..=end).filter(|it| known.contains(it));
        found.insert(lettered.unwrap_or(&text[at..end]).to_owned());
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs" || it == "ftl") {
            found.push(path);
        }
    }
    found.sort();
    found
}
