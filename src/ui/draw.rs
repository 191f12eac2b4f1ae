//! The frame around the screens: top line, body, status line, bottom line. Changes nothing.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph, Wrap};

use super::action::Action;
use super::cx::Cx;
use super::keymap::Binding;
use super::layer::Layer;
use super::message::{Level, Message};
use super::screen::Screen;
use super::theme::Role;
use super::who;
use super::widget::clip::{clip, width, wrap};
use super::widget::keys::{hint, keys_in_words};
use crate::domain::file::File;

/// Least columns in which anything is shown.
const LEAST_COLUMNS: u16 = 40;
/// Least rows in which anything is shown.
const LEAST_ROWS: u16 = 12;

/// Most rows of a message.
const STATUS_ROWS: usize = 3;

/// Whether nothing but a sentence can be shown.
pub fn is_too_small(size: Size) -> bool {
    size.width < LEAST_COLUMNS || size.height < LEAST_ROWS
}

/// The part of the window that screens draw in.
pub fn body_of(size: Size) -> Rect {
    Rect { x: 0, y: 1, width: size.width, height: size.height.saturating_sub(3) }
}

/// What there is to draw.
pub(super) struct Scene<'a> {
    pub(super) screens: Vec<&'a dyn Screen>,
    pub(super) overlays: Vec<&'a dyn Layer>,
    pub(super) message: Option<&'a Message>,
    /// What the guided tour says, if there is one.
    pub(super) guide: Option<Message>,
    /// The keys that work now, or those that may follow the ones already pressed.
    pub(super) hints: Vec<&'a Binding>,
}

/// Draws the whole window.
pub(super) fn draw(frame: &mut Frame<'_>, scene: &Scene<'_>, cx: &Cx<'_>) {
    let area = frame.area();
    if is_too_small(area.as_size()) {
        let text = Paragraph::new(cx.words.get("window-too-small").into_owned());
        return frame.render_widget(text.wrap(Wrap { trim: true }), area);
    }
    let row = |y: u16| Rect { x: area.x, y: area.y + y, width: area.width, height: 1 };
    let body = body_of(area.as_size());
    if let Some(screen) = scene.screens.last() {
        screen.draw(frame, body, cx);
    }
    for overlay in &scene.overlays {
        overlay.draw(frame, body, cx);
    }
    frame.render_widget(top_line(scene, usize::from(area.width), cx), row(0));
    let mut above = area;
    for message in scene.message.into_iter().chain(&scene.guide) {
        above.height -= draw_status(frame, message, above, cx);
    }
    frame.render_widget(bottom_line(scene, usize::from(area.width), cx), row(area.height - 1));
}

/// Where I am and whose file this is; then the station, what is unsent, and DÉMO.
fn top_line(scene: &Scene<'_>, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let style = cx.theme.style(Role::Top);
    let crumbs: Vec<String> = scene.screens.iter().map(|screen| screen.title(cx)).collect();
    let last = crumbs.last().filter(|last| !last.is_empty());
    let title = last.map(|last| format!(" › {last}")).unwrap_or_default();
    let file = cx.subject.and_then(|subject| cx.file(subject));
    let whole = file.map(|file| format!("{}{title}", identity(file, usize::MAX, cx)));
    let of_width = |end: &[Span<'_>]| end.iter().map(Span::width).sum::<usize>();

    // Whose file this is, and what is done in it, come before whose station and what is unsent.
    let fits = |end: &[Span<'_>], start: &str| width(start) + 1 + of_width(end) <= columns;
    let mut end = line_end(columns, End::Whole, cx);
    if whole.as_deref().is_some_and(|whole| !fits(&end, whole)) {
        end = line_end(columns, End::WithoutStation, cx);
    }
    let least = file.map(|file| format!("{}{title}", identity(file, 0, cx)));
    if least.is_some_and(|least| !fits(&end, &least)) {
        end = line_end(columns, End::Least, cx);
    }
    let end_width = of_width(&end);
    let room = columns.saturating_sub(end_width + 1);
    let start = match file {
        Some(file) => {
            let guard = identity(file, room.saturating_sub(width(&title)), cx);
            clip(&format!("{guard}{title}"), room).into_owned()
        }
        None => trail(&crumbs, room),
    };
    let gap = " ".repeat(columns.saturating_sub(width(&start) + end_width));
    let mut spans = vec![Span::styled(start, style), Span::raw(gap)];
    spans.extend(end);
    Line::from(spans)
}

/// Where I am: of a way that is too long, its end.
fn trail(crumbs: &[String], room: usize) -> String {
    let whole = |from: usize| {
        let start = if from > 0 { "… › " } else { "" };
        format!("{start}{}", crumbs[from..].join(" › "))
    };
    let from = (0..crumbs.len()).find(|from| width(&whole(*from)) <= room);
    let trail = whole(from.unwrap_or(crumbs.len().saturating_sub(1)));
    clip(&trail, room).into_owned()
}

/// How much the end of the top line tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    WithoutStation,
    /// What must never be hidden: DÉMO, and that names are.
    Least,
}

/// What is unsent, whose station this is, and DÉMO: the end of the top line.
fn line_end(columns: usize, told: End, cx: &Cx<'_>) -> Vec<Span<'static>> {
    let style = cx.theme.style(Role::Top);
    let mut parts = Vec::new();
    if cx.model.is_discreet {
        parts.push(Span::styled(cx.words.get("top-discreet").into_owned(), style));
    }
    if cx.model.unsent > 0 && told != End::Least {
        let mut args = FluentArgs::new();
        args.set("count", cx.words.count(cx.model.unsent));
        parts.push(Span::styled(cx.words.with("top-unsent", &args).into_owned(), style));
    }
    if let Some(station) = cx.station().filter(|_| told == End::Whole) {
        let name = clip(&station.name, columns / 4).into_owned();
        parts.push(Span::styled(name, cx.theme.style(Role::TextDim)));
    }
    if cx.model.is_demo {
        parts.push(Span::styled(format!(" {} ", cx.words.get("top-demo")), cx.theme.style(Role::Demo)));
    }
    let demo = parts.len() - usize::from(cx.model.is_demo);
    let between = |(rank, part)| {
        let text = if rank == demo { " " } else { " · " };
        let separator = (rank > 0).then(|| Span::styled(text, cx.theme.style(Role::TextDim)));
        separator.into_iter().chain([part])
    };
    parts.into_iter().enumerate().flat_map(between).collect()
}

/// Fewest columns of a name: what is clipped further is rather the rest of the line.
const LEAST_NAME: usize = 16;
/// Fewest columns of a commune.
const LEAST_COMMUNE: usize = 8;

/// The wrong-person guard: name, birth date and commune. A long name is clipped, never the date.
fn identity(file: &File, columns: usize, cx: &Cx<'_>) -> String {
    let person = &file.person.value;
    let limited = who::limited(file.id, cx).map(|it| format!(" {it}")).unwrap_or_default();
    let mut rest = format!("{limited} · {}", cx.words.date(person.birth_date));
    if let Some(commune) = &person.commune {
        let name = width(&cx.name(file.id, person)).min(LEAST_NAME);
        let left = columns.saturating_sub(name + width(&rest) + 3).max(LEAST_COMMUNE);
        rest.push_str(&format!(" · {}", clip(&cx.commune(commune), left)));
    }
    let room = columns.saturating_sub(width(&rest)).max(LEAST_NAME);
    format!("{}{rest}", clip(&cx.name(file.id, person), room))
}

/// The message of the moment, whole: a long one covers the end of the body while it lasts. Says how
/// many rows it took.
fn draw_status(frame: &mut Frame<'_>, message: &Message, area: Rect, cx: &Cx<'_>) -> u16 {
    let (role, id) = match message.level {
        Level::Done => (Role::Toast, None),
        Level::Note => (Role::Text, None),
        Level::Guide => (Role::Accent, None),
        Level::Doubt => (Role::Doubt, Some("status-doubt")),
        Level::Refusal => (Role::Danger, Some("status-refusal")),
    };
    let sign = id.map(|id| format!("{} ", cx.words.get(id))).unwrap_or_default();
    let columns = usize::from(area.width);
    let mut lines = wrap(&format!("{sign}{}", message.text), columns);
    if lines.len() > STATUS_ROWS {
        let rest = lines.split_off(STATUS_ROWS - 1).join(" ");
        lines.push(clip(&rest, columns).into_owned());
    }
    let lines: Vec<Line<'_>> = lines.into_iter().map(|it| Line::styled(it, cx.theme.style(role))).collect();
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let place = Rect { y: area.bottom() - 1 - height, height, ..area };
    frame.render_widget(Clear, place);
    frame.render_widget(Paragraph::new(lines), place);
    height
}

/// Keys and what they do, as many as fit; the help, which tells the others, always does.
fn bottom_line(scene: &Scene<'_>, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    const BETWEEN: usize = 2;
    let told = |binding: &&Binding| {
        let keys = keys_in_words(binding, cx);
        let label = cx.words.get(&binding.action.message_id()).into_owned();
        (width(&keys) + width(&label) + 1, hint(keys, label, cx))
    };
    let help = scene.hints.iter().position(|binding| binding.action == Action::Help);
    let help_columns = help.map_or(0, |at| told(&scene.hints[at]).0 + BETWEEN);
    let mut spans = Vec::new();
    let mut used = 0;
    for (at, binding) in scene.hints.iter().enumerate() {
        let (wide, hint) = told(binding);
        let kept = if help.is_some_and(|help| at < help) { help_columns } else { 0 };
        if used + wide + kept > columns {
            // What follows does not fit either, the help apart.
            spans.extend(help.filter(|help| at < *help).into_iter().flat_map(|at| told(&scene.hints[at]).1));
            break;
        }
        used += wide + BETWEEN;
        spans.extend(hint);
    }
    Line::from(spans)
}
