//! A team and its counsellors, each with a real store: what is sent is taken in, whatever happens on the way.

mod accidents;
mod deciding;
mod documented;
mod receiving;
mod restoring;
mod returning;
mod transferring;
mod year;

use std::path::{Path, PathBuf};

use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, StationRole};
use jalon::domain::contact::Contact;
use jalon::domain::id::{PersonId, StationId};
use jalon::domain::now::Now;
use jalon::domain::person::Person;
use jalon::usecase::receiving::Received;
use jalon::usecase::request::{Change, Save};
use jalon::usecase::returning::Return;
use jalon::usecase::session::Session;

use crate::support::station::{Station, at};

/// The day on which everything happens, unless a test says otherwise.
pub fn today() -> Now {
    at("2026-03-12")
}

/// A station and its open session.
pub struct Member {
    pub station: Station,
    pub session: Session,
    /// When it does what it does.
    pub now: Now,
}

impl Member {
    fn new(role: StationRole) -> Self {
        let station = Station::new(role);
        let (now, session) = (today(), station.open(today()));
        Self { station, session, now }
    }

    pub fn id(&self) -> StationId {
        self.session.store().station()
    }

    /// Somebody new.
    pub fn add(&mut self, name: &str) -> PersonId {
        let person = Person::new(name, "Nadia", "1988-03-12".parse().unwrap());
        self.save(None, Body::Person(person))
    }

    /// Writes something of somebody.
    pub fn save(&mut self, person: Option<PersonId>, body: Body) -> PersonId {
        let change = Change { person, replaces: None, body: Some(body) };
        let save = Save { changes: vec![change], draft: None, confirmed: true };
        self.session.save(save, self.now).unwrap().files[0].0
    }

    /// Notes a call.
    pub fn call(&mut self, person: PersonId, said: &str) {
        let date = "2026-03-10".parse().unwrap();
        self.save(
            Some(person),
            Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: said.to_owned() }),
        );
    }

    /// Writes the next bundle.
    pub fn send(&mut self) -> PathBuf {
        let folder = self.station.path("");
        self.session.export(&folder, None, self.now).unwrap().path
    }

    /// Takes a bundle in.
    pub fn take(&mut self, bundle: &Path) -> Received {
        let quarantine = self.station.path("station/quarantine");
        self.session.receive(bundle, &quarantine, self.now).unwrap()
    }

    /// Answers the stations of which something came.
    pub fn answer(&mut self) -> Vec<Return> {
        let quarantine = self.station.path("station/quarantine");
        self.session.export_returns(&self.station.path(""), &quarantine, self.now).unwrap()
    }

    /// Closes the station and opens it again.
    pub fn again(self) -> Self {
        let Self { station, session, now } = self;
        session.close(now).unwrap();
        let session = station.open(now);
        Self { station, session, now }
    }
}

/// A team, and so many counsellors who are enrolled there.
pub fn network(counsellors: usize) -> (Member, Vec<Member>) {
    let mut team = Member::new(StationRole::Team);
    let members = (0..counsellors).map(|_| enrolled(&mut team)).collect();
    (team, members)
}

/// One more counsellor.
pub fn enrolled(team: &mut Member) -> Member {
    let mut member = Member::new(StationRole::Counsellor);
    let trust = team.session.trust().unwrap().unwrap();
    let signed = team.session.signed_trust().unwrap().unwrap();
    member.session.take_trust(&signed, Some(&trust.words())).unwrap();
    let (request, words) = member.session.join_request(today()).unwrap();
    team.session.enrol(&request, &words).unwrap();
    member
}

/// Whether the team has every file of a station as that station has it, and nothing else of it.
pub fn has_all_of(team: &Session, member: &Session) -> bool {
    let own = member.store().station();
    let files = &member.caseload().files;
    let theirs = team.caseload().files.keys().filter(|person| team.owner(**person) == Some(own)).count();
    // At the team, other journals: those of other stations, and those that it writes.
    let journals: Vec<_> = member.journals().journals_of(own);
    journals.iter().all(|it| team.store().head_of(*it) == member.store().head_of(*it))
        && theirs == files.len()
        && files.iter().all(|(person, file)| team.caseload().files.get(person) == Some(file))
}
