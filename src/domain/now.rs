//! The present, as a value that is passed down.

use chrono::{DateTime, NaiveDate, Utc};

/// The instant (for the journal) and the civil date (for the rules) at which something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant, in UTC.
    pub at: DateTime<Utc>,
    /// The civil date where the station stands.
    pub today: NaiveDate,
}
