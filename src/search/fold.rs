//! Letters as a hurried hand types them: `Lefèvre-Œuvrard` is `lefevre oeuvrard`.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Small words of names, which people leave out or join to the next.
const PARTICLES: &[&str] = &[
    "al", "ben", "d", "da", "de", "del", "della", "des", "di", "do", "dos", "du", "el", "l", "la", "le",
    "les", "van", "von",
];

/// Whether `word`, folded, is a small word of names.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Adds `letter` to `folded`, as lower-case letters without marks; a separator adds nothing.
/// Says whether it separates words.
pub fn push_letter(folded: &mut String, letter: char) -> bool {
    match letter {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'ı' => folded.push('i'),
        // The middle dot of "adhérent·e" joins: it separates nothing that anyone types.
        '·' | '•' | '‧' => {}
        _ if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
        _ if letter.is_ascii() => return true,
        _ if is_combining_mark(letter) => {}
        _ => {
            let before = folded.len();
            let parts = letter.nfkd().filter(|part| part.is_alphanumeric());
            folded.extend(parts.flat_map(char::to_lowercase));
            return folded.len() == before;
        }
    }
    false
}

/// The folded words of a text.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        let last = words.last_mut().expect("there is always a last word");
        if push_letter(last, letter) && !last.is_empty() {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The digits of a telephone number as it is dialled in France: `+33 6 12` is `0612`.
pub fn phone_digits(phone: &str) -> String {
    let digits = digits(phone);
    let is_foreign_form = phone.trim_start().starts_with('+') || digits.starts_with("00");
    match digits.trim_start_matches("00").strip_prefix("33").filter(|_| is_foreign_form) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}
