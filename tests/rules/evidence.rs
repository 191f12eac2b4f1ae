//! What the commission asks to see at each gate: a table that a counsellor can read (§7.4, §7.6).

use jalon::domain::codes::ExitReason;
use jalon::domain::evidence::{Demand, Gate, Standing, Wanted, demands, missing};
use jalon::domain::parameters::Pack;

use super::facts::{date, file_of};
use super::tables::{each_line, expect};

#[test]
fn what_is_asked_for_is_that_of_the_table() {
    each_line("evidence.tsv", include_str!("evidence.tsv"), 5, |cells| {
        let [_, facts, on, gate, asked] = cells else { return Err("cells".into()) };
        let gate = match *gate {
            "entrée" => Gate::Entry,
            code => Gate::Exit(ExitReason::from_code(code).ok_or("unknown exit")?),
        };
        let (file, on) = (file_of(facts), date(on));
        let parameters = Pack::default().at(on);
        let found = demands(&file, gate, on, &parameters);
        let lacking = missing(&file, gate, on, &parameters);
        let unmet = found.iter().filter(|it| !matches!(it.standing, Standing::Met(_)));
        if unmet.copied().collect::<Vec<_>>() != lacking {
            return Err("what is missing is not what is unmet".into());
        }
        expect(asked, &found.iter().map(told).collect::<Vec<_>>().join(", "))
    });
}

/// What is asked, where it stands, and from when its period runs, as the table writes them.
fn told(demand: &Demand) -> String {
    let what = match demand.wanted {
        Wanted::Claim(it) => it.code(),
        Wanted::Proof(it) => it.code(),
    };
    let standing = match demand.standing {
        Standing::Met(_) => "met",
        Standing::Lacking(lack, _) => lack.code(),
    };
    let from = demand.period.map_or_else(String::new, |(from, _)| format!(" {}", from.format("%d/%m/%Y")));
    format!("{what} {standing}{from}")
}
