//! The quick line: an interview in one line, from anywhere (product.md §4).

mod echo;
pub mod entry;
pub mod line;
pub mod parse;

use super::cx::Cx;
use super::effect::Slot;
use super::step::Step;

/// Opens the quick line above whatever is shown.
pub fn open(cx: &Cx<'_>) -> Step {
    Step::open(Slot(0), line::QuickLine::open(cx))
}
