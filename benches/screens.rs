//! From a key to the bytes that repaint the window, with the people of seven years.
//!
//! The application is the real one, on a real store, drawing through the real backend into a
//! counter of bytes; what the worker does apart is not counted, what its answer makes the screens
//! do is. Beside it, in the same run, the floor (the frame and the comparison of two windows that
//! ratatui cannot do without) and a peer (ratatui's own table with the same rows).
//!
//! `JALON_BENCH_PEOPLE` says how many people (2,700 by default).

mod measure;

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Duration;

use chrono::TimeDelta;
use jalon::clock::{instant, now};
use jalon::crypto::KdfCost;
use jalon::demo::Recipe;
use jalon::domain::codes::StationRole;
use jalon::domain::now::Now;
use jalon::domain::station::StationProfile;
use jalon::i18n::{Language, Words};
use jalon::ui::app::{App, Settings};
use jalon::ui::effect::Effect;
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::keymap::key::Key;
use jalon::ui::start;
use jalon::ui::terminal::wiping::Wiping;
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::session::Session;
use jalon::usecase::worker::{Place, Worker};
use ratatui::backend::TestBackend;
use ratatui::layout::{Constraint, Size};
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Row, Table, TableState};
use ratatui::{Frame, Terminal};

use measure::{milliseconds, percentile, say};

/// A key is answered within this, ninety-nine times in a hundred.
const BUDGET: Duration = Duration::from_millis(10);
/// Judging everybody anew, on another day, takes no longer than this.
const BUDGET_OF_A_DAY: Duration = Duration::from_millis(50);
/// Keys of each kind.
const KEYS: usize = 400;
const WINDOW: Size = Size { width: 80, height: 24 };

/// Where the bytes go: nowhere, counted.
#[derive(Clone, Default)]
struct Counter(Rc<Cell<usize>>);

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
struct Window {
    terminal: Terminal<Wiping<Counter>>,
    counter: Counter,
}

impl Window {
    fn new() -> Self {
        let counter = Counter::default();
        let backend = Wiping::new(counter.clone(), || Ok(WINDOW));
        Self { terminal: Terminal::new(backend).expect("memory"), counter }
    }

    fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) {
        self.terminal.draw(draw).expect("memory");
    }

    /// Bytes written so far.
    fn bytes(&self) -> usize {
        self.counter.0.get()
    }
}

/// What one key cost.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    bytes: usize,
}

/// The application, its window and its station.
struct Desk {
    app: App,
    window: Window,
    worker: Worker,
    now: Now,
}

impl Desk {
    fn open(worker: Worker, now: Now) -> Self {
        let settings = Settings {
            words: Words::new(Language::French),
            theme: Theme::embedded("dark", Depth::Sixteen),
            keymap: Keymap::embedded(),
            lock_after: TimeDelta::minutes(5),
            doors: start::doors(),
            is_demo: true,
            size: WINDOW,
        };
        let mut desk = Self { app: App::new(settings), window: Window::new(), worker, now };
        let effects = desk.app.start(now);
        desk.answer(effects);
        desk.draw();
        desk
    }

    /// Presses a key, a tenth of a second after the one before.
    fn press(&mut self, key: &str) -> Cost {
        self.now.at += TimeDelta::milliseconds(100);
        let before = self.window.bytes();
        let event = Event::Key(key.parse::<Key>().expect("a key"));
        let start = instant();
        let effects = self.app.update(event, self.now);
        self.draw();
        let time = start.elapsed() + self.answer(effects);
        Cost { time, bytes: self.window.bytes() - before }
    }

    /// Has the worker answer; the time that the screens take over the answers.
    fn answer(&mut self, effects: Vec<Effect>) -> Duration {
        let mut time = Duration::ZERO;
        let mut waiting = effects;
        while !waiting.is_empty() {
            let mut next = Vec::new();
            for effect in waiting {
                let Effect::Run(ticket, request) = effect else { continue };
                let outcome = self.worker.answer(request, self.now);
                let start = instant();
                next.extend(self.app.update(Event::Done(ticket, outcome), self.now));
                self.draw();
                time += start.elapsed();
            }
            waiting = next;
        }
        time
    }

    fn draw(&mut self) {
        let Self { app, window, now, .. } = self;
        if app.take_redraw() {
            window.draw(|frame| app.draw(frame, *now));
        }
    }

    /// Presses keys that bring to what is to be measured, and makes sure that they did.
    fn go(&mut self, keys: &str, shown: &str) {
        for key in keys.split(' ') {
            self.press(key);
        }
        let mut window = Terminal::new(TestBackend::new(WINDOW.width, WINDOW.height)).expect("memory");
        window.draw(|frame| self.app.draw(frame, self.now)).expect("memory");
        let text: String = window.backend().buffer().content().iter().map(|cell| cell.symbol()).collect();
        assert!(text.contains(shown), "« {shown} » after {keys}:\n{}", window.backend());
    }
}

/// A station with that many people, seven years of history, and its worker.
fn station(people: usize, folder: &std::path::Path, now: Now) -> Worker {
    let place = Place { data: folder.join("poste"), state: folder.join("repère") };
    let profile =
        StationProfile { role: StationRole::Counsellor, name: "Claire Morin".to_owned(), lots: Vec::new() };
    let recipe = Recipe { people, years: 7, lot: None, ..Recipe::one_counsellor(now.today) };
    let start = instant();
    let session = Session::demo(&place, profile, &recipe, now).expect("a station");
    let caseload = session.caseload();
    let interviews: usize = caseload.files.values().map(|file| file.interviews.len()).sum();
    let entries = session.store().head().sequence;
    say(&format!(
        "{} people, {interviews} interviews, {entries} entries, written in {:.1} s; window of 80 × 24",
        caseload.files.len(),
        start.elapsed().as_secs_f64()
    ));
    Worker::with_session(place, || Ok(KdfCost::floor_for_tests()), session)
}

/// Prints a line; the time that the slowest key but one in a hundred took.
fn line(name: &str, costs: Vec<Cost>) -> Duration {
    let mut times: Vec<Duration> = costs.iter().map(|cost| cost.time).collect();
    let mut sizes: Vec<usize> = costs.iter().map(|cost| cost.bytes).collect();
    times.sort_unstable();
    sizes.sort_unstable();
    let [p50, p99, worst] = [50, 99, 100].map(|share| percentile(&times, share));
    say(&format!(
        "{name:<44} {:>7.3} {:>7.3} {:>7.3}  {:>6} {:>6}",
        milliseconds(p50),
        milliseconds(p99),
        milliseconds(worst),
        percentile(&sizes, 50),
        percentile(&sizes, 100),
    ));
    p99
}

/// Presses the keys in turn until there were enough of them.
fn cycle(desk: &mut Desk, keys: &[&str]) -> Vec<Cost> {
    (0..KEYS).map(|rank| desk.press(keys[rank % keys.len()])).collect()
}

/// Presses a key, then others that bring back where it can be pressed again.
fn again(desk: &mut Desk, key: &str, (back, shown): (&str, &str), times: usize) -> Vec<Cost> {
    (0..times)
        .map(|_| {
            let cost = desk.press(key);
            desk.go(back, shown);
            cost
        })
        .collect()
}

fn measure_screens(desk: &mut Desk) -> bool {
    const HOME: &str = "Aujourd’hui  ";
    const CASELOAD: &str = "File active";
    let mut is_within = true;
    let mut check = |name: &str, costs: Vec<Cost>| is_within &= line(name, costs) < BUDGET;
    desk.go("down up", HOME);
    check("home, one line down", cycle(desk, &["down"]));
    check("the caseload opens", again(desk, "f", ("esc", HOME), 50));
    desk.go("f", CASELOAD);
    check("caseload, one line down", cycle(desk, &["down"]));
    check("caseload, one page down and up", cycle(desk, &["page-down", "page-down", "page-up"]));
    desk.go("/", "Chercher");
    let name = ["b", "e", "n", "a", "l", "i"];
    check("search, one letter", cycle(desk, &[&name[..], &["backspace"; 6]].concat()));
    desk.go("esc esc a", HOME);
    desk.go("f home", CASELOAD);
    check("a file opens", again(desk, "enter", ("esc down", CASELOAD), 200));
    desk.go("enter", "[Résumé]");
    check("file, next page", cycle(desk, &["tab"]));
    desk.go("i", "› Date");
    check("interview form, next field", cycle(desk, &["tab"]));
    desk.go("esc i", "› Date");
    desk.go("tab tab tab tab tab tab tab", "› Compte rendu");
    let words = ["v", "u", "space", "à", "space", "l", "a", "space", "P", "M", "I", ",", "space"];
    check("interview form, one letter of the record", cycle(desk, &words));
    desk.go("esc a", HOME);
    desk.go("e", "Saisie rapide");
    let typed = ["n", "a", "d", "i", "a", "space", "4", "5", "p", "d"];
    check("quick line, one key", cycle(desk, &[&typed[..], &["backspace"; 10]].concat()));
    desk.go("esc", HOME);
    check("due opens", again(desk, "r", ("esc", HOME), 50));
    desk.go("r", "Échéances");
    check("due, one line down", cycle(desk, &["down"]));
    let later = (0..60).map(|_| desk.press("+")).collect();
    is_within & (line("due, everybody judged one day later", later) < BUDGET_OF_A_DAY)
}

/// What ratatui itself takes to compare and write a window of which two lines change.
fn measure_floor() {
    measure_drawing("floor: 24 lines of plain text, one mark moves", |frame, rank| {
        let area = frame.area();
        let rows = (0..area.height).map(|row| {
            let mark = if usize::from(row) == rank % 24 { "› " } else { "  " };
            Line::raw(format!("{mark}{:<60}", "a line"))
        });
        frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), area);
    });
}

/// The same list as ratatui offers it: a table of every row, of which it shows a few.
fn measure_peer(people: usize) {
    measure_drawing("peer: ratatui’s table of everybody, one line", move |frame, rank| {
        let rows = (0..people).map(|row| {
            Row::new(["BENALI Nadia", "12/03/2026", "en parcours", "14"].map(|it| format!("{it} {row}")))
        });
        let table = Table::new(rows, [Constraint::Length(28); 4]).highlight_symbol("› ");
        let mut state = TableState::default().with_selected(rank);
        frame.render_stateful_widget(table, frame.area(), &mut state);
    });
}

fn measure_drawing(name: &str, draw: impl Fn(&mut Frame<'_>, usize)) {
    let mut window = Window::new();
    let cost = |rank| {
        let before = window.bytes();
        let start = instant();
        window.draw(|frame| draw(frame, rank));
        Cost { time: start.elapsed(), bytes: window.bytes() - before }
    };
    line(name, (0..KEYS).map(cost).collect());
}

fn main() {
    if !measure::is_asked_for() {
        return;
    }
    let people = std::env::var("JALON_BENCH_PEOPLE").ok().and_then(|text| text.parse().ok());
    let people: usize = people.unwrap_or(2_700);
    let folder = tempfile::tempdir().expect("a folder");
    let noon = Now { at: now().today.and_hms_opt(12, 0, 0).expect("noon").and_utc(), today: now().today };
    let mut desk = Desk::open(station(people, folder.path(), noon), noon);
    say(&format!("{:<44} {:>7} {:>7} {:>7}  {:>6} {:>6}", "", "p50 ms", "p99 ms", "worst", "bytes", "most"));
    measure_floor();
    measure_peer(people);
    let is_within = measure_screens(&mut desk);
    say(&format!(
        "every p99 under {} ms, and {} ms for another day: {}",
        milliseconds(BUDGET),
        milliseconds(BUDGET_OF_A_DAY),
        if is_within { "yes" } else { "NO" }
    ));
}
