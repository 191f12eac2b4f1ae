//! An interview (*entretien*): art. 9-3-6, D-6.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use sha2::{Digest as _, Sha256};

use super::as_of::Day;
use super::codes::{Modality, Outcome, Purpose};
use super::id::PersonId;

/// Longest duration that is believed, in minutes (R9.3.6-03).
pub const LONGEST_MINUTES: u16 = 600;

/// Where one party's signature of the written record stands.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Signature {
    /// Still to be signed.
    #[default]
    ToSign,
    /// Signed on paper.
    Paper {
        /// Day of the signature.
        on: NaiveDate,
    },
    /// Signed electronically.
    Electronic {
        /// Day of the signature.
        on: NaiveDate,
    },
    /// The party refused to sign: counted apart, never justified.
    Refused {
        /// Day of the refusal, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<NaiveDate>,
        /// Why, in the counsellor's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Nothing to sign.
    NotApplicable,
}

impl Signature {
    /// The day of the signature, if the party signed.
    pub const fn signed_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Paper { on } | Self::Electronic { on } => Some(*on),
            Self::ToSign | Self::Refused { .. } | Self::NotApplicable => None,
        }
    }

    /// Whether the party had signed by `day`, that day included.
    pub fn is_signed_by(&self, day: impl Day) -> bool {
        self.signed_on().is_some_and(|on| day.has_come(on))
    }
}

impl std::fmt::Debug for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ToSign => "ToSign",
            Self::Paper { .. } => "Paper",
            Self::Electronic { .. } => "Electronic",
            Self::Refused { .. } => "Refused",
            Self::NotApplicable => "NotApplicable",
        })
    }
}

/// A whole version of an interview, or of an appointment that is still to come.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interview {
    /// Its day.
    pub date: NaiveDate,
    /// When it starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// How long it lasted, in minutes, 1 to [`LONGEST_MINUTES`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_min: Option<u16>,
    /// How it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// What became of it.
    pub outcome: Outcome,
    /// The written record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub record: String,
    /// The participant's signature.
    #[serde(default)]
    pub participant_signature: Signature,
    /// The counsellor's signature.
    #[serde(default)]
    pub counsellor_signature: Signature,
    /// Control code of what was signed; differs from [`Interview::control_code`] when the record
    /// was changed afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_code: Option<String>,
}

impl Interview {
    /// An interview of which only the day and the outcome are known.
    pub fn new(date: NaiveDate, outcome: Outcome) -> Self {
        Self {
            date,
            start: None,
            duration_min: None,
            modality: None,
            place: None,
            purposes: Vec::new(),
            outcome,
            record: String::new(),
            participant_signature: Signature::ToSign,
            counsellor_signature: Signature::ToSign,
            signed_code: None,
        }
    }

    /// Whether it took place by `day` (D-6): no-shows, cancelled and future ones never count.
    pub fn is_held_by(&self, day: impl Day) -> bool {
        self.outcome == Outcome::Held && day.has_come(self.date)
    }

    /// Eight characters that tie a paper to the record it was printed from: they change with the
    /// day, the duration or any letter of the text (product.md §4).
    pub fn control_code(&self, person: PersonId) -> String {
        const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let digest = Sha256::new()
            .chain_update(b"jalon-record-v1\0")
            .chain_update(person.0)
            .chain_update(self.date.to_string())
            .chain_update(self.duration_min.unwrap_or(0).to_be_bytes())
            .chain_update(self.record.trim())
            .finalize();
        let mut code = String::with_capacity(9);
        for (rank, byte) in digest.iter().take(8).enumerate() {
            if rank == 4 {
                code.push('-');
            }
            code.push(char::from(SYMBOLS[usize::from(byte & 31)]));
        }
        code
    }

    /// Whether the record, its day or its duration was changed after it was signed: a signature
    /// covers what it signed and nothing else, so both are to be given again (R9.3.6-03).
    pub fn is_changed_since_signed(&self, person: PersonId) -> bool {
        self.signed_code.as_ref().is_some_and(|signed| *signed != self.control_code(person))
    }

    /// Held face to face by `day` (D-6).
    pub fn is_physical_by(&self, day: impl Day) -> bool {
        self.is_held_by(day) && self.modality.is_some_and(Modality::is_physical)
    }

    /// Held, with its record, its duration and both signatures, all by `day`, and not changed since
    /// (D-6, R9.3.6-03).
    pub fn is_justified_by(&self, day: impl Day, person: PersonId) -> bool {
        self.is_complete_by(day) && !self.is_changed_since_signed(person)
    }

    /// Held, with its record, its duration and both signatures, all by `day`, whether or not they
    /// still cover the record.
    pub(super) fn is_complete_by(&self, day: impl Day) -> bool {
        self.is_held_by(day)
            && self.duration_min.is_some()
            && !self.record.trim().is_empty()
            && self.participant_signature.is_signed_by(day)
            && self.counsellor_signature.is_signed_by(day)
    }
}

impl std::fmt::Debug for Interview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Interview({:?} […])", self.outcome)
    }
}
