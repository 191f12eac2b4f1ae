//! The pages of a file: what each lists, the form that adds to it, and the line of their names.

use ratatui::text::{Line, Span};

use super::{commission, events, evidence, goals, needs, steps, work};
use crate::domain::file::File;
use crate::domain::id::ObjectId;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{
    BARRIER, CONTACT, EMPLOYMENT, EVIDENCE, GOAL, INTERVIEW, Paper, STEP, SUBMISSION,
};
use crate::ui::theme::Role;
use crate::ui::widget::clip::width;

/// A page of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Where the person stands.
    Summary,
    /// Interviews and appointments.
    Interviews,
    /// Steps.
    Steps,
    /// The shared diagnosis and the obstacles.
    Needs,
    /// Goals agreed.
    Goals,
    /// Jobs and trainings.
    Work,
    /// Pieces of evidence, and what is asked for.
    Evidence,
    /// From the referral to the decision on the entry.
    Candidature,
    /// What goes to the commission and comes back.
    Commission,
    /// Contacts and decisions.
    Events,
    /// Every version of everything.
    History,
}

impl Page {
    /// Every page, in order.
    pub const ALL: [Self; 11] = [
        Self::Summary,
        Self::Interviews,
        Self::Steps,
        Self::Needs,
        Self::Goals,
        Self::Work,
        Self::Evidence,
        Self::Candidature,
        Self::Commission,
        Self::Events,
        Self::History,
    ];

    const fn message(self) -> &'static str {
        match self {
            Self::Summary => "file-page-summary",
            Self::Candidature => "file-page-candidature",
            Self::Interviews => "file-page-interviews",
            Self::Steps => "file-page-steps",
            Self::Needs => "file-page-needs",
            Self::Goals => "file-page-goals",
            Self::Work => "file-page-work",
            Self::Evidence => "file-page-evidence",
            Self::Commission => "file-page-commission",
            Self::Events => "file-page-events",
            Self::History => "file-page-history",
        }
    }

    /// The things that it lists, in its order.
    pub(super) fn things(self, file: &File) -> Vec<ObjectId> {
        match self {
            Self::Summary | Self::Candidature | Self::History => Vec::new(),
            Self::Interviews => file.interviews.iter().rev().map(|it| it.id).collect(),
            Self::Steps => steps::sorted(file).into_iter().map(|it| it.id).collect(),
            Self::Needs => needs::sorted(file).into_iter().map(|it| it.id()).collect(),
            Self::Goals => goals::sorted(file).into_iter().map(|it| it.id).collect(),
            Self::Work => work::sorted(file).into_iter().map(|it| it.id()).collect(),
            Self::Evidence => evidence::sorted(file).map(|it| it.id).collect(),
            Self::Commission => commission::sorted(file).into_iter().map(|it| it.id()).collect(),
            Self::Events => events::sorted(file).into_iter().map(|it| it.id()).collect(),
        }
    }

    /// The form of what it lists.
    pub(super) const fn paper(self) -> &'static Paper {
        match self {
            Self::Summary | Self::Interviews | Self::History => &INTERVIEW,
            Self::Steps => &STEP,
            Self::Needs => &BARRIER,
            Self::Goals => &GOAL,
            Self::Work => &EMPLOYMENT,
            Self::Candidature | Self::Evidence => &EVIDENCE,
            Self::Commission => &SUBMISSION,
            Self::Events => &CONTACT,
        }
    }
}

/// The names of the pages with how much each lists, the one that is shown between brackets. On a
/// line too short for all, the counts of the others go first, then the names furthest from it.
pub(super) fn tabs(shown: Page, file: &File, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let name = |page: Page, is_counted: bool| {
        let name = cx.words.get(page.message());
        match page.things(file).len() {
            count if is_counted && count > 0 => format!("{name} {count}"),
            _ => name.into_owned(),
        }
    };
    let all = |are_counted: bool| Page::ALL.map(|page| name(page, are_counted || page == shown));
    // A space after each name, and the two brackets.
    let taken = |names: &[String]| names.iter().map(|name| width(name) + 1).sum::<usize>() + 2;
    let counted = all(true);
    let names = if taken(&counted) <= columns { counted } else { all(false) };
    let (mut first, mut last) = (0, names.len());
    // A sign at each end says that there is more.
    let signs = |first: usize, last: usize| 2 * usize::from(first > 0) + usize::from(last < Page::ALL.len());
    while taken(&names[first..last]) + signs(first, last) > columns && last - first > 1 {
        let is_far_left = shown as usize - first > last - 1 - shown as usize;
        if is_far_left { first += 1 } else { last -= 1 }
    }
    let dim = cx.theme.style(Role::TextDim);
    let mut spans = vec![Span::styled(if first > 0 { "‹ " } else { "" }, dim)];
    for (page, name) in Page::ALL.into_iter().zip(names).take(last).skip(first) {
        spans.push(if page == shown {
            Span::styled(format!("[{name}]"), cx.theme.style(Role::Title))
        } else {
            Span::styled(name, dim)
        });
        spans.push(Span::raw(" "));
    }
    spans.push(Span::styled(if last < Page::ALL.len() { "›" } else { "" }, dim));
    Line::from(spans)
}
