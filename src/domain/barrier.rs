//! An obstacle to employment (*frein*), from the day that it is seen to the day that it is lifted
//! (art. 9-3-3, R3-04, R9.3.3-05). Its history is that of its versions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// What the obstacle touches.
    BarrierTheme {
        /// Housing.
        Housing = "logement",
        /// Work: how long without, how available.
        Work = "emploi",
        /// Training.
        Training = "formation",
        /// Papers and rights.
        Papers = "difficulte_administrative",
        /// Money.
        Money = "difficulte_financiere",
        /// Getting about.
        Mobility = "mobilite",
        /// Health: its consequences for work, never an illness.
        Health = "sante",
        /// Children, relatives, hours.
        Family = "contraintes_familiales",
        /// Speaking, reading, writing, counting.
        Language = "maitrise_langue",
        /// Computers and connections.
        Digital = "numerique",
        /// A judicial situation: its consequences, never its reasons.
        Judicial = "judiciaire",
        /// Isolation, confidence.
        Isolation = "isolement",
        /// Behaviour at work, idea of the trades.
        Trades = "savoir_etre",
    }
}

code_list! {
    /// How much the obstacle weighs on the way to a job.
    Impact {
        /// Little.
        Weak = "faible",
        /// Somewhat.
        Medium = "moyen",
        /// It decides of the rest.
        Strong = "fort",
    }
}

code_list! {
    /// What became of the obstacle.
    BarrierState {
        /// Seen by somebody, not yet talked over.
        Unexplored = "non_explore",
        /// Recognised.
        Identified = "identifie",
        /// Being dealt with.
        Treated = "en_traitement",
        /// Handed to someone whose trade it is.
        Directed = "oriente",
        /// There to stay, but no longer in the way.
        Stabilised = "stabilise",
        /// Gone.
        Lifted = "leve",
    }
}

impl BarrierState {
    /// Whether it is still in the way.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Unexplored | Self::Identified | Self::Treated | Self::Directed => true,
            Self::Stabilised | Self::Lifted => false,
        }
    }
}

/// A whole version of an obstacle.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Barrier {
    /// What it touches.
    pub theme: BarrierTheme,
    /// What it is, in a line.
    pub situation: String,
    /// Day on which its state was seen to be this one.
    pub seen_on: NaiveDate,
    /// What became of it.
    pub state: BarrierState,
    /// How much it weighs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<Impact>,
    /// Whether it is dealt with before the others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_priority: bool,
    /// What is done about it, with whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
}

impl std::fmt::Debug for Barrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Barrier({:?} {:?} {} […])", self.theme, self.state, self.seen_on)
    }
}
