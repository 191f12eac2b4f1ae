//! What an invented counsellor keeps of their own post: absences, meetings and trainings, needs that
//! nothing answers, the structures they see, the directory, and workshops with who came.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};

use super::calendar::{open_until, session_until};
use super::dice::Dice;
use super::{Recipe, Written};
use crate::domain::body::Body;
use crate::domain::codes::StepStatus;
use crate::domain::dates::{add_days, sub_days};
use crate::domain::holidays::open_from;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::office::{
    Absence, AbsenceKind, CommissionSession, Designation, Meeting, MeetingKind, MeetingPresence, NeedTheme,
    OfficeBody, Participant, Presence, SessionKind, Structure, StructureKind, UnmetNeed, Workshop,
    WorkshopKind,
};

/// Where the part of the seed begins that the post is drawn from.
const OFFICE: u64 = 1 << 34;
/// Most people of a workshop.
const MOST_PARTICIPANTS: usize = 9;

/// Kind, name, what it does, whom one asks for.
const STRUCTURES: &[(StructureKind, &str, &str, &str)] = &[
    (StructureKind::Prescriber, "France Travail Rouen Saint-Sever", "emploi", "Mme Cordier"),
    (StructureKind::Prescriber, "CCAS d’Elbeuf", "action sociale", "M. Lambert"),
    (StructureKind::Partner, "Auto-école sociale du Robec", "mobilité", "M. Guérin"),
    (StructureKind::Partner, "Relais petite enfance des Deux-Rives", "garde d’enfants", "Mme Aubry"),
    (StructureKind::Employer, "Seine Logistique", "transport", "Mme Fournier"),
    (StructureKind::Employer, "Résidence Les Marronniers", "aide à la personne", "M. Delcourt"),
    (StructureKind::TrainingBody, "Atelier des savoirs de Normandie", "remise à niveau", "Mme Rivière"),
    (StructureKind::Inclusion, "Chantier du Val de Seine", "espaces verts", "M. Hamel"),
];

const WORKSHOPS: &[(WorkshopKind, &str)] = &[
    (WorkshopKind::JobSearch, "Répondre à une offre"),
    (WorkshopKind::Interview, "Simulation d’entretien"),
    (WorkshopKind::Digital, "Messagerie et espace personnel"),
];

/// The post, and what its workshops wrote in people's files.
pub struct Post {
    /// Things that belong to nobody.
    pub things: Vec<(ObjectId, OfficeBody)>,
    /// Steps of those who came to a workshop, or did not.
    pub steps: Vec<Written>,
}

/// The post of the counsellor of this recipe, whose caseload is `written`.
pub fn post(recipe: &Recipe, written: &[Written]) -> Post {
    let mut desk = Desk { dice: Dice::new(recipe.seed, OFFICE), today: recipe.today, post: Vec::new() };
    desk.directory();
    desk.absences();
    desk.meetings();
    desk.needs();
    let steps = desk.workshops(written);
    Post { things: desk.post, steps }
}

struct Desk {
    dice: Dice,
    today: NaiveDate,
    post: Vec<(ObjectId, OfficeBody)>,
}

impl Desk {
    fn keep(&mut self, body: OfficeBody) {
        let object = ObjectId(self.dice.bytes());
        self.post.push((object, body));
    }

    fn directory(&mut self) {
        for (rank, (kind, name, sector, contact)) in STRUCTURES.iter().enumerate() {
            let structure = Structure {
                sector: Some((*sector).to_owned()),
                contact: Some((*contact).to_owned()),
                phone: Some(format!("02 99 00 00 {:02}", rank + 10)),
                ..Structure::new(*kind, name)
            };
            self.keep(OfficeBody::Structure(structure));
        }
        for (rank, months) in [(0, 20), (5, 7)] {
            let (_, name, _, contact) = STRUCTURES[rank];
            self.keep(OfficeBody::Designation(Designation {
                structure: name.to_owned(),
                from: sub_days(self.today, 30 * months),
                until: None,
                note: format!("Interlocuteur·rice : {contact}"),
            }));
        }
    }

    /// Last summer's leave, some days of sickness, a training, and a leave to come.
    fn absences(&mut self) {
        let told = |absence: Absence, ends_on: NaiveDate, notified_on: NaiveDate| {
            let (ends_on, notified_on) = (Some(ends_on), Some(notified_on));
            OfficeBody::Absence(Absence { ends_on, notified_on, ..absence })
        };
        let summer = monday_before(sub_days(self.today, 140));
        let leave = Absence::new(AbsenceKind::Leave, summer);
        self.keep(told(leave, add_days(summer, 11), sub_days(summer, 60)));
        let ill_on = monday_before(sub_days(self.today, 45));
        let covered = Absence {
            covered_from: Some(ill_on),
            note: "Permanence tenue par la collègue du lot voisin".to_owned(),
            ..Absence::new(AbsenceKind::Sickness, ill_on)
        };
        self.keep(told(covered, add_days(ill_on, 2), ill_on));
        let ahead = monday_before(add_days(self.today, 40));
        let leave = Absence::new(AbsenceKind::Leave, ahead);
        self.keep(told(leave, add_days(ahead, 4), sub_days(self.today, 10)));
    }

    fn meetings(&mut self) {
        let mut date = session_until(sub_days(self.today, 1));
        for month in 1..=6 {
            let presence = if month == 3 { MeetingPresence::Excused } else { MeetingPresence::Present };
            self.meet(MeetingKind::Commission, date, presence, "Commission de suivi", 120);
            self.sitting(date, month);
            date = session_until(sub_days(date, 1));
            let date = open_until(sub_days(self.today, 30 * month - 4));
            self.meet(MeetingKind::Monthly, date, MeetingPresence::Present, "Réunion mensuelle", 90);
        }
        let others = [
            (MeetingKind::MissionTraining, 75, "Accueillir sans discriminer", 360),
            (MeetingKind::Thematic, 33, "Journée mobilité", 180),
            (MeetingKind::Coordination, 18, "Coordination avec France Travail", 60),
        ];
        for (kind, days, title, minutes) in others {
            let date = open_until(sub_days(self.today, days));
            self.meet(kind, date, MeetingPresence::Present, title, minutes);
        }
    }

    /// The attendance of a session of so many months ago; of the last one a co-chair is still to be noted.
    fn sitting(&mut self, date: NaiveDate, months_ago: u32) {
        let chair = if months_ago == 1 { "" } else { "Marc Delaunay" };
        self.keep(OfficeBody::Session(CommissionSession {
            place: "Hôtel de la Métropole".to_owned(),
            chair_france_travail: chair.to_owned(),
            chair_utas: "Anne Prévost".to_owned(),
            action_managers: "Hélène Morin, Paul Vasseur".to_owned(),
            accompaniment: "Sylvie Arnaud".to_owned(),
            excused: if months_ago == 3 { "Luc Renard".to_owned() } else { String::new() },
            ..CommissionSession::new(date, SessionKind::Regular)
        }));
    }

    fn meet(
        &mut self,
        kind: MeetingKind,
        date: NaiveDate,
        presence: MeetingPresence,
        title: &str,
        minutes: u16,
    ) {
        self.keep(OfficeBody::Meeting(Meeting {
            kind,
            date,
            duration_min: Some(minutes),
            title: title.to_owned(),
            presence,
            note: String::new(),
        }));
    }

    fn needs(&mut self) {
        let needs = [
            (NeedTheme::Mobility, 20, "Aucun bus avant 7 h vers la zone d’activité", 6, true),
            (NeedTheme::Childcare, 50, "Pas de place en crèche en horaires décalés", 4, true),
            (NeedTheme::Language, 12, "Cours du soir de français complets jusqu’à l’été", 3, false),
        ];
        for (theme, days, description, people, is_told) in needs {
            let seen_on = open_until(sub_days(self.today, days));
            let told_on = is_told.then(|| open_until(sub_days(self.today, days - 7)).max(seen_on));
            self.keep(OfficeBody::UnmetNeed(UnmetNeed {
                theme,
                seen_on,
                people: Some(people),
                description: description.to_owned(),
                told_on,
            }));
        }
    }

    /// Three workshops of the last weeks, with some of those who were active then: what is late stays late.
    fn workshops(&mut self, written: &[Written]) -> Vec<Written> {
        let mut steps = Vec::new();
        for ((kind, title), days) in WORKSHOPS.iter().zip([6, 13, 20]) {
            let date = open_until(sub_days(self.today, days));
            let mut people: Vec<PersonId> = active_before(written, date).into_iter().collect();
            self.dice.shuffle(&mut people);
            people.truncate(MOST_PARTICIPANTS);
            let mut workshop = Workshop {
                kind: *kind,
                date,
                start: NaiveTime::from_hms_opt(14, 0, 0),
                duration_min: Some(120),
                title: (*title).to_owned(),
                participants: Vec::new(),
            };
            for person in people {
                let presence = match self.dice.below(10) {
                    0 => Presence::Missed,
                    1 => Presence::Excused,
                    _ => Presence::Came,
                };
                let step = ObjectId(self.dice.bytes());
                let body = Body::Step(workshop.step_for(presence, None));
                let at = date.and_hms_opt(16, 30, 0).expect("a time of day").and_utc();
                steps.push(Written { at, person, object: step, salt: self.dice.bytes(), body });
                workshop.participants.push(Participant { person, presence, step: Some(step) });
            }
            self.keep(OfficeBody::Workshop(workshop));
        }
        steps
    }
}

/// Who has a step that ran in the two weeks before that day: one more changes nothing for them.
fn active_before(written: &[Written], date: NaiveDate) -> BTreeSet<PersonId> {
    let lately = |on: Option<NaiveDate>| on.is_some_and(|on| sub_days(date, 14) <= on && on < date);
    let goes = |status| matches!(status, StepStatus::Running | StepStatus::Done);
    let runs = |it: &&Written| {
        if let Body::Step(step) = &it.body { goes(step.status) && lately(step.starts_on) } else { false }
    };
    written.iter().filter(runs).map(|it| it.person).collect()
}

/// The Monday of that week, or the open day that follows it.
fn monday_before(day: NaiveDate) -> NaiveDate {
    let since = day.weekday().days_since(Weekday::Mon);
    open_from(day - Days::new(u64::from(since)))
}
