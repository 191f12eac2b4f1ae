//! What the rules find about a station: absences to cover and to replace (AL-22, A-18).

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::file::{Current, EntryId};
use jalon::domain::id::{ObjectId, StationId};
use jalon::domain::office::{
    Absence, AbsenceKind, Meeting, MeetingKind, MeetingPresence, Office, OfficeBody, is_siret,
};
use jalon::domain::parameters::Pack;
use jalon::domain::rules::{StationFinding, station_findings, station_findings_within};

use super::facts::date;
use super::tables::{each_line, expect};

/// "maladie 02/03/2026 … mi-temps 02/03/2026 remplacement 02/04/2026".
fn absence(text: &str) -> Absence {
    let mut words = text.split_whitespace();
    let kind = words.next().and_then(AbsenceKind::from_code).expect("a reason");
    let mut absence = Absence::new(kind, date(words.next().expect("a first day")));
    absence.ends_on = words.next().filter(|it| *it != "…").map(date);
    let rest: Vec<&str> = words.collect();
    let named: BTreeMap<&str, NaiveDate> = rest.chunks(2).map(|pair| (pair[0], date(pair[1]))).collect();
    absence.covered_from = named.get("mi-temps").copied();
    absence.replaced_from = named.get("remplacement").copied();
    absence
}

fn office(absences: &[Absence]) -> Office {
    let mut office = Office::default();
    for (rank, it) in (1..).zip(absences) {
        office.put(Current {
            id: ObjectId([rank; 16]),
            entry: EntryId { station: StationId([1; 16]), sequence: u64::from(rank) },
            written_at: DateTime::UNIX_EPOCH,
            value: OfficeBody::Absence(it.clone()),
        });
    }
    office
}

fn summary(finding: &StationFinding) -> String {
    let due = finding.due.format("%d/%m/%Y");
    format!("{} {} {due} {}", finding.status.code(), finding.cause.code(), finding.days)
}

#[test]
fn absences_are_covered_then_replaced() {
    let pack = Pack::default();
    each_line("absences.tsv", include_str!("absences.tsv"), 4, |cells| {
        let [_, absences, on, expected] = cells else { return Err("cells".into()) };
        let absences: Vec<Absence> = absences.split(';').map(|it| absence(it.trim())).collect();
        let found = station_findings(&office(&absences), &pack, date(on));
        let found: Vec<String> = found.iter().map(summary).collect();
        expect(if *expected == "–" { "" } else { expected }, &found.join(" + "))
    });
}

#[test]
fn reports_are_asked_for_until_they_are_sent() {
    let pack = Pack::default();
    each_line("reports.tsv", include_str!("reports.tsv"), 5, |cells| {
        let [_, begun_on, sent_on, on, expected] = cells else { return Err("cells".into()) };
        let mut office = Office { begun_on: Some(date(begun_on)), ..Office::default() };
        for (rank, day) in (1..).zip(sent_on.split_whitespace()) {
            office.put(Current {
                id: ObjectId([rank; 16]),
                entry: EntryId { station: StationId([1; 16]), sequence: u64::from(rank) },
                written_at: DateTime::UNIX_EPOCH,
                value: OfficeBody::Meeting(Meeting {
                    kind: MeetingKind::ReportSent,
                    date: date(day),
                    duration_min: None,
                    title: String::new(),
                    presence: MeetingPresence::Present,
                    note: String::new(),
                }),
            });
        }
        let found: Vec<String> = station_findings(&office, &pack, date(on)).iter().map(summary).collect();
        expect(if *expected == "–" { "" } else { expected }, &found.join(" + "))
    });
}

#[test]
fn what_falls_due_within_some_days_is_told_ahead() {
    let pack = Pack::default();
    let office = office(&[absence("maladie 10/03/2026 …")]);
    let within = |on: &str, days| {
        let found = station_findings_within(&office, &pack, date(on), days);
        found.iter().map(summary).collect::<Vec<_>>().join(" + ")
    };
    assert_eq!(within("01/03/2026", 5), "");
    assert_eq!(within("01/03/2026", 9), "soon half_time_missing 10/03/2026 -9");
    assert_eq!(
        within("12/03/2026", 40),
        "due half_time_missing 10/03/2026 2 + soon replacement_missing 11/04/2026 -30"
    );
}

#[test]
fn an_absence_goes_on_through_the_journals_of_its_station() {
    // After a restoration a station writes in another journal.
    let mut both = office(&[absence("maladie 02/03/2026 13/03/2026 mi-temps 02/03/2026")]);
    both.put(Current {
        id: ObjectId([9; 16]),
        entry: EntryId { station: StationId([2; 16]), sequence: 1 },
        written_at: DateTime::UNIX_EPOCH,
        value: OfficeBody::Absence(absence("maladie 14/03/2026 … mi-temps 14/03/2026")),
    });
    let found = station_findings(&both, &Pack::default(), date("02/04/2026"));
    assert_eq!(found.iter().map(summary).collect::<Vec<_>>(), ["soon replacement_missing 03/04/2026 -1"]);
}

#[test]
fn an_absence_that_ends_before_it_begins_is_refused() {
    let found = |absence: &Absence| {
        let body = Body::Office(OfficeBody::Absence(absence.clone()));
        let found = check::body(&body, None, date("01/04/2026"));
        found.iter().map(|it| format!("{} {}", it.field, it.code)).collect::<Vec<_>>()
    };
    let whole = absence("maladie 02/03/2026 13/03/2026 mi-temps 02/03/2026");
    assert_eq!(found(&whole), Vec::<String>::new());
    let reversed = Absence { ends_on: Some(date("01/03/2026")), ..whole.clone() };
    assert_eq!(found(&reversed), ["ends_on ends-before-start"]);
    let told_ahead = Absence { notified_on: Some(date("02/04/2026")), ..whole.clone() };
    assert_eq!(found(&told_ahead), ["notified_on date-in-future"]);
    let early = Absence { covered_from: Some(date("01/03/2026")), ..whole };
    assert_eq!(found(&early), ["covered_from absence-covered-before-start"]);
}

#[test]
fn a_siret_has_fourteen_digits_of_which_the_last_is_checked() {
    // INSEE’s own, a made-up one, and an office of La Poste, which is numbered otherwise.
    for right in ["12002701600357", "73282932000074", "35600000049837"] {
        assert!(is_siret(right), "{right}");
    }
    for wrong in
        ["73282932000075", "37282932000074", "7328293200007", "732829320000741", "7328293200007A", ""]
    {
        assert!(!is_siret(wrong), "{wrong}");
    }
}
