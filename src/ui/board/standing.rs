//! Where one person stands on the day of the board.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::as_of::Span;
use crate::domain::candidature::{CandidatureStage, stage_of};
use crate::domain::codes::{Lot, Outcome, PathwayState, Public};
use crate::domain::dates::sub_days;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::interview::{Interview, Signature};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::rules::{AlertCode, Clock, Severity, clocks_of};
use crate::domain::state::State;

/// An interview or an appointment, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// The interview.
    pub id: ObjectId,
    /// Its day.
    pub date: NaiveDate,
    /// Its hour, when it is known.
    pub start: Option<NaiveTime>,
}

/// What the rules find about somebody, in short: what lists show and sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Alerts {
    /// How many findings there are.
    pub count: usize,
    /// How pressing the first one is, and since when.
    pub first: Option<(Severity, NaiveDate)>,
    /// Which alerts, as bits in the order of [`AlertCode::ALL`].
    codes: u32,
}

impl Alerts {
    fn of(clocks: &[Clock], on: NaiveDate) -> Self {
        let mut alerts = Self::default();
        for clock in clocks {
            let Some((_, severity)) = clock.strikes(on) else { continue };
            alerts.count += 1;
            alerts.codes |= 1 << clock.code() as u32;
            let rank = (severity, clock.due());
            alerts.first = Some(alerts.first.map_or(rank, |first| first.min(rank)));
        }
        alerts
    }

    /// The alerts of which there is a finding.
    pub fn each(self) -> impl Iterator<Item = AlertCode> {
        let mut left = self.codes;
        std::iter::from_fn(move || {
            let code = AlertCode::ALL.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*code)
        })
    }

    /// Whether there is a finding of this alert.
    pub const fn has(self, code: AlertCode) -> bool {
        self.codes & (1 << code as u32) != 0
    }
}

/// Where one person stands on the day of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where in the pathway.
    pub pathway: PathwayState,
    /// Where the candidature stands, while the commission has not decided.
    pub candidature: Option<CandidatureStage>,
    /// Whether the person counts in the file active (D-4).
    pub is_in_file_active: bool,
    /// Whole months since the adhesion.
    pub months_in_pathway: Option<u32>,
    /// Lot of the current period.
    pub lot: Option<Lot>,
    /// Youth or adult.
    pub public: Option<Public>,
    /// Date of birth.
    pub birth_date: NaiveDate,
    /// Commune of residence: its INSEE code.
    pub commune: Option<Arc<str>>,
    /// Who follows the person, when it is not the counsellor of the station.
    pub referent: Option<Arc<str>>,
    /// Day of the last interview held.
    pub last_interview_on: Option<NaiveDate>,
    /// Day since which nothing was heard of the person: the last interview held, or what began the
    /// period when there was none.
    pub silent_since: Option<NaiveDate>,
    /// The next appointment, today's included.
    pub next_appointment: Option<Appointment>,
    /// The interviews and appointments of the day.
    pub met_today: Box<[Appointment]>,
    /// The interviews of the time left to sign whose record is still to be signed.
    pub to_sign: Box<[Appointment]>,
    /// Whether the commission recommended something that is still to be done.
    pub is_recommended_something: bool,
    /// What the rules find.
    pub alerts: Alerts,
    /// Every clock that runs, whatever it says.
    pub(super) clocks: Box<[Clock]>,
}

impl Standing {
    /// Where the person of this file, who lives in `commune`, stands, and the days on which the clocks
    /// are these.
    pub(super) fn of(
        file: &File,
        commune: Option<Arc<str>>,
        parameters: &Parameters,
        on: NaiveDate,
    ) -> (Self, Span) {
        let state = State::of(file, on);
        let clocks = clocks_of(&state, parameters).into_boxed_slice();
        let same_on = state.same_on();
        let enrolment = state.period.enrolment.map(|it| &it.value);
        let last_interview_on = state.last_interview().map(|it| it.value.date);
        let began_on = enrolment.and_then(|it| it.received_on.or(it.referred_on));
        let appointment =
            |it: &Current<Interview>| Appointment { id: it.id, date: it.value.date, start: it.value.start };
        let unsigned_from = sub_days(on, parameters.get(ParameterKey::SigningTime));
        let standing = Self {
            pathway: state.pathway(),
            candidature: Some(stage_of(&state)).filter(|it| !it.is_decided()),
            is_in_file_active: state.is_in_file_active(),
            months_in_pathway: state.months_in_pathway(),
            lot: enrolment.and_then(|it| it.lot),
            public: enrolment.and_then(|it| it.public),
            birth_date: file.person.value.birth_date,
            commune,
            referent: None,
            last_interview_on,
            silent_since: last_interview_on.or(state.enrolled_on()).or(began_on),
            next_appointment: state.next_appointment().map(appointment),
            is_recommended_something: file.recommendations.iter().any(|it| it.value.is_open()),
            met_today: between(file, on, on).map(appointment).collect(),
            to_sign: between(file, unsigned_from, on)
                .filter(|it| is_to_sign(it, file))
                .map(appointment)
                .collect(),
            alerts: Alerts::of(&clocks, on),
            clocks,
        };
        (standing, same_on)
    }

    /// Whether nobody follows the person any more: they left, or did not enter.
    pub const fn is_over(&self) -> bool {
        match self.pathway {
            PathwayState::Exited | PathwayState::Refused => true,
            PathwayState::Candidate
            | PathwayState::InPathway
            | PathwayState::InWork
            | PathwayState::PostTraining
            | PathwayState::Suspended => false,
        }
    }
}

/// The interviews of those days, both included.
pub fn between(file: &File, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = &Current<Interview>> {
    let first = file.interviews.partition_point(|it| it.value.date < from);
    file.interviews[first..].iter().take_while(move |it| it.value.date <= until)
}

/// Whether the interview was held and somebody has still to sign its record, for the first time or
/// again.
pub fn is_to_sign(interview: &Current<Interview>, file: &File) -> bool {
    let it = &interview.value;
    let signatures = [&it.participant_signature, &it.counsellor_signature];
    let is_awaited = signatures.contains(&&Signature::ToSign) || file.is_changed_since_signed(interview.id);
    it.outcome == Outcome::Held && is_awaited
}
