//! What is exchanged with the team, as the screens ask for it.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::error::Error;
use super::import::files::at_home;
use super::outcome::Patch;
use super::receiving::Received;
use super::returning::Acknowledged;
use super::session::Session;
use super::taken::SenderStatus;
use super::transferring::Transfer;
use crate::domain::codes::StationRole;
use crate::domain::id::StationId;
use crate::domain::now::Now;
use crate::exchange::bundle::code::Verdict;
use crate::exchange::bundle::name::short_name;

/// What the screens ask.
#[derive(Debug, Clone)]
pub enum ExchangeRequest {
    /// What is to be sent, what was sent and what came.
    Look,
    /// Write what is to be sent into this folder.
    Send(String),
    /// Take in a bundle, or those of a folder.
    Receive(String),
    /// What the path of a bundle may become.
    Ways(String),
    /// The stations that may be given a file.
    Stations,
    /// Ask for a file, to give it to another station; or give it at once, of a station that is lost.
    Transfer(Transfer),
}

/// Where things stand with the others.
#[derive(Debug, Clone)]
pub struct ExchangeState {
    /// What this station is.
    pub role: StationRole,
    /// Whether it knows the keys of the team.
    pub is_trusted: bool,
    /// What the next bundle would carry.
    pub next: NextBundle,
    /// Number of the last bundle written, and of its last entry.
    pub sent: Option<(u64, u64)>,
    /// The last receipt of the team.
    pub receipt: Option<Receipt>,
    /// What came of each other station.
    pub senders: Vec<SenderLine>,
}

/// A receipt of the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Number of the last bundle that it has.
    pub seq: u64,
    /// Number of the last entry that it has.
    pub to: u64,
    /// The day on which the receipt came.
    pub on: NaiveDate,
}

/// What came of another station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderLine {
    /// The four characters by which its files are named.
    pub short: String,
    /// Whose it is.
    pub name: String,
    /// Number of the last bundle.
    pub seq: u64,
    /// Number of the last entry.
    pub to: u64,
    /// The day on which the last bundle was taken in.
    pub on: NaiveDate,
    /// Numbers of the bundles that never came.
    pub missing: Vec<u64>,
    /// Whether two histories came: nothing more is taken in.
    pub is_frozen: bool,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenFile {
    /// Its name.
    pub name: String,
    /// Stable code: messages `bundle-<code>` and `bundle-<code>-remedy`.
    pub code: &'static str,
    /// Whether it was taken in, now or before.
    pub is_in: bool,
    /// Entries that were new here.
    pub entries_new: u64,
    /// The receipt that it brought: numbers of a bundle and of an entry.
    pub receipt: Option<(u64, u64)>,
    /// How many bundles of this station it says were refused.
    pub refused: usize,
}

/// What the next bundle would carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextBundle {
    /// Its number.
    pub seq: u64,
    /// Number of its first entry.
    pub from: u64,
    /// Number of its last entry; one less than `from` when nothing is new.
    pub to: u64,
    /// How many people its entries concern.
    pub people: usize,
}

/// A file that was written for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its number.
    pub seq: u64,
    /// How many entries it carries.
    pub entries: u64,
}

/// What came of a request.
#[derive(Debug, Clone)]
pub enum Exchanged {
    /// Where things stand.
    State(Box<ExchangeState>),
    /// What was written.
    Sent(Vec<SentFile>, Patch),
    /// What was read, file by file.
    Received(Vec<TakenFile>, Patch),
    /// The stations that may be given a file, in the order of their names.
    Stations(Vec<EnrolledStation>),
}

/// A station that the team has enrolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolledStation {
    /// Which.
    pub id: StationId,
    /// The four characters by which its files are named.
    pub short: String,
    /// Whose it is; empty until something of it came.
    pub name: String,
}

impl Session {
    /// Where things stand with the others.
    ///
    /// # Errors
    /// The store's.
    pub fn exchange_state(&mut self, now: Now) -> Result<ExchangeState, Error> {
        let senders = match self.store.role() {
            StationRole::Team => self.senders()?.into_iter().map(|sender| self.line_of(sender)).collect(),
            // What came of the team is told by its receipt.
            StationRole::Counsellor | StationRole::Manager => Vec::new(),
        };
        Ok(ExchangeState {
            role: self.store.role(),
            is_trusted: self.trust()?.is_some_and(|trust| trust.is_current(now.today)),
            next: self.next_bundle()?,
            sent: self.last_export()?,
            receipt: self.acknowledged()?.map(|Acknowledged { ack, on, .. }| Receipt {
                seq: ack.seq,
                to: ack.to,
                on: on.date_naive(),
            }),
            senders,
        })
    }

    /// The stations that may be given a file.
    pub(super) fn enrolled_stations(&self) -> Result<Exchanged, Error> {
        let trusted = self.trust()?.map(|trust| trust.stations).unwrap_or_default();
        let mut stations: Vec<EnrolledStation> = trusted
            .iter()
            .map(|it| {
                let other = self.caseload().others.get(&it.id).and_then(|other| other.profile.as_ref());
                let name = other.map(|profile| profile.name.clone()).unwrap_or_default();
                EnrolledStation { id: it.id, short: short_name(it.id), name }
            })
            .collect();
        stations.sort_by(|one, other| (&one.name, &one.short).cmp(&(&other.name, &other.short)));
        Ok(Exchanged::Stations(stations))
    }

    fn line_of(&self, sender: SenderStatus) -> SenderLine {
        let other = self.caseload().others.get(&sender.station);
        let name = other.and_then(|it| it.profile.as_ref()).map(|profile| profile.name.clone());
        SenderLine {
            short: short_name(sender.station),
            name: name.unwrap_or_default(),
            seq: sender.last.seq,
            to: sender.head.sequence,
            on: sender.last.at.date_naive(),
            missing: sender.missing,
            is_frozen: sender.is_frozen,
        }
    }

    fn next_bundle(&mut self) -> Result<NextBundle, Error> {
        let epoch = self.epoch()?;
        let acked = self.acknowledged()?.filter(|it| it.ack.epoch == epoch);
        let known = self.known_to_team(acked, None);
        let from = known[&self.store.journal()] + 1;
        let to = self.store.head().sequence;
        let people = self.store.people_after(&known)?;
        let seq = self.last_export()?.map_or(1, |(seq, _)| seq + 1);
        Ok(NextBundle { seq, from, to, people })
    }

    /// Writes what is to be sent: the bundle of a station, the team's returns.
    pub(super) fn send(&mut self, folder: &str, quarantine: &Path, now: Now) -> Result<Exchanged, Error> {
        let folder = PathBuf::from(at_home(folder.trim()));
        let sent = match self.store.role() {
            StationRole::Team => {
                let returns = self.export_returns(&folder, quarantine, now)?;
                returns.into_iter().map(|it| SentFile { path: it.path, seq: it.seq, entries: 0 }).collect()
            }
            StationRole::Counsellor | StationRole::Manager => {
                let export = self.export(&folder, None, now)?;
                vec![SentFile { path: export.path, seq: export.seq, entries: export.entries }]
            }
        };
        Ok(Exchanged::Sent(sent, self.patch(&[])))
    }

    /// Takes in what is at a path.
    pub(super) fn take_from(&mut self, path: &str, quarantine: &Path, now: Now) -> Result<Exchanged, Error> {
        let given = [PathBuf::from(at_home(path.trim()))];
        let received = self.receive_all(&given, quarantine, now)?;
        let mut people: Vec<_> = received.iter().flat_map(|(_, it)| it.people.clone()).collect();
        people.sort_unstable();
        people.dedup();
        // A shared folder holds what was written for others.
        let is_ours =
            |path: &PathBuf, it: &Received| given.contains(path) || it.seen.verdict() != Verdict::NotForUs;
        let files = received
            .iter()
            .filter(|(path, it)| is_ours(path, it))
            .map(|(path, it)| taken_file(path, it))
            .collect();
        Ok(Exchanged::Received(files, self.patch(&people)))
    }
}

fn taken_file(path: &Path, received: &Received) -> TakenFile {
    let manifest = received.seen.manifest.as_ref();
    TakenFile {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        code: received.seen.code.code(),
        is_in: matches!(received.seen.verdict(), Verdict::Accepted | Verdict::Already | Verdict::Late),
        entries_new: received.entries_new,
        receipt: received.receipt.as_ref().map(|ack| (ack.seq, ack.to)),
        refused: manifest.map_or(0, |it| it.nacks.len()),
    }
}
