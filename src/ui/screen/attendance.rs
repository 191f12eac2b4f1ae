//! Came, did not come, next appointment: the gestures that any screen offers on an appointment.
//!
//! A screen holds an [`Attendance`] and hands it the actions, replies and outcomes of these
//! gestures; it keeps who it is about and a save that waits for a second stroke.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use crate::domain::file::{Current, File};
use crate::domain::habits::usual_duration_min;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::{Interview, LONGEST_MINUTES};
use crate::domain::signing::lacks;
use crate::domain::violation::Severity;
use crate::ui::action::Action;
use crate::ui::appointment;
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::{self, Look};
use crate::ui::form::parse::duration;
use crate::ui::layer::Why;
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::question::Question;
use crate::ui::step::Step;
use crate::ui::who;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::{Request, Save};

/// The question about the duration.
pub const CAME: Slot = Slot(240);
/// The question about the appointment that makes up for a missed one.
pub const MISSED: Slot = Slot(241);
/// A save of these gestures.
pub const SAVED: Slot = Slot(242);

/// The gesture under way.
#[derive(Default)]
pub struct Attendance {
    about: Option<(PersonId, ObjectId)>,
    /// What was asked to be saved, and what to say once it is.
    asked: Option<(Save, String)>,
    /// Doubted: the same gesture again saves it.
    doubted: Option<(Action, Save, String)>,
    last: Option<Action>,
}

impl Attendance {
    /// Whether the gesture can be done about this appointment of this person.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn available(
        action: Action,
        about: Option<(PersonId, Option<ObjectId>)>,
        cx: &Cx<'_>,
    ) -> Result<(), Why> {
        let Some((person, interview)) = about else { return Err(Why("why-nobody-selected")) };
        let planned = interview.and_then(|id| find(person, id, cx)).filter(|it| is_open(it));
        match action {
            Action::AppointmentCame | Action::AppointmentNoShow => match planned {
                Some(it) if it.value.date > cx.now.today => Err(Why("why-appointment-to-come")),
                Some(_) => Ok(()),
                None => Err(Why("why-no-appointment")),
            },
            Action::AppointmentAccept if has_next(person, cx) => Err(Why("why-appointment-already")),
            _ => Ok(()),
        }
    }

    /// Does the gesture, or asks what it needs to know. `None` for another action.
    pub fn act(
        &mut self,
        action: Action,
        person: PersonId,
        interview: Option<ObjectId>,
        cx: &Cx<'_>,
    ) -> Option<Step> {
        let file = cx.file(person)?;
        self.last = Some(action);
        if let Some((doubted, save, said)) = self.doubted.take()
            && doubted == action
        {
            return Some(self.save(Save { confirmed: true, ..save }, said));
        }
        match action {
            Action::AppointmentCame => {
                let planned = find(person, interview?, cx)?;
                self.about = Some((person, planned.id));
                Some(Step::open(CAME, ask_duration(file, planned, cx)))
            }
            Action::AppointmentNoShow => {
                let planned = find(person, interview?, cx)?;
                self.about = Some((person, planned.id));
                Some(Step::open(MISSED, ask_again(file, planned, cx)))
            }
            Action::AppointmentAccept => {
                let next = appointment::proposed_next(file, cx.now.today, &cx.diary());
                let said = said_of(&next, person, "appointment-planned", cx);
                Some(self.save(appointment::planned(file, next), said))
            }
            _ => None,
        }
    }

    /// The answer to one of its questions. `None` when it is not about one of them.
    pub fn replied(&mut self, slot: Slot, reply: &Reply, cx: &Cx<'_>) -> Option<Step> {
        if slot != CAME && slot != MISSED {
            return None;
        }
        let (person, id) = self.about?;
        let file = cx.file(person)?;
        let planned = find(person, id, cx)?;
        match (slot, reply) {
            (CAME, Reply::Text(minutes)) => {
                let minutes = minutes.parse().ok()?;
                let save = appointment::came(file, planned, minutes);
                let said = said_of(&planned.value, person, "appointment-held", cx);
                Some(self.save(save, said))
            }
            (MISSED, Reply::Day(day)) => {
                let again = Interview {
                    date: *day,
                    ..appointment::proposed_again(file, &planned.value, cx.now.today, &cx.diary())
                };
                let said = said_of(&again, person, "appointment-missed-again", cx);
                Some(self.save(appointment::missed(file, planned, Some(again)), said))
            }
            (MISSED, Reply::Confirmed) => {
                let said = said_of(&planned.value, person, "appointment-missed", cx);
                Some(self.save(appointment::missed(file, planned, None), said))
            }
            _ => Some(Step::stay()),
        }
    }

    /// The answer of the station. `None` when it is not about one of its saves.
    pub fn done(&mut self, slot: Slot, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        if slot != SAVED {
            return None;
        }
        let (save, said) = self.asked.take()?;
        match outcome {
            Outcome::Saved(_) => {
                let lacking = self.lacking(cx);
                Some(Step::say(Message::done(format!("{said}{lacking}"))))
            }
            Outcome::Refused(violations) => {
                let first = violations.iter().min_by_key(|it| it.severity == Severity::Doubt)?;
                let text = cx.words.remark(first).what;
                if first.severity == Severity::Refusal {
                    return Some(Step::say(Message::refusal(text)));
                }
                self.doubted = self.last.map(|action| (action, save, said));
                Some(Step::say(Message::doubt(text)))
            }
            _ => Some(Step::stay()),
        }
    }

    fn save(&mut self, save: Save, said: String) -> Step {
        self.asked = Some((save.clone(), said));
        Step::stay().ask_and_wait(SAVED, Request::Save(Box::new(save)))
    }

    /// What a held interview still lacks to be justified, in words.
    fn lacking(&self, cx: &Cx<'_>) -> String {
        let found = self.about.and_then(|(person, id)| Some((person, find(person, id, cx)?)));
        let Some((person, held)) = found else { return String::new() };
        if self.last != Some(Action::AppointmentCame) || lacks(&held.value, person).is_empty() {
            return String::new();
        }
        format!(" {}", cx.words.get("appointment-record-missing"))
    }
}

fn find<'a>(person: PersonId, id: ObjectId, cx: &Cx<'a>) -> Option<&'a Current<Interview>> {
    let file = cx.model.caseload.files.get(&person)?;
    appointment::find(file, id)
}

/// Whether what became of the appointment is not said yet.
pub fn is_open(interview: &Current<Interview>) -> bool {
    interview.value.outcome == crate::domain::codes::Outcome::Planned
}

fn has_next(person: PersonId, cx: &Cx<'_>) -> bool {
    let next = cx.model.board.standing(person).and_then(|it| it.next_appointment);
    next.is_some_and(|next| next.date > cx.now.today)
}

fn said_of(interview: &Interview, person: PersonId, id: &str, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("name", who::label(person, cx));
    args.set("date", cx.words.date(interview.date));
    args.set("moment", moment(interview, cx));
    cx.words.with(id, &args).into_owned()
}

/// "lun. 30/11/2026 à 09h45", or the day alone.
fn moment(interview: &Interview, cx: &Cx<'_>) -> String {
    let date = cx.words.long_date(interview.date);
    let Some(start) = interview.start else { return date };
    let mut args = FluentArgs::new();
    args.set("date", date);
    args.set("hour", cx.words.time(start));
    cx.words.with("moment-at", &args).into_owned()
}

fn ask_duration(file: &File, planned: &Current<Interview>, cx: &Cx<'_>) -> Question {
    let minutes = usual_duration_min(file);
    let best = (Reply::Text(minutes.to_string()), minutes_in_words(minutes, cx));
    let title = said_of(&planned.value, file.id, "came-title", cx);
    Question::new(title, cx.words.get("came-said").into_owned(), best, read_minutes, "came-refusal")
}

fn ask_again(file: &File, planned: &Current<Interview>, cx: &Cx<'_>) -> Question {
    let again = appointment::proposed_again(file, &planned.value, cx.now.today, &cx.diary());
    let best = (Reply::Day(again.date), day_in_words(again.date, cx));
    let title = said_of(&planned.value, file.id, "missed-title", cx);
    Question::new(title, cx.words.get("missed-said").into_owned(), best, read_again, "missed-refusal")
}

fn minutes_in_words(minutes: u16, cx: &Cx<'_>) -> String {
    cx.words.duration(u32::from(minutes))
}

fn day_in_words(day: NaiveDate, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("date", cx.words.long_date(day));
    cx.words.with("missed-again", &args).into_owned()
}

fn read_minutes(typed: &str, cx: &Cx<'_>) -> Option<(Reply, String)> {
    let minutes = duration::parse(typed, LONGEST_MINUTES)?;
    Some((Reply::Text(minutes.to_string()), minutes_in_words(minutes, cx)))
}

/// A day to come, or `n` for no other appointment.
fn read_again(typed: &str, cx: &Cx<'_>) -> Option<(Reply, String)> {
    if typed.eq_ignore_ascii_case("n") {
        return Some((Reply::Confirmed, cx.words.get("missed-none").into_owned()));
    }
    let day = date::parse(typed, cx.now.today, Look::Future).filter(|day| *day >= cx.now.today)?;
    Some((Reply::Day(day), day_in_words(day, cx)))
}
