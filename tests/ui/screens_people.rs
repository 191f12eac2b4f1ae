//! A small invented caseload on a real station: appointments today, people late in every way,
//! homonyms, records to sign, somebody who left.

use chrono::NaiveTime;
use jalon::domain::body::Body;
use jalon::domain::codes::{
    Business, EntryKind, ExitReason, Lot, Modality, Outcome, Public, Ruling, StepCategory, StepStatus,
};
use jalon::domain::decision::Decision;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::id::PersonId;
use jalon::domain::interview::Interview;
use jalon::domain::person::Person;
use jalon::domain::signing::Signing;
use jalon::domain::step::Step;

use super::forms_station::{Station, day};

/// A person's identity page.
pub fn person(family: &str, given: &str, birth: &str, commune: &str) -> Person {
    let mut person = Person::new(family, given, day(birth));
    person.commune = Some(commune.to_owned());
    person.phone = Some("06 12 34 56 78".to_owned());
    person
}

/// An adhesion of that day.
pub fn adhesion(date: &str) -> Body {
    Body::Enrolment(Enrolment {
        referred_on: Some(day(date)),
        received_on: Some(day(date)),
        enrolled_on: Some(day(date)),
        deed_signed_on: Some(day(date)),
        entry_kind: Some(EntryKind::New),
        lot: Some(Lot::L6),
        public: Some(Public::Adult),
        ..Enrolment::default()
    })
}

/// An interview held that day, signed by both or by nobody.
pub fn held(date: &str, is_signed: bool) -> Body {
    let mut interview = Interview::new(day(date), Outcome::Held);
    interview.start = NaiveTime::from_hms_opt(14, 0, 0);
    interview.duration_min = Some(45);
    interview.modality = Some(Modality::OnSite);
    interview.record = "Point sur les candidatures.".to_owned();
    if is_signed {
        Signing::Both.sign(&mut interview, day(date));
    }
    Body::Interview(interview)
}

/// An appointment that day, at that hour.
pub fn planned(date: &str, hour: u32, minute: u32) -> Body {
    let mut interview = Interview::new(day(date), Outcome::Planned);
    interview.start = NaiveTime::from_hms_opt(hour, minute, 0);
    interview.modality = Some(Modality::OnSite);
    Body::Interview(interview)
}

/// A step that runs since that day.
pub fn running(date: &str) -> Body {
    let mut step = Step::new(StepCategory::JobSearch, "Atelier candidatures", StepStatus::Running);
    step.proposed_on = Some(day(date));
    step.starts_on = Some(day(date));
    Body::Step(step)
}

/// Adds everybody; says who comes at 9:30 today.
pub fn fill(station: &Station) -> PersonId {
    let add = |person: Person, rest: Vec<Body>| station.add(Body::Person(person), rest);
    let diallo = add(
        person("Diallo", "Aminata", "1988-02-29", "76540"),
        vec![
            adhesion("2025-09-04"),
            running("2026-01-12"),
            held("2026-02-12", true),
            planned("2026-03-12", 9, 30),
        ],
    );
    add(
        person("Petit", "Éric", "1979-11-03", "76681"),
        vec![
            adhesion("2025-10-02"),
            running("2026-02-02"),
            held("2026-01-15", true),
            planned("2026-03-12", 14, 0),
        ],
    );
    add(
        person("Marchand", "Luc", "1969-07-14", "76575"),
        vec![adhesion("2025-06-05"), held("2025-12-18", true), running("2025-12-01")],
    );
    add(
        person("Traoré", "Fatoumata", "1991-01-30", "76540"),
        vec![adhesion("2023-02-02"), held("2026-03-03", true), running("2026-01-05")],
    );
    for birth in ["1984-04-01", "1996-12-24"] {
        add(
            person("Martin", "Sophie", birth, "76540"),
            vec![adhesion("2025-11-06"), held("2026-03-06", true), running("2026-02-20")],
        );
    }
    add(
        person("Leroy", "Karim", "1993-08-19", "76498"),
        vec![adhesion("2025-12-04"), running("2026-02-09"), held("2026-03-05", false)],
    );
    add(
        person("Nguyen", "Thi Mai", "1975-05-05", "76540"),
        vec![
            adhesion("2025-04-03"),
            held("2026-02-19", true),
            running("2026-01-20"),
            planned("2026-03-10", 10, 0),
        ],
    );
    let mut left = Enrolment { exited_on: Some(day("2026-01-08")), ..Enrolment::default() };
    left.enrolled_on = Some(day("2024-01-11"));
    left.exit_reason = Some(ExitReason::Permanent);
    let exit = Decision {
        reason: "CDI depuis six mois.".to_owned(),
        ..Decision::new(day("2026-01-08"), Business::Exit, Ruling::Exited)
    };
    add(
        person("Da Silva", "Maria", "1982-09-09", "76540"),
        vec![Body::Enrolment(left), held("2025-12-11", true), Body::Decision(exit)],
    );
    diallo
}
