//! Views: what the caseload is narrowed to and sorted by, kept under a name in the settings of the
//! station, which are sealed like everything else.

use fluent_bundle::FluentArgs;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::facet::{Facets, Followed};
use crate::ui::cx::Cx;
use crate::usecase::request::Request;

/// Preference: the views of this station.
const KEPT: &str = "caseload-views";
/// Most views that a station keeps.
pub const MOST: usize = 40;
/// Longest name of a view, in characters.
pub const LONGEST_NAME: usize = 40;

/// A search, facets and a sort.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shape {
    /// What is searched; empty for nothing.
    #[serde(default)]
    pub search: String,
    /// What it is narrowed to.
    #[serde(default)]
    pub facets: Facets,
    /// What it is sorted by.
    pub sort: Column,
    /// Whether the sort is the other way round.
    #[serde(default)]
    pub is_reversed: bool,
}

/// A shape of the list under a name.
#[derive(Clone, Serialize, Deserialize)]
pub struct View {
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub shape: Shape,
    /// Whether Jalon brings it: it is neither renamed nor removed.
    #[serde(skip)]
    pub is_built_in: bool,
}

impl View {
    /// A view of one's own.
    pub fn new(name: &str, shape: Shape) -> Self {
        Self { name: name.trim().chars().take(LONGEST_NAME).collect(), shape, is_built_in: false }
    }

    /// Its name as it is read in a list of other things.
    pub fn label(&self, cx: &Cx<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("name", self.name.clone());
        cx.words.with("view-label", &args).into_owned()
    }
}

/// Every view: those of the station by name, then those that Jalon brings.
pub fn all(cx: &Cx<'_>) -> Vec<View> {
    let everyone = Facets { followed: Followed::Everyone, ..Facets::default() };
    let built_in = [
        ("view-silent", Column::Silence, Facets::default()),
        ("view-pressing", Column::Alerts, Facets::default()),
        ("view-appointments", Column::Next, Facets::default()),
        ("view-everyone", Column::Name, everyone),
    ];
    let built_in = built_in.map(|(id, sort, facets)| View {
        name: cx.words.get(id).into_owned(),
        shape: Shape { sort, facets, ..Shape::default() },
        is_built_in: true,
    });
    own(cx).into_iter().chain(built_in).collect()
}

/// The views of the station. What an older or newer Jalon wrote otherwise is passed over.
pub fn own(cx: &Cx<'_>) -> Vec<View> {
    let kept = cx.model.remembered.get(KEPT);
    let read: Vec<serde_json::Value> =
        kept.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
    let mut views: Vec<View> = read.into_iter().filter_map(|it| serde_json::from_value(it).ok()).collect();
    views.sort_by_key(|view| crate::search::fold::words(&view.name));
    views
}

/// Keeps these views, in the place of those that there were.
pub fn keep(views: &[View]) -> Request {
    let value = serde_json::to_vec(views).expect("names, codes and text");
    Request::Remember { name: KEPT.to_owned(), value }
}
