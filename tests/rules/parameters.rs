//! Thresholds change on a date: what is computed about an earlier day keeps the earlier value (D-9).

use jalon::domain::parameters::{Pack, PackError, Parameter, ParameterKey};
use jalon::domain::rules::{AlertCode, findings};
use jalon::domain::state::State;
use jalon::domain::working_time::monthly_minutes;

use super::facts::{date, file_of};

/// The built-in pack, with three months without interview allowed from 2026 on.
fn changed() -> Pack {
    let built_in = Pack::default();
    let mut parameters = built_in.parameters().to_vec();
    parameters.push(Parameter {
        key: ParameterKey::InterviewGap,
        value: 3,
        valid_from: date("01/01/2026"),
        source: "Comité de pilotage du 12/12/2025".to_owned(),
    });
    Pack::new("2026.1", parameters).expect("a whole pack")
}

#[test]
fn the_built_in_pack_is_whole_and_says_where_each_value_comes_from() {
    let pack = Pack::default();
    assert_eq!(pack.version(), "2021.1");
    assert_eq!(pack.parameters().len(), ParameterKey::ALL.len());
    for parameter in pack.parameters() {
        assert!(parameter.value > 0 && !parameter.source.is_empty(), "{parameter:?}");
        assert_eq!(pack.valid_until(parameter), None);
    }
}

#[test]
fn a_value_holds_from_its_day_until_the_next() {
    let pack = changed();
    let key = ParameterKey::InterviewGap;
    for (day, value) in [("01/06/2019", 2), ("31/12/2025", 2), ("01/01/2026", 3), ("01/06/2030", 3)] {
        assert_eq!(pack.in_force(key, date(day)).value, value, "{day}");
        assert_eq!(pack.at(date(day)).get(key), value, "{day}");
    }
    let first = pack.in_force(key, date("01/06/2025"));
    assert_eq!(pack.valid_until(first), Some(date("31/12/2025")));
    let others = ParameterKey::ALL.iter().filter(|it| **it != key);
    for other in others {
        assert_eq!(
            pack.at(date("01/06/2026")).get(*other),
            Pack::default().at(date("01/06/2026")).get(*other)
        );
    }
}

#[test]
fn the_same_file_is_judged_by_the_values_of_the_day() {
    let pack = changed();
    let file = file_of("adhésion 10/01/2024 ; entretien 20/10/2025");
    let due = |day: &str| {
        let found = findings(&file, &pack, date(day));
        found.into_iter().find(|it| it.code == AlertCode::InterviewGap).map(|it| (it.due, it.parameters[0]))
    };
    let before = Some((date("21/12/2025"), (ParameterKey::InterviewGap, 2)));
    assert_eq!(due("31/12/2025"), before);
    assert_eq!(due("01/01/2026"), None);
    let after = Some((date("21/01/2026"), (ParameterKey::InterviewGap, 3)));
    assert_eq!(due("21/01/2026"), after);
}

#[test]
fn a_pack_without_a_threshold_is_refused() {
    let mut parameters = Pack::default().parameters().to_vec();
    parameters.retain(|it| it.key != ParameterKey::SigningTime);
    let refused = Pack::new("1", parameters).expect_err("incomplete");
    assert_eq!(refused, PackError::Missing(ParameterKey::SigningTime));
}

#[test]
fn the_next_physical_interview_is_planned_within_a_month() {
    let by = |facts: &str, on: &str| {
        let file = file_of(facts);
        State::of(&file, date(on)).physical_interview_due_by(&Pack::default().at(date(on)))
    };
    // V7
    for last in ["30/01/2025", "31/01/2025"] {
        let facts = format!("adhésion 10/01/2024 ; entretien {last}");
        assert_eq!(by(&facts, "01/02/2025"), Some(date("28/02/2025")), "{last}");
    }
    assert_eq!(by("adhésion 10/01/2025", "01/02/2025"), Some(date("10/02/2025")));
    assert_eq!(by("orientation 10/01/2025", "01/02/2025"), None);
    let suspended = "adhésion 10/01/2025 ; commission 20/01/2025 reexamen suspension jusqu’au 14/03/2025";
    assert_eq!(by(suspended, "01/02/2025"), None);
    assert_eq!(by(suspended, "15/03/2025"), Some(date("15/04/2025")));
}

#[test]
fn what_a_list_shows_of_a_person() {
    let file = file_of(
        "adhésion 10/01/2025 ; entretien 03/02/2025 ; entretien 03/03/2025 à-signer ; \
         entretien 10/03/2025 telephone sans-durée ; entretien 17/03/2025 absent ; \
         entretien 24/03/2025 planifie ; entretien 31/03/2025 planifie ; \
         étape realisee proposée 05/02/2025 du 10/02/2025 au 28/02/2025 ; étape proposee proposée 12/03/2025",
    );
    let state = State::of(&file, date("24/03/2025"));
    let day = |it: Option<&jalon::domain::file::Current<jalon::domain::interview::Interview>>| {
        it.map(|it| it.value.date.format("%d/%m").to_string())
    };
    assert_eq!(day(state.last_interview()).as_deref(), Some("10/03"));
    assert_eq!(day(state.last_physical_interview()).as_deref(), Some("03/03"));
    assert_eq!(day(state.last_justified_interview()).as_deref(), Some("03/02"));
    assert_eq!(day(state.next_appointment()).as_deref(), Some("24/03"));
    assert_eq!(state.last_step().map(|it| it.date), Some(date("28/02/2025")));
    assert_eq!(state.last_proposal().map(|it| it.date), Some(date("12/03/2025")));
    assert_eq!(State::of(&file, date("20/02/2025")).last_step().map(|it| it.date), Some(date("20/02/2025")));
}

#[test]
fn weekly_hours_are_compared_by_the_month() {
    // V18
    assert_eq!(monthly_minutes(24 * 60), 104 * 60);
}
