//! The page of the candidature: where it stands on a line, what is missing and what is worth a second
//! look, then what is ticked or opened row by row: reception, conditions, documents, proposal.

mod gestures;
mod row;

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::list::{self, Row};
use crate::domain::candidature::{Candidature, CandidatureLack, CandidatureStage, Concern, concerns};
use crate::domain::codes::Business;
use crate::domain::diagnosis::Condition;
use crate::domain::evidence::{Claim, Demand, Gate, Standing, Wanted, demands};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::domain::reception::ReceptionItem;
use crate::domain::state::State;
use crate::domain::submission::{Submission, is_pending};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, wrap};
use crate::ui::widget::window::Window;

pub(super) use gestures::{can_open, can_tick, open, tick};

/// Rows above the list: where it stands, what is missing, what to look at (two).
const HEAD_ROWS: u16 = 4;

/// What a referral may lack.
const OF_REFERRAL: &[CandidatureLack] = &[CandidatureLack::ReferredOn, CandidatureLack::Prescriber];
/// What the lot and the criteria may lack, beside their documents.
const OF_CRITERIA: &[CandidatureLack] = &[
    CandidatureLack::Commune,
    CandidatureLack::Sector,
    CandidatureLack::Lot,
    CandidatureLack::Criterion,
    CandidatureLack::MainCriterion,
];
/// What the diagnosis may lack, beside the conditions.
const OF_PLAN: &[CandidatureLack] = &[CandidatureLack::Parts, CandidatureLack::Plan];
/// What a proposal may lack.
const OF_PROPOSAL: &[CandidatureLack] = &[CandidatureLack::Reasons, CandidatureLack::OtherSupport];

/// A row that is ticked or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Something that is missing and has no other row: opened, it is asked for.
    Lack(CandidatureLack),
    /// That the person knows what is recorded of them.
    Informed,
    /// An item of the reception.
    Reception(ReceptionItem),
    /// A condition of adhesion.
    Condition(Condition),
    /// What a document has to prove.
    Claim(Claim),
    /// The proposal.
    Proposal,
}

/// The rows of the page, in the order in which the counsellor is asked for them.
pub(super) fn rows(file: &File, cx: &Cx<'_>) -> Vec<Item> {
    let lacks = Candidature::of(&State::of(file, cx.now.today)).lacks;
    let lacking = |those: &'static [CandidatureLack]| {
        those.iter().filter(|it| lacks.contains(it)).map(|it| Item::Lack(*it)).collect::<Vec<_>>()
    };
    let conditions = Condition::ALL.iter().map(|it| Item::Condition(*it));
    let claims = claims_of(file).into_iter().map(Item::Claim);
    let mut rows = lacking(OF_REFERRAL);
    let (first, others) = ReceptionItem::ALL.split_first().expect("there are seven");
    rows.extend([Item::Reception(*first), Item::Informed]);
    rows.extend(others.iter().map(|it| Item::Reception(*it)));
    rows.extend(lacking(OF_CRITERIA));
    rows.extend(conditions);
    rows.extend(lacking(OF_PLAN));
    rows.extend(claims);
    rows.push(Item::Proposal);
    rows.extend(lacking(OF_PROPOSAL));
    rows
}

/// What has to be proved, whatever the day.
fn claims_of(file: &File) -> Vec<Claim> {
    let mut claims = vec![Claim::Identity, Claim::Residence];
    if let Some(enrolment) = file.enrolments.last().map(|it| &it.value) {
        claims.extend(enrolment.criteria.iter().map(|it| Claim::of_criterion(*it)));
        claims.extend(enrolment.priorities.iter().filter_map(|it| Claim::of_priority(*it)));
    }
    claims
}

/// Whether a referral is under way: its page is then shown first.
pub(super) fn comes_first(file: &File, cx: &Cx<'_>) -> bool {
    !file.enrolments.is_empty() && !Candidature::of(&State::of(file, cx.now.today)).stage.is_decided()
}

fn standing_of(claim: Claim, demands: &[Demand]) -> Option<Standing> {
    demands.iter().find(|it| it.wanted == Wanted::Claim(claim)).map(|it| it.standing)
}

/// Where the rows are.
pub(super) fn list_area(area: Rect) -> Rect {
    let head = HEAD_ROWS.min(area.height / 2);
    Rect { y: area.y + head, height: area.height - head, ..area }
}

fn asked(file: &File, cx: &Cx<'_>) -> Vec<Demand> {
    let today = cx.now.today;
    demands(file, Gate::Entry, today, &Pack::default().at(today))
}

/// "Candidature : en diagnostic · orientée le 12/10/2026 · accueillie le 20/10/2026".
fn standing(candidature: &Candidature, state: &State<'_>, cx: &Cx<'_>) -> String {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let dated = |id: &str, day: Option<NaiveDate>| {
        day.map(|day| cx.words.filled(id, [("date", cx.words.date(day).as_str())]))
    };
    let dropped = candidature.dropped.map(|it| {
        let reason = it.reason.map(|it| cx.words.label(it).into_owned()).unwrap_or_default();
        let date = cx.words.date(it.on);
        cx.words.filled("candidature-dropped", [("reason", reason.as_str()), ("date", &date)])
    });
    let parts = [
        Some(cx.words.filled("candidature-stage", [("stage", &*cx.words.label(candidature.stage))])),
        dropped,
        dated("candidature-referred", enrolment.and_then(|it| it.referred_on)),
        dated("candidature-received", enrolment.and_then(|it| it.received_on)),
        enrolment.and_then(|it| it.lot).map(|it| cx.words.label(it).into_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The file of the entry that the commission still has to see.
fn waiting(file: &File) -> Option<&Submission> {
    let is_entry = |it: &&Submission| it.business == Business::Entry && is_pending(file, it);
    file.submissions.iter().map(|it| &it.value).find(is_entry)
}

/// What carries the candidature on once nothing is left to tick: submitting it, writing what the
/// commission decided, having the deed signed.
pub(super) fn next_key(file: &File, cx: &Cx<'_>) -> Option<Action> {
    let state = State::of(file, cx.now.today);
    let candidature = Candidature::of(&state);
    if candidature.stage == CandidatureStage::Admitted {
        let is_signed = state.period.enrolment.is_some_and(|it| it.value.deed_signed_on.is_some());
        return (!is_signed).then_some(Action::EnrolmentEdit);
    }
    if candidature.stage.is_decided() {
        return None;
    }
    if waiting(file).is_some() {
        return Some(Action::DecisionNew);
    }
    candidature.lacks.is_empty().then_some(Action::SubmissionNew)
}

/// How much is missing, and what first: each has its row below.
fn missing(file: &File, candidature: &Candidature, cx: &Cx<'_>) -> (String, Role) {
    if candidature.stage.is_decided() {
        return (cx.words.get("candidature-decided").into_owned(), Role::TextDim);
    }
    if let Some(submission) = waiting(file).filter(|_| candidature.lacks.is_empty()) {
        let date = cx.words.date(submission.session_on);
        return (cx.words.filled("candidature-submitted", [("date", date.as_str())]), Role::Good);
    }
    let Some(first) = candidature.lacks.first() else {
        return (cx.words.get("candidature-complete").into_owned(), Role::Good);
    };
    let mut args = FluentArgs::new();
    args.set("number", candidature.lacks.len());
    args.set("first", cx.words.label(*first));
    (cx.words.with("candidature-missing", &args).into_owned(), Role::Soon)
}

fn looked_at(concerns: &[Concern], cx: &Cx<'_>) -> Option<String> {
    let told: Vec<_> = concerns.iter().map(|it| cx.words.label(*it)).collect();
    (!told.is_empty()).then(|| cx.words.filled("candidature-concerns", [("what", told.join(" ; ").as_str())]))
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let state = State::of(file, cx.now.today);
    let candidature = Candidature::of(&state);
    let width = usize::from(area.width);
    let folded = |text: &str, most: usize| {
        let mut lines = wrap(text, width.max(1));
        if lines.len() > most {
            let rest = lines.split_off(most - 1).join(" ");
            lines.push(clip(&rest, width).into_owned());
        }
        lines
    };
    let (told, role) = missing(file, &candidature, cx);
    let first = clip(&standing(&candidature, &state, cx), width).into_owned();
    let mut lines = vec![Line::styled(first, cx.theme.style(Role::Title))];
    lines.push(Line::styled(clip(&told, width).into_owned(), cx.theme.style(role)));
    if let Some(told) = looked_at(&concerns(&state), cx) {
        lines.extend(folded(&told, 2).into_iter().map(|it| Line::styled(it, cx.theme.style(Role::Doubt))));
    }
    let rows_area = list_area(area);
    frame.render_widget(Paragraph::new(lines), Rect { height: rows_area.y - area.y, ..area });
    let (items, demands) = (rows(file, cx), asked(file, cx));
    list::draw(frame, rows_area, items.len(), window, cx, |rank| {
        let item = items.get(rank).copied();
        item.map_or_else(|| Row::plain(String::new()), |it| row::row(it, file, &demands, area, cx))
    });
}
