//! What is to be looked at in a file, case by case.

use chrono::{TimeZone as _, Utc};
use jalon::domain::file::File;
use jalon::domain::parameters::Pack;
use jalon::domain::quality::{FlawKey, flaws, is_complete};

use super::facts::{date, file_of};
use super::tables::{each_line, expect};

#[test]
fn flaws_are_those_of_the_table() {
    each_line("quality.tsv", include_str!("quality.tsv"), 4, |cells| {
        let [_, facts, on, expected] = cells else { return Err("cells".into()) };
        let found = flaws(&file_of(facts), &Pack::default(), date(on));
        // Empty fields are another test's.
        let others = found.iter().filter(|it| it.key != FlawKey::Missing);
        let told = others.map(|it| {
            let day = it.on.map_or("–".to_owned(), |day| day.format("%d/%m/%Y").to_string());
            format!("{} {day} {}", it.key.code(), it.days.unwrap_or_default())
        });
        expect(expected, &told.collect::<Vec<_>>().join(" ; "))
    });
}

#[test]
fn every_empty_field_of_the_entry_is_named_and_a_filled_one_is_not() {
    let mut file = file_of("orientation 06/01/2025 ; adhésion 03/02/2025 ; lot L3 ; prescripteur PE");
    let named = |file: &File| {
        let found = flaws(file, &Pack::default(), date("03/03/2025"));
        found.into_iter().filter_map(|it| it.field).collect::<Vec<_>>()
    };
    assert_eq!(named(&file), ["commune", "criteria", "level", "qpv", "sex"]);
    assert!(!is_complete(&file, date("03/03/2025")));
    let person = &mut file.person.value;
    (person.commune, person.qpv) = (Some("76540".to_owned()), Some("non".to_owned()));
    assert_eq!(named(&file), ["criteria", "level", "sex"]);
}

#[test]
fn what_is_written_long_after_its_day_is_late_but_not_what_came_before_the_file() {
    let mut file = file_of("adhésion 03/02/2020 ; entretien 10/02/2020 ; entretien 10/02/2021");
    let written = |day: u32| Utc.with_ymd_and_hms(2021, 2, day, 9, 0, 0).single().expect("an instant");
    let late = |file: &File| {
        let found = flaws(file, &Pack::default(), date("01/04/2021"));
        found.into_iter().filter(|it| it.key == FlawKey::Late).map(|it| it.days).collect::<Vec<_>>()
    };
    file.interviews[1].written_at = written(25);
    assert_eq!(late(&file), []);
    file.interviews[1].written_at = written(26);
    assert_eq!(late(&file), [Some(16)]);
}

#[test]
fn dates_that_exclude_each_other_are_pointed_out() {
    let file = file_of("orientation 06/03/2025 ; adhésion 03/02/2025");
    let found = flaws(&file, &Pack::default(), date("10/03/2025"));
    assert!(found.iter().any(|it| it.key == FlawKey::Date), "{found:?}");
}
