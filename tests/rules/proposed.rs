//! The appointment proposed after an interview: four weeks later, off closed days, absences and slots
//! that somebody else has.

use chrono::{DateTime, NaiveDate, NaiveTime};
use jalon::domain::agenda::{Agenda, Diary};
use jalon::domain::codes::Outcome;
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::habits::next_appointment;
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::Interview;
use jalon::domain::office::{Absence, AbsenceKind};
use jalon::domain::person::Person;

use super::facts::date;
use super::tables::{each_line, expect};

fn current<T>(rank: u8, value: T) -> Current<T> {
    let entry = EntryId { station: StationId([1; 16]), sequence: u64::from(rank) };
    Current { id: ObjectId([rank; 16]), entry, written_at: DateTime::UNIX_EPOCH, value }
}

fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%Hh%M").expect("an hour")
}

/// Somebody who has these appointments: "07/04/2026 14h00 ; …".
fn planned(rank: u8, appointments: &str) -> File {
    let person = Person::new("Marchand", "Élodie", date("01/02/1990"));
    let mut file = File::new(PersonId([rank; 16]), current(rank, person));
    for (at, text) in (1..).zip(appointments.split(';').filter(|it| *it != "–")) {
        let (day, start) = text.trim().split_once(' ').expect("a day and an hour");
        let mut interview = Interview::new(date(day), Outcome::Planned);
        interview.start = Some(hour(start));
        file.put(current(rank + at, interview));
    }
    file
}

fn absence(text: &str) -> Absence {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut absence = Absence::new(AbsenceKind::from_code(words[0]).expect("a reason"), date(words[1]));
    absence.ends_on = (words[2] != "…").then(|| date(words[2]));
    absence
}

fn proposed(last: NaiveDate, absences: &str, taken: &str) -> NaiveDate {
    let absences: Vec<_> =
        absences.split(';').filter(|it| *it != "–").map(|it| current(1, absence(it))).collect();
    let whom = PersonId([200; 16]);
    let agenda = Agenda::of([&planned(10, taken)]);
    let start = Some(hour("14h00"));
    next_appointment(last, start, &Diary::new(&agenda, &absences), whom).0
}

#[test]
fn the_next_appointment_is_on_a_day_and_at_an_hour_that_are_free() {
    each_line("proposed.tsv", include_str!("proposed.tsv"), 5, |cells| {
        let [_, last, absences, taken, expected] = cells else { return Err("cells".into()) };
        let found = proposed(date(last), absences, taken);
        expect(expected, &found.format("%d/%m/%Y").to_string())
    });
}

#[test]
fn one_s_own_appointment_takes_nobody_s_place_and_neither_does_one_that_was_moved() {
    let file = planned(10, "07/04/2026 14h00");
    let mut agenda = Agenda::of([&file]);
    let (day, at) = (date("07/04/2026"), hour("14h00"));
    assert!(agenda.is_free(day, at, file.id));
    assert!(!agenda.is_free(day, at, PersonId([9; 16])));
    agenda.put(file.id, Some(&planned(10, "09/04/2026 14h00")));
    assert!(agenda.is_free(day, at, PersonId([9; 16])));
    let old: Vec<_> = agenda.without_outcome(date("10/04/2026")).collect();
    assert_eq!(old, [(date("09/04/2026"), file.id)]);
    agenda.put(file.id, None);
    assert_eq!(agenda.without_outcome(date("10/04/2026")).count(), 0);
}
