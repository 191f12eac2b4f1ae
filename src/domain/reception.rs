//! The reception of a candidate: the seven items that the counsellor goes through (art. 9-3-2,
//! R9.3.2-01). The last two exclude each other.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// An item of the reception, in the order of the article.
    ReceptionItem {
        /// Received; the offer and who does what were presented.
        Received = "accueil",
        /// What it asks was understood; availability was checked.
        Understood = "comprehension",
        /// Difficulties, capacities and assets were gone through.
        Diagnosed = "diagnostic",
        /// The interest of the PLIE, or not, was argued.
        Argued = "argumentaire",
        /// The person confirmed the will to join.
        Confirmed = "volonte",
        /// The pathway and its first step were agreed in writing.
        Contracted = "parcours",
        /// A support that suits better was recommended.
        Directed = "autre_accompagnement",
    }
}

impl ReceptionItem {
    /// Whether only one of the two can be done.
    pub const fn excludes(self, other: Self) -> bool {
        matches!((self, other), (Self::Contracted, Self::Directed) | (Self::Directed, Self::Contracted))
    }

    /// The name of what came of it, in forms.
    pub const fn result_field(self) -> &'static str {
        match self {
            Self::Received => "reception_received_result",
            Self::Understood => "reception_understood_result",
            Self::Diagnosed => "reception_diagnosed_result",
            Self::Argued => "reception_argued_result",
            Self::Confirmed => "reception_confirmed_result",
            Self::Contracted => "reception_contracted_result",
            Self::Directed => "reception_directed_result",
        }
    }

    /// The name of its day, in forms and in what is wrong with it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Received => "reception_received",
            Self::Understood => "reception_understood",
            Self::Diagnosed => "reception_diagnosed",
            Self::Argued => "reception_argued",
            Self::Confirmed => "reception_confirmed",
            Self::Contracted => "reception_contracted",
            Self::Directed => "reception_directed",
        }
    }
}

/// An item that was done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionCheck {
    /// Which one.
    pub item: ReceptionItem,
    /// When.
    pub on: NaiveDate,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
}

impl std::fmt::Debug for ReceptionCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReceptionCheck({:?} {} […])", self.item, self.on)
    }
}

/// What was done of an item, if it was.
pub fn done(checks: &[ReceptionCheck], item: ReceptionItem) -> Option<&ReceptionCheck> {
    checks.iter().find(|it| it.item == item)
}

/// Ticks an item on a day, or takes the tick off. The item that it excludes loses its own.
pub fn tick(checks: &mut Vec<ReceptionCheck>, item: ReceptionItem, on: NaiveDate) {
    let was_done = done(checks, item).is_some();
    checks.retain(|it| it.item != item && !it.item.excludes(item));
    if !was_done {
        checks.push(ReceptionCheck { item, on, result: String::new() });
        checks.sort_by_key(|it| it.item);
    }
}
