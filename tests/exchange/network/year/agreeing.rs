//! Whether everybody agrees in the end.

use std::collections::BTreeSet;

use jalon::domain::body::Body;
use jalon::domain::file::EntryId;
use jalon::journal::payload::{self, Said};
use jalon::usecase::session::Session;

use super::super::{Member, has_all_of};
use super::living::Life;

/// The notes of calls that are anywhere in the journals of a store.
pub fn notes_in(session: &Session) -> BTreeSet<String> {
    let store = session.store();
    let each = |(station, last): (_, u64)| (1..=last).map(move |sequence| EntryId { station, sequence });
    let all = store.heads().flat_map(|(journal, head)| each((journal, head.sequence)));
    all.filter_map(|id| note_in(session, id)).collect()
}

fn note_in(session: &Session, id: EntryId) -> Option<String> {
    match payload::of(&session.store().read(id)?)?.said {
        Said::Is(Body::Contact(call)) => Some(call.result),
        Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
    }
}

impl Life {
    /// Says what happened, in the order of the sums.
    pub fn everybody_agrees(&mut self, seed: usize) -> [usize; 7] {
        let team = &self.team.session;
        let members: Vec<&Member> = self.members.iter().flatten().collect();
        for member in &members {
            assert!(has_all_of(team, &member.session), "seed {seed}");
        }
        let safe = notes_in(team);
        for note in &self.written {
            let is_there = safe.contains(&note.said) || self.may_be_gone.contains(&note.said);
            assert!(is_there, "seed {seed}: {} is lost", note.said);
        }
        let aside: BTreeSet<String> = team.proposals().iter().filter_map(|id| note_in(team, *id)).collect();
        let has_accidents = self.restored + self.departed > 0;
        assert!(
            has_accidents || team.proposals().is_empty(),
            "seed {seed}: nobody wrote what was not theirs"
        );
        for (person, _) in &self.people {
            let Some(known) = team.caseload().files.get(person) else {
                assert!(self.people_who_may_be_gone.contains(person), "seed {seed}: nobody is missing");
                continue;
            };
            let has = |member: &&&Member| member.session.caseload().files.contains_key(person);
            let owners: Vec<&&Member> = members.iter().filter(has).collect();
            let last = jalon::domain::assignment::last(known).map(|it| &it.value);
            assert_eq!(
                owners.len(),
                1,
                "seed {seed}: one station alone has the file: {:?} {last:?}",
                team.owner(*person)
            );
            let file = owners[0].session.file(*person).unwrap();
            assert_eq!(file, known);
            let mut said: Vec<&String> = file.contacts.iter().map(|it| &it.value.result).collect();
            said.sort();
            let of_them = self.written.iter().filter(|it| it.person == *person).map(|it| &it.said);
            let mut expected: Vec<&String> =
                of_them.filter(|said| safe.contains(*said) && !aside.contains(*said)).collect();
            expected.sort();
            assert_eq!(said, expected, "seed {seed}: all that was written of them is there, once");
            assert_eq!(file.decisions.len(), self.decided.get(person).copied().unwrap_or_default());
        }
        let gone = self.written.iter().filter(|it| !safe.contains(&it.said)).count();
        let (transfers, written) = (self.transfers, self.written.len());
        [self.bundles, transfers, self.restored, self.departed, written, aside.len(), gone]
    }
}
