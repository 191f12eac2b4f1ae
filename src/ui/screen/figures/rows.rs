//! The lines of the figures: targets with their gauges, everybody, delays, then group by group.

use std::collections::BTreeMap;

use ratatui::text::Line;

use crate::domain::codes::Lot;
use crate::domain::figures::bilan::{Bilan, Reach};
use crate::domain::figures::case::Dimension;
use crate::domain::figures::delay::DelayKey;
use crate::domain::figures::target::{Aim, Gauge, Targets};
use crate::domain::figures::{Figure, FigureKey, Group, Stretch};
use crate::domain::id::PersonId;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::clip;
use crate::ui::written;

/// What groups are made by, in the order of the screen.
const DIMENSIONS: [Dimension; 3] = [Dimension::Public, Dimension::Lot, Dimension::Sex];
/// Columns of a count.
const COUNT: usize = 6;
/// Columns of a share.
const SHARE: usize = 8;
/// Columns of what a gauge is of.
const AIM: usize = 22;
/// Columns of "142/165".
const OF_TARGET: usize = 9;
/// Columns of a short day.
const DAY: usize = 8;
/// Signs of a gauge.
const GAUGE: usize = 8;

/// One line.
pub enum Row {
    /// What the lines below have in common, and the names of their columns.
    Heading { called: String, columns: Vec<String> },
    /// A figure.
    Counted { called: String, cells: [String; 4], people: Vec<PersonId> },
    /// How far a target is.
    Gauge {
        called: String,
        of_target: String,
        by: String,
        bar: String,
        standing: String,
        role: Role,
        people: Vec<PersonId>,
    },
}

impl Row {
    /// Whom it counts; `None` of a heading.
    pub fn people(&self) -> Option<&[PersonId]> {
        match self {
            Self::Heading { .. } => None,
            Self::Counted { people, .. } | Self::Gauge { people, .. } => Some(people),
        }
    }

    /// What it is called.
    pub fn called(&self) -> String {
        match self {
            Self::Heading { called, .. } | Self::Counted { called, .. } | Self::Gauge { called, .. } => {
                called.trim_start_matches("… ").to_owned()
            }
        }
    }

    /// It, drawn.
    pub fn line(&self, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        match self {
            Self::Heading { called, columns: names } if names.is_empty() => {
                Line::styled(clip(called, columns).into_owned(), cx.theme.style(Role::Title))
            }
            Self::Heading { called, columns: names } => {
                let mut cells =
                    vec![Cell::new(called.clone(), first(columns) + MARK_COLUMNS).role(Role::Title)];
                cells.extend(counts(names, Role::TextDim));
                let mut line = cells::line(cells, false, cx);
                line.spans.remove(0);
                line
            }
            Self::Counted { called, cells: texts, .. } => {
                let mut cells = vec![Cell::new(called.clone(), first(columns))];
                cells.extend(counts(texts, Role::Text));
                cells::line(cells, is_selected, cx)
            }
            Self::Gauge { called, of_target, by, bar, standing, role, .. } => {
                let taken = MARK_COLUMNS + AIM + OF_TARGET + DAY + GAUGE + 4;
                let cells = vec![
                    Cell::new(called.clone(), AIM),
                    Cell::end(of_target.clone(), OF_TARGET),
                    Cell::new(by.clone(), DAY).role(Role::TextDim),
                    Cell::new(bar.clone(), GAUGE).role(*role),
                    Cell::new(standing.clone(), columns.saturating_sub(taken)).role(*role),
                ];
                cells::line(cells, is_selected, cx)
            }
        }
    }
}

/// Columns of the name of a figure.
const fn first(columns: usize) -> usize {
    columns.saturating_sub(MARK_COLUMNS + 2 * COUNT + 2 * SHARE + 4 + 1)
}

fn counts(texts: &[String], role: Role) -> impl Iterator<Item = Cell> {
    let widths = [COUNT, COUNT, SHARE, SHARE + 1];
    texts.iter().zip(widths).map(move |(text, columns)| Cell::end(text.clone(), columns).role(role))
}

/// Everything that is counted on that stretch.
pub fn of(stretch: Stretch, cx: &Cx<'_>) -> Vec<Row> {
    let caseload = &cx.model.caseload;
    let files = caseload.files.values().map(AsRef::as_ref);
    let reach = Reach::of(caseload.station.as_ref());
    let bilan = Bilan::of(files, stretch, &DIMENSIONS, &Targets::default(), &reach);
    let mut rows = Vec::new();
    if !bilan.gauges.is_empty() {
        rows.push(Row::Heading { called: cx.words.get("figures-targets").into_owned(), columns: Vec::new() });
        rows.extend(bilan.gauges.iter().map(|it| gauge(it, &bilan, cx)));
    }
    rows.push(heading(cx.words.get("figure-everybody").into_owned(), cx));
    let of_all = bilan.figures.iter().filter(|it| it.group.dimension == Dimension::Everybody);
    rows.extend(of_all.map(|it| figure(it, cx)));
    rows.extend(DelayKey::ALL.iter().map(|key| delay(*key, &bilan, cx)));
    for dimension in DIMENSIONS {
        let mut groups: BTreeMap<Group<'_>, Vec<&Figure<'_>>> = BTreeMap::new();
        for it in bilan.figures.iter().filter(|it| it.group.dimension == dimension) {
            groups.entry(it.group).or_default().push(it);
        }
        for (group, figures) in groups {
            let words = [
                ("dimension", cx.words.label(dimension).into_owned()),
                ("group", cx.words.group(group).into_owned()),
            ];
            let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
            rows.push(heading(cx.words.filled("figures-group", words), cx));
            rows.extend(figures.into_iter().map(|it| figure(it, cx)));
        }
    }
    rows
}

fn heading(called: String, cx: &Cx<'_>) -> Row {
    let columns = ["value", "among", "rate", "reference"];
    let named = columns.map(|name| cx.words.get(&format!("report-column-{name}")).into_owned());
    Row::Heading { called, columns: named.into() }
}

fn figure(it: &Figure<'_>, cx: &Cx<'_>) -> Row {
    let percent = |share: Option<u32>| share.map_or_else(String::new, |share| cx.words.percent(share));
    let among = it.among.map_or_else(String::new, |among| among.to_string());
    Row::Counted {
        called: cx.words.label(it.key).into_owned(),
        cells: [it.value().to_string(), among, percent(it.rate()), percent(it.reference())],
        people: it.people.clone(),
    }
}

fn delay(key: DelayKey, bilan: &Bilan<'_>, cx: &Cx<'_>) -> Row {
    let it = bilan.waits.delay(key);
    let label = cx.words.label(key);
    let called = match it.median_half_days {
        None => label.into_owned(),
        Some(halves) => {
            let median = cx.words.half_days(halves);
            cx.words.filled("figures-delay", [("delay", label.as_ref()), ("median", median.as_str())])
        }
    };
    let count = it.people.len().to_string();
    Row::Counted { called, cells: [count, String::new(), String::new(), String::new()], people: it.people }
}

fn gauge(it: &Gauge, bilan: &Bilan<'_>, cx: &Cx<'_>) -> Row {
    let target = it.target.at_least as usize;
    let filled = (it.actual * GAUGE).checked_div(target).unwrap_or(0).min(GAUGE);
    let id = if it.is_behind() { "figures-behind" } else { "figures-on-track" };
    let expected = it.expected.to_string();
    Row::Gauge {
        called: it.lot.map_or_else(|| cx.words.label(it.target.aim), |lot| cx.words.label(lot)).into_owned(),
        of_target: format!("{}/{target}", it.actual),
        by: written::short_day(it.target.by),
        bar: format!("{}{}", "■".repeat(filled), "·".repeat(GAUGE - filled)),
        standing: cx.words.filled(id, [("expected", expected.as_str())]),
        role: if it.is_behind() { Role::Overdue } else { Role::Good },
        people: behind(it.target.aim, it.lot, bilan),
    }
}

/// Whom a gauge counts: those of the figure that it follows.
fn behind(aim: Aim, lot: Option<Lot>, bilan: &Bilan<'_>) -> Vec<PersonId> {
    let key = match aim {
        Aim::Supported | Aim::YouthLot | Aim::AdultLot => FigureKey::Supported,
        Aim::Rsa => FigureKey::Rsa,
        Aim::YearEntries => FigureKey::Entries,
    };
    let group = match lot {
        None => Group { dimension: Dimension::Everybody, code: None },
        Some(lot) => Group { dimension: Dimension::Lot, code: Some(lot.code()) },
    };
    let found = bilan.figures.iter().find(|it| it.key == key && it.group == group);
    found.map_or_else(Vec::new, |it| it.people.clone())
}
