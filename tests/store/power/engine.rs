//! The engine's files after a cut. It writes them itself, so what it asked of the disk is not
//! known; copies are taken while it works, and what a cut leaves is made of them: none of it, an
//! older copy, pages of two copies, the end cut off, a file empty or gone.

use std::path::{Path, PathBuf};

use jalon::store::{Files as _, RealFiles};

use super::super::kill::Random;

/// Bytes that the engine's log is mixed by.
const PAGE: usize = 4096;

/// Copies a folder while somebody writes in it: a file that goes meanwhile is left out.
pub(super) fn copy_hot(from: &Path, to: &Path) {
    if !to.exists() {
        RealFiles.make_folder(to).expect("a folder");
    }
    for name in RealFiles.list(from).expect("a folder") {
        let (path, target) = (from.join(&name), to.join(&name));
        if path.is_dir() {
            copy_hot(&path, &target);
        } else if let Ok(bytes) = std::fs::read(path) {
            write(&target, &bytes);
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    if path.exists() {
        std::fs::remove_file(path).expect("a removal");
    }
    RealFiles.create(path).expect("a file").append(bytes).expect("a write");
}

/// Leaves in `to` what a cut may make of `copies`, which were taken before it, the oldest first.
pub(super) fn leave(copies: &[PathBuf], to: &Path, random: &mut Random) {
    if to.exists() {
        std::fs::remove_dir_all(to).expect("a removal");
    }
    let Some(last) = copies.last() else { return };
    let any = &copies[random.below(copies.len() as u64) as usize];
    match random.below(6) {
        0 => {}
        1 | 2 => copy_hot(last, to),
        3 => copy_hot(any, to),
        4 => {
            copy_hot(any, to);
            mix(last, to, random);
        }
        _ => {
            copy_hot(last, to);
            harm(to, random);
        }
    }
}

/// Puts pages of the files in `from` into those in `to`.
fn mix(from: &Path, to: &Path, random: &mut Random) {
    for name in RealFiles.list(from).expect("a folder") {
        let (newer, path) = (from.join(&name), to.join(&name));
        if newer.is_dir() {
            continue;
        }
        let newer = std::fs::read(newer).expect("a file");
        let mut bytes = std::fs::read(&path).unwrap_or_default();
        if random.below(2) == 0 {
            bytes.resize(newer.len(), 0);
        }
        for (page, newer) in bytes.chunks_mut(PAGE).zip(newer.chunks(PAGE)) {
            let length = page.len().min(newer.len());
            if random.below(2) == 0 {
                page[..length].copy_from_slice(&newer[..length]);
            }
        }
        write(&path, &bytes);
    }
}

/// One file is empty, gone, cut, or was being written.
fn harm(folder: &Path, random: &mut Random) {
    let names = RealFiles.list(folder).expect("a folder");
    let names: Vec<_> = names.iter().filter(|name| !folder.join(name).is_dir()).collect();
    let path = folder.join(names[random.below(names.len() as u64) as usize]);
    let bytes = std::fs::read(&path).expect("a file");
    match random.below(4) {
        0 => std::fs::remove_file(&path).expect("a removal"),
        1 => write(&path, &[]),
        2 => write(&path, &bytes[..random.below(bytes.len() as u64 + 1) as usize]),
        _ => write(&folder.join("snap.0000000000000001.generating"), &bytes[..bytes.len() / 2]),
    }
}
