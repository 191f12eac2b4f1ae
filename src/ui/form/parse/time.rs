//! Times of the day: `14`, `930`, `1430`, `14h30`, `14:30`.

use chrono::{NaiveTime, Timelike};

/// The time that `text` means.
pub fn parse(text: &str) -> Option<NaiveTime> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, minutes) = match text.split_once(['h', ':', '.']) {
        Some((hours, "")) => (number(hours)?, 0),
        Some((hours, minutes)) => (number(hours)?, number(minutes)?),
        None if text.len() <= 2 => (number(&text)?, 0),
        None if text.len() <= 4 && text.is_ascii() => {
            let (hours, minutes) = text.split_at(text.len() - 2);
            (number(hours)?, number(minutes)?)
        }
        None => return None,
    };
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

fn number(text: &str) -> Option<u32> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// `14h30`.
pub fn print(time: NaiveTime) -> String {
    format!("{:02}h{:02}", time.hour(), time.minute())
}
