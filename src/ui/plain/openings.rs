//! Which form a command opens in somebody's file, line by line. One walk asks the questions of all of
//! them: a form that the screens get is asked here once its action is in the table.

use super::{Plain, Told};
use crate::domain::exit;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{
    APPOINTMENT, BARRIER, CONTACT, DECISION, DIAGNOSIS, EMPLOYMENT, ENROLMENT, EVIDENCE, GOAL, POSITIONING,
    Paper, RECEPTION, RECOMMENDATION, SKILL, SPECIAL_CASE, STEP, SUBMISSION, TRAINING,
};
use crate::ui::screen::file::esf;
use crate::ui::screen::form::{FormScreen, open};

/// What is added without a letter of its own: it is chosen by its number.
const ADDED: [&Paper; 5] = [&EVIDENCE, &BARRIER, &GOAL, &RECOMMENDATION, &SPECIAL_CASE];

/// The form that the action opens in a file; `None` for an action that opens none there, or for the
/// reception of somebody who was not referred.
fn opened(action: Action, file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    let new = |paper: &'static Paper| Some(open::new(paper, file, cx));
    match action {
        Action::InterviewNew => Some(open::interview(file, cx)),
        Action::AppointmentNew => new(&APPOINTMENT),
        Action::StepNew => new(&STEP),
        Action::ContactNew => new(&CONTACT),
        Action::EmploymentNew => new(&EMPLOYMENT),
        Action::TrainingNew => new(&TRAINING),
        Action::PositioningNew => new(&POSITIONING),
        Action::SkillNew => new(&SKILL),
        Action::EsfEdit => esf::form(file, cx),
        Action::SubmissionNew => new(&SUBMISSION),
        Action::DecisionNew => new(&DECISION),
        Action::PersonEdit => open::edit(file, file.person.id, cx),
        Action::CandidatureTick => open::edit_with(&RECEPTION, file, file.enrolments.last()?.id, cx),
        Action::DiagnosisEdit => match file.diagnoses.last() {
            Some(it) => open::edit(file, it.id, cx),
            None => new(&DIAGNOSIS),
        },
        Action::EnrolmentEdit => match file.enrolments.last() {
            Some(it) => open::edit(file, it.id, cx),
            None => new(&ENROLMENT),
        },
        _ => None,
    }
}

impl Plain<'_> {
    /// Asks the questions of the form that the action opens in the file that words lead to.
    pub(super) fn open_in_file(&mut self, action: Action, about: &str) -> Told<()> {
        self.about(about)?;
        let cx = self.cx();
        let Some(file) = self.subject.and_then(|person| cx.file(person)) else { return Ok(()) };
        match opened(action, file, &cx) {
            Some(form) => self.fill_in(form),
            None => {
                self.say("why-no-referral");
                Ok(())
            }
        }
    }

    /// Asks what is added to the file, by its number, then its questions.
    pub(super) fn add(&mut self, about: &str) -> Told<()> {
        self.about(about)?;
        if self.subject.is_none() {
            return Ok(());
        }
        for (rank, paper) in ADDED.iter().enumerate() {
            let line = format!("{}. {}", rank + 1, self.words.get(&paper.title()));
            self.dialogue.say(&line);
        }
        let prompt = format!("{} ", self.words.get("plain-number"));
        let answer = self.ask(&prompt)?;
        let rank = answer.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(paper) = rank.and_then(|rank| ADDED.get(rank)) else {
            self.say("plain-no-such-number");
            return Ok(());
        };
        let cx = self.cx();
        let form = self.subject.and_then(|it| cx.file(it)).map(|file| open::new(paper, file, &cx));
        form.map_or(Ok(()), |form| self.fill_in(form))
    }

    /// Says what every criterion of the exit measures today.
    pub(super) fn say_exits(&mut self, about: &str) -> Told<()> {
        self.about(about)?;
        let Some(person) = self.subject else { return Ok(()) };
        let told = self.exits_of(person);
        if told.is_empty() {
            self.say("exit-nothing");
        }
        told.iter().for_each(|line| self.dialogue.say(line));
        Ok(())
    }

    fn exits_of(&self, person: PersonId) -> Vec<String> {
        let cx = self.cx();
        let Some(file) = cx.file(person) else { return Vec::new() };
        let today = cx.now.today;
        let review = exit::review(file, &cx.model.board.pack().at(today), today);
        let told = review.criteria.iter();
        told.map(|it| format!("{} {}. {}", it.exit.code(), cx.words.label(it.exit), cx.words.exit_why(it)))
            .collect()
    }
}
