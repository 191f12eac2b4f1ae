//! Figures in words: shares, groups, delays.

use std::borrow::Cow;

use super::{Language, Words};
use crate::domain::codes::{Criterion, Lot, PrescriberKind, Priority, Public, Sex};
use crate::domain::communes;
use crate::domain::figures::Group;
use crate::domain::figures::case::Dimension;

/// Forms in which the fields of a file are typed, those of the entry first.
const FORMS: [&str; 7] = ["person", "enrolment", "interview", "step", "decision", "employment", "training"];

impl Words {
    /// What a field of a file is called: by the first form that has one of this name; nothing if none has.
    pub fn field(&self, field: &str) -> String {
        let mut ids = FORMS.iter().map(|form| format!("form-{form}-{field}"));
        let id = ids.find(|id| self.has(id));
        id.map_or_else(String::new, |id| self.get(&id).into_owned())
    }

    /// A share given in hundredths of a percent: `46,2 %`, in tenths, rounded half up.
    pub fn percent(&self, hundredths: u32) -> String {
        let tenths = (hundredths + 5) / 10;
        let (whole, rest) = (tenths / 10, tenths % 10);
        match self.language() {
            Language::French => format!("{whole},{rest}\u{202f}%"),
            Language::English => format!("{whole}.{rest}%"),
        }
    }

    /// Days given in halves: `12`, `12,5`.
    pub fn half_days(&self, halves: i64) -> String {
        let mark = match self.language() {
            Language::French => ',',
            Language::English => '.',
        };
        if halves % 2 == 0 { (halves / 2).to_string() } else { format!("{}{mark}5", halves / 2) }
    }

    /// Who is in a group: `femme`, `lot 3`, `Elbeuf`, `non renseigné`.
    pub fn group(&self, group: Group<'_>) -> Cow<'_, str> {
        let Some(code) = group.code else {
            let everybody = group.dimension == Dimension::Everybody;
            return self.get(if everybody { "figure-everybody" } else { "figure-unknown" });
        };
        let label = match group.dimension {
            Dimension::Everybody => None,
            Dimension::Public => Public::from_code(code).map(|it| self.label(it)),
            Dimension::Sex => Sex::from_code(code).map(|it| self.label(it)),
            Dimension::Lot => Lot::from_code(code).map(|it| self.label(it)),
            Dimension::Commune => communes::by_code(code).map(|it| it.name.into()),
            Dimension::Criterion => Criterion::from_code(code).map(|it| self.label(it)),
            Dimension::Priority => Priority::from_code(code).map(|it| self.label(it)),
        };
        label.unwrap_or_else(|| code.to_owned().into())
    }

    /// A kind of prescriber, or that it is not written.
    pub fn prescriber(&self, kind: Option<PrescriberKind>) -> Cow<'_, str> {
        kind.map_or_else(|| self.get("figure-unknown"), |kind| self.label(kind))
    }
}
