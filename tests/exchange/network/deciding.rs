//! What the centre decides of somebody whom a station follows: typed once, and the same at both ends.

use jalon::domain::body::Body;
use jalon::domain::codes::{Business, Ruling};
use jalon::domain::decision::Decision;
use jalon::domain::file::{Current, EntryId};
use jalon::domain::id::{ObjectId, PersonId};
use jalon::domain::now::Now;
use jalon::domain::recommendation::Recommendation;
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::usecase::error::Error;
use jalon::usecase::request::{Change, Save};
use jalon::usecase::session::Session;

use super::{Member, has_all_of, network};
use crate::support::station::at;

pub fn ruling(ruling: Ruling) -> Body {
    let session_on = "2026-03-11".parse().unwrap();
    Body::Decision(Decision::new(session_on, Business::ALL[0], ruling))
}

fn recommendation(title: &str, note: &str) -> Body {
    Body::Recommendation(Recommendation {
        title: title.to_owned(),
        session_on: "2026-03-11".parse().unwrap(),
        due_on: None,
        done_on: None,
        note: note.to_owned(),
    })
}

pub fn write(
    session: &mut Session,
    person: PersonId,
    replaces: Option<(ObjectId, EntryId)>,
    body: Body,
    now: Now,
) -> Result<(), Error> {
    let change = Change { person: Some(person), replaces, body: Some(body) };
    session.save(Save { changes: vec![change], draft: None, confirmed: true }, now).map(drop)
}

/// What the latest recommendation of a file says.
fn recommended(session: &Session, person: PersonId) -> Current<Recommendation> {
    session.file(person).unwrap().recommendations[0].clone()
}

/// A team and a counsellor of which it has everything, and somebody whom they follow.
fn acquainted() -> (Member, Member, PersonId) {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let person = member.add("Benali");
    team.take(&member.send());
    (team, member, person)
}

fn brought(team: &mut Member, member: &mut Member) -> u64 {
    let returns = team.answer();
    let taken = member.take(&returns[0].path);
    assert_eq!(taken.seen.verdict(), Verdict::Accepted);
    taken.entries_new
}

#[test]
fn a_decision_typed_by_the_team_takes_its_place_in_the_file_of_the_station() {
    let (mut team, mut member, person) = acquainted();
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), at("2026-03-12")).unwrap();
    write(&mut team.session, person, None, recommendation("Bilan de santé", ""), at("2026-03-12")).unwrap();
    assert_eq!(team.session.unsent(), 2);
    assert_eq!(brought(&mut team, &mut member), 2);
    assert_eq!(team.session.unsent(), 0);
    assert!(has_all_of(&team.session, &member.session));
    // However the journals are read again, it is the same file.
    let (team, member) = (team.again(), member.again());
    assert_eq!(member.session.file(person).unwrap().decisions.len(), 1);
    assert!(has_all_of(&team.session, &member.session));
}

#[test]
fn the_team_can_take_back_what_it_typed_and_the_station_sees_it() {
    let (mut team, mut member, person) = acquainted();
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), at("2026-03-12")).unwrap();
    brought(&mut team, &mut member);
    team.session.undo(at("2026-03-12")).unwrap();
    assert!(team.session.file(person).unwrap().decisions.is_empty());
    team.take(&member.send());
    assert_eq!(brought(&mut team, &mut member), 1, "the station said what it has");
    assert!(member.session.file(person).unwrap().decisions.is_empty());
    assert!(has_all_of(&team.session, &member.session));
}

#[test]
fn a_lost_return_is_made_up_for_by_the_next() {
    let (mut team, mut member, person) = acquainted();
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), at("2026-03-12")).unwrap();
    assert_eq!(team.answer().len(), 1);
    write(&mut team.session, person, None, recommendation("Mobilité", ""), at("2026-03-13")).unwrap();
    assert_eq!(brought(&mut team, &mut member), 2);
    assert!(has_all_of(&team.session, &member.session));
}

#[test]
fn what_the_station_writes_of_it_comes_back_and_goes_again() {
    let (mut team, mut member, person) = acquainted();
    write(&mut team.session, person, None, recommendation("Permis", ""), at("2026-03-12")).unwrap();
    brought(&mut team, &mut member);
    let here = recommended(&member.session, person);
    let replaces = Some((here.id, here.entry));
    write(&mut member.session, person, replaces, recommendation("Permis", "Inscrite"), at("2026-03-14"))
        .unwrap();
    team.take(&member.send());
    let there = recommended(&team.session, person);
    assert_eq!(there.value.note, "Inscrite");
    let replaces = Some((there.id, there.entry));
    write(&mut team.session, person, replaces, recommendation("Permis B", "Inscrite"), at("2026-03-15"))
        .unwrap();
    brought(&mut team, &mut member);
    for session in [&team.again().session, &member.again().session] {
        assert_eq!(recommended(session, person).value.title, "Permis B");
        assert!(session.proposals().is_empty());
    }
}

#[test]
fn of_two_versions_that_did_not_know_of_each_other_the_owner_s_stands_and_both_are_kept() {
    let (mut team, mut member, person) = acquainted();
    write(&mut team.session, person, None, recommendation("Permis", ""), at("2026-03-12")).unwrap();
    brought(&mut team, &mut member);
    let before = recommended(&team.session, person);
    let replaces = Some((before.id, before.entry));
    write(&mut team.session, person, replaces, recommendation("Permis B", ""), at("2026-03-14")).unwrap();
    write(&mut member.session, person, replaces, recommendation("Permis", "Inscrite"), at("2026-03-13"))
        .unwrap();
    // Each hears of the other, in whatever order.
    let answer = team.answer();
    member.take(&answer[0].path);
    team.take(&member.send());
    for session in [team.session, member.session] {
        assert_eq!(recommended(&session, person).value.note, "Inscrite");
        assert_eq!(session.proposals().len(), 1, "the version of the team is kept aside");
    }
    let now = at("2026-03-16");
    for station in [team.station, member.station] {
        let again = station.open(now);
        assert_eq!(recommended(&again, person).value.note, "Inscrite");
        assert_eq!(again.proposals().len(), 1, "and still is when the journals are read again");
    }
}

#[test]
fn the_team_types_nothing_else_in_the_file_of_a_station() {
    let (mut team, _, person) = acquainted();
    let mut correction = team.session.file(person).unwrap().person.clone();
    correction.value.phone = Some("06 12 34 56 78".to_owned());
    let replaces = Some((correction.id, correction.entry));
    let refused =
        write(&mut team.session, person, replaces, Body::Person(correction.value), at("2026-03-12"));
    assert!(matches!(refused, Err(Error::OwnedElsewhere)), "{refused:?}");
}

#[test]
fn what_is_decided_for_one_station_is_not_told_to_another() {
    let (mut team, mut members) = network(2);
    let person = members[0].add("Benali");
    for member in &mut members {
        team.take(&member.send());
    }
    write(&mut team.session, person, None, ruling(Ruling::ALL[0]), at("2026-03-12")).unwrap();
    for it in team.answer() {
        let other = it.station != members[0].id();
        assert_eq!(it.entries, u64::from(!other));
        if other {
            assert_eq!(members[1].take(&it.path).entries_new, 0);
            assert_eq!(members[0].take(&it.path).seen.code, Code::NotForUs);
        }
    }
}
