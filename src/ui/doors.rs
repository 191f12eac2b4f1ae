//! The screens that the application opens by itself: the kit knows when, not which.

use super::action::Action;
use super::cx::Cx;
use super::layer::Why;
use super::screen::Screen;
use super::step::Step;
use crate::domain::id::PersonId;
use crate::usecase::outcome::KeptDraft;

/// Where the application finds its screens.
#[derive(Clone, Copy)]
pub struct Doors {
    /// What is shown while the station is closed: at start and after a lock.
    pub locked: fn(&Cx<'_>) -> Box<dyn Screen>,
    /// What is shown once it is open.
    pub home: fn(&Cx<'_>) -> Box<dyn Screen>,
    /// Takes up a draft where it was left, if it was not left on purpose.
    pub resume: fn(&KeptDraft, &Cx<'_>) -> Option<Step>,
    /// The file of a person: where one comes back to when it was open before a lock.
    pub file: fn(PersonId, &Cx<'_>) -> Box<dyn Screen>,
    /// What is shown once before leaving; `None` when there is nothing to say.
    pub closing: fn(&Cx<'_>) -> Option<Box<dyn Screen>>,
    /// Performs a global action that the kit leaves to the screens: places, quick line, search.
    /// A step that pushes a screen for a place replaces whatever stands above home.
    pub act: fn(Action, &Cx<'_>) -> Step,
    /// Whether such an action can be done now.
    pub available: fn(Action, &Cx<'_>) -> Result<(), Why>,
}
