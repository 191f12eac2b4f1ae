//! What forms propose: usual values, the next appointment, who signed.

use chrono::{DateTime, NaiveDate, NaiveTime};
use jalon::domain::agenda::{Agenda, Diary};
use jalon::domain::codes::{Modality, Outcome};
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::domain::signing::{Lack, Signing, lacks};
use jalon::domain::{habits, holidays};

const NADIA: PersonId = PersonId([1; 16]);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn current<T>(rank: u8, value: T) -> Current<T> {
    let entry = EntryId { station: StationId([0; 16]), sequence: u64::from(rank) + 1 };
    Current { id: ObjectId([rank; 16]), entry, written_at: DateTime::UNIX_EPOCH, value }
}

fn file(interviews: Vec<Interview>) -> File {
    let mut file =
        File::new(PersonId([1; 16]), current(0, Person::new("Benali", "Nadia", day("1990-01-01"))));
    file.interviews = (1..).zip(interviews).map(|(rank, it)| current(rank, it)).collect();
    file
}

fn held(date: &str, minutes: u16, modality: Modality) -> Interview {
    let mut interview = Interview::new(day(date), Outcome::Held);
    interview.duration_min = Some(minutes);
    interview.modality = Some(modality);
    interview
}

#[test]
fn holidays_of_several_years() {
    let holidays = [
        // Easter Monday, Ascension, Whit Monday: 2024 to 2027 and the ends of Easter's range.
        "2024-04-01",
        "2024-05-09",
        "2024-05-20",
        "2025-04-21",
        "2025-05-29",
        "2025-06-09",
        "2026-04-06",
        "2026-05-14",
        "2026-05-25",
        "2027-03-29",
        "2027-05-06",
        "2027-05-17",
        "2008-03-24",
        "2038-04-26",
        // The fixed ones.
        "2026-01-01",
        "2026-05-01",
        "2026-05-08",
        "2026-07-14",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25",
    ];
    for date in holidays {
        assert!(holidays::is_holiday(day(date)), "{date}");
    }
    let days = day("2026-01-01").iter_days().take(365);
    assert_eq!(days.filter(|it| holidays::is_holiday(*it)).count(), 11);
}

#[test]
fn the_next_appointment_avoids_closed_days() {
    let cases = [
        ("2026-03-10", "2026-04-07"), // four weeks later, a Tuesday
        ("2026-03-09", "2026-04-07"), // Easter Monday: the Tuesday
        ("2026-03-14", "2026-04-13"), // a Saturday: the Monday
        ("2026-04-10", "2026-05-11"), // Friday 8 May: the Monday
        ("2026-11-27", "2026-12-28"), // Christmas is a Friday
    ];
    let at = NaiveTime::from_hms_opt(14, 0, 0);
    for (from, expected) in cases {
        let (agenda, whom) = (Agenda::default(), PersonId([1; 16]));
        let proposed = habits::next_appointment(day(from), at, &Diary::new(&agenda, &[]), whom);
        assert_eq!(proposed, (day(expected), at), "{from}");
    }
}

#[test]
fn usual_values_come_from_the_last_interviews_held() {
    let nobody = file(Vec::new());
    assert_eq!(habits::usual_duration_min(&nobody), 45);
    assert_eq!(habits::usual_modality(&nobody), Modality::OnSite);

    let mut met = vec![held("2025-01-01", 600, Modality::AtHome)];
    met.extend([30, 60, 30, 90, 30, 45].map(|minutes| held("2026-01-01", minutes, Modality::Phone)));
    met.push(Interview::new(day("2026-02-01"), Outcome::NoShow));
    assert_eq!(habits::usual_duration_min(&file(met.clone())), 45, "the median of the last six");
    assert_eq!(habits::usual_modality(&file(met)), Modality::Phone);

    let even = vec![held("2026-01-01", 45, Modality::Video), held("2026-01-08", 45, Modality::AtHome)];
    assert_eq!(habits::usual_modality(&file(even)), Modality::AtHome, "of two as frequent, the latest");
}

#[test]
fn the_place_is_that_of_the_last_time() {
    let mut outreach = held("2026-01-01", 45, Modality::Outreach);
    outreach.place = Some("Centre social".to_owned());
    let file = file(vec![outreach, held("2026-01-08", 45, Modality::OnSite)]);
    assert_eq!(habits::usual_place(&file, Modality::Outreach), Some("Centre social"));
    assert_eq!(habits::usual_place(&file, Modality::OnSite), None);
}

#[test]
fn signing_and_back() {
    for signing in Signing::ALL {
        let mut interview = held("2026-03-12", 45, Modality::OnSite);
        signing.sign(&mut interview, day("2026-03-12"));
        let told = Signing::of(&interview.participant_signature, &interview.counsellor_signature);
        assert_eq!(told, Some(*signing));
    }
}

#[test]
fn signing_again_keeps_the_first_day() {
    let mut interview = held("2026-03-12", 45, Modality::OnSite);
    Signing::Participant.sign(&mut interview, day("2026-03-12"));
    Signing::Both.sign(&mut interview, day("2026-03-20"));
    assert_eq!(interview.participant_signature.signed_on(), Some(day("2026-03-12")));
    assert_eq!(interview.counsellor_signature.signed_on(), Some(day("2026-03-20")));

    interview.participant_signature =
        Signature::Refused { on: Some(day("2026-03-01")), reason: "ne lit pas".to_owned() };
    let before = interview.clone();
    Signing::Refused.sign(&mut interview, day("2026-03-21"));
    assert_eq!(interview.participant_signature, before.participant_signature);
}

#[test]
fn what_is_lacking_is_what_keeps_it_from_being_justified() {
    let mut interview = Interview::new(day("2026-03-12"), Outcome::Held);
    let all = [Lack::Duration, Lack::Record, Lack::ParticipantSignature, Lack::CounsellorSignature];
    assert_eq!(lacks(&interview, NADIA), all);
    interview.duration_min = Some(45);
    interview.record = "CV à jour".to_owned();
    Signing::Refused.sign(&mut interview, day("2026-03-12"));
    assert_eq!(lacks(&interview, NADIA), [Lack::ParticipantRefused]);
    Signing::Both.sign(&mut interview, day("2026-03-12"));
    assert_eq!(lacks(&interview, NADIA), []);
    assert!(interview.is_justified_by(day("2026-03-12"), NADIA));
    interview.signed_code = Some(interview.control_code(NADIA));
    assert_eq!(lacks(&interview, NADIA), []);
    interview.duration_min = Some(60);
    assert_eq!(lacks(&interview, NADIA), [Lack::SigningAgain]);
    assert!(!interview.is_justified_by(day("2026-03-12"), NADIA), "nobody signed an hour");
    assert_eq!(lacks(&Interview::new(day("2026-03-12"), Outcome::NoShow), NADIA), []);
}
