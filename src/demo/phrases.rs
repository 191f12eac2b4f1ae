//! What invented counsellors write: short records, titles of steps, results of calls. Plain and
//! kind: a record is read by the person it speaks of.

use super::dice::Dice;
use crate::domain::codes::{ContactKind, ExitReason, Purpose, StepCategory};

const RECEPTION: &[&str] = &[
    "Présentation du PLIE, de l’accompagnement et des engagements de chacun. Souhaite adhérer.",
    "Premier accueil. Situation familiale et parcours passés en revue. Volonté de reprendre un emploi exprimée.",
    "Orientation reçue et lue ensemble. Attentes : un emploi stable, proche du domicile.",
];

const DIAGNOSIS: &[&str] = &[
    "Diagnostic partagé : mobilité et garde d’enfants à travailler, bonne expérience en restauration.",
    "Diagnostic partagé : pas de permis, à l’aise à l’oral, écrit à renforcer. Projet : aide à domicile.",
    "Point sur les compétences : dix ans de manutention, CACES périmés, souhaite changer de métier.",
    "Diagnostic partagé : logement stable, budget serré, projet professionnel à construire.",
];

const FOLLOW_UP: &[&str] = &[
    "CV mis à jour. Deux offres repérées, candidatures à envoyer d’ici vendredi.",
    "Bonne assiduité à l’atelier. Prochaine étape : préparer une immersion.",
    "Point sur la recherche : quatre candidatures, une réponse attendue lundi.",
    "Dossier de demande de logement complété. Reprise de la recherche la semaine prochaine.",
    "Code de la route en cours, examen blanc réussi. Motivation intacte.",
    "Échange sur le projet : hésite entre la vente et la petite enfance. Enquêtes métier à mener.",
    "Retour sur l’immersion : points forts ponctualité et contact, à travailler la rapidité.",
    "Solution de garde trouvée pour les mercredis. Disponible à temps plein.",
    "Remise à niveau en français : progrès nets, souhaite continuer.",
    "Difficultés de transport le matin : demande d’aide à la mobilité déposée.",
    "Inscription à la réunion d’information de l’organisme de formation, le 14.",
    "A relancé trois employeurs. Un rappel prévu en fin de semaine.",
    "Lettre de motivation reprise ensemble, plus courte et plus personnelle.",
    "Moment de découragement. Objectif ramené à une démarche par semaine.",
    "Budget revu avec l’assistante sociale, échéancier accepté.",
    "Espace personnel France Travail actualisé ensemble. À l’aise pour le faire seul·e.",
    "Simulation d’entretien : réponses plus précises, bonne présentation.",
    "Rendez-vous pris avec l’atelier informatique. Adresse de messagerie créée.",
    "Visite d’entreprise prévue, tenue et trajet préparés.",
    "Fait le point sur la santé : rendez-vous médical pris, pas de restriction à ce jour.",
];

const GOALS: &[&str] = &[
    "Contrat d’objectifs signé : terminer le CV, trois candidatures par semaine, inscription à l’auto-école.",
    "Nouveau contrat d’objectifs : valider le projet par deux immersions avant l’été.",
];

const REVIEW: &[&str] = &[
    "Bilan des six mois : objectifs en partie atteints, poursuite proposée.",
    "Bilan de l’action : assiduité complète, attestation remise.",
];

const JOB_INTERVIEW: &[&str] = &[
    "Préparation de l’entretien de jeudi : parcours en trois minutes, questions à poser.",
    "Retour d’entretien : bon contact, réponse sous dix jours.",
];

const IN_WORK: &[&str] = &[
    "Prise de poste réussie. Horaires confirmés, planning remis.",
    "Point avec l’employeur : satisfait, demande plus d’autonomie sur les commandes.",
    "Premier bulletin de salaire vérifié ensemble. Tout est en ordre.",
];

const COMMISSION: &[&str] =
    &["Préparation du passage en commission : bilan du parcours et suites envisagées."];

const MOBILISATION: &[(&str, &str)] = &[
    ("Atelier confiance en soi", "Maison de quartier"),
    ("Sport et emploi", "Association Rebond"),
    ("Atelier image de soi", "Association Rebond"),
];

const TRAINING: &[(&str, &str)] = &[
    ("Remise à niveau français et calcul", "Organisme Seine Compétences"),
    ("Titre professionnel agent de restauration", "Organisme Seine Compétences"),
    ("Titre professionnel assistant de vie aux familles", "Institut du Domicile"),
    ("Préparation du CACES 1, 3 et 5", "Centre Logistique Formation"),
    ("Français à visée professionnelle", "Organisme Lire et Agir"),
    ("Titre professionnel employé commercial", "Organisme Seine Compétences"),
];

const JOB_SEARCH: &[(&str, &str)] = &[
    ("Atelier CV et lettre de motivation", "PLIE"),
    ("Atelier simulation d’entretien", "PLIE"),
    ("Positionnement sur une offre d’agent d’entretien", "Relations entreprises du PLIE"),
    ("Forum de l’emploi", "Service emploi de la ville"),
    ("Atelier recherche d’emploi sur Internet", "Espace numérique"),
];

const PLACEMENT: &[(&str, &str)] = &[
    ("Immersion en boulangerie", "Boulangerie des Quais"),
    ("Immersion en grande surface", "Supermarché du Centre"),
    ("Chantier d’insertion espaces verts", "Chantier Les Deux Rives"),
    ("Mission d’intérim en logistique", "Agence d’intérim"),
    ("Contrat court de plonge", "Restaurant du Cours"),
    ("Immersion en crèche", "Crèche Les Petits Pas"),
];

const SOCIAL: &[(&str, &str)] = &[
    ("Bilan de mobilité", "Plateforme mobilité"),
    ("Permis B, aide au financement", "Auto-école sociale"),
    ("Dossier de logement", "CMS du secteur"),
    ("Accompagnement budgétaire", "CCAS de la commune"),
    ("Recherche d’une solution de garde", "Relais petite enfance"),
    ("Bilan de santé", "Centre d’examens de santé"),
];

const CAREER_PROJECT: &[(&str, &str)] = &[
    ("Découverte des métiers de l’aide à la personne", "Cité des métiers"),
    ("Enquêtes métier", "Cité des métiers"),
    ("Évaluation des compétences", "Organisme Seine Compétences"),
];

const OWN_ACTIVITY: &[(&str, &str)] = &[
    ("Étude du projet de création", "Boutique de gestion"),
    ("Couture à domicile, immatriculation", "Boutique de gestion"),
];

const PERMANENT_JOBS: &[(&str, &str)] = &[
    ("CDI agent d’entretien", "Entreprise Netclair"),
    ("CDI aide à domicile", "Association Domicile Plus"),
    ("CDI préparateur de commandes", "Entrepôt Seine Logistique"),
];

const FIXED_TERM_JOBS: &[(&str, &str)] = &[
    ("CDD employé libre-service", "Supermarché du Centre"),
    ("CDD agent de restauration", "Cuisine centrale"),
    ("CDD agent de tri", "Recyclerie de la Seine"),
];

const AGENCY_JOBS: &[(&str, &str)] = &[
    ("Missions d’intérim, cariste", "Agence d’intérim"),
    ("Missions d’intérim, conditionnement", "Agence d’intérim"),
];

const DIPLOMAS: &[(&str, &str)] = &[
    ("Titre professionnel agent de restauration", "Organisme Seine Compétences"),
    ("Titre professionnel assistant de vie aux familles", "Institut du Domicile"),
    ("Titre professionnel employé commercial", "Organisme Seine Compétences"),
];

const WORK_STUDY: &[(&str, &str)] = &[
    ("Contrat d’apprentissage cuisine", "Restaurant du Cours"),
    ("Contrat de professionnalisation vente", "Supermarché du Centre"),
];

/// The written record of an interview.
pub fn record(dice: &mut Dice, purpose: Purpose) -> String {
    let phrases = match purpose {
        Purpose::Reception => RECEPTION,
        Purpose::Diagnosis => DIAGNOSIS,
        Purpose::FollowUp | Purpose::PostTraining => FOLLOW_UP,
        Purpose::GoalContract => GOALS,
        Purpose::Review => REVIEW,
        Purpose::JobInterview => JOB_INTERVIEW,
        Purpose::InWork => IN_WORK,
        Purpose::Commission => COMMISSION,
    };
    let first = dice.pick(phrases);
    let second = dice.pick(FOLLOW_UP);
    if dice.chance(30) && first != second { format!("{first}\n{second}") } else { first.to_owned() }
}

/// The title of a step, and the partner who carries it out.
pub fn step(dice: &mut Dice, category: StepCategory) -> (&'static str, &'static str) {
    dice.pick(match category {
        StepCategory::Mobilisation => MOBILISATION,
        StepCategory::Training => TRAINING,
        StepCategory::JobSearch => JOB_SEARCH,
        StepCategory::Placement => PLACEMENT,
        StepCategory::Social => SOCIAL,
        StepCategory::CareerProject => CAREER_PROJECT,
        StepCategory::OwnActivity => OWN_ACTIVITY,
        StepCategory::Employment => PERMANENT_JOBS,
    })
}

/// The title of the job, or of the training, that an exit comes from, and with whom.
pub fn outcome(dice: &mut Dice, reason: ExitReason) -> (&'static str, &'static str) {
    dice.pick(match reason {
        ExitReason::FixedTerm => FIXED_TERM_JOBS,
        ExitReason::Agency => AGENCY_JOBS,
        ExitReason::WorkStudy => WORK_STUDY,
        ExitReason::OwnActivity => OWN_ACTIVITY,
        ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => DIPLOMAS,
        ExitReason::Permanent
        | ExitReason::SpecialCase
        | ExitReason::Withdrawal
        | ExitReason::Exclusion
        | ExitReason::Moved
        | ExitReason::Prison
        | ExitReason::Death
        | ExitReason::Health
        | ExitReason::ParentalLeave
        | ExitReason::FamilyCare
        | ExitReason::Reoriented => PERMANENT_JOBS,
    })
}

/// What came of a contact.
pub fn result(dice: &mut Dice, kind: ContactKind) -> &'static str {
    dice.pick(match kind {
        ContactKind::Call => &["Rendez-vous confirmé.", "Se dit disponible la semaine prochaine."][..],
        ContactKind::Letter => &["Courrier de relance envoyé."],
        ContactKind::RegisteredLetter => &["Lettre recommandée envoyée, avis de réception attendu."],
        ContactKind::Email => &["Offre transmise.", "Documents reçus."],
        ContactKind::Visit => &["Vu à la permanence, pressé, rendez-vous repris."],
        ContactKind::Attempt => {
            &["Message laissé sur le répondeur.", "Pas de réponse.", "Numéro non attribué."]
        }
        ContactKind::PrescriberInformed => &["Décision de la commission transmise par courriel."],
        ContactKind::Employer => &["Point sur la prise de poste.", "Employeur satisfait."],
        ContactKind::Partner => &["Objectifs de l’action précisés.", "Bilan intermédiaire positif."],
    })
}
