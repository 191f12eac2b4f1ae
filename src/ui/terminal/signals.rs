//! The system's requests: to stop, to be suspended, to take another size.
//!
//! The connection's death and a request to stop end the program in order; a request to suspend
//! locks the station first, whoever comes back finds the question of the passphrase.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpid, getppid, getsid, kill_process};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::modes::window;
use crate::ui::event::Event;

/// Whether the system asks the program to be suspended.
#[derive(Debug, Clone, Default)]
pub struct Suspension {
    is_asked: Arc<AtomicBool>,
    /// The program stopped itself, locked: that it is resumed is no news.
    is_resting: Arc<AtomicBool>,
}

impl Suspension {
    /// Whether it is asked for, and can be: somebody is there to resume the program.
    pub fn take(&self) -> bool {
        self.is_asked.swap(false, Ordering::AcqRel) && is_resumable()
    }

    /// Suspends the program, which has been locked, until somebody resumes it.
    ///
    /// No event follows: it would lock what is being unlocked, were it read after the first letters
    /// of a passphrase.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn rest(&self) -> io::Result<()> {
        self.is_resting.store(true, Ordering::Release);
        Ok(kill_process(getpid(), Signal::STOP)?)
    }
}

/// Tells `events` of every signal.
///
/// # Errors
/// When the system refuses a thread or a signal.
pub fn listen(events: Sender<Box<Event>>) -> io::Result<Suspension> {
    let suspension = Suspension::default();
    let heard = suspension.clone();
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let listen = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGWINCH => match window() {
                    Ok(size) => Event::Resize(size),
                    // The end of the terminal is told by whoever reads it.
                    Err(_) => continue,
                },
                SIGTSTP => {
                    heard.is_asked.store(true, Ordering::Release);
                    Event::Suspended
                }
                SIGCONT if heard.is_resting.swap(false, Ordering::AcqRel) => continue,
                // Somebody else stopped it, as it was.
                SIGCONT => Event::Suspended,
                _ => Event::Ended,
            };
            if events.send(Box::new(event)).is_err() {
                break;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen)?;
    Ok(suspension)
}

/// A program that no shell of its session started would sleep for ever (POSIX: an orphaned
/// process group is not stopped).
fn is_resumable() -> bool {
    let mine = getsid(None).ok();
    mine.is_some() && mine != Some(getpid()) && getsid(getppid()).ok() == mine
}
