//! Who signed an interview's record, as it is told in one word: "both", "nobody". The two
//! signatures themselves are in [`super::interview`].

use chrono::NaiveDate;

use super::codes::{Outcome, code_list};
use super::id::PersonId;
use super::interview::{Interview, Signature};

code_list! {
    /// Who signed the written record on paper.
    Signing {
        /// The participant and the counsellor.
        Both = "deux",
        /// The participant alone.
        Participant = "adherent",
        /// The counsellor alone.
        Counsellor = "conseiller",
        /// Nobody yet.
        Nobody = "aucune",
        /// The counsellor; the participant refused.
        Refused = "refus",
    }
}

impl Signing {
    /// What two signatures come down to; `None` for those that no word tells: electronic ones, a
    /// counsellor's refusal, nothing to sign.
    pub fn of(participant: &Signature, counsellor: &Signature) -> Option<Self> {
        let counsellor = is_on_paper(counsellor)?;
        if let Signature::Refused { .. } = participant {
            return counsellor.then_some(Self::Refused);
        }
        Some(match (is_on_paper(participant)?, counsellor) {
            (true, true) => Self::Both,
            (true, false) => Self::Participant,
            (false, true) => Self::Counsellor,
            (false, false) => Self::Nobody,
        })
    }

    /// Whether the participant's paper is signed.
    const fn has_participant(self) -> bool {
        match self {
            Self::Both | Self::Participant => true,
            Self::Counsellor | Self::Nobody | Self::Refused => false,
        }
    }

    /// Whether the counsellor's paper is signed.
    const fn has_counsellor(self) -> bool {
        match self {
            Self::Both | Self::Counsellor | Self::Refused => true,
            Self::Participant | Self::Nobody => false,
        }
    }

    /// Writes the two signatures of `interview`, signed `on`. A party who had already signed keeps
    /// the day on which they did.
    pub fn sign(self, interview: &mut Interview, on: NaiveDate) {
        let paper = |before: &Signature| Signature::Paper { on: before.signed_on().unwrap_or(on) };
        let mark = |before: &Signature, signed| if signed { paper(before) } else { Signature::ToSign };
        interview.counsellor_signature = mark(&interview.counsellor_signature, self.has_counsellor());
        let has_refused = matches!(interview.participant_signature, Signature::Refused { .. });
        if self != Self::Refused {
            interview.participant_signature = mark(&interview.participant_signature, self.has_participant());
        } else if !has_refused {
            interview.participant_signature = Signature::Refused { on: Some(on), reason: String::new() };
        }
    }
}

/// Whether it is signed on paper or still to be signed; `None` for anything else.
const fn is_on_paper(signature: &Signature) -> Option<bool> {
    match signature {
        Signature::Paper { .. } => Some(true),
        Signature::ToSign => Some(false),
        Signature::Electronic { .. } | Signature::Refused { .. } | Signature::NotApplicable => None,
    }
}

/// Ties the signatures of a version of an interview to what they signed. They take the code of the
/// record as it is, unless one of them stands from the version `before`: that one covers what it
/// signed then, whoever signs beside it. A version that comes without the code it had is signed anew,
/// though by the same people on the same day.
///
/// A paper that was signed while nothing was typed is the text that is typed afterwards: it is tied
/// to the first record that is written.
#[must_use]
pub fn freeze(mut interview: Interview, before: Option<&Interview>, person: PersonId) -> Interview {
    let parties = |it: &Interview| [it.participant_signature.clone(), it.counsellor_signature.clone()];
    let now = parties(&interview);
    let stands = |(old, new): (&Signature, &Signature)| old == new && old.signed_on().is_some();
    let standing = before.filter(|before| {
        let is_anew = before.signed_code.is_some() && interview.signed_code.is_none();
        !is_anew && parties(before).iter().zip(&now).any(stands)
    });
    let is_signed = now.iter().any(|it| it.signed_on().is_some());
    let is_written = is_signed && !interview.record.trim().is_empty();
    interview.signed_code = standing
        .and_then(|before| code_signed(before, person))
        .or_else(|| is_written.then(|| interview.control_code(person)));
    interview
}

/// The code of what the signatures of a version cover; `None` when it was still to be written.
fn code_signed(version: &Interview, person: PersonId) -> Option<String> {
    let code = version.control_code(person);
    let is_blank = version.record.trim().is_empty();
    match &version.signed_code {
        Some(signed) => (!is_blank || *signed != code).then(|| signed.clone()),
        None => (!is_blank).then_some(code),
    }
}

/// What an interview that was held still lacks to be *justified* (D-6, R9.3.6-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// It has no duration.
    Duration,
    /// It has no written record.
    Record,
    /// The participant has not signed.
    ParticipantSignature,
    /// The participant refused to sign: nothing can justify it any more.
    ParticipantRefused,
    /// The counsellor has not signed.
    CounsellorSignature,
    /// It was changed after it was signed: nobody has signed what it says now.
    SigningAgain,
}

/// What a held interview of `person` still lacks to be justified, in the order of the form; nothing
/// for one that was not held, which is never justified.
pub fn lacks(interview: &Interview, person: PersonId) -> Vec<Lack> {
    if interview.outcome != Outcome::Held {
        return Vec::new();
    }
    let is_changed = interview.is_changed_since_signed(person);
    let participant = match &interview.participant_signature {
        Signature::Paper { .. } | Signature::Electronic { .. } => None,
        Signature::Refused { .. } => Some(Lack::ParticipantRefused),
        Signature::ToSign | Signature::NotApplicable => (!is_changed).then_some(Lack::ParticipantSignature),
    };
    let is_unsigned = interview.counsellor_signature.signed_on().is_none() && !is_changed;
    let found = [
        interview.duration_min.is_none().then_some(Lack::Duration),
        interview.record.trim().is_empty().then_some(Lack::Record),
        participant,
        is_unsigned.then_some(Lack::CounsellorSignature),
        is_changed.then_some(Lack::SigningAgain),
    ];
    found.into_iter().flatten().collect()
}
