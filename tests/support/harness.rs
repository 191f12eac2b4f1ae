//! The application on a terminal made of memory: keys in, screens and requests out.
//!
//! ```text
//! let mut h = Harness::new(doors()).worker(|request| …).start();
//! h.at("2026-03-12").press("f").type_text("nadia").press("enter");
//! assert!(h.screen().contains("BENALI Nadia"));
//! ```
//! Effects are answered at once, in order, by the worker given (a closure, or the real one on a
//! store in a temporary directory). Time stands still unless a test moves it. Behaviour is
//! tested by action (`act`), keys only where the default keymap itself is the subject.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use jalon::domain::now::Now;
use jalon::i18n::{Language, Words};
use jalon::ui::action::Action;
use jalon::ui::app::{App, Settings};
use jalon::ui::doors::Doors;
use jalon::ui::effect::Effect;
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::keymap::key::Key;
use jalon::ui::terminal::learnt::{Learnt, Shown};
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::Request;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Size};

use super::styled;

type Worker = Box<dyn FnMut(Request) -> Outcome>;

/// How the application is set up; then [`Setup::start`].
pub struct Setup {
    settings: Settings,
    worker: Worker,
    today: NaiveDate,
    shown: Shown,
    has_tour: bool,
}

impl Setup {
    /// The language of the words; French unless said otherwise.
    pub fn language(mut self, language: Language) -> Self {
        self.settings.words = Words::new(language);
        self
    }

    /// The window; 80 × 24 unless said otherwise.
    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.settings.size = Size { width, height };
        self
    }

    /// A theme by its name; dark, in sixteen colours, unless said otherwise.
    pub fn theme(mut self, name: &str, depth: Depth) -> Self {
        self.settings.theme = Theme::embedded(name, depth);
        self
    }

    /// Another keymap than the embedded one.
    pub fn keymap(mut self, keymap: Keymap) -> Self {
        self.settings.keymap = keymap;
        self
    }

    /// A demonstration.
    pub fn demo(mut self) -> Self {
        self.settings.is_demo = true;
        self
    }

    /// A demonstration that is opened for the first time.
    pub fn first_demo(mut self) -> Self {
        self.has_tour = true;
        self.demo()
    }

    /// The day on which it starts; 12 March 2026, a Thursday, unless said otherwise.
    pub fn today(mut self, date: &str) -> Self {
        self.today = date.parse().expect("a date");
        self
    }

    /// On a terminal of which this is known; everything, unless said otherwise.
    pub fn on(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }

    /// Who answers requests.
    pub fn worker(mut self, worker: impl FnMut(Request) -> Outcome + 'static) -> Self {
        self.worker = Box::new(worker);
        self
    }

    /// Starts the application and draws its first frame.
    pub fn start(self) -> Harness {
        let Size { width, height } = self.settings.size;
        let app = App::new(self.settings).on(self.shown);
        let mut harness = Harness {
            app: if self.has_tour { app.with_tour() } else { app },
            terminal: Terminal::new(TestBackend::new(width, height)).expect("memory"),
            worker: self.worker,
            now: noon(self.today),
            requests: Vec::new(),
            has_quit: false,
            is_holding: false,
            waiting: Vec::new(),
            learnt: None,
        };
        let effects = harness.app.start(harness.now);
        harness.answer(effects);
        harness.draw();
        harness
    }
}

/// A running application.
pub struct Harness {
    app: App,
    terminal: Terminal<TestBackend>,
    worker: Worker,
    now: Now,
    requests: Vec<Request>,
    has_quit: bool,
    is_holding: bool,
    waiting: Vec<Effect>,
    learnt: Option<Learnt>,
}

impl Harness {
    /// Sets up an application with these screens and a worker that remembers and locks, no more.
    #[expect(clippy::new_ret_no_self, reason = "a test reads Harness::new(…).start()")]
    pub fn new(doors: Doors) -> Setup {
        let settings = Settings {
            words: Words::new(Language::French),
            theme: Theme::embedded("dark", Depth::Sixteen),
            keymap: Keymap::embedded(),
            lock_after: TimeDelta::minutes(5),
            doors,
            is_demo: false,
            size: Size { width: 80, height: 24 },
        };
        let worker = |request| match request {
            Request::Lock => Outcome::Locked,
            Request::KeepDraft { key, .. } => Outcome::DraftKept(key),
            Request::DropDraft(key) => Outcome::DraftDropped(key),
            Request::Remember { .. } => Outcome::Remembered,
            other => unreachable!("this test gave no worker for {other:?}"),
        };
        let today = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a date");
        Setup { settings, worker: Box::new(worker), today, shown: Shown::default(), has_tour: false }
    }

    /// Moves to noon of a day; nothing happens until the next key.
    pub fn at(&mut self, date: &str) -> &mut Self {
        self.now = noon(date.parse().expect("a date"));
        self
    }

    /// Lets seconds pass, and the timer that the application asked for elapse.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now.at += TimeDelta::seconds(seconds);
        self.event(Event::Wake)
    }

    /// Presses keys, in the notation of keymap files: `"ctrl-s"`, `"g a"`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.event(Event::Key(key.parse::<Key>().expect("a key")));
        }
        self
    }

    /// Types a text letter by letter.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(Event::Key(Key::char(c)));
        }
        self
    }

    /// Pastes a text in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()))
    }

    /// Does an action by its name, whatever its key.
    pub fn act(&mut self, action: Action) -> &mut Self {
        let mut effects = Vec::new();
        self.app.perform(action, self.now, &mut effects);
        self.answer(effects);
        self.draw();
        self
    }

    /// Gives the window another size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.event(Event::Resize(Size { width, height }))
    }

    /// Sends any event.
    pub fn event(&mut self, event: Event) -> &mut Self {
        let effects = self.app.update(event, self.now);
        self.answer(effects);
        self.draw();
        self
    }

    /// From now on answers wait for [`Harness::release`], as when the disk is slow.
    pub fn hold_answers(&mut self) -> &mut Self {
        self.is_holding = true;
        self
    }

    /// Answers everything that waits.
    pub fn release(&mut self) -> &mut Self {
        self.is_holding = false;
        let waiting = std::mem::take(&mut self.waiting);
        self.answer(waiting);
        self.draw();
        self
    }

    /// The screen as text, without trailing spaces.
    pub fn screen(&self) -> String {
        styled::text(self.terminal.backend().buffer())
    }

    /// The screen with its styles, for snapshots.
    pub fn styled(&self) -> String {
        styled::with_runs(self.terminal.backend().buffer())
    }

    /// One row of the screen, from 0.
    pub fn row(&self, row: usize) -> String {
        self.screen().lines().nth(row).unwrap_or_default().to_owned()
    }

    /// Where the terminal's cursor stands, if it shows.
    pub fn cursor(&mut self) -> Option<Position> {
        let backend = self.terminal.backend_mut();
        backend.cursor_visible().then(|| backend.cursor_position())
    }

    /// Every request so far.
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// The requests since the last time they were taken.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// What trying the terminal out has taught.
    pub fn learnt(&self) -> Option<Learnt> {
        self.learnt
    }

    /// Whether the application has quit.
    pub fn has_quit(&self) -> bool {
        self.has_quit
    }

    /// The application itself.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The present of the test.
    pub fn now(&self) -> Now {
        self.now
    }

    fn answer(&mut self, effects: Vec<Effect>) {
        let mut queue = std::collections::VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            match effect {
                Effect::Quit => self.has_quit = true,
                Effect::Write(_) => {}
                Effect::Learn(learnt) => self.learnt = Some(learnt),
                Effect::Run(..) if self.is_holding => self.waiting.push(effect),
                Effect::Run(ticket, request) => {
                    self.requests.push(request.clone());
                    let outcome = (self.worker)(request);
                    queue.extend(self.app.update(Event::Done(ticket, outcome), self.now));
                }
            }
        }
    }

    fn draw(&mut self) {
        let Self { app, terminal, now, .. } = self;
        if app.take_redraw() {
            terminal.draw(|frame| app.draw(frame, *now)).expect("memory");
        }
    }
}

fn noon(date: NaiveDate) -> Now {
    Now { at: date.and_time(NaiveTime::from_hms_opt(12, 0, 0).expect("noon")).and_utc(), today: date }
}
