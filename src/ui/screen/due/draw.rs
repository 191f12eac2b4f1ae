//! The findings, drawn: the day looked at, rules, and people under them.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::text::{Line, Span};

use crate::domain::rules::{AlertCode, Finding, Severity, StationAlert, StationFinding, Status};
use crate::ui::board::Count;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::clip;
use crate::ui::{reason, who};

/// Columns of the word that tells due from soon.
const STATUS: usize = 9;
/// Columns of a name.
const NAME: usize = 21;

/// The day that is looked at, and how far it is.
pub fn banner(day: NaiveDate, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let days = (day - cx.now.today).num_days();
    let mut args = FluentArgs::new();
    args.set("date", cx.words.long_date(day));
    args.set("span", cx.words.days(days));
    let (id, role) = match days {
        0 => ("due-today", Role::Accent),
        1.. => ("due-ahead", Role::Soon),
        ..0 => ("due-back", Role::Soon),
    };
    let said = clip(&cx.words.with(id, &args), columns).into_owned();
    reason::with_signs(Line::from(Span::styled(said, cx.theme.style(role))), columns, cx)
}

/// The day that is being made ready.
pub fn turning(day: NaiveDate, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let mut args = FluentArgs::new();
    args.set("date", cx.words.long_date(day));
    let said = clip(&cx.words.with("due-turning", &args), columns).into_owned();
    Line::styled(said, cx.theme.style(Role::Soon))
}

/// A rule: its alert, its article, how many hold and how many will soon.
pub fn rule(code: AlertCode, count: Count, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    headed(cx.words.alert(code), code.article(), count, columns, cx)
}

/// The same, of an alert about the station.
pub fn station_rule(code: StationAlert, count: Count, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    headed(cx.words.label(code).into_owned(), code.article(), count, columns, cx)
}

fn headed(alert: String, article: &'static str, count: Count, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let mut args = FluentArgs::new();
    args.set("alert", alert);
    args.set("article", article);
    args.set("due", count.due);
    args.set("soon", count.soon);
    Line::styled(clip(&cx.words.with("due-rule", &args), columns).into_owned(), cx.theme.style(Role::Title))
}

/// Why, for what is due; when, for what is soon: under its rule that is what one looks for.
fn told(finding: &Finding, cx: &Cx<'_>) -> String {
    match finding.status {
        Status::Due => cx.words.reason(finding),
        Status::Soon => {
            let mut args = FluentArgs::new();
            args.set("date", cx.words.date(finding.due));
            args.set("lateness", reason::lateness(finding, cx));
            cx.words.with("due-soon-on", &args).into_owned()
        }
    }
}

/// One finding: the word, the sign, whom it is about, why.
pub fn finding(finding: &Finding, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let rest = columns.saturating_sub(MARK_COLUMNS + 3 + STATUS + 1 + NAME + 1);
    let role = match finding.status {
        Status::Due => reason::role(finding.severity),
        Status::Soon => reason::role(Severity::Low),
    };
    let cells = vec![
        Cell::new(who::label_in(finding.person, NAME, cx), NAME),
        Cell::new(cx.words.label(finding.status), STATUS).role(role),
        Cell::new(told(finding, cx), rest).role(role),
    ];
    let mut line = cells::line(cells, is_selected, cx);
    let sign = format!("{} ", reason::sign(finding.severity));
    line.spans.insert(1, Span::styled(sign, cx.theme.style(role)));
    line
}

/// One finding about the station: whose name stands where that of a person does.
pub fn station(finding: &StationFinding, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let rest = columns.saturating_sub(MARK_COLUMNS + 3 + STATUS + 1 + NAME + 1);
    let role = reason::role(finding.severity);
    let cells = vec![
        Cell::new(cx.words.get("office-title").into_owned(), NAME),
        Cell::new(cx.words.label(finding.status), STATUS).role(role),
        Cell::new(cx.words.station_reason(finding), rest).role(role),
    ];
    let mut line = cells::line(cells, is_selected, cx);
    line.spans.insert(1, Span::styled(format!("{} ", reason::sign(finding.severity)), cx.theme.style(role)));
    line
}
