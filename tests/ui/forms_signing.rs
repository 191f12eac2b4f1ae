//! A signature covers what it signed: the record, its day, its duration, and nothing that is
//! written afterwards.

use jalon::domain::body::Body;
use jalon::domain::codes::{Modality, Outcome as Became};
use jalon::domain::id::PersonId;
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::signing::Signing;
use jalon::ui::action::Action;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save};

use super::file_people::{empty, held};
use super::forms_flows::{go_to, last_interview, station_of};
use super::forms_station::{Station, TODAY, day};

const SIGNED: &str = "2026-03-05";

fn signed(signing: Signing) -> Body {
    let mut interview = held(SIGNED, 45, Modality::OnSite, "Première version");
    signing.sign(&mut interview, day(SIGNED));
    Body::Interview(interview)
}

/// Saves the last interview once changed.
fn save(station: &Station, person: PersonId, change: impl FnOnce(&mut Interview)) {
    let file = station.file(person);
    let last = file.interviews.last().expect("an interview");
    let mut interview = last.value.clone();
    change(&mut interview);
    let replaces = Some((last.id, last.entry));
    let changes = vec![Change { person: Some(person), replaces, body: Some(Body::Interview(interview)) }];
    let save = Save { changes, draft: None, confirmed: true };
    let saved = station.ask(Request::Save(Box::new(save)));
    assert!(matches!(saved, Outcome::Saved(_)), "{saved:?}");
}

#[test]
fn a_record_changed_after_it_was_signed_says_so() {
    let (station, person, mut h) = station_of((empty().0, vec![signed(Signing::Both)]));
    h.act(Action::PageNext).press("enter");
    assert!(!h.screen().contains("Modifié depuis la signature"), "{}", h.screen());
    go_to(&mut h, "Compte rendu");
    h.type_text(" corrigée");
    assert!(h.screen().contains("Modifié depuis la signature"), "{}", h.screen());
    h.press("f2");
    assert!(last_interview(&station, person).is_changed_since_signed(person));
    assert!(!last_interview(&station, person).is_justified_by(day(TODAY), person));
    let row = h.screen().lines().find(|line| line.contains("05/03/2026")).map(str::to_owned);
    assert!(row.is_some_and(|row| row.contains("à signer de nouveau")), "{}", h.screen());
    h.press("enter f2 enter");
    assert!(last_interview(&station, person).is_changed_since_signed(person), "nothing was said");
    assert!(h.screen().contains("Modifié depuis la signature"), "{}", h.screen());
    go_to(&mut h, "Signatures");
    h.type_text("d");
    go_to(&mut h, "Signé le");
    h.type_text("5/3").press("f2");
    assert!(!last_interview(&station, person).is_changed_since_signed(person), "signed again");
}

#[test]
fn the_one_who_signs_beside_an_earlier_signature_does_not_carry_it_along() {
    let (station, person, _) = station_of((empty().0, vec![signed(Signing::Participant)]));
    save(&station, person, |it| {
        it.record.push_str(", et une phrase que l’adhérent·e n’a pas lue");
        Signing::Both.sign(it, day(TODAY));
    });
    assert!(last_interview(&station, person).is_changed_since_signed(person));
    assert!(station.file(person).is_changed_since_signed(station.file(person).interviews[0].id));
}

#[test]
fn the_second_signature_of_the_same_record_changes_nothing() {
    let (station, person, _) = station_of((empty().0, vec![signed(Signing::Participant)]));
    save(&station, person, |it| Signing::Both.sign(it, day(TODAY)));
    let interview = last_interview(&station, person);
    assert!(interview.is_justified_by(day(TODAY), person));
    assert_eq!(interview.participant_signature, Signature::Paper { on: day(SIGNED) });
}

#[test]
fn the_day_and_the_duration_are_signed_too_the_place_is_not() {
    let (station, person, _) = station_of((empty().0, vec![signed(Signing::Both)]));
    save(&station, person, |it| it.place = Some("Permanence".to_owned()));
    assert!(last_interview(&station, person).is_justified_by(day(TODAY), person));
    save(&station, person, |it| it.duration_min = Some(60));
    assert!(!last_interview(&station, person).is_justified_by(day(TODAY), person));
    save(&station, person, |it| it.duration_min = Some(45));
    assert!(last_interview(&station, person).is_justified_by(day(TODAY), person), "it is again");
}

#[test]
fn a_record_is_corrected_and_signed_anew_in_one_go() {
    let (station, person, mut h) = station_of((empty().0, vec![signed(Signing::Counsellor)]));
    h.act(Action::PageNext).press("enter");
    go_to(&mut h, "Compte rendu");
    h.type_text(" corrigée");
    go_to(&mut h, "Signatures");
    h.type_text("d");
    go_to(&mut h, "Signé le");
    h.type_text("a").press("f2");
    let interview = last_interview(&station, person);
    assert!(interview.is_justified_by(day(TODAY), person), "{}", h.screen());
    assert_eq!(interview.counsellor_signature, Signature::Paper { on: day(TODAY) }, "of what it says now");
}

#[test]
fn a_paper_signed_before_its_text_is_typed_is_tied_to_the_text_once_it_is() {
    let planned = Body::Interview(Interview::new(day(TODAY), Became::Planned));
    let (station, person, mut h) = station_of((empty().0, vec![planned]));
    h.press("v enter");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    assert_eq!(last_interview(&station, person).signed_code, None, "there is no text to tie yet");
    h.act(Action::PageNext).press("enter");
    go_to(&mut h, "Compte rendu");
    h.type_text("Fait le point sur les offres.");
    assert!(!h.screen().contains("Modifié depuis"), "{}", h.screen());
    h.press("f2");
    let written = last_interview(&station, person);
    assert!(written.is_justified_by(day(TODAY), person));
    assert!(written.signed_code.is_some());
    save(&station, person, |it| it.record.clear());
    save(&station, person, |it| it.record.push_str("Autre chose."));
    assert!(last_interview(&station, person).is_changed_since_signed(person), "emptied, then rewritten");
}
