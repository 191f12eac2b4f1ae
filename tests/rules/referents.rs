//! Who follows a person, and when: one at a time, on every day (R9.1-03).

use chrono::{NaiveDate, TimeZone as _, Utc};
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::person::Person;
use jalon::domain::recorded::Recorded;
use jalon::domain::referent::{Referent, tenures};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn put<T: Recorded>(file: &mut File, number: u8, value: T) {
    let entry = EntryId { station: StationId([1; 16]), sequence: u64::from(number) };
    let written_at = Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).single().expect("an instant");
    file.put(Current { id: ObjectId([number; 16]), entry, written_at, value });
}

/// Somebody who is followed since February 2025, and perhaps left.
fn file(exited_on: Option<&str>) -> File {
    let entry = EntryId { station: StationId([1; 16]), sequence: 1 };
    let written_at = Utc.with_ymd_and_hms(2025, 2, 3, 9, 0, 0).single().expect("an instant");
    let value = Person::new("Morel", "Inès", day("1990-05-02"));
    let person = Current { id: ObjectId([1; 16]), entry, written_at, value };
    let mut file = File::new(PersonId([9; 16]), person);
    let enrolment = Enrolment {
        referred_on: Some(day("2025-02-03")),
        enrolled_on: Some(day("2025-03-06")),
        exited_on: exited_on.map(day),
        ..Enrolment::default()
    };
    put(&mut file, 2, enrolment);
    file
}

fn referent(name: &str, since: &str) -> Referent {
    Referent { name: name.to_owned(), since: day(since), change: None, note: String::new() }
}

fn told(file: &File) -> Vec<String> {
    let until = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    tenures(file, "Paul Vasseur")
        .iter()
        .map(|it| format!("{} {}..{}", it.name, it.since, until(it.until)))
        .collect()
}

#[test]
fn the_one_before_ends_on_the_eve() {
    let mut it = file(None);
    assert_eq!(told(&it), ["Paul Vasseur 2025-02-03.."]);
    put(&mut it, 3, referent("Claire Morel", "2025-09-01"));
    assert_eq!(told(&it), ["Paul Vasseur 2025-02-03..2025-08-31", "Claire Morel 2025-09-01.."]);
    // One that was forgotten finds its place.
    put(&mut it, 4, referent("Nadia Lemoine", "2025-06-10"));
    let all = [
        "Paul Vasseur 2025-02-03..2025-06-09",
        "Nadia Lemoine 2025-06-10..2025-08-31",
        "Claire Morel 2025-09-01..",
    ];
    assert_eq!(told(&it), all);
    it.take_out(ObjectId([4; 16]));
    assert_eq!(told(&it), ["Paul Vasseur 2025-02-03..2025-08-31", "Claire Morel 2025-09-01.."]);
}

#[test]
fn it_ends_with_the_exit_and_nobody_is_two() {
    let mut it = file(Some("2026-01-15"));
    assert_eq!(told(&it), ["Paul Vasseur 2025-02-03..2026-01-15"]);
    put(&mut it, 3, referent("Claire Morel", "2025-02-03"));
    assert_eq!(told(&it), ["Claire Morel 2025-02-03..2026-01-15"], "from the first day on");
    // What another hand wrote on the same day is read all the same: the later entry counts.
    put(&mut it, 4, referent("Nadia Lemoine", "2025-02-03"));
    assert_eq!(told(&it), ["Nadia Lemoine 2025-02-03..2026-01-15"]);
    (it.enrolments, it.referents) = (Vec::new(), Vec::new());
    assert_eq!(told(&it), [""; 0]);
}

#[test]
fn two_at_once_are_refused() {
    let mut it = file(Some("2026-01-15"));
    put(&mut it, 3, referent("Claire Morel", "2025-09-01"));
    let refused = |name: &str, since: &str| {
        let found = check::body(&Body::Referent(referent(name, since)), Some(&it), day("2026-03-01"));
        found.iter().map(|it| format!("{} {}", it.field, it.code)).collect::<Vec<_>>()
    };
    assert_eq!(refused("Nadia Lemoine", "2025-10-01"), [""; 0]);
    assert_eq!(refused("Nadia Lemoine", "2025-09-01"), ["since two-referents"]);
    assert_eq!(refused("Claire Morel ", "2025-10-01"), ["name referent-already"]);
    assert_eq!(refused("Nadia Lemoine", "2026-01-16"), ["since referent-after-exit"]);
    assert_eq!(refused(" ", "2026-03-02")[..2], ["name referent-missing", "since date-in-future"]);
}
