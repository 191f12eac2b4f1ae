//! Finding people as they are remembered: without case or accents, in any order, with one typo,
//! by birth name, telephone, birth date or reference.
//!
//! An [`Index`] is built once from the caseload and patched person by person. It holds names in
//! memory only and writes nothing. It must not know how results are shown.

pub mod fold;
mod highlight;
mod index;
mod matching;
mod query;

pub use highlight::highlight;
pub use index::Index;
pub use matching::Hit;
