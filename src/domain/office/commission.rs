//! Who sits at the commission (art. 7, R7-02).

use crate::domain::codes::code_list;

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
