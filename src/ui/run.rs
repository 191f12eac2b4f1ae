//! The loop: threads read keys, do what is asked and write frames; this one decides and draws.
//!
//! With the terminal, the only part of the screens that is not a value. While nothing happens
//! nothing runs: the loop sleeps until a key, an answer, a signal, or the delay that the
//! application asked for. Everything that waits in the channel is taken in before a frame is
//! drawn, so that keys typed ahead are never drawn one by one; and no frame is drawn before the
//! last one has gone out, so that a slow line shows the end of what was typed, never all of it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;

use ratatui::Terminal;
use ratatui::backend::Backend;

use super::app::App;
use super::effect::{Effect, Ticket};
use super::event::Event;
use super::terminal::ability::Ability;
use super::terminal::learnt::Learnt;
use super::terminal::signs::Signs;
use super::terminal::{Held, keyboard, signals};
use crate::clock;
use crate::usecase::outcome::{Failure, Outcome};
use crate::usecase::request::Request;

/// Does what is asked, one request at a time; it owns the open store.
pub type Worker = Box<dyn FnMut(Request) -> Outcome + Send>;

/// What frames are drawn on.
pub trait Surface {
    /// What takes the cells that changed.
    type Backend: Backend;

    /// The window.
    fn terminal(&mut self) -> &mut Terminal<Self::Backend>;

    /// Whether the last frame has gone out. If not, an [`Event::Wake`] comes when it has.
    fn is_ready(&self) -> bool {
        true
    }

    /// Gives the terminal back for as long as the program is suspended, if the system asks for it.
    ///
    /// # Errors
    /// When the terminal was gone afterwards.
    fn rest(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Writes these signs from the next frame on, which is drawn whole.
    fn write_with(&mut self, _signs: Signs) {}

    /// Keeps what trying the terminal out has taught.
    fn learn(&mut self, _learnt: Learnt) {}
}

impl<B: Backend> Surface for Terminal<B> {
    type Backend = B;

    fn terminal(&mut self) -> &mut Self {
        self
    }
}

/// Keeps what trying the terminal out has taught.
pub type Learn = Box<dyn FnMut(Learnt)>;

/// Runs the application on the real terminal, which does this, until it quits.
///
/// # Errors
/// When there is no terminal, or the system refuses a thread or a signal.
pub fn run(app: App, worker: Worker, ability: Ability, learn: Learn) -> io::Result<()> {
    let (events, inbox) = mpsc::channel();
    let suspension = signals::listen(events.clone())?;
    let mut held = Held::take(ability, learn, suspension, events.clone())?;
    keyboard::listen(events.clone())?;
    turn(app, &mut held, worker, (events, inbox))
}

/// Runs the application on any terminal, fed by `channel`, until it quits or cannot draw.
///
/// Events arrive boxed: a channel keeps what was read from it until its slots are used again, and
/// the letters of a passphrase with it; a box is wiped when it is freed.
///
/// # Errors
/// When the system refuses a thread.
pub fn turn<S: Surface>(
    mut app: App,
    surface: &mut S,
    worker: Worker,
    (events, inbox): (Sender<Box<Event>>, Receiver<Box<Event>>),
) -> io::Result<()> {
    let (requests, work) = mpsc::channel();
    let worker = do_requests(worker, work, events)?;
    let mut effects = app.start(clock::now());
    let mut is_unknown = false;
    loop {
        if !send(effects, &requests, surface, &mut is_unknown) {
            break;
        }
        // Only once everything that was typed is kept, and the station locked.
        let has_rested = app.is_waiting() || surface.rest().is_ok();
        if !has_rested || !show(&mut app, surface, &mut is_unknown) {
            send(app.update(Event::Ended, clock::now()), &requests, surface, &mut is_unknown);
            break;
        }
        effects = take_in(&mut app, &inbox, &mut is_unknown);
    }
    // Closing the channel lets the worker finish what was asked, then close the store.
    drop(requests);
    drop(app);
    worker.join().map_err(|_| io::Error::other("the worker panicked"))
}

/// Draws what changed, if the last frame has gone out; false when nothing can be drawn any more.
fn show<S: Surface>(app: &mut App, surface: &mut S, is_unknown: &mut bool) -> bool {
    if !surface.is_ready() || !app.take_redraw() {
        return true;
    }
    let terminal = surface.terminal();
    let is_clear = !std::mem::take(is_unknown) || terminal.clear().is_ok();
    is_clear && terminal.draw(|frame| app.draw(frame, clock::now())).is_ok()
}

/// Waits for an event, then takes in all those that wait behind it.
fn take_in(app: &mut App, inbox: &Receiver<Box<Event>>, is_unknown: &mut bool) -> Vec<Effect> {
    let first = match app.wake_in(clock::now()) {
        Some(delay) => inbox.recv_timeout(delay),
        None => inbox.recv().map_err(RecvTimeoutError::from),
    };
    let mut next = Some(match first {
        Ok(event) => *event,
        Err(RecvTimeoutError::Timeout) => Event::Wake,
        Err(RecvTimeoutError::Disconnected) => Event::Ended,
    });
    let mut effects = Vec::new();
    while let Some(event) = next {
        // What the window holds is not known any more.
        *is_unknown |= matches!(event, Event::Suspended | Event::Resize(_));
        effects.extend(app.update(event, clock::now()));
        if matches!(effects.last(), Some(Effect::Quit)) {
            break;
        }
        next = inbox.try_recv().ok().map(|event| *event);
    }
    effects
}

/// Hands requests to the worker; false when the application has quit.
fn send<S: Surface>(
    effects: Vec<Effect>,
    requests: &Sender<(Ticket, Request)>,
    surface: &mut S,
    is_unknown: &mut bool,
) -> bool {
    for effect in effects {
        match effect {
            Effect::Run(ticket, request) => {
                // The worker answers even what fails; it cannot be gone before this end.
                let _ = requests.send((ticket, request));
            }
            Effect::Write(signs) => {
                surface.write_with(signs);
                *is_unknown = true;
            }
            Effect::Learn(learnt) => surface.learn(learnt),
            Effect::Quit => return false,
        }
    }
    true
}

fn do_requests(
    mut worker: Worker,
    work: Receiver<(Ticket, Request)>,
    events: Sender<Box<Event>>,
) -> io::Result<thread::JoinHandle<()>> {
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        for (ticket, request) in work {
            let outcome = catch_unwind(AssertUnwindSafe(|| worker(request)));
            let outcome = outcome
                .unwrap_or_else(|_| Outcome::Failed(Failure { id: "worker-stopped", args: Vec::new() }));
            if events.send(Box::new(Event::Done(ticket, outcome))).is_err() {
                // The screens are gone; what was asked is still done.
                continue;
            }
        }
    })
}
