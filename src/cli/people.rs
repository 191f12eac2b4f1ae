//! Which person a command is about: an identity, an import reference, or words to search.

use std::sync::Arc;

use super::call::{Call, Format};
use super::fail::{Exit, Fail};
use super::output;
use crate::domain::file::File;
use crate::domain::limitation;
use crate::journal::fold::Caseload;
use crate::search::Index;

/// How many people an ambiguous name lists.
const LISTED: usize = 10;

/// The one person that `wanted` tells.
///
/// # Errors
/// Nobody, or several people, answer to it: the latter are listed.
pub fn find<'a>(caseload: &'a Caseload, wanted: &str, call: &Call) -> Result<&'a Arc<File>, Fail> {
    let exact = |file: &&Arc<File>| {
        file.id.to_string() == wanted || file.person.value.reference.as_deref() == Some(wanted)
    };
    if let Some(file) = caseload.files.values().find(exact) {
        return Ok(file);
    }
    let found = matching(caseload, wanted);
    match found.as_slice() {
        [] => Err(Fail::new(Exit::Failed, "nobody-found", &[])),
        [file] => Ok(file),
        several => {
            let lines =
                several.iter().take(LISTED).map(|file| format!("  {}", described(file, call))).collect();
            Err(Fail::new(Exit::Failed, "several-found", &[("count", several.len().to_string())])
                .with_lines(lines))
        }
    }
}

/// Everybody who answers to `wanted`, best first.
pub fn matching<'a>(caseload: &'a Caseload, wanted: &str) -> Vec<&'a Arc<File>> {
    let hits = Index::of(caseload).find(wanted, caseload.files.len());
    hits.into_iter().filter_map(|hit| caseload.files.get(&hit.person)).collect()
}

/// Writes rows about people. A spreadsheet gets the reference too, which tells homonyms apart and
/// ties it to the tables that were imported; on a screen it would take the room of a name. A row about
/// nobody has none.
pub fn rows(mut header: Vec<String>, rows: Vec<(Option<&File>, Vec<String>)>, call: &Call) {
    let reference =
        |file: Option<&File>| file.and_then(|it| it.person.value.reference.clone()).unwrap_or_default();
    let is_csv = call.format == Format::Csv;
    if is_csv {
        header.insert(0, call.words.get("out-reference").into_owned());
    }
    let rows = rows.into_iter().map(|(file, mut cells)| {
        if is_csv {
            cells.insert(0, reference(file));
        }
        cells
    });
    output::rows(&header, &rows.collect::<Vec<_>>(), call.format);
}

/// The person's name, or initials when names are kept out.
pub fn shown_name(file: &File, call: &Call) -> String {
    let person = &file.person.value;
    if call.no_names { person.initials() } else { person.display_name() }
}

/// The name as lists show it: with a mark when nothing more may be done with what is kept of the person.
pub fn listed_name(file: &File, call: &Call) -> String {
    let name = shown_name(file, call);
    if is_limited(file, call) { format!("{name} {}", call.words.get("who-limited")) } else { name }
}

/// Whether the processing of what is kept of the person is limited today (GDPR, article 18), whatever the day
/// that is looked at.
pub fn is_limited(file: &File, call: &Call) -> bool {
    limitation::on(file, call.now.today).is_some()
}

/// Says, beside the results, how many people were left out of them, and how to see who.
pub fn tell_left_out(count: usize, call: &Call) {
    if count > 0 {
        let count = count.to_string();
        output::error(&call.words.filled("out-limited-left-out", [("count", count.as_str())]));
    }
}

/// Identity, name and what tells homonyms apart.
pub fn described(file: &File, call: &Call) -> String {
    let person = &file.person.value;
    let reference = person.reference.as_deref().unwrap_or("–");
    format!("{}  {}  {reference}  {}", listed_name(file, call), call.date(person.birth_date), file.id)
}
