//! The tables: each line of a `.tsv` file is one case, and a failure names its line.

use jalon::domain::codes::PathwayState;
use jalon::domain::dates;
use jalon::domain::parameters::{Pack, ParameterKey};
use jalon::domain::report_day::ReportDay;
use jalon::domain::rules::{AlertCode, Finding, findings};
use jalon::domain::state::State;
use jalon::domain::working_time::monthly_minutes;

use super::facts::{date, file_of};

/// Checks every line of a table, after its headings, and reports all the lines that fail.
pub fn each_line(name: &str, table: &str, columns: usize, check: impl Fn(&[&str]) -> Result<(), String>) {
    let mut wrong = Vec::new();
    for (rank, line) in table.lines().enumerate().skip(1) {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        assert_eq!(cells.len(), columns, "{name}:{}: {line}", rank + 1);
        if let Err(problem) = check(&cells) {
            wrong.push(format!("{name}:{}: {}: {problem}", rank + 1, cells[0]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

pub fn expect(expected: &str, found: &str) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("expected {expected}, found {found}")) }
}

#[test]
fn alerts_are_those_of_the_table() {
    let pack = Pack::default();
    each_line("alerts.tsv", include_str!("alerts.tsv"), 8, |cells| {
        let [_, facts, on, code, status, since, due, starts_with] = cells else { return Err("cells".into()) };
        let code = AlertCode::from_code(code).ok_or("unknown alert")?;
        let found = findings(&file_of(facts), &pack, date(on));
        let found: Vec<String> = found.iter().filter(|it| it.code == code).map(summary).collect();
        let expected =
            if *status == "–" { String::new() } else { [*status, *since, *due, *starts_with].join(" ") };
        expect(&expected, &found.join(" + "))
    });
}

/// Status, start and due day of a finding, its causes too if it has some, as the table writes them.
fn summary(finding: &Finding) -> String {
    let day = |date: chrono::NaiveDate| date.format("%d/%m/%Y").to_string();
    let mut text = format!(
        "{} {} {} {}",
        finding.status.code(),
        day(finding.since()),
        day(finding.due),
        finding.starts_with.kind.code()
    );
    for cause in &finding.causes {
        text.push(' ');
        text.push_str(cause.code());
    }
    text
}

#[test]
fn states_are_those_of_the_table() {
    each_line("states.tsv", include_str!("states.tsv"), 7, |cells| {
        let [_, facts, on, pathway, file_active, enrolled_on, months] = cells else {
            return Err("cells".into());
        };
        let file = file_of(facts);
        let state = State::of(&file, date(on));
        let enrolled = state.enrolled_on().map_or("–".to_owned(), |it| it.format("%d/%m/%Y").to_string());
        let in_pathway = state.months_in_pathway().map_or("–".to_owned(), |it| it.to_string());
        let active = if state.is_in_file_active() { "oui" } else { "non" };
        let pathway = PathwayState::from_code(pathway).ok_or("unknown state")?;
        expect(
            &format!("{} {file_active} {enrolled_on} {months}", pathway.code()),
            &format!("{} {active} {enrolled} {in_pathway}", state.pathway().code()),
        )
    });
}

#[test]
fn dates_are_those_of_the_table() {
    each_line("dates.tsv", include_str!("dates.tsv"), 5, |cells| {
        let [_, computation, from, months, result] = cells else { return Err("cells".into()) };
        let (computation, on) = computation.split_once(' ').unwrap_or((computation, from));
        let from = date(from);
        let months: u32 = months.parse().map_err(|_| "months")?;
        let day = |date: chrono::NaiveDate| date.format("%d/%m/%Y").to_string();
        let answer = |holds: bool| if holds { "oui" } else { "non" }.to_owned();
        let found = match computation {
            "mois-plus-tard" => day(dates::add_months(from, months)),
            "fenêtre-finissant" => day(dates::window_start(from, months)),
            "plus-de" => answer(dates::is_more_than_months_ago(from, months, date(on))),
            "au-moins" => answer(dates::is_months_ago(from, months, date(on))),
            "âge" => dates::age(from, date(on)).to_string(),
            "mois-entre" => dates::months_between(from, date(on)).to_string(),
            "jours-plus-tard" => day(dates::add_days(from, months)),
            "jours-de-mois" => (dates::add_months(from, months) - from).num_days().to_string(),
            "bilan-avant" => ReportDay::as_at(from).map_or("–".to_owned(), |it| day(it.by)),
            "prochain-bilan" => ReportDay::next(from).map_or("–".to_owned(), |it| day(it.as_at)),
            "heures-par-mois" => (monthly_minutes(months * 60) / 60).to_string(),
            "seuil-intérim" => {
                let pack = Pack::default().at(from);
                (pack.get(ParameterKey::AgencyWeeks) * pack.get(ParameterKey::AgencyWeeklyHours)).to_string()
            }
            other => return Err(format!("{other} is no computation")),
        };
        expect(result, &found)
    });
}
