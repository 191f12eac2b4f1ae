//! What is on screen is understood without asking anybody: signs have a legend, what is cut is the
//! least important, and what one left says whose it is.

use jalon::domain::body::Body;
use jalon::domain::codes::{Lot, Outcome as Became};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::interview::Interview;
use jalon::ui::action::Action;

use super::forms_station::{Station, TODAY, day};
use super::screens::setup;
use super::screens_people::{fill, person};
use crate::support::harness::Harness;

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

fn nadia() -> Body {
    Body::Person(person("Benali", "Nadia", "1990-05-02", "76540"))
}

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_signs_of_alerts_say_what_they_mean_wherever_they_are() {
    const LEGEND: &str = "!! commission  ! date passée  * suivi  ~ à prévoir";
    let mut h = setup(&filled()).start();
    for place in [Action::HomeOpen, Action::CaseloadOpen, Action::DueOpen] {
        h.act(place);
        assert!(seen(&h).contains(LEGEND), "{place:?}\n{}", seen(&h));
        h.press("?");
        let told = "commission à saisir, date passée, suivi, à prévoir";
        assert!(seen(&h).contains(told), "{}", seen(&h));
        h.press("esc");
    }
    h.press("enter");
    assert!(seen(&h).contains("Alertes, et ce qui les lève") && seen(&h).contains(LEGEND), "{}", seen(&h));
    h.press("?");
    for sign in ["!! ! * ~", "━", "│", "▾", "■"] {
        assert!(seen(&h).lines().any(|line| line.contains(&format!("│  {sign}"))), "{sign}\n{}", seen(&h));
    }
}

#[test]
fn a_legend_gives_way_before_anything_else() {
    let mut h = setup(&filled()).size(44, 20).start();
    for place in [Action::HomeOpen, Action::CaseloadOpen, Action::DueOpen] {
        h.act(place);
        assert!(!seen(&h).contains("commission  !"), "{}", seen(&h));
    }
}

#[test]
fn a_quick_line_that_was_left_shows_what_it_says_but_not_to_those_opposite() {
    let mut h = setup(&filled()).start();
    h.press("e").type_text("traoré 30 t rappeler lundi").press("esc");
    assert!(seen(&h).contains("saisie rapide : traoré 30 t rappeler lundi"), "{}", seen(&h));
    h.act(Action::Discreet);
    assert!(!seen(&h).contains("traoré"), "{}", seen(&h));
    h.press("ctrl-q");
    assert!(!seen(&h).contains("traoré"), "{}", seen(&h));
}

#[test]
fn where_everybody_is_of_one_lot_the_commune_takes_its_place() {
    let station = Station::new();
    let enrolment = |lot| {
        let enrolled_on = Some(day("2025-09-12"));
        Body::Enrolment(Enrolment { enrolled_on, lot: Some(lot), ..Enrolment::default() })
    };
    let add = |family: &str, lot| {
        let it = Body::Person(person(family, "Inès", "1990-05-02", "76681"));
        station.add(it, vec![enrolment(lot)])
    };
    add("Benali", Lot::L6);
    let mut h = setup(&station).start();
    h.press("f");
    assert!(seen(&h).contains("Sotteville-lès…") && seen(&h).contains(" Commune"), "{}", seen(&h));
    add("Petit", Lot::L3);
    let mut h = setup(&station).start();
    h.press("f");
    assert!(seen(&h).contains("L3 Sotteville") && seen(&h).contains("Lot, commune"), "{}", seen(&h));
}

#[test]
fn an_appointment_is_called_so_and_one_is_proposed_where_none_is_taken() {
    let station = Station::new();
    let enrolled_on = Some(day("2025-09-12"));
    let enrolment = Body::Enrolment(Enrolment { enrolled_on, ..Enrolment::default() });
    station.add(nadia(), vec![enrolment]);
    let mut h = setup(&station).start();
    h.press("f enter");
    assert!(seen(&h).contains("aucun (o accepte jeu. 09/04/2026, j en choisit un autre)"), "{}", seen(&h));
    h.press("o");
    assert!(
        seen(&h).contains("rendez-vous jeu. 09/04/2026."),
        "no hour is known: none is told\n{}",
        seen(&h)
    );
    h.press("u");
    assert!(seen(&h).contains("Annulé : rendez-vous du 09/04, B. Nadia"), "{}", seen(&h));
}

#[test]
fn a_file_without_dates_says_which_key_gives_it_one() {
    let station = Station::new();
    station.add(nadia(), Vec::new());
    let mut h = setup(&station).start();
    h.press("f enter");
    assert!(seen(&h).contains("h note l’orientation et l’adhésion"), "{}", seen(&h));
    h.press("h");
    assert!(seen(&h).contains("Orientation"), "{}", seen(&h));
}

#[test]
fn on_a_narrow_window_the_form_keeps_its_name_beside_whose_file_it_is() {
    let station = Station::new();
    let planned = Body::Interview(Interview::new(day(TODAY), Became::Planned));
    station.add(nadia(), vec![planned]);
    let mut h = setup(&station).size(48, 20).start();
    h.press("f enter i");
    let top = seen(&h).lines().next().unwrap_or_default().to_owned();
    assert!(top.contains("BENALI Nadia · 02/05/1990") && top.contains("› entretien"), "{top}");
}
