//! Telephone numbers, as they are read aloud.

/// The number with its digits by twos when it is a French one of ten digits, or as it was typed
/// when it has at least six digits and nothing but what numbers are written with.
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text.chars().all(|c| c.is_ascii_digit() || " .-/()+".contains(c));
    let is_international = text.starts_with('+') || text.starts_with("00");
    match digits.len() {
        10 if is_number && digits.starts_with('0') && !is_international => Some(by_twos(&digits)),
        6..=15 if is_number => Some(text.to_owned()),
        _ => None,
    }
}

fn by_twos(digits: &str) -> String {
    let mut spaced = String::with_capacity(digits.len() * 3 / 2);
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && rank % 2 == 0 {
            spaced.push(' ');
        }
        spaced.push(digit);
    }
    spaced
}
