//! The same figures, the slow way: each life is lived day by day from the first record on, with a note of
//! who is in and who went. It shares nothing with the figures but what article 2 calls positive.

use chrono::NaiveDate;
use jalon::domain::codes::{Business, ExitReason, Ruling};
use jalon::domain::figures::case::Case;
use jalon::domain::figures::{FigureKey, Stretch, of_all};
use jalon::domain::file::File;

use super::naive::tomorrow;
use super::random;

/// What a diary counts of one life by the end of a day.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Count {
    supported: usize,
    active: usize,
    entries: usize,
    exits: usize,
    positive: usize,
    ever_positive: usize,
}

/// Lives a file of one record, whose exit is written in it: in, out, in again when the commission admits.
fn lived(file: &File, of: Stretch) -> Count {
    let Some(record) = file.enrolments.first().map(|it| &it.value) else { return Count::default() };
    let mut count = Count::default();
    let mut is_in = false;
    let mut day = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a date");
    while day <= of.to {
        let admits = |it: &&jalon::domain::file::Current<jalon::domain::decision::Decision>| {
            it.value.session_on == day
                && it.value.ruling == Ruling::Admitted
                && it.value.business == Business::Entry
        };
        let enters = record.enrolled_on == Some(day)
            || (file.decisions.iter().any(|it| admits(&it))
                && (record.enrolled_on.is_none() || record.exited_on.is_some_and(|exit| exit <= day)));
        if enters && !is_in {
            is_in = true;
            count.supported = 1;
            count.entries += usize::from(of.has(day));
        }
        if is_in && record.exited_on == Some(day) {
            is_in = false;
            let positive = usize::from(record.exit_reason.is_some_and(ExitReason::is_positive));
            count.ever_positive |= positive;
            if of.has(day) {
                count.exits += 1;
                count.positive += positive;
            }
        }
        day = tomorrow(day);
    }
    count.active = usize::from(is_in);
    count
}

#[test]
fn a_diary_counts_the_same() {
    for seed in 0..random::lives(300, 20_000) {
        let mut file = random::file(seed);
        let mut dice = random::Dice::new(seed ^ 0x00f1_9e5e);
        // What the diary knows: one record with its adhesion, and rulings that admit after its exit.
        file.enrolments.truncate(1);
        let Some(record) = file.enrolments.first_mut().map(|it| &mut it.value) else { continue };
        if record.enrolled_on.is_none() {
            continue;
        }
        record.exit_reason = dice.often(9).then(|| dice.pick(ExitReason::ALL));
        let exited_on = record.exited_on;
        let mut has_admitted = false;
        file.decisions.retain(|it| {
            let admits = it.value.ruling == Ruling::Admitted;
            let is_return = exited_on.is_some_and(|exit| exit < it.value.session_on);
            let keeps = admits && is_return && !has_admitted;
            has_admitted |= keeps;
            keeps
        });
        let from = dice.day(random::first_day(), random::SPAN_DAYS);
        let of = Stretch { from, to: dice.day(from, 600) };
        let case = [Case::of(&file, of)];
        let told = |key| of_all(&case, key).value();
        let found = Count {
            supported: told(FigureKey::Supported),
            active: told(FigureKey::Active),
            entries: told(FigureKey::Entries),
            exits: told(FigureKey::Exits),
            positive: told(FigureKey::PositiveExits),
            ever_positive: told(FigureKey::SuccessOfSupported),
        };
        assert_eq!(found, lived(&file, of), "life {seed}, {of:?}");
    }
}
