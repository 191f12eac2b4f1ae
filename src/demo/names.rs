//! Names of people who do not exist: given and family names of many origins, put together by
//! chance.

use super::dice::Dice;
use crate::domain::codes::Sex;

#[rustfmt::skip]
const WOMEN: &[&str] = &[
    "Nadia", "Sandrine", "Fatoumata", "Élodie", "Aminata", "Stéphanie", "Samira", "Julie", "Mélanie",
    "Khadija", "Virginie", "Awa", "Émilie", "Leïla", "Marie-Claude", "Aïcha", "Céline", "Svetlana", "Rachida",
    "Laura", "Oumou", "Jennifer", "Zohra", "Aurélie", "Gülcan", "Chantal", "Maëva", "Yasmina", "Priscilla",
    "Noémie", "Kadiatou", "Isabelle", "Ana", "Linda", "Solène", "Bintou", "Patricia", "Inès", "Thi Mai",
    "Coralie", "Fanta", "Delphine", "Houria", "Zoé", "Mariam", "Karine", "Ludivine", "Elena", "Rosa", "Manon",
];

#[rustfmt::skip]
const MEN: &[&str] = &[
    "Mohamed", "Kévin", "Stéphane", "Ibrahima", "Jérôme", "Karim", "Mamadou", "Anthony", "Franck", "Youssef",
    "David", "Alassane", "Jean-Pierre", "Mickaël", "Rachid", "Thierry", "Souleymane", "Dylan", "Abdelkader",
    "Fabrice", "Bakary", "Cédric", "Mehmet", "Loïc", "Hamid", "Bruno", "Théo", "Sékou", "Grégory", "Nicolas",
    "Amadou", "Yannick", "Dimitri", "Samir", "Pascal", "Enzo", "Ousmane", "Ludovic", "Antonio", "Gaël",
    "Tuan", "Florian", "Moussa", "Éric", "Bilal", "José", "Rémi", "Ali", "Jordan", "François-Xavier",
];

#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "Lefebvre", "Benali", "Diallo", "Duval", "Martin", "Traoré", "Leroy", "Haddad", "Petit", "Camara",
    "Lemonnier", "Belkacem", "Dubois", "Yılmaz", "Vasseur", "Konaté", "Grandin", "Moreira", "Auber", "Cissé",
    "Hébert", "Nguyen", "Bouzid", "Lecoq", "Da Silva", "Bellanger", "Keïta", "Marchand", "Ould Ahmed",
    "Lefrançois", "Sow", "Renault", "Ziani", "Delaunay", "Barry", "Quesnel", "Ferreira", "Mercier", "Touré",
    "Langlois", "Cherif", "Le Goff", "Bah", "Carpentier", "Amrani", "Poulain", "N’Diaye", "Gosselin", "Kaya",
    "Lesueur", "Boukhalfa", "Fontaine", "Sidibé", "Lemaître", "Popescu", "Prévost", "Mansouri", "Caron",
    "Coulibaly", "Thuillier", "Rahmani", "Delamare", "Fofana", "Bénard", "Slimani", "Vallée", "Mbemba",
    "Roussel", "Tahiri", "Leclerc", "Doumbia", "Baron", "Saïdi", "Cordier", "Gueye", "Lambert", "Khelifi",
    "Gomes", "Beaufils", "Diarra", "Hamel", "Kovalenko", "Picard", "Ba", "Levasseur", "Bensaïd", "Morel",
    "Soumaré", "Tessier", "Öztürk", "Gilles", "Mendy", "Dufour", "El Idrissi", "Niang", "Collet", "Ivanova",
    "Bourgeois", "Sylla", "Hue", "Chaumont", "Tran", "Guérin", "Kanté", "D’Almeida", "Lebreton", "Zerrouki",
    "Maillard", "Sall", "Neveu", "Bertin", "Œuvrard", "Lacroix", "de La Fontaine", "Mahé", "Faye", "Rivière",
];

#[rustfmt::skip]
const BIRTH_PLACES: &[(&str, u32)] = &[
    ("Rouen", 30), ("Elbeuf", 8), ("Mont-Saint-Aignan", 8), ("Le Havre", 6), ("Dieppe", 5), ("Évreux", 4),
    ("Paris", 3), ("Amiens", 2), ("Lille", 2), ("Algérie", 6), ("Maroc", 5), ("Sénégal", 3), ("Guinée", 3),
    ("Mali", 2), ("Turquie", 2), ("Portugal", 2), ("République démocratique du Congo", 2), ("Roumanie", 1),
    ("Viêt Nam", 1), ("Ukraine", 1), ("Tunisie", 2), ("Côte d’Ivoire", 2),
];

/// A family name.
pub fn family(dice: &mut Dice) -> &'static str {
    dice.pick(FAMILIES)
}

/// A given name.
pub fn given(dice: &mut Dice, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => dice.pick(WOMEN),
        Sex::Male => dice.pick(MEN),
        Sex::Other => dice.pick(if dice.clone().chance(50) { WOMEN } else { MEN }),
    }
}

/// Where someone was born.
pub fn birth_place(dice: &mut Dice) -> &'static str {
    dice.weighted(BIRTH_PLACES)
}
