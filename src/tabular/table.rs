//! The import tables, as data: what each column is called, whether it is needed, what it holds.
//!
//! Names are those of the documented interface and change only with a version. To add a table,
//! add a variant, a [`TableSpec`] here and its body in `bodies.rs`.

use super::bodies;
use super::cell::{Cells, LONGEST_NAME};
use super::keys;
use crate::domain::body::Body;
use crate::domain::codes::{
    Business, Coded, ContactKind, Criterion, DropReason, EntryKind, ExitReason, Lot, Modality, Outcome,
    PrescriberKind, Priority, Public, QpvList, Ruling, Scheme, Sector, Sex, StepCategory, StepStatus,
};
use crate::domain::employment::ContractKind;
use crate::domain::interview::LONGEST_MINUTES;
use crate::domain::training::Certification;

/// A table that can be imported, in the order in which tables are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// `personnes`
    People,
    /// `adhesions`
    Enrolments,
    /// `decisions`
    Decisions,
    /// `etapes`
    Steps,
    /// `entretiens`
    Interviews,
    /// `contacts`
    Contacts,
    /// `emplois`
    Employments,
    /// `formations`
    Trainings,
}

impl Table {
    /// Every table.
    pub const ALL: &'static [Self] = &[
        Self::People,
        Self::Enrolments,
        Self::Decisions,
        Self::Steps,
        Self::Interviews,
        Self::Contacts,
        Self::Employments,
        Self::Trainings,
    ];

    /// Its name in files, on the command line and in the keys of imported things. Stable.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "personnes",
            Self::Enrolments => "adhesions",
            Self::Decisions => "decisions",
            Self::Steps => "etapes",
            Self::Interviews => "entretiens",
            Self::Contacts => "contacts",
            Self::Employments => "emplois",
            Self::Trainings => "formations",
        }
    }

    /// The table that has this name, case and accents aside.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = keys::plain(name);
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }

    /// The table that a file name tells: `personnes.csv`, `export/01-Étapes 2026.csv`. `None` when
    /// it tells none, or two.
    pub fn from_file_name(path: &str) -> Option<Self> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        Self::from_words(file.rsplit_once('.').map_or(file, |(stem, _)| stem))
    }

    /// The table that the words of a name tell: `2. Entretiens individuels`.
    pub fn from_words(name: &str) -> Option<Self> {
        let name = keys::plain(name);
        let words = name.split('_').map(|word| word.trim_matches(|letter: char| letter.is_ascii_digit()));
        let mut told: Vec<Self> = words.filter_map(Self::from_word).collect();
        told.dedup();
        if told.len() == 1 { told.pop() } else { None }
    }

    /// The table that a word means, in the singular too.
    fn from_word(word: &str) -> Option<Self> {
        let is_meant = |table: &&Self| {
            let name = table.name();
            word == name || name.strip_suffix('s') == Some(word)
        };
        match word {
            "beneficiaire" | "beneficiaires" | "participant" | "participants" => Some(Self::People),
            _ => Self::ALL.iter().find(is_meant).copied(),
        }
    }

    /// What its columns are.
    pub const fn spec(self) -> &'static TableSpec {
        match self {
            Self::People => &PEOPLE,
            Self::Enrolments => &ENROLMENTS,
            Self::Decisions => &DECISIONS,
            Self::Steps => &STEPS,
            Self::Interviews => &INTERVIEWS,
            Self::Contacts => &CONTACTS,
            Self::Employments => &EMPLOYMENTS,
            Self::Trainings => &TRAININGS,
        }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// The identifier of a person in the source file.
    Reference,
    /// One line of text, of at most so many characters.
    Text(usize),
    /// Text of several lines.
    LongText,
    /// A date.
    Date,
    /// `oui` or `non`.
    YesNo,
    /// One code of a list.
    Code(fn() -> Vec<&'static str>),
    /// Codes of a list with `|` between them.
    Codes(fn() -> Vec<&'static str>),
    /// A whole number between two others, both allowed.
    Number(u16, u16),
    /// A duration in minutes, between two others, both allowed.
    Minutes(u16, u16),
    /// A time of day.
    Time,
    /// Hours of work, as minutes of at most so many.
    Hours(u32),
    /// A commune, or a sector of Rouen.
    Commune,
    /// A telephone number.
    Phone,
    /// Five digits.
    PostalCode,
    /// `oui`, `non`, or the code of a priority neighbourhood.
    Qpv,
    /// A date, or `refus`.
    Signature,
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// Its name. Stable.
    pub name: &'static str,
    /// The field of the body that it fills, by which the domain's checks name it.
    pub field: &'static str,
    /// Whether the table cannot do without it, nor a line without a value in it.
    pub required: bool,
    /// What it holds.
    pub kind: Kind,
}

/// One table.
#[derive(Debug)]
pub struct TableSpec {
    /// Which.
    pub table: Table,
    /// Its columns, in the order of the documentation.
    pub columns: &'static [Column],
    /// Pairs of dates, the first of which never comes after the second.
    pub orders: &'static [(&'static str, &'static str)],
    /// What tells a line from the others of the same person.
    pub key: fn(&Cells) -> String,
    /// What it says.
    pub body: fn(&Cells) -> Body,
}

impl TableSpec {
    /// Whether it has a column of this name.
    pub fn knows(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name)
    }
}

/// Where every table has its `ref` column.
pub const REFERENCE_AT: usize = 0;

const NAME: Kind = Kind::Text(LONGEST_NAME);
const SHORT: Kind = Kind::Text(200);

/// The codes of a list.
fn codes_of<C: Coded>() -> Vec<&'static str> {
    C::VALUES.iter().map(|value| value.stable_code()).collect()
}

const fn needed(name: &'static str, field: &'static str, kind: Kind) -> Column {
    Column { name, field, required: true, kind }
}

const fn column(name: &'static str, field: &'static str, kind: Kind) -> Column {
    Column { name, field, required: false, kind }
}

static PEOPLE: TableSpec = TableSpec {
    table: Table::People,
    columns: &[
        needed("ref", "reference", Kind::Reference),
        needed("nom", "family_name", NAME),
        needed("prenom", "given_name", NAME),
        needed("naissance", "birth_date", Kind::Date),
        column("nom_naissance", "birth_name", NAME),
        column("sexe", "sex", Kind::Code(codes_of::<Sex>)),
        column("commune_naissance", "birth_place", NAME),
        column("adresse", "address", SHORT),
        column("code_postal", "postal_code", Kind::PostalCode),
        column("commune", "commune", Kind::Commune),
        column("secteur", "sector", Kind::Code(codes_of::<Sector>)),
        column("qpv", "qpv", Kind::Qpv),
        column("telephone", "phone", Kind::Phone),
        column("courriel", "email", SHORT),
        column("id_france_travail", "france_travail_id", NAME),
        column("information_rgpd", "informed_on", Kind::Date),
    ],
    orders: &[],
    key: keys::person,
    body: bodies::person,
};

static ENROLMENTS: TableSpec = TableSpec {
    table: Table::Enrolments,
    columns: &[
        needed("ref", "", Kind::Reference),
        column("orientation", "referred_on", Kind::Date),
        column("prescripteur", "prescriber", SHORT),
        column("type_prescripteur", "prescriber_kind", Kind::Code(codes_of::<PrescriberKind>)),
        column("agent_prescripteur", "prescriber_agent", NAME),
        column("pre_diagnostic", "pre_assessed_on", Kind::Date),
        column("dispositif", "scheme", Kind::Code(codes_of::<Scheme>)),
        column("accueil", "received_on", Kind::Date),
        column("decision", "decided_on", Kind::Date),
        column("adhesion", "enrolled_on", Kind::Date),
        column("type_entree", "entry_kind", Kind::Code(codes_of::<EntryKind>)),
        column("lot", "lot", Kind::Code(codes_of::<Lot>)),
        column("public", "public", Kind::Code(codes_of::<Public>)),
        column("criteres", "criteria", Kind::Codes(codes_of::<Criterion>)),
        column("critere_principal", "main_criterion", Kind::Code(codes_of::<Criterion>)),
        column("priorites", "priorities", Kind::Codes(codes_of::<Priority>)),
        column("inscription", "jobseeker_since", Kind::Date),
        column("liste_qpv", "qpv_list", Kind::Code(codes_of::<QpvList>)),
        column("niveau", "level", Kind::Number(1, 8)),
        column("abandon", "dropped_on", Kind::Date),
        column("motif_abandon", "drop_reason", Kind::Code(codes_of::<DropReason>)),
        column("acte_engagement", "deed_signed_on", Kind::Date),
        column("destination", "destination", SHORT),
        column("destination_le", "destination_on", Kind::Date),
        column("sortie", "exited_on", Kind::Date),
        column("motif_sortie", "exit_reason", Kind::Code(codes_of::<ExitReason>)),
    ],
    orders: &[("orientation", "adhesion"), ("orientation", "sortie"), ("adhesion", "sortie")],
    key: keys::enrolment,
    body: bodies::enrolment,
};

static INTERVIEWS: TableSpec = TableSpec {
    table: Table::Interviews,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("date", "date", Kind::Date),
        needed("issue", "outcome", Kind::Code(codes_of::<Outcome>)),
        column("heure", "start", Kind::Time),
        column("duree_min", "duration_min", Kind::Minutes(1, LONGEST_MINUTES)),
        column("modalite", "modality", Kind::Code(codes_of::<Modality>)),
        column("compte_rendu", "record", Kind::LongText),
        column("signature_adherent", "participant_signature", Kind::Signature),
        column("signature_conseiller", "counsellor_signature", Kind::Signature),
    ],
    orders: &[("date", "signature_adherent"), ("date", "signature_conseiller")],
    key: keys::interview,
    body: bodies::interview,
};

static STEPS: TableSpec = TableSpec {
    table: Table::Steps,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("categorie", "category", Kind::Code(codes_of::<StepCategory>)),
        needed("intitule", "title", SHORT),
        needed("statut", "status", Kind::Code(codes_of::<StepStatus>)),
        column("partenaire", "partner", SHORT),
        column("action_plie", "plie_action", Kind::YesNo),
        column("proposee", "proposed_on", Kind::Date),
        column("debut", "starts_on", Kind::Date),
        column("fin", "ends_on", Kind::Date),
        column("objectifs_transmis", "objectives_sent_on", Kind::Date),
        column("bilan_partenaire", "partner_review_on", Kind::Date),
    ],
    orders: &[("debut", "fin"), ("debut", "bilan_partenaire")],
    key: keys::step,
    body: bodies::step,
};

static DECISIONS: TableSpec = TableSpec {
    table: Table::Decisions,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("seance", "session_on", Kind::Date),
        needed("objet", "business", Kind::Code(codes_of::<Business>)),
        needed("decision", "ruling", Kind::Code(codes_of::<Ruling>)),
        column("suspension_jusquau", "suspended_until", Kind::Date),
        column("reexamen_le", "review_on", Kind::Date),
        column("motif", "reason", Kind::LongText),
    ],
    orders: &[("seance", "suspension_jusquau"), ("seance", "reexamen_le")],
    key: keys::decision,
    body: bodies::decision,
};

static CONTACTS: TableSpec = TableSpec {
    table: Table::Contacts,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("date", "date", Kind::Date),
        needed("type", "kind", Kind::Code(codes_of::<ContactKind>)),
        column("resultat", "result", Kind::LongText),
    ],
    orders: &[],
    key: keys::contact,
    body: bodies::contact,
};

/// Most minutes of work of a week, and of one assignment.
const WEEK: u32 = 80 * 60;
const ASSIGNMENT: u32 = 2_000 * 60;

static EMPLOYMENTS: TableSpec = TableSpec {
    table: Table::Employments,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("type", "kind", Kind::Code(codes_of::<ContractKind>)),
        needed("debut", "starts_on", Kind::Date),
        column("fin_prevue", "planned_end", Kind::Date),
        column("fin", "ended_on", Kind::Date),
        column("employeur", "employer", SHORT),
        column("siret", "siret", NAME),
        column("heures_hebdo", "weekly_minutes", Kind::Hours(WEEK)),
        column("heures_total", "total_minutes", Kind::Hours(ASSIGNMENT)),
        column("base_moins_24h", "short_hours_basis", SHORT),
        column("accord", "suits_person", Kind::YesNo),
    ],
    orders: &[("debut", "fin_prevue"), ("debut", "fin")],
    key: keys::employment,
    body: bodies::employment,
};

static TRAININGS: TableSpec = TableSpec {
    table: Table::Trainings,
    columns: &[
        needed("ref", "", Kind::Reference),
        needed("intitule", "title", SHORT),
        column("debut", "starts_on", Kind::Date),
        column("fin", "ends_on", Kind::Date),
        column("organisme", "provider", SHORT),
        column("certification", "certification", Kind::Code(codes_of::<Certification>)),
        column("obtenue_le", "awarded_on", Kind::Date),
        column("niveau", "level", Kind::Number(1, 8)),
    ],
    orders: &[("debut", "fin"), ("debut", "obtenue_le")],
    key: keys::training,
    body: bodies::training,
};
