//! A station that was restored from an older copy: it goes on writing at once, and gets back from the team what
//! the copy lacked.

use std::path::{Path, PathBuf};
use std::process::Command;

use jalon::crypto::Passphrase;
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Ruling};
use jalon::domain::contact::Contact;
use jalon::domain::id::PersonId;
use jalon::domain::now::Now;
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::store::Store;
use jalon::usecase::session::Session;

use super::deciding::{ruling, write};
use super::{Member, has_all_of, network, today};
use crate::support::station::{PASSPHRASE, Station, at};
use crate::support::stretch::ground;

/// A copy of the store as it is.
pub fn copy_of(member: &Member, now: Now) -> PathBuf {
    let copies = member.station.path("copies");
    std::fs::create_dir_all(&copies).unwrap();
    member.session.store().backup_to(&copies, now).unwrap().path
}

/// The station, put back as it was in a copy.
pub fn restored(member: Member, from: &Path, now: Now) -> Member {
    let Member { station, session, .. } = member;
    drop(session);
    let place = station.place();
    let passphrase = Passphrase::new(PASSPHRASE);
    Store::restore_on(ground(), [from, &place.data, &place.state], &passphrase, now).unwrap();
    let session = station.open(now);
    Member { station, session, now }
}

pub fn note(session: &mut Session, person: PersonId, said: &str, now: Now) {
    let date = "2026-03-10".parse().unwrap();
    let call = Contact { date, kind: ContactKind::ALL[0], result: said.to_owned() };
    write(session, person, None, Body::Contact(call), now).unwrap();
}

fn notes(session: &Session, person: PersonId) -> Vec<String> {
    let mut notes: Vec<String> =
        session.file(person).unwrap().contacts.iter().map(|it| it.value.result.clone()).collect();
    notes.sort();
    notes
}

/// A team and one station that lost what it had written since a copy; what it lost, the team has.
fn after_a_loss() -> (Member, Member, PersonId, PersonId) {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let who = member.add("Lefèvre");
    member.call(who, "avant la copie");
    let bundle = member.send();
    team.take(&bundle);
    let answer = team.answer();
    member.take(&answer[0].path);
    let copy = copy_of(&member, today());
    let lost = at("2026-03-13");
    note(&mut member.session, who, "perdu ici", lost);
    let other = member.add("Sow");
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted);
    let member = restored(member, &copy, at("2026-03-14"));
    assert_eq!(notes(&member.session, who), ["avant la copie"]);
    (team, member, who, other)
}

#[test]
fn what_the_copy_lacked_comes_back_and_what_was_written_since_stays() {
    let (mut team, mut member, who, other) = after_a_loss();
    note(&mut member.session, who, "après la copie", at("2026-03-14"));
    assert_ne!(member.session.store().journal(), member.id(), "it writes in another journal");
    let bundle = member.send();
    let taken = team.take(&bundle);
    assert_eq!(taken.seen.code, Code::Next);
    assert_eq!(notes(&team.session, who), ["après la copie", "avant la copie", "perdu ici"]);
    let answer = team.answer();
    let taken = member.take(&answer[0].path);
    assert_eq!((taken.seen.code, taken.entries_new), (Code::Next, 2));
    assert_eq!(notes(&member.session, who), ["après la copie", "avant la copie", "perdu ici"]);
    assert!(member.session.caseload().files.contains_key(&other));
    assert!(has_all_of(&team.session, &member.session));
    let (mut team, mut member) = (team.again(), member.again());
    assert!(has_all_of(&team.session, &member.session));
    // Nothing is sent twice from then on.
    let bundle = member.send();
    assert_eq!(team.take(&bundle).entries_known, 0);
    let last = team.answer();
    assert!(last.iter().all(|it| it.entries == 0), "there is nothing left to send back");
}

#[test]
fn what_it_wrote_after_the_loss_wins_over_what_it_wrote_before() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let who = member.add("Lefèvre");
    let copy = copy_of(&member, today());
    rename(&mut member.session, who, "Perdue", at("2026-03-13"));
    let bundle = member.send();
    team.take(&bundle);
    let mut member = restored(member, &copy, at("2026-03-14"));
    rename(&mut member.session, who, "Retapée", at("2026-03-14"));
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.code, Code::Next);
    let answer = team.answer();
    member.take(&answer[0].path);
    for _ in 0..2 {
        assert_eq!(team.session.file(who).unwrap().person.value.family_name, "Retapée");
        assert!(has_all_of(&team.session, &member.session));
        (team, member) = (team.again(), member.again());
    }
}

fn rename(session: &mut Session, who: PersonId, name: &str, now: Now) {
    let person = session.file(who).unwrap().person.clone();
    let named = jalon::domain::person::Person { family_name: name.to_owned(), ..person.value };
    write(session, who, Some((person.id, person.entry)), Body::Person(named), now).unwrap();
}

#[test]
fn restored_twice_from_the_same_copy_it_still_finds_everything_again() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let who = member.add("Lefèvre");
    let copy = copy_of(&member, today());
    for (day, said) in [("2026-03-13", "un"), ("2026-03-14", "deux"), ("2026-03-15", "trois")] {
        note(&mut member.session, who, said, at(day));
        let bundle = member.send();
        assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted, "{said}");
        member = restored(member, &copy, at(day));
        assert!(notes(&member.session, who).is_empty());
    }
    note(&mut member.session, who, "quatre", at("2026-03-16"));
    super::transferring::go_round(&mut team, std::slice::from_mut(&mut member));
    assert_eq!(notes(&member.session, who), ["deux", "quatre", "trois", "un"]);
    assert!(has_all_of(&team.session, &member.session));
    assert!(has_all_of(&team.again().session, &member.again().session));
}

#[test]
fn what_the_team_decided_meanwhile_comes_too() {
    let (mut team, mut member, who, _) = after_a_loss();
    write(&mut team.session, who, None, ruling(Ruling::ALL[0]), at("2026-03-14")).unwrap();
    super::transferring::go_round(&mut team, std::slice::from_mut(&mut member));
    super::transferring::go_round(&mut team, std::slice::from_mut(&mut member));
    assert_eq!(member.session.file(who).unwrap().decisions.len(), 1);
    assert!(has_all_of(&team.session, &member.session));
}

/// The folder of the station on another machine, which knows nothing of the first.
fn twin_of(member: Member) -> (Member, Member) {
    let Member { station, session, .. } = member;
    session.close(today()).unwrap();
    let other = Station::nowhere();
    let copied =
        Command::new("cp").arg("-r").arg(station.path("station")).arg(other.path("station")).status();
    assert!(copied.unwrap().success());
    let open = |station: Station| Member { session: station.open(today()), station, now: today() };
    (open(station), open(other))
}

#[test]
fn of_two_copies_that_both_go_on_a_restoration_brings_the_first_back() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let who = member.add("Lefèvre");
    let (mut member, mut twin) = twin_of(member);
    note(&mut member.session, who, "ici", at("2026-03-13"));
    note(&mut twin.session, who, "là-bas", at("2026-03-13"));
    let (bundle, other) = (member.send(), twin.send());
    assert_eq!(team.take(&bundle).seen.code, Code::Next);
    assert_eq!(team.take(&other).seen.code, Code::Fork);
    note(&mut member.session, who, "ici encore", at("2026-03-14"));
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.code, Code::Fork, "nothing is believed of it any more");
    assert!(team.answer().is_empty());
    // What the team has heard of stands; a new life begins after it.
    let copy = copy_of(&member, at("2026-03-15"));
    let mut member = restored(member, &copy, at("2026-03-15"));
    super::transferring::go_round(&mut team, std::slice::from_mut(&mut member));
    assert_eq!(notes(&team.session, who), ["ici", "ici encore"]);
    assert!(has_all_of(&team.session, &member.session));
    // The other history does not become true by beginning another life.
    let copy = copy_of(&twin, at("2026-03-15"));
    let mut twin = restored(twin, &copy, at("2026-03-15"));
    let other = twin.send();
    assert_eq!(team.take(&other).seen.code, Code::Fork);
    note(&mut member.session, who, "toujours ici", at("2026-03-16"));
    super::transferring::go_round(&mut team, std::slice::from_mut(&mut member));
    assert!(has_all_of(&team.session, &member.session));
}
