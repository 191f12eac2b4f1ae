//! A structure of the directory shared inside the station: who refers people, who carries steps out,
//! who employs (R9.2-01, R9.3.1-01, R9.3.3-06).

use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

code_list! {
    /// What a structure is for the PLIE.
    StructureKind {
        /// Refers people.
        Prescriber = "prescripteur",
        /// Carries steps out.
        Partner = "partenaire",
        /// Employs.
        Employer = "employeur",
        /// Trains.
        TrainingBody = "organisme_formation",
        /// Employs and supports people far from a job (SIAE).
        Inclusion = "siae",
    }
}

impl StructureKind {
    /// Those that refer people.
    pub const PRESCRIBERS: &'static [Self] = &[Self::Prescriber, Self::Partner];
    /// Those that carry steps out.
    pub const PARTNERS: &'static [Self] =
        &[Self::Partner, Self::TrainingBody, Self::Inclusion, Self::Employer, Self::Prescriber];
    /// Those that employ.
    pub const EMPLOYERS: &'static [Self] = &[Self::Employer, Self::Inclusion];
}

/// A whole version of a structure.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structure {
    /// What it is for the PLIE.
    pub kind: StructureKind,
    /// Its name.
    pub name: String,
    /// Its SIRET number: fourteen digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<String>,
    /// What it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Whom one asks for there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Structure {
    /// A structure of which only the name is known.
    pub fn new(kind: StructureKind, name: &str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            siret: None,
            sector: None,
            contact: None,
            phone: None,
            email: None,
            note: String::new(),
        }
    }
}

impl std::fmt::Debug for Structure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Structure({:?} […])", self.kind)
    }
}

/// Digits of a SIRET number.
const SIRET_DIGITS: usize = 14;
/// The SIREN of La Poste, whose offices are numbered otherwise: their digits add up to a multiple of five.
const LA_POSTE: &str = "356000000";

/// Whether these are the fourteen digits of a SIRET number, the last of which is right (Luhn, ISO/IEC 7812-1).
pub fn is_siret(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|letter| letter.to_digit(10)).collect();
    if digits.len() != SIRET_DIGITS || text.len() != SIRET_DIGITS {
        return false;
    }
    if text.starts_with(LA_POSTE) && digits.iter().sum::<u32>() % 5 == 0 {
        return true;
    }
    let weighed = digits.iter().rev().enumerate().map(|(rank, digit)| match rank % 2 {
        0 => *digit,
        _ => digit * 2 / 10 + digit * 2 % 10,
    });
    weighed.sum::<u32>() % 10 == 0
}
