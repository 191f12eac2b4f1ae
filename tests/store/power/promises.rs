//! What a store promised, and whether it keeps it when it is opened again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jalon::crypto::Passphrase;
use jalon::store::{Error, Ground, RealFiles, Repair, Store};

use super::super::{at, draft, person};
use super::recorded::Step;

/// What stands beside the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Area {
    Draft,
    Setting,
    Ledger,
    Secret,
}

/// What is asked of a store, and holds once it is acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Promise {
    /// There is a store, and this opens it.
    Created(String),
    /// So many entries say this text.
    Saved(String, usize),
    /// This stands under this key, or nothing does.
    Kept(Area, String, Option<Vec<u8>>),
    /// This opens the store, and what did before does not.
    Passphrase(String),
    /// There is a backup of its own, of at least so many entries.
    BackedUp(u64),
    /// There is a backup elsewhere, of so many entries, and this opens it.
    BackedUpTo(PathBuf, u64, String),
    /// The anchor is this one or a later one.
    Anchored(Vec<u8>),
    /// A backup was put back that holds these texts and no others.
    Restored(BTreeSet<String>),
}

/// What has to be there, and what may be: it was asked and not acknowledged.
#[derive(Debug, Clone, Default)]
pub(super) struct Expected {
    is_created: bool,
    /// Whether what is found is all that may be found from then on.
    is_durable: bool,
    saves: BTreeMap<String, (usize, bool)>,
    /// What may stand under a key: what was acknowledged last, then what was asked since.
    kept: BTreeMap<(Area, String), Vec<Option<Vec<u8>>>>,
    passphrases: Vec<String>,
    retired: Vec<String>,
    backed_up: u64,
    elsewhere: Vec<(PathBuf, u64, String)>,
    /// Every anchor that was written, the last one last.
    anchors: Vec<Vec<u8>>,
    /// Whether a backup is being put back: the store may be taken for an older one.
    is_restoring: bool,
    /// Whether something was damaged that has to be put right.
    is_damaged: bool,
}

impl Expected {
    /// What is expected after all of `steps`.
    pub(super) fn after(steps: &[Step]) -> Self {
        let mut expected = Self::default();
        steps.iter().for_each(|step| expected.take(step));
        expected
    }

    pub(super) fn take(&mut self, step: &Step) {
        let (promise, is_done) = match step {
            Step::Begun(promise) => (promise, false),
            Step::Done(promise) => (promise, true),
            _ => return,
        };
        match promise {
            Promise::Created(passphrase) => {
                self.is_created |= is_done;
                self.passphrases = vec![passphrase.clone()];
            }
            Promise::Saved(text, entries) => {
                self.saves.insert(text.clone(), (*entries, is_done));
            }
            Promise::Kept(area, key, value) => {
                let values = self.kept.entry((*area, key.clone())).or_insert_with(|| vec![None]);
                if is_done {
                    values.clear();
                }
                values.push(value.clone());
            }
            Promise::Passphrase(passphrase) if is_done => {
                self.passphrases.retain(|other| other != passphrase);
                self.retired.append(&mut self.passphrases);
                self.retired.retain(|other| other != passphrase);
                self.passphrases.push(passphrase.clone());
            }
            Promise::Passphrase(passphrase) => self.passphrases.push(passphrase.clone()),
            Promise::BackedUp(entries) => self.backed_up = if is_done { *entries } else { self.backed_up },
            Promise::Restored(texts) => {
                if is_done {
                    self.saves.retain(|text, _| texts.contains(text));
                }
                let kept = |text: &String| is_done || texts.contains(text);
                self.saves.iter_mut().for_each(|(text, (_, is_sure))| *is_sure = kept(text));
                self.backed_up = 0;
                self.is_restoring = !is_done;
            }
            Promise::Anchored(anchor) => self.anchors.push(anchor.clone()),
            Promise::BackedUpTo(folder, entries, passphrase) => {
                if is_done {
                    self.elsewhere.push((folder.clone(), *entries, passphrase.clone()));
                }
            }
        }
    }

    /// After a cut what the next opening finds is on the disk.
    pub(super) const fn outlive_a_cut(&mut self) {
        self.is_durable = true;
    }

    /// After a kill the next opening makes the journal durable, but not the rest: that may still
    /// be what it was before.
    pub(super) const fn outlive_a_kill(&mut self) {
        self.is_durable = false;
    }

    /// Something was damaged: that it is put right, and said, is as it should be.
    pub(super) const fn allow_repairs(&mut self) {
        self.is_damaged = true;
    }

    /// Every text that is saved.
    pub(super) fn texts(&self) -> BTreeSet<String> {
        self.saves.keys().cloned().collect()
    }

    /// What was acknowledged, in all.
    pub(super) fn acknowledged(&self) -> u64 {
        self.saves.values().filter(|(_, is_done)| *is_done).count() as u64
    }
}

/// A store that was opened after an accident and keeps its promises.
pub(super) struct Kept {
    pub(super) store: Store,
    pub(super) repairs: Vec<Repair>,
    /// What is expected from now on: what was found.
    pub(super) expected: Expected,
    pub(super) passphrase: String,
}

fn places(base: &Path) -> (PathBuf, PathBuf) {
    (base.join("poste"), base.join("état/repère"))
}

/// Each opening comes long after the one before: a wrong passphrase makes the next one wait.
static OPENINGS: AtomicI64 = AtomicI64::new(0);

fn open(base: &Path, ground: &Ground, passphrase: &str) -> Result<(Store, Vec<Repair>), Error> {
    let (root, state) = places(base);
    let (passphrase, now) = (Passphrase::new(passphrase), at(OPENINGS.fetch_add(100, Ordering::Relaxed)));
    let (store, opening) = Store::unlock_on(ground.clone(), &root, &state, &passphrase, now)?;
    Ok((store, opening.repairs))
}

/// What a cut of the power may make a store say. Whatever else it says means that it lost
/// something, or nearly.
fn is_usual(repair: &Repair, expected: &Expected) -> bool {
    match repair {
        Repair::RolledBack { .. } => expected.is_restoring,
        Repair::SegmentMended { .. } => expected.is_damaged,
        Repair::TornTail { .. }
        | Repair::EngineBehind { .. }
        | Repair::EngineRebuilt { .. }
        | Repair::EngineMended { .. }
        | Repair::CopyMended { .. } => true,
        Repair::EngineStopped
        | Repair::TakenFromBackup { .. }
        | Repair::KeyringFromBackup
        | Repair::ShelfFromBackup { .. }
        | Repair::ShelfDamaged { .. }
        | Repair::ShelfOlder
        | Repair::AnchorDamaged
        | Repair::Lost(_)
        | Repair::ChainBroken { .. } => false,
    }
}

/// Opens the store in `base` and compares it with what is expected. Gives `None` when no store is
/// there and none has to be. Only a `thorough` judge reads the backups.
///
/// # Errors
/// What is wrong, in words.
pub(super) fn judge(
    base: &Path,
    ground: &Ground,
    expected: &Expected,
    thorough: bool,
) -> Result<Option<Kept>, String> {
    if !expected.is_created && !Store::exists(&places(base).0) {
        return Ok(None);
    }
    if let Some((_, older)) = expected.anchors.split_last() {
        match std::fs::read(places(base).1.join("anchor")) {
            Ok(anchor) if !older.contains(&anchor) => {}
            _ => return Err("the anchor is lost or an older one".to_owned()),
        }
    }
    if let Some(retired) = expected.retired.last()
        && open(base, ground, retired).is_ok()
    {
        return Err(format!("{retired} opens again"));
    }
    let opened = expected.passphrases.iter().find_map(|passphrase| match open(base, ground, passphrase) {
        Err(Error::WrongPassphrase { .. }) => None,
        other => Some((passphrase.clone(), other)),
    });
    let Some((passphrase, opened)) = opened else { return Err("no passphrase opens it".to_owned()) };
    let (mut store, mut repairs) = opened.map_err(|error| format!("does not open: {error:?}"))?;
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let later = store.visit(|entry| {
        let payload = String::from_utf8(entry.payload.unwrap_or_default()).expect("text");
        let text = payload.split('"').nth(3).and_then(|text| text.split('/').next()).unwrap_or_default();
        *found.entry(text.to_owned()).or_default() += 1;
    });
    repairs.extend(later.map_err(|error| format!("cannot be read: {error:?}"))?);
    if let Some(unusual) = repairs.iter().find(|repair| !is_usual(repair, expected)) {
        return Err(format!("{unusual:?}"));
    }
    let mut settled = Expected { is_created: true, ..expected.clone() };
    settled.saves = judge_saves(expected, found)?;
    let kept = judge_shelf(expected, &store)?;
    if expected.is_durable {
        settled.kept = kept;
        settled.passphrases.retain(|other| *other == passphrase);
    }
    if thorough {
        judge_backups(expected, &store)?;
        judge_elsewhere(expected, base, ground)?;
    }
    Ok(Some(Kept { store, repairs, expected: settled, passphrase }))
}

fn judge_saves(
    expected: &Expected,
    mut found: BTreeMap<String, usize>,
) -> Result<BTreeMap<String, (usize, bool)>, String> {
    let mut there = BTreeMap::new();
    for (text, (entries, is_done)) in &expected.saves {
        match found.remove(text) {
            None if *is_done => return Err(format!("{text} was acknowledged and is lost")),
            None => {}
            Some(count) if count == *entries => {
                there.insert(text.clone(), (count, true));
            }
            Some(count) => return Err(format!("half of {text}: {count} of {entries}")),
        }
    }
    match found.first_key_value() {
        None => Ok(there),
        Some((text, count)) => Err(format!("{text} was never asked, and stands {count} times")),
    }
}

type Shelf = BTreeMap<(Area, String), Vec<Option<Vec<u8>>>>;

fn judge_shelf(expected: &Expected, store: &Store) -> Result<Shelf, String> {
    let failed = |error: Error| format!("the shelf cannot be read: {error:?}");
    let mut found: BTreeMap<(Area, String), Vec<u8>> = BTreeMap::new();
    for (area, all) in [
        (Area::Draft, store.drafts().map_err(failed)?),
        (Area::Setting, store.locals().map_err(failed)?),
        (Area::Ledger, store.ledger_lines().map_err(failed)?),
    ] {
        found.extend(all.into_iter().map(|(key, value)| ((area, key), value)));
    }
    for (area, key) in expected.kept.keys().filter(|(area, _)| *area == Area::Secret) {
        if let Some(value) = store.secret(key).map_err(failed)? {
            found.insert((*area, key.clone()), value.to_vec());
        }
    }
    let mut there = Shelf::new();
    for (place, values) in &expected.kept {
        let value = found.remove(place);
        if !values.contains(&value) {
            return Err(format!("{place:?} is not what was acknowledged"));
        }
        there.insert(place.clone(), vec![value]);
    }
    match found.first_key_value() {
        None => Ok(there),
        Some((place, _)) => Err(format!("{place:?} was dropped and is back")),
    }
}

fn judge_backups(expected: &Expected, store: &Store) -> Result<(), String> {
    let own = store.own_backups().map_err(|error| format!("backups: {error:?}"))?;
    if let Some((path, _)) = own.iter().find(|(_, entries)| entries.is_none()) {
        return Err(format!("backup {} does not hold together", path.display()));
    }
    let most = own.iter().filter_map(|(_, entries)| *entries).max().unwrap_or(0);
    if most < expected.backed_up {
        return Err(format!("the backup of {} entries is lost, {most} at most", expected.backed_up));
    }
    Ok(())
}

/// The last backup elsewhere restores, where there was nothing.
fn judge_elsewhere(expected: &Expected, base: &Path, ground: &Ground) -> Result<(), String> {
    let Some((folder, entries, passphrase)) = expected.elsewhere.last() else { return Ok(()) };
    let (from, there) = (base.join(folder), tempfile::tempdir_in(base).expect("a folder"));
    let (root, state) = places(there.path());
    let now = at(OPENINGS.fetch_add(100, Ordering::Relaxed));
    let ground = Ground { files: Arc::new(RealFiles), ..ground.clone() };
    let restored = Store::restore_on(ground, [&from, &root, &state], &Passphrase::new(passphrase), now);
    match restored {
        Ok(restored) if restored.entries == *entries => Ok(()),
        Ok(restored) => Err(format!("a backup of {entries} entries restores {}", restored.entries)),
        Err(error) => Err(format!("the backup in {} is lost: {error:?}", folder.display())),
    }
}

impl Kept {
    /// The store goes on as if nothing had happened: it saves, and opens again with nothing more
    /// to say.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub(super) fn goes_on(mut self, base: &Path, ground: &Ground) -> Result<(), String> {
        let failed = |error: Error| format!("does not go on: {error:?}");
        let text = "ensuite".to_owned();
        self.store.append(vec![draft(Some(person(9)), &text)], at(2_000)).map_err(failed)?;
        self.store.close(at(2_001)).map_err(failed)?;
        self.expected.saves.insert(text, (1, true));
        let again = judge(base, ground, &self.expected, false)?.ok_or("it is gone")?;
        match again.repairs.first() {
            None => Ok(()),
            Some(repair) => Err(format!("the second opening still repairs: {repair:?}")),
        }
    }
}
