//! AL-05: three years of pathway without a re-examination by the commission (art. 5, 7, 9-3-4:
//! R5-08, R7-14, R9.3.4-01).
//!
//! The clock starts at the original adhesion, of people carried over too, and runs during
//! suspensions. A ruling on a re-examination held on or after the day clears it; when
//! that ruling set no date for the next one, the review is due again twelve months after its
//! session; when it did, that date is AL-06's. Inclusive (V5, V6).

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::codes::Business;
use crate::domain::dates::{add_months, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let adhesion = state.period.adhesion.filter(|_| state.is_in_file_active())?;
    let reached_on = add_months(adhesion.date, parameters.get(ParameterKey::PathwayReview));
    let review = state
        .period
        .rulings()
        .rev()
        .find(|it| it.value.business == Business::Review && it.value.session_on >= reached_on);
    let (starts_with, due) = match review {
        None => (adhesion, reached_on),
        Some(review) if review.value.review_on.is_some() => return None,
        Some(review) => {
            let months = parameters.get(ParameterKey::PathwayReviewAgain);
            (Fact::decision(review), add_months(review.value.session_on, months))
        }
    };
    let soon_from = sub_days(due, parameters.get(ParameterKey::PathwayReviewNotice));
    Some(Clock::new(AlertCode::PathwayReview, starts_with, due, soon_from))
}
