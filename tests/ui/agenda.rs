//! The agenda on screen: who is met, what is free, what is closed and why, the outcome told in three keys,
//! and how it looks.

use jalon::domain::body::Body;
use jalon::domain::codes::{Modality, Outcome as Became};
use jalon::domain::interview::Interview;
use jalon::domain::office::{Absence, AbsenceKind, OfficeBody};
use jalon::domain::person::Person;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::forms_station::{Station, day};
use super::office_screen::write;
use super::screens::setup;
use crate::support::harness::Harness;

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn planned(date: &str, at: &str) -> Body {
    let mut interview = Interview::new(day(date), Became::Planned);
    interview.start = Some(at.parse().expect("an hour"));
    interview.modality = Some(Modality::OnSite);
    Body::Interview(interview)
}

fn held(date: &str, at: &str) -> Body {
    let Body::Interview(planned) = planned(date, at) else { unreachable!() };
    Body::Interview(Interview { outcome: Became::Held, duration_min: Some(45), ..planned })
}

fn person(family: &str, given: &str) -> Body {
    Body::Person(Person::new(family, given, day("1990-05-02")))
}

/// Today is Thursday 12 March 2026; Easter Monday is 6 April.
fn filled() -> Station {
    let station = Station::new();
    station.add(
        person("Diallo", "Aïssatou"),
        vec![
            held("2026-03-10", "09:00:00"),
            planned("2026-03-12", "09:30:00"),
            planned("2026-04-07", "14:00:00"),
        ],
    );
    station.add(
        person("Marchand", "Élodie"),
        vec![planned("2026-03-03", "14:00:00"), planned("2026-03-13", "10:00:00")],
    );
    station.add(person("Traoré", "Moussa"), vec![planned("2026-03-12", "14:00:00")]);
    let leave =
        Absence { ends_on: Some(day("2026-04-10")), ..Absence::new(AbsenceKind::Leave, day("2026-04-08")) };
    write(&station, vec![OfficeBody::Absence(leave)]);
    station
}

#[test]
fn the_week_shows_what_waits_first_then_its_days() {
    let mut h = setup(&filled()).start();
    h.press("d");
    let screen = seen(&h);
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(at("Issue à renseigner (1)") < at("MARCHAND"), "{screen}");
    assert!(at("03/03/26 14h00") < at("lun. 09/03/2026 · personne"), "{screen}");
    assert!(at("jeu. 12/03/2026, aujourd’hui") < at("09h30"), "{screen}");
    assert!(at("libre de 10h15 à 14h00") < at("TRAORÉ"), "{screen}");
    assert!(!screen.contains("14/03/2026"), "an empty week-end is not told: {screen}");
}

#[test]
fn the_outcome_of_an_old_appointment_is_told_in_three_keys() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("d v enter");
    assert!(seen(&h).contains("Enregistré"), "{}", seen(&h));
    assert!(!seen(&h).contains("Issue à renseigner"), "{}", seen(&h));
    let of = |name: &str| {
        let caseload = station.caseload();
        let file = caseload.files.values().find(|it| it.person.value.family_name == name).expect("a file");
        file.interviews.iter().map(|it| (it.value.date, it.value.outcome)).collect::<Vec<_>>()
    };
    assert_eq!(of("Marchand")[0], (day("2026-03-03"), Became::Held));

    // Today's, missed and planned again.
    h.press("= n enter");
    let diallo = of("Diallo");
    assert!(diallo.contains(&(day("2026-03-12"), Became::NoShow)), "{diallo:?}");
    assert!(diallo.contains(&(day("2026-03-19"), Became::Planned)), "{diallo:?}");
}

#[test]
fn one_moves_by_week_and_by_day_and_closed_days_say_why() {
    let mut h = setup(&filled()).start();
    h.press("d + + + +");
    let screen = seen(&h);
    assert!(screen.contains("Semaine 15, du 06/04/2026 au 12/04/2026"), "{screen}");
    assert!(screen.contains("lun. 06/04/2026 · férié"), "{screen}");
    assert!(screen.contains("mer. 08/04/2026 · absence : congés légaux"), "{screen}");
    h.press("=").press("s").press("+");
    let screen = seen(&h);
    assert!(screen.contains("ven. 13/03/2026"), "{screen}");
    assert!(screen.contains("10h00"), "{screen}");
    assert!(!screen.contains("09h30"), "one day only: {screen}");
    h.press("-");
    assert!(seen(&h).contains("09h30"), "{}", seen(&h));
}

#[test]
fn an_appointment_is_opened_and_moved_from_the_agenda() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("d = + + + +");
    h.act(Action::EntryEdit);
    assert!(seen(&h).contains("DIALLO Aïssatou"), "{}", seen(&h));
    h.type_text("14/4").press("f2");
    let caseload = station.caseload();
    let dates: Vec<_> =
        caseload.files.values().flat_map(|it| &it.interviews).map(|it| it.value.date).collect();
    assert!(dates.contains(&day("2026-04-14")) && !dates.contains(&day("2026-04-07")), "{dates:?}");
}

#[test]
fn how_it_looks() {
    for (name, station) in [("empty", Station::new()), ("typical", filled())] {
        for language in [Language::French, Language::English] {
            for (width, height) in [(80, 24), (120, 40)] {
                let mut h = setup(&station).language(language).size(width, height).start();
                for (page, keys) in [("week", "d"), ("ahead", "+ + + +"), ("day", "= s")] {
                    h.press(keys);
                    let id = format!("agenda-{page}-{name}-{}-{width}", language.tag());
                    insta::with_settings!({ snapshot_path => "snapshots/agenda", prepend_module_to_snapshot => false }, {
                        insta::assert_snapshot!(id, h.screen());
                    });
                }
            }
        }
    }
}
