//! Documents: plain text of 80 columns, to be printed, signed, or taken to the commission. Each is a pure function
//! of what is known and of the words of a language, and carries the mention of the European fund of the year
//! that it is about (art. 12, R12-01 to R12-03).
//!
//! It writes no file and decides nothing: `usecase` writes what leaves the station and keeps a line of it.

pub mod agenda;
pub mod attendance;
mod blocks;
pub mod dossier;
pub mod email;
pub mod minutes;
pub mod review;
mod sheet;

use chrono::NaiveDate;

use crate::domain::codes::code_list;
use crate::domain::file::File;
use crate::domain::submission::Submission;

code_list! {
    /// A document that can be printed.
    DocumentKind {
        /// The file of one person for the commission (*dossier d’instruction*, R7-06).
        Dossier = "dossier",
        /// The agenda of a session (R7-22).
        Agenda = "ordre-du-jour",
        /// The attendance sheet of a session (R7-02).
        Attendance = "presence",
        /// The e-mail that tells the prescriber of the decision (R7-11).
        Email = "courriel",
        /// The review of actions and the interview records of everybody on an agenda (R9.3.5-02).
        Review = "seance",
        /// The minutes of a session, at the centre (R7-02).
        Minutes = "proces-verbal",
    }
}

impl DocumentKind {
    /// Whether it is about one person, not about a session.
    pub const fn is_of_a_person(self) -> bool {
        match self {
            Self::Dossier | Self::Email => true,
            Self::Agenda | Self::Attendance | Self::Review | Self::Minutes => false,
        }
    }
}

/// Who prints, and when.
#[derive(Debug, Clone)]
pub struct Maker<'a> {
    /// How the station is called.
    pub station: &'a str,
    /// The day.
    pub today: NaiveDate,
}

/// The files that aim at a session, by kind of business, then by name.
pub fn on_the_agenda<'a>(
    files: impl Iterator<Item = &'a File>,
    session_on: NaiveDate,
) -> Vec<(&'a File, &'a Submission)> {
    let mut listed: Vec<_> = files
        .flat_map(|file| file.submissions.iter().map(move |it| (file, &it.value)))
        .filter(|(_, it)| it.session_on == session_on)
        .collect();
    listed.sort_by_cached_key(|(file, it)| (it.business, file.person.value.display_name(), file.id));
    listed
}

/// The session that comes next: the earliest one, not before `today`, at which a file aims.
pub fn next_session<'a>(files: impl Iterator<Item = &'a File>, today: NaiveDate) -> Option<NaiveDate> {
    let sessions = files.flat_map(|file| &file.submissions).map(|it| it.value.session_on);
    sessions.filter(|session_on| *session_on >= today).min()
}

/// The submission of a file that a dossier is made of: the one that the commission has still to see, else the
/// last one.
pub fn submission_of(file: &File) -> Option<&Submission> {
    let pending = |it: &&Submission| crate::domain::submission::is_pending(file, it);
    let all = || file.submissions.iter().map(|it| &it.value);
    all().find(pending).or_else(|| all().next_back())
}
