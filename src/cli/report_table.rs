//! The figures of a report as tables for people, and as one table for a spreadsheet.

use super::call::{Call, Format};
use super::output;
use super::report::{Asked, Beside};
use crate::domain::figures::bilan::Bilan;
use crate::domain::figures::delay::DelayKey;
use crate::domain::figures::target::Gauge;
use crate::domain::figures::{Figure, rate};

/// One table after the other: figures, targets, delays, prescribers.
pub fn tables(asked: &Asked, bilan: &Bilan<'_>, beside: Option<&Beside<'_>>, call: &Call) {
    let mut header = named(&["figure", "group", "value", "among", "rate", "reference"], call);
    if let Some(day) = asked.beside {
        header.push(call.words.filled("report-column-beside", [("date", call.date(day).as_str())]));
    }
    let figures = bilan.figures.iter().map(|it| row(it, beside, call));
    table(&header, figures.collect(), call);
    let header = named(&["target", "lot", "value", "by", "target", "expected", "standing", "months"], call);
    table(&header, bilan.gauges.iter().map(|it| gauge(it, call)).collect(), call);
    let header = named(&["delay", "value", "median", "longest"], call);
    table(&header, DelayKey::ALL.iter().map(|key| delay(bilan, *key, call)).collect(), call);
    let header = named(&["prescriber", "referred", "examined", "refused", "rate"], call);
    let referrals = bilan.waits.by_prescriber.iter().map(|(kind, it)| {
        let counts = [it.referred.len(), it.examined.len(), it.refused.len()];
        let mut cells = vec![call.words.prescriber(*kind).into_owned()];
        cells.extend(counts.map(|count| count.to_string()));
        cells.push(percent(rate(it.refused.len(), it.examined.len()), call));
        cells
    });
    table(&header, referrals.collect(), call);
}

/// Every figure, one line each, with its code and the rules that define it.
pub fn csv(asked: &Asked, bilan: &Bilan<'_>, beside: Option<&Beside<'_>>, call: &Call) {
    let mut header = named(&["code", "figure", "group", "value", "among", "rate", "reference"], call);
    if let Some(day) = asked.beside {
        header.push(call.words.filled("report-column-beside", [("date", call.date(day).as_str())]));
    }
    header.push(call.words.get("report-column-rules").into_owned());
    let rows: Vec<Vec<String>> = bilan
        .figures
        .iter()
        .map(|it| {
            let mut cells = row(it, beside, call);
            cells.insert(0, it.key.code().to_owned());
            cells.push(it.key.rules().join(" "));
            cells
        })
        .collect();
    output::rows(&header, &rows, Format::Csv);
}

fn table(header: &[String], rows: Vec<Vec<String>>, call: &Call) {
    if !rows.is_empty() {
        output::line("");
        output::rows(header, &rows, call.format);
    }
}

fn named(columns: &[&str], call: &Call) -> Vec<String> {
    columns.iter().map(|name| call.words.get(&format!("report-column-{name}")).into_owned()).collect()
}

fn row(it: &Figure<'_>, beside: Option<&Beside<'_>>, call: &Call) -> Vec<String> {
    let mut cells = vec![
        call.words.label(it.key).into_owned(),
        call.words.group(it.group).into_owned(),
        it.value().to_string(),
        it.among.map_or_else(String::new, |among| among.to_string()),
        percent(it.rate(), call),
        percent(it.reference(), call),
    ];
    if let Some(beside) = beside {
        let known = beside.get(&(it.key, it.group));
        let value = known.map_or(0, Figure::value).to_string();
        cells.push(match known.and_then(Figure::rate) {
            None => value,
            Some(_) => format!("{value} ({})", percent(known.and_then(Figure::rate), call)),
        });
    }
    cells
}

fn gauge(it: &Gauge, call: &Call) -> Vec<String> {
    let target = &it.target;
    let asked = match target.at_most {
        None => target.at_least.to_string(),
        Some(most) => format!("{}–{most}", target.at_least),
    };
    let standing = if it.is_behind() { "figure-behind" } else { "figure-on-track" };
    vec![
        call.words.label(target.aim).into_owned(),
        it.lot.map_or_else(String::new, |lot| call.words.label(lot).into_owned()),
        it.actual.to_string(),
        call.date(target.by),
        asked,
        it.expected.to_string(),
        call.words.get(standing).into_owned(),
        it.months_left.to_string(),
    ]
}

fn delay(bilan: &Bilan<'_>, key: DelayKey, call: &Call) -> Vec<String> {
    let it = bilan.waits.delay(key);
    vec![
        call.words.label(key).into_owned(),
        it.people.len().to_string(),
        it.median_half_days.map_or_else(String::new, |halves| call.words.half_days(halves)),
        it.longest_days.map_or_else(String::new, |days| days.to_string()),
    ]
}

fn percent(hundredths: Option<u32>, call: &Call) -> String {
    hundredths.map_or_else(String::new, |it| call.words.percent(it))
}
