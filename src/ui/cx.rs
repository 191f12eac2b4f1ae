//! What layers read: time, words, look, keys, and the people. Nothing here can be changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::layout::Size;

use super::board::Board;
use super::keymap::Keymap;
use super::terminal::learnt::Shown;
use super::theme::Theme;
use crate::domain::agenda::{Agenda, Diary};
use crate::domain::communes;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::now::Now;
use crate::domain::person::Person;
use crate::domain::station::StationProfile;
use crate::i18n::Words;
use crate::journal::fold::Caseload;
use crate::search::Index;
use crate::usecase::exchanges::Exchanged;
use crate::usecase::outcome::{KeptDraft, Notice, Opened, Outcome, Patch, UndoState};
use crate::usecase::rights::RightsOutcome;

/// What is known of the open station, kept up to date by patches.
#[derive(Default)]
pub struct ReadModel {
    /// Every file.
    pub caseload: Arc<Caseload>,
    /// Where everyone stands today, and what the rules find.
    pub board: Board,
    /// What is planned with everybody.
    pub agenda: Agenda,
    /// Finds people as they are remembered.
    pub index: Index,
    /// What undo and redo would do.
    pub undo: UndoState,
    /// Entries that no bundle has carried yet.
    pub unsent: u64,
    /// What was being typed and not saved.
    pub drafts: Vec<KeptDraft>,
    /// Preferences and last values of this station.
    pub remembered: BTreeMap<String, Vec<u8>>,
    /// What opening found or repaired.
    pub notices: Vec<Notice>,
    /// Whether the station is open.
    pub is_open: bool,
    /// Whether it is a throw-away station full of invented people.
    pub is_demo: bool,
    /// Whether the participant sits opposite: other people become initials.
    pub is_discreet: bool,
}

impl ReadModel {
    /// Takes in a station that was just opened.
    pub fn open(&mut self, opened: Opened, today: NaiveDate) {
        self.caseload = Arc::new(opened.caseload);
        self.board = Board::of(&self.caseload, self.board.pack(), today);
        self.agenda = Agenda::of(self.caseload.files.values().map(AsRef::as_ref));
        self.index = Index::of(&self.caseload);
        self.undo = opened.undo;
        self.unsent = opened.unsent;
        self.drafts = opened.drafts;
        self.remembered = opened.remembered;
        self.notices = opened.notices;
        self.is_demo |= opened.is_demo;
        self.is_open = true;
    }

    /// Forgets everything about people.
    pub fn close(&mut self) {
        *self = Self { is_demo: self.is_demo, is_discreet: self.is_discreet, ..Self::default() };
    }

    /// Takes in what a transaction changed.
    pub fn apply(&mut self, patch: Patch) {
        let caseload = Arc::make_mut(&mut self.caseload);
        let changed: Vec<PersonId> = patch.files.iter().map(|(person, _)| *person).collect();
        (caseload.office, caseload.others) = (patch.office, patch.others);
        for (person, file) in patch.files {
            self.agenda.put(person, file.as_deref());
            self.index.put(person, file.as_deref().map(|file| &file.person.value));
            match file {
                Some(file) => caseload.files.insert(person, file),
                None => caseload.files.remove(&person),
            };
        }
        self.board.update(&self.caseload, changed);
        self.undo = patch.undo;
        self.unsent = patch.unsent;
    }

    /// Takes in what an answer changed, if it changed anything that people see; says whether it did.
    pub fn take_in(&mut self, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Saved(patch) | Outcome::Undone(_, patch) | Outcome::Redone(_, patch) => {
                self.apply(patch.clone());
                true
            }
            Outcome::Exchanged(Exchanged::Sent(_, patch) | Exchanged::Received(_, patch)) => {
                self.apply(patch.clone());
                true
            }
            Outcome::Imported(imported) => {
                imported.patch.iter().for_each(|patch| self.apply(patch.clone()));
                imported.patch.is_some()
            }
            Outcome::Rights(RightsOutcome::Erased(person, _, patch)) => {
                self.drafts.retain(|draft| draft.key.person != Some(*person));
                self.apply(patch.clone());
                true
            }
            Outcome::DraftDropped(key) => {
                self.drafts.retain(|draft| draft.key != *key);
                true
            }
            _ => false,
        }
    }

    /// Computes where everyone stands on another day, if `today` is one; says whether it was.
    pub fn turn_to(&mut self, today: NaiveDate) -> bool {
        let is_another = self.is_open && self.board.on() != today;
        if is_another {
            self.board = Board::of(&self.caseload, self.board.pack(), today);
        }
        is_another
    }
}

/// What layers read.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// When the event happened.
    pub now: Now,
    /// Size of the window.
    pub size: Size,
    /// Words of the language in use.
    pub words: &'a Words,
    /// How roles look.
    pub theme: &'a Theme,
    /// Which key does what.
    pub keymap: &'a Keymap,
    /// The station and its people.
    pub model: &'a ReadModel,
    /// Whose file the top screen is about.
    pub subject: Option<PersonId>,
    /// The terminal that all this is shown on.
    pub terminal: Shown,
}

impl Cx<'_> {
    /// A person's file.
    pub fn file(&self, person: PersonId) -> Option<&File> {
        self.model.caseload.files.get(&person).map(Arc::as_ref)
    }

    /// On which days and at which hours one more person can be received.
    pub fn diary(&self) -> Diary<'_> {
        Diary::new(&self.model.agenda, &self.model.caseload.office.absences)
    }

    /// The station's profile, once it has one.
    pub fn station(&self) -> Option<&StationProfile> {
        self.model.caseload.station.as_ref()
    }

    /// How a person is named on screen: initials for others than the open file in discreet mode.
    pub fn name(&self, id: PersonId, person: &Person) -> String {
        if self.model.is_discreet && self.subject != Some(id) {
            person.initials()
        } else {
            person.display_name()
        }
    }

    /// What a commune is called; its code when it is not one of the Métropole.
    pub fn commune(&self, code: &str) -> String {
        communes::by_code(code).map_or_else(|| code.to_owned(), |commune| commune.name.to_owned())
    }
}
