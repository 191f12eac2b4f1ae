//! What belongs to no person: saved, undone and done again by name, found in its history, sealed like
//! what the station says of itself.

use jalon::domain::body::Body;
use jalon::domain::office::{Absence, AbsenceKind, OfficeBody};
use jalon::usecase::outcome::{ActName, Outcome, Patch, Verb};
use jalon::usecase::request::{Change, Request, Save};

use super::file_people;
use super::forms_station::{Station, day};

fn absence(note: &str) -> Absence {
    let mut absence = Absence::new(AbsenceKind::Sickness, day("2026-03-10"));
    absence.note = note.to_owned();
    absence
}

fn change(replaces: Option<&Patch>, body: Option<Absence>) -> Change {
    let replaces = replaces.map(|patch| {
        let it = patch.office.absences.last().expect("an absence");
        (it.id, it.entry)
    });
    let body = body.map(|it| Body::Office(OfficeBody::Absence(it)));
    Change { person: None, replaces, body }
}

fn save(station: &Station, changes: Vec<Change>) -> Patch {
    let save = Save { changes, draft: None, confirmed: false };
    let saved = station.ask(Request::Save(Box::new(save)));
    let Outcome::Saved(patch) = saved else { unreachable!("{saved:?}") };
    patch
}

fn notes(patch: &Patch) -> Vec<&str> {
    patch.office.absences.iter().map(|it| it.value.note.as_str()).collect()
}

fn act(verb: Verb) -> ActName {
    let date = Some(day("2026-03-10"));
    ActName { kind: "absence".to_owned(), verb, person: None, date, entries: 1, people: 0 }
}

#[test]
fn a_thing_of_the_station_is_saved_changed_withdrawn_and_undone_by_name() {
    let station = Station::new();
    let made = save(&station, vec![change(None, Some(absence("grippe")))]);
    assert_eq!((notes(&made), made.files.len()), (vec!["grippe"], 0), "nobody's file is touched");
    assert_eq!(made.undo.undo, Some(act(Verb::Created)));

    let changed = save(&station, vec![change(Some(&made), Some(absence("grippe, prolongée")))]);
    assert_eq!(notes(&changed), ["grippe, prolongée"]);
    let gone = save(&station, vec![change(Some(&changed), None)]);
    assert_eq!(notes(&gone), Vec::<&str>::new());
    assert_eq!(gone.undo.undo, Some(act(Verb::Withdrew)));

    for expected in ["grippe, prolongée", "grippe"] {
        let undone = station.ask(Request::Undo);
        let Outcome::Undone(_, patch) = undone else { unreachable!("{undone:?}") };
        assert_eq!(notes(&patch), [expected]);
    }
    let redone = station.ask(Request::Redo);
    let Outcome::Redone(name, patch) = redone else { unreachable!("{redone:?}") };
    assert_eq!((name, notes(&patch)), (act(Verb::Changed), vec!["grippe, prolongée"]));

    let told = station.ask(Request::OfficeHistory);
    let Outcome::OfficeHistory(versions) = told else { unreachable!("{told:?}") };
    assert_eq!(versions.len(), 6, "every version, the station's own profile apart");
    assert!(versions.iter().all(|it| it.kind == "absence"));
    assert_eq!(versions.iter().filter(|it| it.undoes.is_some()).count(), 3);
}

#[test]
fn an_older_version_of_a_thing_of_the_station_does_not_hide_a_newer_one() {
    let station = Station::new();
    let made = save(&station, vec![change(None, Some(absence("grippe")))]);
    save(&station, vec![change(Some(&made), Some(absence("grippe, prolongée")))]);
    let late = Save {
        changes: vec![change(Some(&made), Some(absence("autre chose")))],
        draft: None,
        confirmed: false,
    };
    let refused = station.ask(Request::Save(Box::new(late)));
    assert!(
        matches!(refused, Outcome::Failed(ref failure) if failure.id == "changed-meanwhile"),
        "{refused:?}"
    );
}

#[test]
fn one_act_writes_in_a_file_and_in_the_office_and_is_undone_as_one() {
    let station = Station::new();
    let (person, rest) = file_people::typical();
    let nadia = station.add(person, rest);
    let contacts = station.file(nadia).contacts.len();
    let contact = Body::Contact(jalon::domain::contact::Contact {
        date: day("2026-03-10"),
        kind: jalon::domain::codes::ContactKind::Call,
        result: "Rendez-vous reporté.".to_owned(),
    });
    let in_file = Change { person: Some(nadia), replaces: None, body: Some(contact) };
    let patch = save(&station, vec![change(None, Some(absence("grippe"))), in_file]);
    assert_eq!((notes(&patch).len(), patch.files.len()), (1, 1));
    let name = patch.undo.undo.clone().expect("an act");
    assert_eq!((name.kind.as_str(), name.entries, name.people), ("absence", 2, 1));
    let undone = station.ask(Request::Undo);
    let Outcome::Undone(_, patch) = undone else { unreachable!("{undone:?}") };
    assert_eq!(notes(&patch), Vec::<&str>::new());
    assert_eq!(station.file(nadia).contacts.len(), contacts);
}
