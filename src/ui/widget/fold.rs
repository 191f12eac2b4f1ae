//! Forgiving comparison of labels: case, accents, ligatures and apostrophes do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents, ligatures opened.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            '·' | '\u{2011}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Whether every word of `filter` is in `text`.
pub fn contains_words(text: &str, filter: &str) -> bool {
    let text = fold(text);
    fold(filter).split_whitespace().all(|word| text.contains(word))
}
