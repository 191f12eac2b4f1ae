//! How long something lasted: `45`, `1h15`, `1h`, `90 min`.

/// Minutes; `None` for anything that is not a duration of at least one minute and at most `most`.
pub fn parse(text: &str, most: u16) -> Option<u16> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_suffix("min").or_else(|| text.strip_suffix("mn")).unwrap_or(&text);
    let minutes = match text.split_once(['h', ':']) {
        Some((hours, "")) => number(hours)?.checked_mul(60)?,
        Some((hours, minutes)) => {
            let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
            number(hours)?.checked_mul(60)?.checked_add(minutes)?
        }
        None => number(text.strip_suffix('m').unwrap_or(text))?,
    };
    (1..=most).contains(&minutes).then_some(minutes)
}

/// Working time, in minutes: a bare number is hours, `35`, `24,5`, `24h30`. `None` as [`parse`].
pub fn parse_hours(text: &str, most: u16) -> Option<u16> {
    let text = text.trim();
    let minutes = match text.split_once([',', '.']) {
        // Half an hour, a quarter: hundredths of an hour, as pay slips write them.
        Some((hours, part)) if matches!(part.len(), 1 | 2) => {
            let hundredths = number(part)? * if part.len() == 1 { 10 } else { 1 };
            Some(number(hours)?.checked_mul(60)?.checked_add(hundredths * 60 / 100)?)
        }
        Some(_) => None,
        None => number(text).and_then(|hours| hours.checked_mul(60)),
    };
    match minutes {
        Some(minutes) => (1..=most).contains(&minutes).then_some(minutes),
        None => parse(text, most),
    }
}

fn number(text: &str) -> Option<u16> {
    let is_number = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// `45 min`, `1 h`, `1 h 15`.
pub fn print(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}
