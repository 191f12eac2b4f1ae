//! The rig is alive: a store that forgets any one kind of sync is caught.
//!
//! A session is recorded once. Then, for each kind of sync that is in it, it is told again as if
//! the store had never asked for that one.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::recorded::Step;
use super::{Recording, record, say};

/// Syncs that another one makes good before anything rests on them: the folder of a new store is
/// synced once more when all is in it, and the folder above it once more when it is put there.
const MADE_GOOD: [&str; 2] = ["name of poste/quarantine", "name of état"];

/// A path without what differs from one session to the next.
fn kind_of(path: &Path) -> String {
    let name = |name: &str| {
        let name = name.trim_end_matches(".part").trim_end_matches(".twin");
        let is_a_number = |text: &str| text.chars().all(|it| it.is_ascii_hexdigit() || it == '-');
        match name {
            _ if name.starts_with(".poste.new-") => "poste".to_owned(),
            _ if name.starts_with("jalon-") => "BACKUP".to_owned(),
            _ if name.ends_with(".seg") => "N.seg".to_owned(),
            _ if name.len() >= 10 && is_a_number(name) => "N".to_owned(),
            _ => name.to_owned(),
        }
    };
    path.iter().map(|it| name(&it.to_string_lossy())).collect::<Vec<_>>().join("/")
}

/// What a sync makes durable: the content of a file, or the name that a folder got last.
fn purpose_of(steps: &[Step], rank: usize) -> Option<String> {
    match &steps[rank] {
        Step::Sync(path) => Some(format!("content of {}", kind_of(path))),
        Step::SyncFolder(folder) => {
            let named = steps[..rank].iter().rev().find_map(|step| match step {
                Step::MakeFolder(path) | Step::Create(path) | Step::Rename(_, path) | Step::Remove(path)
                    if path.parent() == Some(folder) =>
                {
                    Some(path)
                }
                _ => None,
            });
            named.map(|path| format!("name of {}", kind_of(path)))
        }
        _ => None,
    }
}

/// How often a sync is forgotten before it counts as missed.
const TIMES: usize = 3;
/// For how many steps after it what was not synced is looked for: a backup takes that many.
const STEPS: usize = 90;

impl Recording {
    /// What is wrong, if anything, when a kind of sync is never asked for.
    fn without(&self, purpose: &str) -> Option<String> {
        let forgotten: Vec<bool> = (0..self.steps.len())
            .map(|rank| purpose_of(&self.steps, rank).as_deref() == Some(purpose))
            .collect();
        let before = |rank: usize| forgotten[..rank].iter().filter(|forgotten| **forgotten).count();
        let steps = self.steps.iter().zip(&forgotten).filter(|(_, forgotten)| !**forgotten);
        let told = Self {
            disk: self.disk.clone(),
            expected: self.expected.clone(),
            steps: steps.map(|(step, _)| step.clone()).collect(),
            engines: self.engines.iter().map(|(rank, path)| (rank - before(*rank), path.clone())).collect(),
            needs_engine: self.needs_engine,
            _engines: Arc::clone(&self._engines),
        };
        let places = forgotten.iter().enumerate().filter(|(_, forgotten)| **forgotten);
        let places: Vec<usize> = places.map(|(rank, _)| rank - before(rank)).take(TIMES).collect();
        let near = |rank: usize| {
            matches!(told.steps[rank], Step::Done(_))
                && places.iter().any(|place| (*place..place + STEPS).contains(&rank))
        };
        told.cut_at(3, near, true).problems.pop()
    }
}

#[test]
fn a_store_that_forgets_any_kind_of_sync_is_caught() {
    // From 78 on every kind of deed is done within a few.
    let recording = record(78, 22);
    let purposes: BTreeSet<String> =
        (0..recording.steps.len()).filter_map(|rank| purpose_of(&recording.steps, rank)).collect();
    let mut missed = Vec::new();
    for purpose in &purposes {
        match recording.without(purpose) {
            Some(problem) => say(&format!("without the {purpose}: {problem:.150}")),
            None => missed.push(purpose.as_str()),
        }
    }
    let caught = purposes.len() - missed.len();
    say(&format!("power cut: {caught} of {} kinds of sync forgotten in turn and caught", purposes.len()));
    assert_eq!(missed, MADE_GOOD, "not caught");
}
