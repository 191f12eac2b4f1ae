//! Which session of the commission comes next, as far as the files tell.

use chrono::NaiveDate;

use super::cx::Cx;

/// The next session that a file aims at, from today on; `None` when none does.
pub fn next(cx: &Cx<'_>) -> Option<NaiveDate> {
    let submissions = cx.model.caseload.files.values().flat_map(|file| &file.submissions);
    submissions.map(|it| it.value.session_on).filter(|day| *day >= cx.now.today).min()
}
