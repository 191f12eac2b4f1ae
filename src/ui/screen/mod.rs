//! What a screen is, beyond a [`Layer`]. Concrete screens stand beside this file, one each.

pub mod agenda;
mod ask_path;
pub mod attach;
pub mod attendance;
pub mod caseload;
pub mod closing;
pub mod commission;
pub mod due;
pub mod exchange;
pub mod exit;
pub mod figures;
pub mod file;
pub mod first_run;
pub mod form;
pub mod import;
pub mod office;
mod path;
pub mod person_pane;
pub mod print;
pub mod retention;
pub mod rights;
pub mod terminal_check;
pub mod today;
pub mod transfer;
pub mod unlock;
pub mod ways;

use super::cx::Cx;
use super::layer::Layer;
use super::step::Step;
use crate::domain::id::PersonId;

/// One page of the application.
pub trait Screen: Layer {
    /// Its name in the top line.
    fn title(&self, cx: &Cx<'_>) -> String;

    /// Whose file is open: name, birth date and commune stay on the top line.
    fn subject(&self) -> Option<PersonId> {
        None
    }

    /// It was just opened.
    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }
}
