//! What an invented person and the counsellor found together: the diagnosis, the obstacles and what
//! became of them, the goals agreed.

use chrono::NaiveDate;

use super::calendar::open_until;
use super::chronicle::Chronicle;
use super::dice::Dice;
use super::story::{Application, Course, Story};
use crate::domain::barrier::{Barrier, BarrierState, BarrierTheme, Impact};
use crate::domain::body::Body;
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::diagnosis::{Diagnosis, Proposal};
use crate::domain::enrolment::Enrolment;
use crate::domain::evidence::{Evidence, EvidenceForm, EvidenceKind};
use crate::domain::goal::{Goal, GoalState};

/// Theme, what it is, what is done about it.
const BARRIERS: &[(BarrierTheme, &str, &str)] = &[
    (BarrierTheme::Mobility, "Pas de permis, bus toutes les heures", "Auto-école sociale, dossier d’aide"),
    (BarrierTheme::Mobility, "Voiture en panne", "Garage solidaire"),
    (BarrierTheme::Family, "Garde des enfants le mercredi", "Relais petite enfance"),
    (BarrierTheme::Family, "S’occupe d’un parent âgé", "Centre local d’information"),
    (BarrierTheme::Housing, "Hébergement chez un tiers", "Demande de logement déposée"),
    (BarrierTheme::Money, "Échéancier à tenir", "Point budget avec l’assistante sociale"),
    (BarrierTheme::Language, "Écrit à renforcer", "Atelier deux fois par semaine"),
    (BarrierTheme::Digital, "Pas de messagerie, smartphone seulement", "Atelier informatique"),
    (BarrierTheme::Papers, "Titre de séjour à renouveler", "Rendez-vous en préfecture"),
    (BarrierTheme::Health, "Port de charges limité", "Postes sans manutention"),
    (BarrierTheme::Training, "Sans diplôme reconnu", "Remise à niveau envisagée"),
    (BarrierTheme::Isolation, "Perte de confiance", "Groupe de parole, petites démarches"),
    (BarrierTheme::Trades, "Projet encore flou", "Enquêtes métier, immersion"),
];

/// A goal and how one sees that it is reached.
const GOALS: &[(&str, &str)] = &[
    ("Obtenir le code de la route", "attestation de réussite"),
    ("Terminer le CV et une lettre", "documents relus ensemble"),
    ("Trois candidatures par semaine", "suivi des candidatures"),
    ("Valider le projet par une immersion", "bilan de l’employeur"),
    ("Trouver une garde pour le mercredi", "place confirmée"),
    ("Ouvrir une messagerie et s’en servir", "un courriel envoyé seul·e"),
];

const CAPACITIES: &[&str] = &[
    "Ponctuel·le, à l’aise avec le public. Prêt·e à se former.",
    "Dix ans de métier, sait apprendre seul·e. Disponible à temps plein.",
    "Motivation forte, disponible en horaires de journée.",
];

const STEPS: &[&str] = &[
    "Remise à niveau courte, puis immersion, puis candidatures ciblées.",
    "Lever le frein de mobilité d’abord ; formation qualifiante à l’automne.",
    "Chantier d’insertion six mois, avec un appui social.",
];

/// How a state looks after some months, and how frequent that is.
const LATER: &[(BarrierState, u32)] = &[
    (BarrierState::Identified, 25),
    (BarrierState::Treated, 30),
    (BarrierState::Directed, 15),
    (BarrierState::Stabilised, 10),
    (BarrierState::Lifted, 20),
];

impl Chronicle {
    /// Tells what was found, from the days of the last period. Chance is drawn apart: what becomes of
    /// the person does not depend on it.
    pub fn share_needs(&mut self, apart: Dice) {
        let Some(period) = self.last_period() else { return };
        let dice = std::mem::replace(&mut self.dice, apart);
        self.share(&period);
        if let Some(enrolled_on) = period.enrolled_on {
            self.keep_cv(enrolled_on);
        }
        self.dice = dice;
    }

    fn share(&mut self, period: &Enrolment) {
        let Some(received_on) = period.received_on else { return };
        let made_on = add_days(received_on, 8);
        if made_on >= self.today {
            return;
        }
        let is_whole = match self.story {
            Story::Applies(Application::Proposed | Application::Verified | Application::Listed) => true,
            Story::Applies(Application::InDiagnosis | Application::Withdrawn) => false,
            Story::Applies(_)
            | Story::Adheres(_)
            | Story::CarriedOver
            | Story::Returned
            | Story::Exited(_) => period.decided_on.is_some() || self.dice.chance(40),
        };
        self.diagnose(made_on, is_whole);
        for _ in 0..self.dice.between(1, 3) {
            self.meet_a_barrier(made_on);
        }
        if let Some(enrolled_on) = period.enrolled_on {
            for _ in 0..self.dice.below(3) {
                self.agree_on_a_goal(enrolled_on);
            }
        }
    }

    fn diagnose(&mut self, made_on: NaiveDate, is_whole: bool) {
        let told = |text: &str| if is_whole { text.to_owned() } else { String::new() };
        let (capacities, steps) = (self.dice.pick(CAPACITIES), self.dice.pick(STEPS));
        let (_, obstacle, _) = self.dice.pick(BARRIERS);
        let diagnosis = Diagnosis {
            wants_work: Some(true),
            needs_support: Some(true),
            can_follow: is_whole.then_some(true),
            obstacles: format!("{obstacle}."),
            capacities: capacities.to_owned(),
            realistic_steps: told(steps),
            proposal: is_whole.then_some(Proposal::Admit),
            reasons: told("Besoin d’un accompagnement renforcé, projet réaliste."),
            plan: told(steps),
            first_step: told("Atelier de recherche d’emploi"),
            ..Diagnosis::new(made_on)
        };
        let object = self.new_thing();
        self.write(object, made_on, Body::Diagnosis(diagnosis));
    }

    fn meet_a_barrier(&mut self, seen_on: NaiveDate) {
        let (theme, situation, action) = self.dice.pick(BARRIERS);
        let impact = self.dice.pick(&[Impact::Weak, Impact::Medium, Impact::Strong]);
        let mut barrier = Barrier {
            theme,
            situation: situation.to_owned(),
            seen_on,
            state: BarrierState::Identified,
            impact: Some(impact),
            is_priority: impact == Impact::Strong && self.dice.chance(50),
            action: String::new(),
        };
        let object = self.new_thing();
        self.write(object, seen_on, Body::Barrier(barrier.clone()));
        self.treat(object, seen_on);
        let later = open_until(add_days(seen_on, self.dice.between(60, 240)));
        let state = self.dice.weighted(LATER);
        if later < self.today && state != BarrierState::Identified {
            (barrier.seen_on, barrier.state) = (later, state);
            action.clone_into(&mut barrier.action);
            self.write(object, later, Body::Barrier(barrier));
        }
    }

    /// A CV at the entry, then one of the last months, but of those whom nobody followed (AL-18).
    fn keep_cv(&mut self, enrolled_on: NaiveDate) {
        let lately = sub_days(self.today, self.dice.between(3, 160));
        let is_forgotten = self.story == Story::Adheres(Course::OutOfPathway);
        let is_updated = self.dice.chance(95) && !is_forgotten;
        for day in [enrolled_on, lately] {
            if day < self.today && (day == enrolled_on || (is_updated && day > enrolled_on)) {
                let cv = Evidence {
                    dated_on: Some(day),
                    received_on: Some(day),
                    form: Some(EvidenceForm::Copy),
                    ..Evidence::new(EvidenceKind::Cv)
                };
                let object = self.new_thing();
                self.write(object, day, Body::Evidence(cv));
            }
        }
    }

    fn agree_on_a_goal(&mut self, enrolled_on: NaiveDate) {
        let agreed_on = open_until(add_days(enrolled_on, self.dice.between(20, 400)));
        if agreed_on >= self.today || agreed_on < enrolled_on {
            return;
        }
        let (title, measure) = self.dice.pick(GOALS);
        let due_on = add_months(agreed_on, self.dice.between(2, 5));
        let mut goal = Goal {
            title: title.to_owned(),
            measure: Some(measure.to_owned()),
            agreed_on,
            due_on: Some(due_on),
            state: GoalState::Running,
            ended_on: None,
            participant_signed_on: Some(agreed_on),
            counsellor_signed_on: Some(agreed_on),
        };
        let object = self.new_thing();
        self.write(object, agreed_on, Body::Goal(goal.clone()));
        self.serve(object, agreed_on, due_on);
        let ended_on = open_until(due_on);
        if ended_on < self.today && self.dice.chance(90) {
            goal.state = self.dice.pick(&[
                GoalState::Reached,
                GoalState::Reached,
                GoalState::PartlyReached,
                GoalState::Missed,
            ]);
            goal.ended_on = Some(ended_on);
            self.write(object, ended_on, Body::Goal(goal));
        }
    }

    /// The last version of the last period that was written.
    pub(super) fn last_period(&self) -> Option<Enrolment> {
        self.bodies().rev().find_map(
            |body| {
                if let Body::Enrolment(it) = body { Some(it.clone()) } else { None }
            },
        )
    }
}
