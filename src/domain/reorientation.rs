//! Where each person goes once the contract is over (*réorientation*): during its last year the provider
//! organises it for everybody whom it supports (art. 9-3-4, R9.3.4-06).

use chrono::NaiveDate;

use super::as_of::Day as _;
use super::state::{Fact, State};

/// What is known, on a day, of where somebody of the file active goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reorientation<'a> {
    /// Their adhesion.
    pub adhesion: Fact,
    /// The scheme, once it is agreed; `None` while it is to be organised.
    pub destination: Option<&'a str>,
    /// Day on which it was agreed, where that is said.
    pub agreed_on: Option<NaiveDate>,
}

impl<'a> Reorientation<'a> {
    /// That of the person as of the day of the state; `None` for who is not in the file active.
    pub fn of(state: &State<'a>) -> Option<Self> {
        let adhesion = state.period.adhesion.filter(|_| state.is_in_file_active())?;
        let enrolment = state.period.enrolment.map(|it| &it.value);
        let agreed_on = enrolment.and_then(|it| it.destination_on);
        let has_come = agreed_on.is_none_or(|day| state.as_of().has_come(day));
        let destination = enrolment.and_then(|it| it.destination.as_deref()).filter(|_| has_come);
        Some(Self { adhesion, destination, agreed_on: agreed_on.filter(|_| destination.is_some()) })
    }
}

/// How many people have a destination, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Completion {
    /// Those who have one.
    pub directed: usize,
    /// Everybody of the file active.
    pub people: usize,
}

impl Completion {
    /// That of these people.
    pub fn of(people: &[Reorientation<'_>]) -> Self {
        let directed = people.iter().filter(|it| it.destination.is_some()).count();
        Self { directed, people: people.len() }
    }

    /// In whole percents, rounded down: 100 means everybody. Nobody left to direct is 100 too.
    pub fn percents(self) -> usize {
        (self.directed * 100).checked_div(self.people).unwrap_or(100)
    }
}
