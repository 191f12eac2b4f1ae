//! Why (*pourquoi*): the rule, the article, what started the clock, the dates, what clears it.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::domain::dates::sub_days;
use crate::domain::rules::Finding;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::Layer;
use crate::ui::reason;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::clip::{fit, wrap};
use crate::ui::widget::panel;

/// Widest panel, in columns.
const COLUMNS: u16 = 74;
/// Columns of the names of what is told.
const NAMES: usize = 12;

/// The findings of one person, one at a time.
pub struct Why {
    findings: Vec<Finding>,
    shown: usize,
    top: usize,
}

impl Why {
    /// Explains `findings`, that of rank `first` to begin with.
    pub fn new(findings: Vec<Finding>, first: usize) -> Self {
        let shown = first.min(findings.len().saturating_sub(1));
        Self { findings, shown, top: 0 }
    }

    fn show(&mut self, rank: usize) {
        if rank < self.findings.len() {
            (self.shown, self.top) = (rank, 0);
        }
    }

    fn scroll(&mut self, top: usize, cx: &Cx<'_>) {
        let room = usize::from(body_of(cx.size).height.saturating_sub(2));
        let rows = self.lines(columns(body_of(cx.size)), cx).len();
        self.top = top.min(rows.saturating_sub(room));
    }

    fn lines(&self, columns: usize, cx: &Cx<'_>) -> Vec<Line<'static>> {
        let Some(finding) = self.findings.get(self.shown) else { return Vec::new() };
        let explanation = cx.words.explain(finding);
        let heading = format!(
            " {} {} — {}",
            reason::sign(finding.severity).trim_end(),
            explanation.title,
            cx.words.label(finding.status)
        );
        let mut lines = vec![Line::styled(heading, cx.theme.style(reason::role(finding.severity)))];
        lines.push(Line::default());
        let text = wrap(&explanation.why, columns.saturating_sub(2)).into_iter();
        lines.extend(text.map(|line| Line::styled(format!(" {line}"), cx.theme.style(Role::Text))));
        lines.push(Line::default());
        for (name, text) in told(finding, explanation.clears, cx) {
            named(&name, &text, columns, &mut lines, cx);
        }
        if self.findings.len() > 1 {
            let mut args = FluentArgs::new();
            args.set("rank", self.shown + 1);
            args.set("count", self.findings.len());
            lines.push(Line::default());
            let text = format!(" {}", cx.words.with("why-several", &args));
            lines.push(Line::styled(text, cx.theme.style(Role::TextDim)));
        }
        lines
    }
}

/// The rule, the days, what clears it and the thresholds, each with its name.
fn told(finding: &Finding, clears: Vec<String>, cx: &Cx<'_>) -> Vec<(String, String)> {
    let words = cx.words;
    let named = |id: &str, text: String| (words.get(id).into_owned(), text);
    let mut rule = FluentArgs::new();
    rule.set("article", finding.article());
    rule.set("rule", finding.rule());
    rule.set("alert", finding.code.code());
    let start = format!("{}, {}", words.label(finding.starts_with.kind), words.long_date(finding.since()));
    let due = format!("{}, {}", words.long_date(finding.due), reason::lateness(finding, cx));
    let late = if finding.is_strict() { "why-late-strict" } else { "why-late-inclusive" };
    let mut last_day = FluentArgs::new();
    last_day.set("date", words.long_date(sub_days(finding.due, 1)));
    let mut told = vec![
        named("why-rule", words.with("why-rule-is", &rule).into_owned()),
        named("why-start", start),
        named("why-due-date", due),
        named("why-late", words.with(late, &last_day).into_owned()),
    ];
    for (rank, clearing) in clears.into_iter().enumerate() {
        let name = if rank == 0 { words.get("why-clears").into_owned() } else { String::new() };
        told.push((name, clearing));
    }
    for (rank, (key, value)) in finding.parameters.iter().enumerate() {
        let name = if rank == 0 { words.get("why-thresholds").into_owned() } else { String::new() };
        told.push((name, format!("{}, {}", words.label(*key), words.threshold(*key, *value))));
    }
    told
}

/// Adds a name and what it names, wrapped beside it.
fn named(name: &str, text: &str, columns: usize, lines: &mut Vec<Line<'static>>, cx: &Cx<'_>) {
    for (rank, part) in wrap(text, columns.saturating_sub(NAMES + 2).max(10)).into_iter().enumerate() {
        let name = fit(if rank == 0 { name } else { "" }, NAMES);
        lines.push(Line::from(vec![
            Span::styled(format!(" {name}"), cx.theme.style(Role::TextDim)),
            Span::styled(format!(" {part}"), cx.theme.style(Role::Text)),
        ]));
    }
}

fn columns(body: Rect) -> usize {
    usize::from(COLUMNS.min(body.width).saturating_sub(2))
}

impl Layer for Why {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.scroll(self.top, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose | Action::OverlayAccept => return Step::pop(),
            Action::ListDown => self.show(self.shown + 1),
            Action::ListUp => self.show(self.shown.saturating_sub(1)),
            Action::ListPageDown => self.scroll(self.top + 5, cx),
            Action::ListPageUp => self.scroll(self.top.saturating_sub(5), cx),
            _ => {}
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayClose, Action::ListDown]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let lines = self.lines(columns(body), cx);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let name = self.findings.get(self.shown).map(|it| who::label(it.person, cx)).unwrap_or_default();
        let mut args = FluentArgs::new();
        args.set("name", name);
        let title = cx.words.with("why-title", &args).into_owned();
        let inner = panel::open(frame, panel::centred(body, COLUMNS, rows), &title, cx);
        let shown: Vec<Line<'_>> = lines.into_iter().skip(self.top).take(usize::from(inner.height)).collect();
        frame.render_widget(Paragraph::new(shown), inner);
    }
}
