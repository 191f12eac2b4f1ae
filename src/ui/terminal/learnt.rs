//! What trying a terminal out has taught: which signs show there, which keys arrive. About a
//! terminal, never about anybody.

use super::signs::Signs;

/// What was learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Learnt {
    /// The signs that somebody saw as they are.
    pub signs: Signs,
    /// Whether a function key arrived; nobody has to try.
    pub has_function_keys: bool,
    /// Whether ctrl-s arrived rather than freezing the line; nobody has to try.
    pub has_ctrl_s: bool,
}

/// What screens know of the terminal that they are shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Signs in use.
    pub signs: Signs,
    /// Whether somebody has tried it out.
    pub is_tried: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self { signs: Signs::All, is_tried: true }
    }
}
