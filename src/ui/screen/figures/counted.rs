//! Whether what was counted still holds, and whether counting must wait for the screen to say so.

use std::sync::{Arc, Weak};

use chrono::NaiveDate;

use crate::journal::fold::Caseload;
use crate::ui::cx::Cx;

/// Most people who are counted between two keys.
const AT_ONCE: usize = 2_000;

/// Of which caseload and on which day something was counted.
#[derive(Default)]
pub struct Counted {
    /// A weak hold: a caseload that changes while it is held this way becomes another one.
    of: Option<(Weak<Caseload>, NaiveDate)>,
    is_waiting: bool,
}

impl Counted {
    /// Whether to count now; where there are many people, only after the screen has said that it counts.
    pub fn is_to_be_made(&mut self, cx: &Cx<'_>) -> bool {
        let now = Arc::downgrade(&cx.model.caseload);
        let is_same = |(of, on): &(Weak<Caseload>, NaiveDate)| of.ptr_eq(&now) && *on == cx.now.today;
        if self.of.as_ref().is_some_and(is_same) {
            return false;
        }
        self.is_waiting = cx.model.caseload.files.len() > AT_ONCE;
        !self.is_waiting
    }

    /// It was counted.
    pub fn is_made(&mut self, cx: &Cx<'_>) {
        *self = Self { of: Some((Arc::downgrade(&cx.model.caseload), cx.now.today)), is_waiting: false };
    }

    /// Whether it is yet to be counted.
    pub const fn is_waiting(&self) -> bool {
        self.is_waiting
    }
}
