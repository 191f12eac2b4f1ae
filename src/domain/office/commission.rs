//! A session of the commission (art. 7, R7-02): its day, its place, its two co-chairs, who sat there and who was
//! excused. The minutes show its attendance list. What was decided of somebody is in their file, never here.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

code_list! {
    /// What kind of session it is.
    SessionKind {
        /// One of the ten or so of a year (R7-03).
        Regular = "ordinaire",
        /// One more.
        Exceptional = "exceptionnelle",
    }
}

code_list! {
    /// What a session does not say of who was there.
    SessionLack {
        /// The co-chair for France Travail.
        FranceTravail = "copresidence_france_travail",
        /// The co-chair for the UTAS.
        Utas = "copresidence_utas",
        /// Anybody besides the co-chairs.
        Members = "membres",
    }
}

code_list! {
    /// What somebody sits at the commission for.
    Seat {
        /// Co-chairs it for France Travail (Pôle emploi).
        FranceTravail = "copresidence_france_travail",
        /// Co-chairs it for the UTAS of Rouen and Boucles de Seine.
        Utas = "copresidence_utas",
        /// The action managers of the contract holders.
        ActionManagers = "responsables_action",
        /// Leads the counsellors.
        Accompaniment = "mission_accompagnement",
        /// Relations with companies.
        Companies = "relations_entreprises",
        /// Deputy head of the unit.
        Deputy = "unite_adjointe",
        /// Head of the integration service.
        Head = "responsable_insertion",
        /// Administrative assistant.
        Assistant = "assistance_administrative",
        /// Any competent person, as needed.
        Expert = "personne_competente",
    }
}

impl Seat {
    /// Whether it is one of the two co-chairs.
    pub const fn is_chair(self) -> bool {
        match self {
            Self::FranceTravail | Self::Utas => true,
            Self::ActionManagers
            | Self::Accompaniment
            | Self::Companies
            | Self::Deputy
            | Self::Head
            | Self::Assistant
            | Self::Expert => false,
        }
    }
}

/// A whole version of a session. Texts are names, empty while nobody is noted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionSession {
    /// Its day.
    pub date: NaiveDate,
    /// What kind of session it is.
    pub kind: SessionKind,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who co-chaired it for France Travail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chair_france_travail: String,
    /// Who co-chaired it for the UTAS.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chair_utas: String,
    /// Action managers of the contract holders who were there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action_managers: String,
    /// Who leads the counsellors.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub accompaniment: String,
    /// Who keeps relations with companies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub companies: String,
    /// The deputy head of the unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deputy: String,
    /// The head of the integration service.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// The administrative assistant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub assistant: String,
    /// Competent persons who were asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub experts: String,
    /// Who was excused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub excused: String,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl CommissionSession {
    /// One of which only the day is known.
    pub const fn new(date: NaiveDate, kind: SessionKind) -> Self {
        Self {
            date,
            kind,
            start: None,
            place: String::new(),
            chair_france_travail: String::new(),
            chair_utas: String::new(),
            action_managers: String::new(),
            accompaniment: String::new(),
            companies: String::new(),
            deputy: String::new(),
            head: String::new(),
            assistant: String::new(),
            experts: String::new(),
            excused: String::new(),
            note: String::new(),
        }
    }

    /// Who sat there for that; empty when nobody is noted.
    pub fn present(&self, seat: Seat) -> &str {
        match seat {
            Seat::FranceTravail => &self.chair_france_travail,
            Seat::Utas => &self.chair_utas,
            Seat::ActionManagers => &self.action_managers,
            Seat::Accompaniment => &self.accompaniment,
            Seat::Companies => &self.companies,
            Seat::Deputy => &self.deputy,
            Seat::Head => &self.head,
            Seat::Assistant => &self.assistant,
            Seat::Expert => &self.experts,
        }
        .trim()
    }

    /// What its attendance list does not say. Of a session that is still to come nothing is asked.
    pub fn lacks(&self, today: NaiveDate) -> Vec<SessionLack> {
        if self.date > today {
            return Vec::new();
        }
        let is_alone = Seat::ALL.iter().all(|it| it.is_chair() || self.present(*it).is_empty());
        let all = [
            (SessionLack::FranceTravail, self.present(Seat::FranceTravail).is_empty()),
            (SessionLack::Utas, self.present(Seat::Utas).is_empty()),
            (SessionLack::Members, is_alone),
        ];
        all.into_iter().filter(|(_, is_missing)| *is_missing).map(|(lack, _)| lack).collect()
    }
}

impl std::fmt::Debug for CommissionSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CommissionSession({} {:?} […])", self.date, self.kind)
    }
}
