//! A person: identity, home and ways to reach them. Never the social security number.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{Sector, Sex};

/// A whole version of a person's identity page (domain.md §5.19).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identifier in the file the person was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Name in use.
    pub family_name: String,
    /// Name at birth, when it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_name: Option<String>,
    /// Given name.
    pub given_name: String,
    /// Sex, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Date of birth.
    pub birth_date: NaiveDate,
    /// Commune or country of birth, as told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_place: Option<String>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Postal code, five digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Commune of residence: its INSEE code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// Part of Rouen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// Priority urban neighbourhood: `oui`, `non` or the neighbourhood's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qpv: Option<String>,
    /// Telephone, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Identifier at France Travail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub france_travail_id: Option<String>,
    /// Day on which the person was told what is recorded and why (GDPR, art. 13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informed_on: Option<NaiveDate>,
}

impl Person {
    /// A person of whom only the name and the date of birth are known.
    pub fn new(family_name: &str, given_name: &str, birth_date: NaiveDate) -> Self {
        Self {
            reference: None,
            family_name: family_name.to_owned(),
            birth_name: None,
            given_name: given_name.to_owned(),
            sex: None,
            birth_date,
            birth_place: None,
            address: None,
            postal_code: None,
            commune: None,
            sector: None,
            qpv: None,
            phone: None,
            email: None,
            france_travail_id: None,
            informed_on: None,
        }
    }

    /// "NOM Prénom", as lists and JSON show a person.
    pub fn display_name(&self) -> String {
        format!("{} {}", self.family_name.to_uppercase(), self.given_name)
    }

    /// "P. N.", for the discreet mode and for names of undo steps.
    pub fn initials(&self) -> String {
        let first =
            |name: &str| name.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        format!("{}. {}.", first(&self.given_name), first(&self.family_name))
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person([…])")
    }
}
