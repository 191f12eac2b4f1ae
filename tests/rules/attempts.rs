//! The attempts to reach somebody who did not come, as a table that a counsellor can read.

use jalon::domain::attempts::silence;
use jalon::domain::state::State;

use super::facts::{date, file_of};
use super::tables::{each_line, expect};

#[test]
fn attempts_are_those_of_the_table() {
    each_line("attempts.tsv", include_str!("attempts.tsv"), 5, |cells| {
        let [_, facts, on, attempts, next] = cells else { return Err("cells".into()) };
        let file = file_of(facts);
        let found = silence(&State::of(&file, date(on)));
        let found = found.map_or("– | –".to_owned(), |it| {
            let next = it.next.map_or("tout tenté", |kind| kind.code());
            format!("{} depuis {} | {next}", it.attempts.len(), it.since.format("%d/%m/%Y"))
        });
        expect(&[*attempts, *next].join(" | "), &found)
    });
}
