//! The only reader of the clock. Everything else receives [`Now`] as a value.

use crate::domain::now::Now;

/// The present instant, and the civil date that goes with it on this machine.
#[expect(clippy::disallowed_methods, reason = "this is the one place that may ask")]
pub fn now() -> Now {
    let local = chrono::Local::now();
    Now { at: local.to_utc(), today: local.date_naive() }
}

/// The civil date and time of an instant on this machine.
pub fn local(at: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDateTime {
    at.with_timezone(&chrono::Local).naive_local()
}

/// A monotonic instant, for delays (automatic lock, draft timer) and measures only.
#[expect(clippy::disallowed_methods, reason = "this is the one place that may ask")]
pub fn instant() -> std::time::Instant {
    std::time::Instant::now()
}
