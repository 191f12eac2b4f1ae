//! The board: computed whole or person by person, it says the same; another day is another board.

use chrono::{Days, NaiveDate};
use jalon::demo::{Recipe, population};
use jalon::domain::codes::Lot;
use jalon::domain::id::StationId;
use jalon::domain::parameters::Pack;
use jalon::domain::rules::{Status, findings};
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::{Caseload, Fold};
use jalon::journal::payload::{Payload, Said, encode};
use jalon::ui::board::Board;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a date");

/// An invented caseload of so many people.
pub fn invented(people: usize) -> Caseload {
    let recipe = Recipe { people, seed: 7, years: 3, today: TODAY, lot: Some(Lot::L6) };
    let mut fold = Fold::default();
    let mut head = Head::EMPTY;
    for it in population(&recipe) {
        let said = Said::Is(it.body.clone());
        let payload = encode(&Payload { salt: it.salt, batch: None, imported: false, undoes: None, said });
        let draft = Draft {
            kind: it.body.kind().to_owned(),
            object: it.object,
            person: Some(it.person),
            replaces: fold.latest(it.object).map(|latest| latest.entry),
            payload,
        };
        let entry = Entry::following(head, StationId([1; 16]), it.at, draft);
        head = entry.head();
        fold.apply(&entry);
    }
    fold.caseload
}

#[test]
fn person_by_person_or_whole_it_says_the_same() {
    let caseload = invented(60);
    let pack = Pack::default();
    let whole = Board::of(&caseload, &pack, TODAY);
    let mut fewer = caseload.clone();
    let moved: Vec<_> = caseload.files.keys().copied().step_by(3).collect();
    for person in &moved {
        fewer.files.remove(person);
    }
    let mut board = Board::of(&caseload, &pack, TODAY);
    board.update(&fewer, moved.iter().copied());
    assert_eq!(board.people().count(), fewer.files.len());
    board.update(&caseload, moved);
    assert!(board.people().eq(whole.people()));
    assert_eq!(board.counts(), whole.counts());
    assert_eq!(board.to_act_on(), whole.to_act_on());
}

#[test]
fn it_holds_what_the_rules_find_and_counts_it() {
    let caseload = invented(60);
    let pack = Pack::default();
    let board = Board::of(&caseload, &pack, TODAY);
    let mut found = 0;
    for (person, file) in &caseload.files {
        assert_eq!(board.findings(*person), findings(file, &pack, TODAY));
        found += board.findings(*person).len();
    }
    assert_eq!(board.counts().iter().map(|(_, count)| count.due + count.soon).sum::<usize>(), found);
    assert!(board.to_act_on().iter().all(|it| it.status == Status::Due));
    assert!(board.to_act_on().is_sorted_by_key(|it| (it.severity, it.due)));
}

#[test]
fn another_day_is_computed_with_the_same_people() {
    let caseload = invented(60);
    let board = Board::of(&caseload, &Pack::default(), TODAY);
    let later = TODAY + Days::new(60);
    let moved = board.at(&caseload, later);
    assert_eq!(moved.on(), later);
    assert!(moved.to_act_on().len() > board.to_act_on().len());
    assert!(moved.at(&caseload, TODAY).people().eq(board.people()));
}
