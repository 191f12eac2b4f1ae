//! Where invented people live: the communes of the Métropole by their population, Rouen by sector.

use super::dice::Dice;
use crate::domain::codes::{Lot, Public, Sector};
use crate::domain::communes;

/// INSEE code of the commune that is divided into sectors.
const ROUEN: &str = "76540";

/// Rough shares of Rouen's 117,662 inhabitants.
const SECTORS: &[(Sector, u32)] =
    &[(Sector::LeftBank, 47_000), (Sector::RightBank, 58_000), (Sector::Heights, 12_662)];

/// Communes other than Rouen, with their population (INSEE, municipal population).
#[rustfmt::skip]
const INHABITANTS: &[(&str, u32)] = &[
    ("76005", 3265), ("76020", 1153), ("76039", 1190), ("76056", 597), ("76069", 2264), ("76088", 528),
    ("76095", 8316), ("76103", 6442), ("76108", 14539), ("76116", 3975), ("76131", 706), ("76157", 14402),
    ("76165", 10476), ("76178", 4795), ("76212", 9566), ("76216", 10802), ("76222", 3996),
    ("76231", 15474), ("76237", 521), ("76273", 569), ("76282", 993), ("76313", 888), ("76319", 9768),
    ("76322", 25789), ("76350", 399), ("76354", 1406), ("76366", 4130), ("76367", 2814), ("76377", 3716),
    ("76378", 1761), ("76391", 2372), ("76402", 6221), ("76410", 10957), ("76429", 8177), ("76436", 602),
    ("76448", 1500), ("76451", 20165), ("76457", 954), ("76464", 2377), ("76474", 7071), ("76475", 6171),
    ("76484", 12317), ("76486", 818), ("76497", 8683), ("76498", 22208), ("76513", 587), ("76514", 1028),
    ("76536", 1245), ("76550", 1216), ("76558", 1173), ("76560", 1021), ("76561", 8443), ("76575", 29518),
    ("76591", 3117), ("76599", 3633), ("76608", 2020), ("76614", 1515), ("76617", 1674), ("76631", 1308),
    ("76634", 881), ("76636", 2322), ("76640", 8306), ("76681", 29003), ("76682", 812), ("76705", 2596),
    ("76709", 4704), ("76717", 689), ("76750", 1031), ("76753", 1245), ("76759", 418),
];

const STREETS: &[&str] = &[
    "rue des Tilleuls",
    "rue de la République",
    "allée des Peupliers",
    "avenue Jean-Jaurès",
    "rue du Moulin",
    "place de l’Église",
    "impasse des Lilas",
    "rue Pierre-Corneille",
    "boulevard de l’Europe",
    "rue des Bateliers",
    "chemin de la Forêt",
    "résidence du Parc",
    "rue Victor-Hugo",
    "rue des Écoles",
    "quai de Seine",
];

/// A home.
pub struct Home {
    /// INSEE code.
    pub commune: &'static str,
    /// Part of Rouen.
    pub sector: Option<Sector>,
    /// One of the commune's postal codes.
    pub postal_code: &'static str,
    /// Number and street.
    pub address: String,
    /// The lot that follows people of this public there.
    pub lot: Lot,
}

/// A home in the territory of `lot`, or anywhere if none is given; the more inhabitants, the
/// likelier.
pub fn home(dice: &mut Dice, public: Public, lot: Option<Lot>) -> Home {
    let rouen = SECTORS.iter().map(|(sector, weight)| (ROUEN, Some(*sector), *weight));
    let others = INHABITANTS.iter().map(|(code, weight)| (*code, None, *weight));
    let places: Vec<((&str, Option<Sector>), u32)> = rouen
        .chain(others)
        .filter(|(code, sector, _)| lot.is_none_or(|lot| lots(code, *sector, public).contains(&lot)))
        .map(|(code, sector, weight)| ((code, sector), weight))
        .collect();
    let (code, sector) = dice.weighted(&places);
    let commune = communes::by_code(code).expect("every place is a commune of the territory");
    // 76100 is the left bank of Rouen, 76000 the rest.
    let postal_code = match sector {
        Some(Sector::LeftBank) => "76100",
        Some(Sector::RightBank | Sector::Heights) => "76000",
        None => dice.pick(commune.postal_codes),
    };
    let lots = commune.candidate_lots(sector, public);
    Home {
        commune: commune.code,
        sector,
        postal_code,
        address: format!("{}, {}", dice.between(1, 120), dice.pick(STREETS)),
        lot: lot.unwrap_or_else(|| dice.pick(&lots)),
    }
}

/// Whether `lot` follows people of this public anywhere.
pub fn follows(lot: Lot, public: Public) -> bool {
    communes::all().iter().any(|it| it.candidate_lots(None, public).contains(&lot))
}

fn lots(code: &str, sector: Option<Sector>, public: Public) -> Vec<Lot> {
    communes::by_code(code).map(|it| it.candidate_lots(sector, public)).unwrap_or_default()
}
