//! AL-19: a file that goes to the commission has every document that it asks for, received and valid on
//! the day of the session (art. 7, R7-24).
//!
//! One finding per submission that the commission still has to see. It is announced before the session and
//! holds from its day on, until the documents are there, the session is moved or the commission decides:
//! an incomplete file is adjourned (R7-25). What is only still to be checked is not missing. What is asked
//! is what the page of the commission lists; a re-examination asks for none.

use super::clock::Clock;
use super::finding::AlertCode;
use super::is_under_the_commission;
use crate::domain::dates::sub_days;
use crate::domain::evidence::Demand;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};
use crate::domain::submission::{Missing, Submission, is_pending, missing};

pub(super) fn clocks(state: &State<'_>, parameters: &Parameters) -> impl Iterator<Item = Clock> {
    let notice = parameters.get(ParameterKey::DocumentsNotice);
    let file = state.file;
    let submissions = file.submissions.iter().filter(|_| is_under_the_commission(state));
    let waiting = submissions.filter(|it| is_pending(file, &it.value));
    waiting.filter(|it| lacks_documents(state, &it.value, parameters)).map(move |it| {
        let session_on = it.value.session_on;
        let starts_with = Fact { kind: FactKind::Submission, id: it.id, date: session_on };
        let soon_from = sub_days(session_on, notice);
        Clock::new(AlertCode::Documents, starts_with, session_on, soon_from).about_its_start()
    })
}

/// Whether a document that the submission asks for is not there.
fn lacks_documents(state: &State<'_>, submission: &Submission, parameters: &Parameters) -> bool {
    let is_absent = |it: &Missing| match it {
        Missing::Document(Demand { standing, .. }) => !standing.is_present(),
        Missing::Gap(_) | Missing::InDiagnosis(_) => false,
    };
    missing(state.file, submission, parameters).iter().any(is_absent)
}
