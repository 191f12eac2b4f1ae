//! ui

mod forms_habits;
mod forms_quick;
