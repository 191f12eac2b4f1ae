//! The quick line on a real station: what is echoed, what is saved, who is never guessed.

use jalon::domain::body::Body;
use jalon::domain::codes::{Modality, Outcome};
use jalon::domain::id::PersonId;
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::ui::action::Action;

use super::forms_station::{Station, TODAY, day};
use super::screens::setup;
use crate::support::harness::Harness;

fn person(family_name: &str, given_name: &str, birth: &str) -> Body {
    let mut person = Person::new(family_name, given_name, day(birth));
    person.commune = Some("76540".to_owned());
    Body::Person(person)
}

fn station() -> (Station, PersonId) {
    let station = Station::new();
    let nadia = station.add(person("Benali", "Nadia", "1990-05-02"), Vec::new());
    station.add(person("Petit", "Paul", "1985-01-30"), Vec::new());
    (station, nadia)
}

fn interviews(station: &Station, person: PersonId) -> Vec<Interview> {
    station.file(person).interviews.into_iter().map(|it| it.value).collect()
}

#[test]
fn an_interview_is_echoed_then_saved() {
    let (station, nadia) = station();
    let mut h = station.harness().start();
    h.press("e").type_text("nad 45pd CV à jour, revoir lundi");
    let screen = h.screen();
    for expected in [
        "BENALI Nadia",
        "02/05/1990",
        "Rouen",
        "45\u{a0}min",
        "en présence",
        "les deux ont signé",
        "CV à jour",
    ] {
        assert!(screen.contains(expected), "{expected} in\n{screen}");
    }
    assert!(interviews(&station, nadia).is_empty(), "nothing is saved before Enter");
    h.press("enter");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    assert!(h.screen().contains("u pour annuler"), "{}", h.screen());
    let saved = &interviews(&station, nadia)[0];
    assert_eq!((saved.date, saved.outcome), (day(TODAY), Outcome::Held));
    assert_eq!((saved.duration_min, saved.modality), (Some(45), Some(Modality::OnSite)));
    assert_eq!(saved.participant_signature, Signature::Paper { on: day(TODAY) });
    assert_eq!(saved.record, "CV à jour, revoir lundi");
    assert!(saved.signed_code.is_some(), "what was signed is tied to its text");
    h.press("u");
    assert!(h.screen().contains("Annulé\u{a0}: entretien du 12/03, B. Nadia"), "{}", h.screen());
    assert!(interviews(&station, nadia).is_empty());
    h.press("ctrl-r");
    assert!(h.screen().contains("Rétabli\u{a0}: entretien du 12/03, B. Nadia"), "{}", h.screen());
    assert_eq!(interviews(&station, nadia).len(), 1);
}

#[test]
fn nobody_and_nothing_are_refused() {
    let (station, _) = station();
    let mut h = station.harness().start();
    h.press("e enter");
    assert!(h.screen().contains("Tapez le début d’un nom"), "{}", h.screen());
    h.type_text("zoé 45").press("enter");
    assert!(h.screen().contains("Personne ne correspond"), "{}", h.screen());
    assert!(h.requests().iter().all(|it| !matches!(it, jalon::usecase::request::Request::Save(_))));
}

#[test]
fn homonyms_are_offered_and_never_guessed() {
    let (station, nadia) = station();
    let other = station.add(person("Benali", "Nadia", "1971-11-20"), Vec::new());
    let mut h = station.harness().start();
    h.press("e").type_text("nad 30 t").press("enter");
    assert!(interviews(&station, nadia).is_empty() && interviews(&station, other).is_empty());
    assert!(h.screen().contains("02/05/1990"), "{}", h.screen());
    h.press("enter");
    let saved = interviews(&station, nadia).len() + interviews(&station, other).len();
    assert_eq!(saved, 1);
}

#[test]
fn whoever_moves_the_mark_has_chosen() {
    let (station, nadia) = station();
    station.add(person("Abadie", "Nadia", "1980-01-01"), Vec::new());
    let mut h = station.harness().start();
    h.press("e").type_text("nadia 45pd").press("down enter");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    assert_eq!(interviews(&station, nadia).len(), 1);
}

#[test]
fn the_appointment_of_the_day_is_the_interview() {
    let (station, _) = station();
    let mut planned = Interview::new(day(TODAY), Outcome::Planned);
    planned.start = chrono::NaiveTime::from_hms_opt(14, 0, 0);
    planned.modality = Some(Modality::AtHome);
    let awa = station.add(person("Diallo", "Awa", "1999-09-09"), vec![Body::Interview(planned)]);
    let mut h = station.harness().start();
    h.press("e").type_text("awa 60");
    assert!(h.screen().contains("rendez-vous du") && h.screen().contains("14h00"), "{}", h.screen());
    h.press("enter");
    let saved = interviews(&station, awa);
    assert_eq!(saved.len(), 1, "the appointment itself became the interview");
    assert_eq!((saved[0].outcome, saved[0].modality), (Outcome::Held, Some(Modality::AtHome)));
    assert_eq!(saved[0].start, chrono::NaiveTime::from_hms_opt(14, 0, 0));
}

#[test]
fn a_pasted_line_end_never_saves() {
    let (station, nadia) = station();
    let mut h = station.harness().start();
    h.press("e").paste("nad 45pd\nvue\r\navec sa fille\n");
    assert!(interviews(&station, nadia).is_empty());
    h.press("enter");
    assert_eq!(interviews(&station, nadia)[0].record, "vue avec sa fille");
}

#[test]
fn what_is_left_is_found_again() {
    let (station, nadia) = station();
    let mut h = station.harness().start();
    h.press("e").type_text("nad 45 p d suite").press("esc");
    assert!(h.screen().contains("Brouillon gardé"), "{}", h.screen());
    h.press("e");
    assert!(h.screen().contains("suite"), "{}", h.screen());
    h.press("enter e");
    assert!(!h.screen().contains("suite"), "once saved, the draft is gone:\n{}", h.screen());
    assert_eq!(interviews(&station, nadia).len(), 1);
}

#[test]
fn what_a_cut_left_is_there_at_once_and_what_was_closed_waits() {
    let (station, nadia) = station();
    let mut h = station.harness().start();
    h.press("e").type_text("nad 45 p d coupée ici").wait(3);
    let mut h = station.harness().start();
    assert!(h.screen().contains("coupée ici"), "{}", h.screen());
    assert!(h.screen().contains("repris là où il en était"), "{}", h.screen());
    h.type_text(" puis finie").press("enter");
    assert_eq!(interviews(&station, nadia)[0].record, "coupée ici puis finie");
    h.press("e").type_text("nad 30 plus tard").press("esc");
    let mut h = station.harness().start();
    assert!(!h.screen().contains("plus tard"), "it was closed on purpose\n{}", h.screen());
    h.press("e");
    assert!(h.screen().contains("plus tard"), "{}", h.screen());
}

#[test]
fn a_line_cut_inside_a_file_is_there_again_above_that_file() {
    let (station, _) = station();
    let mut h = station.harness().start();
    h.act(Action::ListOpen).press("e").type_text("30 t coupée").wait(3);
    let whose = h.row(0);
    // A kill, then a new start: nothing remembers the file that was open.
    let mut h = station.harness().start();
    assert!(h.screen().contains("coupée"), "{}", h.screen());
    assert_eq!(h.row(0), whose);
    h.press("enter");
    assert!(h.screen().contains("[Résumé] Entretiens"), "{}", h.screen());
    let written: usize = station.caseload().files.values().map(|file| file.interviews.len()).sum();
    assert_eq!(written, 1);
}

#[test]
fn a_social_security_number_is_refused() {
    let (station, nadia) = station();
    let mut h = station.harness().start();
    h.press("e").type_text("nad 45 p n, 2 90 05 76 540 123 45").press("enter enter");
    assert!(h.screen().contains("sécurité sociale"), "{}", h.screen());
    assert!(interviews(&station, nadia).is_empty());
}

#[test]
fn inside_a_file_the_line_needs_no_name() {
    let (station, _) = station();
    let mut h = station.harness().start();
    h.act(Action::ListOpen).press("e").type_text("30 t").press("enter");
    let first = station.caseload().files.values().next().expect("a file").clone();
    assert_eq!(first.interviews[0].value.duration_min, Some(30));
    assert!(h.screen().contains("[Résumé]"), "{}", h.screen());
}

/// The program with Nadia's file open.
fn in_her_file(station: &Station) -> Harness {
    let mut h = setup(station).start();
    h.press("/").type_text("benali").press("enter");
    assert!(h.row(0).contains("BENALI Nadia"), "{}", h.screen());
    h
}

/// In somebody's open file, a line that names them, or somebody else, is read as it is elsewhere; whose interview
/// it is is chosen whenever the words may mean two people.
#[test]
fn inside_a_file_a_name_is_never_logged_on_the_wrong_person() {
    // The line, whether one Enter is enough, and the record that is left in the open file.
    let cases = [
        ("nadia 45 p d CV à jour", true, "CV à jour"),
        ("benali nadia", true, ""),
        ("Nadia a rappelé", true, "Nadia a rappelé"),
        ("paulette est venue", true, "paulette est venue"),
        ("45 p d Paul a appelé", true, "Paul a appelé"),
        ("paul 45 p d CV", false, "paul 45 p d CV"),
        ("paull 45", false, "paull 45"),
        ("paul", false, "paul"),
        ("Paul a appelé", false, "Paul a appelé"),
        ("pet p d", false, "pet p d"),
    ];
    for (line, is_sure, record) in cases {
        let (station, nadia) = station();
        let paul = station.caseload().files.values().find(|it| it.id != nadia).expect("Paul").id;
        let mut h = in_her_file(&station);
        h.press("e").type_text(line).press("enter");
        assert!(interviews(&station, paul).is_empty(), "{line}");
        if !is_sure {
            assert!(interviews(&station, nadia).is_empty(), "{line}\n{}", h.screen());
            h.press("enter");
        }
        let saved = interviews(&station, nadia);
        assert_eq!(saved.iter().map(|it| it.record.as_str()).collect::<Vec<_>>(), [record], "{line}");
    }
}

#[test]
fn inside_a_file_whoever_is_named_may_be_chosen() {
    let (station, nadia) = station();
    let paul = station.caseload().files.values().find(|it| it.id != nadia).expect("Paul").id;
    let mut h = in_her_file(&station);
    h.press("e").type_text("paul 45 p d CV").press("enter down enter");
    assert!(interviews(&station, nadia).is_empty(), "{}", h.screen());
    let saved = interviews(&station, paul);
    assert_eq!((saved[0].record.as_str(), saved[0].duration_min), ("CV", Some(45)));
}
