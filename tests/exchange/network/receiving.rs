//! What is taken in is what was sent, once; what is refused changes nothing.

use jalon::domain::body::Body;
use jalon::domain::codes::ContactKind;
use jalon::domain::contact::Contact;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::erasure::ErasureReason;
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::id::{ObjectId, PersonId};
use jalon::domain::limitation::{self, Limitation, LimitationReason};
use jalon::domain::office::{Meeting, MeetingKind, MeetingPresence, OfficeBody};
use jalon::domain::parameters::Pack;
use jalon::domain::person::Person;
use jalon::domain::rules;
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::journal::entry::{Draft, Entry};
use jalon::journal::payload::{self, Payload, Said};
use jalon::usecase::attachments::Attaching;
use jalon::usecase::request::{Change, Save};
use jalon::usecase::session::Session;

use super::super::stock_tools::say;
use super::{has_all_of, network, today};
use crate::support::station::at;

/// What a program that checks nothing would write.
pub fn unchecked(kind: &str, person: Option<PersonId>, body: Body) -> Draft {
    let said = Said::Is(body);
    let payload = Payload { salt: [7; 16], batch: None, undoes: None, imported: false, origin: None, said };
    Draft {
        kind: kind.to_owned(),
        object: ObjectId([9; 16]),
        person,
        replaces: None,
        payload: payload::encode(&payload),
    }
}

#[test]
fn a_bundle_is_taken_in_whole_and_only_once() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let who = member.add("Lefèvre");
    member.call(who, "Rappelée");
    let bundle = member.send();
    let received = team.take(&bundle);
    assert_eq!(received.seen.code, Code::Next);
    assert_eq!(received.entries_new, member.session.store().head().sequence);
    assert!(has_all_of(&team.session, &member.session));
    let before = (team.session.store().len(), team.session.taken().unwrap());
    let again = team.take(&bundle);
    assert_eq!((again.seen.code, again.entries_new), (Code::Already, 0));
    assert_eq!((team.session.store().len(), team.session.taken().unwrap()), before);
    // Nothing of it is lost when the station is opened again.
    let team = team.again();
    assert!(has_all_of(&team.session, &member.session));
    assert_eq!(team.session.taken().unwrap(), before.1);
}

#[test]
fn the_next_bundle_makes_up_for_one_that_was_lost_and_the_loss_is_named() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let who = member.add("Lefèvre");
    let first = member.send();
    member.call(who, "Premier appel");
    let _lost = member.send();
    member.call(who, "Second appel");
    let third = member.send();
    assert_eq!(team.take(&first).seen.code, Code::Next);
    let received = team.take(&third);
    assert_eq!((received.seen.code, received.seen.lost.clone()), (Code::Next, Some(2..=2)));
    assert!(has_all_of(&team.session, &member.session));
    let senders = team.session.senders().unwrap();
    assert_eq!((senders[0].last.seq, senders[0].missing.clone()), (3, vec![2]));
}

#[test]
fn what_another_station_says_of_itself_stands_apart() {
    let (mut team, mut members) = network(2);
    let meeting = |on: &str| {
        let meeting = Meeting {
            kind: MeetingKind::ALL[0],
            date: on.parse().unwrap(),
            duration_min: None,
            title: String::new(),
            presence: MeetingPresence::ALL[0],
            note: String::new(),
        };
        Body::Office(OfficeBody::Meeting(meeting))
    };
    for (member, on) in members.iter_mut().zip(["2026-02-03", "2026-02-10"]) {
        let change = Change { person: None, replaces: None, body: Some(meeting(on)) };
        let save = Save { changes: vec![change], draft: None, confirmed: true };
        member.session.save(save, today()).unwrap();
        let bundle = member.send();
        team.take(&bundle);
    }
    let name = team.session.caseload().station.clone().unwrap().name;
    let team = team.again();
    let caseload = team.session.caseload();
    assert_eq!(caseload.station.clone().unwrap().name, name);
    assert!(caseload.office.meetings.is_empty());
    for member in &members {
        let other = &caseload.others[&member.id()];
        assert_eq!(other.office.meetings.len(), 1);
        assert!(other.profile.is_some());
    }
    assert!(team.session.caseload().files.is_empty());
}

/// A station writes in somebody else's file: it is kept, and changes nothing.
#[test]
fn who_does_not_own_a_file_changes_nothing_in_it() {
    let (mut team, mut members) = network(2);
    let mut second = members.pop().unwrap();
    let first = &mut members[0];
    let who = first.add("Lefèvre");
    let bundle = first.send();
    team.take(&bundle);
    let file = team.session.caseload().files[&who].clone();
    // Its own program would refuse; one that was changed would not.
    let said = Contact {
        date: "2026-03-11".parse().unwrap(),
        kind: ContactKind::ALL[0],
        result: "Écrit par un autre".to_owned(),
    };
    let draft = unchecked("contact", Some(who), Body::Contact(said));
    let written: Vec<Entry> = second.session.store_mut().append(vec![draft], today()).unwrap();
    let bundle = second.send();
    assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted);
    for _ in 0..2 {
        assert_eq!(team.session.caseload().files[&who], file);
        assert_eq!(team.session.proposals(), [written[0].id()]);
        team = team.again();
    }
}

#[test]
fn an_attachment_arrives_and_opens() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let who = member.add("Lefèvre");
    let source = member.station.write("bulletin.txt", "Bulletin de paie de mars");
    let evidence = Evidence::new(EvidenceKind::ALL[0]);
    let attaching =
        Attaching { person: who, replaces: None, evidence, path: source.to_string_lossy().into_owned() };
    member.session.attach(attaching, today()).unwrap();
    let bundle = member.send();
    let received = team.take(&bundle);
    assert_eq!(received.attachments_new, 1);
    let piece = team.session.caseload().files[&who].evidence[0].id;
    let to = team.station.path("copie.txt");
    team.session.extract(who, piece, &to).unwrap();
    assert_eq!(std::fs::read_to_string(to).unwrap(), "Bulletin de paie de mars");
}

#[test]
fn who_is_erased_where_the_file_is_owned_is_erased_at_the_centre() {
    let (mut team, mut members) = network(2);
    let mut second = members.pop().unwrap();
    let first = &mut members[0];
    let who = first.add("Lefèvre");
    let bundle = first.send();
    team.take(&bundle);
    // Another station certifies the same: nobody listens to it.
    let certificate = {
        let other = second.add("Martin");
        second.session.erase(other, ErasureReason::ALL[0], today()).unwrap();
        let mut erasure = second.session.certificates()[0].value.clone();
        erasure.person = who;
        erasure
    };
    let draft = unchecked("erasure", None, Body::Erasure(certificate));
    second.session.store_mut().append(vec![draft], today()).unwrap();
    let bundle = second.send();
    team.take(&bundle);
    assert!(team.session.caseload().files.contains_key(&who));
    first.session.erase(who, ErasureReason::ALL[0], today()).unwrap();
    let bundle = first.send();
    assert_eq!(team.take(&bundle).seen.verdict(), Verdict::Accepted);
    assert!(!team.session.caseload().files.contains_key(&who));
    assert!(team.session.store().is_erased(who));
    let team = team.again();
    assert!(!team.session.caseload().files.contains_key(&who));
    assert_eq!(team.session.store().head_of(first.id()), first.session.store().head());
}

/// What the team typed in it would be kept and never seen: it is refused instead.
#[test]
fn the_team_does_not_write_in_a_file_that_a_station_owns() {
    let (mut team, mut members) = network(1);
    let who = members[0].add("Lefèvre");
    let bundle = members[0].send();
    team.take(&bundle);
    let before = team.session.store().len();
    let said = Contact {
        date: "2026-03-11".parse().unwrap(),
        kind: ContactKind::ALL[0],
        result: "Appel de l’équipe".to_owned(),
    };
    let change = Change { person: Some(who), replaces: None, body: Some(Body::Contact(said)) };
    let refused =
        team.session.save(Save { changes: vec![change], draft: None, confirmed: true }, today()).unwrap_err();
    assert_eq!(refused.failure().id, "owned-elsewhere");
    assert_eq!(team.session.store().len(), before);
    // Its own people it writes of.
    let own = team.add("Martin");
    team.call(own, "Appel");
}

#[test]
fn what_is_no_file_holds_nobody_up() {
    let (mut team, mut members) = network(1);
    let bundle = members[0].send();
    let folder = bundle.parent().unwrap();
    std::fs::create_dir(folder.join("dossier.age")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("tube.age")).status();
    assert!(made.unwrap().success());
    let quarantine = team.station.path("station/quarantine");
    let alone = team.session.receive(&folder.join("tube.age"), &quarantine, today()).unwrap_err();
    assert_eq!(alone.failure().id, "not-an-ordinary-file");
    let taken = team.session.receive_all(&[folder.to_owned()], &quarantine, today()).unwrap();
    assert_eq!(taken.iter().map(|(_, it)| it.seen.code).collect::<Vec<_>>(), [Code::Next]);
}

/// Two stations made of one write two histories: the second is refused, and nothing more is taken from it.
#[test]
fn a_copied_station_is_found_out_and_frozen() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().unwrap();
    member.add("Lefèvre");
    let member = member.again();
    let copy = tempfile::tempdir().unwrap();
    let copied = std::process::Command::new("cp")
        .args(["-a", &member.station.path("station").to_string_lossy(), &copy.path().to_string_lossy()])
        .status();
    assert!(copied.unwrap().success());
    let (mut member, place) = (
        member,
        jalon::usecase::worker::Place { data: copy.path().join("station"), state: copy.path().join("state") },
    );
    member.add("Martin");
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.code, Code::Next);
    let passphrase = secrecy::SecretString::from(crate::support::station::PASSPHRASE);
    let ground = crate::support::stretch::ground();
    let (mut twin, _) =
        jalon::usecase::session::Session::unlock_on(ground, &place, &passphrase, today()).unwrap();
    let person = jalon::domain::person::Person::new("Dupuis", "Léo", "1990-01-02".parse().unwrap());
    let change = Change { person: None, replaces: None, body: Some(Body::Person(person)) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    twin.save(save, today()).unwrap();
    let forged = twin.export(copy.path(), None, today()).unwrap().path;
    let received = team.take(&forged);
    assert_eq!(received.seen.code, Code::Fork);
    assert!(received.quarantined.is_some_and(|path| path.exists()));
    assert!(team.session.senders().unwrap()[0].is_frozen);
    member.add("Petit");
    let bundle = member.send();
    assert_eq!(team.take(&bundle).seen.code, Code::Fork);
    say("a copied station is frozen, with both its histories");
}

/// More than is kept in memory before a bundle is known to be sound: it is read twice.
#[test]
fn a_long_bundle_is_taken_in_whole_too() {
    let (mut team, mut members) = network(1);
    let member = &mut members[0];
    let who = member.add("Lefèvre");
    let long = "Point sur la recherche. ".repeat(800);
    let call = |_| {
        let date = "2026-03-10".parse().unwrap();
        let body = Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: long.clone() });
        Change { person: Some(who), replaces: None, body: Some(body) }
    };
    let changes: Vec<Change> = (0..3_600).map(call).collect();
    let count = changes.len() as u64;
    member.session.save(Save { changes, draft: None, confirmed: true }, today()).unwrap();
    let bundle = member.send();
    let received = team.take(&bundle);
    assert_eq!((received.seen.code, received.entries_new), (Code::Next, count + 2));
    assert!(has_all_of(&team.session, &member.session));
    assert_eq!(team.take(&bundle).seen.code, Code::Already);
}

/// What is limited travels with everything else: the team keeps it, says it, and is asked to do nothing.
#[test]
fn a_limitation_reaches_the_team_with_the_file() {
    let (mut team, mut members) = network(1);
    let who = members[0].add("Lefèvre");
    let limitation = Limitation {
        since: "2026-03-10".parse().unwrap(),
        reason: LimitationReason::Contested,
        note: String::new(),
        lifted_on: None,
        lifted_because: String::new(),
    };
    let adhesion = Enrolment { enrolled_on: "2025-01-06".parse().ok(), ..Enrolment::default() };
    members[0].save(Some(who), Body::Enrolment(adhesion));
    members[0].save(Some(who), Body::Limitation(limitation));
    let bundle = members[0].send();
    team.take(&bundle);
    let file = &team.session.caseload().files[&who];
    let on = |day: &str| day.parse::<chrono::NaiveDate>().unwrap();
    assert!(limitation::on(file, on("2026-03-12")).is_some());
    assert!(!rules::findings(file, &Pack::default(), on("2026-03-09")).is_empty());
    assert!(rules::findings(file, &Pack::default(), on("2026-03-12")).is_empty());
}

#[test]
fn the_team_reads_by_whom_somebody_is_followed() {
    let (mut team, mut members) = network(1);
    let who = members[0].add("Lefèvre");
    let bundle = members[0].send();
    team.take(&bundle);
    let team = team.again();
    let (there, here) = (team.session.caseload(), members[0].session.caseload());
    let theirs = here.station.as_ref().unwrap().name.as_str();
    assert_eq!(there.counsellor_of(&there.files[&who]), Some(theirs));
    assert_eq!(here.counsellor_of(&here.files[&who]), Some(theirs));
    assert!(there.other_of(&there.files[&who]).is_some() && here.other_of(&here.files[&who]).is_none());
}

#[test]
fn of_two_stations_that_say_to_have_made_a_file_the_first_that_was_heard_did() {
    // Journals are read in the order of their identities.
    for is_read_first in [true, false] {
        let (mut team, mut members) = network(2);
        let (lower, higher) = if members[0].id() < members[1].id() { (0, 1) } else { (1, 0) };
        let (first, second) = if is_read_first { (lower, higher) } else { (higher, lower) };
        let who = members[first].add("Lefèvre");
        let bundle = members[first].send();
        team.take(&bundle);
        let page = Person::new("Autre", "Nom", "1988-03-12".parse().unwrap());
        let draft = unchecked("person", Some(who), Body::Person(page));
        members[second].session.store_mut().append(vec![draft], today()).unwrap();
        let bundle = members[second].send();
        let later = at("2026-03-13");
        let quarantine = team.station.path("station/quarantine");
        team.session.receive(&bundle, &quarantine, later).unwrap();
        // Whichever journal is read first, now or at the next opening.
        let stands = |team: &Session| {
            assert_eq!(team.owner(who), Some(members[first].id()));
            assert_eq!(team.file(who).unwrap().person.value.family_name, "Lefèvre");
            assert_eq!(team.proposals().len(), 1);
        };
        stands(&team.session);
        stands(&team.again().session);
    }
}
