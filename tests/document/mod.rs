//! Documents on paper: 80 columns at most, the mention of the right programme, everybody of the agenda on it.

use chrono::NaiveDate;
use jalon::demo::{Recipe, population};
use jalon::document::{
    Maker, agenda, attendance, dossier, email, minutes, next_session, on_the_agenda, review,
};
use jalon::domain::codes::{Business, PrescriberKind, Ruling};
use jalon::domain::decision::Decision;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::File;
use jalon::domain::fse::{FseProgramme, programme_of};
use jalon::domain::office::{CommissionSession, SessionKind, SessionLack};
use jalon::domain::submission::Submission;
use jalon::i18n::{Language, Words};
use unicode_width::UnicodeWidthStr as _;

use crate::demo::caseload;
use crate::rules::facts::{FileOf, whole_diagnosis};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn maker() -> Maker<'static> {
    Maker { station: "Claire Morin", today: date("2026-11-22") }
}

const LANGUAGES: [Language; 2] = [Language::English, Language::French];

fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.width() <= 80, "{} columns: {line}", line.width());
        assert!(!line.contains('⟦'), "no words: {line}");
    }
}

#[test]
fn the_programme_is_that_of_the_year_of_the_activity_and_not_of_the_paper() {
    for (day, programme) in [
        ("2021-01-01", FseProgramme::Inclusion),
        ("2021-12-31", FseProgramme::Inclusion),
        ("2022-01-01", FseProgramme::Union),
        ("2027-12-31", FseProgramme::Union),
    ] {
        assert_eq!(programme_of(date(day)), programme, "{day}");
    }
    let words = Words::new(Language::French);
    // Printed in 2026 about 2021 (R12-03, A-21).
    let old = attendance::written(date("2021-06-03"), None, &maker(), &words);
    assert!(old.contains("Emploi et Inclusion") && old.contains("2014-2020"), "{old}");
    let new = attendance::written(date("2022-01-06"), None, &maker(), &words);
    assert!(new.contains("Cofinancé par l’Union européenne") && !new.contains("2014-2020"), "{new}");
}

#[test]
fn every_document_of_a_whole_caseload_fits_the_paper_and_carries_its_mention() {
    let today = date("2026-11-22");
    let caseload = caseload(&population(&Recipe::one_counsellor(today)));
    let files = || caseload.files.values().map(AsRef::as_ref);
    let on: NaiveDate = next_session(files(), today).expect("a session ahead");
    let listed = on_the_agenda(files(), on);
    assert!(listed.len() > 2, "{} on the agenda", listed.len());
    for language in LANGUAGES {
        let words = Words::new(language);
        let mention = words.label(programme_of(on)).into_owned();
        let mut written = vec![
            agenda::written(&listed, on, &maker(), &words),
            review::written(&listed, on, &maker(), &words),
        ];
        for text in &written {
            for (file, _) in &listed {
                assert!(text.contains(&file.person.value.display_name()), "{text}");
            }
        }
        for file in files() {
            let all = file.submissions.iter();
            written.extend(all.map(|it| dossier::written(file, &it.value, &maker(), &words)));
            written.extend(email::written(file, today, "Claire Morin", &words));
        }
        for text in &written {
            fits(text);
            assert!(text.contains(&mention), "{text}");
        }
    }
}

fn candidate() -> File {
    let mut facts = FileOf::person(1);
    facts.enrolment(Enrolment {
        referred_on: Some(date("2026-09-01")),
        prescriber_kind: Some(PrescriberKind::FranceTravail),
        ..Enrolment::default()
    });
    facts.diagnosis(whole_diagnosis("2026-10-01", jalon::domain::diagnosis::Proposal::Admit));
    facts.submission(Submission::new(Business::Entry, date("2026-11-26")));
    facts.build()
}

#[test]
fn a_dossier_has_its_three_parts_says_what_is_missing_and_leaves_room_for_the_decision() {
    let file = candidate();
    let words = Words::new(Language::French);
    let text = dossier::written(&file, &file.submissions[0].value, &maker(), &words);
    for part in ["Freins périphériques", "Capacités, volonté", "Étapes réalistes", "l’avis (art. 7)", "[ ] "]
    {
        assert!(text.contains(part) || text.contains("art. 7"), "{part}: {text}");
    }
    assert!(text.contains("DOSSIER D’INSTRUCTION"), "{text}");
    fits(&text);
}

#[test]
fn the_prescriber_is_told_no_name() {
    let words = Words::new(Language::French);
    let mut file = candidate();
    assert_eq!(email::written(&file, date("2026-11-22"), "Claire Morin", &words), None);
    let mut facts = FileOf::person(1);
    facts.enrolment(file.enrolments[0].value.clone());
    facts.decision(Decision::new(date("2026-11-26"), Business::Entry, Ruling::Admitted));
    file = facts.build();
    let text = email::written(&file, date("2026-11-27"), "Claire Morin", &words).expect("something to tell");
    let mut spontaneous = FileOf::person(1);
    let nobody = Some(PrescriberKind::Spontaneous);
    spontaneous.enrolment(Enrolment { prescriber_kind: nobody, ..file.enrolments[0].value.clone() });
    spontaneous.decision(file.decisions[0].value.clone());
    assert_eq!(email::to_tell(&spontaneous.build(), date("2026-11-27")), None, "nobody is to be told");
    assert!(!text.contains(&file.person.value.family_name), "{text}");
    assert!(text.contains("26/11/2026") && text.contains("Cofinancé par l’Union européenne"), "{text}");
}

#[test]
fn the_attendance_sheet_names_who_was_there_and_says_which_co_chair_is_not_noted() {
    let on = date("2026-11-05");
    let session = CommissionSession {
        chair_utas: "Anne Prévost".to_owned(),
        action_managers: "Hélène Morin, Paul Vasseur".to_owned(),
        excused: "Nora Petit".to_owned(),
        ..CommissionSession::new(on, SessionKind::Regular)
    };
    assert_eq!(session.lacks(date("2026-11-22")), [SessionLack::FranceTravail]);
    assert_eq!(session.lacks(date("2026-11-04")), [], "of a session to come nothing is asked");
    for language in LANGUAGES {
        let words = Words::new(language);
        let text = attendance::written(on, Some(&session), &maker(), &words);
        fits(&text);
        for said in [
            "Anne Prévost",
            "Hélène Morin, Paul Vasseur",
            "Nora Petit",
            &words.label(SessionLack::FranceTravail),
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains(&*words.label(SessionLack::Utas)), "{text}");
    }
}

#[test]
fn the_minutes_tell_what_was_decided_of_everybody_with_its_days_and_whom_nothing_was_decided_of() {
    let on = date("2026-11-05");
    let mut reviewed = FileOf::person(1);
    reviewed.decision(Decision {
        review_on: Some(date("2027-05-06")),
        reason: "Étapes engagées.".to_owned(),
        ..Decision::new(on, Business::Review, Ruling::Continued)
    });
    reviewed.decision(Decision::new(date("2026-05-07"), Business::Review, Ruling::Continued));
    let reviewed = reviewed.build();
    let mut waiting = FileOf::person(2);
    waiting.submission(Submission::new(Business::Exit, on));
    let waiting = waiting.build();
    let elsewhere = FileOf::person(3).build();
    let all = [&waiting, &elsewhere, &reviewed];
    let heard = minutes::heard(all.into_iter(), on);
    assert_eq!(heard.iter().map(|it| it.file.id).collect::<Vec<_>>(), [reviewed.id, waiting.id]);
    let session = CommissionSession {
        chair_france_travail: "Marc Delaunay".to_owned(),
        ..CommissionSession::new(on, SessionKind::Regular)
    };
    for language in LANGUAGES {
        let words = Words::new(language);
        let text = minutes::written(&heard, on, Some(&session), &maker(), &words);
        fits(&text);
        let undecided = words.get("document-minutes-undecided").into_owned();
        let chair = words.label(SessionLack::Utas).into_owned();
        for said in ["Marc Delaunay", "06/05/2027", "Étapes engagées.", &undecided, &chair] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("07/05/2026"), "another session: {text}");
        assert!(text.contains(&*words.label(programme_of(on))), "{text}");
    }
}
