//! Every file and folder of a store, one after the other, in every way that a disk or a hand harms
//! them. `JALON_DAMAGES` sets how many of some thousand are tried (200 by default; all of them where they are
//! no more), spread over all of them; what has no effect on what it is done to is left out.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jalon::domain::id::StationId;
use jalon::journal::entry::Entry;
use jalon::store::{Error, Ground, Repair, Store};

use super::super::faults::Quick;
use super::super::kill::say;
use super::super::{at, copy, draft, passphrase, person, setup};
use super::files;

/// Another station, whose journal was taken in.
const OTHER: StationId = StationId([0xA5; 16]);

/// A store as it was one day and the next, and all that it holds.
struct Days {
    _folder: tempfile::TempDir,
    yesterday: PathBuf,
    today: PathBuf,
    saved: Vec<Entry>,
    shelf: BTreeMap<String, Vec<u8>>,
}

fn ground() -> Ground {
    Ground { stretch: Arc::new(Quick), segment_bytes: 4096, ..Ground::default() }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn places(base: &Path) -> (PathBuf, PathBuf) {
    (base.join("poste"), base.join("repère"))
}

fn open(base: &Path, seconds: i64) -> Result<(Store, Vec<Repair>), Error> {
    let (root, state) = places(base);
    let (store, opening) = Store::unlock_on(ground(), &root, &state, &passphrase(), at(seconds))?;
    Ok((store, opening.repairs))
}

fn keep(store: &mut Store, value: &str) {
    for key in ["entretien/1", "étape/2"] {
        store.keep_draft(key, value.as_bytes()).expect("a draft");
    }
    store.put_local("vue", value.as_bytes()).expect("a setting");
    store.put_ledger("lot/1", value.as_bytes()).expect("a line");
    store.put_secret("signature", value.as_bytes()).expect("a secret");
}

fn shelf_of(store: &Store) -> BTreeMap<String, Vec<u8>> {
    let drafts = store.drafts().expect("drafts").into_iter();
    let settings = store.locals().expect("settings").into_iter();
    let lines = store.ledger_lines().expect("a ledger").into_iter();
    // One that is damaged is no value at all: whoever asks is told.
    let secret = store.secret("signature").ok().flatten();
    let secret = secret.map(|value| ("signature".to_owned(), value.to_vec()));
    drafts.chain(settings).chain(lines).chain(secret).collect()
}

fn day(store: &mut Store, first: u64, saved: &mut Vec<Entry>) {
    for number in first..first + 12 {
        let text = format!("{number} {}", "x".repeat(40 * (number as usize % 12)));
        let who = (number % 4 != 0).then(|| person((number % 3) as u8 + 1));
        let drafts = (0..1 + number % 2).map(|_| draft(who, &text)).collect();
        saved.extend(store.append(drafts, at(number as i64 * 3_600)).expect("a save"));
    }
    let mut head = store.head_of(OTHER);
    let mut taken = Vec::new();
    for rank in 0..3 {
        let entry =
            Entry::following(head, OTHER, at(rank).at, draft(Some(person(9)), &format!("{first}/{rank}")));
        head = entry.head();
        taken.push(entry);
    }
    store.take_in(&taken).expect("entries of another");
    saved.extend(taken);
}

impl Days {
    fn new() -> Self {
        let folder = folder();
        let base = folder.path().join("base");
        std::fs::create_dir(&base).expect("a folder");
        let (yesterday, today) = (folder.path().join("hier"), folder.path().join("ce jour"));
        let (root, state) = places(&base);
        let phrase = passphrase();
        let mut store =
            Store::create_on(ground(), &root, &state, &setup(&phrase), at(0)).expect("a new store");
        let mut saved = Vec::new();
        day(&mut store, 0, &mut saved);
        keep(&mut store, "hier");
        store.close(at(80_000)).expect("a close");
        copy(&base, &yesterday);
        let (mut store, _) = open(&base, 86_400).expect("an open store");
        day(&mut store, 24, &mut saved);
        keep(&mut store, "aujourd’hui");
        let shelf = shelf_of(&store);
        store.close(at(180_000)).expect("a close");
        copy(&base, &today);
        Self { _folder: folder, yesterday, today, saved, shelf }
    }
}

/// What is done to a file or a folder.
#[derive(Debug, Clone, Copy)]
enum Harm {
    /// One bit, at this share of its length in hundredths.
    Flip(usize),
    /// A tenth of it, from this share on.
    Garble(usize),
    /// A sector of 512 bytes, from this share on.
    Blank(usize),
    Cut(usize),
    /// Cut by one byte.
    Shortened,
    /// Something at the end.
    Lengthened,
    /// Its own beginning once more at the end.
    Doubled,
    Removed,
    Yesterday,
    /// Exchanged with the file that follows it in its folder.
    Exchanged,
}

fn harms() -> Vec<Harm> {
    use Harm::{Blank, Cut, Doubled, Exchanged, Flip, Garble, Lengthened, Removed, Shortened, Yesterday};
    let shares = |harm: fn(usize) -> Harm, all: &[usize]| all.iter().map(|it| harm(*it)).collect::<Vec<_>>();
    [
        shares(Flip, &[0, 3, 11, 25, 37, 50, 66, 75, 88, 95, 100]),
        shares(Garble, &[0, 30, 60, 90]),
        shares(Blank, &[0, 50, 97]),
        shares(Cut, &[0, 4, 30, 50, 80, 98]),
        vec![Shortened, Lengthened, Doubled, Removed, Yesterday, Exchanged],
    ]
    .concat()
}

impl Harm {
    /// Does it; says whether there was anything to do.
    fn harm(self, path: &Path, older: &Path, next: Option<&Path>) -> bool {
        if path.is_dir() {
            return self.harm_folder(path, older);
        }
        let before = std::fs::read(path).expect("a file");
        let mut bytes = before.clone();
        let at = |share: usize| (before.len().saturating_sub(1)) * share / 100;
        match self {
            Self::Flip(share) if !bytes.is_empty() => bytes[at(share)] ^= 1 << (share % 8),
            Self::Garble(share) => {
                let end = at(share) + before.len().div_ceil(10);
                for (rank, byte) in bytes[at(share)..].iter_mut().take(end - at(share)).enumerate() {
                    *byte = (rank * 167 % 251) as u8;
                }
            }
            Self::Blank(share) => bytes[at(share)..].iter_mut().take(512).for_each(|byte| *byte = 0),
            Self::Cut(share) => bytes.truncate(before.len() * share / 100),
            Self::Shortened => bytes.truncate(before.len().saturating_sub(1)),
            Self::Lengthened => bytes.extend_from_slice(&[0x5A; 100]),
            Self::Doubled => bytes.extend_from_within(..before.len().min(2_000)),
            Self::Removed => {
                std::fs::remove_file(path).expect("a removal");
                return true;
            }
            Self::Yesterday => match std::fs::read(older) {
                Ok(older) => bytes = older,
                Err(_) => return false,
            },
            Self::Exchanged => {
                let Some(next) = next else { return false };
                bytes = std::fs::read(next).expect("a file");
                std::fs::write(next, &before).expect("a write");
            }
            Self::Flip(_) => return false,
        }
        std::fs::write(path, &bytes).expect("a write");
        bytes != before
    }

    fn harm_folder(self, path: &Path, older: &Path) -> bool {
        match self {
            Self::Removed | Self::Yesterday => {
                std::fs::remove_dir_all(path).expect("a removal");
                if matches!(self, Self::Yesterday) && older.exists() {
                    copy(older, path);
                }
                true
            }
            _ => false,
        }
    }
}

/// How a damage ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Everything is there, and the opening says what it put right.
    Repaired,
    /// Everything is there; what was harmed is not needed, or is made anew at every opening.
    WithoutEffect,
    /// Everything is there, and the examination names the damaged backup.
    BackupNamed,
    /// Something is missing, and the opening names it.
    Named,
    /// It does not open, and says why.
    Refused,
}

/// Opens what was harmed and says how it ended.
fn judge(days: &Days, base: &Path, what: &str) -> Result<Verdict, String> {
    let (mut store, mut repairs) = match open(base, 200_000) {
        Ok(opened) => opened,
        Err(Error::Damaged { .. } | Error::Missing { .. }) => return Ok(Verdict::Refused),
        Err(other) => return Err(format!("does not open: {other:?}")),
    };
    let mut found = BTreeMap::new();
    repairs.extend(store.visit(|entry| _ = found.insert(entry.id(), entry)).map_err(|it| format!("{it:?}"))?);
    let mut is_whole = true;
    for entry in &days.saved {
        match found.remove(&entry.id()) {
            Some(there) if there == *entry => {}
            Some(there) if there.header_bytes == entry.header_bytes && there.payload.is_none() => {
                is_whole = false;
                is_named(&repairs, entry, what)?;
            }
            Some(_) => return Err(format!("entry {:?} is another", entry.id())),
            None => {
                is_whole = false;
                is_named(&repairs, entry, what)?;
            }
        }
    }
    if let Some((id, _)) = found.first_key_value() {
        return Err(format!("entry {id:?} was never saved"));
    }
    let shelf = shelf_of(&store);
    let told = |repair: &Repair| {
        let of_the_shelf = matches!(repair, Repair::ShelfDamaged { .. } | Repair::ShelfFromBackup { .. });
        of_the_shelf || matches!(repair, Repair::ShelfOlder | Repair::RolledBack { .. })
    };
    if shelf != days.shelf {
        is_whole = false;
        if !repairs.iter().any(told) {
            return Err("something on the shelf is missing or another, unsaid".to_owned());
        }
    }
    if !is_whole {
        goes_on(base, store)?;
        return Ok(Verdict::Named);
    }
    let own = store.own_backups().map_err(|error| format!("{error:?}"))?;
    let is_backup_named = own.len() < 2 || own.iter().any(|(_, entries)| entries.is_none());
    goes_on(base, store)?;
    Ok(match (repairs.is_empty(), is_backup_named) {
        (false, _) => Verdict::Repaired,
        (true, true) => Verdict::BackupNamed,
        (true, false) => Verdict::WithoutEffect,
    })
}

fn is_named(repairs: &[Repair], entry: &Entry, what: &str) -> Result<(), String> {
    let named = repairs.iter().any(|repair| match repair {
        Repair::Lost(lost) => lost.entry == entry.id(),
        Repair::RolledBack { .. } => true,
        _ => false,
    });
    if named { Ok(()) } else { Err(format!("{what}: {:?} is missing, unsaid: {repairs:?}", entry.id())) }
}

/// The store saves, closes, and opens again with nothing new to say.
fn goes_on(base: &Path, mut store: Store) -> Result<(), String> {
    let failed = |error: Error| format!("does not go on: {error:?}");
    let more = store.append(vec![draft(Some(person(3)), "ensuite")], at(200_001)).map_err(failed)?;
    store.close(at(200_002)).map_err(failed)?;
    let (mut store, mut repairs) = open(base, 200_003).map_err(failed)?;
    let mut last = None;
    let saved = more.last().map(Entry::id);
    let later = store.visit(|entry| last = Some(entry).filter(|it| Some(it.id()) == saved).or(last.take()));
    repairs.extend(later.map_err(failed)?);
    if last.as_ref() != more.last() {
        return Err("what was saved afterwards is lost".to_owned());
    }
    let is_news = |repair: &&Repair| !matches!(repair, Repair::Lost(_) | Repair::ShelfDamaged { .. });
    repairs.iter().find(is_news).map_or(Ok(()), |repair| Err(format!("repaired twice: {repair:?}")))
}

/// How many damages ended how, by part of the store.
type Tally = BTreeMap<(String, Verdict), u64>;

/// The part of a store that a path belongs to.
fn part_of(path: &Path) -> String {
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    match names.as_slice() {
        [store, shelf, area, ..] if store == "poste" && shelf == "shelf" => format!("shelf/{area}"),
        [store, part, ..] if store == "poste" => part.trim_end_matches(".twin").to_owned(),
        [.., name] => name.to_string(),
        [] => String::new(),
    }
}

/// Everything that can be harmed, folders included.
fn targets(today: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    files(today, Path::new(""), &mut all);
    let mut folders: Vec<PathBuf> = all.iter().filter_map(|path| path.parent().map(Path::to_owned)).collect();
    folders.sort();
    folders.dedup();
    // Without these there is no store any more, or its whole state of yesterday: tried apart.
    folders.retain(|folder| folder.components().count() > 1);
    all.extend(folders);
    all
}

#[test]
fn whatever_is_damaged_is_put_right_or_named() {
    let days = Days::new();
    let targets = targets(&days.today);
    let cases: Vec<(usize, Harm)> =
        (0..targets.len()).flat_map(|rank| harms().into_iter().map(move |harm| (rank, harm))).collect();
    let wanted = std::env::var("JALON_DAMAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    let every = (cases.len() / wanted).max(1);
    let next = AtomicUsize::new(0);
    let share = || {
        let (mut tally, mut problems) = (Tally::new(), Vec::new());
        loop {
            let Some((target, harm)) = cases.get(next.fetch_add(every, Ordering::Relaxed)) else {
                return (tally, problems);
            };
            let path = &targets[*target];
            let base = folder();
            let base = base.path().join("base");
            copy(&days.today, &base);
            let sibling = targets.get(target + 1).filter(|next| next.parent() == path.parent());
            let sibling = sibling.map(|next| base.join(next));
            // Older drafts put back, both copies at once, look like drafts: nothing tells them apart.
            if path.ends_with("shelf/drafts") && matches!(harm, Harm::Yesterday) {
                continue;
            }
            if !harm.harm(&base.join(path), &days.yesterday.join(path), sibling.as_deref()) {
                continue;
            }
            super::super::close_to_others(&base);
            let what = format!("{} {harm:?}", path.display());
            let judged = catch_unwind(AssertUnwindSafe(|| judge(&days, &base, &what)));
            match judged.unwrap_or_else(|_| Err("it panicked".to_owned())) {
                Ok(verdict) => *tally.entry((part_of(path), verdict)).or_default() += 1,
                Err(problem) => problems.push(format!("{what}: {problem}")),
            }
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let (mut tally, mut problems) = (Tally::new(), Vec::new());
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(share)).collect();
        for (its_tally, its_problems) in running.into_iter().map(|it| it.join().expect("no panic")) {
            its_tally.into_iter().for_each(|(what, count)| *tally.entry(what).or_default() += count);
            problems.extend(its_problems);
        }
    });
    let tried: u64 = tally.values().sum();
    for ((part, verdict), count) in &tally {
        say(&format!("damage: {part:<24} {verdict:<14?} {count}"));
    }
    say(&format!("damage: {tried} of {} possible, {} problems", cases.len(), problems.len()));
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    assert!(tried as usize > wanted.min(cases.len()) / 2, "{tried} tried");
}
