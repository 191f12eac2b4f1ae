//! The commission: a file is submitted, what it lacks is said, nobody slips onto an agenda, decisions keep
//! their dates, an adjournment carries the file on.

use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Ruling};
use jalon::domain::file::Current;
use jalon::domain::recommendation::Recommendation;
use jalon::domain::submission::{ReviewGround, is_pending};
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people::{empty, typical};
use super::forms_station::{Station, day};
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

fn go_to(h: &mut Harness, field: &str) {
    for _ in 0..30 {
        let is_there = |row: usize| h.row(row).starts_with(&format!("› {field}"));
        if (0..24).any(is_there) {
            return;
        }
        h.press("tab");
    }
    assert!(h.screen().contains(field), "no field {field}\n{}", h.screen());
}

fn snapshot(id: &str, screen: &str) {
    insta::with_settings!({ snapshot_path => "snapshots/commission", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(id, screen);
    });
}

/// Submits the open file to the session of that day, as a re-examination.
fn submit(h: &mut Harness, session: &str) {
    h.act(Action::SubmissionNew);
    h.type_text("r").press("enter").type_text(session).press("f2");
}

#[test]
fn what_is_missing_is_said_and_nothing_slips_onto_an_agenda() {
    let station = Station::new();
    let (person, rest) = typical();
    let person = station.add(person, rest);
    let mut h = station.harness().start();
    h.act(Action::ListOpen);
    submit(&mut h, "9/4");
    let file = station.file(person);
    assert_eq!(file.submissions.len(), 1, "{}", h.screen());
    assert_eq!(file.submissions[0].value.session_on, day("2026-04-09"));
    for _ in 0..8 {
        h.act(Action::PageNext);
    }
    assert!(h.screen().contains("l’avis – art. 7"), "{}", h.screen());
    h.press("enter");
    go_to(&mut h, "Inscrit le");
    h.type_text("a").press("f2");
    assert!(h.screen().contains("serait ajourné"), "{}", h.screen());
    go_to(&mut h, "Dérogation");
    h.type_text("Séance avancée").press("f2");
    let kept = station.file(person).submissions[0].value.clone();
    assert_eq!(kept.override_by.as_deref(), Some("Claire Morel"), "{}", h.screen());
    assert!(kept.listed_on.is_some());
}

#[test]
fn an_adjournment_has_a_motive_and_carries_the_file_on() {
    let station = Station::new();
    let (person, rest) = typical();
    let person = station.add(person, rest);
    let mut h = station.harness().start();
    h.act(Action::ListOpen);
    submit(&mut h, "12/3");
    h.act(Action::DecisionNew);
    go_to(&mut h, "Décision");
    h.type_text("a").press("enter").type_text("9/4").press("f2");
    assert!(h.screen().contains("a toujours un motif"), "{}", h.screen());
    go_to(&mut h, "Motif");
    h.type_text("Avis manquant").press("f2");
    let file = station.file(person);
    let last = &file.decisions.last().expect("a decision").value;
    assert_eq!((last.ruling, last.is_provisional), (Ruling::Adjourned, true), "{}", h.screen());
    let ahead: Vec<_> = file.submissions.iter().filter(|it| is_pending(&file, &it.value)).collect();
    assert_eq!(ahead.len(), 1);
    assert_eq!(ahead[0].value.session_on, day("2026-04-09"));
    assert_eq!(ahead[0].value.listed_on, None);
}

#[test]
fn what_calls_for_the_commission_is_listed_until_it_is_submitted() {
    let station = Station::new();
    fill(&station);
    let mut h = setup(&station).start();
    h.press("c");
    assert!(h.screen().contains("sur aucun ordre du jour"), "{}", h.screen());
    let before = h.screen();
    h.press("enter");
    go_to(&mut h, "Séance visée");
    h.type_text("9/4").press("f2");
    assert!(h.screen().contains("Séance du"), "{before}\n{}", h.screen());
    let submitted: Vec<_> = station.caseload().files.values().flat_map(|it| it.submissions.clone()).collect();
    assert_eq!(submitted.len(), 1);
    assert!(submitted[0].value.ground.is_some_and(|it| it != ReviewGround::Interest));
}

#[test]
fn the_screen_as_it_looks() {
    for language in [Language::French, Language::English] {
        for (width, height) in [(80, 24), (120, 40)] {
            let tag = language.tag();
            let station = Station::new();
            let mut h = setup(&station).language(language).size(width, height).start();
            h.act(Action::CommissionOpen);
            snapshot(&format!("commission-empty-{tag}-{width}"), &h.screen());
            fill(&station);
            let mut h = setup(&station).language(language).size(width, height).start();
            h.act(Action::CommissionOpen).press("enter");
            go_to(&mut h, if language == Language::French { "Séance visée" } else { "Session aimed at" });
            h.type_text("9/4").press("f2");
            snapshot(&format!("commission-typical-{tag}-{width}"), &h.screen());
            h.press("home").act(Action::ListOpen);
            snapshot(&format!("commission-file-{tag}-{width}"), &h.screen());
        }
    }
}

#[test]
fn somebody_of_whom_nothing_is_known_lacks_a_diagnosis() {
    let station = Station::new();
    let (person, rest) = empty();
    station.add(person, rest);
    let mut h = station.harness().start();
    h.act(Action::ListOpen).act(Action::SubmissionNew);
    // Of a candidate the business is known: the session is asked first.
    h.type_text("9/4").press("tab");
    assert!(h.screen().contains("le diagnostic partagé"), "{}", h.screen());
}

#[test]
fn the_prescriber_is_told_by_a_mail_without_a_name_and_it_is_noted() {
    let station = Station::new();
    let (person, rest) = typical();
    let person = station.add(person, rest);
    let mut h = station.harness().start();
    h.act(Action::ListOpen).press("I");
    assert!(h.screen().contains("Courriel au prescripteur"), "{}", h.screen());
    let mail: Vec<String> = (2..22).map(|row| h.row(row).to_owned()).collect();
    assert!(!mail.join(" ").contains("BENALI"), "{}", h.screen());
    assert!(mail.join(" ").contains("intégration"), "{}", h.screen());
    h.press("enter");
    let told = ContactKind::PrescriberInformed;
    let contacts = station.file(person).contacts;
    assert_eq!(contacts.iter().filter(|it| it.value.kind == told).count(), 1, "{}", h.screen());
}

/// The screen with plain spaces.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_session_is_noted_and_who_did_not_co_chair_it_is_said_until_it_is_known() {
    let station = Station::new();
    fill(&station);
    let mut h = setup(&station).start();
    h.act(Action::CommissionOpen).press("y");
    go_to(&mut h, "Date");
    h.type_text("5/3").press("tab");
    go_to(&mut h, "Coprésidence UTAS");
    h.type_text("Anne Prévost").press("f2");
    let kept = station.caseload().office.sessions.clone();
    assert_eq!(kept.len(), 1, "{}", h.screen());
    assert_eq!((kept[0].value.date, kept[0].value.chair_utas.as_str()), (day("2026-03-05"), "Anne Prévost"));
    h.press("end");
    assert!(seen(&h).contains("à noter : la coprésidence pour France Travail"), "{}", h.screen());
    snapshot("commission-noted-fr-80", &h.screen());
    h.press("enter");
    go_to(&mut h, "Coprésidence FT");
    h.type_text("Marc Delaunay").press("tab");
    go_to(&mut h, "Resp. d’action");
    h.type_text("Hélène Morin").press("f2");
    assert!(seen(&h).contains("coprésidence : Marc Delaunay, Anne Prévost"), "{}", h.screen());
    h.act(Action::Undo);
    assert!(seen(&h).contains("à noter : la coprésidence pour France Travail"), "{}", h.screen());
}

#[test]
fn what_goes_to_the_commission_is_printed_from_its_screen_and_from_a_file() {
    let (station, folder) = (Station::new(), tempfile::tempdir().expect("a folder"));
    let (person, rest) = typical();
    let person = station.add(person, rest);
    let whose: String = person.to_string().chars().take(6).collect();
    let whose = format!("-{whose}.txt");
    let mut h = setup(&station).start();
    h.act(Action::CommissionOpen).press("P");
    assert!(seen(&h).contains("rien à imprimer"), "{}", h.screen());
    h.press("esc f").act(Action::ListOpen);
    submit(&mut h, "9/4");
    for (choice, file, says) in
        [("dossier d", "dossier.txt", "DOSSIER D’INSTRUCTION"), ("courriel", "courriel.txt", "Objet")]
    {
        let path = folder.path().join(file);
        h.press("P").type_text(choice).press("enter");
        assert!(!seen(&h).to_lowercase().contains("benali.") && seen(&h).contains(&whose), "{}", h.screen());
        h.press("ctrl-u").paste(&path.display().to_string()).press("enter");
        assert!(seen(&h).contains("Document écrit"), "{}", h.screen());
        let text = std::fs::read_to_string(&path).expect("a document");
        assert!(text.contains(says) && text.contains("Cofinancé"), "{text}");
    }
    h.press("f9 P");
    assert!(seen(&h).contains("discret") && !seen(&h).contains("Quel document"), "{}", h.screen());
    h.press("f9").act(Action::CommissionOpen);
    for (choice, file, says) in [
        ("ordre", "ordre.txt", "BENALI"),
        ("présence", "presence.txt", "UTAS"),
        ("séance", "seance.txt", "BENALI"),
    ] {
        let path = folder.path().join(file);
        h.press("P").type_text(choice);
        if choice == "ordre" {
            snapshot("commission-print-fr-80", &h.screen());
        }
        h.press("enter ctrl-u").paste(&path.display().to_string());
        if choice == "ordre" {
            snapshot("commission-print-where-fr-80", &h.screen().replace(&path.display().to_string(), "…"));
        }
        h.press("enter");
        assert!(seen(&h).contains("Document écrit"), "{}", h.screen());
        let text = std::fs::read_to_string(&path).expect("a document");
        assert!(text.contains(says), "{text}");
    }
    assert_eq!(station.caseload().office.list_exports.len(), 5, "each has its line");
}

#[test]
fn a_recommendation_stays_on_home_until_it_is_done() {
    let station = Station::new();
    let (person, mut rest) = typical();
    let recommended = |title: &str, due: Option<&str>| {
        Body::Recommendation(Recommendation {
            title: title.to_owned(),
            session_on: day("2026-02-05"),
            due_on: due.map(day),
            done_on: None,
            note: String::new(),
        })
    };
    rest.push(recommended("Faire le point avec le CMS", None));
    rest.push(recommended("Valider le projet cuisine", Some("2026-03-02")));
    let person = station.add(person, rest);
    let mut h = setup(&station).start();
    assert!(seen(&h).contains("Recommandations de la commission (2)"), "{}", h.screen());
    assert!(seen(&h).contains("en retard depuis le 02/03/2026 : Valider le projet"), "{}", h.screen());
    snapshot("home-recommended-fr-80", &h.screen());
    h.press("f9");
    assert!(!seen(&h).contains("Valider"), "discreet: {}", h.screen());
    h.press("f9");
    for _ in 0..30 {
        if h.screen().lines().any(|row| row.starts_with('›') && row.contains("Valider")) {
            break;
        }
        h.press("down");
    }
    h.press("enter").type_text("a").press("f2");
    let done = |it: &Current<Recommendation>| it.value.done_on.is_some();
    assert_eq!(
        station.file(person).recommendations.iter().filter(|it| done(it)).count(),
        1,
        "{}",
        h.screen()
    );
    assert!(seen(&h).contains("Recommandations de la commission (1)"), "{}", h.screen());
    assert!(!seen(&h).contains("Valider"), "{}", h.screen());
}
