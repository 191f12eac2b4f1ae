//! Forgiving comparison of labels, with the folding of the search.

use crate::search::fold;

/// Whether every word of `filter` is in `text`, whatever their case and accents.
pub fn contains_words(text: &str, filter: &str) -> bool {
    let text = fold::words(text).join(" ");
    fold::words(filter).iter().all(|word| text.contains(word))
}
