//! The communes and the lots of art. 8.

use std::collections::{BTreeMap, BTreeSet};

use jalon::domain::codes::{Lot, Public, Sector};
use jalon::domain::communes;

#[test]
fn the_territory_is_whole() {
    assert_eq!(communes::all().len(), 71);
    let codes: BTreeSet<_> = communes::all().iter().map(|it| it.code).collect();
    assert_eq!(codes.len(), 71);
    let mut youth: BTreeMap<Lot, u32> = BTreeMap::new();
    for commune in communes::all() {
        *youth.entry(commune.youth_lot).or_default() += 1;
        assert!(!commune.adult_lots.is_empty(), "{}", commune.name);
    }
    assert_eq!(youth, BTreeMap::from([(Lot::L1, 10), (Lot::L2, 45), (Lot::M6, 16)]));
    let shared: Vec<_> =
        communes::all().iter().filter(|it| it.adult_lots.len() > 1).map(|it| it.name).collect();
    assert_eq!(shared, ["Elbeuf", "Rouen"]);
}

#[test]
fn every_commune_is_found_by_its_code_name_and_spellings() {
    for commune in communes::all() {
        let upper = commune.name.to_uppercase();
        let spaced = commune.name.replace(['-', '’'], " ");
        let short = commune.name.replace("Saint-", "St ").replace("Sainte-", "Ste-");
        let names = [commune.code, commune.name, &upper, &spaced, &short];
        for name in names.iter().chain(commune.spellings) {
            assert_eq!(communes::find(name).map(|it| it.code), Some(commune.code), "{name}");
        }
    }
}

#[test]
fn what_people_type_is_understood() {
    for (typed, code) in [
        ("oissel", "76484"),
        ("Oissel-sur-Seine", "76484"),
        ("amfreville la mivoie", "76005"),
        ("Saint-Pierre-de-Maneville", "76634"),
        ("st etienne du rouvray", "76575"),
        ("ST-ÉTIENNE-DU-ROUVRAY", "76575"),
        ("Petit Quevilly", "76498"),
        ("le grand-quevilly", "76322"),
        ("La Neuville-Chant-d'Oisel", "76464"),
        ("ROUEN CEDEX 2", "76540"),
        ("Rouen rive droite", "76540"),
        ("Hauts-de-Rouen", "76540"),
        ("ste marguerite sur duclair", "76608"),
        ("76003", "76020"),
        ("Ambourville", "76020"),
        (" 76540 ", "76540"),
    ] {
        assert_eq!(communes::find(typed).map(|it| it.code), Some(code), "{typed}");
    }
    for typed in ["", "  ", "Paris", "76000", "Quevilly", "Saint", "le"] {
        assert_eq!(communes::find(typed), None, "{typed}");
    }
    assert_eq!(communes::sector_in("ROUEN RIVE GAUCHE"), Some(Sector::LeftBank));
    assert_eq!(communes::sector_in("Hauts de Rouen"), Some(Sector::Heights));
    assert_eq!(communes::sector_in("Rouen"), None);
}

#[test]
fn lots_follow_commune_sector_and_age() {
    let lots =
        |name: &str, sector, public| communes::find(name).expect("a commune").candidate_lots(sector, public);
    assert_eq!(lots("Cléon", None, Public::Youth), [Lot::L1]);
    assert_eq!(lots("Cléon", None, Public::Adult), [Lot::L3]);
    assert_eq!(lots("Elbeuf", None, Public::Adult), [Lot::L4, Lot::M1]);
    assert_eq!(lots("Duclair", None, Public::Youth), [Lot::M6]);
    assert_eq!(lots("Rouen", None, Public::Adult), [Lot::L6, Lot::L7, Lot::L8, Lot::M2]);
    assert_eq!(lots("Rouen", Some(Sector::LeftBank), Public::Adult), [Lot::L6, Lot::M2]);
    assert_eq!(lots("Rouen", Some(Sector::RightBank), Public::Adult), [Lot::L7, Lot::L8]);
    assert_eq!(lots("Rouen", Some(Sector::Heights), Public::Adult), [Lot::L7, Lot::M2]);
    assert_eq!(lots("Rouen", Some(Sector::Heights), Public::Youth), [Lot::L2]);
}

#[test]
fn a_postal_code_names_every_commune_it_covers() {
    let names = |code| communes::with_postal_code(code).map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(names("76100"), ["Rouen"]);
    assert_eq!(names("76500"), ["Elbeuf", "La Londe", "Orival"]);
    assert_eq!(names("75001"), Vec::<&str>::new());
}
