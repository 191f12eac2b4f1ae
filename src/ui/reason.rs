//! A finding as lists show it: a sign that needs no colour, and how late it is.

use fluent_bundle::FluentArgs;

use ratatui::text::{Line, Span};

use super::cx::Cx;
use super::theme::Role;
use crate::domain::rules::{Finding, Severity, Status};

/// How late it is, or how soon: "depuis 41 jours", "dans 9 jours".
pub fn lateness(finding: &Finding, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("span", cx.words.days(finding.days));
    let id = match finding.status {
        Status::Due if finding.days == 0 => "lateness-today",
        Status::Due => "lateness-due",
        Status::Soon => "lateness-soon",
    };
    cx.words.with(id, &args).into_owned()
}

/// The sign of a severity: it can be told without colours.
pub const fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "!!",
        Severity::High => "! ",
        Severity::Medium => "* ",
        Severity::Low => "~ ",
    }
}

/// How a severity looks.
pub const fn role(severity: Severity) -> Role {
    match severity {
        Severity::Critical => Role::Danger,
        Severity::High => Role::Overdue,
        Severity::Medium => Role::Text,
        Severity::Low => Role::Soon,
    }
}

/// What the signs mean, the most pressing first: what the help tells.
pub fn signs(cx: &Cx<'_>) -> (&'static str, String) {
    ("!! ! * ~", cx.words.get("signs-in-order").into_owned())
}

/// The line, and at its end what the signs under it mean if there is room to tell.
pub fn with_signs(line: Line<'static>, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let mut spans = Vec::new();
    for severity in Severity::ALL {
        let word = cx.words.get(&format!("sign-{}", severity.code()));
        spans
            .push(Span::styled(format!("  {}", sign(*severity).trim_end()), cx.theme.style(role(*severity))));
        spans.push(Span::styled(format!(" {word}"), cx.theme.style(Role::TextDim)));
    }
    let wide: usize = spans.iter().map(Span::width).sum();
    let Some(gap) = columns.checked_sub(line.width() + wide) else { return line };
    let mut whole = line;
    whole.push_span(Span::raw(" ".repeat(gap)));
    whole.extend(spans);
    whole
}
