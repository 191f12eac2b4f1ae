//! Kinds of documents, and what each may prove on the way in (domain.md §7.6, §7.8).

use crate::domain::codes::{Criterion, Priority, code_list};
use crate::domain::parameters::ParameterKey;

code_list! {
    /// What a document is (domain.md §7.4, §7.6, §7.8).
    EvidenceKind {
        /// Identity document.
        Identity = "identite",
        /// Proof of address.
        Address = "domicile",
        /// Certificate of domiciliation.
        Domiciliation = "domiciliation",
        /// Attestation of a body that pays a benefit.
        Benefit = "attestation_allocation",
        /// Situation as the employment service states it.
        JobseekerStatus = "avis_situation",
        /// Sworn statement.
        SwornStatement = "declaration_honneur",
        /// Referral form.
        Referral = "fiche_orientation",
        /// Assessment of the prescriber.
        PreAssessment = "pre_diagnostic",
        /// The counsellor's note on the integration.
        Opinion = "note_opportunite",
        /// Commitment deed.
        Deed = "acte_engagement",
        /// Goal contract.
        GoalContract = "contrat_objectifs",
        /// Contract of employment.
        Contract = "contrat_travail",
        /// Pay slips.
        PaySlip = "bulletin_salaire",
        /// Assignment contracts or statements of hours.
        HoursStatement = "releve_heures",
        /// Registration of an activity.
        Registration = "immatriculation",
        /// That the activity goes on.
        ContinuedActivity = "activite_poursuivie",
        /// Diploma, title or certificate of success.
        Diploma = "diplome",
        /// Attestation of training.
        TrainingCertificate = "attestation_formation",
        /// Attendance sheet.
        AttendanceSheet = "emargement",
        /// File for the *Comité technique*.
        CommitteeFile = "dossier_comite",
        /// Letter of withdrawal.
        WithdrawalLetter = "lettre_desengagement",
        /// Exclusion procedure.
        ExclusionProcedure = "procedure_exclusion",
        /// Record of attempts to reach the person.
        ContactAttempts = "tentatives_contact",
        /// Written statement of a partner.
        PartnerStatement = "ecrit_partenaire",
        /// Record of a meeting, signed by those who were there.
        MeetingRecord = "compte_rendu_signe",
        /// Civil-status document.
        CivilStatus = "etat_civil",
        /// Certificate, medical or of a leave.
        Certificate = "certificat",
        /// Partner's review of a step.
        PartnerReview = "bilan_partenaire",
        /// Curriculum vitae.
        Cv = "cv",
        /// Letter or message.
        Letter = "courrier",
        /// Any other.
        Other = "autre",
    }
}

code_list! {
    /// What a document is kept as.
    EvidenceForm {
        /// The original.
        Original = "original",
        /// A copy.
        Copy = "copie",
        /// Seen, and not kept: a medical certificate.
        Seen = "vu",
    }
}

code_list! {
    /// What has to be proved on the way in: conditions, criteria and priorities.
    Claim {
        /// Who the person is.
        Identity = "IDENTITE",
        /// Residence in the Métropole (R5-01).
        Residence = "RESIDENCE",
        /// [`Criterion::LongTermJobseeker`].
        LongTermJobseeker = "DELD",
        /// [`Criterion::Rsa`].
        Rsa = "RSA",
        /// [`Criterion::Ass`].
        Ass = "ASS",
        /// [`Criterion::Aah`].
        Aah = "AAH",
        /// [`Criterion::Young`].
        Young = "JEUNE",
        /// [`Criterion::Difficulty`].
        Difficulty = "DIFF",
        /// [`Priority::Qpv`].
        Qpv = "QPV",
        /// [`Priority::SingleParent`].
        SingleParent = "PARENT_ISOLE",
    }
}

impl EvidenceKind {
    /// Whether a document of this kind says which of several things it proves: an attestation may be of
    /// one benefit or another; a proof of address proves all that it may.
    pub fn may_prove_several(self) -> bool {
        let proves = |claim: &&Claim| claim.documents().contains(&self);
        self != Self::Address && Claim::ALL.iter().filter(proves).count() > 1
    }
}

impl Claim {
    /// What holds when `criterion` does.
    pub const fn of_criterion(criterion: Criterion) -> Self {
        match criterion {
            Criterion::LongTermJobseeker => Self::LongTermJobseeker,
            Criterion::Rsa => Self::Rsa,
            Criterion::Ass => Self::Ass,
            Criterion::Aah => Self::Aah,
            Criterion::Young => Self::Young,
            Criterion::Difficulty => Self::Difficulty,
        }
    }

    /// What holds when `priority` does; age is proved by the identity document, and nothing is asked
    /// of precarious workers (§7.6).
    pub const fn of_priority(priority: Priority) -> Option<Self> {
        match priority {
            Priority::Qpv => Some(Self::Qpv),
            Priority::SingleParent => Some(Self::SingleParent),
            Priority::Senior | Priority::Precarious => None,
        }
    }

    /// The documents that prove it, any of them (§7.6).
    pub const fn documents(self) -> &'static [EvidenceKind] {
        match self {
            Self::Identity => &[EvidenceKind::Identity],
            Self::Residence => &[EvidenceKind::Address, EvidenceKind::Domiciliation],
            Self::LongTermJobseeker => &[EvidenceKind::JobseekerStatus],
            Self::Rsa | Self::Ass | Self::Aah | Self::SingleParent => &[EvidenceKind::Benefit],
            Self::Young => &[EvidenceKind::SwornStatement, EvidenceKind::PartnerStatement],
            Self::Difficulty => &[EvidenceKind::PreAssessment, EvidenceKind::Opinion],
            Self::Qpv => &[EvidenceKind::Address],
        }
    }

    /// The threshold of the age of those documents, if they may be too old (§7.6).
    pub const fn oldest(self) -> Option<ParameterKey> {
        match self {
            Self::Identity | Self::Difficulty => None,
            Self::Residence | Self::Qpv => Some(ParameterKey::AddressAge),
            Self::LongTermJobseeker
            | Self::Rsa
            | Self::Ass
            | Self::Aah
            | Self::Young
            | Self::SingleParent => Some(ParameterKey::AttestationAge),
        }
    }
}
