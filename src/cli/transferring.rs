//! Files that change stations, on the command line of the team.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format, day};
use super::fail::{Exit, Fail, message};
use super::{output, people};
use crate::domain::assignment::{self, Assignment};
use crate::domain::file::File;
use crate::domain::id::StationId;
use crate::exchange::bundle::name::short_name;
use crate::usecase::session::Session;
use crate::usecase::transferring::Transfer;

/// Asks for a file, to give it to another station.
///
/// # Errors
/// Nobody of that name, no such station, a file that is on its way already; the store's.
pub fn transfer(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let person = people::find(session.caseload(), text("person"), call)?.id;
    let to = station_of(session, text("to"))?;
    let until = matches.get_one::<String>("until").map(|text| day(text)).transpose()?;
    let is_lost = matches.get_flag("lost");
    session.transfer(Transfer { person, to, until, reason: String::new(), is_lost }, call.now)?;
    let file = session.file(person)?;
    let Some(last) = assignment::last(file) else { return Ok(()) };
    if call.format == Format::Json {
        output::json(&as_json(file, &last.value));
    } else {
        say(&last.value, file, call);
    }
    Ok(())
}

/// The transfers that are under way, for `jalon status`.
pub fn underway(session: &Session) -> Vec<(&File, &Assignment)> {
    let files = session.caseload().files.values().map(AsRef::as_ref);
    let underway = files.filter(|file| assignment::is_underway(file));
    underway.filter_map(|file| Some((file, &assignment::last(file)?.value))).collect()
}

/// A transfer, as a line.
pub fn say(it: &Assignment, file: &File, call: &Call) {
    let phase = format!("transfer-{}", it.phase.code());
    let args = vec![
        ("who", people::shown_name(file, call)),
        ("from", called(&it.from_name, it.from)),
        ("to", called(&it.to_name, it.to)),
        ("date", call.words.date(it.on)),
    ];
    output::line(&message(&phase, &args, &call.words));
}

/// A transfer, as JSON.
pub fn as_json(file: &File, it: &Assignment) -> Value {
    json!({
        "person": file.id, "phase": it.phase, "on": it.on, "from": it.from, "to": it.to,
        "until": it.until, "epoch": it.epoch,
    })
}

fn called(name: &str, station: StationId) -> String {
    if name.is_empty() { short_name(station) } else { format!("{name} ({})", short_name(station)) }
}

/// A station by its four characters, its identity, or whose it is.
fn station_of(session: &Session, wanted: &str) -> Result<StationId, Fail> {
    let unknown = || Fail::new(Exit::Failed, "no-such-station", &[]);
    let trust = session.trust()?.ok_or_else(unknown)?;
    let wanted = wanted.trim().to_lowercase();
    let is_named = |id: StationId| {
        let profile = session.caseload().others.get(&id).and_then(|other| other.profile.as_ref());
        let named = profile.is_some_and(|it| it.name.to_lowercase() == wanted);
        named || short_name(id).to_lowercase() == wanted || id.to_string() == wanted
    };
    let mut found = trust.stations.iter().map(|it| it.id).filter(|id| is_named(*id));
    match (found.next(), found.next()) {
        (Some(station), None) => Ok(station),
        // Two of one name: their four characters tell them apart.
        (None | Some(_), _) => Err(unknown()),
    }
}
