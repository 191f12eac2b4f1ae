//! Appointments to come: four to six today for each counsellor, others in the next two weeks.

use chrono::{NaiveDate, NaiveTime};

use super::chronicle::Chronicle;
use super::dice::Dice;
use crate::domain::dates::add_days;
use crate::domain::holidays::open_from;

/// Hours and minutes at which people are received.
const TIMES: &[(u32, u32)] = &[(9, 0), (9, 45), (10, 30), (11, 15), (14, 0), (14, 45), (15, 30)];
/// How many people of a population one counsellor has.
const PEOPLE_EACH: usize = 120;

/// Gives appointments to some of those who may have one.
pub fn make_appointments(dice: &mut Dice, chronicles: &mut [Chronicle]) {
    let counsellors = chronicles.len().div_ceil(PEOPLE_EACH);
    let mut open: Vec<usize> =
        (0..chronicles.len()).filter(|at| chronicles[*at].story.has_appointments()).collect();
    dice.shuffle(&mut open);
    let mut open = open.into_iter();
    for _ in 0..counsellors {
        let mut times = TIMES.to_vec();
        dice.shuffle(&mut times);
        times.truncate(dice.between(4, 6) as usize);
        for ((hour, minute), at) in times.into_iter().zip(open.by_ref()) {
            let today = chronicles[at].today;
            plan(&mut chronicles[at], today, (hour, minute));
        }
    }
    // The others, in turn: the rank in the list spreads them over days and hours.
    for (rank, at) in open.enumerate().filter(|(rank, _)| rank % 2 == 0) {
        let rank = rank / (2 * counsellors);
        let day = u32::try_from(rank / TIMES.len()).unwrap_or(0);
        let today = chronicles[at].today;
        let date = (0..day).fold(open_from(add_days(today, 1)), |date, _| open_from(add_days(date, 1)));
        plan(&mut chronicles[at], date, TIMES[rank % TIMES.len()]);
    }
}

fn plan(chronicle: &mut Chronicle, day: NaiveDate, (hour, minute): (u32, u32)) {
    let purpose = chronicle.story.next_purpose();
    let start = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day");
    chronicle.plan_for(day, start, purpose);
}
