//! `exit`: which positive exits of article 2 a person qualifies for, on which days, and why.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::call::{Call, Format, day};
use super::fail::Fail;
use super::{output, people};
use crate::domain::evidence::{Demand, Gate, Standing, Wanted, demands};
use crate::domain::exit::{self, Criterion, ExitReview, Measure};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::journal::fold::Caseload;

/// Reads the criteria of one person, on the day of the exit that is thought of.
///
/// # Errors
/// Nobody or several people answer to the name; a day that is none.
pub fn exit(caseload: &Caseload, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let on = matches.get_one::<String>("on").map_or(Ok(call.as_of), |text| day(text))?;
    let file = people::find(caseload, wanted, call)?;
    let review = exit::review(file, &Pack::default().at(on), on);
    match call.format {
        Format::Json => output::json(&in_full(file, &review, call)),
        Format::Table => explain(file, &review, call),
        Format::Csv => {
            let header = ["out-exit", "out-holds", "out-first-day", "out-last-day", "out-reason"];
            let header: Vec<String> = header.iter().map(|id| call.words.get(id).into_owned()).collect();
            let rows: Vec<_> = review.criteria.iter().map(|it| cells(it, call)).collect();
            output::rows(&header, &rows, call.format);
        }
    }
    Ok(())
}

fn explain(file: &File, review: &ExitReview, call: &Call) {
    output::line(&people::described(file, call));
    output::line(&call.words.exit_window(review.on, review.window));
    if review.criteria.is_empty() {
        output::line(&call.words.get("exit-nothing"));
    }
    for criterion in &review.criteria {
        let holds = call.words.get(if criterion.reading.holds { "value-yes" } else { "value-no" });
        output::line(&format!("{}  {}  {holds}", criterion.exit.code(), call.words.label(criterion.exit)));
        output::line(&format!("  {}", call.words.exit_why(criterion)));
        output::line(&format!("  → {}", call.words.label(criterion.route())));
        for demand in asked(file, review.on, criterion) {
            output::line(&format!("  {}", call.words.demand(&demand)));
        }
    }
}

fn cells(criterion: &Criterion, call: &Call) -> Vec<String> {
    let shown = |date: Option<NaiveDate>| date.map_or(String::new(), |date| call.date(date));
    let holds = call.words.get(if criterion.reading.holds { "value-yes" } else { "value-no" });
    vec![
        criterion.exit.code().to_owned(),
        holds.into_owned(),
        shown(criterion.valid.first_day),
        shown(criterion.valid.last_day),
        call.words.exit_why(criterion),
    ]
}

fn in_full(file: &File, review: &ExitReview, call: &Call) -> Value {
    json!({
        "person": file.id.to_string(),
        "on": review.on,
        "window": { "from": review.window.from, "to": review.window.to },
        "criteria": review.criteria.iter().map(|it| one(file, review.on, it, call)).collect::<Vec<_>>(),
    })
}

fn one(file: &File, on: NaiveDate, criterion: &Criterion, call: &Call) -> Value {
    let reading = &criterion.reading;
    json!({
        "code": criterion.exit.code(),
        "holds": reading.holds,
        "measured": figures(&reading.measured),
        "required": figures(&criterion.required),
        "obstacles": reading.obstacles.iter().map(|it| it.code()).collect::<Vec<_>>(),
        "rests_on": reading.rests_on,
        "first_day": criterion.valid.first_day,
        "last_day": criterion.valid.last_day,
        "evidence": asked(file, on, criterion).iter().map(proof).collect::<Vec<_>>(),
        "route": criterion.route().code(),
        "why": call.words.exit_why(criterion),
    })
}

/// What the commission asks to see for this exit, and where it stands.
fn asked(file: &File, on: NaiveDate, criterion: &Criterion) -> Vec<Demand> {
    demands(file, Gate::Exit(criterion.exit), on, &Pack::default().at(on))
}

fn proof(demand: &Demand) -> Value {
    let kind = match demand.wanted {
        Wanted::Claim(it) => it.code(),
        Wanted::Proof(it) => it.code(),
    };
    let lack = match demand.standing {
        Standing::Met(_) => None,
        Standing::Lacking(lack, _) => Some(lack.code()),
    };
    let (from, to) = demand.period.map_or((None, None), |(from, to)| (Some(from), to));
    json!({ "kind": kind, "present": demand.standing.is_present(), "lack": lack, "from": from, "to": to })
}

/// Measures by name; hours with their decimals, as people write them.
fn figures(measures: &[(Measure, u32)]) -> Map<String, Value> {
    let hours = |minutes: u32| json!(f64::from(minutes) / 60.0);
    let figure = |(measure, value): &(Measure, u32)| match measure {
        Measure::Months | Measure::Days | Measure::Weeks => (measure.code().to_owned(), json!(value)),
        Measure::MeanWeeklyMinutes => ("mean_weekly_hours".to_owned(), hours(*value)),
        Measure::TotalMinutes => ("total_hours".to_owned(), hours(*value)),
    };
    measures.iter().map(figure).collect()
}
