//! The memory of the process, read from outside as an administrator may: while the station is
//! locked, nothing of anybody is left in it, nor of what opens it.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt as _;

use jalon::crypto::{Argon2id, Key, Passphrase, unwrap_key};

use super::canary::PASSPHRASE;
use super::eyes::{Eyes, Find};
use super::{say, scene};
use crate::support::pty::Pty;
use crate::support::station::Station;

/// What memory is looked at together: a page.
const PAGE: usize = 4096;
/// What each key of a store is derived for.
const LABELS: [&str; 7] = ["journal", "own", "chain", "keyring", "anchor", "shelf", "names"];

/// What a process may write to (stacks, heaps, globals) and what it wrote there: runs of pages that
/// are not empty, by the name of their region. `None` when this account may not look.
fn written(id: i32) -> Option<Vec<(String, Vec<u8>)>> {
    let maps = std::fs::read_to_string(format!("/proc/{id}/maps")).ok()?;
    let memory = File::open(format!("/proc/{id}/mem")).ok()?;
    let mut runs = Vec::new();
    for line in maps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (from, to) = words[0].split_once('-').expect("a range");
        let number = |text: &str| u64::from_str_radix(text, 16).expect("an address");
        let (from, to) = (number(from), number(to));
        let mut bytes = vec![0; usize::try_from(to - from).expect("a size")];
        // A region may be gone since it was listed.
        if !words[1].contains('w') || memory.read_exact_at(&mut bytes, from).is_err() {
            continue;
        }
        let name = format!("{} of {} KiB", words.get(5).unwrap_or(&"anonymous"), bytes.len() / 1024);
        let mut run = Vec::new();
        for page in bytes.chunks(PAGE) {
            if *page != [0; PAGE] {
                run.extend_from_slice(page);
            } else if !run.is_empty() {
                runs.push((name.clone(), std::mem::take(&mut run)));
            }
        }
        runs.push((name, run));
    }
    Some(runs)
}

/// The keys that open the station: the one of the slot, and those derived from it.
fn keys_of(station: &Station) -> Vec<Key> {
    let slot = std::fs::read(station.path("station/slots/00-passphrase.slot")).expect("a slot");
    let master = unwrap_key(&Argon2id, &Passphrase::new(PASSPHRASE), &slot).expect("it opens");
    let derived = LABELS.map(|label| master.subkey(&format!("jalon/{label}/v1")));
    std::iter::once(master).chain(derived).collect()
}

/// What was found in the memory of the program.
struct Left {
    words: Vec<Find>,
    keys: usize,
}

fn look(pty: &Pty, keys: &[Key], when: &str) -> Option<Left> {
    let runs = written(pty.id())?;
    let (for_words, for_keys) =
        (Eyes::for_memory(), Eyes::for_keys(keys.iter().map(|key| &key.expose()[..])));
    let mut left = Left { words: Vec::new(), keys: 0 };
    let mut classes: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in &runs {
        let words = for_words.find_plain(bytes);
        for find in &words {
            *classes.entry(format!("{}, {name}", find.writing)).or_default() += 1;
        }
        left.words.extend(words);
        left.keys += for_keys.find_plain(bytes).len();
    }
    let size: usize = runs.iter().map(|(_, bytes)| bytes.len()).sum();
    say(&format!("{when}: {} words, {} halves of keys in {} KiB", left.words.len(), left.keys, size / 1024));
    classes.iter().for_each(|(class, count)| say(&format!("    {count} × {class}")));
    Some(left)
}

#[test]
fn nothing_is_left_in_memory_once_the_station_is_locked() {
    let station = Station::nowhere();
    let mut pty = Pty::open(&station.path(""), &["--data-dir", "station"]);
    scene::set_up(&mut pty);
    let keys = keys_of(&station);
    scene::write_a_file(&mut pty);
    let Some(open) = look(&pty, &keys, "open") else {
        return say("skipped: this account may not look into the memory of a process, as promised");
    };
    assert!(open.words.len() > 10 && open.keys >= keys.len(), "the eyes see nothing");

    for when in ["locked", "locked again"] {
        scene::lock(&mut pty);
        let left = look(&pty, &keys, when).expect("as before");
        assert_eq!((left.words, left.keys), (Vec::new(), 0), "{when}");
        scene::unlock(&mut pty);
    }
    scene::lock(&mut pty);
    scene::try_wrong(&mut pty);
    let left = look(&pty, &keys, "a wrong passphrase").expect("as before");
    assert_eq!((left.words, left.keys), (Vec::new(), 0), "a wrong passphrase");
}

#[test]
fn nothing_is_left_in_memory_once_the_station_is_locked_line_by_line() {
    let station = Station::nowhere();
    let mut pty = Pty::open(&station.path(""), &["--data-dir", "station"]);
    scene::set_up(&mut pty);
    let keys = keys_of(&station);
    scene::write_a_file(&mut pty);
    scene::leave(&mut pty);

    let mut pty = Pty::open(&station.path(""), &["--data-dir", "station", "--plain"]);
    scene::work_line_by_line(&mut pty);
    let Some(open) = look(&pty, &keys, "open, line by line") else {
        return say("skipped: this account may not look into the memory of a process, as promised");
    };
    assert!(open.words.len() > 10 && open.keys >= keys.len(), "the eyes see nothing");
    pty.type_text("l").press("enter").wait_for("Verrouillé.").settle();
    let left = look(&pty, &keys, "locked, line by line").expect("as before");
    assert_eq!((left.words, left.keys), (Vec::new(), 0));
}
