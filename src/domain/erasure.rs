//! What stays of a person who was erased: the certificate, and the few anonymous facts that counts
//! need (domain.md §3.3). Neither a name, nor a text, nor a day of their life.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::codes::{ExitReason, Lot, Outcome, Sex, code_list};
use super::file::File;
use super::id::PersonId;
use super::state::period::Period;

code_list! {
    /// Why a person is erased.
    ErasureReason {
        /// They asked for it (GDPR, article 17).
        Request = "demande",
        /// The file was kept for as long as it may be.
        Retention = "echeance",
        /// The file should never have been opened.
        Mistake = "erreur",
    }
}

code_list! {
    /// Age at the entry, in the bands that the CCTP counts.
    AgeBand {
        /// Under 26.
        Under26 = "moins_26",
        /// From 26 to 49.
        From26To49 = "26_49",
        /// 50 and over.
        From50 = "50_plus",
    }
}

impl AgeBand {
    /// The band of somebody born on `birth`, on `day`.
    pub fn on(birth: NaiveDate, day: NaiveDate) -> Self {
        match day.years_since(birth).unwrap_or(0) {
            0..26 => Self::Under26,
            26..50 => Self::From26To49,
            50.. => Self::From50,
        }
    }
}

/// One period of adhesion, to the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidualPeriod {
    /// Lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<Lot>,
    /// Age at the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeBand>,
    /// First day of the month of the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<NaiveDate>,
    /// First day of the month of the exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exited: Option<NaiveDate>,
    /// What kind of exit it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_reason: Option<ExitReason>,
}

/// What counts still need once nothing else is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residue {
    /// Sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Periods of adhesion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<ResidualPeriod>,
    /// Interviews that took place.
    pub interviews: u64,
    /// Steps.
    pub steps: u64,
}

impl Residue {
    /// What counts need of a file.
    pub fn of(file: &File) -> Self {
        let person = &file.person.value;
        let month = |day: NaiveDate| day.with_day(1).unwrap_or(day);
        let periods = Period::all(file).into_iter().map(|it| {
            let entered = it.adhesion.map(|it| it.date);
            ResidualPeriod {
                lot: it.enrolment.and_then(|it| it.value.lot),
                age: entered.map(|day| AgeBand::on(person.birth_date, day)),
                entered: entered.map(month),
                exited: it.exited_on.map(month),
                exit_reason: it.exit_reason,
            }
        });
        let held = file.interviews.iter().filter(|it| it.value.outcome == Outcome::Held);
        Self {
            sex: person.sex,
            periods: periods.collect(),
            interviews: held.count() as u64,
            steps: file.steps.len() as u64,
        }
    }
}

/// The certificate: that a person was erased, when, by whom and why. Its entry says when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The person, by the number that no name goes with any more.
    pub person: PersonId,
    /// Why.
    pub reason: ErasureReason,
    /// Who did it: the name of the station.
    pub by: String,
    /// How many entries became unreadable.
    pub entries: u64,
    /// How many attachments were destroyed.
    pub attachments: u64,
    /// Digest of what the entries said, in order: 64 hexadecimal digits. It proves which entries they
    /// were to whoever had a copy, and says nothing of them.
    pub digest: String,
    /// Digest of the chain when they were erased: 64 hexadecimal digits.
    pub chain: String,
    /// What counts still need.
    pub residue: Residue,
}
