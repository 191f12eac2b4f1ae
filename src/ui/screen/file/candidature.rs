//! The page of the candidature: where it stands on a line, what is missing and what is worth a second
//! look, then what is ticked or opened row by row: reception, conditions, documents, proposal.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::TICKING;
use super::list::{self, Row, columns};
use crate::domain::body::Body;
use crate::domain::candidature::{Candidature, Concern, concerns};
use crate::domain::codes::Coded as _;
use crate::domain::diagnosis::{Condition, Diagnosis};
use crate::domain::evidence::{Claim, Demand, EvidenceKind, Gate, Standing, Wanted, demands};
use crate::domain::file::{Current, File};
use crate::domain::parameters::Pack;
use crate::domain::reception::{self, ReceptionItem};
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{DIAGNOSIS, EVIDENCE, RECEPTION};
use crate::ui::form::value::Value;
use crate::ui::layer::Why;
use crate::ui::screen::form::{FormScreen, open};
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, wrap};
use crate::ui::widget::window::Window;
use crate::ui::written;
use crate::usecase::request::{Change, Request, Save};

/// Rows above the list: where it stands, what is missing (two), what to look at (two).
const HEAD_ROWS: u16 = 5;
/// Columns of what a row is.
const WHAT: usize = 44;
/// Columns of a day.
const DAY: usize = 8;

/// A row that is ticked or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// An item of the reception.
    Reception(ReceptionItem),
    /// A condition of adhesion.
    Condition(Condition),
    /// What a document has to prove.
    Claim(Claim),
    /// The proposal.
    Proposal,
}

/// The rows of the page, in their order.
pub(super) fn rows(file: &File) -> Vec<Item> {
    let reception = ReceptionItem::ALL.iter().map(|it| Item::Reception(*it));
    let conditions = Condition::ALL.iter().map(|it| Item::Condition(*it));
    let claims = claims_of(file).into_iter().map(Item::Claim);
    reception.chain(conditions).chain(claims).chain([Item::Proposal]).collect()
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

/// Where the rows are.
pub(super) fn list_area(area: Rect) -> Rect {
    let head = HEAD_ROWS.min(area.height / 2);
    Rect { y: area.y + head, height: area.height - head, ..area }
}

fn standing_of(claim: Claim, demands: &[Demand]) -> Option<Standing> {
    demands.iter().find(|it| it.wanted == Wanted::Claim(claim)).map(|it| it.standing)
}

fn row(item: Item, file: &File, demands: &[Demand], area: Rect, cx: &Cx<'_>) -> Row {
    let rest = usize::from(area.width).saturating_sub(WHAT + DAY + 8);
    let (sign, what, day, said) = match item {
        Item::Reception(item) => {
            let enrolment = file.enrolments.last().map(|it| &it.value);
            let check = enrolment.and_then(|it| reception::done(&it.reception, item));
            let sign = if check.is_some() { "candidature-done" } else { "candidature-to-do" };
            let what = format!("{}. {}", item as usize + 1, cx.words.label(item));
            let said = check.map_or("", |it| it.result.as_str()).to_owned();
            (sign, what, check.map(|it| it.on), said)
        }
        Item::Condition(condition) => {
            let diagnosis = file.diagnoses.last().map(|it| &it.value);
            let sign = match diagnosis.and_then(|it| it.answer(condition)) {
                Some(true) => "candidature-yes",
                Some(false) => "candidature-no",
                None => "candidature-to-do",
            };
            let said = diagnosis.map_or("", |it| it.note(condition)).to_owned();
            (sign, cx.words.label(condition).into_owned(), None, said)
        }
        Item::Claim(claim) => {
            let standing = standing_of(claim, demands);
            let is_met = matches!(standing, Some(Standing::Met(_)));
            let sign = if is_met { "candidature-done" } else { "candidature-to-do" };
            let said = standing.map(|it| cx.words.standing(it)).unwrap_or_default();
            (sign, cx.words.label(claim).into_owned(), dated_on(standing, file), said)
        }
        Item::Proposal => {
            let diagnosis = file.diagnoses.last().map(|it| &it.value);
            let proposal = diagnosis.and_then(|it| it.proposal);
            let sign = if proposal.is_some() { "candidature-done" } else { "candidature-to-do" };
            let told = proposal.map_or_else(
                || cx.words.get("candidature-proposal").into_owned(),
                |it| cx.words.filled("candidature-proposed", [("what", &*cx.words.label(it))]),
            );
            let said = diagnosis.map_or("", |it| it.reasons.as_str()).to_owned();
            (sign, told, diagnosis.and_then(Diagnosis::proposed_on), said)
        }
    };
    let role = if sign == "candidature-done" || sign == "candidature-yes" { Role::Text } else { Role::Soon };
    let day = day.map(written::short_day).unwrap_or_default();
    let cells = [(&*cx.words.get(sign), 3), (what.as_str(), WHAT), (day.as_str(), DAY)];
    Row { text: columns(&cells, &list::first_line(&said, rest)), role }
}

/// The day that the nearest document bears.
fn dated_on(standing: Option<Standing>, file: &File) -> Option<NaiveDate> {
    let id = match standing? {
        Standing::Met(id) | Standing::Lacking(_, Some(id)) => id,
        Standing::Lacking(_, None) => return None,
    };
    file.evidence.iter().find(|it| it.id == id).and_then(|it| it.value.dated_on)
}

/// What `open` opens on a row.
pub(super) fn open(item: Item, file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    match item {
        Item::Reception(item) => {
            let enrolment = file.enrolments.last()?;
            Some(open::edit_with(&RECEPTION, file, enrolment.id, cx)?.starting_at(item.field()))
        }
        Item::Condition(condition) => Some(diagnosis(file, cx)?.starting_at(condition.code())),
        Item::Claim(claim) => {
            let demands = asked(file, cx);
            match standing_of(claim, &demands) {
                Some(Standing::Met(id) | Standing::Lacking(_, Some(id))) => open::edit(file, id, cx),
                Some(Standing::Lacking(_, None)) | None => {
                    let kind = claim.documents().first().copied().unwrap_or(EvidenceKind::Other);
                    let code = |code: &str| Value::Code(code.to_owned());
                    let known =
                        vec![("kind", code(kind.stable_code())), ("claim", code(claim.stable_code()))];
                    Some(open::begun(&EVIDENCE, known, file, cx))
                }
            }
        }
        Item::Proposal => Some(diagnosis(file, cx)?.starting_at("proposal")),
    }
}

fn diagnosis(file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    match file.diagnoses.last() {
        Some(it) => open::edit(file, it.id, cx),
        None => Some(open::new(&DIAGNOSIS, file, cx)),
    }
}

/// Whether the row can be opened.
///
/// # Errors
/// A reception belongs to a referral, and there is none.
pub(super) fn can_open(item: Item, file: &File) -> Result<(), Why> {
    match item {
        Item::Reception(_) if file.enrolments.is_empty() => Err(Why("why-no-referral")),
        Item::Reception(_) | Item::Condition(_) | Item::Claim(_) | Item::Proposal => Ok(()),
    }
}

/// Whether the row can be ticked.
///
/// # Errors
/// It has no tick, it belongs to a referral that is not there, or the entry is decided.
pub(super) fn can_tick(item: Item, file: &File, cx: &Cx<'_>) -> Result<(), Why> {
    if Candidature::of(&State::of(file, cx.now.today)).stage.is_decided() {
        return Err(Why("why-entry-decided"));
    }
    match item {
        Item::Reception(_) | Item::Condition(_) => can_open(item, file),
        Item::Claim(_) | Item::Proposal => Err(Why("why-not-ticked")),
    }
}

/// Ticks the row, or takes its tick off: a condition goes from nothing to yes, no and nothing again.
pub(super) fn tick(item: Item, file: &File, cx: &Cx<'_>) -> Option<Step> {
    let today = cx.now.today;
    let (replaces, body) = match item {
        Item::Reception(item) => {
            let before = file.enrolments.last()?;
            let mut enrolment = before.value.clone();
            reception::tick(&mut enrolment.reception, item, today);
            // Whoever ticks the first item has received the person.
            if item == ReceptionItem::Received && enrolment.received_on.is_none() {
                enrolment.received_on = Some(today);
            }
            (Some((before.id, before.entry)), Body::Enrolment(enrolment))
        }
        Item::Condition(condition) => {
            let before = file.diagnoses.last();
            let mut diagnosis =
                before.map_or_else(|| Diagnosis::new(today), |it: &Current<Diagnosis>| it.value.clone());
            let answer = diagnosis.answer_mut(condition);
            *answer = match answer {
                None => Some(true),
                Some(true) => Some(false),
                Some(false) => None,
            };
            (before.map(|it| (it.id, it.entry)), Body::Diagnosis(diagnosis))
        }
        Item::Claim(_) | Item::Proposal => return None,
    };
    let change = Change { person: Some(file.id), replaces, body: Some(body) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    Some(Step::stay().ask_and_wait(TICKING, Request::Save(Box::new(save))))
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

/// What is missing, in words.
fn missing(candidature: &Candidature, cx: &Cx<'_>) -> (String, Role) {
    if candidature.stage.is_decided() {
        return (cx.words.get("candidature-decided").into_owned(), Role::TextDim);
    }
    if candidature.lacks.is_empty() {
        return (cx.words.get("candidature-complete").into_owned(), Role::Good);
    }
    let told: Vec<_> = candidature.lacks.iter().map(|it| cx.words.label(*it)).collect();
    (cx.words.filled("candidature-missing", [("what", told.join(", ").as_str())]), Role::Soon)
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
    let (told, role) = missing(&candidature, cx);
    let first = clip(&standing(&candidature, &state, cx), width).into_owned();
    let mut lines = vec![Line::styled(first, cx.theme.style(Role::Title))];
    lines.extend(folded(&told, 2).into_iter().map(|it| Line::styled(it, cx.theme.style(role))));
    if let Some(told) = looked_at(&concerns(&state), cx) {
        lines.extend(folded(&told, 2).into_iter().map(|it| Line::styled(it, cx.theme.style(Role::Doubt))));
    }
    let rows_area = list_area(area);
    frame.render_widget(Paragraph::new(lines), Rect { height: rows_area.y - area.y, ..area });
    let (items, demands) = (rows(file), asked(file, cx));
    list::draw(frame, rows_area, items.len(), window, cx, |rank| {
        let item = items.get(rank).copied();
        item.map_or_else(|| Row::plain(String::new()), |it| row(it, file, &demands, area, cx))
    });
}
