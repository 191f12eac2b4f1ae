//! The pages of the station's own side: what each lists, and the form that adds to it.

use ratatui::text::{Line, Span};

use crate::domain::file::Current;
use crate::domain::id::ObjectId;
use crate::domain::office::{
    Absence, CommissionSession, Designation, Kept, Meeting, Office, OfficeBody, Structure, UnmetNeed,
    Workshop,
};
use crate::ui::cx::Cx;
use crate::ui::form::specs::Paper;
use crate::ui::form::specs::office::{ABSENCE, DESIGNATION, MEETING, SESSION, STRUCTURE, UNMET_NEED};
use crate::ui::theme::Role;
use crate::ui::widget::clip::width;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Absences of the counsellor.
    Absences,
    /// Meetings and trainings.
    Meetings,
    /// Needs that the local offer does not meet.
    Needs,
    /// Structures of which the counsellor is the single contact.
    Designations,
    /// Workshops.
    Workshops,
    /// Prescribers, partners, employers.
    Directory,
    /// Sessions of the commission.
    Sessions,
    /// Every version of everything.
    History,
}

/// One thing of a page.
pub(super) struct Listed {
    pub(super) id: ObjectId,
    pub(super) body: OfficeBody,
}

impl Page {
    /// Every page, in order.
    pub const ALL: [Self; 8] = [
        Self::Absences,
        Self::Meetings,
        Self::Needs,
        Self::Designations,
        Self::Workshops,
        Self::Directory,
        Self::Sessions,
        Self::History,
    ];

    const fn message(self) -> &'static str {
        match self {
            Self::Absences => "office-page-absences",
            Self::Meetings => "office-page-meetings",
            Self::Needs => "office-page-needs",
            Self::Designations => "office-page-designations",
            Self::Workshops => "office-page-workshops",
            Self::Directory => "office-page-directory",
            Self::Sessions => "office-page-sessions",
            Self::History => "office-page-history",
        }
    }

    /// What an empty page says.
    pub(super) const fn empty(self) -> &'static str {
        match self {
            Self::Absences => "office-empty-absences",
            Self::Meetings => "office-empty-meetings",
            Self::Needs => "office-empty-needs",
            Self::Designations => "office-empty-designations",
            Self::Workshops => "office-empty-workshops",
            Self::Directory => "office-empty-directory",
            Self::Sessions => "office-empty-sessions",
            Self::History => "office-empty-history",
        }
    }

    /// The form of what it lists.
    pub(super) const fn paper(self) -> Option<&'static Paper> {
        match self {
            Self::Absences => Some(&ABSENCE),
            Self::Meetings => Some(&MEETING),
            Self::Needs => Some(&UNMET_NEED),
            Self::Designations => Some(&DESIGNATION),
            Self::Directory => Some(&STRUCTURE),
            Self::Sessions => Some(&SESSION),
            // A workshop begins with those who are marked in the caseload.
            Self::Workshops | Self::History => None,
        }
    }

    /// How many things it lists.
    pub(super) fn count(self, office: &Office) -> usize {
        match self {
            Self::Absences => office.absences.len(),
            Self::Meetings => office.meetings.len(),
            Self::Needs => office.unmet_needs.len(),
            Self::Designations => office.designations.len(),
            Self::Workshops => office.workshops.len(),
            Self::Directory => office.structures.len(),
            Self::Sessions => office.sessions.len(),
            Self::History => 0,
        }
    }

    /// The things that it lists, in its order: the latest first, the directory by name.
    pub(super) fn things(self, office: &Office) -> Vec<Listed> {
        fn latest_first<T: Kept>(office: &Office) -> Vec<Listed> {
            let listed = |it: &Current<T>| Listed { id: it.id, body: it.value.clone().into_office() };
            T::list(office).iter().rev().map(listed).collect()
        }
        match self {
            Self::Absences => latest_first::<Absence>(office),
            Self::Meetings => latest_first::<Meeting>(office),
            Self::Needs => latest_first::<UnmetNeed>(office),
            Self::Designations => latest_first::<Designation>(office),
            Self::Workshops => latest_first::<Workshop>(office),
            Self::Sessions => latest_first::<CommissionSession>(office),
            Self::Directory => {
                let mut structures: Vec<_> = office.structures.iter().collect();
                structures.sort_by_cached_key(|it| it.value.name.to_lowercase());
                let listed = |it: &Current<_>| {
                    let value: Structure = Clone::clone(&it.value);
                    Listed { id: it.id, body: value.into_office() }
                };
                structures.into_iter().map(listed).collect()
            }
            Self::History => Vec::new(),
        }
    }
}

/// The names of the pages, each with how much it lists where there is room, the one that is shown between
/// brackets. On a line too short for all, those furthest from it go first.
pub(super) fn tabs(shown: Page, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let office = &cx.model.caseload.office;
    let name = |page: Page, is_counted: bool| {
        let name = cx.words.get(page.message());
        match page.count(office) {
            count if is_counted && count > 0 => format!("{name} {count}"),
            _ => name.into_owned(),
        }
    };
    let taken = |names: &[String]| names.iter().map(|name| width(name) + 1).sum::<usize>() + 2;
    let counted = Page::ALL.map(|page| name(page, true));
    let names =
        if taken(&counted) <= columns { counted } else { Page::ALL.map(|page| name(page, page == shown)) };
    let (mut first, mut last) = (0, names.len());
    let signs = |first: usize, last: usize| 2 * usize::from(first > 0) + usize::from(last < names.len());
    while taken(&names[first..last]) + signs(first, last) > columns && last - first > 1 {
        let is_far_left = shown as usize - first > last - 1 - shown as usize;
        if is_far_left { first += 1 } else { last -= 1 }
    }
    let dim = cx.theme.style(Role::TextDim);
    let mut spans = vec![Span::styled(if first > 0 { "‹ " } else { "" }, dim)];
    for (page, name) in Page::ALL.into_iter().zip(names.iter()).take(last).skip(first) {
        spans.push(if page == shown {
            Span::styled(format!("[{name}]"), cx.theme.style(Role::Title))
        } else {
            Span::styled(name.clone(), dim)
        });
        spans.push(Span::raw(" "));
    }
    spans.push(Span::styled(if last < names.len() { "›" } else { "" }, dim));
    Line::from(spans)
}
