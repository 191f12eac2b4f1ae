//! The exit on screen: criteria, the line of contracts, the days, who decides, and how alerts lead there.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Outcome, StepCategory, StepStatus};
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::interview::Interview;
use jalon::domain::positioning::{Positioning, PositioningResult, PositioningTarget};
use jalon::domain::skill::{Skill, SkillLevel};
use jalon::domain::step::Step;
use jalon::domain::training::{Certification, Training};
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::terminal::wiping::Wiping;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::forms_station::{Station, day};
use super::screens::setup;
use super::screens_people::{adhesion, held, person, running};
use crate::support::harness::Harness;

/// A contract with its employer and weekly hours.
pub fn job(kind: ContractKind, from: &str, until: Option<&str>, employer: &str, hours: u32) -> Employment {
    Employment {
        planned_end: until.map(day),
        employer: Some(employer.to_owned()),
        weekly_minutes: Some(hours * 60),
        ..Employment::new(kind, day(from))
    }
}

/// A fixed term, then an open-ended contract of V16, six months old since the end of February.
pub fn hired() -> Vec<Body> {
    vec![
        adhesion("2024-09-12"),
        Body::Employment(job(
            ContractKind::FixedTerm,
            "2025-06-02",
            Some("2025-08-30"),
            "Résidence des Tilleuls",
            35,
        )),
        Body::Employment(job(ContractKind::Permanent, "2025-08-31", None, "Résidence des Tilleuls", 35)),
        running("2026-02-02"),
        held("2026-03-03", true),
    ]
}

/// Short hours without a basis, assignments, and a title that support still follows.
fn mixed() -> Vec<Body> {
    let agency = Employment {
        weekly_minutes: None,
        total_minutes: Some(240 * 60),
        ..job(ContractKind::Agency, "2026-01-05", Some("2026-02-27"), "Intérim du Robec", 0)
    };
    let title = Training {
        starts_on: Some(day("2025-04-07")),
        ends_on: Some(day("2025-10-10")),
        provider: Some("AFPA Rouen".to_owned()),
        certification: Some(Certification::State),
        awarded_on: Some(day("2025-10-15")),
        level: Some(3),
        ..Training::new("Titre professionnel ADVF")
    };
    vec![
        adhesion("2024-09-12"),
        Body::Training(title),
        Body::Employment(job(
            ContractKind::FixedTerm,
            "2025-11-03",
            Some("2025-12-31"),
            "Multi-accueil Les Lutins",
            20,
        )),
        Body::Employment(agency),
        running("2026-02-02"),
        held("2026-03-03", true),
    ]
}

fn opened(station: &Station, language: Language, (width, height): (u16, u16)) -> Harness {
    let mut h = setup(station).language(language).size(width, height).start();
    h.act(Action::CaseloadOpen).act(Action::ExitOpen);
    h
}

fn with(rest: Vec<Body>) -> Station {
    let station = Station::new();
    station.add(Body::Person(person("Benali", "Nadia", "1990-05-02", "76540")), rest);
    station
}

fn snapshot(name: &str, rest: Vec<Body>) {
    let station = with(rest);
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, language, size);
            let id = format!("exit-{name}-{}-{}", language.tag(), size.0);
            insta::with_settings!({ snapshot_path => "snapshots/exit", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(id.clone(), h.screen());
                if size.0 == 80 && name != "empty" {
                    h.act(Action::Why);
                    insta::assert_snapshot!(format!("{id}-why"), h.screen());
                }
            });
        }
    }
}

#[test]
fn an_exit_that_holds() {
    snapshot("hired", hired());
}

#[test]
fn an_exit_for_the_technical_committee() {
    snapshot("mixed", mixed());
}

#[test]
fn nothing_to_measure() {
    snapshot("empty", vec![adhesion("2024-09-12")]);
}

#[test]
fn another_day_gives_another_answer() {
    let station = with(hired());
    let mut h = opened(&station, Language::French, (80, 24));
    let row = |h: &Harness| h.screen().lines().find(|it| it.contains("P1 CDI")).expect("P1").to_owned();
    assert!(row(&h).contains("oui") && row(&h).contains("28/02/2026"), "{}", h.screen());
    h.act(Action::AsOfDay).type_text("27/02/2026").press("enter");
    assert!(row(&h).contains("non") && row(&h).contains("28/02/2026"), "{}", h.screen());
    h.act(Action::AsOfLater);
    assert!(row(&h).contains("oui"), "{}", h.screen());
    h.act(Action::AsOfToday);
    assert!(h.screen().contains("Sortie au 12/03/2026 (aujourd’hui)"), "{}", h.screen());
}

#[test]
fn an_alert_on_the_exit_leads_to_it_and_it_to_the_decision() {
    let station = with(hired());
    // From the file.
    let mut h = setup(&station).start();
    h.act(Action::CaseloadOpen).act(Action::ListOpen);
    assert!(h.screen().contains("six mois en emploi"), "{}", h.screen());
    h.act(Action::ListOpen);
    assert!(h.screen().contains("Critère de l’article 2"), "{}", h.screen());
    // From the due list.
    h.act(Action::HomeOpen).act(Action::DueOpen);
    assert!(h.screen().contains("Sortie à proposer"), "{}", h.screen());
    h.press("home").act(Action::ListOpen);
    assert!(h.screen().contains("Critère de l’article 2"), "{}", h.screen());
    // The exit is proposed to the commission, then the decision is begun.
    h.act(Action::ListOpen);
    assert!(h.screen().contains("Sortie proposée"), "{}", h.screen());
    h.type_text("s").press("enter").type_text("9/4").press("f2");
    h.act(Action::ListOpen);
    assert!(h.screen().contains("CDI de 6 mois (P1)"), "{}", h.screen());
}

/// The file turned to the page of work.
fn at_work(station: &Station, language: Language, (width, height): (u16, u16)) -> Harness {
    let mut h = setup(station).language(language).size(width, height).start();
    h.act(Action::CaseloadOpen).act(Action::ListOpen);
    for _ in 0..5 {
        h.act(Action::PageNext);
    }
    h
}

fn skill(title: &str, level: SkillLevel, seen_on: &str) -> Body {
    let (title, seen_on) = (title.to_owned(), day(seen_on));
    Body::Skill(Skill { title, level, seen_on, step: None, note: String::new() })
}

/// A key step is told in the skills booklet, tied to that step (R9.3.6-05).
#[test]
fn a_skill_is_written_in_the_booklet_with_the_step_that_showed_it() {
    let mut known = mixed();
    let mut step = Step::new(StepCategory::Placement, "Immersion en entrepôt", StepStatus::Done);
    step.starts_on = Some(day("2026-02-02"));
    known.push(Body::Step(step));
    let station = with(known);
    let mut h = at_work(&station, Language::French, (120, 40));
    h.press("S").type_text("Préparer une commande").press("tab").type_text("confirm").press("tab tab");
    h.type_text("immersion").press("f2");
    let screen = h.screen();
    assert!(screen.contains("Enregistré"), "{screen}");
    let row = screen.lines().find(|row| row.contains("Préparer une commande")).unwrap_or_default();
    assert!(row.starts_with('›') && row.contains("confirmée au travail · Immersion"), "{screen}");
    let caseload = station.caseload();
    let file = caseload.files.values().next().expect("a file");
    let kept = &file.skills[0].value;
    let step = file.steps.iter().find(|it| it.value.title == "Immersion en entrepôt").map(|it| it.id);
    assert_eq!((kept.level, kept.step), (SkillLevel::Confirmed, step));
    h.press("u");
    assert!(!h.screen().contains("Préparer une commande"), "{}", h.screen());
}

#[test]
fn the_page_of_work_and_training() {
    let put_forward = |title: &str, on: &str, result, answered_on: Option<&str>| {
        Body::Positioning(Positioning {
            on: day(on),
            target: PositioningTarget::Offer,
            title: title.to_owned(),
            employer: Some("Résidence des Tilleuls".to_owned()),
            result,
            answered_on: answered_on.map(day),
            note: None,
        })
    };
    let mut sought = mixed();
    sought.push(put_forward("Agent de service hospitalier", "2026-03-02", PositioningResult::Waiting, None));
    let answered =
        put_forward("Aide de cuisine", "2026-01-12", PositioningResult::NotAccepted, Some("2026-01-20"));
    sought.push(answered);
    sought.push(skill("Préparer une commande", SkillLevel::Confirmed, "2026-02-20"));
    sought.push(skill("Lire un plan", SkillLevel::Emerging, "2026-03-05"));
    for (name, rest) in [("mixed", sought), ("empty", vec![adhesion("2024-09-12")])] {
        let station = with(rest);
        for language in [Language::French, Language::English] {
            for size in [(80, 24), (120, 40)] {
                let h = at_work(&station, language, size);
                let id = format!("work-{name}-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/exit", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
            }
        }
    }
}

#[test]
fn an_assignment_after_another_is_one_line() {
    let station = with(mixed());
    let mut h = at_work(&station, Language::French, (80, 24));
    // Kind and agency are those of the last one; the first day, the last one, the hours are typed.
    h.press("c enter")
        .type_text("2/3")
        .press("enter")
        .type_text("6/3")
        .press("enter enter")
        .type_text("28,5");
    let screen = h.screen();
    assert!(screen.contains("mission d’intérim") && screen.contains("Intérim du Robec"), "{screen}");
    assert!(!screen.contains("Heures par semaine"), "{screen}");
    h.press("f2");
    let caseload = station.caseload();
    let file = caseload.files.values().next().expect("somebody");
    let last = &file.employments.last().expect("a mission").value;
    assert_eq!(last.kind, ContractKind::Agency);
    assert_eq!((last.starts_on, last.planned_end), (day("2026-03-02"), Some(day("2026-03-06"))));
    assert_eq!((last.total_minutes, last.weekly_minutes), (Some(28 * 60 + 30), None), "{}", h.screen());
    assert!(h.screen().contains("[Emploi 4]"), "{}", h.screen());
}

#[test]
fn what_is_asked_of_a_job_depends_on_it() {
    let station = with(vec![adhesion("2024-09-12")]);
    let mut h = at_work(&station, Language::French, (80, 24));
    h.press("c").type_text("cdd").press("enter");
    assert!(h.screen().contains("Fin prévue"), "{}", h.screen());
    assert!(!h.screen().contains("Motif si moins de 24 h"), "{}", h.screen());
    h.press("enter enter enter").type_text("20").press("enter");
    assert!(h.screen().contains("Motif si moins de 24 h"), "{}", h.screen());
    // A copy takes none of the days of the first.
    h.press("f2").press("ctrl-k").press("f2");
    let file = station.caseload().files.values().next().expect("somebody").clone();
    assert_eq!(file.employments.len(), 2, "{}", h.screen());
    assert!(file.employments.iter().all(|it| it.value.weekly_minutes == Some(20 * 60)));
}

#[test]
fn a_job_is_logged_and_six_months_later_the_exit_is_proposed() {
    let station = with(vec![adhesion("2024-09-12"), running("2026-02-02"), held("2026-03-03", true)]);
    let mut h = setup(&station).start();
    h.press("/ b e n enter").press("c").type_text("cdi").press("enter enter").type_text("Les Tilleuls");
    h.press("enter").type_text("35").press("f2");
    assert!(h.screen().contains("nregistré"), "{}", h.screen());
    // Another day, the station is opened again.
    let mut h = setup(&station).today("2026-09-11").start();
    h.press("r");
    assert!(h.screen().contains("Sortie à proposer"), "{}", h.screen());
    h.press("f x");
    let row = |h: &Harness| h.screen().lines().find(|it| it.contains("P1 CDI")).expect("P1").to_owned();
    assert!(row(&h).contains("non") && row(&h).contains("12/09/2026"), "{}", h.screen());
    let mut h = setup(&station).today("2026-09-12").start();
    h.press("f x");
    assert!(row(&h).contains("oui") && row(&h).contains("12/09/2026"), "{}", h.screen());
}

#[test]
fn whoever_did_not_come_is_called_then_written_to() {
    let missed = Body::Interview(Interview::new(day("2026-03-05"), Outcome::NoShow));
    let station = with(vec![adhesion("2024-09-12"), running("2026-02-02"), missed]);
    let mut h = setup(&station).start();
    h.press("f enter");
    for (next, kind) in [("appel", ContactKind::Call), ("courrier", ContactKind::Letter)] {
        assert!(
            h.screen().contains(&format!("Absent·e depuis le 05/03/2026 · à faire\u{a0}: {next} (k)")),
            "{}",
            h.screen()
        );
        // The attempt is proposed: a key to begin, one to save.
        h.press("k f2");
        let file = station.caseload().files.values().next().expect("somebody").clone();
        assert_eq!(file.contacts.last().expect("an attempt").value.kind, kind, "{}", h.screen());
    }
    let told = "à faire\u{a0}: lettre recommandée (k) · courrier";
    assert!(h.screen().contains(told), "{}", h.screen());
    h.press("k f2");
    assert!(h.screen().contains("tout a été tenté"), "{}", h.screen());
}

#[test]
fn a_case_of_its_own_is_argued_and_taken_up_again() {
    let station = with(mixed());
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, language, size);
            h.press("c").press("enter").type_text("Repérée par le PLIE en septembre").press("tab");
            insta::with_settings!({ snapshot_path => "snapshots/exit", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("case-{}-{}", language.tag(), size.0), h.screen());
            });
        }
    }
    let station = with(mixed());
    let mut h = opened(&station, Language::French, (80, 24));
    h.press("c").press("enter").type_text("Repérée en septembre").press("f2");
    let cases = || station.caseload().files.values().next().expect("somebody").special_cases.clone();
    assert_eq!(cases().len(), 1, "{}", h.screen());
    // It is the same one until the Comité technique has ruled.
    h.press("c").press("tab tab").type_text("VAE engagée").press("f2");
    let case = cases().pop().expect("a case").value;
    assert_eq!((case.plie_role.as_str(), case.evaluation.as_str()), ("Repérée en septembre", "VAE engagée"));
    assert_eq!(cases().len(), 1, "{}", h.screen());
}

/// What goes to the terminal.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn moving_by_one_criterion_writes_less_than_250_bytes() {
    let station = with(mixed());
    let mut h = opened(&station, Language::French, (80, 24));
    let wire = Wire::default();
    let window = || Ok(Size { width: 80, height: 24 });
    let mut terminal = Terminal::new(Wiping::new(wire.clone(), window)).expect("memory");
    terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
    for key in ["down", "up", "down"] {
        h.press(key);
        wire.0.borrow_mut().clear();
        terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
        let bytes = wire.0.borrow().len();
        assert!(bytes < 250, "{bytes} bytes");
    }
}
