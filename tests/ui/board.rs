//! The board: computed whole or person by person, it says the same; another day is another board.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use jalon::demo::{Recipe, population};
use jalon::domain::codes::Lot;
use jalon::domain::id::{PersonId, StationId};
use jalon::domain::parameters::{Pack, Parameter};
use jalon::domain::rules::{AlertCode, Finding, Status, findings};
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::{Caseload, Fold};
use jalon::journal::payload::{Payload, Said, encode};
use jalon::ui::board::{Board, View};

use crate::rules::random::{Dice, file as life, first_day};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a date");

/// An invented caseload of so many people.
pub fn invented(people: usize) -> Caseload {
    let recipe = Recipe { people, seed: 7, years: 3, today: TODAY, lot: Some(Lot::L6) };
    let mut fold = Fold::default();
    let mut head = Head::EMPTY;
    for it in population(&recipe) {
        let said = Said::Is(it.body.clone());
        let payload = encode(&Payload {
            salt: it.salt,
            batch: None,
            imported: false,
            undoes: None,
            origin: None,
            said,
        });
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

/// People to act on, with what is found.
fn to_act_on(board: &Board) -> Vec<Finding> {
    board.to_act_on().into_iter().filter_map(|(_, spot)| board.today().finding(spot)).collect()
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
    assert!(board.counts().eq(whole.counts()));
    assert_eq!(to_act_on(&board), to_act_on(&whole));
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
    assert_eq!(board.counts().map(|(_, count)| count.due + count.soon).sum::<usize>(), found);
    let to_act_on = to_act_on(&board);
    assert_eq!(to_act_on.len(), board.to_act_on().len());
    assert!(to_act_on.iter().all(|it| it.status == Status::Due));
    assert!(to_act_on.is_sorted_by_key(|it| (it.severity, it.due)));
}

/// People whose lives hold everything that a life can, in any order.
fn lives(people: u64) -> Caseload {
    let file = |seed: u64| {
        let mut file = life(seed);
        file.id = PersonId([u8::try_from(seed).expect("few people"); 16]);
        file.person.value.family_name =
            format!("Benali{}", "e".repeat(usize::try_from(seed % 7).expect("few")));
        file.person.value.commune = Some(seed % 5).filter(|it| *it > 0).map(|it| format!("7600{it}"));
        (file.id, Arc::new(file))
    };
    Caseload {
        station: None,
        office: Default::default(),
        others: Default::default(),
        files: (0..people).map(file).collect(),
        erasures: Vec::new(),
        holds: Default::default(),
        departed: Default::default(),
    }
}

/// The pack of the program, with two months instead of one and so on from a day on.
fn moving_pack(from: NaiveDate) -> Pack {
    let mut parameters = Pack::default().parameters().to_vec();
    let later: Vec<Parameter> = parameters
        .iter()
        .map(|it| Parameter { value: it.value + 1, valid_from: from, ..it.clone() })
        .collect();
    parameters.extend(later);
    Pack::new("test", parameters).expect("whole")
}

/// Everything that a view lists.
fn listed(view: View<'_>) -> Vec<Finding> {
    let of_alerts = AlertCode::ALL.iter().flat_map(|code| view.of_alert(*code));
    of_alerts.chain(view.due()).map(|spot| view.finding(spot).expect("a finding")).collect()
}

#[track_caller]
fn assert_same(board: &Board, view: View<'_>, caseload: &Caseload) {
    let anew = Board::of(caseload, board.pack(), view.on());
    assert_eq!(listed(view), listed(anew.today()), "on {}", view.on());
    for (person, file) in &caseload.files {
        assert_eq!(view.findings(*person), findings(file, board.pack(), view.on()));
        assert!(view.findings(*person).is_sorted_by_key(Finding::rank));
    }
}

#[test]
fn another_day_tells_what_a_board_made_for_it_tells() {
    let caseload = lives(120);
    let start = first_day() + Days::new(700);
    for pack in [Pack::default(), moving_pack(start + Days::new(25))] {
        let board = Board::of(&caseload, &pack, start);
        let mut dice = Dice::new(7);
        let mut day = board.at(&caseload, start + Days::new(1));
        // Day after day, back again, and anywhere.
        let ahead = (2..60).map(|days| start + Days::new(days));
        let back = (0..70).map(|days| start + Days::new(59) - Days::new(days));
        let anywhere = (0..40).map(|_| dice.day(first_day(), 1_700)).collect::<Vec<_>>();
        for on in ahead.chain(back).chain(anywhere) {
            // Piece by piece; one time in three it is left there, for another day, before it is whole.
            if dice.below(3) == 0 {
                board.turn(&mut day, dice.day(first_day(), 1_700));
                board.advance(&mut day, &caseload, 50);
            }
            board.turn(&mut day, on);
            while !board.advance(&mut day, &caseload, 50) {}
            assert_same(&board, board.on_day(&day), &caseload);
        }
        assert_same(&board, board.today(), &caseload);
    }
}

#[test]
fn changed_person_by_person_it_is_the_board_made_anew() {
    let pack = Pack::default();
    let on = first_day() + Days::new(900);
    let everyone = lives(90);
    let mut caseload = everyone.clone();
    let mut board = Board::of(&caseload, &pack, on);
    let mut dice = Dice::new(11);
    for round in 0..60 {
        let people: BTreeSet<PersonId> = (0..=dice.below(4))
            .map(|_| {
                let seed = dice.below(90);
                let (id, file) = everyone.files.iter().nth(usize::try_from(seed).expect("few")).expect("one");
                let mut other = life(1_000 + dice.below(500));
                (other.id, other.person) = (*id, file.person.clone());
                other.person.value.family_name = dice.pick(&["Benali", "Bénali", "Zola", "Auber"]).to_owned();
                match dice.below(3) {
                    0 => drop(caseload.files.remove(id)),
                    _ => drop(caseload.files.insert(*id, Arc::new(other))),
                }
                *id
            })
            .collect();
        board.update(&caseload, people);
        let anew = Board::of(&caseload, &pack, on);
        assert!(board.people().eq(anew.people()), "round {round}");
        assert!(board.counts().eq(anew.counts()), "round {round}");
        assert_eq!(to_act_on(&board), to_act_on(&anew), "round {round}");
        assert_same(&board, board.today(), &caseload);
        for person in caseload.files.keys() {
            assert_eq!(board.name_rank(*person), anew.name_rank(*person));
            assert_eq!(board.has_namesake(*person), anew.has_namesake(*person));
        }
    }
}
