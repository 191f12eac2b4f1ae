//! What the team answers, and what a station does with it.

use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::file::EntryId;
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::journal::entry::Entry;
use jalon::usecase::attachments::Attaching;

use super::super::forge::Forge;
use super::super::programme::Programme;
use super::{Member, has_all_of, network, today};

#[test]
fn a_receipt_says_how_far_it_came_and_the_next_bundle_starts_there() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    let who = member.add("Lefèvre");
    let first = member.send();
    team.take(&first);
    let returns = team.answer();
    assert_eq!(returns.len(), 1);
    assert_eq!((returns[0].station, returns[0].ack.as_ref().unwrap().seq), (member.id(), 1));
    // Nothing new came: nothing to answer.
    assert!(team.answer().is_empty());
    let taken = member.take(&returns[0].path);
    let head = member.session.store().head();
    assert_eq!(taken.receipt.map(|ack| (ack.seq, ack.to)), Some((1, head.sequence)));
    assert_eq!(taken.entries_new, 0);
    member.call(who, "Rappelée");
    let mut member = member.again();
    assert_eq!(member.session.acknowledged().unwrap().unwrap().ack.to, head.sequence);
    let second = member.send();
    let received = team.take(&second);
    assert_eq!((received.seen.code, received.entries_new, received.entries_known), (Code::Next, 1, 0));
    assert!(has_all_of(&team.session, &member.session));
}

#[test]
fn a_return_is_for_one_station_and_for_nobody_else() {
    let (mut team, mut members) = network(2);
    for member in &mut members {
        let bundle = member.send();
        team.take(&bundle);
    }
    let returns = team.answer();
    assert_eq!(returns.len(), 2);
    for it in &returns {
        assert_eq!(team.take(&it.path).seen.code, Code::NotAddressed);
        for member in &mut members {
            let taken = member.take(&it.path);
            let is_addressee = it.station == member.id();
            assert_eq!(taken.receipt.is_some(), is_addressee);
            assert_eq!(taken.seen.verdict() == Verdict::Accepted, is_addressee);
        }
    }
}

#[test]
fn a_receipt_for_another_life_of_the_store_is_not_believed() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    member.add("Lefèvre");
    let bundle = member.send();
    team.take(&bundle);
    let returns = team.answer();
    // The station goes back to a copy from before its bundle: what the team acknowledges it never wrote.
    let backup = member.station.path("copie");
    std::fs::create_dir(&backup).unwrap();
    let Member { station, session, now } = member;
    session.store().backup_to(&backup, today()).unwrap();
    session.close(today()).unwrap();
    let copy = std::fs::read_dir(&backup).unwrap().next().unwrap().unwrap().path();
    let restored = station.run(&["restore", "--from", &copy.to_string_lossy(), "--format", "json"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    let session = station.open(today());
    let mut member = Member { station, session, now };
    assert_eq!(member.take(&returns[0].path).receipt, None);
    assert_eq!(member.session.acknowledged().unwrap(), None);
    // So everything is sent again, in the new life, and the team has it all.
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted);
    assert!(has_all_of(&team.session, &member.session));
}

#[test]
fn an_attachment_of_a_lost_bundle_comes_with_the_next() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let who = member.add("Lefèvre");
    let source = member.station.write("bulletin.txt", "Bulletin de paie de mars");
    let path = source.to_string_lossy().into_owned();
    let evidence = Evidence::new(EvidenceKind::ALL[0]);
    let attaching = Attaching { person: who, replaces: None, evidence, path };
    member.session.attach(attaching, today()).unwrap();
    let _lost = member.send();
    member.call(who, "Rappelée");
    let bundle = member.send();
    assert_eq!(team.take(&bundle).attachments_new, 1);
    let returns = team.answer();
    member.take(&returns[0].path);
    // What is acknowledged travels no more.
    member.call(who, "Encore rappelée");
    let again = member.session.export(&member.station.path(""), None, today()).unwrap();
    assert_eq!((again.entries, again.attachments), (1, 0));
}

#[test]
fn a_refused_bundle_is_told_to_its_sender() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let first = member.send();
    team.take(&first);
    team.answer();
    let programme = Programme {
        keys: team.session.programme_keys().unwrap().unwrap(),
        trust: team.session.trust().unwrap().unwrap(),
        first: member.session.keys().unwrap(),
        second: member.session.keys().unwrap(),
    };
    // A stretch of its own journal, in another life of its store, a part of which was garbled.
    let store = member.session.store();
    let station = member.id();
    let entries: Vec<Entry> = (1..=store.head().sequence)
        .map(|sequence| store.read(EntryId { station, sequence }).unwrap())
        .collect();
    let mut forge = Forge::of(&programme, &entries);
    let garbled = forge.files[0].1.last_mut().unwrap();
    *garbled ^= 1;
    let bundle = member.station.write("abime.age", forge.seal());
    let (before, lines) = (team.session.store().len(), team.session.taken().unwrap());
    let refused = team.take(&bundle);
    assert_eq!(refused.seen.code, Code::PartDigest);
    assert!(refused.quarantined.is_some());
    assert_eq!((team.session.store().len(), team.session.taken().unwrap()), (before, lines));
    let returns = team.answer();
    assert_eq!(returns.len(), 1);
    let told = member.take(&returns[0].path).seen.manifest.unwrap().nacks;
    assert_eq!(told.iter().map(|it| (it.code.as_str(), it.seq)).collect::<Vec<_>>(), [("part-digest", 1)]);
    assert!(team.answer().is_empty(), "it is told once");
}
