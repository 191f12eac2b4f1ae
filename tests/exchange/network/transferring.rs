//! A file that goes from one station to another: once, with its whole history, whatever happens on the way.

use jalon::domain::assignment::{self, Assignment, TransferPhase};
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Ruling};
use jalon::domain::contact::Contact;
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::file::File;
use jalon::domain::id::PersonId;
use jalon::exchange::bundle::code::Verdict;
use jalon::usecase::attachments::Attaching;
use jalon::usecase::error::Error;
use jalon::usecase::outcome::Hand;
use jalon::usecase::session::Session;
use jalon::usecase::transferring::Transfer;

use super::deciding::{ruling, write};
use super::receiving::unchecked;
use super::{Member, has_all_of, network, today};
use crate::support::station::at;

fn call(result: &str) -> Body {
    let date = "2026-03-10".parse().unwrap();
    Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: result.to_owned() })
}

pub fn asked(person: PersonId, to: &Member) -> Transfer {
    let reason = "Remplacement.".to_owned();
    Transfer { person, to: to.id(), until: None, reason, is_lost: false }
}

/// Every answer of the team is brought to who it is for, and every station's bundle to the team.
pub fn go_round(team: &mut Member, members: &mut [Member]) {
    for member in &mut *members {
        let bundle = member.send();
        assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted);
    }
    for it in team.answer() {
        let Some(member) = members.iter_mut().find(|member| member.id() == it.station) else { continue };
        let taken = member.take(&it.path);
        assert_eq!(taken.seen.verdict(), Verdict::Accepted, "{:?}", taken.seen.code);
    }
}

/// Of a file: its contacts, and how many things it has.
fn said(file: &File) -> (Vec<String>, usize) {
    let calls = file.contacts.iter().map(|it| it.value.result.clone()).collect();
    (calls, file.decisions.len() + file.evidence.len())
}

fn phases(session: &mut Session, person: PersonId) -> Vec<TransferPhase> {
    let versions = session.history(person).unwrap();
    let phase = |body: Option<Body>| match body {
        Some(Body::Assignment(it)) => Some(it.phase),
        _ => None,
    };
    let mut phases: Vec<TransferPhase> = versions.into_iter().filter_map(|it| phase(it.body)).collect();
    phases.sort_unstable();
    phases.dedup();
    phases
}

#[test]
fn a_file_goes_to_another_station_with_its_whole_history() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    members[0].call(person, "Un");
    attach(&mut members[0], person);
    go_round(&mut team, &mut members);
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), today()).unwrap();
    go_round(&mut team, &mut members);
    members[0].call(person, "Deux");
    let before = members[0].session.history(person).unwrap().len();

    team.session.transfer(asked(person, &members[1]), today()).unwrap();
    // The team asks, the first station hands over, the team gives.
    go_round(&mut team, &mut members);
    let underway = write(&mut members[0].session, person, None, call("Trop tard"), today());
    assert!(matches!(underway, Err(Error::TransferUnderway)), "{underway:?}");
    go_round(&mut team, &mut members);
    go_round(&mut team, &mut members);

    let [first, second] = members.try_into().ok().unwrap();
    let (mut team, mut first, mut second) = (team.again(), first.again(), second.again());
    assert!(!first.session.caseload().files.contains_key(&person), "it has left the caseload");
    let refused = write(&mut first.session, person, None, call("Trop tard"), today());
    assert!(matches!(refused, Err(Error::OwnedElsewhere)), "{refused:?}");
    let there = second.session.file(person).unwrap().clone();
    assert_eq!(said(&there), (vec!["Un".to_owned(), "Deux".to_owned()], 2));
    assert!(second.session.history(person).unwrap().len() > before);
    assert!(has_all_of(&team.session, &second.session));
    // The chain of custody reads in both.
    for session in [&mut team.session, &mut first.session, &mut second.session] {
        assert_eq!(phases(session, person), TransferPhase::ALL);
    }
    // The document came with it.
    let copy = second.station.path("copie.txt");
    second.session.extract(person, there.evidence[0].id, &copy).unwrap();
    assert_eq!(std::fs::read_to_string(copy).unwrap(), "Un certificat de travail");
    // And the new station goes on.
    write(&mut second.session, person, None, call("Trois"), today()).unwrap();
    team.take(&second.send());
    assert!(has_all_of(&team.session, &second.session));
}

fn attach(member: &mut Member, person: PersonId) {
    let source = member.station.write("certificat.txt", "Un certificat de travail");
    let path = source.to_string_lossy().into_owned();
    let attaching = Attaching { person, replaces: None, evidence: Evidence::new(EvidenceKind::ALL[0]), path };
    member.session.attach(attaching, today()).unwrap();
}

#[test]
fn a_file_that_comes_back_is_the_same_with_what_was_written_elsewhere() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    members[0].call(person, "Un");
    go_round(&mut team, &mut members);
    for (to, text, on) in [(1, "Deux", "2026-03-13"), (0, "Trois", "2026-03-14"), (1, "Quatre", "2026-03-15")]
    {
        team.session.transfer(asked(person, &members[to]), today()).unwrap();
        for _ in 0..3 {
            go_round(&mut team, &mut members);
        }
        write(&mut members[to].session, person, None, call(text), at(on)).unwrap();
    }
    go_round(&mut team, &mut members);
    let team = team.again();
    let second = members.pop().unwrap().again();
    let there = second.session.file(person).unwrap();
    assert_eq!(said(there).0, ["Un", "Deux", "Trois", "Quatre"]);
    assert_eq!(assignment::last(there).unwrap().value.epoch, 3);
    assert!(has_all_of(&team.session, &second.session));
    assert!(team.session.proposals().is_empty());
}

#[test]
fn what_the_team_made_is_given_at_once() {
    let (mut team, mut members) = network(1);
    let person = team.add("Benali");
    team.session.transfer(asked(person, &members[0]), today()).unwrap();
    go_round(&mut team, &mut members);
    let member = members.pop().unwrap().again();
    assert!(has_all_of(&team.again().session, &member.session));
    assert!(member.session.file(person).is_ok());
}

#[test]
fn of_a_lost_station_what_the_team_has_is_given_and_its_late_notes_are_put_aside() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    members[0].call(person, "Un");
    go_round(&mut team, &mut members);
    members[0].call(person, "Jamais envoyé");
    let lost = Transfer { is_lost: true, ..asked(person, &members[1]) };
    team.session.transfer(lost, at("2026-03-13")).unwrap();
    let second = members[1].id();
    for it in team.answer().iter().filter(|it| it.station == second) {
        members[1].take(&it.path);
    }
    assert_eq!(said(members[1].session.file(person).unwrap()).0, ["Un"]);
    // It was not lost after all: what it wrote is kept, and changes nothing by itself.
    go_round(&mut team, &mut members);
    go_round(&mut team, &mut members);
    let team = team.again();
    assert_eq!(team.session.proposals().len(), 1);
    assert!(has_all_of(&team.session, &members[1].session));
    assert!(!members[0].session.caseload().files.contains_key(&person));
}

#[test]
fn what_a_lost_station_wrote_before_it_handed_over_too_late_is_put_aside() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    go_round(&mut team, &mut members);
    team.session.transfer(asked(person, &members[1]), today()).unwrap();
    members[0].call(person, "Avant de le remettre");
    let first = members[0].id();
    for it in team.answer().iter().filter(|it| it.station == first) {
        members[0].take(&it.path);
    }
    // It handed the file over, and its bundle comes after the team gave the file without waiting.
    let late = members[0].send();
    let lost = Transfer { is_lost: true, ..asked(person, &members[1]) };
    team.session.transfer(lost, at("2026-03-13")).unwrap();
    assert_eq!(team.take(&late).seen.verdict(), Verdict::Accepted);
    go_round(&mut team, &mut members);
    for _ in 0..2 {
        assert_eq!(team.session.proposals().len(), 1, "kept, not swallowed");
        assert!(has_all_of(&team.session, &members[1].session));
        team = team.again();
    }
}

#[test]
fn a_file_is_not_asked_for_twice_nor_given_to_who_has_it() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    go_round(&mut team, &mut members);
    let same = team.session.transfer(asked(person, &members[0]), today());
    assert!(matches!(same, Err(Error::NoSuchStation)), "{same:?}");
    team.session.transfer(asked(person, &members[1]), today()).unwrap();
    let again = team.session.transfer(asked(person, &members[1]), today());
    assert!(matches!(again, Err(Error::TransferUnderway)), "{again:?}");
    let decided = write(&mut team.session, person, None, ruling(Ruling::ALL[0]), today());
    assert!(matches!(decided, Err(Error::TransferUnderway)), "{decided:?}");
}

#[test]
fn the_history_says_by_whom_each_version_was_written() {
    let (mut team, mut members) = network(1);
    let person = members[0].add("Benali");
    go_round(&mut team, &mut members);
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), at("2026-03-13")).unwrap();
    go_round(&mut team, &mut members);
    let own = members[0].session.caseload().station.clone().unwrap().name;
    for session in [&mut team.session, &mut members[0].session] {
        let by: Vec<Hand> = session.history(person).unwrap().into_iter().map(|it| it.by).collect();
        assert_eq!(by, [Hand::Team, Hand::Station(own.clone())]);
    }
}

#[test]
fn a_station_that_says_that_it_was_given_a_file_is_not_believed() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    members[0].call(person, "Un");
    go_round(&mut team, &mut members);
    let claim = |phase| {
        Body::Assignment(Assignment {
            epoch: 1,
            phase,
            on: "2026-03-12".parse().unwrap(),
            from: members[0].id(),
            from_name: String::new(),
            to: members[1].id(),
            to_name: String::new(),
            until: None,
            after: 0,
            carried: 0,
            cut: Some(0),
            cut_in: None,
            after_in: None,
            reason: String::new(),
        })
    };
    let drafts = TransferPhase::ALL.iter().map(|phase| unchecked("assignment", Some(person), claim(*phase)));
    let drafts = drafts.collect();
    members[1].session.store_mut().append(drafts, today()).unwrap();
    go_round(&mut team, &mut members);
    let team = team.again();
    assert_eq!(team.session.owner(person), Some(members[0].id()));
    assert!(has_all_of(&team.session, &members[0].session));
    assert_eq!(team.session.proposals().len(), 3, "what it claims is kept, and changes nothing");
}
