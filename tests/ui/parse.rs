//! What a hurried hand types, and what it means. Thursday 12 March 2026.

use chrono::NaiveDate;
use jalon::ui::form::parse::azerty::{digit, digit_in_date};
use jalon::ui::form::parse::date::{self, Look};
use jalon::ui::form::parse::{duration, phone, time};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).expect("a date")
}

#[track_caller]
fn check_day(typed: &str, look: Look, expected: &str) {
    let day = date::parse(typed, today(), look).map_or("-".to_owned(), |day| day.to_string());
    assert_eq!(day, expected, "{typed:?}, looking {look:?}");
}

#[test]
fn days_mean_what_the_field_looks_to() {
    // typed, past, future, near
    let table = [
        ("a", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("Aujourd’hui", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("h", "2026-03-11", "2026-03-11", "2026-03-11"),
        ("d", "2026-03-13", "2026-03-13", "2026-03-13"),
        ("lu", "2026-03-09", "2026-03-16", "2026-03-09"),
        ("lundi", "2026-03-09", "2026-03-16", "2026-03-09"),
        ("je", "2026-03-12", "2026-03-19", "2026-03-12"),
        ("ve", "2026-03-06", "2026-03-13", "2026-03-13"),
        ("DI", "2026-03-08", "2026-03-15", "2026-03-15"),
        ("-3", "2026-03-09", "2026-03-09", "2026-03-09"),
        ("+4s", "2026-04-09", "2026-04-09", "2026-04-09"),
        ("+2m", "2026-05-12", "2026-05-12", "2026-05-12"),
        ("-1a", "2025-03-12", "2025-03-12", "2025-03-12"),
        ("+10j", "2026-03-22", "2026-03-22", "2026-03-22"),
        ("12/3", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("1203", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("13/3", "2025-03-13", "2026-03-13", "2026-03-13"),
        ("1.2", "2026-02-01", "2027-02-01", "2026-02-01"),
        ("1-2", "2026-02-01", "2027-02-01", "2026-02-01"),
        ("1:2", "2026-02-01", "2027-02-01", "2026-02-01"),
        ("31/12", "2025-12-31", "2026-12-31", "2025-12-31"),
        ("120326", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("12032026", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("12/03/2026", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("14/7/54", "1954-07-14", "2054-07-14", "2054-07-14"),
        ("140784", "1984-07-14", "2084-07-14", "2084-07-14"),
        ("2026-03-12", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("12 mars", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("12mars", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("1er août", "2025-08-01", "2026-08-01", "2026-08-01"),
        ("3 févr 25", "2025-02-03", "2025-02-03", "2025-02-03"),
        ("3 Décembre 2025", "2025-12-03", "2025-12-03", "2025-12-03"),
        ("14 juil", "2025-07-14", "2026-07-14", "2026-07-14"),
        ("14 juin", "2025-06-14", "2026-06-14", "2026-06-14"),
        ("20", "2026-02-20", "2026-03-20", "2026-03-20"),
        ("12", "2026-03-12", "2026-03-12", "2026-03-12"),
        ("31", "2026-01-31", "2026-03-31", "2026-03-31"),
        ("29/2", "2024-02-29", "2028-02-29", "2028-02-29"),
    ];
    for (typed, past, future, near) in table {
        check_day(typed, Look::Past, past);
        check_day(typed, Look::Future, future);
        check_day(typed, Look::Near, near);
    }
}

#[test]
fn what_is_no_day_is_none() {
    for typed in [
        "",
        " ",
        "l",
        "32/1",
        "31/2/2026",
        "29/2/2025",
        "123",
        "12/",
        "/3",
        "12/13",
        "0/3",
        "00",
        "99",
        "1e5",
        "12/3/2",
        "12/3/202",
        "lundi prochain",
        "+",
        "+x",
        "+4q",
        "-",
        "12 m",
        "12 ma",
        "demain matin",
        "99999999999",
        "+99999999999",
        "1/1/1899",
        "1/1/2100",
        "12//3/x",
        "é",
        "1²/3",
    ] {
        for look in [Look::Past, Look::Future, Look::Near] {
            assert_eq!(date::parse(typed, today(), look), None, "{typed:?}");
        }
    }
}

#[test]
fn a_month_that_has_no_such_day_is_known() {
    let table = [
        ("31/02", "2026-02-01"),
        ("31/2/2024", "2024-02-01"),
        ("30 févr 25", "2025-02-01"),
        ("310426", "2026-04-01"),
        ("3106", "2025-06-01"),
        ("32/1", "2026-01-01"),
        ("2026-02-30", "2026-02-01"),
        ("31avril", "2025-04-01"),
        ("28/02", "-"),
        ("12/13", "-"),
        ("99", "-"),
        ("lu", "-"),
        ("31/02/", "-"),
    ];
    for (typed, expected) in table {
        let first = date::month_without_that_day(typed, today(), Look::Past);
        assert_eq!(first.map_or("-".to_owned(), |it| it.to_string()), expected, "{typed:?}");
    }
}

#[test]
fn month_ends_are_clamped() {
    let end = NaiveDate::from_ymd_opt(2026, 1, 31).expect("a date");
    let day = date::parse("+1m", end, Look::Future).expect("a day");
    assert_eq!(day.to_string(), "2026-02-28");
}

#[test]
fn durations() {
    let table = [
        ("45", Some(45)),
        (" 45 ", Some(45)),
        ("1h15", Some(75)),
        ("1H15", Some(75)),
        ("1 h 15", Some(75)),
        ("1h5", Some(65)),
        ("1h", Some(60)),
        ("1:30", Some(90)),
        ("90 min", Some(90)),
        ("90m", Some(90)),
        ("600", Some(600)),
        ("10h", Some(600)),
        ("601", None),
        ("0", None),
        ("0h", None),
        ("1h60", None),
        ("h", None),
        ("h30", None),
        ("1h15h", None),
        ("-5", None),
        ("4,5", None),
        ("99999", None),
        ("", None),
    ];
    for (typed, expected) in table {
        assert_eq!(duration::parse(typed, 600), expected, "{typed:?}");
    }
    for minutes in 1..=600 {
        assert_eq!(duration::parse(&duration::print(minutes), 600), Some(minutes));
    }
}

#[test]
fn times() {
    let table = [
        ("14", "14:00"),
        ("9", "09:00"),
        ("930", "09:30"),
        ("1430", "14:30"),
        ("14h30", "14:30"),
        ("14 h 30", "14:30"),
        ("14H", "14:00"),
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("0", "00:00"),
        ("24", "-"),
        ("1460", "-"),
        ("14h60", "-"),
        ("h30", "-"),
        ("12345", "-"),
        ("midi", "-"),
        ("é4", "-"),
        ("", "-"),
    ];
    for (typed, expected) in table {
        let time = time::parse(typed).map_or("-".to_owned(), |time| time.format("%H:%M").to_string());
        assert_eq!(time, expected, "{typed:?}");
    }
}

#[test]
fn telephone_numbers() {
    let table = [
        ("0612345678", Some("06 12 34 56 78")),
        ("06.12.34.56.78", Some("06 12 34 56 78")),
        ("+33 6 12 34 56 78", Some("+33 6 12 34 56 78")),
        ("12", None),
        ("06 12 34 56 78 (mère)", None),
        ("", None),
    ];
    for (typed, expected) in table {
        assert_eq!(phone::parse(typed).as_deref(), expected, "{typed:?}");
    }
}

#[test]
fn the_unshifted_row_of_a_french_keyboard() {
    let row: String = "à&é\"'(-è_ç".chars().map(digit).collect();
    assert_eq!(row, "0123456789");
    assert_eq!(digit('5'), '5');
    assert_eq!(digit_in_date(None, 'é'), '2');
    assert_eq!(digit_in_date(Some('f'), 'é'), 'é');
    assert_eq!(digit_in_date(Some('1'), '-'), '-');
}

proptest::proptest! {
    #[test]
    fn nothing_typed_breaks_a_field(typed in "\\PC{0,16}") {
        for look in [Look::Past, Look::Future, Look::Near] {
            let _ = date::parse(&typed, today(), look);
        }
        let _ = (duration::parse(&typed, 600), time::parse(&typed), phone::parse(&typed));
    }

    #[test]
    fn a_printed_day_reads_as_itself(offset in -40_000i64..20_000) {
        let day = today() + chrono::TimeDelta::days(offset);
        let printed = day.format("%d/%m/%Y").to_string();
        proptest::prop_assert_eq!(date::parse(&printed, today(), Look::Past), Some(day));
    }
}
