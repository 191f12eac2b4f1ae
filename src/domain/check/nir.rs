//! Finding a social security number (NIR) in free text, so that it is never stored.
//!
//! A number is 13 characters (sex, year, month, department, commune, order), or 15 with its key.
//! One written in one piece, or with the customary spaces, is told by its structure alone; with any
//! other spacing, telephone numbers and amounts side by side could look like one, so that its key
//! must be right too.

use std::borrow::Cow;
use std::ops::Range;

/// Ranks before which the number is customarily cut: `1 85 05 76 540 123 45`.
const CUSTOMARY_CUTS: [usize; 6] = [1, 3, 5, 7, 10, 13];

const WITHOUT_KEY: usize = 13;
const WITH_KEY: usize = 15;

/// Whether the text holds a social security number.
pub fn has_social_security_number(text: &str) -> bool {
    social_security_number(text).is_some()
}

/// Where the first social security number of the text stands, in bytes.
pub fn social_security_number(text: &str) -> Option<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    (0..letters.len()).find_map(|first| {
        let starts_a_word = first == 0 || !letters[first - 1].1.is_alphanumeric();
        let read = || Reading::of(&letters[first..]).and_then(|reading| reading.length_of_number());
        let length = starts_a_word.then(read).flatten()?;
        let (last, letter) = letters[first + length - 1];
        Some(letters[first].0..last + letter.len_utf8())
    })
}

/// The text without any social security number.
pub fn without_social_security_numbers(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    while let Some(found) = social_security_number(&text) {
        text.to_mut().replace_range(found, "");
    }
    text
}

/// Up to 15 characters of a possible number, and how they were written.
struct Reading {
    /// The characters, upper case.
    characters: Vec<char>,
    /// How many letters of the text each one closes, separators included.
    lengths: Vec<usize>,
    /// Ranks of the characters that a separator precedes.
    cuts: Vec<usize>,
    /// Ranks of the characters that another letter or digit follows at once.
    glued: Vec<usize>,
}

impl Reading {
    fn of(letters: &[(usize, char)]) -> Option<Self> {
        let mut it = Self { characters: vec![], lengths: vec![], cuts: vec![], glued: vec![] };
        let mut after_separator = false;
        for (rank, (_, letter)) in letters.iter().enumerate() {
            let corsica = it.characters.len() == 6 && matches!(letter, 'A' | 'a' | 'B' | 'b');
            if letter.is_ascii_digit() || corsica {
                if after_separator {
                    it.cuts.push(it.characters.len());
                } else if let Some(before) = it.characters.len().checked_sub(1) {
                    it.glued.push(before);
                }
                if it.characters.len() == WITH_KEY {
                    break;
                }
                it.characters.push(letter.to_ascii_uppercase());
                it.lengths.push(rank + 1);
                after_separator = false;
            } else if is_separator(*letter) && !after_separator && !it.characters.is_empty() {
                after_separator = true;
            } else {
                if letter.is_alphanumeric() && !after_separator {
                    it.glued.extend(it.characters.len().checked_sub(1));
                }
                break;
            }
        }
        (it.characters.len() >= WITHOUT_KEY).then_some(it)
    }

    /// How many letters of the text the number takes, if this is one.
    fn length_of_number(&self) -> Option<usize> {
        [WITH_KEY, WITHOUT_KEY].into_iter().find_map(|count| {
            let ends_a_word = self.characters.len() >= count && !self.glued.contains(&(count - 1));
            let is_number = ends_a_word && self.is_number(&self.characters[..count]);
            is_number.then(|| self.lengths[count - 1])
        })
    }

    fn is_number(&self, characters: &[char]) -> bool {
        let cuts: Vec<usize> = self.cuts.iter().copied().filter(|cut| *cut < characters.len()).collect();
        let is_customary = cuts.iter().all(|cut| CUSTOMARY_CUTS.contains(cut));
        has_structure(characters) && (is_customary || key_is_right(characters))
    }
}

const fn is_separator(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '\t')
}

/// The value of characters that are all digits.
fn number(characters: &[char]) -> Option<u64> {
    characters.iter().try_fold(0, |value, digit| Some(value * 10 + u64::from(digit.to_digit(10)?)))
}

fn has_structure(characters: &[char]) -> bool {
    let sex = matches!(characters[0], '1' | '2' | '3' | '4' | '7' | '8');
    let month = number(&characters[3..5]).is_some_and(|it| matches!(it, 1..=12 | 20..=42 | 50..=99));
    let department =
        matches!(characters[5..7], ['2', 'A' | 'B']) || number(&characters[5..7]).is_some_and(|it| it > 0);
    let rest = number(&characters[7..10]).zip(number(&characters[10..13]));
    sex && month && department && rest.is_some_and(|(commune, order)| commune > 0 && order > 0)
}

/// Whether the last two characters are the key of the first thirteen; Corsica counts as 19 and 18.
fn key_is_right(characters: &[char]) -> bool {
    let Some(key) = characters.get(WITHOUT_KEY..WITH_KEY).and_then(number) else { return false };
    let mut digits = characters[..WITHOUT_KEY].to_vec();
    match digits[5..7] {
        ['2', 'A'] => (digits[5], digits[6]) = ('1', '9'),
        ['2', 'B'] => (digits[5], digits[6]) = ('1', '8'),
        _ => {}
    }
    number(&digits).is_some_and(|value| key == 97 - value % 97)
}
