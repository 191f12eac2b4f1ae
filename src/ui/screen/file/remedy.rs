//! What clears a finding, within one key: the record that it is about, the exits that it announces, or
//! the form of what is awaited, begun with what the finding already says.

use super::esf;
use crate::domain::codes::{Business, Coded, ContactKind, StepStatus};
use crate::domain::evidence::EvidenceKind;
use crate::domain::file::File;
use crate::domain::id::ObjectId;
use crate::domain::rules::{Clearing, Finding};
use crate::domain::state::{FactKind, State};
use crate::domain::submission::{Missing, business_of, is_waiting_for, missing};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{CONTACT, DECISION, EMPLOYMENT, ENROLMENT, EVIDENCE, STEP, SUBMISSION};
use crate::ui::form::value::Value;
use crate::ui::screen::form::{FormScreen, open};
use crate::ui::screen::ways;
use crate::ui::step::Step;

/// What is shown beside a finding with its key: that which clears it.
pub(super) fn action_for(finding: &Finding, file: &File) -> Option<Action> {
    let clearing = finding.clears.first()?;
    Some(match clearing {
        Clearing::PhysicalInterview | Clearing::Interview | Clearing::JustifiedInterview => {
            Action::InterviewNew
        }
        Clearing::NextStep if is_of_a_contract(finding) => Action::EmploymentNew,
        Clearing::Step | Clearing::Proposal | Clearing::NextStep => Action::StepNew,
        Clearing::Review | Clearing::Ruling if is_waiting_for(file, Business::Review) => Action::DecisionNew,
        Clearing::Review | Clearing::Ruling => Action::SubmissionNew,
        Clearing::EntryRuling => Action::DecisionNew,
        Clearing::ExitRuling => Action::ExitOpen,
        Clearing::DeedSignature | Clearing::Destination => Action::EnrolmentEdit,
        Clearing::EsfEntry | Clearing::EsfExit | Clearing::EsfLater => Action::EsfEdit,
        Clearing::ContactDetails => Action::PersonEdit,
        Clearing::PrescriberInformed => Action::ContactNew,
        Clearing::Outcome
        | Clearing::Duration
        | Clearing::ParticipantSignature
        | Clearing::CounsellorSignature
        | Clearing::SigningAgain
        | Clearing::ObjectivesSent
        | Clearing::PartnerReview
        | Clearing::NewCv
        | Clearing::Documents => Action::ListOpen,
    })
}

/// Whether what ends is a contract: another contract follows it, not a step.
fn is_of_a_contract(finding: &Finding) -> bool {
    finding.starts_with.kind == FactKind::Employment
}

/// What opens on a finding: what has to be judged before anything is decided, or the form that clears
/// it. `None` when the record that it is about is gone.
pub(super) fn step_for(finding: &Finding, file: &File, cx: &Cx<'_>) -> Option<Step> {
    if finding.clears.first() == Some(&Clearing::ExitRuling) {
        return Some(ways::exit(file.id));
    }
    form_for(finding, file, cx).map(Step::push)
}

/// The form that clears the finding.
fn form_for(finding: &Finding, file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    let Some(clearing) = finding.clears.first() else { return Some(open::interview(file, cx)) };
    let about = finding.subject.map(|it| it.id);
    let begun = |paper, field, code: &str| {
        Some(open::begun(paper, vec![(field, Value::Code(code.to_owned()))], file, cx))
    };
    match clearing {
        Clearing::PhysicalInterview | Clearing::Interview | Clearing::JustifiedInterview => {
            Some(open::interview(file, cx))
        }
        Clearing::NextStep if is_of_a_contract(finding) => Some(open::new(&EMPLOYMENT, file, cx)),
        Clearing::Step | Clearing::NextStep => Some(open::new(&STEP, file, cx)),
        Clearing::Proposal => begun(&STEP, "status", StepStatus::Proposed.stable_code()),
        Clearing::Review | Clearing::Ruling if is_waiting_for(file, Business::Review) => {
            begun(&DECISION, "business", Business::Review.stable_code())
        }
        Clearing::Review | Clearing::Ruling => Some(re_examination(finding, file, cx)),
        Clearing::EntryRuling => begun(&DECISION, "business", Business::Entry.stable_code()),
        Clearing::ExitRuling => begun(&DECISION, "business", Business::Exit.stable_code()),
        Clearing::DeedSignature => Some(period(file, "deed_signed_on", cx)),
        Clearing::Destination => Some(period(file, "destination", cx)),
        Clearing::PrescriberInformed => {
            begun(&CONTACT, "kind", ContactKind::PrescriberInformed.stable_code())
        }
        Clearing::EsfEntry => esf::entry(file, cx),
        Clearing::EsfExit => Some(esf::exit(file, cx).starting_at("exit_status")),
        Clearing::EsfLater => Some(esf::exit(file, cx).starting_at("later_status")),
        Clearing::ContactDetails => Some(open::edit(file, file.person.id, cx)?.starting_at("phone")),
        Clearing::Documents => Some(document(file, about?, cx)),
        Clearing::NewCv => begun(&EVIDENCE, "kind", EvidenceKind::Cv.stable_code()),
        Clearing::ObjectivesSent => Some(open::edit(file, about?, cx)?.starting_at("objectives_sent_on")),
        Clearing::PartnerReview => Some(open::edit(file, about?, cx)?.starting_at("partner_review_on")),
        Clearing::Outcome
        | Clearing::Duration
        | Clearing::ParticipantSignature
        | Clearing::CounsellorSignature
        | Clearing::SigningAgain => open::complete(file, about?, cx),
    }
}

/// The form that submits the file to the commission on the ground of the finding: nothing waits there yet.
fn re_examination(finding: &Finding, file: &File, cx: &Cx<'_>) -> FormScreen {
    if State::of(file, cx.now.today).enrolled_on().is_none() {
        return open::new(&SUBMISSION, file, cx).starting_at("session_on");
    }
    let code = |it: &str| Value::Code(it.to_owned());
    let mut known = vec![("business", code(Business::Review.stable_code()))];
    let ground = business_of(finding.code).and_then(|(_, ground)| ground);
    known.extend(ground.map(|it| ("ground", code(it.stable_code()))));
    open::begun(&SUBMISSION, known, file, cx).starting_at("session_on")
}

/// The form of the first document that the submission lacks.
fn document(file: &File, submission: ObjectId, cx: &Cx<'_>) -> FormScreen {
    let submission = file.submissions.iter().find(|it| it.id == submission);
    let parameters = cx.model.board.pack().at(cx.now.today);
    let lacks = submission.map(|it| missing(file, &it.value, &parameters)).unwrap_or_default();
    let wanted = lacks.iter().find_map(|it| match it {
        Missing::Document(demand) if !demand.standing.is_present() => Some(demand.wanted),
        Missing::Document(_) | Missing::Gap(_) | Missing::InDiagnosis(_) => None,
    });
    let kind = wanted.and_then(|it| it.documents().first());
    let known = kind.map(|it| ("kind", Value::Code(it.stable_code().to_owned())));
    open::begun(&EVIDENCE, known.into_iter().collect(), file, cx)
}

/// The form of the last period of adhesion, at what it lacks; of a new one when there is none.
fn period(file: &File, field: &'static str, cx: &Cx<'_>) -> FormScreen {
    let last = file.enrolments.last().and_then(|it| open::edit(file, it.id, cx));
    last.map_or_else(|| open::new(&ENROLMENT, file, cx), |form| form.starting_at(field))
}
