//! The two languages hold together: same messages, same variables, every code labelled, every
//! message used, French typography.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jalon::domain::codes::{self, Coded};
use jalon::i18n::{AREAS, Language, Words};

/// Message ids of a file, each with the variables that its text names.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if !line.starts_with([' ', '}', '.', '[', '*']) {
            last = line.split('=').next().unwrap_or_default().trim().to_owned();
            assert!(found.insert(last.clone(), BTreeSet::new()).is_none(), "{last} stands twice");
        }
        for rest in line.split('$').skip(1) {
            let name = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next();
            found.get_mut(&last).expect("a message").insert(name.unwrap_or_default().to_owned());
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things() {
    for (area, french, english) in AREAS {
        let (french, english) = (messages(french), messages(english));
        let ids = |of: &BTreeMap<String, _>| of.keys().cloned().collect::<BTreeSet<_>>();
        let only: Vec<_> = ids(&french).symmetric_difference(&ids(&english)).cloned().collect();
        assert!(only.is_empty(), "{area}: in one language only: {only:?}");
        for (id, variables) in &french {
            assert_eq!(variables, &english[id], "{area}: variables of {id}");
        }
    }
}

#[test]
fn no_message_stands_in_two_areas() {
    let mut seen = BTreeMap::new();
    for (area, french, _) in AREAS {
        for id in messages(french).into_keys() {
            if let Some(other) = seen.insert(id.clone(), area) {
                panic!("{id} stands in {other} and in {area}");
            }
        }
    }
}

fn labelled<C: Coded>(words: &Words, missing: &mut Vec<String>) {
    for value in C::VALUES {
        let label = words.label(*value);
        if label.starts_with('⟦') {
            missing.push(label.into_owned());
        }
    }
}

#[test]
fn every_code_has_its_label() {
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        let mut missing = Vec::new();
        labelled::<codes::Sex>(&words, &mut missing);
        labelled::<codes::Sector>(&words, &mut missing);
        labelled::<codes::PrescriberKind>(&words, &mut missing);
        labelled::<codes::EntryKind>(&words, &mut missing);
        labelled::<codes::Lot>(&words, &mut missing);
        labelled::<codes::Public>(&words, &mut missing);
        labelled::<codes::Criterion>(&words, &mut missing);
        labelled::<codes::Priority>(&words, &mut missing);
        labelled::<codes::ExitReason>(&words, &mut missing);
        labelled::<codes::Outcome>(&words, &mut missing);
        labelled::<codes::Modality>(&words, &mut missing);
        labelled::<codes::Purpose>(&words, &mut missing);
        labelled::<codes::StepCategory>(&words, &mut missing);
        labelled::<codes::StepStatus>(&words, &mut missing);
        labelled::<codes::Business>(&words, &mut missing);
        labelled::<codes::Ruling>(&words, &mut missing);
        labelled::<codes::ContactKind>(&words, &mut missing);
        labelled::<codes::StationRole>(&words, &mut missing);
        labelled::<codes::PathwayState>(&words, &mut missing);
        labelled::<jalon::domain::signing::Signing>(&words, &mut missing);
        labelled::<jalon::domain::employment::ContractKind>(&words, &mut missing);
        labelled::<jalon::domain::training::Certification>(&words, &mut missing);
        labelled::<jalon::domain::erasure::ErasureReason>(&words, &mut missing);
        labelled::<jalon::domain::erasure::AgeBand>(&words, &mut missing);
        labelled::<codes::Scheme>(&words, &mut missing);
        labelled::<codes::QpvList>(&words, &mut missing);
        labelled::<codes::DropReason>(&words, &mut missing);
        labelled::<jalon::domain::reception::ReceptionItem>(&words, &mut missing);
        labelled::<jalon::domain::diagnosis::Condition>(&words, &mut missing);
        labelled::<jalon::domain::candidature::CandidatureStage>(&words, &mut missing);
        labelled::<jalon::domain::candidature::CandidatureLack>(&words, &mut missing);
        labelled::<jalon::domain::candidature::Concern>(&words, &mut missing);
        labelled::<jalon::domain::evidence::EvidenceKind>(&words, &mut missing);
        labelled::<jalon::domain::evidence::EvidenceForm>(&words, &mut missing);
        labelled::<jalon::domain::evidence::Claim>(&words, &mut missing);
        labelled::<jalon::domain::evidence::Lack>(&words, &mut missing);
        labelled::<jalon::domain::evidence::AttachmentKind>(&words, &mut missing);
        labelled::<jalon::domain::exit::Proof>(&words, &mut missing);
        labelled::<jalon::domain::diagnosis::Proposal>(&words, &mut missing);
        labelled::<jalon::domain::diagnosis::DiagnosisLack>(&words, &mut missing);
        labelled::<jalon::domain::barrier::BarrierTheme>(&words, &mut missing);
        labelled::<jalon::domain::barrier::BarrierState>(&words, &mut missing);
        labelled::<jalon::domain::barrier::Impact>(&words, &mut missing);
        labelled::<jalon::domain::goal::GoalState>(&words, &mut missing);
        labelled::<jalon::domain::special_case::CaseState>(&words, &mut missing);
        labelled::<jalon::domain::positioning::PositioningTarget>(&words, &mut missing);
        labelled::<jalon::domain::positioning::PositioningResult>(&words, &mut missing);
        labelled::<jalon::domain::special_case::CaseGround>(&words, &mut missing);
        labelled::<jalon::domain::office::AbsenceKind>(&words, &mut missing);
        labelled::<jalon::domain::office::MeetingKind>(&words, &mut missing);
        labelled::<jalon::domain::office::MeetingPresence>(&words, &mut missing);
        labelled::<jalon::domain::office::NeedTheme>(&words, &mut missing);
        labelled::<jalon::domain::office::StructureKind>(&words, &mut missing);
        labelled::<jalon::domain::office::WorkshopKind>(&words, &mut missing);
        labelled::<jalon::domain::office::Presence>(&words, &mut missing);
        labelled::<jalon::domain::rules::StationAlert>(&words, &mut missing);
        labelled::<jalon::domain::rules::StationCause>(&words, &mut missing);
        labelled::<jalon::domain::submission::ReviewGround>(&words, &mut missing);
        labelled::<jalon::domain::submission::Opinion>(&words, &mut missing);
        labelled::<jalon::domain::submission::SubmissionState>(&words, &mut missing);
        labelled::<jalon::domain::submission::Gap>(&words, &mut missing);
        labelled::<jalon::domain::exit::Measure>(&words, &mut missing);
        labelled::<jalon::domain::exit::Obstacle>(&words, &mut missing);
        labelled::<jalon::domain::exit::Route>(&words, &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn every_code_of_the_rights_and_of_the_booklet_has_its_label() {
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        let mut missing = Vec::new();
        labelled::<jalon::domain::fse::FseProgramme>(&words, &mut missing);
        labelled::<jalon::document::DocumentKind>(&words, &mut missing);
        labelled::<jalon::domain::office::Seat>(&words, &mut missing);
        labelled::<jalon::domain::office::SessionKind>(&words, &mut missing);
        labelled::<jalon::domain::office::SessionLack>(&words, &mut missing);
        labelled::<jalon::domain::figures::FigureKey>(&words, &mut missing);
        labelled::<jalon::domain::figures::case::Dimension>(&words, &mut missing);
        labelled::<jalon::domain::figures::target::Aim>(&words, &mut missing);
        labelled::<jalon::domain::figures::delay::DelayKey>(&words, &mut missing);
        labelled::<jalon::domain::quality::FlawKey>(&words, &mut missing);
        labelled::<jalon::domain::referent::ReferentChange>(&words, &mut missing);
        labelled::<jalon::domain::legal_hold::HoldReason>(&words, &mut missing);
        labelled::<jalon::domain::limitation::LimitationReason>(&words, &mut missing);
        labelled::<jalon::domain::assignment::TransferPhase>(&words, &mut missing);
        labelled::<jalon::domain::esf::LabourStatus>(&words, &mut missing);
        labelled::<jalon::domain::esf::Diploma>(&words, &mut missing);
        labelled::<jalon::domain::esf::EsfAnswer>(&words, &mut missing);
        labelled::<jalon::domain::esf::Household>(&words, &mut missing);
        labelled::<jalon::domain::esf::Benefit>(&words, &mut missing);
        labelled::<jalon::domain::esf::gap::EsfGap>(&words, &mut missing);
        labelled::<jalon::domain::skill::SkillLevel>(&words, &mut missing);
        labelled::<jalon::domain::report_day::ReportKind>(&words, &mut missing);
        labelled::<jalon::domain::erasure::ErasureReason>(&words, &mut missing);
        labelled::<jalon::domain::erasure::AgeBand>(&words, &mut missing);
        assert!(missing.is_empty(), "{missing:?}");
    }
}

/// Text of every source, to look for the ids that it names.
fn sources() -> String {
    fn gather(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&std::fs::read_to_string(&path).expect("text"));
            }
        }
    }
    let mut text = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

#[test]
fn every_message_named_in_the_code_exists() {
    let words = Words::new(Language::French);
    let text = sources();
    let mut missing = BTreeSet::new();
    for call in [".get(\"", ".with(\"", ".tr(\"", ".tr_with(\""] {
        for rest in text.split(call).skip(1) {
            let id = rest.split('"').next().unwrap_or_default();
            let is_message =
                id.contains('-') && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
            if is_message && !id.ends_with('-') && !words.has(id) {
                missing.insert(id.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn french_has_its_spaces_and_apostrophes() {
    let mut wrong = Vec::new();
    for (area, french, _) in AREAS {
        for (rank, line) in french.lines().enumerate() {
            let Some((_, text)) = line.split_once('=').filter(|_| !line.starts_with('#')) else { continue };
            let text = text.replace("{ ", "{").replace(" }", "}");
            let bare_mark = [" ;", " :", " !", " ?", "« ", " »"].iter().any(|mark| text.contains(mark));
            if bare_mark || text.contains('\'') {
                wrong.push(format!("{area}:{}: {line}", rank + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_message_that_does_not_exist_is_seen() {
    assert_eq!(Words::new(Language::French).get("nothing-such"), "⟦nothing-such⟧");
}
