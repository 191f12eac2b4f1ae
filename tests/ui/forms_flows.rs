//! Filling in forms on a real station: what is saved, refused, doubted, kept, undone.

use chrono::NaiveTime;
use jalon::domain::body::Body;
use jalon::domain::codes::{Lot, Modality, Outcome, Public, Purpose, StepCategory, StepStatus};
use jalon::domain::id::PersonId;
use jalon::domain::interview::Interview;
use jalon::domain::person::Person;
use jalon::ui::action::Action;
use jalon::usecase::request::Request;

use super::file_people::{empty, typical, with_needs};
use super::forms_station::{Station, TODAY, day};
use crate::support::harness::Harness;

pub fn station_of(known: super::file_people::Known) -> (Station, PersonId, Harness) {
    let station = Station::new();
    let person = station.add(known.0, known.1);
    let mut h = station.harness().start();
    h.act(Action::ListOpen);
    (station, person, h)
}

pub fn last_interview(station: &Station, person: PersonId) -> Interview {
    station.file(person).interviews.last().expect("an interview").value.clone()
}

/// Goes to a field by its label.
pub fn go_to(h: &mut Harness, label: &str) {
    for _ in 0..30 {
        if h.screen().lines().any(|line| line.starts_with(&format!("› {label}"))) {
            return;
        }
        h.act(Action::FormNext);
    }
    unreachable!("no field {label} in\n{}", h.screen());
}

#[test]
fn an_interview_is_filled_in_and_saved_with_the_next_appointment() {
    let (station, person, mut h) = station_of(empty());
    h.press("i");
    assert!(h.screen().contains("il manque"), "{}", h.screen());
    h.type_text("h").press("enter").type_text("1430").press("enter enter").type_text("1h15").press("enter");
    h.type_text("v").press("enter tab");
    go_to(&mut h, "Motifs");
    h.type_text("sb")
        .press("enter")
        .type_text("CV relu.\u{e9}")
        .press("enter")
        .type_text("À suivre")
        .press("tab");
    h.type_text("d").press("enter tab").type_text("o");
    assert!(h.screen().contains("Code à porter"), "{}", h.screen());
    assert!(h.screen().contains("Rien ne manque"), "{}", h.screen());
    h.press("ctrl-s");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    let file = station.file(person);
    let [held, next] = [&file.interviews[0].value, &file.interviews[1].value];
    assert_eq!((held.date, held.start), (day("2026-03-11"), NaiveTime::from_hms_opt(14, 30, 0)));
    assert_eq!((held.duration_min, held.modality), (Some(75), Some(Modality::Video)));
    assert_eq!(held.purposes, [Purpose::FollowUp, Purpose::Review]);
    assert_eq!(held.record, "CV relu.é\nÀ suivre");
    assert!(held.is_justified_by(day(TODAY), person));
    assert_eq!((next.date, next.outcome), (day("2026-04-09"), Outcome::Planned));
    h.press("u");
    assert!(station.file(person).interviews.is_empty(), "both go in one undo");
    assert!(h.screen().contains("Annulé\u{a0}: entretien du 11/03 et 1 autre saisie"), "{}", h.screen());
    h.press("ctrl-r");
    assert_eq!(station.file(person).interviews.len(), 2);
    assert!(h.screen().contains("Rétabli\u{a0}: entretien du 11/03 et 1 autre saisie"), "{}", h.screen());
    h.press("u");
    assert!(h.screen().contains("Annulé\u{a0}: entretien du 11/03 et 1 autre saisie"), "{}", h.screen());
    h.press("ctrl-r");
}

#[test]
fn an_appointment_of_today_becomes_the_interview() {
    let mut planned = Interview::new(day(TODAY), Outcome::Planned);
    planned.start = NaiveTime::from_hms_opt(10, 15, 0);
    planned.place = Some("Permanence de Cléon".to_owned());
    let (station, person, mut h) = station_of((empty().0, vec![Body::Interview(planned)]));
    h.press("i ctrl-s");
    let interview = last_interview(&station, person);
    assert_eq!(station.file(person).interviews.len(), 1);
    assert_eq!((interview.outcome, interview.duration_min), (Outcome::Held, Some(45)));
    assert_eq!(interview.start, NaiveTime::from_hms_opt(10, 15, 0));
    assert_eq!(interview.place.as_deref(), Some("Permanence de Cléon"));
}

#[test]
fn saving_what_did_not_change_writes_nothing_and_says_so() {
    let (station, person, mut h) = station_of(typical());
    let before = station.file(person);
    h.press("m").type_text("Benali").press("f2");
    assert!(h.screen().contains("Rien n’a changé"), "{}", h.screen());
    h.act(Action::PageNext).press("down enter f2");
    assert!(h.screen().contains("Rien n’a changé"), "{}", h.screen());
    assert_eq!(station.file(person), before);
    assert!(station.drafts().is_empty(), "nothing is left to take up");
}

#[test]
fn every_kind_of_thing_is_shown_in_its_form_and_read_back_the_same() {
    let (station, person, mut h) = station_of(typical());
    let before = station.file(person);
    let of_page =
        [before.interviews.len(), before.steps.len(), before.contacts.len() + before.decisions.len()];
    for count in of_page {
        h.act(Action::PageNext).act(Action::ListFirst);
        for _ in 0..count {
            h.press("ctrl-e f2").press("down");
        }
    }
    assert_eq!(station.file(person), before);
}

#[test]
fn what_is_impossible_is_refused_and_what_is_unlikely_is_confirmed() {
    let (station, person, mut h) = station_of(typical());
    h.press("i").type_text("+4s").press("f2");
    assert!(h.screen().contains("Refus"), "{}", h.screen());
    let before = station.file(person).interviews.len();
    assert_eq!(before, station.file(person).interviews.len());
    go_to_first(&mut h);
    h.type_text("01/02/2020").press("f2");
    assert!(h.screen().contains("Alerte"), "{}", h.screen());
    assert_eq!(station.file(person).interviews.len(), before);
    h.press("f2");
    assert_eq!(station.file(person).interviews.len(), before + 1, "{}", h.screen());
}

fn go_to_first(h: &mut Harness) {
    for _ in 0..30 {
        h.act(Action::FormBack);
    }
}

#[test]
fn a_draft_survives_a_kill_and_is_dropped_by_saving() {
    let (station, person, mut h) = station_of(typical());
    h.press("i");
    go_to(&mut h, "Compte rendu");
    h.type_text("Écrit avant la coupure").wait(3);
    drop(h);
    let mut h = station.harness().start();
    assert!(h.screen().contains("Écrit avant la coupure"), "resumed in place:\n{}", h.screen());
    assert!(h.screen().contains("› Compte rendu"), "{}", h.screen());
    h.press("f2");
    let saved = station.file(person).interviews.iter().any(|it| it.value.record == "Écrit avant la coupure");
    assert!(saved, "{}", h.screen());
    let mut h = station.harness().start();
    assert!(h.screen().contains("accueil"), "no draft is left:\n{}", h.screen());
    h.act(Action::ListOpen);
    assert!(!h.screen().contains("brouillon"), "{}", h.screen());
}

#[test]
fn leaving_keeps_the_draft_and_the_file_says_so() {
    let (station, _, mut h) = station_of(typical());
    h.press("s f enter").type_text("Titre pro").press("esc");
    assert!(h.screen().contains("Brouillon gardé"), "{}", h.screen());
    assert!(h.row(1).contains("brouillon"), "{}", h.screen());
    let mut h = station.harness().start();
    assert!(h.screen().contains("accueil"), "left on purpose: it waits");
    h.act(Action::ListOpen).press("s");
    assert!(h.screen().contains("Titre pro") && h.screen().contains("Brouillon repris"), "{}", h.screen());
    h.press("ctrl-d");
    assert!(h.screen().contains("encore"), "{}", h.screen());
    h.press("ctrl-d");
    assert!(h.screen().contains("Brouillon jeté") && !h.row(1).contains("brouillon"), "{}", h.screen());
}

#[test]
fn a_pasted_line_end_never_saves_nor_leaves_a_field() {
    let (station, person, mut h) = station_of(empty());
    h.press("k").paste("a\nb\n");
    assert!(h.screen().contains("› Nature"), "{}", h.screen());
    h.type_text("a").press("tab tab").paste("Première ligne\nSeconde ligne\n");
    assert!(h.screen().contains("› Résultat"), "{}", h.screen());
    assert!(station.file(person).contacts.is_empty());
    h.press("f2");
    assert_eq!(station.file(person).contacts[0].value.result, "Première ligne\nSeconde ligne");
}

#[test]
fn a_step_a_contact_and_a_decision_are_recorded() {
    let (station, person, mut h) = station_of(typical());
    h.press("s f enter").type_text("FLE").press("f2");
    let steps = station.file(person).steps;
    let step = &steps.iter().find(|it| it.value.title == "FLE").expect("the step").value;
    assert_eq!((step.category, step.status), (StepCategory::Training, StepStatus::Running));
    assert_eq!(step.starts_on, Some(day(TODAY)));
    assert_eq!(step.proposed_on, None);
    h.press("d").press("tab tab").type_text("m").press("tab").type_text("+3m").press("f2");
    let decision = station.file(person).decisions.last().expect("a decision").value.clone();
    assert_eq!(decision.review_on, Some(day("2026-06-12")), "{}", h.screen());
}

#[test]
fn a_step_that_begins_keeps_the_day_on_which_it_was_proposed() {
    let (station, person, mut h) = station_of(typical());
    h.act(Action::PageNext).act(Action::PageNext).press("down enter");
    assert!(h.screen().contains("Titre ADVF"), "{}", h.screen());
    go_to(&mut h, "Statut");
    h.type_text("c").press("tab").type_text("a").press("f2");
    let steps = station.file(person).steps;
    let step = &steps.iter().find(|it| it.value.title == "Titre ADVF").expect("the step").value;
    assert_eq!((step.status, step.starts_on), (StepStatus::Running, Some(day(TODAY))), "{}", h.screen());
    assert_eq!(step.proposed_on, Some(day("2026-01-08")));
}

#[test]
fn identity_is_changed_and_the_lot_follows_the_commune() {
    let (station, person, mut h) = station_of(empty());
    h.press("m");
    go_to(&mut h, "Commune");
    h.type_text("le trait").press("tab f2");
    assert_eq!(station.file(person).person.value.commune.as_deref(), Some("76709"), "{}", h.screen());
    h.press("h");
    assert!(h.screen().contains("Lots possibles"), "{}", h.screen());
    go_to(&mut h, "Critères");
    h.type_text("r").press("f2");
    let enrolment = station.file(person).enrolments[0].value.clone();
    assert_eq!((enrolment.lot, enrolment.public), (Some(Lot::M6), Some(Public::Adult)));
    assert_eq!(enrolment.main_criterion, enrolment.criteria.first().copied(), "the only one is the main one");
}

#[test]
fn an_entry_is_copied_and_another_withdrawn() {
    let (station, person, mut h) = station_of(typical());
    let before = station.file(person).steps.len();
    h.act(Action::PageNext).act(Action::PageNext).press("f6");
    assert!(h.screen().contains("Garde d’enfants"), "{}", h.screen());
    h.press("f2");
    assert_eq!(station.file(person).steps.len(), before + 1);
    h.press("delete");
    assert_eq!(station.file(person).steps.len(), before);
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    h.press("u");
    assert_eq!(station.file(person).steps.len(), before + 1);
}

#[test]
fn enter_on_an_alert_opens_what_clears_it() {
    let (_, _, mut h) = station_of(typical());
    h.press("enter");
    assert!(h.row(0).contains("évènement") && h.screen().contains("prescripteur"), "{}", h.screen());
    h.press("esc down enter");
    assert!(h.screen().contains("18/12/2025") && h.screen().contains("› Signatures"), "{}", h.screen());
    h.press("esc down down enter");
    assert!(h.row(0).contains("entretien"), "{}", h.screen());
}

/// Three years in pathway, never re-examined, and the last year of the contract.
fn long_followed() -> super::file_people::Known {
    let (person, mut rest) = typical();
    for it in &mut rest {
        if let Body::Enrolment(it) = it {
            it.referred_on = Some(day("2022-08-20"));
            it.received_on = Some(day("2022-08-28"));
            it.enrolled_on = Some(day("2022-09-12"));
        }
    }
    (person, rest)
}

#[test]
fn enter_on_a_re_examination_submits_the_file_then_takes_the_ruling() {
    let (_, _, mut h) = station_of(long_followed());
    h.press("enter");
    assert!(h.row(0).contains("dossier"), "{}", h.screen());
    assert!(h.screen().contains("trois ans de parcours"), "{}", h.screen());
    h.type_text("+1m").press("f2 enter");
    assert!(h.row(0).contains("décision"), "what waits there is ruled on next\n{}", h.screen());
}

#[test]
fn the_full_form_takes_over_the_quick_line() {
    let (station, person, mut h) =
        station_of((Body::Person(Person::new("Benali", "Nadia", day("1990-05-02"))), Vec::new()));
    h.press("esc e").type_text("nad 30 t d à relire").press("tab");
    assert!(h.screen().contains("à relire") && h.screen().contains("30 min"), "{}", h.screen());
    h.press("f2");
    let interview = last_interview(&station, person);
    assert_eq!((interview.duration_min, interview.modality), (Some(30), Some(Modality::Phone)));
    assert_eq!(interview.record, "à relire");
    h.press("e");
    assert!(!h.screen().contains("à relire"), "{}", h.screen());
}

#[test]
fn nothing_is_asked_of_the_disk_while_nothing_is_typed() {
    let (_, _, mut h) = station_of(typical());
    h.press("i").take_requests();
    h.press("tab tab tab shift-tab esc");
    let asked: Vec<&Request> =
        h.requests().iter().filter(|it| matches!(it, Request::Save(_) | Request::KeepDraft { .. })).collect();
    assert!(asked.is_empty(), "{asked:?}");
}

#[test]
fn somebody_new_is_entered_and_their_file_opens() {
    let station = Station::new();
    station.add(Body::Person(Person::new("Benali", "Nadia", day("1990-05-02"))), Vec::new());
    let mut h = super::screens::setup(&station).start();
    h.press("f n").type_text("Bénali").press("enter").type_text("nadia").press("enter");
    assert!(h.screen().contains("Déjà dans la file"), "{}", h.screen());
    assert!(h.screen().contains("02/05/1990"), "what differs is told:\n{}", h.screen());
    h.type_text("150695").press("ctrl-s");
    assert!(h.row(0).starts_with("BÉNALI nadia · 15/06/1995"), "{}", h.screen());
    assert!(h.screen().contains("[Résumé]") && h.screen().contains("Enregistré"), "{}", h.screen());
    assert_eq!(station.caseload().files.len(), 2);
    h.press("u");
    assert_eq!(station.caseload().files.len(), 1);
    assert!(h.screen().contains("sa création a été annulée"), "{}", h.screen());
    h.press("esc");
    assert!(h.row(0).contains("File active"), "{}", h.screen());
}

#[test]
fn a_form_is_copied_while_it_is_open() {
    let (station, person, mut h) = station_of(typical());
    h.act(Action::PageNext).act(Action::PageNext).press("enter f6");
    assert!(h.screen().contains("Copie"), "{}", h.screen());
    go_to(&mut h, "Intitulé");
    h.type_text("Autre garde").press("f2");
    let steps = station.file(person).steps;
    assert_eq!(steps.iter().filter(|it| it.value.title == "Autre garde").count(), 1);
    assert_eq!(
        steps.iter().filter(|it| it.value.title == "Garde d’enfants").count(),
        1,
        "the first one stays"
    );
}

#[test]
fn only_what_can_be_decided_on_the_business_is_offered() {
    let (station, person, mut h) = station_of(typical());
    h.press("d enter").type_text("e").press("enter");
    assert!(h.screen().contains("intégration") && !h.screen().contains("suspension"), "{}", h.screen());
    h.press("up").type_text("r").press("enter");
    assert!(h.screen().contains("suspension") && !h.screen().contains("intégration"), "{}", h.screen());
    h.type_text("i");
    h.press("f2");
    assert!(h.screen().contains("à remplir"), "the letter of what is not offered chooses nothing");
    h.type_text("m").press("up").type_text("e").press("enter");
    assert!(h.screen().contains("maintien"), "what was chosen stays, and is told\n{}", h.screen());
    h.press("f2");
    assert!(h.screen().contains("fixe une date de réexamen"), "{}", h.screen());
    go_to(&mut h, "Réexamen le");
    h.type_text("+6m").press("f2");
    assert!(h.screen().contains("ne se prend pas sur cet objet"), "{}", h.screen());
    assert_eq!(station.file(person).decisions.len(), 1);
}

#[test]
fn a_step_is_linked_to_a_goal_and_an_obstacle_of_the_person_and_nobody_is_asked_without_one() {
    let (_, _, mut h) = station_of(empty());
    h.press("s");
    assert!(!h.screen().contains("Objectif servi"), "{}", h.screen());
    let (station, person, mut h) = station_of(with_needs());
    let before = station.file(person);
    let (goal, barrier) = (&before.goals[0], &before.barriers[0]);
    let first = |text: &str| text.split_whitespace().next().expect("a word").to_owned();
    h.press("s").type_text("f");
    go_to(&mut h, "Intitulé");
    h.type_text("Code de la route");
    go_to(&mut h, "Objectif servi");
    h.type_text(&first(&goal.value.title));
    go_to(&mut h, "Frein traité");
    h.type_text(&first(&barrier.value.situation));
    h.press("ctrl-s");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    let file = station.file(person);
    let step = file.steps.iter().find(|it| it.value.title == "Code de la route").expect("the step");
    assert_eq!((step.value.goal, step.value.barrier), (Some(goal.id), Some(barrier.id)));
    assert!(!step.value.is_stray());
    assert_eq!(file.steps.len(), before.steps.len() + 1);
}
