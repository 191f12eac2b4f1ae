//! The communes of the territory: found from what people type, and the lots they belong to.
//!
//! A commune is stored by its code; its name is a label. Postal codes tell nothing for sure: most
//! cover several communes. Commune and age do not always tell the lot either: Rouen is shared
//! between four adult lots and Elbeuf between two (art. 4, 5 and 8: R4-01, R5-01, R8-03, R8-10, R9.3.4-05).

mod table;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::codes::{Lot, Public, Sector};

/// The commune that art. 8 divides into sectors.
const ROUEN: &str = "76540";

/// Former communes that people still have on their papers, and the commune they were joined to.
const FORMER_CODES: &[(&str, &str)] = &[("76003", "76020")];

/// A member commune.
#[derive(Debug, PartialEq, Eq)]
pub struct Commune {
    /// INSEE code.
    pub code: &'static str,
    /// Official name.
    pub name: &'static str,
    /// Its postal codes, which other communes may share.
    pub postal_codes: &'static [&'static str],
    /// Lot of people under 26.
    pub youth_lot: Lot,
    /// Lots of people of 26 and over.
    pub adult_lots: &'static [Lot],
    /// Other spellings that are accepted.
    pub spellings: &'static [&'static str],
}

/// Every member commune, by code.
pub const fn all() -> &'static [Commune] {
    table::COMMUNES
}

/// The commune that has this INSEE code.
pub fn by_code(code: &str) -> Option<&'static Commune> {
    let code = FORMER_CODES.iter().find(|(former, _)| *former == code).map_or(code, |(_, current)| current);
    let at = all().binary_search_by_key(&code, |it| it.code).ok()?;
    all().get(at)
}

/// The commune that someone means: its code, its name or an accepted spelling, whatever the case,
/// accents, hyphens, article, `St` for `Saint`, and with or without `cedex`.
pub fn find(text: &str) -> Option<&'static Commune> {
    let text = text.trim();
    by_code(text).or_else(|| {
        let wanted = plain(text);
        let is_meant = |it: &&Commune| {
            !wanted.is_empty()
                && std::iter::once(&it.name).chain(it.spellings).any(|name| plain(name) == wanted)
        };
        all().iter().find(is_meant)
    })
}

/// The sector of Rouen that a spelling such as "Rouen rive droite" names.
pub fn sector_in(text: &str) -> Option<Sector> {
    match plain(text).as_str() {
        "rouen rive gauche" => Some(Sector::LeftBank),
        "rouen rive droite" => Some(Sector::RightBank),
        "hauts de rouen" => Some(Sector::Heights),
        _ => None,
    }
}

/// The communes that a postal code covers, in the order of their codes.
pub fn with_postal_code(postal_code: &str) -> impl Iterator<Item = &'static Commune> {
    all().iter().filter(move |it| it.postal_codes.contains(&postal_code))
}

impl Commune {
    /// Whether its territory is divided into sectors, which then tell the lot.
    pub fn has_sectors(&self) -> bool {
        self.code == ROUEN
    }

    /// The lots in which someone who lives here may be followed, in the order of their codes;
    /// several when neither commune nor sector decides, all of them while the sector is not known.
    pub fn candidate_lots(&self, sector: Option<Sector>, public: Public) -> Vec<Lot> {
        match (public, sector) {
            (Public::Youth, _) => vec![self.youth_lot],
            (Public::Adult, Some(sector)) if self.has_sectors() => {
                let serves = |lot: &&Lot| lots_of_sector(sector).contains(lot);
                self.adult_lots.iter().filter(serves).copied().collect()
            }
            (Public::Adult, Some(_) | None) => self.adult_lots.to_vec(),
        }
    }
}

const fn lots_of_sector(sector: Sector) -> &'static [Lot] {
    match sector {
        Sector::LeftBank => &[Lot::L6, Lot::M2],
        Sector::RightBank => &[Lot::L7, Lot::L8],
        Sector::Heights => &[Lot::L7, Lot::M2],
    }
}

/// A name as it is compared: words without case, accents, punctuation, leading article, digits or
/// `cedex`; `st` and `ste` in full.
fn plain(name: &str) -> String {
    let letters = name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let spaced: String = letters.map(|letter| if letter.is_alphabetic() { letter } else { ' ' }).collect();
    let words = spaced.split_whitespace().filter(|word| *word != "cedex").map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word,
    });
    let is_article = |(rank, word): &(usize, &str)| *rank == 0 && ["le", "la", "les"].contains(word);
    let kept: Vec<&str> = words.enumerate().filter(|it| !is_article(it)).map(|(_, word)| word).collect();
    kept.join(" ")
}
