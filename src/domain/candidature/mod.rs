//! A candidature, from the referral to the written proposal and what the commission made of it
//! (art. 5, 7, 9-3-1 and 9-3-2; domain.md §5.18). Derived: nothing of it is stored.
//!
//! A candidate who withdraws, or whom nobody can reach, stays a candidate until the commission has
//! seen the proposal: nothing here closes a candidature (R7-05).

mod concern;
mod lack;

use chrono::NaiveDate;

pub use concern::{Concern, concerns, lives_outside};
pub use lack::CandidatureLack;

use super::as_of::Day as _;
use super::codes::{Business, DropReason, Outcome, Purpose, Ruling, code_list};
use super::dates::add_days;
use super::diagnosis::{Diagnosis, DiagnosisLack};
use super::file::Current;
use super::reception::{ReceptionItem, done};
use super::state::State;
use super::submission::Submission;

code_list! {
    /// Where a candidature stands (domain.md §5.18), in the order in which one goes on.
    CandidatureStage {
        /// Referred, not yet received.
        Referred = "orientee",
        /// Received a first time.
        Received = "accueillie",
        /// The diagnosis is being made.
        InDiagnosis = "en_diagnostic",
        /// The proposal and its reasons are written.
        Proposed = "proposition_redigee",
        /// The action manager checked the file and gave an opinion (R7-23).
        Verified = "verifiee",
        /// The file is on the agenda of a session.
        OnAgenda = "inscrite",
        /// The commission asked for a reinforced diagnosis, and no new proposal followed.
        Reinforced = "diagnostic_renforce",
        /// The commission put it off: the file was incomplete.
        Adjourned = "ajournee",
        /// The commission admitted the person.
        Admitted = "integree",
        /// The commission did not, and proposed something else.
        Refused = "refusee",
    }
}

impl CandidatureStage {
    /// Whether the commission has decided: the candidature is over.
    pub const fn is_decided(self) -> bool {
        match self {
            Self::Admitted | Self::Refused => true,
            Self::Referred
            | Self::Received
            | Self::InDiagnosis
            | Self::Proposed
            | Self::Verified
            | Self::OnAgenda
            | Self::Reinforced
            | Self::Adjourned => false,
        }
    }

    /// The stage that the counsellor brings it to next; `None` where the commission goes on.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Referred => Some(Self::Received),
            Self::Received => Some(Self::InDiagnosis),
            Self::InDiagnosis | Self::Reinforced => Some(Self::Proposed),
            Self::Proposed
            | Self::Verified
            | Self::OnAgenda
            | Self::Adjourned
            | Self::Admitted
            | Self::Refused => None,
        }
    }
}

/// A candidate who does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// Since when.
    pub on: NaiveDate,
    /// How, when it is known.
    pub reason: Option<DropReason>,
}

/// Where a candidature stands on a day, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidature {
    /// Where it stands.
    pub stage: CandidatureStage,
    /// Whether the person does not go on; it is submitted all the same (R7-05).
    pub dropped: Option<Dropped>,
    /// Everything that is still to be written, in the order in which it is asked for; nothing once it
    /// is decided. Documents are told by [`super::evidence::missing`].
    pub lacks: Vec<CandidatureLack>,
}

impl Candidature {
    /// The candidature of the period that is current in `state`.
    pub fn of(state: &State<'_>) -> Self {
        let (stage, dropped) = (stage_of(state), dropped(state));
        let lacks = if stage.is_decided() { Vec::new() } else { lack::lacks(state, dropped.is_some()) };
        Self { stage, dropped, lacks }
    }

    /// What keeps it from the next stage that the counsellor brings it to.
    pub fn missing_before_next(&self) -> impl Iterator<Item = CandidatureLack> {
        let next = self.stage.next();
        self.lacks.iter().copied().filter(move |it| next.is_some() && it.blocks() == next)
    }
}

/// Where the candidature of the current period stands.
pub fn stage_of(state: &State<'_>) -> CandidatureStage {
    use CandidatureStage as Stage;
    if state.period.adhesion.is_some() {
        return Stage::Admitted;
    }
    let last = state.period.decisions.iter().rev().find(|it| it.value.business == Business::Entry);
    match last.map(|it| (it.value.ruling, it.value.session_on)) {
        Some((Ruling::Refused, _)) => Stage::Refused,
        Some((Ruling::Adjourned, session_on)) => {
            submitted(state, add_days(session_on, 1)).unwrap_or(Stage::Adjourned)
        }
        Some((Ruling::ReinforcedDiagnosis, session_on)) => {
            let again = diagnosis(state).and_then(|it| it.value.proposed_on());
            let is_again = again.is_some_and(|on| on > session_on);
            if is_again { progress(state, add_days(session_on, 1)) } else { Stage::Reinforced }
        }
        Some((
            Ruling::Admitted
            | Ruling::Suspended
            | Ruling::Resumed
            | Ruling::Continued
            | Ruling::Exited
            | Ruling::ExitRefused,
            _,
        )) => Stage::Admitted,
        None => progress(state, state.period.began_on(state.file)),
    }
}

/// How far the file came at the provider's, once it is written, for a session from that day on.
fn submitted(state: &State<'_>, from: NaiveDate) -> Option<CandidatureStage> {
    let is_entry = |it: &&Current<Submission>| it.value.business == Business::Entry;
    let mut entries = state.file.submissions.iter().filter(is_entry).rev();
    let submission = &entries.find(|it| it.value.session_on >= from)?.value;
    let has_come = |day: Option<NaiveDate>| day.is_some_and(|day| state.as_of().has_come(day));
    if has_come(submission.listed_on) {
        Some(CandidatureStage::OnAgenda)
    } else if has_come(submission.verified_on) {
        Some(CandidatureStage::Verified)
    } else {
        None
    }
}

/// How far the counsellor came, for a session from that day on.
fn progress(state: &State<'_>, from: NaiveDate) -> CandidatureStage {
    use CandidatureStage as Stage;
    match diagnosis(state) {
        Some(it) if is_proposed(&it.value) => submitted(state, from).unwrap_or(Stage::Proposed),
        Some(_) => Stage::InDiagnosis,
        None if was_met_for(state, Purpose::Diagnosis) => Stage::InDiagnosis,
        None if is_received(state) => Stage::Received,
        None => Stage::Referred,
    }
}

/// The diagnosis of the current period, the last one made by then.
pub(super) fn diagnosis<'a>(state: &State<'a>) -> Option<&'a Current<Diagnosis>> {
    let since = state.period.began_on(state.file);
    let is_of_period =
        |it: &&Current<Diagnosis>| since <= it.value.made_on && state.as_of().has_come(it.value.made_on);
    state.file.diagnoses.iter().rev().find(is_of_period)
}

/// Whether what is proposed, why, and where the person is directed to are written.
fn is_proposed(diagnosis: &Diagnosis) -> bool {
    let lacks = diagnosis.lacks();
    let needed = [DiagnosisLack::Proposal, DiagnosisLack::Reasons, DiagnosisLack::OtherSupport];
    !needed.iter().any(|it| lacks.contains(it))
}

/// Whether the person was received a first time.
pub(super) fn is_received(state: &State<'_>) -> bool {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let ticked = enrolment.and_then(|it| done(&it.reception, ReceptionItem::Received)).map(|it| it.on);
    let received = [enrolment.and_then(|it| it.received_on), ticked];
    received.into_iter().flatten().any(|on| state.as_of().has_come(on))
        || was_met_for(state, Purpose::Reception)
}

/// Whether an interview for this was held in the current period.
fn was_met_for(state: &State<'_>, purpose: Purpose) -> bool {
    let since = state.period.began_on(state.file);
    state.file.interviews.iter().any(|it| {
        it.value.outcome == Outcome::Held
            && it.value.purposes.contains(&purpose)
            && since <= it.value.date
            && state.as_of().has_come(it.value.date)
    })
}

fn dropped(state: &State<'_>) -> Option<Dropped> {
    let enrolment = &state.period.enrolment?.value;
    let on = enrolment.dropped_on.filter(|on| state.as_of().has_come(*on))?;
    Some(Dropped { on, reason: enrolment.drop_reason })
}
