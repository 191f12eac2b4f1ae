//! `key export`: what stock tools need to open and verify bundles, as files. The import key opens
//! every bundle that the team receives: it goes out only when that is said a second time.

use std::path::PathBuf;

use clap::ArgMatches;

use super::call::Call;
use super::fail::{Exit, Fail};
use super::{files, output};
use crate::exchange::allowed_signers::allowed_signers;
use crate::usecase::error::Error;
use crate::usecase::session::Session;

/// Writes the files that were asked for. Everything is refused before anything is written, except
/// what only the disk knows.
///
/// # Errors
/// No list of who is trusted, not the team's station, a secret key that was not asked for twice,
/// a file that exists or cannot be written.
pub fn export(session: &Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let wanted = |name| matches.get_one::<PathBuf>(name);
    let import_key = match wanted("import-key") {
        None => None,
        Some(path) => {
            let keys = session.programme_keys()?.ok_or(Error::NotATeam)?;
            if !matches.get_flag("yes") {
                let args = [("path", path.display().to_string())];
                return Err(Fail::new(Exit::Failed, "secret-unconfirmed", &args));
            }
            Some((path, keys.import_identities()))
        }
    };
    let trust = session.trust()?.ok_or(Error::NoTrust)?;
    if let Some(path) = wanted("signers") {
        files::write_new(path, allowed_signers(&trust).as_bytes())?;
        said("out-signers-written", path, call);
    }
    if let Some(path) = wanted("trust") {
        files::write_new(path, &session.signed_trust()?.ok_or(Error::NoTrust)?)?;
        said("out-trust-written", path, call);
    }
    if let Some((path, bytes)) = import_key {
        files::write_new(path, &bytes)?;
        said("out-import-key-written", path, call);
    }
    Ok(())
}

fn said(id: &str, path: &std::path::Path, call: &Call) {
    output::line(&call.words.get(id));
    output::line(&format!("  {}", path.display()));
}
