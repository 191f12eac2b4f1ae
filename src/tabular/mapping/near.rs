//! What an unknown word is probably meant for: proposed to the user, never taken.

/// Shortest word that may be mistyped: of four letters, too many are one away from another.
const SHORTEST: usize = 4;

/// The candidate that a word is most like, both by their plain names (see
/// [`crate::tabular::keys::plain`]).
pub fn like<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let scored = candidates.filter_map(|candidate| Some((distance(word, candidate)?, candidate)));
    scored.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// How far a word is from another; `None` when they have nothing to do with each other.
fn distance(word: &str, candidate: &str) -> Option<usize> {
    if holds(word, candidate) || holds(candidate, word) {
        return Some(word.len().abs_diff(candidate.len()));
    }
    if shortens(word, candidate) {
        return Some(candidate.len() - word.len());
    }
    let (word_length, candidate_length) = (word.chars().count(), candidate.chars().count());
    let length = word_length.min(candidate_length);
    let most = if length < 7 { 1 } else { 2 };
    // What is that much longer takes as many letters more: no need to count the others.
    if length < SHORTEST || word_length.abs_diff(candidate_length) > most {
        return None;
    }
    let edits = edits(word, candidate);
    (edits <= most).then_some(edits)
}

/// Whether all the words of `part` stand in `whole`, one after the other: `prenom_usuel` and `prenom`.
fn holds(whole: &str, part: &str) -> bool {
    let (whole, part): (Vec<&str>, Vec<&str>) = (whole.split('_').collect(), part.split('_').collect());
    !part.concat().is_empty()
        && part.concat().len() >= 3
        && whole.windows(part.len()).any(|words| words == part)
}

/// Whether each word of `short` begins the one of `whole` that stands there: `rive_g` and `rive_gauche`.
fn shortens(short: &str, whole: &str) -> bool {
    let (short, whole): (Vec<&str>, Vec<&str>) = (short.split('_').collect(), whole.split('_').collect());
    short.len() == whole.len()
        && short.concat().len() >= SHORTEST
        && short.iter().zip(&whole).all(|(short, whole)| whole.starts_with(short))
}

/// Letters to add, take away, change or exchange with the next one.
fn edits(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut least = (row[j] + usize::from(a != b)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}
