//! Which session of the commission comes next, as far as the files tell.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cx::Cx;
use crate::domain::dates::is_more_than_months_ago;

/// The next session that a file aims at, from today on; `None` when none does.
pub fn next(cx: &Cx<'_>) -> Option<NaiveDate> {
    let submissions = cx.model.caseload.files.values().flat_map(|file| &file.submissions);
    submissions.map(|it| it.value.session_on).filter(|day| *day >= cx.now.today).min()
}

/// How many sessions decided anything of the people of this station over the last twelve months.
/// The CCTP expects ten a year on average: an indicator, which blocks nothing (R7-03).
pub fn held_in_a_year(cx: &Cx<'_>) -> usize {
    let today = cx.now.today;
    let decisions = cx.model.caseload.files.values().flat_map(|file| &file.decisions);
    let days = decisions.map(|it| it.value.session_on);
    let of_the_year = days.filter(|day| *day <= today && !is_more_than_months_ago(*day, 12, today));
    of_the_year.collect::<BTreeSet<_>>().len()
}
