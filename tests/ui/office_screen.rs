//! The station's own side on screen: what is written there, what the rules find, and how it looks.

use jalon::domain::body::Body;
use jalon::domain::office::{
    Absence, AbsenceKind, CommissionSession, Designation, Meeting, MeetingKind, MeetingPresence, NeedTheme,
    OfficeBody, SessionKind, Structure, StructureKind, UnmetNeed,
};
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save};

use super::forms_station::{Station, day};
use super::screens::setup;
use crate::support::harness::Harness;

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Writes things of the office, in one act.
pub fn write(station: &Station, bodies: Vec<OfficeBody>) {
    let change = |body| Change { person: None, replaces: None, body: Some(Body::Office(body)) };
    let save = Save { changes: bodies.into_iter().map(change).collect(), draft: None, confirmed: true };
    let saved = station.ask(Request::Save(Box::new(save)));
    assert!(matches!(saved, Outcome::Saved(_)), "{saved:?}");
}

fn away() -> Absence {
    Absence::new(AbsenceKind::Sickness, day("2026-03-09"))
}

/// Something on every page.
fn typical() -> Vec<OfficeBody> {
    let meeting = |kind, date: &str, title: &str, presence| {
        let (title, note) = (title.to_owned(), String::new());
        OfficeBody::Meeting(Meeting { kind, date: day(date), duration_min: Some(180), title, presence, note })
    };
    let leave = Absence {
        ends_on: Some(day("2026-01-02")),
        notified_on: Some(day("2025-12-01")),
        ..Absence::new(AbsenceKind::Leave, day("2025-12-22"))
    };
    let structure = |kind, name: &str, contact: &str| {
        let contact = Some(contact.to_owned());
        let phone = Some("02 35 00 00 00".to_owned());
        OfficeBody::Structure(Structure { contact, phone, ..Structure::new(kind, name) })
    };
    vec![
        OfficeBody::Absence(leave),
        OfficeBody::Absence(away()),
        meeting(MeetingKind::Monthly, "2026-02-05", "Mobilité", MeetingPresence::Present),
        meeting(MeetingKind::SoftwareTraining, "2026-03-03", "", MeetingPresence::Excused),
        OfficeBody::UnmetNeed(UnmetNeed {
            theme: NeedTheme::Language,
            seen_on: day("2026-03-02"),
            people: Some(7),
            description: "Aucun cours de français le soir au sud de la Seine.".to_owned(),
            told_on: None,
        }),
        OfficeBody::Designation(Designation {
            structure: "Chantier du Robec".to_owned(),
            from: day("2026-01-05"),
            until: None,
            note: String::new(),
        }),
        OfficeBody::Session(CommissionSession {
            place: "Hôtel de la Métropole".to_owned(),
            chair_utas: "Anne Prévost".to_owned(),
            ..CommissionSession::new(day("2026-03-05"), SessionKind::Regular)
        }),
        structure(StructureKind::Prescriber, "Mission locale de Rouen", "M. Fouquet"),
        structure(StructureKind::Employer, "Boulangerie Hébert", "Mme Roussel, gérante"),
    ]
}

#[test]
fn an_absence_is_typed_saved_and_told_on_home_until_it_is_covered() {
    let station = Station::new();
    let mut h = setup(&station).start();
    h.press("g p");
    assert!(seen(&h).contains("Aucune absence. La touche y en note une"), "{}", seen(&h));
    h.press("y");
    assert!(seen(&h).contains("Mon poste : absence"), "the top line says whose: {}", seen(&h));
    h.press("m enter").type_text("9/3").press("f2");
    assert!(seen(&h).contains("Enregistré : absence du 09/03"), "{}", seen(&h));
    assert_eq!(station.caseload().office.absences[0].value, away());
    assert!(seen(&h).contains("au moins à mi-temps"), "{}", seen(&h));

    h.press("a");
    assert!(seen(&h).contains("Mon poste"), "{}", seen(&h));
    assert!(seen(&h).contains("mi-temps à assurer"), "{}", seen(&h));
    h.act(Action::DueOpen);
    assert!(seen(&h).contains("Absence à couvrir"), "{}", seen(&h));
    h.press("p");
    assert!(seen(&h).contains("R9.2-05"), "{}", seen(&h));
    h.press("esc").press("enter");
    assert!(seen(&h).contains("› Mi-temps assuré dès"), "Enter opens what clears it: {}", seen(&h));
    h.press("esc").press("g p");
    assert!(seen(&h).contains("[Absences 1]"), "{}", seen(&h));

    h.press("u");
    assert!(seen(&h).contains("Annulé : absence du 09/03"), "{}", seen(&h));
    assert!(station.caseload().office.absences.is_empty());
    h.press("ctrl-r").press("delete");
    assert!(station.caseload().office.absences.is_empty(), "{}", seen(&h));
    h.press("u");
    assert_eq!(station.caseload().office.absences.len(), 1);
}

#[test]
fn what_was_being_typed_about_the_station_is_taken_up_again() {
    let station = Station::new();
    let mut h = setup(&station).start();
    h.press("g p tab tab y").press("l tab").type_text("Cours du soir").press("esc");
    assert_eq!(station.drafts().len(), 1);
    let mut h = setup(&station).start();
    assert!(seen(&h).contains("(mon poste)"), "{}", seen(&h));
    h.press("enter");
    assert!(seen(&h).contains("Cours du soir"), "{}", seen(&h));
    h.press("f2");
    assert_eq!(station.caseload().office.unmet_needs[0].value.description, "Cours du soir");
    assert!(station.drafts().is_empty());
}

#[test]
fn a_siret_that_cannot_be_is_doubted() {
    let station = Station::new();
    let mut h = setup(&station).start();
    h.press("g p shift-tab shift-tab shift-tab y").type_text("Boulangerie Hébert").press("enter e enter");
    h.press("enter enter enter").type_text("73282932000075").press("f2");
    assert!(seen(&h).contains("SIRET n’est pas juste"), "{}", seen(&h));
    assert!(station.caseload().office.structures.is_empty());
    h.press("f2");
    assert_eq!(station.caseload().office.structures.len(), 1, "a doubt is kept once confirmed");
}

#[test]
fn how_the_pages_look() {
    for (name, bodies) in [("empty", Vec::new()), ("typical", typical())] {
        let station = Station::new();
        if !bodies.is_empty() {
            write(&station, bodies);
        }
        for language in [Language::French, Language::English] {
            for (width, height) in [(80, 24), (120, 40)] {
                let mut h = setup(&station).language(language).size(width, height).start();
                h.press("g p");
                for page in
                    ["absences", "meetings", "needs", "designations", "workshops", "directory", "sessions"]
                {
                    let id = format!("office-{page}-{name}-{}-{width}", language.tag());
                    insta::with_settings!({ snapshot_path => "snapshots/office", prepend_module_to_snapshot => false }, {
                        insta::assert_snapshot!(id, h.screen());
                    });
                    h.press("tab");
                }
            }
        }
    }
}

#[test]
fn the_directory_proposes_names_the_latest_first_and_blocks_no_other() {
    let station = Station::new();
    let (person, rest) = super::file_people::typical();
    let nadia = station.add(person, rest);
    write(&station, typical());
    let siae = Structure::new(StructureKind::Inclusion, "Chantier du Robec");
    write(&station, vec![OfficeBody::Structure(siae)]);
    let mut h = setup(&station).size(120, 40).start();
    h.press("/").type_text("benali").press("enter");
    h.act(Action::EmploymentNew).type_text("cdi").press("enter").type_text("1/3").press("enter");
    let before = station.file(nadia).employments.len();
    let screen = seen(&h);
    let of = |name: &str| screen.find(name);
    assert!(
        of("Chantier du Robec") < of("Boulangerie Hébert") && of("Boulangerie Hébert").is_some(),
        "{screen}"
    );
    assert!(of("Mission locale de Rouen").is_none(), "it employs nobody: {screen}");
    h.press("f4 enter");
    assert!(seen(&h).contains("Chantier du Robec"), "{}", seen(&h));
    h.type_text("Garage Petit").press("ctrl-s");
    let employers: Vec<_> =
        station.file(nadia).employments.iter().map(|it| it.value.employer.clone()).collect();
    assert_eq!(employers.len(), before + 1, "{}", seen(&h));
    assert!(employers.iter().flatten().any(|it| it.ends_with("Garage Petit")), "{employers:?}");
}
