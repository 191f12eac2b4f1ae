//! What is counted, and which rules say how.

use super::case::{Case, Trait};
use crate::domain::codes::code_list;

code_list! {
    /// A figure of the activity report.
    FigureKey {
        /// People supported since the programme began: adhering on at least one day of it.
        Supported = "supported",
        /// People supported on at least one day of the stretch.
        SupportedInStretch = "supported_in_stretch",
        /// The *file active* on the cut-off (D-4).
        Active = "active",
        /// Entries of the stretch: new ones, carried over from the protocol before, and returns.
        Entries = "entries",
        /// Those carried over, on the first day of the programme.
        CarriedOver = "carried_over",
        /// Returns after an exit.
        Returns = "returns",
        /// Exits of the stretch.
        Exits = "exits",
        /// Those that article 2 counts as positive.
        PositiveExits = "positive_exits",
        /// Those whose reason is not written.
        UnexplainedExits = "unexplained_exits",
        /// Exits since the programme began.
        AllExits = "all_exits",
        /// People supported who had a positive exit, over people supported since the programme began: the
        /// rate of articles 1 and 2.
        SuccessOfSupported = "success_of_supported",
        /// Positive exits over exits since the programme began: the rate of management.
        SuccessOfExits = "success_of_exits",
        /// People under 25 at entry, of those supported.
        Under25 = "under_25",
        /// People of 50 and over at entry.
        Over50 = "over_50",
        /// Job-seekers of twelve months and more at entry.
        LongTerm = "long_term",
        /// People of level V or less of the former nomenclature at entry: 3 or less of today's.
        LowLevel = "low_level",
        /// People who received the RSA at entry.
        Rsa = "rsa",
        /// People who lived in a priority neighbourhood at entry.
        Qpv = "qpv",
    }
}

impl FigureKey {
    /// The rules that define it.
    pub const fn rules(self) -> &'static [&'static str] {
        match self {
            Self::Supported => &["R1-02", "R6-01", "A-12"],
            Self::SupportedInStretch => &["R11-01"],
            Self::Active => &["D-4"],
            Self::Entries | Self::CarriedOver | Self::Returns => &["R6-02", "R6-03", "A-23"],
            Self::Exits | Self::UnexplainedExits | Self::AllExits => &["R9.3.4-02"],
            Self::PositiveExits => &["R2-01", "R9.3.4-02"],
            Self::SuccessOfSupported | Self::SuccessOfExits => &["R1-03", "R2-01", "R8-06", "A-12"],
            Self::Under25 | Self::Over50 | Self::LongTerm | Self::LowLevel | Self::Qpv => &["R1-04"],
            Self::Rsa => &["R1-04", "R6-04"],
        }
    }

    /// What it is a share of; `None` when it is a count.
    pub const fn among(self) -> Option<Self> {
        match self {
            Self::SuccessOfSupported
            | Self::Under25
            | Self::Over50
            | Self::LongTerm
            | Self::LowLevel
            | Self::Rsa
            | Self::Qpv => Some(Self::Supported),
            Self::SuccessOfExits => Some(Self::AllExits),
            Self::Supported
            | Self::SupportedInStretch
            | Self::Active
            | Self::Entries
            | Self::CarriedOver
            | Self::Returns
            | Self::Exits
            | Self::PositiveExits
            | Self::UnexplainedExits
            | Self::AllExits => None,
        }
    }

    /// What the article gives beside it, in hundredths of a percent: the years 2014 to 2019 (R1-03, R1-04).
    pub const fn reference(self) -> Option<u32> {
        match self {
            Self::SuccessOfSupported => Some(46_00),
            Self::Under25 => Some(17_18),
            Self::Over50 => Some(9_91),
            Self::LongTerm => Some(62_87),
            Self::LowLevel => Some(58_30),
            Self::Rsa => Some(45_00),
            Self::Qpv => Some(24_00),
            Self::Supported
            | Self::SupportedInStretch
            | Self::Active
            | Self::Entries
            | Self::CarriedOver
            | Self::Returns
            | Self::Exits
            | Self::PositiveExits
            | Self::UnexplainedExits
            | Self::AllExits
            | Self::SuccessOfExits => None,
        }
    }

    /// How many times a person is counted: of people once, of entries and exits each time.
    pub fn counted(self, case: &Case<'_>) -> usize {
        let of_supported = |it: Trait| usize::from(case.is_supported && case.profile.has(it));
        match self {
            Self::Supported => usize::from(case.is_supported),
            Self::SupportedInStretch => usize::from(case.is_supported_in_stretch),
            Self::Active => usize::from(case.is_active),
            Self::Entries => case.flows.entries,
            Self::CarriedOver => case.flows.carried_over,
            Self::Returns => case.flows.returns,
            Self::Exits => case.flows.exits,
            Self::PositiveExits => case.flows.positive_exits,
            Self::UnexplainedExits => case.flows.unexplained_exits,
            Self::AllExits => case.all_exits,
            Self::SuccessOfSupported => usize::from(case.is_supported && case.all_positive_exits > 0),
            Self::SuccessOfExits => case.all_positive_exits,
            Self::Under25 => of_supported(Trait::Under25),
            Self::Over50 => of_supported(Trait::Over50),
            Self::LongTerm => of_supported(Trait::LongTerm),
            Self::LowLevel => of_supported(Trait::LowLevel),
            Self::Rsa => of_supported(Trait::Rsa),
            Self::Qpv => of_supported(Trait::Qpv),
        }
    }
}
