//! Every form as it looks: both languages, two sizes, new, filled in, and with the longest texts.

use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people::{Known, empty, long, typical, with_needs};
use super::forms_station::Station;
use crate::support::harness::Harness;

const BOTH: [Language; 2] = [Language::French, Language::English];

fn snapshot(name: &str, known: fn() -> Known, languages: &[Language], keys: impl Fn(&mut Harness)) {
    let station = Station::new();
    let (person, rest) = known();
    station.add(person, rest);
    for language in languages {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut h = station.harness().language(*language).size(width, height).start();
            h.act(Action::ListOpen);
            keys(&mut h);
            let id = format!("form-{name}-{}-{width}", language.tag());
            insta::with_settings!({ snapshot_path => "snapshots/forms", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(id, h.screen());
            });
        }
    }
}

#[test]
fn forms_of_somebody_of_whom_nothing_is_known() {
    let forms = [
        ("interview-new", Action::InterviewNew),
        ("appointment-new", Action::AppointmentNew),
        ("step-new", Action::StepNew),
        ("contact-new", Action::ContactNew),
        ("decision-new", Action::DecisionNew),
        ("submission-new", Action::SubmissionNew),
        ("enrolment-new", Action::EnrolmentEdit),
        ("person-edit", Action::PersonEdit),
    ];
    for (name, action) in forms {
        snapshot(name, empty, &BOTH, |h| {
            h.act(action);
        });
    }
}

#[test]
fn forms_filled_in() {
    snapshot("interview-typical", typical, &BOTH, |h| {
        h.act(Action::PageNext).press("home down down down enter");
    });
    snapshot("appointment-typical", typical, &BOTH, |h| {
        h.act(Action::PageNext).press("home enter");
    });
    snapshot("enrolment-typical", typical, &BOTH, |h| {
        h.act(Action::EnrolmentEdit);
    });
    snapshot("step-typical", typical, &BOTH, |h| {
        h.act(Action::PageNext).act(Action::PageNext).press("down enter");
    });
}

#[test]
fn forms_of_the_diagnosis_and_of_what_comes_of_it() {
    let turn = |h: &mut Harness, pages: usize| {
        for _ in 0..pages {
            h.act(Action::PageNext);
        }
    };
    snapshot("diagnosis-begun", with_needs, &BOTH, |h| {
        h.act(Action::DiagnosisEdit);
    });
    snapshot("barrier-priority", with_needs, &BOTH, |h| {
        turn(h, 3);
        h.press("down enter");
    });
    snapshot("goal-late", with_needs, &BOTH, |h| {
        turn(h, 4);
        h.press("enter");
    });
    snapshot("goal-new", empty, &[Language::French], |h| {
        turn(h, 4);
        h.act(Action::EntryNew);
    });
}

#[test]
fn forms_with_the_longest_texts() {
    snapshot("person-long", long, &[Language::French], |h| {
        h.act(Action::PersonEdit);
    });
    snapshot("interview-long", long, &[Language::French], |h| {
        h.act(Action::PageNext).press("enter").press("tab tab tab tab tab tab tab");
    });
}

#[test]
fn the_quick_line_above_a_file() {
    snapshot("quick-empty", typical, &BOTH, |h| {
        h.press("esc e");
    });
    snapshot("quick-understood", typical, &BOTH, |h| {
        h.press("esc e").type_text("nad 45 p d CV à jour, revoir lundi");
    });
    snapshot("quick-long", long, &[Language::French], |h| {
        h.press("esc e").type_text("mont 1h15 h r ").type_text(&"longuement ".repeat(30));
    });
}
