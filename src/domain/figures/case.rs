//! What the figures need to know of one person, read from the file once.

use chrono::NaiveDate;

use super::{PROGRAMME_START, Stretch};
use crate::domain::codes::{Criterion, EntryKind, ExitReason, Lot, Priority, Public, code_list};
use crate::domain::dates::{add_months, age};
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::state::period::Period;

/// Under this age, in years, a person is young in the profile of article 1 (R1-04).
const YOUNG_UNDER: u32 = 25;
/// From this age, in years, a person is « de plus de 50 ans ».
const SENIOR_FROM: u32 = 50;
/// Months of registration that make a long-term job-seeker (R1-04, A-03).
const LONG_TERM_MONTHS: u32 = 12;
/// Highest level of today's nomenclature that is level V or less of the former one.
const LOW_LEVEL: u8 = 3;

code_list! {
    /// What people are told apart by (R5-07, R8-08).
    Dimension {
        /// By nothing.
        Everybody = "everybody",
        /// Youth or adult.
        Public = "public",
        /// Sex.
        Sex = "sex",
        /// Lot of the last enrolment.
        Lot = "lot",
        /// Commune of residence.
        Commune = "commune",
        /// The criterion that counts in totals.
        Criterion = "criterion",
        /// Priorities of article 5: somebody who has several is in several groups.
        Priority = "priority",
    }
}

/// What the profile of article 1 looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    /// Under 25.
    Under25,
    /// 50 and over.
    Over50,
    /// Registered as a job-seeker for twelve months and more.
    LongTerm,
    /// Level 3 or less.
    LowLevel,
    /// Receives the RSA.
    Rsa,
    /// Lives in a priority neighbourhood.
    Qpv,
}

/// A person's traits at the first entry into the programme (R1-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Profile(u8);

impl Profile {
    /// Whether the person has it.
    pub const fn has(self, it: Trait) -> bool {
        self.0 & (1 << it as u8) != 0
    }

    fn at_entry(person: &Person, enrolment: Option<&Enrolment>, on: NaiveDate) -> Self {
        let years = age(person.birth_date, on);
        let has_criterion = |it| enrolment.is_some_and(|of| of.criteria.contains(&it));
        let jobseeker_since = enrolment.and_then(|it| it.jobseeker_since);
        let is_long_term = jobseeker_since.is_some_and(|since| on >= add_months(since, LONG_TERM_MONTHS));
        let lives_in_qpv = person.qpv.as_deref().is_some_and(|it| it != "non");
        let traits = [
            (Trait::Under25, years < YOUNG_UNDER),
            (Trait::Over50, years >= SENIOR_FROM),
            (Trait::LongTerm, is_long_term || has_criterion(Criterion::LongTermJobseeker)),
            (Trait::LowLevel, enrolment.and_then(|it| it.level).is_some_and(|level| level <= LOW_LEVEL)),
            (Trait::Rsa, has_criterion(Criterion::Rsa)),
            (Trait::Qpv, lives_in_qpv || enrolment.is_some_and(|it| it.priorities.contains(&Priority::Qpv))),
        ];
        Self(traits.into_iter().filter(|(_, holds)| *holds).fold(0, |bits, (it, _)| bits | 1 << it as u8))
    }
}

/// Entries and exits of one person in the stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flows {
    /// Entries of any kind.
    pub entries: usize,
    /// Entries from the protocol before.
    pub carried_over: usize,
    /// Entries after an exit.
    pub returns: usize,
    /// Exits of any kind.
    pub exits: usize,
    /// Exits that article 2 counts as positive.
    pub positive_exits: usize,
    /// Exits without a reason.
    pub unexplained_exits: usize,
}

/// One person, as the figures see them on the cut-off.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// Who.
    pub person: PersonId,
    /// Whether they were adhering on a day of the programme.
    pub is_supported: bool,
    /// Whether they were on a day of the stretch.
    pub is_supported_in_stretch: bool,
    /// Whether they are on the cut-off.
    pub is_active: bool,
    /// Entries and exits of the stretch.
    pub flows: Flows,
    /// Exits since the programme began.
    pub all_exits: usize,
    /// Those that are positive.
    pub all_positive_exits: usize,
    /// Traits at the first entry.
    pub profile: Profile,
    /// Youth or adult, as frozen at the referral.
    pub public: Option<Public>,
    identity: &'a Person,
    last: Option<&'a Enrolment>,
}

impl<'a> Case<'a> {
    /// Reads a file as it stood on the cut-off.
    pub fn of(file: &'a File, stretch: Stretch) -> Self {
        let identity = &file.person.value;
        let mut case = Self {
            person: file.id,
            is_supported: false,
            is_supported_in_stretch: false,
            is_active: false,
            flows: Flows::default(),
            all_exits: 0,
            all_positive_exits: 0,
            profile: Profile::default(),
            public: None,
            identity,
            last: None,
        };
        let mut has_stayed = false;
        Period::each(file, stretch.to, |period| {
            case.add(&period, stretch, has_stayed);
            has_stayed |= period.adhesion.is_some();
        });
        case
    }

    fn add(&mut self, period: &Period<'a>, stretch: Stretch, is_return: bool) {
        let enrolment = period.enrolment.map(|it| &it.value);
        let Some(adhesion) = period.adhesion else { return };
        let exited_on = period.exited_on;
        if exited_on.is_some_and(|on| on < PROGRAMME_START) {
            return;
        }
        if !self.is_supported {
            self.profile = Profile::at_entry(self.identity, enrolment, adhesion.date);
        }
        self.is_supported = true;
        self.is_supported_in_stretch |= exited_on.is_none_or(|on| on >= stretch.from);
        self.is_active = exited_on.is_none();
        self.last = enrolment.or(self.last);
        let referred_on = enrolment.and_then(|it| it.referred_on).unwrap_or(adhesion.date);
        let public = enrolment.and_then(|it| it.public);
        self.public = public.or_else(|| Some(Public::at(self.identity.birth_date, referred_on)));
        let kind = enrolment.and_then(|it| it.entry_kind);
        let is_carried_over = kind == Some(EntryKind::PreviousProtocol) || adhesion.date < PROGRAMME_START;
        // Carried over on the first day, with the day of the adhesion kept (R6-02).
        if stretch.has(adhesion.date.max(PROGRAMME_START)) {
            self.flows.entries += 1;
            self.flows.carried_over += usize::from(is_carried_over);
            self.flows.returns +=
                usize::from(!is_carried_over && (is_return || kind == Some(EntryKind::Return)));
        }
        if let Some(on) = exited_on {
            self.add_exit(stretch.has(on), period.exit_reason);
        }
    }

    fn add_exit(&mut self, is_of_stretch: bool, reason: Option<ExitReason>) {
        let positive = usize::from(reason.is_some_and(ExitReason::is_positive));
        self.all_exits += 1;
        self.all_positive_exits += positive;
        if is_of_stretch {
            self.flows.exits += 1;
            self.flows.positive_exits += positive;
            self.flows.unexplained_exits += usize::from(reason.is_none());
        }
    }

    /// Gives the code of each group of a dimension that the person is in: one, but for priorities.
    pub fn codes(&self, dimension: Dimension, mut each: impl FnMut(Option<&'a str>)) {
        match dimension {
            Dimension::Everybody => each(None),
            Dimension::Public => each(self.public.map(Public::code)),
            Dimension::Sex => each(self.identity.sex.map(|it| it.code())),
            Dimension::Lot => each(self.last.and_then(|it| it.lot).map(|it| it.code())),
            Dimension::Commune => each(self.identity.commune.as_deref()),
            Dimension::Criterion => each(self.last.and_then(|it| it.main_criterion).map(|it| it.code())),
            Dimension::Priority => {
                let priorities = self.last.map_or(&[][..], |it| &it.priorities);
                priorities.iter().for_each(|it| each(Some(it.code())));
                if priorities.is_empty() {
                    each(None);
                }
            }
        }
    }

    /// Lot of the last enrolment.
    pub fn lot(&self) -> Option<Lot> {
        self.last.and_then(|it| it.lot)
    }
}
