//! The list of parts, checked before the first of them is read.

use super::code::Code;
use super::manifest::{Manifest, Part};
use super::{limit, ustar};
use crate::journal::entry::Digest;

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Entries, compressed.
    Segment,
    /// An attachment, called by its digest.
    Blob(Digest),
}

/// The name of the segment number `index`, from 0.
pub(super) fn segment_name(index: usize) -> String {
    format!("entries/{index:06}.jsonl.zst")
}

/// The name of an attachment.
pub(super) fn blob_name(digest: &Digest) -> String {
    format!("blobs/{digest}")
}

/// Checks names, order and sizes, and the stretches that the parts must add up to.
pub(super) fn check(manifest: &Manifest) -> Result<Vec<(Kind, &Part)>, Code> {
    check_stretches(manifest)?;
    if manifest.parts.len() > limit::PARTS {
        return Err(Code::PartList);
    }
    let mut kinds = Vec::with_capacity(manifest.parts.len());
    let (mut raw, mut size) = (0_u64, 0_u64);
    for (index, part) in manifest.parts.iter().enumerate() {
        let kind = kind_of(index, part, kinds.last().map(|(kind, _)| *kind)).ok_or(Code::PartList)?;
        raw = raw.checked_add(part.raw).filter(|sum| *sum <= limit::TOTAL).ok_or(Code::PartList)?;
        let with_header = part.size.checked_add(2 * ustar::BLOCK).ok_or(Code::PartList)?;
        size = size.checked_add(with_header).filter(|sum| *sum <= limit::TOTAL).ok_or(Code::PartList)?;
        kinds.push((kind, part));
    }
    let has_segments = kinds.first().is_some_and(|(kind, _)| *kind == Kind::Segment);
    if has_segments == (manifest.entries > 0) { Ok(kinds) } else { Err(Code::PartList) }
}

fn kind_of(index: usize, part: &Part, before: Option<Kind>) -> Option<Kind> {
    let blob = Kind::Blob(part.sha256);
    match before {
        None | Some(Kind::Segment) if part.name == segment_name(index) => {
            let fits = (1..=limit::SEGMENT).contains(&part.raw) && (1..=limit::FRAME).contains(&part.size);
            fits.then_some(Kind::Segment)
        }
        None | Some(Kind::Segment) => is_blob(part).then_some(blob),
        Some(Kind::Blob(digest)) => (is_blob(part) && digest.0 < part.sha256.0).then_some(blob),
    }
}

fn is_blob(part: &Part) -> bool {
    part.name == blob_name(&part.sha256) && part.raw == part.size
}

fn check_stretches(manifest: &Manifest) -> Result<(), Code> {
    let journals = &manifest.journals;
    let sorted = journals.windows(2).all(|pair| pair[0].station < pair[1].station);
    let sound = |from: u64, to: u64| from >= 1 && to.checked_add(1).is_some_and(|next| from <= next);
    if journals.len() > limit::JOURNALS || !sorted || !journals.iter().all(|it| sound(it.from, it.to)) {
        return Err(Code::PartList);
    }
    let announced = journals.iter().try_fold(0_u64, |sum, it| sum.checked_add(it.entries()));
    match announced {
        Some(sum) if sum == manifest.entries && sum <= limit::ENTRIES => Ok(()),
        Some(_) | None => Err(Code::EntryCount),
    }
}
