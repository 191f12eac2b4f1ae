//! What a station does in its life: saves of every size, people met, forms and settings kept,
//! other journals taken in, imports, backups, other passphrases, doors closed and opened again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jalon::crypto::{KdfCost, Passphrase};
use jalon::domain::id::StationId;
use jalon::domain::now::Now;
use jalon::journal::entry::{Draft, Entry};
use jalon::store::{Error, Ground, Store};

use super::super::faults::Quick;
use super::super::kill::Random;
use super::super::{at, draft, person, setup};
use super::engine::copy_hot;
use super::promises::{Area, Promise};
use super::recorded::{Recorded, Step};

/// Length from which a segment is full: short, so that sessions go through many.
const SEGMENT_BYTES: u64 = 16 * 1024;
/// Another station, whose journal is taken in.
const OTHER: StationId = StationId([0xA5; 16]);

/// What the machine has and nobody counterfeits here.
pub(super) fn plain_ground() -> Ground {
    Ground { stretch: Arc::new(Quick), segment_bytes: SEGMENT_BYTES, ..Ground::default() }
}

/// One session of one process with a store.
pub(super) struct Session {
    base: PathBuf,
    pub(super) layer: Recorded,
    ground: Ground,
    store: Option<Store>,
    passphrase: String,
    random: Random,
    /// Number of the deed; texts are told apart by it, and each has a day of its own.
    number: u64,
}

impl Session {
    /// A session with the store in `base`, there or not.
    pub(super) fn new(base: &Path, layer: Recorded, passphrase: &str, number: u64, seed: u64) -> Self {
        let ground = Ground { files: Arc::new(layer.clone()), ..plain_ground() };
        let (base, passphrase) = (base.to_owned(), passphrase.to_owned());
        Self { base, layer, ground, store: None, passphrase, random: Random(seed | 1), number }
    }

    pub(super) const fn ground(&self) -> &Ground {
        &self.ground
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// Goes on with an open store.
    pub(super) fn enter(&mut self, store: Store, passphrase: &str) {
        self.store = Some(store);
        passphrase.clone_into(&mut self.passphrase);
    }

    /// Ends without a word; gives the passphrase that was the last to be acknowledged.
    pub(super) fn leave(self) -> String {
        self.passphrase
    }

    /// Asks for what a promise says, and notes whether it was acknowledged. Only a process that
    /// was killed is refused anything.
    fn asked<T>(&mut self, promise: Promise, act: impl FnOnce(&mut Self) -> Result<T, Error>) -> Option<T> {
        self.layer.note(Step::Begun(promise.clone()));
        match act(self) {
            Ok(made) => {
                self.layer.note(Step::Done(promise));
                Some(made)
            }
            Err(error) => {
                assert!(self.layer.has_stopped(), "{promise:?}: {error:?}");
                None
            }
        }
    }

    fn now(&self) -> Now {
        at(self.number as i64 * 86_400)
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().expect("an open store")
    }

    pub(super) fn create(&mut self) {
        let passphrase = Passphrase::new(&self.passphrase);
        let (root, state) = (self.base.join("poste"), self.base.join("état/repère"));
        let made = self.asked(Promise::Created(self.passphrase.clone()), |session| {
            Store::create_on(session.ground.clone(), &root, &state, &setup(&passphrase), at(0))
        });
        self.store = made;
        self.note_anchor();
    }

    /// The anchor is what it is now.
    fn note_anchor(&self) {
        if let Ok(anchor) = std::fs::read(self.base.join("état/repère/anchor"))
            && !self.layer.has_stopped()
        {
            self.layer.note(Step::Done(Promise::Anchored(anchor)));
        }
    }

    /// Closes the door for the night: there is a backup of the day then.
    pub(super) fn close(&mut self) {
        self.number += 1;
        let Some(store) = self.store.take() else { return };
        let (promise, now) = (Promise::BackedUp(store.len()), self.now());
        self.asked(promise, |_| store.close(now));
        self.note_anchor();
    }

    /// Closes the door and opens it again.
    fn reopen(&mut self) {
        self.close();
        let (root, state) = (self.base.join("poste"), self.base.join("état/repère"));
        let passphrase = Passphrase::new(&self.passphrase);
        match Store::unlock_on(self.ground.clone(), &root, &state, &passphrase, self.now()) {
            Ok((store, _)) => self.store = Some(store),
            Err(error) => assert!(self.layer.has_stopped(), "{error:?}"),
        }
    }

    /// A length as they come: a line mostly, a page at times, seldom a long paste.
    fn length(&mut self) -> usize {
        let longest = match self.random.below(60) {
            0 => 30_000,
            1..=5 => 3_000,
            _ => 300,
        };
        self.random.below(longest) as usize
    }

    fn drafts(&mut self, text: &str, entries: usize) -> Vec<Draft> {
        let who = person((self.number / 7 % 200) as u8);
        let length = self.length() / entries;
        let filler = "x".repeat(length);
        (0..entries).map(|rank| draft(Some(who), &format!("{text}/{rank}/{filler}"))).collect()
    }

    fn save(&mut self, entries: usize) {
        let text = format!("s{} of {entries}", self.number);
        let drafts = self.drafts(&text, entries);
        let now = self.now();
        self.asked(Promise::Saved(text, entries), |session| session.store().append(drafts, now));
    }

    fn take_in(&mut self, entries: usize) {
        let text = format!("t{}", self.number);
        let drafts = self.drafts(&text, entries);
        let mut head = self.store().head_of(OTHER);
        let mut taken = Vec::new();
        for draft in drafts {
            let entry = Entry::following(head, OTHER, at(0).at, draft);
            head = entry.head();
            taken.push(entry);
        }
        self.asked(Promise::Saved(text, entries), |session| session.store().take_in(&taken));
    }

    fn keep(&mut self, area: Area, key: &str) {
        let length = self.length() / 4;
        let mut value = format!("{} {}", self.number, "y".repeat(length)).into_bytes();
        value.truncate(8_000);
        let promise = Promise::Kept(area, key.to_owned(), Some(value.clone()));
        self.asked(promise, |session| match area {
            Area::Draft => session.store().keep_draft(key, &value),
            Area::Setting => session.store().put_local(key, &value),
            Area::Ledger => session.store().put_ledger(key, &value),
            Area::Secret => session.store().put_secret(key, &value),
        });
    }

    fn change_passphrase(&mut self) {
        let (old, new) = (self.passphrase.clone(), format!("une phrase numéro {}", self.number));
        let changed = self.asked(Promise::Passphrase(new.clone()), |session| {
            let (old, new) = (Passphrase::new(&old), Passphrase::new(&new));
            session.store().change_passphrase(&old, &new, KdfCost::floor_for_tests())
        });
        if changed.is_some() {
            self.passphrase = new;
        }
    }

    fn back_up(&mut self) {
        let now = self.now();
        let entries = self.store().len();
        self.asked(Promise::BackedUp(entries), |session| session.store().backup_daily(now));
    }

    fn back_up_elsewhere(&mut self) {
        let folder = self.base.join("ailleurs");
        let now = self.now();
        match self.store().backup_to(&folder, now) {
            Ok(backup) => {
                let inside = backup.path.strip_prefix(&self.base).expect("inside").to_owned();
                let passphrase = self.passphrase.clone();
                self.layer.note(Step::Done(Promise::BackedUpTo(inside, backup.entries, passphrase)));
            }
            Err(error) => assert!(self.layer.has_stopped(), "{error:?}"),
        }
    }

    fn settle(&mut self) {
        let settled = self.store().settle();
        assert!(settled.is_ok() || self.layer.has_stopped(), "{settled:?}");
        self.note_anchor();
    }

    /// One more deed, of a kind that its number chooses, and a save.
    pub(super) fn live(&mut self) {
        self.number += 1;
        let number = self.number;
        let is = |rhythm: u64| number.is_multiple_of(rhythm);
        match number {
            _ if is(97) => self.change_passphrase(),
            _ if is(89) => self.save(41),
            _ if is(83) => self.back_up_elsewhere(),
            _ if is(61) => self.reopen(),
            _ if is(47) => self.back_up(),
            _ if is(31) => self.settle(),
            _ if is(23) => self.take_in(3),
            _ if is(19) => self.keep(Area::Secret, "signature"),
            _ if is(17) => self.keep(Area::Ledger, &format!("lot/{}", number % 5)),
            _ if is(13) => self.keep(Area::Setting, &format!("vue/{}", number % 3)),
            _ if is(11) => {
                let promise = Promise::Kept(Area::Draft, "entretien".to_owned(), None);
                self.asked(promise, |session| session.store().drop_draft("entretien"));
            }
            _ if is(5) => self.keep(Area::Draft, "entretien"),
            _ => {}
        }
        if !self.layer.has_stopped() && self.store.is_some() {
            let entries = 1 + self.random.below(3) as usize;
            self.save(entries);
        }
    }

    /// Saves and nothing else.
    pub(super) fn save_some(&mut self, saves: usize) {
        for _ in 0..saves {
            self.number += 1;
            self.save(2);
        }
    }

    /// Whether the process was killed.
    pub(super) fn is_over(&self) -> bool {
        self.layer.has_stopped() || self.store.is_none()
    }

    /// A copy of the engine's files as they are now.
    pub(super) fn copy_engine(&self, to: &Path) {
        copy_hot(&self.base.join("poste/db"), to);
    }
}
