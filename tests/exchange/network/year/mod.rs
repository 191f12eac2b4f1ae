//! Months of work of a team and its stations, with late, lost, doubled and shuffled bundles both ways, decisions,
//! files that change stations, restorations from older copies and departures: in the end everybody agrees, and
//! nothing is missing of what was written, but what a restoration took and no bundle had carried.

mod agreeing;
mod living;

use living::{Accidents, Life};

use super::super::stock_tools::say;

/// Stations, months and how many times: `JALON_YEARS_OF_EXCHANGE=14x12x20` says other numbers, and a fourth one
/// the first seed.
fn size() -> [usize; 4] {
    let said = std::env::var("JALON_YEARS_OF_EXCHANGE").unwrap_or_default();
    let numbers: Vec<usize> = said.split('x').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [stations, months, times] => [stations, months, times, 0],
        [stations, months, times, first] => [stations, months, times, first],
        _ => [3, 5, 2, 0],
    }
}

/// Lives so many times, and says what happened.
fn live(what: &str, accidents: Accidents) {
    let [stations, months, times, first] = size();
    let mut sums = [0; 7];
    for seed in first..first + times {
        let mut life = Life::new(seed as u64, stations, accidents);
        for month in 0..months {
            life.month(month);
        }
        let mut life = life.settle();
        let found = life.everybody_agrees(seed);
        sums.iter_mut().zip(found).for_each(|(sum, it)| *sum += it);
    }
    let [bundles, transfers, restored, departed, written, aside, gone] = sums;
    say(&format!(
        "{what}: {times} × {stations} stations × {months} months: {bundles} bundles, {transfers} transfers, \
         {restored} restorations, {departed} departures, {written} notes: none twice, none lost that had left \
         its station; {aside} put aside, {gone} gone with their station before any bundle had them"
    ));
}

#[test]
fn after_months_of_lost_and_late_bundles_everybody_agrees() {
    live("no accident at home", Accidents { restored: 0, departed: 0 });
}

#[test]
fn after_months_of_restorations_everybody_agrees() {
    live("restorations", Accidents { restored: 10, departed: 0 });
}

#[test]
fn after_months_of_restorations_and_departures_everybody_agrees() {
    live("restorations and departures", Accidents { restored: 10, departed: 5 });
}
