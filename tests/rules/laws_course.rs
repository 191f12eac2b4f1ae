//! Laws of the alerts of work, training, partners and deeds, over invented lives.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::Days;
use jalon::domain::parameters::Pack;
use jalon::domain::rules::{AlertCode, findings};

use super::laws::as_alert;
use super::naive_course::alerts;
use super::random::{Dice, SPAN_DAYS, first_day, last_year, lives, working_file};

/// The alerts that the second way to compute knows.
fn is_of_the_course(code: AlertCode) -> bool {
    code >= AlertCode::Deed
}

#[test]
fn alerts_of_the_course_are_those_found_day_by_day() {
    let (pack, met) = (Pack::default(), RefCell::new(BTreeSet::new()));
    for seed in 0..lives(120, 400) {
        let file = working_file(seed);
        let mut dice = Dice::new(seed ^ 0x3c3c);
        let eves = file.steps.iter().filter_map(|it| it.value.starts_on).map(|day| day - Days::new(2));
        let late = last_year() - Days::new(5);
        let sessions = file.submissions.iter().map(|it| it.value.session_on - Days::new(3));
        let any = [
            dice.day(first_day(), SPAN_DAYS + 200),
            dice.day(first_day(), SPAN_DAYS + 200),
            dice.day(late, 480),
        ];
        for on in any.into_iter().chain(eves.take(1)).chain(sessions.take(1)) {
            let found = findings(&file, &pack, on);
            let mut found: Vec<_> =
                found.iter().filter(|it| is_of_the_course(it.code)).map(as_alert).collect();
            found.sort();
            assert_eq!(found, alerts(&file, on), "seed {seed}, on {on}");
            met.borrow_mut().extend(found.iter().map(|it| (it.code, it.status)));
        }
    }
    let met = met.into_inner();
    for code in AlertCode::ALL.iter().copied().filter(|it| is_of_the_course(*it)) {
        let (due, soon) = (met.contains(&(code.code(), "due")), met.contains(&(code.code(), "soon")));
        let only_due = [AlertCode::Deed, AlertCode::Prescriber, AlertCode::PartnerReview].contains(&code);
        assert!(due || code == AlertCode::Ending, "{} never due", code.code());
        assert!(soon || only_due, "{} never soon", code.code());
    }
}
