//! Lists with stable codes. A code is written in the journal, in bundles, in imports and in JSON
//! output; it never changes and never shows on screen, where [`crate::i18n`] puts its label.

/// A value of a list with stable codes.
pub trait Coded: Copy + Sized + 'static {
    /// Name of the list, part of the message ids of its labels.
    const LIST: &'static str;
    /// Every value, in the order in which screens list them.
    const VALUES: &'static [Self];

    /// The stable code.
    fn stable_code(self) -> &'static str;
}

/// Declares an enum whose variants each have one stable code.
macro_rules! code_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $code, "`")] $variant,)+ }

        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value that has this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::domain::codes::Coded for $name {
            const LIST: &'static str = stringify!($name);
            const VALUES: &'static [Self] = Self::ALL;

            fn stable_code(self) -> &'static str {
                self.code()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
                Self::from_code(&code).ok_or_else(|| {
                    serde::de::Error::custom(concat!("unknown code of ", stringify!($name)))
                })
            }
        }
    };
}

pub(crate) use code_list;

code_list! {
    /// Sex, as the funding rules record it.
    Sex { Female = "F", Male = "M", Other = "X", }
}

code_list! {
    /// Part of Rouen, needed where the commune alone does not tell the lot (art. 8).
    Sector {
        LeftBank = "rive_gauche",
        RightBank = "rive_droite",
        Heights = "hauts_de_rouen",
    }
}

code_list! {
    /// Who referred the person, nobody included (art. 9-3-1, R9.3.1-02, R9.3.1-03, domain.md §7.1).
    PrescriberKind {
        FranceTravail = "PE",
        MissionLocale = "ML",
        Cms = "CMS",
        Ccas = "CCAS",
        CommunalEmployment = "SCE",
        Other = "AUTRE",
        Spontaneous = "SPONT",
        Internal = "INTERNE",
    }
}

impl PrescriberKind {
    /// Whether somebody else referred the person, and is to be told what the commission decides (R7-11).
    pub const fn is_somebody(self) -> bool {
        match self {
            Self::FranceTravail
            | Self::MissionLocale
            | Self::Cms
            | Self::Ccas
            | Self::CommunalEmployment
            | Self::Other => true,
            Self::Spontaneous | Self::Internal => false,
        }
    }
}

code_list! {
    /// Scheme of the Département that a referral comes from (art. 1, R1-07).
    Scheme {
        /// Public service of integration, tried out from 2021.
        PublicIntegrationService = "SPI",
        /// Reinforced support of people who receive the RSA.
        ActivityGuarantee = "GARANTIE_ACTIVITE",
    }
}

code_list! {
    /// List of the priority neighbourhoods, by the year in which it came into force.
    QpvList { Of2015 = "2015", Of2024 = "2024", }
}

code_list! {
    /// How a referral came to nothing before the commission decided (domain.md §5.18).
    DropReason {
        /// The person does not want to go on.
        Withdrew = "abandon",
        /// Nobody could reach or receive them.
        NoFollowUp = "sans_suite",
    }
}

code_list! {
    /// How a period of adhesion began (art. 6, R6-02, A-23).
    EntryKind {
        New = "nouvelle",
        PreviousProtocol = "protocole_precedent",
        Return = "retour",
    }
}

code_list! {
    /// A counsellor's lot: L1–L9 of providers, M1–M6 of the Métropole (art. 8, R8-01).
    Lot {
        L1 = "L1", L2 = "L2", L3 = "L3", L4 = "L4", L5 = "L5", L6 = "L6", L7 = "L7", L8 = "L8", L9 = "L9",
        M1 = "M1", M2 = "M2", M3 = "M3", M4 = "M4", M5 = "M5", M6 = "M6",
    }
}

code_list! {
    /// Youth (under 26) or adult, frozen at the referral date (art. 8, A-04).
    Public { Youth = "jeune", Adult = "adulte", }
}

impl Public {
    /// Age, in years, from which a person is an adult of the programme (R8-02).
    pub const ADULT_FROM_YEARS: u32 = 26;

    /// The public of a person born on `birth_date`, assessed on the day of the referral.
    pub fn at(birth_date: chrono::NaiveDate, referred_on: chrono::NaiveDate) -> Self {
        let age = super::dates::age(birth_date, referred_on);
        if age < Self::ADULT_FROM_YEARS { Self::Youth } else { Self::Adult }
    }
}

code_list! {
    /// Administrative criteria of adhesion (art. 5).
    Criterion {
        LongTermJobseeker = "DELD",
        Rsa = "RSA",
        Ass = "ASS",
        Aah = "AAH",
        Young = "JEUNE",
        Difficulty = "DIFF",
    }
}

code_list! {
    /// Priorities of article 5 (R5-04).
    Priority {
        Senior = "SENIOR",
        Qpv = "QPV",
        SingleParent = "PARENT_ISOLE",
        Precarious = "PRECAIRE",
    }
}

impl Priority {
    /// Age, in years, from which a person is a senior.
    pub const SENIOR_FROM_YEARS: u32 = 50;
}

code_list! {
    /// Why a pathway ended: no other reason ends one (R9.3.4-02, R9.3.4-03, domain.md §7.4).
    ExitReason {
        Permanent = "P1", FixedTerm = "P2", WorkStudy = "P3", Agency = "P4", OwnActivity = "P5",
        StateDiploma = "P6", OtherDiploma = "P7", Cqp = "P8", SpecialCase = "P9",
        Withdrawal = "N1", Exclusion = "N2",
        Moved = "E1", Prison = "E2", Death = "E3", Health = "E4", ParentalLeave = "E5",
        FamilyCare = "E6", Reoriented = "E7",
    }
}

impl ExitReason {
    /// Whether article 2 counts this exit as positive.
    pub const fn is_positive(self) -> bool {
        matches!(self.code().as_bytes()[0], b'P')
    }
}

code_list! {
    /// What became of an interview (domain.md §5.18).
    Outcome {
        Planned = "planifie",
        Held = "tenu",
        NoShow = "absent",
        Excused = "excuse",
        Cancelled = "annule",
    }
}

code_list! {
    /// How an interview takes place (domain.md §7.7).
    Modality {
        OnSite = "presentiel",
        Outreach = "hors_les_murs",
        AtEmployer = "entreprise",
        AtHome = "domicile",
        Video = "visio",
        Phone = "telephone",
    }
}

impl Ruling {
    /// Whether the CCTP gives the commission this ruling on this business (art. 7).
    pub const fn is_of(self, business: Business) -> bool {
        match self {
            Self::Adjourned => true,
            Self::Admitted | Self::Refused | Self::ReinforcedDiagnosis => matches!(business, Business::Entry),
            Self::Suspended | Self::Resumed | Self::Continued => matches!(business, Business::Review),
            Self::Exited => matches!(business, Business::Review | Business::Exit),
            Self::ExitRefused => matches!(business, Business::Exit),
        }
    }
}

impl Modality {
    /// Whether the person is met face to face (D-6): only these satisfy the monthly rule.
    pub const fn is_physical(self) -> bool {
        match self {
            Self::OnSite | Self::Outreach | Self::AtEmployer | Self::AtHome => true,
            Self::Video | Self::Phone => false,
        }
    }
}

code_list! {
    /// What an interview was for (domain.md §7.7).
    Purpose {
        Reception = "accueil",
        Diagnosis = "diagnostic",
        FollowUp = "suivi",
        GoalContract = "contrat_objectifs",
        Review = "bilan",
        JobInterview = "preparation_entretien",
        InWork = "suivi_emploi",
        PostTraining = "post_formation",
        Commission = "preparation_commission",
    }
}

code_list! {
    /// Kinds of pathway steps (art. 9-1, R1-09, R9.3.3-01, R9.3.3-04, domain.md §7.5).
    StepCategory {
        Mobilisation = "mobilisation",
        Training = "formation",
        JobSearch = "recherche_emploi",
        Placement = "mise_en_situation",
        Social = "mesure_sociale",
        CareerProject = "projet_professionnel",
        OwnActivity = "creation_activite",
        Employment = "emploi",
    }
}

code_list! {
    /// Where a step stands (domain.md §5.18).
    StepStatus {
        Considered = "envisagee",
        Proposed = "proposee",
        Declined = "refusee",
        Accepted = "acceptee",
        Waiting = "en_attente",
        Running = "en_cours",
        Done = "realisee",
        Abandoned = "abandonnee",
        Cancelled = "annulee",
    }
}

code_list! {
    /// The three kinds of business of the commission (R7-04).
    Business {
        Entry = "entree",
        Review = "reexamen",
        Exit = "sortie",
    }
}

code_list! {
    /// What the commission decided (R7-07, R7-16, R7-18, R7-25).
    Ruling {
        Admitted = "integration",
        Refused = "refus",
        ReinforcedDiagnosis = "diagnostic_renforce",
        Adjourned = "ajournement",
        Suspended = "suspension",
        Resumed = "reprise",
        Continued = "maintien",
        Exited = "sortie",
        ExitRefused = "sortie_refusee",
    }
}

code_list! {
    /// Events other than interviews (art. 9-3-5 c).
    ContactKind {
        Call = "appel",
        Letter = "courrier",
        Email = "courriel",
        Visit = "visite",
        Attempt = "tentative",
        PrescriberInformed = "information_prescripteur",
        Employer = "employeur",
        Partner = "partenaire",
        RegisteredLetter = "recommande",
    }
}

code_list! {
    /// What a station is for.
    StationRole {
        Counsellor = "counsellor",
        Manager = "manager",
        Team = "team",
    }
}

code_list! {
    /// Where a person stands in the pathway (domain.md §5.18).
    PathwayState {
        Candidate = "candidate",
        InPathway = "in_pathway",
        InWork = "in_work",
        PostTraining = "post_training",
        Suspended = "suspended",
        Exited = "exited",
        Refused = "refused",
    }
}
