//! The import tables, as data: what each column is called, whether it is needed, what it holds.
//!
//! Names are those of the documented interface and change only with a version. To add a table,
//! add a variant, a [`TableSpec`] here and its body in `bodies.rs`.

use super::bodies;
use super::cell::Cells;
use super::keys;
use crate::domain::body::Body;
use crate::domain::codes::{
    Business, Coded, ContactKind, Criterion, EntryKind, ExitReason, Lot, Modality, Outcome, PrescriberKind,
    Priority, Public, Ruling, Sector, Sex, StepCategory, StepStatus,
};
use crate::domain::interview::LONGEST_MINUTES;

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
}

impl Table {
    /// Every table.
    pub const ALL: &'static [Self] =
        &[Self::People, Self::Enrolments, Self::Decisions, Self::Steps, Self::Interviews, Self::Contacts];

    /// Its name in files, on the command line and in the keys of imported things. Stable.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "personnes",
            Self::Enrolments => "adhesions",
            Self::Decisions => "decisions",
            Self::Steps => "etapes",
            Self::Interviews => "entretiens",
            Self::Contacts => "contacts",
        }
    }

    /// The table that has this name, case and accents aside.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = keys::plain(name);
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }

    /// The table that a file or sheet name tells: `personnes.csv`, `export/Étapes 2026.csv`.
    /// `None` when it tells none, or two.
    pub fn from_file_name(path: &str) -> Option<Self> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let mut told = keys::plain(stem).split('_').filter_map(Self::from_name).collect::<Vec<_>>();
        told.dedup();
        if told.len() == 1 { told.pop() } else { None }
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
    /// A time of day.
    Time,
    /// A commune.
    Commune,
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

/// The column of `table` that a field of the domain comes from.
pub fn column_of(table: Table, field: &str) -> Option<&'static str> {
    let column = match (table, field) {
        (Table::People, "birth_date") => "naissance",
        (Table::People, "postal_code") => "code_postal",
        (Table::People, "sector") => "secteur",
        (Table::People, "phone") => "telephone",
        (Table::People, "email") => "courriel",
        (Table::Enrolments, "enrolled_on") => "adhesion",
        (Table::Enrolments, "referred_on") => "orientation",
        (Table::Enrolments, "exited_on") => "sortie",
        (Table::Enrolments, "exit_reason") => "motif_sortie",
        (Table::Enrolments, "deed_signed_on") => "acte_engagement",
        (Table::Enrolments, "level") => "niveau",
        (Table::Enrolments, "main_criterion") => "critere_principal",
        (Table::Decisions, "session_on") => "seance",
        (Table::Decisions, "suspended_until") => "suspension_jusquau",
        (Table::Decisions, "review_on") => "reexamen_le",
        (Table::Decisions, "ruling") => "decision",
        (Table::Decisions, "reason") => "motif",
        (Table::Steps, "proposed_on") => "proposee",
        (Table::Steps, "starts_on") => "debut",
        (Table::Steps, "ends_on") => "fin",
        (Table::Steps, "title") => "intitule",
        (Table::Interviews, "record") => "compte_rendu",
        (Table::Interviews, "outcome") => "issue",
        (Table::Interviews, "start") => "heure",
        (Table::Contacts, "result") => "resultat",
        // The others have the same name in both.
        _ => field,
    };
    table.spec().columns.iter().map(|it| it.name).find(|name| *name == column)
}

/// Where every table has its `ref` column.
pub const REFERENCE_AT: usize = 0;

const NAME: Kind = Kind::Text(100);
const SHORT: Kind = Kind::Text(200);

/// The codes of a list.
fn codes_of<C: Coded>() -> Vec<&'static str> {
    C::VALUES.iter().map(|value| value.stable_code()).collect()
}

const fn needed(name: &'static str, kind: Kind) -> Column {
    Column { name, required: true, kind }
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, required: false, kind }
}

static PEOPLE: TableSpec = TableSpec {
    table: Table::People,
    columns: &[
        needed("ref", Kind::Reference),
        needed("nom", NAME),
        needed("prenom", NAME),
        needed("naissance", Kind::Date),
        column("nom_naissance", NAME),
        column("sexe", Kind::Code(codes_of::<Sex>)),
        column("commune_naissance", NAME),
        column("adresse", SHORT),
        column("code_postal", Kind::PostalCode),
        column("commune", Kind::Commune),
        column("secteur", Kind::Code(codes_of::<Sector>)),
        column("qpv", Kind::Qpv),
        column("telephone", NAME),
        column("courriel", SHORT),
        column("id_france_travail", NAME),
    ],
    orders: &[],
    key: keys::person,
    body: bodies::person,
};

static ENROLMENTS: TableSpec = TableSpec {
    table: Table::Enrolments,
    columns: &[
        needed("ref", Kind::Reference),
        column("orientation", Kind::Date),
        column("prescripteur", SHORT),
        column("type_prescripteur", Kind::Code(codes_of::<PrescriberKind>)),
        column("accueil", Kind::Date),
        column("decision", Kind::Date),
        column("adhesion", Kind::Date),
        column("type_entree", Kind::Code(codes_of::<EntryKind>)),
        column("lot", Kind::Code(codes_of::<Lot>)),
        column("public", Kind::Code(codes_of::<Public>)),
        column("criteres", Kind::Codes(codes_of::<Criterion>)),
        column("critere_principal", Kind::Code(codes_of::<Criterion>)),
        column("priorites", Kind::Codes(codes_of::<Priority>)),
        column("niveau", Kind::Number(1, 8)),
        column("acte_engagement", Kind::Date),
        column("sortie", Kind::Date),
        column("motif_sortie", Kind::Code(codes_of::<ExitReason>)),
    ],
    orders: &[("orientation", "adhesion"), ("orientation", "sortie"), ("adhesion", "sortie")],
    key: keys::enrolment,
    body: bodies::enrolment,
};

static INTERVIEWS: TableSpec = TableSpec {
    table: Table::Interviews,
    columns: &[
        needed("ref", Kind::Reference),
        needed("date", Kind::Date),
        needed("issue", Kind::Code(codes_of::<Outcome>)),
        column("heure", Kind::Time),
        column("duree_min", Kind::Number(1, LONGEST_MINUTES)),
        column("modalite", Kind::Code(codes_of::<Modality>)),
        column("compte_rendu", Kind::LongText),
        column("signature_adherent", Kind::Signature),
        column("signature_conseiller", Kind::Signature),
    ],
    orders: &[("date", "signature_adherent"), ("date", "signature_conseiller")],
    key: keys::interview,
    body: bodies::interview,
};

static STEPS: TableSpec = TableSpec {
    table: Table::Steps,
    columns: &[
        needed("ref", Kind::Reference),
        needed("categorie", Kind::Code(codes_of::<StepCategory>)),
        needed("intitule", SHORT),
        needed("statut", Kind::Code(codes_of::<StepStatus>)),
        column("partenaire", SHORT),
        column("action_plie", Kind::YesNo),
        column("proposee", Kind::Date),
        column("debut", Kind::Date),
        column("fin", Kind::Date),
        column("objectifs_transmis", Kind::Date),
        column("bilan_partenaire", Kind::Date),
    ],
    orders: &[("debut", "fin"), ("debut", "bilan_partenaire")],
    key: keys::step,
    body: bodies::step,
};

static DECISIONS: TableSpec = TableSpec {
    table: Table::Decisions,
    columns: &[
        needed("ref", Kind::Reference),
        needed("seance", Kind::Date),
        needed("objet", Kind::Code(codes_of::<Business>)),
        needed("decision", Kind::Code(codes_of::<Ruling>)),
        column("suspension_jusquau", Kind::Date),
        column("reexamen_le", Kind::Date),
        column("motif", Kind::LongText),
    ],
    orders: &[("seance", "suspension_jusquau"), ("seance", "reexamen_le")],
    key: keys::decision,
    body: bodies::decision,
};

static CONTACTS: TableSpec = TableSpec {
    table: Table::Contacts,
    columns: &[
        needed("ref", Kind::Reference),
        needed("date", Kind::Date),
        needed("type", Kind::Code(codes_of::<ContactKind>)),
        column("resultat", Kind::LongText),
    ],
    orders: &[],
    key: keys::contact,
    body: bodies::contact,
};
