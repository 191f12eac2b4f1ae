//! Lists of people out: for programs with stable names, for spreadsheets in words, and to a file that the
//! user names, with a line in the journal. A list that is in a file always has its line.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use secrecy::zeroize::Zeroizing;
use serde::Serialize;

use super::error::Error;
use super::import::files::at_home;
use super::outcome::Patch;
use super::session::Session;
use crate::domain::codes::{ExitReason, Lot, Public};
use crate::domain::file::{Current, File};
use crate::domain::id::PersonId;
use crate::domain::interview::Interview;
use crate::domain::limitation;
use crate::domain::list_export::{ListExport, ListFormat};
use crate::domain::now::Now;
use crate::domain::parameters::Pack;
use crate::domain::rules;
use crate::domain::state::State;
use crate::tabular::write_list;

/// One person of the list, with the field names of the interface.
#[derive(Serialize)]
pub struct Row {
    person: String,
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Birth date.
    pub birth_date: NaiveDate,
    /// Code of the commune.
    pub commune: Option<String>,
    /// Code of the lot.
    pub lot: Option<&'static str>,
    public: Option<&'static str>,
    state: &'static str,
    enrolled_on: Option<NaiveDate>,
    months_in_pathway: Option<u32>,
    /// Day of the exit, whoever said it.
    pub exited_on: Option<NaiveDate>,
    exit_reason: Option<&'static str>,
    /// Day of the last interview held.
    pub last_interview: Option<NaiveDate>,
    last_physical_interview: Option<NaiveDate>,
    last_justified_interview: Option<NaiveDate>,
    next_appointment: Option<NaiveDate>,
    last_step: Option<NaiveDate>,
    /// Codes of what the rules find, each once.
    pub findings: Vec<&'static str>,
}

impl Row {
    /// Where a person stands on a day; without names, who they are is left out.
    pub fn of(file: &File, pack: &Pack, as_of: NaiveDate, with_name: bool) -> Self {
        let state = State::of(file, as_of);
        let enrolment = state.period.enrolment.map(|it| &it.value);
        let day = |it: Option<&Current<Interview>>| it.map(|it| it.value.date);
        let mut findings: Vec<_> =
            rules::findings(file, pack, as_of).iter().map(|it| it.code.code()).collect();
        findings.sort_unstable();
        findings.dedup();
        Self {
            person: file.id.to_string(),
            reference: file.person.value.reference.clone(),
            name: with_name.then(|| file.person.value.display_name()),
            birth_date: file.person.value.birth_date,
            commune: file.person.value.commune.clone(),
            lot: enrolment.and_then(|it| it.lot).map(Lot::code),
            public: enrolment.and_then(|it| it.public).map(Public::code),
            state: state.pathway().code(),
            enrolled_on: state.enrolled_on(),
            months_in_pathway: state.months_in_pathway(),
            exited_on: state.period.exited_on,
            exit_reason: state.period.exit_reason.map(ExitReason::code),
            last_interview: day(state.last_interview()),
            last_physical_interview: day(state.last_physical_interview()),
            last_justified_interview: day(state.last_justified_interview()),
            next_appointment: day(state.next_appointment()),
            last_step: state.last_step().map(|it| it.date),
            findings,
        }
    }
}

/// A list as it stands on screen, and where it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct ListAsked {
    /// The file, as the user typed it: `.csv` or `.json`.
    pub path: String,
    /// Who is on it, in its order.
    pub people: Vec<PersonId>,
    /// The titles of its columns, in words.
    pub titles: Vec<String>,
    /// Its lines, in words: one a person.
    pub lines: Vec<Vec<String>>,
}

impl std::fmt::Debug for ListAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ListAsked({} people […])", self.people.len())
    }
}

impl Session {
    /// Writes a list to a file that must not exist yet, mode 0600, and a line in the journal that says so.
    /// When this returns both are on the disk; when it fails there is no such file.
    ///
    /// # Errors
    /// [`Error::ProcessingLimited`] when somebody on it is left out of lists (GDPR, article 18);
    /// The name says no known format; the file exists or cannot be written; the store's.
    pub fn write_list(&mut self, asked: &ListAsked, now: Now) -> Result<Patch, Error> {
        if asked.people.iter().any(|person| self.is_limited_on(*person, now)) {
            return Err(Error::ProcessingLimited);
        }
        let path = PathBuf::from(at_home(asked.path.trim()));
        let format = format_of(&path).ok_or_else(|| Error::ListFormat { path: path.clone() })?;
        let bytes = Zeroizing::new(match format {
            ListFormat::Csv => {
                let titles: Vec<&str> = asked.titles.iter().map(String::as_str).collect();
                write_list(&titles, asked.lines.iter().map(|line| line.iter().map(String::as_str)))
            }
            ListFormat::Json => self.list_as_json(&asked.people, now)?,
            // Documents are made of words, elsewhere: a list is none.
            ListFormat::Text => return Err(Error::ListFormat { path }),
        });
        let people = u32::try_from(asked.people.len()).unwrap_or(u32::MAX);
        let line = ListExport { made_on: now.today, people, format, person: None };
        self.write_out(&path, &bytes, line, now)
    }

    /// Whether the processing of what is kept of the person is limited today (GDPR, article 18).
    pub(super) fn is_limited_on(&self, person: PersonId, now: Now) -> bool {
        self.caseload().files.get(&person).is_some_and(|file| limitation::on(file, now.today).is_some())
    }

    fn list_as_json(&self, people: &[PersonId], now: Now) -> Result<Vec<u8>, Error> {
        let pack = Pack::default();
        let row = |person: &PersonId| Ok(Row::of(self.file(*person)?, &pack, now.today, true));
        let rows = people.iter().map(row).collect::<Result<Vec<_>, Error>>()?;
        Ok(serde_json::to_vec_pretty(&rows).expect("a row has string keys"))
    }
}

fn format_of(path: &Path) -> Option<ListFormat> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    ListFormat::ALL.iter().copied().find(|format| format.code() == ending)
}
