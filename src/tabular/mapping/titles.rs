//! Titles that mean a column of Jalon beyond doubt, by their plain names. What is merely alike is
//! proposed, never taken ([`super::like`]).

use crate::tabular::table::Table;

/// The titles of a column of `table`, besides its own name.
pub(super) fn of(table: Table, column: &str) -> &'static [&'static str] {
    match (table, column) {
        // Elsewhere a bare number is that of the line, not of the person.
        (Table::People, "ref") => PERSONS,
        (_, "ref") => REFERENCES,
        (Table::People, _) => person(column),
        (Table::Enrolments, _) => enrolment(column),
        (Table::Decisions, _) => decision(column),
        (Table::Steps, _) => step(column),
        (Table::Interviews, _) => interview(column),
        (Table::Contacts, _) => contact(column),
        (Table::Employments, _) => employment(column),
        (Table::Trainings, _) => training(column),
    }
}

const PERSONS: &[&str] = &[
    "id",
    "identifiant",
    "reference",
    "numero",
    "ref_personne",
    "id_personne",
    "identifiant_personne",
    "id_participant",
    "id_adherent",
    "id_beneficiaire",
    "n_dossier",
    "no_dossier",
    "num_dossier",
    "numero_dossier",
    "numero_de_dossier",
    "n_adherent",
    "numero_adherent",
    "code_adherent",
    "matricule",
];

const REFERENCES: &[&str] = &[
    "ref_personne",
    "reference_personne",
    "id_personne",
    "identifiant_personne",
    "id_participant",
    "id_adherent",
    "id_beneficiaire",
    "n_dossier",
    "no_dossier",
    "num_dossier",
    "numero_dossier",
    "numero_de_dossier",
    "n_adherent",
    "numero_adherent",
    "code_adherent",
    "matricule",
];

fn person(column: &str) -> &'static [&'static str] {
    match column {
        "nom" => &["nom_de_famille", "nom_famille", "nom_usage", "nom_d_usage", "nom_usuel"],
        "naissance" => {
            &["date_de_naissance", "date_naissance", "date_nais", "ddn", "ne_le", "nee_le", "ne_e_le"]
        }
        "nom_naissance" => &["nom_de_naissance", "nom_de_jeune_fille", "nom_jeune_fille"],
        "sexe" => &["genre"],
        "commune_naissance" => {
            &["commune_de_naissance", "lieu_de_naissance", "lieu_naissance", "ville_de_naissance"]
        }
        "adresse" => &["adresse_postale", "adresse_1", "adresse1"],
        "code_postal" => &["cp", "codepostal"],
        "commune" => &["ville", "commune_de_residence", "ville_de_residence", "localite"],
        "qpv" => &["quartier_prioritaire", "en_qpv", "residence_qpv", "habitant_qpv"],
        "telephone" => &[
            "tel",
            "portable",
            "mobile",
            "tel_portable",
            "telephone_portable",
            "telephone_mobile",
            "n_telephone",
            "n_de_telephone",
            "numero_de_telephone",
        ],
        "courriel" => {
            &["mail", "email", "e_mail", "mel", "adresse_mail", "adresse_email", "adresse_electronique"]
        }
        "id_france_travail" => &[
            "identifiant_france_travail",
            "n_france_travail",
            "numero_france_travail",
            "id_ft",
            "identifiant_ft",
            "id_pole_emploi",
            "identifiant_pole_emploi",
            "n_pole_emploi",
            "id_pe",
            "identifiant_pe",
        ],
        _ => &[],
    }
}

fn enrolment(column: &str) -> &'static [&'static str] {
    match column {
        "orientation" => &["date_orientation", "date_d_orientation", "date_prescription"],
        "prescripteur" => &["organisme_prescripteur", "structure_prescriptrice", "structure_orienteuse"],
        "type_prescripteur" => &["type_de_prescripteur", "nature_prescripteur"],
        "accueil" => &["date_accueil", "date_d_accueil", "premier_accueil", "date_premier_accueil"],
        "decision" => &["date_decision", "date_de_decision", "date_commission"],
        "adhesion" => {
            &["date_adhesion", "date_d_adhesion", "date_entree", "date_d_entree", "date_integration"]
        }
        "type_entree" => &["type_d_entree"],
        "criteres" => &["criteres_d_entree", "criteres_entree"],
        "niveau" => &["niveau_de_formation", "niveau_formation", "niveau_de_diplome"],
        "acte_engagement" => &["acte_d_engagement", "date_acte_engagement", "date_acte_d_engagement"],
        "sortie" => &["date_sortie", "date_de_sortie"],
        "motif_sortie" => &["motif_de_sortie", "motif_de_la_sortie"],
        _ => &[],
    }
}

fn interview(column: &str) -> &'static [&'static str] {
    match column {
        "date" => &["date_entretien", "date_de_l_entretien", "date_rdv", "date_rendez_vous"],
        "heure" => &["heure_debut", "heure_de_debut", "heure_rdv", "heure_entretien"],
        "duree_min" => &["duree", "duree_minutes", "duree_en_minutes", "duree_mn", "duree_entretien"],
        "modalite" => &["modalite_entretien", "mode_entretien"],
        "compte_rendu" => &["cr", "compte_rendu_entretien", "compte_rendu_de_l_entretien"],
        "signature_adherent" => &[
            "signature_adherente",
            "signature_adherent_e",
            "signature_participant",
            "signature_beneficiaire",
        ],
        "signature_conseiller" => &[
            "signature_conseillere",
            "signature_referent",
            "signature_accompagnateur",
            "signature_accompagnatrice",
        ],
        _ => &[],
    }
}

fn step(column: &str) -> &'static [&'static str] {
    match column {
        "categorie" => &["categorie_etape", "type_etape", "type_d_etape"],
        "intitule" => &["libelle", "intitule_etape", "libelle_etape", "nom_etape"],
        "statut" => &["etat", "statut_etape", "etat_etape"],
        "partenaire" => &["structure_partenaire", "organisme_partenaire"],
        "proposee" => &["date_proposition", "proposee_le"],
        "debut" => &["date_debut", "date_de_debut"],
        "fin" => &["date_fin", "date_de_fin"],
        _ => &[],
    }
}

fn decision(column: &str) -> &'static [&'static str] {
    match column {
        "seance" => &["date_seance", "date_commission", "date_de_commission", "date_de_la_commission"],
        "suspension_jusquau" => &["suspension_jusqu_au", "suspendu_jusqu_au", "fin_suspension"],
        "reexamen_le" => &["date_reexamen", "date_de_reexamen", "reexamen"],
        _ => &[],
    }
}

fn contact(column: &str) -> &'static [&'static str] {
    match column {
        "date" => &["date_contact", "date_du_contact"],
        "type" => &["type_contact", "type_de_contact"],
        _ => &[],
    }
}

fn employment(column: &str) -> &'static [&'static str] {
    match column {
        "type" => &["type_contrat", "type_de_contrat", "nature_contrat", "contrat"],
        "debut" => &["date_debut", "date_de_debut", "date_embauche"],
        "fin_prevue" => &["date_fin_prevue", "date_de_fin_prevue", "fin_previsionnelle"],
        "fin" => &["date_fin", "date_de_fin", "fin_reelle", "date_rupture"],
        "employeur" => &["entreprise", "nom_employeur", "raison_sociale"],
        "siret" => &["n_siret", "numero_siret"],
        "heures_hebdo" => {
            &["heures_hebdomadaires", "heures_par_semaine", "duree_hebdo", "duree_hebdomadaire"]
        }
        "heures_total" => &["total_heures", "nombre_d_heures", "nb_heures", "heures_totales"],
        _ => &[],
    }
}

fn training(column: &str) -> &'static [&'static str] {
    match column {
        "intitule" => &["libelle", "intitule_formation", "nom_formation", "libelle_formation"],
        "debut" => &["date_debut", "date_de_debut", "date_entree"],
        "fin" => &["date_fin", "date_de_fin"],
        "organisme" => &["organisme_formation", "organisme_de_formation", "centre_de_formation"],
        "obtenue_le" => &["date_obtention", "date_d_obtention", "obtenu_le"],
        "niveau" => &["niveau_diplome", "niveau_de_diplome"],
        _ => &[],
    }
}
