//! What a store stands on, all of it exchangeable in tests: the file layer, the stretching of
//! passphrases, the length of a segment.

use std::sync::Arc;

use super::files::{Files, RealFiles};
use crate::crypto::{Argon2id, Stretch};

/// Length from which a new segment is begun, in bytes.
const SEGMENT_BYTES: u64 = 16 * 1024 * 1024;

/// What a store stands on.
#[derive(Clone)]
pub struct Ground {
    /// The file layer. The engine always uses the real one.
    pub files: Arc<dyn Files>,
    /// How a passphrase becomes a key.
    pub stretch: Arc<dyn Stretch>,
    /// Length from which a new segment is begun, in bytes.
    pub segment_bytes: u64,
}

impl Default for Ground {
    fn default() -> Self {
        Self { files: Arc::new(RealFiles), stretch: Arc::new(Argon2id), segment_bytes: SEGMENT_BYTES }
    }
}

impl std::fmt::Debug for Ground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ground").field("segment_bytes", &self.segment_bytes).finish_non_exhaustive()
    }
}
