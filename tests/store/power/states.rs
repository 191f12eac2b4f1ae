//! The states in which a cut may leave a disk: all of them when they are few, a sample with the
//! two ends of it otherwise.
//!
//! Of what was not synced: each change of a name is there or not, whatever became of those before
//! it. Of a file the changes up to one are there; of what was appended after them, each sector of
//! 512 bytes is there or not, up to some length; a sector that is not there reads as zeros, as
//! noise, or as what the disk held before.

use std::sync::Arc;

use super::super::kill::Random;
use super::disk::{Change, Disk, Left, Node, State};

/// Bytes that a disk writes whole or not at all.
const SECTOR: usize = 512;
/// Most sectors of which every selection is tried.
const FEW_SECTORS: usize = 4;
/// Most changes of names of which every selection is tried.
const FEW_NAMINGS: usize = 4;
/// How many selections of more than that are drawn.
const DRAWN: usize = 24;

/// What a sector reads as that was never written.
#[derive(Clone, Copy)]
enum Unwritten {
    Zeros,
    Noise,
    /// What stands at the start of the file: a sound frame at a wrong place.
    Older,
}

/// Up to `most` states of `disk`, and whether these are all.
pub(super) fn states(disk: &Disk, most: usize, random: &mut Random) -> (Vec<State>, bool) {
    let pending: Vec<(usize, Vec<Left>, bool)> = disk
        .pending()
        .into_iter()
        .map(|(id, node)| {
            let (lefts, all) = lefts_of(node, random);
            (id, lefts, all)
        })
        .collect();
    let count = pending.iter().try_fold(1_usize, |count, (_, lefts, _)| count.checked_mul(lefts.len()));
    let all = pending.iter().all(|(.., all)| *all);
    if let Some(count) = count.filter(|count| *count <= most) {
        let nth = |mut rank: usize| {
            let state = pending.iter().map(|(id, lefts, _)| {
                let left = lefts[rank % lefts.len()].clone();
                rank /= lefts.len();
                (*id, left)
            });
            state.collect()
        };
        return ((0..count).map(nth).collect(), all);
    }
    let drawn = (0..most).map(|rank| {
        let state = pending.iter().map(|(id, lefts, _)| {
            let left = match rank {
                0 => lefts.first(),
                2 => lefts.last(),
                _ => lefts.get(random.below(lefts.len() as u64) as usize),
            };
            (*id, left.expect("at least that nothing is left").clone())
        });
        state.collect()
    });
    (drawn.collect(), false)
}

/// What may be left of a file or folder, nothing first and everything last; and whether that is
/// all there is.
fn lefts_of(node: &Node, random: &mut Random) -> (Vec<Left>, bool) {
    match node {
        Node::Folder { since, .. } if since.len() <= FEW_NAMINGS => {
            let every = (0..1_usize << since.len())
                .map(|kept| Left::Names((0..since.len()).map(|rank| kept >> rank & 1 == 1).collect()));
            (every.collect(), true)
        }
        Node::Folder { since, .. } => {
            let count = since.len();
            let mut lefts: Vec<Vec<bool>> =
                (0..count).map(|kept| (0..count).map(|rank| rank < kept).collect()).collect();
            lefts.extend((0..DRAWN).map(|_| (0..count).map(|_| random.below(2) == 1).collect()));
            lefts.push(vec![true; count]);
            (lefts.into_iter().map(Left::Names).collect(), false)
        }
        Node::File { durable, since } => {
            let (mut contents, mut all) = (Vec::new(), true);
            let mut before = durable.clone();
            let mut rank = 0;
            while let Some(change) = since.get(rank) {
                contents.push(before.clone());
                match change {
                    Change::Cut(length) => {
                        before.truncate(*length);
                        rank += 1;
                    }
                    Change::Append(_) => {
                        let appended = since[rank..].iter().map_while(|change| match change {
                            Change::Append(bytes) => Some(bytes.as_ref()),
                            Change::Cut(_) => None,
                        });
                        let pieces: Vec<&[u8]> = appended.collect();
                        rank += pieces.len();
                        let after = [before.as_slice(), pieces.concat().as_slice()].concat();
                        all &= torn(&before, &after, random, &mut contents);
                        before = after;
                    }
                }
            }
            contents.push(before);
            contents.dedup();
            (contents.into_iter().map(|content| Left::Content(Arc::from(content))).collect(), all)
        }
    }
}

/// Adds what may be there between `before` and `after`, which is longer; says whether that is all.
fn torn(before: &[u8], after: &[u8], random: &mut Random, contents: &mut Vec<Vec<u8>>) -> bool {
    let (first, last) = (before.len() / SECTOR, after.len().saturating_sub(1) / SECTOR);
    let count = last + 1 - first;
    let mut add = |written: &dyn Fn(usize) -> bool, length: usize, unwritten: Unwritten| {
        let mut content = after[..length].to_vec();
        for sector in (first..=last).filter(|sector| !written(sector - first)) {
            let start = (sector * SECTOR).max(before.len()).min(length);
            let end = ((sector + 1) * SECTOR).min(length);
            for (at, byte) in content[start..end].iter_mut().enumerate() {
                *byte = match unwritten {
                    Unwritten::Zeros => 0,
                    Unwritten::Noise => ((start + at) * 167 % 251) as u8,
                    Unwritten::Older => after[at],
                };
            }
        }
        contents.push(content);
    };
    let lengths: Vec<usize> = (first + 1..=last + 1).map(|end| (end * SECTOR).min(after.len())).collect();
    if count <= FEW_SECTORS {
        for (end, length) in lengths.iter().enumerate() {
            // Whether the sectors beyond the end are written is of no consequence.
            for kept in 0..(1_usize << (end + 1)) {
                add(&|sector| kept >> sector & 1 == 1, *length, Unwritten::Zeros);
            }
        }
        add(&|_| false, after.len(), Unwritten::Noise);
        add(&|_| false, after.len(), Unwritten::Older);
        return true;
    }
    for _ in 0..DRAWN {
        let length = lengths[random.below(lengths.len() as u64) as usize];
        let unwritten = [Unwritten::Zeros, Unwritten::Noise, Unwritten::Older][random.below(3) as usize];
        // Often all that comes first, sometimes any.
        let (kept, seed) = (random.below(count as u64 + 1) as usize, random.below(u64::MAX) | 1);
        let any = random.below(2) == 0;
        let drawn = |sector: usize| Random(seed ^ (sector as u64 * 0x9E37)).below(2) == 1;
        add(&|sector| if any { drawn(sector) } else { sector < kept }, length, unwritten);
    }
    false
}
