//! The application on a window of which every byte is counted, with a caseload in memory. It draws
//! through the real backend; who answers is not the worker but this, so that what is measured is
//! what the screens do.

pub mod people;

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use jalon::clock::instant;
use jalon::domain::body::Body;
use jalon::domain::file::{Current, EntryId};
use jalon::domain::id::{ObjectId, StationId};
use jalon::domain::now::Now;
use jalon::i18n::{Language, Words};
use jalon::journal::fold::Caseload;
use jalon::ui::app::{App, Settings};
use jalon::ui::effect::Effect;
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::keymap::key::Key;
use jalon::ui::start;
use jalon::ui::terminal::wiping::Wiping;
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::outcome::{Opened, Outcome, Patch, UndoState};
use jalon::usecase::request::{Request, Save};
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use rustix::time::{ClockId, clock_gettime};

/// The window of the design.
pub const WINDOW: Size = Size { width: 80, height: 24 };

/// Where the bytes go: nowhere, counted.
#[derive(Clone, Default)]
pub struct Counter(Rc<Cell<usize>>);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A window of which every byte is counted.
pub struct Window {
    terminal: Terminal<Wiping<Counter>>,
    counter: Counter,
}

impl Window {
    pub fn new() -> Self {
        let counter = Counter::default();
        let backend = Wiping::new(counter.clone(), || Ok(WINDOW));
        Self { terminal: Terminal::new(backend).expect("memory"), counter }
    }

    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) {
        self.terminal.draw(draw).expect("memory");
    }

    /// Bytes written so far.
    pub fn bytes(&self) -> usize {
        self.counter.0.get()
    }
}

/// What one key cost.
#[derive(Clone, Copy)]
pub struct Cost {
    /// What the processor worked for it. On a quiet machine that is the time that passes; on one
    /// that does other things too, the only figure to compare.
    pub time: Duration,
    /// What passed by the clock on the wall.
    pub passed: Duration,
    pub bytes: usize,
}

/// Both clocks, started.
pub struct Clock {
    worked: Duration,
    wall: Instant,
}

impl Clock {
    pub fn start() -> Self {
        Self { worked: worked(), wall: instant() }
    }

    /// What was worked and what passed since.
    pub fn read(&self) -> (Duration, Duration) {
        (worked().saturating_sub(self.worked), self.wall.elapsed())
    }
}

/// What the processor worked for this thread.
fn worked() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// The application, its window and its caseload.
pub struct Desk {
    app: App,
    window: Window,
    /// As the worker would have it.
    caseload: Caseload,
    now: Now,
    whole_work: Duration,
}

impl Desk {
    /// On home, as after unlocking; how long that took beside the unlocking itself.
    pub fn open(caseload: Caseload, now: Now) -> (Self, Duration) {
        let settings = Settings {
            words: Words::new(Language::French),
            theme: Theme::embedded("dark", Depth::Sixteen),
            keymap: Keymap::embedded(),
            lock_after: TimeDelta::minutes(5),
            doors: start::doors(),
            is_demo: true,
            size: WINDOW,
        };
        let mut desk = Self {
            app: App::new(settings),
            window: Window::new(),
            caseload,
            now,
            whole_work: Duration::ZERO,
        };
        let effects = desk.app.start(now);
        let (time, _) = desk.answer(effects);
        desk.draw();
        (desk, time)
    }

    /// Presses a key, a tenth of a second after the one before.
    ///
    /// What is begun and done piece by piece goes on after it: the piece that takes longest is what a key would
    /// wait for, and counts if it takes longer than the key.
    pub fn press(&mut self, key: &str) -> Cost {
        self.now.at += TimeDelta::milliseconds(100);
        let before = self.window.bytes();
        let event = Event::Key(key.parse::<Key>().expect("a key"));
        let clock = Clock::start();
        let effects = self.app.update(event, self.now);
        self.draw();
        let (time, passed) = clock.read();
        let (more, passed_more) = self.answer(effects);
        let (longest, passed_longest) = self.work();
        Cost {
            time: (time + more).max(longest),
            passed: (passed + passed_more).max(passed_longest),
            bytes: self.window.bytes() - before,
        }
    }

    /// Goes on with long work; what its longest piece took.
    fn work(&mut self) -> (Duration, Duration) {
        let mut longest = (Duration::ZERO, Duration::ZERO);
        let whole = Clock::start();
        while self.app.wake_in(self.now) == Some(Duration::ZERO) {
            let clock = Clock::start();
            let _effects = self.app.update(Event::Wake, self.now);
            self.draw();
            let (worked, passed) = clock.read();
            longest = (longest.0.max(worked), longest.1.max(passed));
        }
        self.whole_work = whole.read().0;
        longest
    }

    /// What the long work took that the last key began, all its pieces together.
    pub const fn whole_work(&self) -> Duration {
        self.whole_work
    }

    /// Answers; the time that the screens take over the answers.
    fn answer(&mut self, effects: Vec<Effect>) -> (Duration, Duration) {
        let mut time = (Duration::ZERO, Duration::ZERO);
        let mut waiting = effects;
        while !waiting.is_empty() {
            let mut next = Vec::new();
            for effect in waiting {
                let Effect::Run(ticket, request) = effect else { continue };
                let outcome = self.outcome(request);
                let clock = Clock::start();
                next.extend(self.app.update(Event::Done(ticket, outcome), self.now));
                self.draw();
                let (worked, passed) = clock.read();
                time = (time.0 + worked, time.1 + passed);
            }
            waiting = next;
        }
        time
    }

    fn outcome(&mut self, request: Request) -> Outcome {
        match request {
            Request::Look => Outcome::Opened(Box::new(Opened {
                caseload: self.caseload.clone(),
                drafts: Vec::new(),
                undo: UndoState::default(),
                unsent: 0,
                remembered: [].into(),
                notices: Vec::new(),
                is_demo: true,
            })),
            Request::Save(save) => self.save(*save),
            Request::KeepDraft { key, .. } => Outcome::DraftKept(key),
            Request::DropDraft(key) => Outcome::DraftDropped(key),
            Request::Remember { .. } => Outcome::Remembered,
            Request::History(person) => Outcome::History(person, Vec::new()),
            other => unreachable!("no bench asks for {other:?}"),
        }
    }

    /// A save of new interviews, as the worker would fold it.
    fn save(&mut self, save: Save) -> Outcome {
        let mut files = Vec::new();
        for change in save.changes {
            let (Some(person), Some(Body::Interview(value))) = (change.person, change.body) else { continue };
            let file = self.caseload.files.get_mut(&person).expect("somebody");
            let sequence = self.now.at.timestamp_millis().unsigned_abs();
            let mut id = [0; 16];
            id[..8].copy_from_slice(&sequence.to_be_bytes());
            let entry = EntryId { station: StationId([1; 16]), sequence };
            let interview = Current { id: ObjectId(id), entry, written_at: self.now.at, value };
            let interviews = &mut Arc::make_mut(file).interviews;
            let at = interviews.partition_point(|it| it.value.date <= interview.value.date);
            interviews.insert(at, interview);
            files.push((person, Some(Arc::clone(file))));
        }
        Outcome::Saved(Patch {
            files,
            office: Arc::clone(&self.caseload.office),
            others: Default::default(),
            undo: UndoState::default(),
            unsent: 1,
        })
    }

    fn draw(&mut self) {
        let Self { app, window, now, .. } = self;
        if app.take_redraw() {
            window.draw(|frame| app.draw(frame, *now));
        }
    }

    /// Presses keys that bring to what is to be measured, and makes sure that they did.
    pub fn go(&mut self, keys: &str, shown: &str) {
        self.press_all(keys);
        self.check(keys, shown);
    }

    /// Presses keys that are not measured.
    pub fn press_all(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.press(key);
        }
    }

    /// Makes sure that the window shows this.
    pub fn check(&self, keys: &str, shown: &str) {
        let mut window = Terminal::new(TestBackend::new(WINDOW.width, WINDOW.height)).expect("memory");
        window.draw(|frame| self.app.draw(frame, self.now)).expect("memory");
        let text: String = window.backend().buffer().content().iter().map(|cell| cell.symbol()).collect();
        assert!(text.contains(shown), "« {shown} » after {keys}:\n{}", window.backend());
    }
}
