//! The eyes that look for watched words, in any writing, in bytes of any kind.

use std::io::BufRead as _;
use std::path::{Path, PathBuf};

use super::canary::{END_OF_PASSPHRASE, MARK};

/// How far apart two letters of a word may stand in memory: a cell of a screen, an event of a
/// keyboard and a `char` each leave room between them.
const WIDEST_STRIDE: usize = 160;
/// How many bytes around a find are shown.
const AROUND: usize = 24;
/// How every frame of zstd begins.
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// Most of a frame that is unpacked.
const MOST_UNPACKED: usize = 64 << 20;

/// A place where a watched word was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// How it was written.
    pub writing: &'static str,
    /// What is around it, letters only.
    pub around: String,
    /// Its first byte.
    pub at: usize,
}

struct Needle {
    writing: &'static str,
    bytes: Vec<u8>,
}

/// Looks for some texts in every writing, or for some keys.
pub struct Eyes {
    needles: Vec<Needle>,
    /// Whether letters that stand apart are looked at too.
    sees_apart: bool,
}

impl Eyes {
    /// Eyes for every watched word.
    pub fn for_words() -> Self {
        let capital = format!("K{}", &MARK[1..]);
        Self::of(&[MARK, &capital, &MARK.to_uppercase(), END_OF_PASSPHRASE])
    }

    /// The same, for the memory of a process.
    pub fn for_memory() -> Self {
        Self { sees_apart: true, ..Self::for_words() }
    }

    /// Eyes for these texts.
    pub fn of(texts: &[&str]) -> Self {
        let mut needles = Vec::new();
        for text in texts {
            let mut add = |writing, bytes| needles.push(Needle { writing, bytes });
            add("UTF-8", text.as_bytes().to_vec());
            add("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect());
            let digits: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
            add("hexadecimal", digits.to_uppercase().into_bytes());
            add("hexadecimal", digits.into_bytes());
            in_base64(text.as_bytes()).into_iter().for_each(|bytes| add("base64", bytes));
        }
        Self::looking_for(needles)
    }

    /// Eyes for keys: any sixteen bytes of one tell it.
    pub fn for_keys<'a>(keys: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let pieces = keys.into_iter().flat_map(|key| key.chunks_exact(16));
        Self::looking_for(pieces.map(|piece| Needle { writing: "key", bytes: piece.to_vec() }).collect())
    }

    const fn looking_for(needles: Vec<Needle>) -> Self {
        Self { needles, sees_apart: false }
    }

    /// Everything found in `bytes`, and in what is packed there.
    pub fn find(&self, bytes: &[u8]) -> Vec<Find> {
        let mut found = self.find_plain(bytes);
        for start in all_at(bytes, ZSTD[0]).filter(|at| bytes[*at..].starts_with(ZSTD)) {
            found.extend(self.find_plain(&unpack(&bytes[start..])));
        }
        found
    }

    /// Everything found in `bytes` as they are.
    pub fn find_plain(&self, bytes: &[u8]) -> Vec<Find> {
        let mut found = Vec::new();
        for Needle { writing, bytes: needle } in &self.needles {
            let here = all_at(bytes, needle[0]).filter(|at| bytes[*at..].starts_with(needle));
            found.extend(here.map(|at| find_at(writing, bytes, at)));
        }
        if self.sees_apart {
            let first = MARK.as_bytes()[0];
            let firsts = all_at(bytes, first).chain(all_at(bytes, first.to_ascii_uppercase()));
            found.extend(firsts.filter_map(|at| find_apart(bytes, at)));
        }
        found
    }

    /// Every file under `folder`, but `except`, in which something was found.
    pub fn find_under(&self, folder: &Path, except: &[PathBuf]) -> Vec<(PathBuf, Find)> {
        let mut found = Vec::new();
        for path in all_under(folder).into_iter().filter(|path| !except.contains(path)) {
            let name = self.find_plain(path.to_string_lossy().as_bytes());
            found.extend(name.into_iter().map(|find| (path.clone(), find)));
            let kind = std::fs::symlink_metadata(&path).expect("still there").file_type();
            if kind.is_file() {
                let bytes = std::fs::read(&path).expect("readable");
                found.extend(self.find(&bytes).into_iter().map(|find| (path.clone(), find)));
            }
        }
        found
    }
}

/// Everything under a folder, folders included, in order.
pub fn all_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let entry = entry.expect("an entry");
            if entry.file_type().expect("a kind").is_dir() {
                folders.push(entry.path());
            }
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

/// The mark with its letters apart, as a screen, a keyboard or a list of characters holds it.
fn find_apart(bytes: &[u8], at: usize) -> Option<Find> {
    let letters = MARK.as_bytes();
    let is_spread = |stride: &usize| {
        let letter = |rank: usize| bytes.get(at + rank * stride);
        (1..letters.len()).all(|rank| letter(rank).is_some_and(|it| it.eq_ignore_ascii_case(&letters[rank])))
    };
    let stride = (2..=WIDEST_STRIDE).find(is_spread)?;
    let spread: Vec<u8> = bytes[at..].iter().step_by(stride).take(AROUND).copied().collect();
    Some(Find { writing: "letters apart", around: letters_of(&spread), at })
}

/// Where a byte stands. The system's own search, which is fast even where nothing is optimised.
fn all_at(bytes: &[u8], byte: u8) -> impl Iterator<Item = usize> + '_ {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let passed = rest.skip_until(byte).expect("memory");
        let at = bytes.len() - rest.len();
        (passed > 0 && bytes[at - 1] == byte).then(|| at - 1)
    })
}

fn find_at(writing: &'static str, bytes: &[u8], at: usize) -> Find {
    let around = &bytes[at.saturating_sub(AROUND)..(at + AROUND).min(bytes.len())];
    Find { writing, around: letters_of(around), at }
}

fn letters_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '·' }).collect()
}

/// As much of a frame as unpacks.
fn unpack(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read as _;
    let mut unpacked = Vec::new();
    if let Ok(decoder) = zstd::stream::read::Decoder::new(bytes) {
        let _as_far_as_it_goes = decoder.single_frame().take(MOST_UNPACKED as u64).read_to_end(&mut unpacked);
    }
    unpacked
}

/// The parts of a text's base64 that do not depend on what stands before and after it.
fn in_base64(bytes: &[u8]) -> [Vec<u8>; 3] {
    use base64::Engine as _;
    [0_usize, 1, 2].map(|shift| {
        let padded: Vec<u8> = std::iter::repeat_n(0, shift).chain(bytes.iter().copied()).collect();
        let text = base64::engine::general_purpose::STANDARD_NO_PAD.encode(&padded);
        text.as_bytes()[(shift * 8).div_ceil(6)..padded.len() * 8 / 6].to_vec()
    })
}

#[test]
fn every_writing_is_seen() {
    use base64::Engine as _;
    let eyes = Eyes::for_memory();
    let text = "avant Kerzovnom après";
    let hexadecimal: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let packed = zstd::encode_all(text.repeat(40).as_bytes(), 3).expect("memory");
    let mut cells = vec![7; 24 * text.len()];
    text.bytes().enumerate().for_each(|(rank, byte)| cells[24 * rank] = byte);
    for planted in [text.as_bytes(), hexadecimal.as_bytes(), &wide, &packed, &cells] {
        assert!(!eyes.find(planted).is_empty(), "{}", letters_of(planted));
    }
    for shift in 0..3 {
        let text = base64::engine::general_purpose::STANDARD.encode(&text[shift..]);
        assert!(!eyes.find(text.as_bytes()).is_empty(), "{text}");
    }
    assert_eq!(eyes.find("avant, après, et rien entre les deux".as_bytes()), []);
    let key: Vec<u8> = (100..132).collect();
    let eyes = Eyes::for_keys([key.as_slice()]);
    assert_eq!(eyes.find(&[&[0; 9], &key[16..], &[0; 9]].concat()).len(), 1);
}
