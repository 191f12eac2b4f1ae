//! What is wrong with a value that someone typed or imported.

/// How serious it is (product.md §4): impossible, or merely unlikely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Impossible: refused.
    Refusal,
    /// Unlikely: kept if confirmed.
    Doubt,
}

/// One thing that is wrong, at one field. Words for `code` are in the catalogue under
/// `violation-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Name of the field, as in the form and in the journal.
    pub field: &'static str,
    /// Stable code.
    pub code: &'static str,
    /// How serious.
    pub severity: Severity,
}
