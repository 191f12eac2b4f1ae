//! The loop: a thread reads keys, a thread does what is asked, this one decides and draws.
//!
//! With the terminal, the only part of the screens that is not a value. While nothing happens
//! nothing runs: the loop sleeps until a key, an answer, a signal, or the delay that the
//! application asked for. Everything that waits in the channel is taken in before a frame is
//! drawn, so that keys typed ahead are never drawn one by one.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Size;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::app::App;
use super::effect::{Effect, Ticket};
use super::event::Event;
use super::keymap::key::Key;
use super::terminal::Held;
use crate::clock;
use crate::usecase::outcome::{Failure, Outcome};
use crate::usecase::request::Request;

/// Does what is asked, one request at a time; it owns the open store.
pub type Worker = Box<dyn FnMut(Request) -> Outcome + Send>;

/// Runs the application on the real terminal until it quits.
///
/// # Errors
/// When there is no terminal, or the system refuses a thread or a signal.
pub fn run(app: App, worker: Worker) -> io::Result<()> {
    let (events, inbox) = mpsc::channel();
    listen_to_signals(events.clone())?;
    let mut held = Held::take()?;
    read_keys(events.clone())?;
    turn(app, held.screen(), worker, (events, inbox))
}

/// Runs the application on any terminal, fed by `channel`, until it quits or cannot draw.
///
/// # Errors
/// When the system refuses a thread.
pub fn turn<B: Backend>(
    mut app: App,
    terminal: &mut Terminal<B>,
    worker: Worker,
    (events, inbox): (Sender<Event>, Receiver<Event>),
) -> io::Result<()> {
    let (requests, work) = mpsc::channel();
    let worker = do_requests(worker, work, events)?;
    let mut effects = app.start(clock::now());
    loop {
        if !send(effects, &requests) {
            break;
        }
        if app.take_redraw() && terminal.draw(|frame| app.draw(frame, clock::now())).is_err() {
            send(app.update(Event::Ended, clock::now()), &requests);
            break;
        }
        effects = take_in(&mut app, terminal, &inbox);
    }
    // Closing the channel lets the worker finish what was asked, then close the store.
    drop(requests);
    drop(app);
    worker.join().map_err(|_| io::Error::other("the worker panicked"))
}

/// Waits for an event, then takes in all those that wait behind it.
fn take_in<B: Backend>(app: &mut App, terminal: &mut Terminal<B>, inbox: &Receiver<Event>) -> Vec<Effect> {
    let first = match app.wake_in(clock::now()) {
        Some(delay) => inbox.recv_timeout(delay),
        None => inbox.recv().map_err(RecvTimeoutError::from),
    };
    let mut next = Some(match first {
        Ok(event) => event,
        Err(RecvTimeoutError::Timeout) => Event::Wake,
        Err(RecvTimeoutError::Disconnected) => Event::Ended,
    });
    let mut effects = Vec::new();
    while let Some(event) = next {
        if matches!(event, Event::Suspended | Event::Resize(_)) {
            // What the window holds is not known any more; a failure shows at the next frame.
            let _ = terminal.clear();
        }
        effects.extend(app.update(event, clock::now()));
        if matches!(effects.last(), Some(Effect::Quit)) {
            break;
        }
        next = inbox.try_recv().ok();
    }
    effects
}

/// Hands requests to the worker; false when the application has quit.
fn send(effects: Vec<Effect>, requests: &Sender<(Ticket, Request)>) -> bool {
    for effect in effects {
        match effect {
            Effect::Run(ticket, request) => {
                // The worker answers even what fails; it cannot be gone before this end.
                let _ = requests.send((ticket, request));
            }
            Effect::Quit => return false,
        }
    }
    true
}

fn do_requests(
    mut worker: Worker,
    work: Receiver<(Ticket, Request)>,
    events: Sender<Event>,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        for (ticket, request) in work {
            let outcome = catch_unwind(AssertUnwindSafe(|| worker(request)));
            let outcome = outcome
                .unwrap_or_else(|_| Outcome::Failed(Failure { id: "worker-stopped", args: Vec::new() }));
            if events.send(Event::Done(ticket, outcome)).is_err() {
                // The screens are gone; what was asked is still done.
                continue;
            }
        }
    })
}

fn read_keys(events: Sender<Event>) -> io::Result<()> {
    let read = move || {
        loop {
            let event = match crossterm::event::read() {
                Ok(crossterm::event::Event::Key(key)) => Key::from_terminal(key).map(Event::Key),
                Ok(crossterm::event::Event::Paste(text)) => Some(Event::Paste(text)),
                Ok(crossterm::event::Event::Resize(width, height)) => {
                    Some(Event::Resize(Size { width, height }))
                }
                Ok(
                    crossterm::event::Event::FocusGained
                    | crossterm::event::Event::FocusLost
                    | crossterm::event::Event::Mouse(_),
                ) => None,
                Err(_) => Some(Event::Ended),
            };
            let is_last = matches!(event, Some(Event::Ended));
            if event.is_some_and(|event| events.send(event).is_err()) || is_last {
                break;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read).map(|_| ())
}

/// The connection's death and the system's requests to stop end the program in order; a request
/// to suspend locks the station instead.
fn listen_to_signals(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT])?;
    let listen = move || {
        for signal in signals.forever() {
            let event = if matches!(signal, SIGTSTP | SIGCONT) { Event::Suspended } else { Event::Ended };
            if events.send(event).is_err() {
                break;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen).map(|_| ())
}
