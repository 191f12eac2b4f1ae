//! `rules`: every rule of the CCTP with what serves it, as `docs/regles.md` lists them. No station is opened.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail};
use super::output;

/// The table that the document is drawn from: rule, how it is served, where, what it says. The tests refuse
/// in it a rule that nothing serves and a place that does not exist.
const RULEBOOK: &str = include_str!("../../tests/rules/rulebook.tsv");

/// One line of the table.
struct Rule {
    id: &'static str,
    served: &'static str,
    places: &'static str,
    says: &'static str,
}

fn rulebook() -> impl Iterator<Item = Rule> {
    RULEBOOK.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        Some(Rule { id: cell()?, served: cell()?, places: cell()?, says: cell()? })
    })
}

/// Lists the rules, or those whose number begins as asked: `R7`, `R9.3.4`, `R7-14`.
///
/// # Errors
/// No rule has that number.
pub fn list(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let asked: Vec<String> =
        matches.get_many::<String>("rule").into_iter().flatten().map(|it| it.to_uppercase()).collect();
    let is_asked = |id: &str| {
        asked.iter().any(|it| id == it || id.strip_prefix(it).is_some_and(|rest| rest.starts_with('-')))
    };
    let found: Vec<Rule> = rulebook().filter(|it| asked.is_empty() || is_asked(it.id)).collect();
    if found.is_empty() {
        return Err(Fail::new(Exit::Failed, "rule-unknown", &[("rule", asked.join(" "))]));
    }
    match call.format {
        Format::Json => output::json(&found.iter().map(object).collect::<Vec<_>>()),
        Format::Table | Format::Csv => {
            let header = ["out-rule", "out-served", "out-says", "out-where"];
            let header = header.map(|id| call.words.get(id).into_owned());
            let cells = |it: &Rule| [it.id, it.served, it.says, it.places].map(str::to_owned).to_vec();
            output::rows(&header, &found.iter().map(cells).collect::<Vec<_>>(), call.format);
        }
    }
    Ok(Exit::Done)
}

fn object(it: &Rule) -> Value {
    json!({
        "rule": it.id,
        "served": it.served,
        "where": it.places.split(", ").collect::<Vec<_>>(),
        "says": it.says,
    })
}
