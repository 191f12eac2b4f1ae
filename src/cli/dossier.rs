//! `person export`: everything about one person, to be read and to be taken elsewhere.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::call::{Call, Format};
use super::fail::Fail;
use super::{output, people};
use crate::ui::screen::rights::copy;
use crate::ui::screen::rights::told::{self, Cover};
use crate::usecase::outcome::Version;
use crate::usecase::session::Session;

/// Writes the folder.
///
/// # Errors
/// Nobody or several people answer to the name; the folder exists or cannot be written.
pub fn export(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = matches.get_one::<String>("person").map_or("", String::as_str);
    let file = people::find(session.caseload(), wanted, call)?.clone();
    let to = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let cover = Cover {
        name: file.person.value.display_name(),
        number: file.id.to_string(),
        by: session.caseload().station.as_ref().map_or_else(String::new, |it| it.name.clone()),
        made_on: call.now.today,
    };
    let pages = |versions: &[Version]| told::pages(&cover, versions, &call.words);
    let made = session.write_dossier(file.id, &to, pages, call.now)?;
    if call.format == Format::Json {
        output::json(&json!({
            "folder": made.path, "versions": made.versions,
            "attachments": made.attachments, "left_out": made.left_out,
        }));
        return Ok(());
    }
    output::line(&copy::in_words(&made, &call.words));
    Ok(())
}
