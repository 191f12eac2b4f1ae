//! The exit calculator: a table that a counsellor can read, and a second way to compute.

use chrono::{Days, Months, NaiveDate};
use jalon::domain::codes::ExitReason;
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::exit::{self, Criterion};
use jalon::domain::parameters::Pack;

use super::facts::{FileOf, date, file_of};
use super::tables::{each_line, expect};

#[test]
fn exits_are_those_of_the_table() {
    each_line("exits.tsv", include_str!("exits.tsv"), 9, |cells| {
        let [_, facts, on, code, holds, first, last, measured, obstacles] = cells else {
            return Err("cells".into());
        };
        let exit = ExitReason::from_code(code).ok_or("unknown exit")?;
        let on = date(on);
        let review = exit::review(&file_of(facts), &Pack::default().at(on), on);
        let found = review.criteria.iter().find(|it| it.exit == exit).ok_or("not weighed")?;
        expect(&[*holds, *first, *last, *measured, *obstacles].join(" | "), &summary(found))
    });
}

/// Holds, first day, last day, measures and obstacles, as the table writes them.
fn summary(criterion: &Criterion) -> String {
    let day =
        |date: Option<NaiveDate>| date.map_or("–".to_owned(), |date| date.format("%d/%m/%Y").to_string());
    let reading = &criterion.reading;
    let measured: Vec<String> =
        reading.measured.iter().map(|(measure, value)| format!("{value} {}", measure.code())).collect();
    let obstacles: Vec<&str> = reading.obstacles.iter().map(|it| it.code()).collect();
    [
        if reading.holds { "oui" } else { "non" },
        &day(criterion.valid.first_day),
        &day(criterion.valid.last_day),
        &measured.join(" "),
        &obstacles.join(" "),
    ]
    .join(" | ")
}

/// Days covered, the slow way: one by one.
fn covered(spells: &[(NaiveDate, NaiveDate)], from: NaiveDate, to: NaiveDate) -> usize {
    let is_covered = |day: &NaiveDate| spells.iter().any(|(first, last)| first <= day && day <= last);
    from.iter_days().take_while(|day| *day <= to).filter(is_covered).count()
}

/// Whether one of the contracts holds six calendar months in a row between two days, the slow way.
fn has_six_months(spells: &[(NaiveDate, NaiveDate)], from: NaiveDate, to: NaiveDate) -> bool {
    let longest = |(first, last): &(NaiveDate, NaiveDate)| {
        let mut days = first.iter_days().take_while(|day| day <= last);
        days.find(|day| *day >= from).is_some_and(|start| {
            let six_months = start.checked_add_months(Months::new(6)).and_then(|it| it.pred_opt());
            six_months.is_some_and(|end| end <= *last && end <= to)
        })
    };
    spells.iter().any(longest)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    /// Contracts that add up: every day of two years, against counting day by day.
    #[test]
    fn added_up_contracts_are_counted_day_by_day(
        spells in proptest::collection::vec((0u64..500, 1u64..250), 1..6),
        on in 0u64..900,
    ) {
        let start = date("01/01/2024");
        let spells: Vec<(NaiveDate, NaiveDate)> =
            spells.iter().map(|(first, days)| (start + Days::new(*first), start + Days::new(first + days - 1))).collect();
        let mut file = FileOf::person(1);
        for (first, last) in &spells {
            let mut it = Employment::new(ContractKind::FixedTerm, *first);
            it.ended_on = Some(*last);
            file.employment(it);
        }
        let (file, on) = (file.build(), start + Days::new(on));
        let holds = |on: NaiveDate| {
            let from = on.checked_sub_months(Months::new(9)).expect("a date") + Days::new(1);
            covered(&spells, from, on) >= 182 || has_six_months(&spells, from, on)
        };
        let parameters = Pack::default().at(on);
        let found = exit::review(&file, &parameters, on);
        let found = found.criteria.iter().find(|it| it.exit == ExitReason::FixedTerm).expect("weighed");
        proptest::prop_assert_eq!(found.reading.holds, holds(on));
        match (found.valid.first_day, found.valid.last_day) {
            (Some(first), Some(last)) => {
                proptest::prop_assert!(first <= last);
                proptest::prop_assert!(holds(first) && holds(last));
                proptest::prop_assert!(!holds(first - Days::new(1)) && !holds(last + Days::new(1)));
                proptest::prop_assert!(!found.reading.holds || (first <= on && on <= last));
            }
            (first, last) => {
                proptest::prop_assert_eq!((first, last), (None, None));
                let mut days = start.iter_days().take(1_200);
                proptest::prop_assert!(!days.any(holds));
            }
        }
    }
}
