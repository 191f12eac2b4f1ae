//! How exchanges look: what goes out in words, then what came of each station.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::folder;
use crate::domain::assignment;
use crate::domain::codes::StationRole;
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::screen::file::list::{self, Row, columns};
use crate::ui::screen::transfer;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::window::Window;
use crate::ui::written::short_day;
use crate::usecase::exchanges::{ExchangeState, SenderLine};

/// Columns of the table of stations: code, name, last bundle, entries, day.
const COLUMNS: [usize; 5] = [6, 24, 5, 9, 9];

/// Most files on their way that are told one by one.
const MOST_UNDERWAY: usize = 2;

/// How many stations show at once.
pub(super) fn rows(state: Option<&ExchangeState>, cx: &Cx<'_>) -> usize {
    let above = state.map_or(0, |state| told(state, usize::from(body_of(cx.size).width), cx).len());
    usize::from(body_of(cx.size).height).saturating_sub(above + 2).max(1)
}

/// Draws the screen.
pub(super) fn draw(frame: &mut Frame<'_>, body: Rect, state: &ExchangeState, window: Window, cx: &Cx<'_>) {
    let told = told(state, usize::from(body.width), cx);
    let above = u16::try_from(told.len()).unwrap_or(body.height).min(body.height);
    let lines = told.into_iter().map(|(text, role)| Line::styled(text, cx.theme.style(role)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), Rect { height: above, ..body });
    let rest = Rect { y: body.y + above, height: body.height - above, ..body };
    if state.senders.is_empty() || rest.height < 3 {
        return;
    }
    let titles = ["exchange-station", "exchange-name", "exchange-last", "exchange-entries", "exchange-day"];
    let titles = titles.map(|id| cx.words.get(id));
    let cells: Vec<(&str, usize)> = titles.iter().map(AsRef::as_ref).zip(COLUMNS).collect();
    let header = format!("  {}", columns(&cells, &cx.words.get("exchange-missing")));
    let head = Rect { y: rest.y + 1, height: 1, ..rest };
    frame.render_widget(Line::styled(header, cx.theme.style(Role::TextDim)), head);
    let table = Rect { y: rest.y + 2, height: rest.height - 2, ..rest };
    list::draw(frame, table, state.senders.len(), window, cx, |rank| row(&state.senders[rank], cx));
}

/// What goes out and what was answered, in words.
fn told(state: &ExchangeState, columns: usize, cx: &Cx<'_>) -> Vec<(String, Role)> {
    let mut all = Vec::new();
    let mut tell = |text: String, role: Role| {
        if text.is_empty() {
            return all.push((text, role));
        }
        all.extend(wrap(&text, columns.max(1)).into_iter().map(|line| (line, role)));
    };
    if !state.is_trusted {
        tell(cx.words.get("exchange-no-team").into_owned(), Role::Soon);
        tell(cx.words.get("exchange-no-team-remedy").into_owned(), Role::Text);
        return all;
    }
    let to = FluentArgs::from_iter([("folder", folder(cx))]);
    if state.role == StationRole::Team {
        tell(cx.words.with("exchange-team", &to).into_owned(), Role::Title);
        if state.senders.is_empty() {
            tell(cx.words.get("exchange-nobody").into_owned(), Role::TextDim);
        }
        underway(cx).into_iter().for_each(|text| tell(text, Role::Soon));
        return all;
    }
    let next = state.next;
    let mut args = FluentArgs::new();
    args.set("number", next.seq.to_string());
    args.set("entries", (next.to + 1).saturating_sub(next.from));
    args.set("people", next.people);
    args.set("from", next.from.to_string());
    args.set("to", next.to.to_string());
    tell(cx.words.with("exchange-next", &args).into_owned(), Role::Title);
    tell(cx.words.with("exchange-to-folder", &to).into_owned(), Role::Text);
    tell(String::new(), Role::Text);
    match state.sent {
        Some((seq, entry)) => {
            let args = FluentArgs::from_iter([("number", seq.to_string()), ("entry", entry.to_string())]);
            tell(cx.words.with("exchange-last-sent", &args).into_owned(), Role::Text);
        }
        None => tell(cx.words.get("exchange-never-sent").into_owned(), Role::TextDim),
    }
    match state.receipt {
        Some(receipt) => {
            let mut args = FluentArgs::new();
            args.set("number", receipt.seq.to_string());
            args.set("entry", receipt.to.to_string());
            args.set("date", cx.words.date(receipt.on));
            tell(cx.words.with("exchange-receipt", &args).into_owned(), Role::Good);
        }
        None => tell(cx.words.get("exchange-no-receipt").into_owned(), Role::TextDim),
    }
    all
}

/// The files that are on their way from one station to another: the first ones in words, how many more.
fn underway(cx: &Cx<'_>) -> Vec<String> {
    let files = cx.model.caseload.files.values();
    let moving: Vec<_> = files.filter(|file| assignment::is_underway(file)).collect();
    let mut told: Vec<String> =
        moving.iter().take(MOST_UNDERWAY).filter_map(|file| transfer::standing(file, cx)).collect();
    let more = moving.len().saturating_sub(MOST_UNDERWAY).to_string();
    if moving.len() > MOST_UNDERWAY {
        told.push(cx.words.filled("exchange-underway-more", [("count", more.as_str())]));
    }
    told
}

fn row(sender: &SenderLine, cx: &Cx<'_>) -> Row {
    let (seq, to, on) = (sender.seq.to_string(), sender.to.to_string(), short_day(sender.on));
    let cells = [
        (sender.short.as_str(), COLUMNS[0]),
        (sender.name.as_str(), COLUMNS[1]),
        (seq.as_str(), COLUMNS[2]),
        (to.as_str(), COLUMNS[3]),
        (on.as_str(), COLUMNS[4]),
    ];
    let missing: Vec<String> = sender.missing.iter().map(u64::to_string).collect();
    let (rest, role) = match (sender.is_frozen, missing.is_empty()) {
        (true, _) => (cx.words.get("exchange-frozen").into_owned(), Role::Danger),
        (false, true) => (String::new(), Role::Text),
        (false, false) => (missing.join(" "), Role::Soon),
    };
    Row { text: columns(&cells, &rest), role }
}
