//! What was typed, as tokens to look for.

use super::fold;

/// One thing that a person must match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// The start of a name or of a reference.
    Word {
        /// Folded.
        text: String,
        /// A small word such as `de`: a person who does not have it is found all the same.
        optional: bool,
    },
    /// Digits of a telephone number, of a birth date or of a reference.
    Digits(String),
    /// A birth date, perhaps without its year.
    Date {
        /// Day of the month.
        day: u32,
        /// Month.
        month: u32,
        /// Year, in four digits, or in two.
        year: Option<i32>,
    },
}

/// The ways in which `typed` can be understood: each is a list of tokens that must all match.
pub fn readings(typed: &str) -> Vec<Vec<Token>> {
    let tokens = tokens(typed);
    match glue_particles(&tokens) {
        Some(glued) => vec![tokens, glued],
        None => vec![tokens],
    }
}

fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for part in typed.split_whitespace() {
        if let Some(date) = date(part) {
            tokens.push(date);
        } else if part.chars().all(|letter| letter.is_ascii_digit() || "+.-/".contains(letter)) {
            let digits = if part.starts_with('+') { fold::phone_digits(part) } else { fold::digits(part) };
            // A telephone number is typed in pairs, a date in three parts.
            match tokens.last_mut() {
                Some(Token::Digits(before)) => before.push_str(&digits),
                Some(Token::Word { .. } | Token::Date { .. }) | None => tokens.push(Token::Digits(digits)),
            }
        } else if part.chars().any(|letter| letter.is_ascii_digit()) {
            // Letters and digits together are a reference, whatever stands between them.
            tokens.push(Token::Word { text: fold::words(part).concat(), optional: false });
        } else {
            let words = fold::words(part);
            tokens.extend(words.into_iter().map(|text| Token::Word { text, optional: false }));
        }
    }
    tokens.retain(|token| *token != Token::Digits(String::new()));
    let is_alone = tokens.len() == 1;
    for token in &mut tokens {
        if let Token::Word { text, optional } = token {
            *optional = !is_alone && fold::is_particle(text);
        }
    }
    tokens
}

/// `12/03/1985`, `12/3`, `1985-03-12`.
fn date(part: &str) -> Option<Token> {
    let separator = part.chars().find(|letter| !letter.is_ascii_digit()).filter(|it| "/.-".contains(*it))?;
    let parts: Vec<&str> = part.split(separator).collect();
    let number = |text: &str| if text.len() <= 4 { text.parse::<u32>().ok() } else { None };
    let (day, month, year) = match parts[..] {
        [day, month] if separator == '/' => (number(day)?, number(month)?, None),
        [year, month, day] if year.len() == 4 => (number(day)?, number(month)?, Some(number(year)?)),
        [day, month, year] if matches!(year.len(), 2 | 4) => {
            (number(day)?, number(month)?, Some(number(year)?))
        }
        _ => return None,
    };
    let is_likely = (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = year.and_then(|year| i32::try_from(year).ok());
    is_likely.then_some(Token::Date { day, month, year })
}

/// `de la fontaine` as `delafontaine`, if there is anything to glue.
fn glue_particles(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut glued = Vec::with_capacity(tokens.len());
    let mut prefix = String::new();
    for token in tokens {
        match token {
            Token::Word { text, optional: true } => prefix.push_str(text),
            Token::Word { text, optional: false } => {
                glued.push(Token::Word { text: std::mem::take(&mut prefix) + text, optional: false });
            }
            Token::Digits(_) | Token::Date { .. } => glued.push(token.clone()),
        }
    }
    (prefix.is_empty() && glued.len() < tokens.len()).then_some(glued)
}
