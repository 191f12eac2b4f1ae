//! The columns of the caseload: what each shows, how wide it is, how people are sorted by it.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::dates::age;
use crate::domain::id::PersonId;
use crate::domain::rules::Severity;
use crate::search::{fold, highlight};
use crate::ui::board::Standing;
use crate::ui::cx::Cx;
use crate::ui::widget::cells::Cell;
use crate::ui::{reason, who, written};

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// How long nothing was heard of the person: shown as the last interview.
    Silence,
    /// Name.
    #[default]
    Name,
    /// Alerts.
    Alerts,
    /// Next appointment.
    Next,
    /// Months in pathway.
    Months,
    /// Age.
    Age,
    /// Lot: shown with the commune.
    Lot,
    /// Lot and commune.
    Commune,
    /// Where in the pathway.
    State,
}

impl Column {
    /// Every column, in the order of the choice of a sort.
    pub const ALL: &'static [Self] = &[
        Self::Silence,
        Self::Name,
        Self::Alerts,
        Self::Next,
        Self::Months,
        Self::Age,
        Self::Lot,
        Self::Commune,
        Self::State,
    ];

    /// Columns after the name, in their order on screen. Those that do not fit are left out from
    /// the end.
    const AFTER_NAME: &'static [Self] =
        &[Self::Silence, Self::Next, Self::State, Self::Months, Self::Age, Self::Commune];

    /// Its stable id, in the words and in the preferences.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Silence => "silence",
            Self::Name => "name",
            Self::Alerts => "alerts",
            Self::Next => "next",
            Self::Months => "months",
            Self::Age => "age",
            Self::Lot => "lot",
            Self::Commune => "commune",
            Self::State => "state",
        }
    }

    /// The column of this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.id() == id)
    }

    const fn columns(self) -> usize {
        match self {
            Self::Silence => 8,
            Self::Next => 5,
            Self::State => 11,
            Self::Months => 4,
            Self::Age => 3,
            Self::Commune => 12,
            Self::Name | Self::Alerts | Self::Lot => 0,
        }
    }

    const fn is_figure(self) -> bool {
        matches!(self, Self::Months | Self::Age)
    }

    fn cell(self, text: String, columns: usize) -> Cell {
        if self.is_figure() { Cell::end(text, columns) } else { Cell::new(text, columns) }
    }

    fn text(self, id: PersonId, standing: &Standing, with_lot: bool, cx: &Cx<'_>) -> String {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        match self {
            Self::Silence => or_none(standing.last_interview_on.map(written::short_day)),
            Self::Next => {
                or_none(standing.next_appointment.map(|it| written::near_day(it.date, cx.now.today)))
            }
            Self::State => cx.words.label(standing.pathway).into_owned(),
            Self::Months => or_none(standing.months_in_pathway.map(|months| months.to_string())),
            Self::Age => age(standing.birth_date, cx.now.today).to_string(),
            Self::Lot => or_none(standing.lot.map(|lot| lot.code().to_owned())),
            Self::Commune => {
                let lot = standing.lot.filter(|_| with_lot).map(|lot| format!("{} ", lot.code()));
                format!("{}{}", lot.unwrap_or_default(), who::commune(id, cx))
            }
            Self::Name => who::label(id, cx),
            Self::Alerts => standing
                .alerts
                .first
                .map(|(severity, _)| reason::sign(severity))
                .unwrap_or_default()
                .to_owned(),
        }
    }
}

/// The columns that fit in a window, and how wide each is.
pub struct Layout {
    name: usize,
    after: Vec<(Column, usize)>,
    /// Whether people are of several lots: where there is one, it tells nothing.
    with_lot: bool,
}

impl Layout {
    /// The columns that fit in `room`.
    pub fn of(room: usize, cx: &Cx<'_>) -> Self {
        /// Fewest columns of a name, and those beyond which a commune needs them more.
        const NAME: std::ops::RangeInclusive<usize> = 20..=26;
        /// Columns that tell most communes apart.
        const COMMUNE: usize = 15;
        /// Columns of the longest of them, the lot before it included.
        const LONGEST_COMMUNE: usize = 27;
        let mut name = room;
        let mut after = Vec::new();
        for column in Column::AFTER_NAME {
            let wanted = column.columns() + 1;
            if name < NAME.start() + wanted {
                break;
            }
            name -= wanted;
            after.push((*column, column.columns()));
        }
        if let Some((_, commune)) = after.iter_mut().find(|(column, _)| *column == Column::Commune) {
            for (least_name, widest) in [(*NAME.start(), COMMUNE), (*NAME.end(), LONGEST_COMMUNE)] {
                let given = name.saturating_sub(least_name).min(widest - *commune);
                *commune += given;
                name -= given;
            }
        }
        let mut lots = cx.model.board.people().filter_map(|(_, standing)| standing.lot);
        let first = lots.next();
        Self { name, after, with_lot: lots.any(|lot| Some(lot) != first) }
    }

    /// The titles of the columns.
    pub fn titles(&self, cx: &Cx<'_>) -> Vec<Cell> {
        let title = |column: Column| {
            let id = match column {
                Column::Commune if !self.with_lot => "column-commune-only".to_owned(),
                other => format!("column-{}", other.id()),
            };
            cx.words.get(&id).into_owned()
        };
        let after = self.after.iter().map(|(column, columns)| column.cell(title(*column), *columns));
        std::iter::once(Cell::new(title(Column::Name), self.name)).chain(after).collect()
    }

    /// The cells of a person; the letters of the name that answer `search` show.
    pub fn cells(&self, id: PersonId, standing: &Standing, search: &str, cx: &Cx<'_>) -> Vec<Cell> {
        let cell = |(column, columns): &(Column, usize)| {
            column.cell(column.text(id, standing, self.with_lot, cx), *columns)
        };
        let label = who::label_in(id, self.name, cx);
        let found = if search.is_empty() { Vec::new() } else { highlight(&label, search) };
        let name = Cell::new(label, self.name).found(found);
        std::iter::once(name).chain(self.after.iter().map(cell)).collect()
    }
}

/// Sorts people, who come by name, by a column; those whom it does not tell apart stay by name.
pub fn sort(people: &mut [(PersonId, &Standing)], by: Column, is_reversed: bool, cx: &Cx<'_>) {
    match by {
        Column::Name => {}
        // Nobody is more silent than somebody of whom nothing is known.
        Column::Silence => people.sort_by_cached_key(|(_, it)| it.silent_since),
        Column::Next => people.sort_by_cached_key(|(_, it)| {
            let next = it.next_appointment;
            (next.is_none(), next.map(|it| (it.date, it.start)))
        }),
        Column::Months => people.sort_by_cached_key(|(_, it)| Reverse(it.months_in_pathway)),
        Column::Age => people.sort_by_cached_key(|(_, it)| age(it.birth_date, cx.now.today)),
        Column::Lot => people.sort_by_cached_key(|(_, it)| it.lot),
        Column::Commune => {
            let codes = cx.model.board.communes();
            let mut named: Vec<_> = codes.map(|code| (fold::words(&cx.commune(code)), code)).collect();
            named.sort();
            let ranks: HashMap<&str, usize> = named.iter().map(|(_, code)| *code).zip(0..).collect();
            people.sort_by_cached_key(|(_, it)| it.commune.as_deref().map(|code| ranks.get(code)));
        }
        Column::State => people.sort_by_cached_key(|(_, it)| it.pathway),
        Column::Alerts => people.sort_by_cached_key(|(_, it)| {
            it.alerts
                .first
                .map_or((Severity::Low, true, None), |(severity, due)| (severity, false, Some(due)))
        }),
    }
    if is_reversed {
        people.reverse();
    }
}
