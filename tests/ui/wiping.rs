//! What is sent to the terminal: the bytes themselves.

use std::io;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use jalon::i18n::{Language, Words};
use jalon::ui::app::{App, Settings};
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::keymap::key::Key;
use jalon::ui::run;
use jalon::ui::terminal::wiping::{Keeper, Wiping};
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::request::Request;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Style};

use super::kit;

/// A place to write that others can read.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<u8>>>);

/// A place to write of which each frame goes to whoever waits for it.
struct Frames(Vec<u8>, mpsc::Sender<String>);

impl io::Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let bytes = std::mem::take(&mut self.0);
        // The test may have seen enough.
        let _ = self.1.send(String::from_utf8(bytes).expect("text"));
        Ok(())
    }
}

impl Wire {
    fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.0.lock().expect("nobody panics while holding it"));
        String::from_utf8(bytes).expect("text")
    }
}

impl io::Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panics while holding it").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(10);

fn window() -> io::Result<Size> {
    Ok(Size { width: 80, height: 24 })
}

fn terminal(wire: &Wire) -> Terminal<Wiping<Wire>> {
    Terminal::new(Wiping::new(wire.clone(), window)).expect("memory")
}

/// The final letters and parameters of every sequence sent.
fn sequences(sent: &str) -> Vec<String> {
    let starts = sent.split('\u{1b}').skip(1);
    let sequence = |rest: &str| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).expect("a final letter");
        rest[..=end].to_owned()
    };
    starts.map(sequence).collect()
}

#[test]
fn the_screen_is_wiped_line_by_line() {
    let wire = Wire::default();
    let mut terminal = terminal(&wire);
    terminal.backend_mut().enter().expect("memory");
    terminal.clear().expect("memory");
    terminal.resize(Rect::new(0, 0, 80, 24)).expect("memory");
    terminal.backend_mut().leave().expect("memory");
    let sent = wire.take();
    assert!(!sent.contains("2J") && !sent.contains("0J") && !sent.contains("[J"), "{sent:?}");
    assert!(sent.matches("\u{1b}[2K").count() >= 24 * 4, "{sent:?}");
    assert!(sent.ends_with("\u{1b}[?2004l\u{1b}[?25h\u{1b}[?1049l"));
}

#[test]
fn a_keeper_of_lines_forgets_what_a_smaller_window_pushed_out() {
    static HEIGHT: AtomicU16 = AtomicU16::new(24);
    let window = || Ok(Size { width: 80, height: HEIGHT.load(Ordering::SeqCst) });
    let wire = Wire::default();
    let forgotten = "\u{1b}[3J";
    let cleared = |backend: &mut Wiping<Wire>, height| {
        HEIGHT.store(height, Ordering::SeqCst);
        backend.clear().expect("memory");
        wire.take()
    };
    for (keeper, forgets) in [(Keeper::Nobody, false), (Keeper::Tmux, true), (Keeper::Screen, true)] {
        let mut backend = Wiping::new(wire.clone(), window).kept_by(keeper);
        for (height, is_smaller) in
            [(24, false), (24, false), (12, true), (12, false), (30, false), (29, true)]
        {
            let sent = cleared(&mut backend, height);
            assert_eq!(sent.contains(forgotten), is_smaller && forgets, "{keeper:?} {height}");
            // Empty lines, after every line was wiped.
            let pushed = sent.find('\n').is_some_and(|at| Some(at) > sent.rfind("\u{1b}[2K"));
            assert_eq!(pushed, is_smaller && keeper == Keeper::Screen, "{keeper:?} {height}");
        }
    }
    // After a panic nobody knows.
    Wiping::new(wire.clone(), window).kept_by(Keeper::Tmux).spilled().leave().expect("memory");
    assert!(wire.take().contains(forgotten));
}

#[test]
fn nothing_but_moves_colours_and_text_is_ever_sent() {
    let wire = Wire::default();
    let mut terminal = terminal(&wire);
    terminal
        .draw(|frame| {
            let buffer = frame.buffer_mut();
            buffer.set_string(0, 0, "été 日本", Style::new().fg(Color::Red));
            buffer[(0, 1)].set_symbol("\u{1b}]0;titre\u{7}");
            frame.set_cursor_position((3, 3));
        })
        .expect("memory");
    let sent = wire.take();
    assert!(!sent.contains("\u{1b}]") && !sent.contains('\u{7}'), "{sent:?}");
    let allowed = |sequence: &String| {
        sequence.ends_with('m')
            || sequence.ends_with('H')
            || ["[2K", "[?25h", "[?25l"].contains(&sequence.as_str())
    };
    let all = sequences(&sent);
    assert!(all.iter().all(allowed), "{all:?}");
    assert!(sent.contains("\u{1b}[;31mété 日"), "{sent:?}");
}

#[test]
fn a_frame_that_changes_nothing_sends_nothing() {
    let wire = Wire::default();
    let mut terminal = terminal(&wire);
    let draw = |frame: &mut ratatui::Frame<'_>| frame.buffer_mut().set_string(0, 0, "fixe", Style::new());
    terminal.draw(draw).expect("memory");
    wire.take();
    terminal.draw(draw).expect("memory");
    assert_eq!(wire.take(), "");
}

#[test]
fn sixteen_colours_are_the_short_sequences() {
    let wire = Wire::default();
    let mut backend = Wiping::new(wire.clone(), window);
    let mut cell = ratatui::buffer::Cell::new("x");
    cell.set_style(Style::new().fg(Color::LightRed).bg(Color::Blue));
    backend.draw([(0, 0, &cell)].into_iter()).expect("memory");
    assert_eq!(wire.take(), "\u{1b}[1;1H\u{1b}[;91;44mx\u{1b}[m");
}

fn app() -> App {
    App::new(Settings {
        words: Words::new(Language::French),
        theme: Theme::embedded("dark", Depth::Sixteen),
        keymap: Keymap::embedded(),
        lock_after: TimeDelta::minutes(5),
        doors: kit::doors(),
        is_demo: false,
        size: Size { width: 80, height: 24 },
    })
}

/// The real loop, its real threads, a terminal of memory: keys typed ahead are taken in before a
/// frame is drawn, and the end is in order.
#[test]
fn the_loop_draws_once_for_what_was_typed_ahead() {
    let (events, inbox) = mpsc::channel();
    for key in ["enter", "enter", "z", "u", "t"] {
        events.send(Box::new(Event::Key(key.parse::<Key>().expect("a key")))).expect("an inbox");
    }
    let (asked, requests) = mpsc::channel();
    let mut station = kit::station();
    let worker = move |request: Request| {
        asked.send(request.clone()).expect("a test");
        station(request)
    };
    let (frames, drawn) = mpsc::channel();
    let sender = events.clone();
    let turning = std::thread::spawn(move || {
        let backend = Wiping::new(Frames(Vec::new(), frames), window);
        let mut terminal = Terminal::new(backend).expect("memory");
        run::turn(app(), &mut terminal, Box::new(worker), (sender, inbox))
    });
    let mut seen = String::new();
    while !seen.contains("zut") {
        seen.push_str(&drawn.recv_timeout(PATIENCE).expect("a frame"));
    }
    assert!(!seen.contains("0 dossiers"), "home was drawn under the keys typed ahead");

    // Nothing more comes by itself: the draft is kept in two seconds, and that draws nothing.
    let next = || requests.recv_timeout(PATIENCE).expect("a draft");
    while !matches!(next(), Request::KeepDraft { .. }) {}
    events.send(Box::new(Event::Ended)).expect("a loop");
    turning.join().expect("no panic").expect("no failure");
    assert!(requests.iter().any(|request| matches!(request, Request::Lock)));
    let rest: String = drawn.iter().collect();
    assert_eq!(rest, "", "an idle station writes nothing");
}
