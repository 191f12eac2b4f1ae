//! Each alert says what clears it, and Enter on it opens that: a form, or the exits to be judged.

use jalon::domain::body::Body;
use jalon::domain::file::{Current, File};
use jalon::domain::parameters::Pack;
use jalon::domain::recorded::Recorded;
use jalon::domain::rules::{AlertCode, findings};
use jalon::ui::action::Action;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save};

use super::forms_station::Station;
use super::screens::setup;
use crate::rules::facts::{date, file_of};

/// Files that were begun on the day of the tests: what is asked of these is read from then on.
const OF_THE_DAY: &[(&str, &str, &str)] = &[
    ("AL-18", "adhésion 15/01/2025 ; joignable", "20/09/2026"),
    ("AL-20", "adhésion 15/01/2025", "20/09/2026"),
];

/// The first cases of the table in which the alert holds or is announced.
fn cases(code: AlertCode) -> impl Iterator<Item = (&'static str, &'static str)> {
    let table = include_str!("../rules/alerts.tsv").lines().skip(1);
    let of_table = table.filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, facts, on, code, status, ..] = cells[..] else { return None };
        (status != "–").then_some((code, facts, on))
    });
    OF_THE_DAY.iter().copied().chain(of_table).filter(move |it| it.0 == code.code()).map(|it| (it.1, it.2))
}

fn bodies(file: &File) -> Vec<Body> {
    fn all<T: Recorded>(list: &[Current<T>]) -> impl Iterator<Item = Body> {
        list.iter().map(|it| it.value.clone().into_body())
    }
    let told = all(&file.enrolments).chain(all(&file.interviews)).chain(all(&file.steps));
    let decided = all(&file.decisions).chain(all(&file.submissions)).chain(all(&file.diagnoses));
    let worked = all(&file.employments).chain(all(&file.trainings)).chain(all(&file.evidence));
    told.chain(decided).chain(worked).chain(all(&file.contacts)).collect()
}

/// A station that follows somebody of whom these facts are written; none when they are yet to come there.
fn station_of(facts: &str) -> Option<Station> {
    let (station, file) = (Station::new(), file_of(facts));
    let person = station.add(Body::Person(file.person.value.clone()), Vec::new());
    let change = |body| Change { person: Some(person), replaces: None, body: Some(body) };
    let save =
        Save { changes: bodies(&file).into_iter().map(change).collect(), draft: None, confirmed: true };
    matches!(station.ask(Request::Save(Box::new(save))), Outcome::Saved(_)).then_some(station)
}

/// What Enter shows on the alert of that code, in the file.
fn shown(code: AlertCode, facts: &str, on: &str) -> Option<String> {
    let station = station_of(facts)?;
    let on = date(on);
    let caseload = station.caseload();
    let found = findings(caseload.files.values().next()?, &Pack::default(), on);
    let row = found.iter().position(|it| it.code == code)?;
    let mut h = station.harness().today(&on.to_string()).start();
    h.act(Action::ListOpen);
    (0..row).for_each(|_| {
        h.act(Action::ListDown);
    });
    h.act(Action::ListOpen);
    Some(h.screen())
}

#[test]
fn enter_opens_what_clears_each_alert() {
    let mut wrong = Vec::new();
    for code in AlertCode::ALL {
        let Some(screen) = cases(*code).find_map(|(facts, on)| shown(*code, facts, on)) else {
            wrong.push(format!("{}: no case", code.code()));
            continue;
        };
        let is_exit = matches!(code, AlertCode::ExitDue | AlertCode::ExitWindow | AlertCode::PostTraining);
        let expected = if is_exit { "Critère de l’article 2" } else { "F2 enregistrer" };
        if !screen.contains(expected) {
            wrong.push(format!("{}:\n{screen}", code.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn enter_on_a_report_that_is_due_is_the_form_that_says_it_was_sent() {
    let station = Station::new();
    let mut h = setup(&station).today("2026-09-20").start();
    h.act(Action::ListOpen);
    assert!(h.screen().contains("bilan d’activité remis"), "{}", h.screen());
    assert!(h.screen().contains("20/09/2026"), "{}", h.screen());
}
