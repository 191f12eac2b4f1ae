//! A file that goes from one station to another: the team asks for it, the station that has it hands it over
//! by itself as it hears of it, the team then gives it to the other one with its whole history (art. 9-2).
//!
//! Each phase is found again from what the journals say: what stops half-way is ended the next time.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::error::Error;
use super::outcome::Patch;
use super::random;
use super::session::{Session, Writing};
use crate::domain::assignment::{self, Assignment, TransferPhase};
use crate::domain::body::Body;
use crate::domain::check;
use crate::domain::file::{Current, EntryId};
use crate::domain::id::{ObjectId, PersonId, StationId};
use crate::domain::now::Now;
use crate::exchange::return_journal::return_journal;
use crate::journal::custody::{self, Custody};
use crate::journal::entry::Draft;
use crate::journal::journals::Author;
use crate::journal::payload::{self, Payload, Said};

/// A transfer that is asked for.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// Whose file.
    pub person: PersonId,
    /// The station that gets it.
    pub to: StationId,
    /// Last day for which it is lent; none when it is given for good.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// Whether the station that has it is lost: what the team received of it is given at once.
    pub is_lost: bool,
}

impl Session {
    /// Asks the station that has a file for it, to give it to another one; gives it at once when the team
    /// itself has it, or when that station is lost.
    ///
    /// # Errors
    /// Not the team's station; nobody of that identity; no such station, or it has the file already; the file
    /// is on its way already; the store's.
    pub fn transfer(&mut self, asked: Transfer, now: Now) -> Result<Patch, Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        let file = self.file(asked.person)?.clone();
        let from = self.owner(asked.person).unwrap_or(keys.centre);
        let trust = self.trust()?.ok_or(Error::NoTrust)?;
        if asked.to == from || !trust.stations.iter().any(|it| it.id == asked.to) {
            return Err(Error::NoSuchStation);
        }
        let last = assignment::last(&file);
        let underway = last.filter(|_| assignment::is_underway(&file));
        // Of a station that is lost, another one may get it than was asked, as long as it was not handed over.
        let is_other = |it: &Assignment| it.to != asked.to && it.phase != TransferPhase::Asked;
        if underway.is_some_and(|it| !asked.is_lost || is_other(&it.value)) {
            return Err(Error::TransferUnderway);
        }
        let epoch = underway.or(last).map_or(1, |it| it.value.epoch + u32::from(underway.is_none()));
        let it = Assignment {
            epoch,
            phase: TransferPhase::Asked,
            on: now.today,
            from,
            from_name: self.name_of(from),
            to: asked.to,
            to_name: self.name_of(asked.to),
            until: asked.until,
            after: 0,
            after_in: None,
            carried: 0,
            cut: None,
            cut_in: None,
            reason: asked.reason,
        };
        let violations = check::body(&Body::Assignment(it.clone()), Some(&file), now.today);
        if !violations.is_empty() {
            return Err(Error::Refused(violations));
        }
        if from == keys.centre || asked.is_lost {
            let journal = self.present_journal_of(from)?;
            let cut = (from != keys.centre).then(|| self.store.head_of(journal).sequence);
            let cut_in = Some(journal).filter(|journal| cut.is_some() && *journal != from);
            let before = underway.map(|it| (it.id, it.entry));
            self.grant(asked.person, Assignment { cut, cut_in, ..it }, before, now)?;
            return Ok(self.patch(&[asked.person]));
        }
        let writing = Writing::new(Some(asked.person), ObjectId(random::bytes()), None, Body::Assignment(it));
        self.write(vec![writing], now)
    }

    /// Hands over what the team asks for: the last thing that this station writes in those files.
    pub(super) fn hand_over(&mut self, now: Now) -> Result<(), Error> {
        let own = self.store.station();
        let asked =
            |it: &&Current<Assignment>| it.value.phase == TransferPhase::Asked && it.value.from == own;
        let asked: Vec<(PersonId, Current<Assignment>)> = self
            .fold
            .moved()
            .iter()
            .filter_map(|person| self.caseload().files.get(person))
            .filter_map(|file| Some((file.id, assignment::last(file).filter(asked)?.clone())))
            .collect();
        for (person, it) in asked {
            let over = Assignment { phase: TransferPhase::HandedOver, on: now.today, ..it.value };
            self.write(vec![Writing::new(Some(person), it.id, Some(it.entry), Body::Assignment(over))], now)?;
        }
        Ok(())
    }

    /// Gives what was handed over, and says so to who had it.
    pub(super) fn grant_what_came(&mut self, now: Now) -> Result<(), Error> {
        for person in self.fold.moved().clone() {
            let Some(file) = self.caseload().files.get(&person) else { continue };
            let Some(last) = assignment::last(file).cloned() else { continue };
            match last.value.phase {
                TransferPhase::Asked => {}
                TransferPhase::HandedOver => {
                    self.grant(person, last.value, Some((last.id, last.entry)), now)?;
                }
                TransferPhase::Granted => self.tell_who_had_it(person, last.id, last.value, now)?,
            }
        }
        Ok(())
    }

    /// Writes, in the journal for the station that gets it, the whole history of the file, then that it is
    /// theirs: one frame, all of it or none.
    fn grant(
        &mut self,
        person: PersonId,
        it: Assignment,
        before: Option<(ObjectId, EntryId)>,
        now: Now,
    ) -> Result<(), Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        let journal = return_journal(keys.centre, it.to);
        let first = self.store.head_of(journal).sequence + 1;
        let mut custody = custody::of(self.read_of(person)?, self.fold.journals());
        // What does not stand stays with the team.
        custody.counted.retain(|(entry, _)| !self.proposals().contains(&entry.id()));
        let history = in_order(custody);
        let ids: HashMap<EntryId, EntryId> =
            history.iter().zip(first..).map(|((entry, _), n)| (entry.id(), at(journal, n))).collect();
        let mut drafts: Vec<(DateTime<Utc>, Draft)> =
            history.iter().map(|read| (read.0.header.at, self.passed_on(read, &ids))).collect();
        let present = self.present_journal_of(it.to)?;
        let granted = Assignment {
            phase: TransferPhase::Granted,
            on: now.today,
            after: self.store.head_of(present).sequence,
            after_in: Some(present).filter(|journal| *journal != it.to),
            carried: drafts.len() as u64,
            ..it
        };
        let object = before.map_or_else(|| ObjectId(random::bytes()), |(object, _)| object);
        let replaces = before.map(|(_, entry)| ids.get(&entry).copied().unwrap_or(entry));
        drafts.push((now.at, granting(person, object, replaces, &granted)));
        let entries = self.store.append_to(journal, drafts)?;
        self.reread(&entries)?;
        self.tell_who_had_it(person, object, granted, now)
    }

    /// An entry as it is passed on: the same version, with the instant and the place where it was written.
    fn passed_on(&self, (entry, said): &custody::Read, ids: &HashMap<EntryId, EntryId>) -> Draft {
        // Who gets it knows stations, not the lives of their stores.
        let station = self.fold.journals().station_of(entry.header.station);
        let origin = Some(said.origin.unwrap_or(EntryId { station, sequence: entry.header.sequence }));
        let payload = Payload { salt: random::bytes(), batch: None, undoes: None, origin, ..said.clone() };
        Draft {
            kind: entry.header.kind.clone(),
            object: entry.header.object,
            person: entry.header.person,
            replaces: entry.header.replaces.and_then(|before| ids.get(&before).copied()),
            payload: payload::encode(&payload),
        }
    }

    /// The journal in which a station wrote last, as far as this one knows.
    fn present_journal_of(&self, station: StationId) -> Result<StationId, Error> {
        let senders = self.senders()?;
        Ok(senders.iter().find(|sender| sender.station == station).map_or(station, |sender| sender.journal))
    }

    /// Says to the station that had a file that another one has it, unless it was told.
    fn tell_who_had_it(
        &mut self,
        person: PersonId,
        object: ObjectId,
        it: Assignment,
        now: Now,
    ) -> Result<(), Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        if it.from == keys.centre {
            return Ok(());
        }
        let journal = return_journal(keys.centre, it.from);
        let read = self.read_of(person)?;
        let is_told = |(entry, said): &custody::Read| {
            entry.header.station == journal && said.said == Said::Is(Body::Assignment(it.clone()))
        };
        if read.iter().any(is_told) {
            return Ok(());
        }
        // It succeeds what that station has: its own word that it let the file go, or that it was asked to.
        let known = |(entry, said): &&custody::Read| {
            entry.header.object == object
                && said.origin.is_none()
                && matches!(self.fold.journals().author(entry.header.station),
                    Author::Station(station) | Author::Centre { to: station } if station == it.from)
        };
        let known =
            read.iter().filter(known).max_by_key(|(entry, said)| (phase_of(said), entry.header.sequence));
        let replaces = known.map(|(entry, _)| entry.id());
        let drafts = vec![(now.at, granting(person, object, replaces, &it))];
        let entries = self.store.append_to(journal, drafts)?;
        self.reread(&entries)
    }

    /// How a station is called: by whose it is or, before anything came of it, by its short code.
    pub(super) fn name_of(&self, station: StationId) -> String {
        let profile = match self.caseload().others.get(&station) {
            Some(other) => other.profile.as_ref(),
            None if station == self.store.station() => self.caseload().station.as_ref(),
            None => None,
        };
        let short = || crate::exchange::bundle::name::short_name(station);
        profile.map_or_else(short, |profile| profile.name.clone())
    }
}

const fn at(station: StationId, sequence: u64) -> EntryId {
    EntryId { station, sequence }
}

fn phase_of(payload: &Payload) -> Option<TransferPhase> {
    match &payload.said {
        Said::Is(Body::Assignment(it)) => Some(it.phase),
        Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
    }
}

fn granting(person: PersonId, object: ObjectId, replaces: Option<EntryId>, it: &Assignment) -> Draft {
    let body = Body::Assignment(it.clone());
    let kind = body.kind().to_owned();
    let salt = random::bytes();
    let said = Said::Is(body);
    let payload = Payload { salt, batch: None, undoes: None, imported: false, origin: None, said };
    Draft { kind, object, person: Some(person), replaces, payload: payload::encode(&payload) }
}

/// The history of a file, each version after the one that it succeeds, the person's page first: read one by
/// one, its entries come to the same file.
fn in_order(custody: Custody) -> Vec<custody::Read> {
    let Custody { passed_on, mut counted, .. } = custody;
    counted.sort_by_key(|(entry, said)| {
        let is_page = matches!(said.said, Said::Is(Body::Person(_))) && entry.header.replaces.is_none();
        (!is_page, entry.header.at, entry.header.station, entry.header.sequence)
    });
    let mut waiting: HashMap<EntryId, Vec<custody::Read>> = HashMap::new();
    let mut history = Vec::with_capacity(passed_on.len() + counted.len());
    let mut to_come: HashSet<EntryId> = counted.iter().map(|(entry, _)| entry.id()).collect();
    history.extend(passed_on);
    for read in counted {
        match read.0.header.replaces.filter(|before| to_come.contains(before)) {
            Some(before) => waiting.entry(before).or_default().push(read),
            None => {
                let mut ready = vec![read];
                while let Some(read) = ready.pop() {
                    to_come.remove(&read.0.id());
                    ready.extend(waiting.remove(&read.0.id()).unwrap_or_default());
                    history.push(read);
                }
            }
        }
    }
    history
}
