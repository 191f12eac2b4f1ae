//! A real station in a folder of its own, and the program run on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jalon::crypto::KdfCost;
use jalon::domain::codes::{Lot, StationRole};
use jalon::domain::now::Now;
use jalon::usecase::request::SetUp;
use jalon::usecase::session::Session;
use jalon::usecase::worker::Place;
use secrecy::SecretString;

use super::stretch::ground;

/// Opens every station of the tests.
pub const PASSPHRASE: &str = "un chemin long et sinueux vers 42 emplois";

/// A real station in a folder that goes away with it.
pub struct Station {
    folder: tempfile::TempDir,
}

/// What the program answered.
pub struct Answer {
    /// Its exit code.
    pub code: i32,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
}

impl Answer {
    /// The standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect(&self.err)
    }
}

/// Noon of a day.
pub fn at(day: &str) -> Now {
    let today = day.parse().expect("a date");
    Now { at: format!("{day}T12:00:00Z").parse().expect("an instant"), today }
}

impl Station {
    /// A folder with a passphrase file and no station yet.
    pub fn nowhere() -> Self {
        let station = Self { folder: tempfile::tempdir().expect("a folder") };
        write_private(&station.path("passphrase"), PASSPHRASE);
        station
    }

    /// A station of this role, locked. Its keyslot costs the floor.
    pub fn new(role: StationRole) -> Self {
        let station = Self::nowhere();
        let set_up = SetUp {
            role,
            name: "Claire Morin".to_owned(),
            lots: vec![Lot::L3],
            passphrase: SecretString::from(PASSPHRASE),
        };
        let now = at("2026-01-05");
        let cost = KdfCost::floor_for_tests();
        let mut session =
            Session::set_up_on(ground(), &station.place(), set_up, cost, now).expect("a station");
        if role == StationRole::Team {
            let trusted = session.found_programme(now).expect("a programme");
            std::fs::write(station.path("trust.json"), trusted.0).expect("a file");
        }
        session.close(now).expect("closed");
        station
    }

    /// Where the station is.
    pub fn place(&self) -> Place {
        Place { data: self.path("station"), state: self.path("station.state") }
    }

    /// A file beside the station.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the station.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// Makes the key of a station that the program has set up cost the floor, so that what the test is
    /// about is not waiting for it again and again.
    pub fn lighten(&self, name: &str) {
        let now = jalon::clock::now();
        let place = Place { data: self.path(name), state: self.path(&format!("{name}.state")) };
        let passphrase = std::fs::read_to_string(self.path("passphrase")).expect("a passphrase");
        let passphrase = SecretString::from(passphrase.trim_end());
        let (mut session, _) = Session::unlock_on(ground(), &place, &passphrase, now).expect("it opens");
        let cost = KdfCost::floor_for_tests();
        session.change_passphrase(&passphrase, &passphrase, cost).expect("the same passphrase");
        session.close(now).expect("closed");
    }

    /// Opens it in this process.
    pub fn open(&self, now: Now) -> Session {
        Session::unlock_on(ground(), &self.place(), &SecretString::from(PASSPHRASE), now).expect("it opens").0
    }

    /// Runs the program on it, beside it.
    pub fn run(&self, args: &[&str]) -> Answer {
        let output = self.command().args(args).output().expect("the program runs");
        answer(&output)
    }

    /// The program, ready to run on it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LANG", "fr_FR.UTF-8")
            .stdin(std::process::Stdio::null())
            .args(["--data-dir", "station", "--passphrase-file", "passphrase"]);
        command
    }
}

/// What a finished program said.
pub fn answer(output: &Output) -> Answer {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    Answer { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
}

/// Writes a file that only its owner reads.
pub fn write_private(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(path, text).expect("a file");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("a mode");
}
