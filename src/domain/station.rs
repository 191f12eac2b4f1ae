//! What a station says of itself in its own journal.

use serde::{Deserialize, Serialize};

use super::codes::{Lot, StationRole};

/// A whole version of the station's profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationProfile {
    /// What the station is for.
    pub role: StationRole,
    /// Name of the person who works at it, or of the team.
    pub name: String,
    /// Lots followed there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<Lot>,
}
