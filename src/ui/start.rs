//! The doors: which screens the application opens by itself, and where its places lead.

use super::action::Action;
use super::cx::Cx;
use super::doors::Doors;
use super::layer::Why;
use super::quick;
use super::screen::agenda::AgendaScreen;
use super::screen::caseload::CaseloadScreen;
use super::screen::closing::Closing;
use super::screen::commission::CommissionScreen;
use super::screen::due::DueScreen;
use super::screen::exchange::ExchangeScreen;
use super::screen::figures::BilanScreen;
use super::screen::figures::quality::QualityScreen;
use super::screen::file::FileScreen;
use super::screen::import::ImportScreen;
use super::screen::office::{OfficeScreen, Page};
use super::screen::retention::RetentionScreen;
use super::screen::today::Today;
use super::screen::unlock::Unlock;
use super::screen::{Screen, ways};
use super::step::Step;
use crate::domain::id::PersonId;

/// The screens of Jalon.
pub const fn doors() -> Doors {
    Doors { locked, home, resume: ways::resume, file, closing, act, available }
}

fn locked(_cx: &Cx<'_>) -> Box<dyn Screen> {
    Box::new(Unlock::default())
}

fn home(cx: &Cx<'_>) -> Box<dyn Screen> {
    Box::new(Today::new(cx))
}

fn file(person: PersonId, _cx: &Cx<'_>) -> Box<dyn Screen> {
    Box::new(FileScreen::open(person))
}

fn closing(cx: &Cx<'_>) -> Option<Box<dyn Screen>> {
    Closing::new(cx).map(|page| Box::new(page) as Box<dyn Screen>)
}

fn act(action: Action, cx: &Cx<'_>) -> Step {
    match action {
        Action::CaseloadOpen => Step::push(CaseloadScreen::new(cx)),
        Action::DueOpen => Step::push(DueScreen::new(cx)),
        Action::AgendaOpen => Step::push(AgendaScreen::new(cx)),
        Action::OfficeOpen => Step::push(OfficeScreen::open_at(Page::Absences)),
        Action::CommissionOpen => Step::push(CommissionScreen::new(cx)),
        Action::BilanOpen => Step::push(BilanScreen::new(cx)),
        Action::QualityOpen => Step::push(QualityScreen::new(cx)),
        Action::ExchangeOpen => Step::push(ExchangeScreen::new()),
        Action::ImportOpen => Step::push(ImportScreen::new(cx)),
        Action::RetentionOpen => Step::push(RetentionScreen::default()),
        Action::ReferralNew => ways::new_referral(cx),
        Action::SearchOpen => ways::search(cx),
        Action::QuickOpen => quick::open(cx),
        _ => Step::stay(),
    }
}

fn available(action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
    match action {
        Action::HomeOpen
        | Action::CaseloadOpen
        | Action::DueOpen
        | Action::AgendaOpen
        | Action::OfficeOpen
        | Action::CommissionOpen
        | Action::BilanOpen
        | Action::QualityOpen
        | Action::ExchangeOpen
        | Action::ImportOpen
        | Action::RetentionOpen
        | Action::ReferralNew
        | Action::SearchOpen
        | Action::QuickOpen => Ok(()),
        _ => Err(Why("why-elsewhere")),
    }
}
