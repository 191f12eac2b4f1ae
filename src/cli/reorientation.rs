//! `list --reorientation`: where everybody of the file active goes once the contract is over, and how
//! many have somewhere to go (art. 9-3-4, R9.3.4-06).

use serde_json::{Value, json};

use super::call::{Call, Format};
use super::{output, people};
use crate::domain::codes::Lot;
use crate::domain::file::File;
use crate::domain::reorientation::{Completion, Reorientation};
use crate::domain::state::State;
use crate::journal::fold::Caseload;

/// A person of the list.
struct Directed<'a> {
    file: &'a File,
    lot: Option<Lot>,
    is: Reorientation<'a>,
}

impl<'a> Directed<'a> {
    fn of(file: &'a File, call: &Call) -> Option<Self> {
        let state = State::of(file, call.as_of);
        let lot = state.period.enrolment.and_then(|it| it.value.lot);
        Some(Self { file, lot, is: Reorientation::of(&state)? })
    }

    /// Without names, what is in somebody's own words is left out: only that there is a destination.
    fn destination(&self, call: &Call) -> Option<String> {
        let said = if call.no_names {
            call.words.get("out-destination-hidden")
        } else {
            self.is.destination?.into()
        };
        self.is.destination.map(|_| said.into_owned())
    }
}

/// Lists everybody of the file active, those without a destination first, then by name.
pub fn list(caseload: &Caseload, call: &Call) {
    let goes_out = call.format != Format::Table;
    let everybody = caseload.files.values().map(AsRef::as_ref);
    let (left_out, files): (Vec<&File>, Vec<&File>) =
        everybody.partition(|file| goes_out && people::is_limited(file, call));
    let mut listed: Vec<Directed<'_>> = files.iter().filter_map(|file| Directed::of(file, call)).collect();
    listed.sort_by_cached_key(|it| (it.is.destination.is_some(), it.file.person.value.display_name()));
    let reorientations: Vec<_> = listed.iter().map(|it| it.is).collect();
    let completion = Completion::of(&reorientations);
    match call.format {
        Format::Json => output::json(&json!({
            "people": completion.people,
            "with_destination": completion.directed,
            "percents": completion.percents(),
            "list": listed.iter().map(|it| object(it, call)).collect::<Vec<_>>(),
        })),
        Format::Table => {
            output::line(&said(completion, call));
            rows(&listed, call);
        }
        Format::Csv => rows(&listed, call),
    }
    people::tell_left_out(left_out.iter().filter(|file| Directed::of(file, call).is_some()).count(), call);
}

fn said(completion: Completion, call: &Call) -> String {
    let [directed, people, percents] =
        [completion.directed, completion.people, completion.percents()].map(|it| it.to_string());
    let args = [("directed", directed.as_str()), ("people", &people), ("percents", &percents)];
    call.words.filled("out-reorientation", args)
}

fn rows(listed: &[Directed<'_>], call: &Call) {
    let header = ["out-name", "out-lot", "out-adhesion", "out-destination", "out-destination-on"];
    let header = header.iter().map(|id| call.words.get(id).into_owned()).collect();
    let cells = listed.iter().map(|it| {
        let cells = vec![
            people::listed_name(it.file, call),
            it.lot.map_or("–", Lot::code).to_owned(),
            call.date(it.is.adhesion.date),
            it.destination(call).unwrap_or_else(|| call.words.get("out-destination-none").into_owned()),
            call.date_or_dash(it.is.agreed_on),
        ];
        (Some(it.file), cells)
    });
    people::rows(header, cells.collect(), call);
}

fn object(it: &Directed<'_>, call: &Call) -> Value {
    let person = &it.file.person.value;
    json!({
        "person": it.file.id,
        "ref": person.reference,
        "name": (!call.no_names).then(|| person.display_name()),
        "lot": it.lot,
        "enrolled_on": it.is.adhesion.date,
        "has_destination": it.is.destination.is_some(),
        "destination": it.is.destination.filter(|_| !call.no_names),
        "destination_on": it.is.agreed_on,
    })
}
