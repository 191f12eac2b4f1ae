//! A real station in a temporary folder, and doors that lead to files and forms, for the flows of
//! forms: what they save is on a disk, and what they left is found again.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};
use jalon::crypto::KdfCost;
use jalon::domain::body::Body;
use jalon::domain::codes::{Lot, StationRole};
use jalon::domain::file::File;
use jalon::domain::id::PersonId;
use jalon::domain::now::Now;
use jalon::journal::fold::Caseload;
use jalon::ui::action::{Action, Scope};
use jalon::ui::cx::Cx;
use jalon::ui::doors::Doors;
use jalon::ui::effect::Slot;
use jalon::ui::layer::Layer;
use jalon::ui::screen::Screen;
use jalon::ui::screen::file::FileScreen;
use jalon::ui::step::Step;
use jalon::usecase::outcome::{KeptDraft, Outcome};
use jalon::usecase::request::{Change, Request, Save, SetUp};
use jalon::usecase::session::Session;
use jalon::usecase::worker::{Place, Worker};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::support::harness::{Harness, Setup};
use crate::support::stretch::ground;

/// The day on which flows take place: a Thursday.
pub const TODAY: &str = "2026-03-12";

/// A date written `aaaa-mm-jj`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn noon() -> Now {
    let today = day(TODAY);
    Now { at: today.and_time(NaiveTime::from_hms_opt(12, 0, 0).expect("noon")).and_utc(), today }
}

/// An open station.
#[derive(Clone)]
pub struct Station {
    _folder: Rc<tempfile::TempDir>,
    worker: Rc<RefCell<Worker>>,
}

impl Station {
    /// A station without anybody.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { data: folder.path().join("poste"), state: folder.path().join("repère") };
        let set_up = SetUp {
            role: StationRole::Counsellor,
            name: "Claire Morel".to_owned(),
            lots: vec![Lot::L6],
            passphrase: "lierre corbeau tunnel velours girafe".to_owned().into(),
        };
        let cost = KdfCost::floor_for_tests();
        let session = Session::set_up_on(ground(), &place, set_up, cost, noon()).expect("a station");
        let worker = Worker::with_session(place, || Ok(KdfCost::floor_for_tests()), session).on(ground());
        Self { _folder: Rc::new(folder), worker: Rc::new(RefCell::new(worker)) }
    }

    /// Writes a person and what is known of them, in one act; says who it is.
    pub fn add(&self, person: Body, rest: Vec<Body>) -> PersonId {
        let change = |person, body| Change { person, replaces: None, body: Some(body) };
        let saved = self.save(vec![change(None, person)]);
        let Outcome::Saved(patch) = saved else { unreachable!("{saved:?}") };
        let person = patch.files[0].0;
        if !rest.is_empty() {
            let saved = self.save(rest.into_iter().map(|body| change(Some(person), body)).collect());
            assert!(matches!(saved, Outcome::Saved(_)), "{saved:?}");
        }
        person
    }

    fn save(&self, changes: Vec<Change>) -> Outcome {
        let save = Save { changes, draft: None, confirmed: true };
        self.ask(Request::Save(Box::new(save)))
    }

    /// Asks the station as the screens do.
    pub fn ask(&self, request: Request) -> Outcome {
        self.worker.borrow_mut().answer(request, noon())
    }

    /// Everything that the station holds.
    pub fn caseload(&self) -> Caseload {
        let looked = self.ask(Request::Look);
        let Outcome::Opened(opened) = looked else { unreachable!("{looked:?}") };
        opened.caseload
    }

    /// What was being typed.
    pub fn drafts(&self) -> Vec<KeptDraft> {
        let looked = self.ask(Request::Look);
        let Outcome::Opened(opened) = looked else { unreachable!("{looked:?}") };
        opened.drafts
    }

    /// A person's file as it is on the disk.
    pub fn file(&self, person: PersonId) -> File {
        File::clone(&self.caseload().files[&person])
    }

    /// A new application on this station: what a kill, then a new start, would find.
    pub fn harness(&self) -> Setup {
        let station = self.clone();
        Harness::new(doors()).worker(move |request| station.ask(request)).today(TODAY)
    }
}

/// Opens the station, which is open already.
struct Door;

impl Layer for Door {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Locked]
    }

    fn act(&mut self, _action: Action, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn draw(&self, _frame: &mut Frame<'_>, _body: Rect, _cx: &Cx<'_>) {}
}

impl Screen for Door {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Jalon".to_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay().ask(Slot(0), Request::Look)
    }
}

/// A first screen from which the first file opens.
struct Home;

impl Layer for Home {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match (action, cx.model.caseload.files.keys().next()) {
            (Action::ListOpen, Some(person)) => Step::push(FileScreen::open(*person)),
            _ => Step::stay(),
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, _cx: &Cx<'_>) {
        frame.render_widget("accueil", body);
    }
}

impl Screen for Home {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Accueil".to_owned()
    }
}

fn doors() -> Doors {
    Doors {
        locked: |_| Box::new(Door),
        home: |_| Box::new(Home),
        resume: jalon::ui::screen::ways::resume,
        file: |person, _| Box::new(jalon::ui::screen::file::FileScreen::open(person)),
        closing: |_| None,
        act: |action, cx| match action {
            Action::QuickOpen => jalon::ui::quick::open(cx),
            Action::ReferralNew => jalon::ui::screen::ways::new_referral(cx),
            _ => Step::stay(),
        },
        available: |_, _| Ok(()),
    }
}
