//! The station itself: setting it up, its passphrase, its copies, its health.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ArgMatches;
use secrecy::SecretString;

use super::call::Call;
use super::fail::{Exit, Fail, message};
use super::{output, passphrase};
use crate::clock;
use crate::crypto::{KdfCost, Passphrase};
use crate::domain::codes::{Lot, StationRole};
use crate::store;
use crate::usecase::error::Error;
use crate::usecase::request::SetUp;
use crate::usecase::session::Session;
use crate::usecase::worker::Place;

/// Where the station of this call is.
pub fn place(call: &Call) -> Place {
    Place { data: call.paths.data.clone(), state: call.paths.state.clone() }
}

/// How long trying a passphrase takes, on this machine.
pub const TRY_FOR: Duration = Duration::from_millis(800);

/// What trying a passphrase of this station will cost.
///
/// # Errors
/// The machine has not the memory that it takes.
pub fn cost() -> Result<KdfCost, Fail> {
    KdfCost::calibrated(TRY_FOR, clock::instant)
        .map_err(|error| Error::from(store::Error::from(error)).into())
}

/// Opens the station.
///
/// # Errors
/// There is none, another session holds it, the passphrase is wrong, or the store's errors.
pub fn open(call: &Call) -> Result<Session, Fail> {
    if !place(call).is_occupied() {
        return Err(Fail::new(Exit::Failed, "no-station", &[]));
    }
    let passphrase = ask(call, "out-ask-passphrase")?;
    let (session, opening) = Session::unlock(&place(call), &passphrase, call.now)?;
    for notice in crate::usecase::worker::notices(&opening) {
        output::error(&message(&format!("repair-{}", notice.id), &notice.args, &call.words));
    }
    Ok(session)
}

/// The passphrase, from the file given or from the terminal.
///
/// # Errors
/// See [`passphrase`].
pub fn ask(call: &Call, prompt: &str) -> Result<SecretString, Fail> {
    match &call.passphrase_file {
        Some(path) => passphrase::from_file(path),
        None => passphrase::from_terminal(&call.words.get(prompt)),
    }
}

/// A passphrase typed twice, or the first line of a file.
fn ask_new(call: &Call, file: Option<&Path>) -> Result<SecretString, Fail> {
    use secrecy::ExposeSecret as _;
    if let Some(path) = file {
        return passphrase::from_file(path);
    }
    let once = passphrase::from_terminal(&call.words.get("out-ask-new-passphrase"))?;
    let again = passphrase::from_terminal(&call.words.get("out-ask-passphrase-again"))?;
    if once.expose_secret() == again.expose_secret() {
        Ok(once)
    } else {
        Err(Fail::new(Exit::Failed, "passphrases-differ", &[]))
    }
}

/// Sets a station up without questions.
///
/// # Errors
/// A lot that does not exist, a station that does, the store's errors.
pub fn init(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let role = matches.get_one::<String>("role").and_then(|code| StationRole::from_code(code));
    let lots = matches.get_many::<String>("lot").into_iter().flatten().map(|code| lot(code));
    let set_up = SetUp {
        role: role.unwrap_or(StationRole::Counsellor),
        name: matches.get_one::<String>("name").cloned().unwrap_or_default(),
        lots: lots.collect::<Result<_, _>>()?,
        passphrase: ask_new(call, call.passphrase_file.as_deref())?,
    };
    let role = set_up.role;
    let mut session = Session::set_up(&place(call), set_up, cost()?, call.now)?;
    let linked = super::exchange::link(&mut session, role, matches, call);
    let closed = session.close(call.now).map_err(Fail::from);
    linked.and(closed).map(|()| Exit::Done)
}

fn lot(code: &str) -> Result<Lot, Fail> {
    Lot::from_code(&code.to_uppercase()).ok_or_else(|| {
        let known: Vec<_> = Lot::ALL.iter().map(|lot| lot.code()).collect();
        Fail::new(Exit::Usage, "unknown-code", &[("value", code.to_owned()), ("codes", known.join(", "))])
    })
}

/// Changes the passphrase.
///
/// # Errors
/// The old one is wrong, the new one too easy to guess, the store's errors.
pub fn change_passphrase(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    if matches.get_flag("generate") {
        let proposed = Passphrase::generate().map_err(|_| Error::NoRandomness)?;
        output::line(proposed.expose());
        return Ok(Exit::Done);
    }
    let old = ask(call, "out-ask-passphrase")?;
    let file = matches.get_one::<PathBuf>("new-passphrase-file");
    let new = ask_new(call, file.map(PathBuf::as_path))?;
    let (mut session, _) = Session::unlock(&place(call), &old, call.now)?;
    session.change_passphrase(&old, &new, cost()?)?;
    session.close(call.now)?;
    output::line(&call.words.get("out-passphrase-changed"));
    Ok(Exit::Done)
}
