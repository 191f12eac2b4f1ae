//! What the keys of a file do to what is selected: open the right form, copy, withdraw.

use fluent_bundle::FluentArgs;

use super::{
    FileScreen, MAIL, PRINT, Page, TOLD, WITHDRAWING, candidature, esf, fields, interviews, prescriber,
    remedy,
};
use crate::domain::assignment;
use crate::domain::body::Body;
use crate::domain::codes::{Outcome, StationRole};
use crate::domain::evidence::Evidence;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::interview::Interview;
use crate::domain::rules::Finding;
use crate::domain::state::State;
use crate::domain::submission::is_pending;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{
    APPOINTMENT, CONTACT, DECISION, DIAGNOSIS, EMPLOYMENT, ENROLMENT, POSITIONING, Paper, RECOMMENDATION,
    REFERENT, SKILL, STEP, SUBMISSION, TRAINING, version_of,
};
use crate::ui::layer::Why;
use crate::ui::overlay::reading::Reading;
use crate::ui::overlay::why;
use crate::ui::screen::attach;
use crate::ui::screen::attendance::Attendance;
use crate::ui::screen::form::{FormScreen, open};
use crate::ui::screen::print::Printable;
use crate::ui::screen::transfer::TransferScreen;
use crate::ui::screen::ways;
use crate::ui::step::Step;
use crate::ui::who;
use crate::usecase::request::{Change, Request, Save};

/// The field of the day on which the deed was signed.
const DEED: &str = "deed_signed_on";

impl FileScreen {
    /// What can be printed of the file.
    pub(super) const fn printable(&self) -> Printable {
        Printable { person: Some(self.person), session_on: None }
    }

    /// What the action does here; `None` for one that only moves.
    pub(super) fn gesture(&mut self, action: Action, file: &File, cx: &Cx<'_>) -> Option<Step> {
        if let Some(step) = self.attendance.act(action, self.person, self.appointment(file, cx), cx) {
            return Some(step);
        }
        let new = |paper: &'static Paper| Some(Step::push(open::new(paper, file, cx)));
        match action {
            Action::InterviewNew => Some(Step::push(open::interview(file, cx))),
            Action::AppointmentNew => new(&APPOINTMENT),
            Action::StepNew => new(&STEP),
            Action::EmploymentNew => new(&EMPLOYMENT),
            Action::TrainingNew => new(&TRAINING),
            Action::ContactNew => new(&CONTACT),
            // The session and the business are those of the file that waits: the ruling is what is new.
            Action::DecisionNew if file.submissions.iter().any(|it| is_pending(file, &it.value)) => {
                Some(Step::push(open::new(&DECISION, file, cx).starting_at("ruling")))
            }
            Action::DecisionNew => new(&DECISION),
            Action::PositioningNew => new(&POSITIONING),
            Action::SkillNew => new(&SKILL),
            // Of a candidate the business can only be the entry.
            Action::SubmissionNew if State::of(file, cx.now.today).enrolled_on().is_none() => {
                Some(Step::push(open::new(&SUBMISSION, file, cx).starting_at("session_on")))
            }
            Action::SubmissionNew => new(&SUBMISSION),
            Action::DocumentPrint => Some(self.printable().choose(PRINT, cx)),
            Action::PrescriberMail => prescriber::mail(file, cx).map(|it| Step::open(MAIL, it)),
            Action::RecommendationNew => new(&RECOMMENDATION),
            Action::ReferentNew => new(&REFERENT),
            Action::EsfEdit => pushed(esf::form(file, cx)),
            Action::EntryNew => new(self.page.paper()),
            Action::EvidenceAttach => {
                let piece = self.piece(file)?;
                Some(Step::push(attach::screen(self.person, piece)))
            }
            Action::ExitOpen => Some(ways::exit(self.person)),
            Action::RightsOpen => Some(ways::rights(self.person)),
            Action::TransferOpen => Some(Step::push(TransferScreen::of(self.person))),
            Action::PersonEdit => pushed(open::edit(file, file.person.id, cx)),
            Action::DiagnosisEdit => match file.diagnoses.last() {
                Some(diagnosis) => pushed(open::edit(file, diagnosis.id, cx)),
                None => new(&DIAGNOSIS),
            },
            Action::EnrolmentEdit => match file.enrolments.last() {
                // What an admission leaves to do is the deed.
                Some(enrolment) if self.page == Page::Candidature => {
                    let form = open::edit(file, enrolment.id, cx);
                    pushed(form.map(|it| if is_to_sign(file, cx) { it.starting_at(DEED) } else { it }))
                }
                Some(enrolment) => pushed(open::edit(file, enrolment.id, cx)),
                None => new(&ENROLMENT),
            },
            Action::CandidatureTick => candidature::tick(self.candidature_row(file, cx)?, file, cx),
            Action::ListOpen | Action::EntryEdit if self.page == Page::Candidature => {
                candidature::open(self.candidature_row(file, cx)?, file, cx).map(Step::push)
            }
            Action::ListOpen | Action::EntryEdit if self.page == Page::Summary => {
                remedy::step_for(&self.finding(cx)?, file, cx)
            }
            Action::ListOpen | Action::EntryEdit if self.page == Page::Evidence => {
                pushed(open::document(file, self.selected(file)?, cx))
            }
            Action::ListOpen | Action::EntryEdit => pushed(open::edit(file, self.selected(file)?, cx)),
            Action::EntryDuplicate => pushed(open::duplicate(file, self.selected(file)?, cx)),
            Action::EntryWithdraw => self.withdraw(file),
            Action::EntryRead => self.read(file, cx),
            Action::Why => {
                let findings = cx.model.board.findings(self.person);
                let first = if self.page == Page::Summary { self.window().selected() } else { 0 };
                (!findings.is_empty()).then(|| Step::open(TOLD, why::Why::new(findings, first)))
            }
            _ => None,
        }
    }

    /// Whether the action can be done on what is selected.
    ///
    /// # Errors
    /// Why it cannot.
    pub(super) fn can(&self, action: Action, file: &File, cx: &Cx<'_>) -> Result<(), Why> {
        self.may_write(action, file, cx)?;
        let has_target = match action {
            Action::AppointmentCame | Action::AppointmentNoShow | Action::AppointmentAccept => {
                let about = Some((self.person, self.appointment(file, cx)));
                return Attendance::available(action, about, cx);
            }
            Action::Why if cx.model.board.findings(self.person).is_empty() => {
                return Err(Why("why-no-finding"));
            }

            Action::TransferOpen if cx.station().is_none_or(|it| it.role != StationRole::Team) => {
                return Err(Why("why-team-alone"));
            }
            Action::EvidenceAttach => self.piece(file).is_some(),
            Action::DocumentPrint if cx.model.is_discreet => return Err(Why("why-discreet")),
            Action::DocumentPrint if !self.printable().is_something(cx) => {
                return Err(Why("why-nothing-to-print"));
            }
            Action::PrescriberMail if !prescriber::has_something_to_tell(file, cx) => {
                return Err(Why("why-nothing-to-tell"));
            }
            Action::CandidatureTick => {
                let row = self.candidature_row(file, cx).ok_or(Why("why-nothing-selected"))?;
                return candidature::can_tick(row, file, cx);
            }
            Action::ListOpen | Action::EntryEdit if self.page == Page::Candidature => {
                let row = self.candidature_row(file, cx).ok_or(Why("why-nothing-selected"))?;
                return candidature::can_open(row, file);
            }
            Action::ListOpen | Action::EntryEdit if self.page == Page::Summary => self.finding(cx).is_some(),
            Action::ListOpen
            | Action::EntryEdit
            | Action::EntryDuplicate
            | Action::EntryWithdraw
            | Action::EntryRead => self.selected(file).is_some(),
            _ => true,
        };
        if has_target { Ok(()) } else { Err(Why("why-nothing-selected")) }
    }

    /// Nothing is written of somebody whom another station follows but what the commission decides, and nothing
    /// at all of a file that is on its way, nor of somebody whose processing is limited (GDPR, article 18).
    fn may_write(&self, action: Action, file: &File, cx: &Cx<'_>) -> Result<(), Why> {
        let is_underway = assignment::is_underway(file);
        let is_elsewhere = cx.model.caseload.other_of(file).is_some();
        let is_limited = who::is_limited(file.id, cx);
        if !is_underway && !is_elsewhere && !is_limited {
            return Ok(());
        }
        let is_decided = match action {
            Action::DecisionNew | Action::SubmissionNew | Action::RecommendationNew => true,
            Action::EntryNew
            | Action::ListOpen
            | Action::EntryEdit
            | Action::EntryDuplicate
            | Action::EntryWithdraw => self.page == Page::Commission,
            Action::AppointmentCame
            | Action::AppointmentNoShow
            | Action::AppointmentAccept
            | Action::InterviewNew
            | Action::AppointmentNew
            | Action::StepNew
            | Action::EmploymentNew
            | Action::TrainingNew
            | Action::ContactNew
            | Action::PositioningNew
            | Action::SkillNew
            | Action::EsfEdit
            | Action::ReferentNew
            | Action::EvidenceAttach
            | Action::PersonEdit
            | Action::DiagnosisEdit
            | Action::EnrolmentEdit
            | Action::CandidatureTick => false,
            _ => return Ok(()),
        };
        match (is_underway, is_decided) {
            (_, _) if is_limited => Err(Why("why-limited")),
            (true, _) => Err(Why("why-transfer-underway")),
            (false, false) => Err(Why("why-followed-elsewhere")),
            (false, true) => Ok(()),
        }
    }

    /// The piece of evidence that is selected on its page.
    fn piece<'a>(&self, file: &'a File) -> Option<&'a Current<Evidence>> {
        let selected = self.selected(file).filter(|_| self.page == Page::Evidence)?;
        file.evidence.iter().find(|it| it.id == selected)
    }

    /// The row that is selected on the page of the candidature.
    fn candidature_row(&self, file: &File, cx: &Cx<'_>) -> Option<candidature::Item> {
        candidature::rows(file, cx).get(self.window().selected()).copied()
    }

    /// The finding that is selected on the first page.
    fn finding(&self, cx: &Cx<'_>) -> Option<Finding> {
        cx.model.board.findings(self.person).into_iter().nth(self.window().selected())
    }

    /// The appointment that came, no-show and the like are about: the one that is selected, or else
    /// the oldest whose day has come.
    fn appointment(&self, file: &File, cx: &Cx<'_>) -> Option<ObjectId> {
        let is_planned = |it: &&Current<Interview>| it.value.outcome == Outcome::Planned;
        let selected =
            interviews::at(file, self.window().selected()).filter(|_| self.page == Page::Interviews);
        let due = || file.interviews.iter().filter(is_planned).find(|it| it.value.date <= cx.now.today);
        selected.filter(is_planned).or_else(due).map(|it| it.id)
    }

    /// The thing that is selected, on a page that lists things.
    pub(super) fn selected(&self, file: &File) -> Option<ObjectId> {
        self.page.things(file).get(self.window().selected()).copied()
    }

    /// The row of a thing on this page.
    pub(super) fn row_of(&self, object: ObjectId, file: &File) -> Option<usize> {
        self.page.things(file).into_iter().position(|id| id == object)
    }

    /// Shows everything that is written of what is selected.
    fn read(&self, file: &File, cx: &Cx<'_>) -> Option<Step> {
        let body = version_of(file, self.selected(file)?)?.body;
        let (title, text) = reading_of(&body, cx);
        Some(Step::open(TOLD, Reading::new(title, text)))
    }

    /// Withdraws what is selected. One stroke: undo brings it back.
    fn withdraw(&self, file: &File) -> Option<Step> {
        let version = version_of(file, self.selected(file)?)?;
        let change =
            Change { person: Some(self.person), replaces: Some((version.object, version.entry)), body: None };
        let save = Save { changes: vec![change], draft: None, confirmed: true };
        Some(Step::stay().ask_and_wait(WITHDRAWING, Request::Save(Box::new(save))))
    }
}

/// Whether somebody was admitted and the deed is not signed.
fn is_to_sign(file: &File, cx: &Cx<'_>) -> bool {
    candidature::next_key(file, cx) == Some(Action::EnrolmentEdit)
}

fn pushed(form: Option<FormScreen>) -> Option<Step> {
    form.map(Step::push)
}

/// Everything that is written of a thing: what it is called, and its fields that have a value.
pub(in crate::ui::screen) fn reading_of(body: &Body, cx: &Cx<'_>) -> (String, String) {
    let title = cx.words.get(&format!("act-{}", body.called())).into_owned();
    let told = fields::of(body, cx.words).into_iter().filter_map(|(name, value)| {
        let mut args = FluentArgs::new();
        args.set("field", cx.words.get(&format!("form-{}-{name}", body.kind())).into_owned());
        args.set("after", value?);
        Some(cx.words.with("history-field", &args).into_owned())
    });
    let text = told.collect::<Vec<_>>().join("\n");
    (title, text)
}
