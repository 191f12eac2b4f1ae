//! A caseload of any size, in memory: the demonstration's people, and beyond [`MOST_INVENTED`] their
//! like under other names, so that the lives are mixed as a centre sees them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use jalon::demo::{Recipe, population};
use jalon::domain::file::File;
use jalon::domain::id::{PersonId, StationId};
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::{Caseload, Fold};
use jalon::journal::payload::Said;

/// People whose lives are all their own.
const MOST_INVENTED: usize = 2_700;
/// Years of history: all seven, and fewer where a whole département is in memory.
const YEARS: u32 = 7;
const YEARS_OF_MANY: u32 = 2;

/// Names that nobody bears, of three syllables: 13,824 of them.
#[rustfmt::skip]
const SYLLABLES: [&str; 24] = [
    "bar", "bel", "car", "da", "del", "fa", "gou", "hé", "ka", "la", "le", "lou", "ma", "mon", "na", "pé",
    "ra", "re", "sa", "si", "ta", "tou", "va", "zi",
];

/// That many people.
pub fn caseload(people: usize, today: NaiveDate) -> Caseload {
    let years = if people > MOST_INVENTED { YEARS_OF_MANY } else { YEARS };
    let invented = people.min(MOST_INVENTED);
    let recipe = Recipe { people: invented, years, lot: None, ..Recipe::one_counsellor(today) };
    let mut caseload = fold(&recipe);
    let files: Vec<Arc<File>> = caseload.files.values().cloned().collect();
    for number in invented..people {
        let like = other(&files[number % invented], number);
        caseload.files.insert(like.id, Arc::new(like));
    }
    caseload
}

/// The population as entries make it; what they say is not written out.
fn fold(recipe: &Recipe) -> Caseload {
    let (mut fold, mut head) = (Fold::default(), Head::EMPTY);
    for it in population(recipe) {
        let draft = Draft {
            kind: it.body.kind().to_owned(),
            object: it.object,
            person: Some(it.person),
            replaces: fold.latest(it.object).map(|latest| latest.entry),
            payload: Vec::new(),
        };
        let entry = Entry::following(head, StationId([1; 16]), it.at, draft);
        head = entry.head();
        fold.apply_said(&entry, Some(Said::Is(it.body)));
    }
    fold.caseload
}

/// Somebody with the same life, another name, and records of one letter: a département's would not
/// be kept in memory.
fn other(file: &File, number: usize) -> File {
    let mut other = file.clone();
    let mut id = [0; 16];
    // Scattered, as random identities are.
    id[..8].copy_from_slice(&(number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    other.id = PersonId(id);
    let syllable = |rank: usize| SYLLABLES[rank % SYLLABLES.len()];
    let name = [syllable(number), syllable(number / 24), syllable(number / 576)].concat();
    other.person.value.family_name = name;
    for interview in &mut other.interviews {
        if !interview.value.record.is_empty() {
            interview.value.record = "·".to_owned();
        }
    }
    other
}

/// How many things of each kind there are.
pub fn size_of(caseload: &Caseload) -> BTreeMap<&'static str, usize> {
    let files = || caseload.files.values();
    BTreeMap::from([
        ("people", files().count()),
        ("interviews", files().map(|file| file.interviews.len()).sum()),
        ("steps", files().map(|file| file.steps.len()).sum()),
    ])
}
