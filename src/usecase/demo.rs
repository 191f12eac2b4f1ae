//! A throw-away station full of invented people. Its passphrase is known to all, and it can never
//! trust, nor be trusted by, a programme at work.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::error::Error;
use super::random;
use super::session::{Gesture, Session, Writing};
use super::worker::Place;
use crate::crypto::{KdfCost, Passphrase};
use crate::demo::{Post, Recipe, population, post};
use crate::domain::body::Body;
use crate::domain::codes::StationRole;
use crate::domain::file::EntryId;
use crate::domain::id::{ObjectId, PersonId, to_hex};
use crate::domain::now::Now;
use crate::domain::station::StationProfile;
use crate::store::{Store, StoreSetup};

/// Opens every demonstration once it is locked: the screen says it, since nobody real is inside.
pub const PASSPHRASE: &str = "jalon";

/// Name of the folders of demonstrations.
const FOLDER: &str = "jalon-demo-";

/// Most acts that are written at once.
const MOST_ACTS: usize = 4_000;

/// The folder of a demonstration: it goes away with this.
pub struct DemoFolder(PathBuf);

impl DemoFolder {
    /// A new folder in `parent`, where those that a cut left behind are taken away.
    ///
    /// # Errors
    /// The disk's.
    pub fn new(parent: &Path) -> io::Result<Self> {
        fs::create_dir_all(parent)?;
        for left in fs::read_dir(parent)?.filter_map(Result::ok) {
            let is_demo = left.file_name().to_string_lossy().starts_with(FOLDER);
            if is_demo && !is_held(&left.path()) {
                let _someone_else_was_faster = fs::remove_dir_all(left.path());
            }
        }
        let folder = parent.join(format!("{FOLDER}{}", to_hex(&random::bytes::<6>())));
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }

    /// Where the station goes.
    pub fn place(&self) -> Place {
        Place { data: self.0.join("station"), state: self.0.join("state") }
    }
}

impl Drop for DemoFolder {
    fn drop(&mut self) {
        let _taken_away_next_time = fs::remove_dir_all(&self.0);
    }
}

/// Whether a demonstration that is running holds this folder.
fn is_held(folder: &Path) -> bool {
    let Ok(lock) = fs::File::open(folder.join("station").join("lock")) else { return false };
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_err()
}

impl Session {
    /// Makes a demonstration station with the population of `recipe`, and opens it.
    ///
    /// # Errors
    /// The store's.
    pub fn demo(place: &Place, profile: StationProfile, recipe: &Recipe, now: Now) -> Result<Self, Error> {
        let passphrase = Passphrase::new(PASSPHRASE);
        let setup = StoreSetup {
            role: StationRole::Counsellor,
            passphrase: &passphrase,
            cost: KdfCost::floor_for_tests(),
            station: None,
        };
        let mut session = Self::open(Store::create(&place.data, &place.state, &setup, now)?)?;
        session.write(vec![Writing::of_station(Body::Station(profile))], now)?;
        session.live(recipe, now)?;
        session.found_demo(now)?;
        Ok(session)
    }

    /// Writes the population as it lived, day after day: what was written of one person in one
    /// day is one act, so that undo takes back a gesture and not a life.
    fn live(&mut self, recipe: &Recipe, now: Now) -> Result<(), Error> {
        let mut written = population(recipe);
        let Post { things, steps } = post(recipe, &written);
        // Before the lives: what is undone first is what was written of a person last.
        let own =
            things.into_iter().map(|(object, body)| Writing::new(None, object, None, Body::Office(body)));
        self.write(own.collect(), now)?;
        written.extend(steps);
        written.sort_by_key(|it| it.at);
        let mut past = Past::default();
        for it in written {
            let is_another_day = past.at.is_some_and(|at| at.date_naive() != it.at.date_naive());
            if is_another_day || past.today_has(it.object) {
                self.end_day(&mut past);
                if past.days.len() >= MOST_ACTS {
                    self.write_past(&mut past)?;
                }
            }
            past.at = Some(it.at);
            let mut writing = Writing::new(Some(it.person), it.object, None, it.body);
            let waiting = past.waiting.get(&it.object).copied();
            writing.replaces = waiting.or_else(|| self.latest(it.object).map(|latest| latest.entry));
            past.today.entry(it.person).or_default().push(writing);
        }
        self.end_day(&mut past);
        self.write_past(&mut past)
    }

    /// Puts the acts of a day behind those that wait, and notes which entry each version will be.
    fn end_day(&self, past: &mut Past) {
        let Some(at) = past.at else { return };
        let (station, written) = (self.store.station(), self.store.head().sequence);
        for writings in std::mem::take(&mut past.today).into_values() {
            for writing in &writings {
                past.entries += 1;
                let entry = EntryId { station, sequence: written + past.entries };
                past.waiting.insert(writing.object, entry);
            }
            past.days.push(Gesture { now: Now { at, today: at.date_naive() }, writings });
        }
    }

    fn write_past(&mut self, past: &mut Past) -> Result<(), Error> {
        let acts = std::mem::take(past).days;
        if acts.is_empty() { Ok(()) } else { self.write_acts(acts).map(drop) }
    }
}

/// What is lived and not written yet: one save of a long past costs what one save costs.
#[derive(Default)]
struct Past {
    /// Acts of the days that are over.
    days: Vec<Gesture>,
    /// How many entries they make.
    entries: u64,
    /// Where the latest version of a thing among them will stand.
    waiting: HashMap<ObjectId, EntryId>,
    /// The day that is being lived.
    at: Option<DateTime<Utc>>,
    today: BTreeMap<PersonId, Vec<Writing>>,
}

impl Past {
    /// Whether the day has a version of the thing: the next one must name its entry.
    fn today_has(&self, object: ObjectId) -> bool {
        self.today.values().flatten().any(|it| it.object == object)
    }
}
