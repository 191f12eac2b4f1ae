//! What the European Social Fund asks of a participant (domain.md §2, R10-07): the entry questionnaire, on the
//! situation of the first day, and what became of the person once they left.
//!
//! Identity, address and exit are those of the file and are not copied here. Answers are never derived from
//! one another: a form proposes what the file knows, somebody confirms it. What is asked for and still empty is
//! in [`gap`].

pub mod gap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::as_of::Day;
use super::body::Body;
use super::codes::code_list;
use super::file::{Current, File};
use super::recorded::Recorded;
use gap::EsfGap;

code_list! {
    /// Where somebody stands on the labour market: exactly one holds (domain.md §2.4, §2.5).
    LabourStatus {
        /// Without work and looking for it.
        Unemployed = "chomage",
        /// Neither working, nor looking, nor learning.
        Inactive = "inactif",
        /// At school, or in training.
        InTraining = "formation",
        /// A job for six months at least.
        LastingJob = "emploi_durable",
        /// A job for less, agency work included.
        ShortJob = "emploi_temporaire",
        /// A subsidised job, integration through work included.
        AidedJob = "emploi_aide",
        /// One's own business.
        SelfEmployed = "independant",
    }
}

code_list! {
    /// Highest diploma obtained, as ISCED 2011 groups them.
    Diploma {
        /// None, or primary school (0-1).
        Primary = "primaire",
        /// Lower secondary (2).
        LowerSecondary = "college",
        /// CAP, BEP, baccalauréat (3).
        UpperSecondary = "cap_bac",
        /// After the baccalauréat, outside higher education (4).
        PostSecondary = "post_bac",
        /// Two years of higher education (5).
        ShortCycle = "bac_2",
        /// Bachelor (6).
        Bachelor = "licence",
        /// Master (7).
        Master = "master",
        /// Doctorate (8).
        Doctorate = "doctorat",
    }
}

code_list! {
    /// An answer that the person may decline to give: they are counted all the same.
    EsfAnswer {
        Yes = "oui",
        No = "non",
        /// The person would rather not say.
        Declined = "ne_se_prononce_pas",
    }
}

code_list! {
    /// Who lives in the household.
    Household { Alone = "seul", Couple = "couple", SingleParent = "parent_isole", }
}

code_list! {
    /// A minimum income that the person receives.
    Benefit { Rsa = "RSA", Ass = "ASS", Aah = "AAH", Other = "AUTRE", }
}

/// A situation and the day on which it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The situation.
    pub status: LabourStatus,
    /// The day.
    pub on: NaiveDate,
}

/// A whole version of the record of a participant.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EsfRecord {
    /// Day of the first action: the entry questionnaire tells the situation of that day.
    pub entered_on: NaiveDate,
    /// Situation on the labour market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<LabourStatus>,
    /// Months without work and looking for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months_looking: Option<u16>,
    /// Whether France Travail had the person on its list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_registered: Option<bool>,
    /// Highest diploma.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diploma: Option<Diploma>,
    /// Household: asked of those who entered under the programme of 2014-2020.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Household>,
    /// Whether children depend on the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_children: Option<bool>,
    /// Minimum incomes received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// A recognised disability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disability: Option<EsfAnswer>,
    /// Without a home, or about to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub housing: Option<EsfAnswer>,
    /// A parent was born abroad.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_abroad: Option<EsfAnswer>,
    /// Citizen of no country of the Union, stateless people included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub third_country: Option<bool>,
    /// Whom to call when the person cannot be reached.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relay: String,
    /// Day on which the person signed the questionnaire.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// Situation within four weeks of the exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_status: Option<LabourStatus>,
    /// Day on which it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_seen_on: Option<NaiveDate>,
    /// Whether the person left with a qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_qualified: Option<bool>,
    /// Situation six months after the exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_status: Option<LabourStatus>,
    /// Day on which it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_seen_on: Option<NaiveDate>,
}

impl EsfRecord {
    /// A record of which only the day of the entry is known.
    pub const fn new(entered_on: NaiveDate) -> Self {
        Self {
            entered_on,
            status: None,
            months_looking: None,
            is_registered: None,
            diploma: None,
            household: None,
            has_children: None,
            benefits: Vec::new(),
            disability: None,
            housing: None,
            parent_abroad: None,
            third_country: None,
            relay: String::new(),
            signed_on: None,
            exit_status: None,
            exit_seen_on: None,
            is_qualified: None,
            later_status: None,
            later_seen_on: None,
        }
    }

    /// The situation at the exit, once it is dated.
    pub fn exit(&self) -> Option<Seen> {
        Some(Seen { status: self.exit_status?, on: self.exit_seen_on? })
    }

    /// The situation six months later, once it is dated.
    pub fn later(&self) -> Option<Seen> {
        Some(Seen { status: self.later_status?, on: self.later_seen_on? })
    }
}

/// The record that holds on that day: somebody who comes back keeps the first entry, so there is one, the last
/// that was begun (domain.md §2.5).
pub fn record_on(file: &File, day: impl Day) -> Option<&Current<EsfRecord>> {
    file.esf_records.iter().rfind(|it| day.has_come(it.value.entered_on))
}

/// Everything that the entry questionnaire asks for and that is still empty on that day.
pub fn missing_at_entry(file: &File, day: impl Day) -> Vec<EsfGap> {
    let person = &file.person.value;
    let record = record_on(file, day).map(|it| &it.value);
    let lacks = |is_there: fn(&EsfRecord) -> bool| !record.is_some_and(is_there);
    let is_looking = record.is_some_and(|it| it.status == Some(LabourStatus::Unemployed));
    let is_signed = record.and_then(|it| it.signed_on).is_some_and(|signed| day.has_come(signed));
    let has_address = person.address.is_some() && person.postal_code.is_some() && person.commune.is_some();
    let empty = |gap: &EsfGap| match gap {
        EsfGap::Sex => person.sex.is_none(),
        EsfGap::BirthPlace => person.birth_place.is_none(),
        EsfGap::Address => !has_address,
        EsfGap::Status => lacks(|it| it.status.is_some()),
        EsfGap::MonthsLooking => is_looking && lacks(|it| it.months_looking.is_some()),
        EsfGap::Diploma => lacks(|it| it.diploma.is_some()),
        EsfGap::Disability => lacks(|it| it.disability.is_some()),
        EsfGap::Housing => lacks(|it| it.housing.is_some()),
        EsfGap::ParentAbroad => lacks(|it| it.parent_abroad.is_some()),
        EsfGap::ThirdCountry => lacks(|it| it.third_country.is_some()),
        EsfGap::Signature => !is_signed,
    };
    EsfGap::ALL.iter().copied().filter(empty).collect()
}

/// Whether the person can be reached: a telephone, an e-mail address, or somebody who knows where they are.
pub fn can_be_reached(file: &File, day: impl Day) -> bool {
    let person = &file.person.value;
    let has_relay = || record_on(file, day).is_some_and(|it| !it.value.relay.trim().is_empty());
    person.phone.is_some() || person.email.is_some() || has_relay()
}

impl Recorded for EsfRecord {
    const KIND: &'static str = "esf_record";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.esf_records
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.esf_records
    }

    fn into_body(self) -> Body {
        Body::EsfRecord(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.entered_on)
    }
}

impl std::fmt::Debug for EsfRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EsfRecord({} […])", self.entered_on)
    }
}
