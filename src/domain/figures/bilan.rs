//! The figures of an activity report, together (art. 11, R11-01): made of the files on a cut-off, and of
//! nothing else. The same files, days and targets give the same report.

use super::case::{Case, Dimension};
use super::delay::Waits;
use super::target::{Gauge, Targets, aim_of, gauges, year_gauge};
use super::{Figure, FigureKey, Stretch, by, of_all};
use crate::domain::codes::{Lot, StationRole};
use crate::domain::file::File;
use crate::domain::station::StationProfile;

/// What every group has: people, flows and both rates (R5-07, R8-06, R8-08).
const SPLIT: [FigureKey; 6] = [
    FigureKey::Supported,
    FigureKey::Entries,
    FigureKey::Exits,
    FigureKey::PositiveExits,
    FigureKey::SuccessOfSupported,
    FigureKey::SuccessOfExits,
];

/// Whose targets a report is read against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// The programme, and these lots.
    Programme(Vec<Lot>),
    /// These lots only: a station sees its own people.
    Lots(Vec<Lot>),
}

impl Reach {
    /// The team answers for the programme and the lots that have a target; a station for its own.
    pub fn of(station: Option<&StationProfile>) -> Self {
        match station {
            Some(it) if it.role == StationRole::Team => {
                Self::Programme(Lot::ALL.iter().copied().filter(|lot| aim_of(*lot).is_some()).collect())
            }
            Some(it) => Self::Lots(it.lots.clone()),
            None => Self::Lots(Vec::new()),
        }
    }

    /// The lots, whichever it is.
    pub fn lots(&self) -> &[Lot] {
        match self {
            Self::Programme(lots) | Self::Lots(lots) => lots,
        }
    }
}

/// The figures of one stretch.
#[derive(Debug, Clone)]
pub struct Bilan<'a> {
    /// The days of the flows; the last one is the cut-off.
    pub stretch: Stretch,
    /// Of everybody, then by each dimension that was asked for.
    pub figures: Vec<Figure<'a>>,
    /// Against the targets.
    pub gauges: Vec<Gauge>,
    /// Delays, and referrals by prescriber.
    pub waits: Waits,
}

impl<'a> Bilan<'a> {
    /// Counts everybody in `files`, split by `dimensions`.
    pub fn of(
        files: impl Iterator<Item = &'a File> + Clone,
        stretch: Stretch,
        dimensions: &[Dimension],
        targets: &Targets,
        reach: &Reach,
    ) -> Self {
        let cases: Vec<Case<'a>> = files.clone().map(|file| Case::of(file, stretch)).collect();
        let mut figures: Vec<Figure<'a>> = FigureKey::ALL.iter().map(|key| of_all(&cases, *key)).collect();
        for dimension in dimensions.iter().filter(|it| **it != Dimension::Everybody) {
            figures.extend(SPLIT.iter().flat_map(|key| by(&cases, *key, *dimension)));
        }
        let mut standing = gauges(&cases, targets, reach.lots(), stretch.to);
        match reach {
            Reach::Programme(_) => standing.extend(year_gauge(&cases, targets, stretch)),
            Reach::Lots(_) => standing.retain(|it| it.lot.is_some()),
        }
        Self { stretch, figures, gauges: standing, waits: Waits::of(files, stretch) }
    }
}
