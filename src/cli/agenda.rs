//! `list --agenda`: what the commission has still to decide on, session by session and kind of business by kind
//! of business, with how far each file is and everything that it lacks (art. 7: R7-22, R7-24). It decides nothing.

use serde_json::{Value, json};

use super::call::{Call, Format};
use super::{output, people};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::submission::{Missing, Submission, SubmissionState, is_pending, missing, state_of};
use crate::journal::fold::Caseload;

/// A file of a session.
struct Listed<'a> {
    file: &'a File,
    submission: &'a Submission,
    state: SubmissionState,
    lacks: Vec<Missing>,
}

/// Lists what is pending, the earliest session first, then by kind of business and by name.
pub fn list(caseload: &Caseload, call: &Call) {
    let goes_out = call.format != Format::Table;
    let everybody = caseload.files.values().map(AsRef::as_ref);
    let (left_out, files): (Vec<&File>, Vec<&File>) =
        everybody.partition(|file| goes_out && people::is_limited(file, call));
    let mut listed: Vec<Listed<'_>> = files.into_iter().flat_map(pending).collect();
    listed.sort_by_cached_key(|it| {
        (it.submission.session_on, it.submission.business, it.file.person.value.display_name())
    });
    match call.format {
        Format::Json => output::json(&listed.iter().map(|it| object(it, call)).collect::<Vec<_>>()),
        Format::Table | Format::Csv => rows(&listed, call),
    }
    people::tell_left_out(left_out.into_iter().filter(|file| pending(file).next().is_some()).count(), call);
}

/// What is missing is judged for the day of the session, by the rules of that day.
fn pending(file: &File) -> impl Iterator<Item = Listed<'_>> {
    let submissions = file.submissions.iter().map(|it| &it.value).filter(|it| is_pending(file, it));
    submissions.map(move |submission| {
        let parameters = Pack::default().at(submission.session_on);
        Listed {
            file,
            submission,
            state: state_of(file, submission, &parameters),
            lacks: missing(file, submission, &parameters),
        }
    })
}

fn rows(listed: &[Listed<'_>], call: &Call) {
    let header =
        ["out-agenda-session", "out-agenda-business", "out-name", "out-agenda-state", "out-agenda-lacks"];
    let header = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let cells = listed.iter().map(|it| {
        let cells = vec![
            call.date(it.submission.session_on),
            call.words.label(it.submission.business).into_owned(),
            people::listed_name(it.file, call),
            state(it, call),
            lacks(it, call),
        ];
        (Some(it.file), cells)
    });
    people::rows(header, cells.collect(), call);
}

fn state(it: &Listed<'_>, call: &Call) -> String {
    let state = call.words.label(it.state);
    if it.submission.is_overridden() {
        return format!("{state}, {}", call.words.get("commission-overridden"));
    }
    state.into_owned()
}

fn lacks(it: &Listed<'_>, call: &Call) -> String {
    if it.lacks.is_empty() {
        return call.words.get("commission-nothing-missing").into_owned();
    }
    it.lacks.iter().map(|lack| call.words.missing(*lack)).collect::<Vec<_>>().join(" · ")
}

fn object(it: &Listed<'_>, call: &Call) -> Value {
    let person = &it.file.person.value;
    let lack = |lack: &Missing| json!({ "rule": lack.rule(), "words": call.words.missing(*lack) });
    json!({
        "person": it.file.id,
        "ref": person.reference,
        "name": (!call.no_names).then(|| person.display_name()),
        "session_on": it.submission.session_on,
        "business": it.submission.business.code(),
        "state": it.state.code(),
        "listed_on": it.submission.listed_on,
        "is_overridden": it.submission.is_overridden(),
        "missing": it.lacks.iter().map(lack).collect::<Vec<_>>(),
    })
}
