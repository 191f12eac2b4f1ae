//! The archive: frames, sizes, names, places, its end.

use jalon::exchange::bundle::code::Code;
use serde_json::json;

use super::super::forge::{Forge, sha256, tar_header};
use super::super::programme::Programme;
use super::Corpus;

pub(super) fn add(corpus: &mut Corpus<'_>) {
    lying_frames(corpus);
    sizes_beyond_reason(corpus);
    names_that_lead_elsewhere(corpus);
    parts_out_of_place(corpus);
    ends_that_are_not(corpus);
}

fn lying_frames(corpus: &mut Corpus<'_>) {
    corpus.class("B11");
    let zstd = |lines: &[u8]| zstd::bulk::compress(lines, 3).unwrap();
    let skippable = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];
    let same = |raw| raw;
    corpus.framed("as it should be", Code::Verified, zstd, same);
    corpus.framed("one byte more announced", Code::PartFrame, zstd, |raw| raw + 1);
    corpus.framed("one byte less announced", Code::PartFrame, zstd, |raw| raw - 1);
    corpus.framed("8 MiB announced", Code::PartFrame, zstd, |_| 8 << 20);
    corpus.framed("8 MiB + 1 announced", Code::PartList, zstd, |_| (8 << 20) + 1);
    corpus.framed("nothing announced", Code::PartList, zstd, |_| 0);
    corpus.framed("not compressed", Code::PartFrame, <[u8]>::to_vec, same);
    corpus.framed("two frames", Code::PartFrame, |it| [zstd(it), zstd(b"\n")].concat(), same);
    corpus.framed("skippable after", Code::PartFrame, |it| [&zstd(it)[..], &skippable].concat(), same);
    corpus.framed("skippable before", Code::PartFrame, |it| [&skippable, &zstd(it)[..]].concat(), same);
    corpus.framed("skippable alone", Code::PartFrame, |_| skippable.to_vec(), same);
    corpus.framed("byte after", Code::PartFrame, |it| [&zstd(it)[..], b"\0"].concat(), same);
    corpus.framed("byte missing", Code::PartFrame, |it| zstd(it).split_last().unwrap().1.to_vec(), same);
    // Without its size in the frame header: a stream, which could be anything.
    let stream = |lines: &[u8]| zstd::stream::encode_all(lines, 3).unwrap();
    corpus.framed("no size", Code::PartFrame, stream, same);
    let window = [0x28, 0xB5, 0x2F, 0xFD, 0x80, 0xA8, 0, 4, 0, 0, 1, 0, 0];
    let gibibyte = [0x28, 0xB5, 0x2F, 0xFD, 0xA0, 0, 0, 0, 0x40, 0x03, 0, 0];
    let dictionary = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 1, 9, 0, 0, b'\n'];
    corpus.framed("window of 2 GiB", Code::PartFrame, |_| window.to_vec(), |_| 1024);
    corpus.framed("window of 8 MiB", Code::Verified, |lines| windowed(lines, 13), same);
    corpus.framed("window of 16 MiB", Code::PartFrame, |lines| windowed(lines, 14), same);
    corpus.framed("1 GiB of which nothing is there", Code::PartFrame, |_| gibibyte.to_vec(), |_| 8 << 20);
    corpus.framed("dictionary", Code::PartFrame, |_| dictionary.to_vec(), |_| 1);
    // 8 MiB of line feeds: inflates as announced, and the first line is not one.
    corpus.framed("8 MiB of line feeds", Code::LineForm, |_| zstd(&vec![b'\n'; 8 << 20]), |_| 8 << 20);
    corpus.framed("8 MiB of one line", Code::LineForm, |_| zstd(&vec![b'['; 8 << 20]), |_| 8 << 20);
    let gigabyte = |_: &[u8]| zstd(&vec![0; 64 << 20]);
    corpus.framed("64 MiB in 8", Code::PartFrame, gigabyte, |_| 8 << 20);
}

fn sizes_beyond_reason(corpus: &mut Corpus<'_>) {
    corpus.class("B12");
    for size in [(1_u64 << 53) - 1, 1_u64 << 32, 0] {
        corpus.manifest("/parts/0/size", json!(size), Code::PartList);
        corpus.manifest("/parts/0/raw", json!(size), Code::PartList);
    }
    for size in [json!(1_u64 << 53), json!(u64::MAX), json!(1_u64 << 63), json!(-1), json!(1.5), json!("1")] {
        corpus.manifest("/parts/0/size", size.clone(), Code::ManifestForm);
        corpus.manifest("/seq", size, Code::ManifestForm);
    }
    let blob = |count: u64, size: u64| {
        let name = format!("{count:064x}");
        json!({"name": format!("blobs/{name}"), "raw": size, "sha256": name, "size": size})
    };
    corpus.manifest("/parts", json!([blob(0, 1 << 32)]), Code::PartList);
    let sums: Vec<_> = (0..2_048).map(|count| blob(count, (1 << 53) - 1)).collect();
    corpus.changed("sizes whose sum overflows", Code::PartList, |forge, _| {
        forge.manifest["parts"].as_array_mut().unwrap().extend(sums);
    });
    let many: Vec<_> = (0..100_000).map(|count| blob(count, 1)).collect();
    corpus.changed("100,000 parts", Code::ManifestMissing, |forge, _| forge.manifest["parts"] = json!(many));
    let short: Vec<_> = (0..4_000).map(|count| blob(count, 1)).collect();
    corpus.changed("4,000 parts that are not there", Code::PartHeader, |forge, _| {
        forge.manifest["parts"].as_array_mut().unwrap().extend(short);
    });
    corpus.manifest("/journals/0/to", json!((1_u64 << 53) - 1), Code::EntryCount);
    corpus.manifest("/journals/0/from", json!(0), Code::PartList);
    corpus.manifest("/journals/0/from", json!(8), Code::PartList);
    // An archive header that announces 8 GiB of manifest.
    let mut inner = tar_header("manifest.json", (1 << 33) - 1);
    inner.extend(Forge::good(corpus.programme).manifest_bytes());
    corpus.inner("manifest of 8 GiB", &inner, Code::ManifestMissing);
    let long =
        |text: String| [text.trim_end(), &" ".repeat((1 << 20) - text.len() + 1), "\n"].concat().into_bytes();
    corpus.manifest_bytes("manifest of 1 MiB and a byte", Code::ManifestMissing, long);
}

fn names_that_lead_elsewhere(corpus: &mut Corpus<'_>) {
    corpus.class("B13");
    let long = "a".repeat(101);
    for name in [
        "../000000.jsonl.zst",
        "/etc/passwd",
        "entries/../000000.jsonl.zst",
        "entries/000000.jsonl.zst\0",
        "entries/000001.jsonl.zst",
        "Entries/000000.jsonl.zst",
        "entries\\000000.jsonl.zst",
        "./entries/000000.jsonl.zst",
        "entries/0.jsonl.zst",
        "entries/000000.jsonl",
        "manifest.json",
        "",
        &long,
    ] {
        let expected = if name.contains('\0') { Code::ManifestForm } else { Code::PartList };
        corpus.manifest("/parts/0/name", json!(name), expected);
    }
    // In the archive only: the manifest says what must be there.
    for name in ["../../etc/cron.d/x", "/entries/000000.jsonl.zst", "entries/000000.jsonl.zst/"] {
        corpus.changed(&format!("archived as {name}"), Code::PartHeader, |forge, _| {
            forge.files[0].0 = name.to_owned();
        });
    }
    let blob = |bytes: &[u8]| format!("blobs/{}", sha256(bytes));
    for (title, name, size, expected) in [
        ("attachment", blob(b"CV"), 2, Code::Verified),
        ("attachment of another digest", blob(b"other"), 2, Code::PartList),
        ("attachment in capitals", blob(b"CV").to_uppercase(), 2, Code::PartList),
        ("attachment of two sizes", blob(b"CV"), 3, Code::PartList),
    ] {
        corpus.changed(title, expected, |forge, _| forge.part(&name, b"CV".to_vec(), size));
    }
    corpus.changed("attachment twice", Code::PartList, |forge, _| {
        forge.part(&blob(b"CV"), b"CV".to_vec(), 2);
        forge.part(&blob(b"CV"), b"CV".to_vec(), 2);
    });
    corpus.changed("attachment altered", Code::PartDigest, |forge, _| {
        forge.part(&blob(b"CV"), b"CV".to_vec(), 2);
        forge.files.last_mut().unwrap().1 = b"Cv".to_vec();
    });
}

fn parts_out_of_place(corpus: &mut Corpus<'_>) {
    corpus.class("B14");
    let removed = |index: usize| move |forge: &mut Forge, _: &Programme| drop(forge.files.remove(index));
    corpus.changed("first part missing", Code::PartHeader, removed(0));
    corpus.changed("last part missing", Code::PartHeader, removed(1));
    corpus.changed("every part missing", Code::PartHeader, |forge, _| forge.files.clear());
    corpus.changed("parts reordered", Code::PartHeader, |forge, _| forge.files.swap(0, 1));
    corpus.changed("part doubled", Code::PartHeader, |forge, _| {
        forge.files.insert(0, forge.files[0].clone());
    });
    corpus.changed("part in excess", Code::ArchiveEnd, |forge, _| {
        forge.files.push(("entries/000002.jsonl.zst".into(), vec![1]));
    });
    corpus.changed("part altered", Code::PartDigest, |forge, _| forge.files[1].1[20] ^= 1);
    corpus.changed("parts under each other’s name", Code::PartHeader, |forge, _| {
        let (first, second) = (forge.files[0].0.clone(), forge.files[1].0.clone());
        (forge.files[0].0, forge.files[1].0) = (second, first);
    });
    corpus.changed("reordered and signed", Code::PartList, |forge, _| {
        forge.manifest["parts"].as_array_mut().unwrap().swap(0, 1);
        forge.files.swap(0, 1);
    });
    corpus.manifest("/parts", json!([]), Code::PartList);
    let station = corpus.programme.first.station;
    let head = json!([{"station": station, "from": 7, "to": 6, "head": "00".repeat(32)}]);
    corpus.changed("parts, though no entry", Code::PartList, |forge, _| {
        (forge.manifest["journals"], forge.manifest["entries"]) = (head, json!(0));
    });
}

fn ends_that_are_not(corpus: &mut Corpus<'_>) {
    let forge = Forge::good(corpus.programme);
    let inner = forge.inner();
    let last = inner.iter().rposition(|byte| *byte != 0).unwrap();
    for at in [last + 600, inner.len() - 1] {
        let mut dirty = inner.clone();
        dirty[at] = 1;
        corpus.inner(&format!("padding not zero at {at}"), &dirty, Code::ArchiveEnd);
    }
    for longer in [1, 64, 512, 70_000] {
        let longer_by = [&inner[..], &vec![0; longer]].concat();
        corpus.inner(&format!("{longer} zeros more"), &longer_by, Code::ArchiveEnd);
    }
    for shorter in [1, 64, 512, 1024] {
        corpus.inner(&format!("{shorter} zeros less"), &inner[..inner.len() - shorter], Code::ArchiveEnd);
    }
    corpus.inner("archive twice", &[&inner[..], &inner[..]].concat(), Code::ArchiveEnd);
    // The archive header of the first part, altered field by field.
    let header = 512 + forge.manifest_bytes().len().next_multiple_of(512) + 1024;
    for at in [0, 99, 100, 108, 116, 124, 136, 148, 155, 156, 157, 257, 263, 265, 297, 329, 345, 511] {
        let mut odd = inner.clone();
        odd[header + at] ^= 1;
        corpus.inner(&format!("archive header, byte {at}"), &odd, Code::PartHeader);
    }
}

/// These bytes as they are, in a frame that asks for a window of 2^(10 + `exponent`) bytes.
fn windowed(raw: &[u8], exponent: u8) -> Vec<u8> {
    let size = u32::try_from(raw.len()).unwrap();
    let last_block = (size << 3 | 1).to_le_bytes();
    [&[0x28, 0xB5, 0x2F, 0xFD, 0x80, exponent << 3], &size.to_le_bytes()[..], &last_block[..3], raw].concat()
}
