//! A small programme: a centre, two stations and a journal. Keys of nobody, the same every time.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Modality, Outcome};
use jalon::domain::contact::Contact;
use jalon::domain::id::{EpochId, ObjectId, PersonId, StationId};
use jalon::domain::interview::Interview;
use jalon::domain::now::Now;
use jalon::domain::person::Person;
use jalon::exchange::bundle::contents::Contents;
use jalon::exchange::bundle::read::{Inspection, LookOnly, Reader, Visitor, read_bundle};
use jalon::exchange::bundle::write::{Cover, Written, write_bundle};
use jalon::exchange::join::JoinRequest;
use jalon::exchange::keys::{ProgrammeKeys, StationKeys};
use jalon::exchange::recipient::{Identity, Recipient};
use jalon::exchange::signing::SigningKey;
use jalon::exchange::trust::{Place, Trust};
use jalon::journal::entry::{Digest, Draft, Entry, Head};
use jalon::journal::payload::{self, Payload, Said};
use secrecy::SecretString;

const IMPORT: &str = "AGE-SECRET-KEY-10RV83EFWJFF8C6LQF90SHL2R5A3CPE2HMJUEZ45RRQGW7TLM3R2S9Q5HEE";
const RESCUE: &str = "AGE-SECRET-KEY-1363XDL9Y6ZAA9M7T48WU2RAYKQGFPU345KXN0L7U4XMC6MD728VSRKK6CF";
const RECOVERY: &str = "AGE-SECRET-KEY-1N3XXWRZ3N9ASHPVHD7QF8SL27W5WYG6GGDEY2LHRM9WD3HKDWPES8U0WYQ";
const FIRST: &str = "AGE-SECRET-KEY-1LSHXCFCSLTLWAK5P2M6KMWZ7S239MDDEWYXEVZ0GDGUGHPM62PUS2GJXMN";
const SECOND: &str = "AGE-SECRET-KEY-1Z5MDQJPJW2EYRP04ANYA74F6H3CNQRYTAQ7343YD9NM0MD3T448QQPPKN0";
const STRANGER: &str = "AGE-SECRET-KEY-1J9F78X5YFSSYV6C40U3EC3CP3PLST5X65D33VZTGK3SS3TRRNXVQRPZ3TY";

pub const EPOCH: EpochId = EpochId([0x9c; 16]);

pub fn now() -> Now {
    Now { at: instant("2026-11-22T10:00:00Z"), today: day("2026-11-22") }
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn identity(text: &str) -> Identity {
    Identity::from_text(&SecretString::from(text)).unwrap()
}

/// Somebody who has nothing to do with the programme.
pub fn stranger() -> StationKeys {
    station(0x5A, STRANGER)
}

fn station(byte: u8, text: &str) -> StationKeys {
    StationKeys {
        station: StationId([byte; 16]),
        signing: SigningKey::from_seed(&[byte; 32]),
        identity: identity(text),
    }
}

pub struct Programme {
    pub keys: ProgrammeKeys,
    pub trust: Trust,
    pub first: StationKeys,
    pub second: StationKeys,
}

impl Programme {
    pub fn new() -> Self {
        let keys = ProgrammeKeys {
            centre: StationId([0xCE; 16]),
            root: SigningKey::from_seed(&[1; 32]),
            ops: SigningKey::from_seed(&[2; 32]),
            import: BTreeMap::from([(2026, identity(IMPORT))]),
            rescue: identity(RESCUE),
            recovery: identity(RECOVERY),
        };
        let (first, second) = (station(0x7A, FIRST), station(0x7B, SECOND));
        let mut trust = Trust::first(&keys, Place::Work, day("2027-12-31"));
        for (station, code) in [(&first, "L3-1"), (&second, "L3-2")] {
            let request = JoinRequest::new(station, EPOCH, Place::Work, now());
            trust = trust.enrol(&request, &station.fingerprint(), code).unwrap();
        }
        Self { keys, trust, first, second }
    }

    /// What the centre opens bundles with.
    pub fn import(&self) -> Vec<Identity> {
        self.keys.import.values().cloned().collect()
    }

    pub fn recipients(&self) -> Vec<Recipient> {
        self.trust.bundle_recipients(now().today)
    }

    /// The centre reads a file.
    pub fn inspect(&self, file: &[u8]) -> Inspection {
        self.read(file, &mut LookOnly)
    }

    pub fn read(&self, mut file: &[u8], visitor: &mut dyn Visitor) -> Inspection {
        let identities = self.import();
        let reader = Reader { identities: &identities, trust: Some(&self.trust), ledger: None };
        read_bundle(&mut file, &reader, visitor)
    }

    /// The first station writes a bundle of these entries.
    pub fn bundle(&self, cover: &Cover, after: Head, entries: &[Entry]) -> (Vec<u8>, Written) {
        let mut contents = Contents::new();
        contents.begin(self.first.station, after).unwrap();
        for entry in entries {
            contents.push(entry).unwrap();
        }
        let mut file = Vec::new();
        let signer = &self.first.signing;
        let written = write_bundle(&mut file, contents, cover, signer, &self.recipients(), now()).unwrap();
        (file, written)
    }

    pub fn cover(&self) -> Cover {
        Cover { from: self.first.station, epoch: EPOCH, seq: 1, base: 0, prev: Digest::ZERO, generation: 1 }
    }
}

/// Keeps the entries it is handed.
#[derive(Default)]
pub struct Collect {
    pub entries: Vec<Entry>,
    pub blobs: BTreeMap<String, Vec<u8>>,
}

impl Visitor for Collect {
    fn entry(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    fn blob(&mut self, sha256: &Digest, bytes: &[u8]) {
        self.blobs.entry(sha256.to_string()).or_default().extend_from_slice(bytes);
    }
}

/// A journal of `count` entries of `station`, about as many people as a third of that.
pub fn journal(station: StationId, count: u8) -> Vec<Entry> {
    let mut head = Head::EMPTY;
    (0..count)
        .map(|index| {
            let entry = Entry::following(head, station, instant("2026-11-20T09:30:00Z"), draft(index));
            head = entry.head();
            entry
        })
        .collect()
}

pub fn draft(index: u8) -> Draft {
    let person = PersonId([index / 3; 16]);
    let body = match index % 3 {
        0 => Body::Person(Person::new("Lefèvre", "Maëlle", day("1994-02-11"))),
        1 => {
            let mut interview = Interview::new(day("2026-11-19"), Outcome::Held);
            interview.modality = Some(Modality::OnSite);
            interview.record = format!("Point n° {index} :\nrecherche d’un poste d’agent d’accueil.");
            Body::Interview(interview)
        }
        _ => Body::Contact(Contact {
            date: day("2026-11-20"),
            kind: ContactKind::Call,
            result: "A rappelé ; rendez-vous pris.".to_owned(),
        }),
    };
    let payload = Payload {
        salt: [index; 16],
        batch: None,
        undoes: None,
        imported: false,
        origin: None,
        said: Said::Is(body.clone()),
    };
    Draft {
        kind: body.kind().to_owned(),
        object: ObjectId([index; 16]),
        person: Some(person),
        replaces: None,
        payload: payload::encode(&payload),
    }
}
