//! The digit row of a French keyboard, unshifted, where only digits make sense.

/// What the unshifted digit row types, from 0 to 9.
const ROW: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];

/// The digit of that key, or the character itself.
pub fn digit(c: char) -> char {
    let position = ROW.iter().position(|key| *key == c).and_then(|at| u32::try_from(at).ok());
    position.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// The same where `-` counts days and separates, and where letters spell months: a letter of the
/// row is a digit unless it follows another letter (`décembre`, `février`).
pub fn digit_in_date(before: Option<char>, c: char) -> char {
    let is_in_word = before.is_some_and(char::is_alphabetic) && c.is_alphabetic();
    if c == '-' || is_in_word { c } else { digit(c) }
}
