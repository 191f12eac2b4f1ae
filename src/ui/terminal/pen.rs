//! Writes frames to the terminal, on a thread of its own: a line that takes nothing any more
//! never keeps the application from taking keys in, keeping a draft, locking or ending.
//!
//! One frame is on its way at a time: whoever draws waits for [`Pen::is_idle`], and draws then
//! what is true then. What changed in between costs nothing.

use std::io;
use std::os::fd::AsFd;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;

use crate::ui::event::Event;

/// What the two threads share.
#[derive(Default)]
struct Paper {
    state: Mutex<State>,
    written: Condvar,
}

#[derive(Default)]
struct State {
    /// Frames given and not written yet.
    on_their_way: usize,
    /// Somebody waits to draw.
    is_awaited: bool,
    /// The terminal took no more.
    has_failed: bool,
    /// Nothing may be written any more.
    is_put_down: bool,
}

/// Writes frames, one after the other.
#[derive(Clone)]
pub struct Pen {
    frames: Sender<Vec<u8>>,
    paper: Arc<Paper>,
}

impl Pen {
    /// A pen on this file; `events` is told when a frame that was awaited is written.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn new(out: impl AsFd + Send + 'static, events: Sender<Box<Event>>) -> io::Result<Self> {
        let (frames, given) = mpsc::channel();
        let paper = Arc::new(Paper::default());
        let shared = Arc::clone(&paper);
        let write = move || write_frames(&out, &given, &shared, &events);
        thread::Builder::new().name("screen".to_owned()).spawn(write)?;
        Ok(Self { frames, paper })
    }

    /// Gives a frame to be written.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn write(&self, frame: Vec<u8>) -> io::Result<()> {
        let mut state = self.paper.state();
        if state.is_put_down || frame.is_empty() {
            return Ok(());
        }
        state.on_their_way += 1;
        let is_taken = !state.has_failed && self.frames.send(frame).is_ok();
        if is_taken { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
    }

    /// Whether everything is written. If not, the events are told with a [`Event::Wake`] when
    /// it is.
    pub fn is_idle(&self) -> bool {
        let mut state = self.paper.state();
        // A line that failed has nothing left to write; the next frame says so.
        let is_idle = state.on_their_way == 0 || state.has_failed;
        state.is_awaited |= !is_idle;
        is_idle
    }

    /// Waits until everything is written, no longer than that.
    pub fn finish(&self, patience: Duration) {
        let is_writing = |state: &mut State| state.on_their_way > 0 && !state.has_failed;
        // Written or not: what follows is the same.
        let _ = self.paper.written.wait_timeout_while(self.paper.state(), patience, is_writing);
    }

    /// Nothing is written from now on, not even what was left of a frame.
    pub fn put_down(&self) {
        self.paper.state().is_put_down = true;
    }
}

impl Paper {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write_frames(out: &impl AsFd, given: &Receiver<Vec<u8>>, paper: &Paper, events: &Sender<Box<Event>>) {
    for frame in given {
        let is_written = write_one(out, &frame, paper);
        let mut state = paper.state();
        state.on_their_way -= 1;
        state.has_failed |= !is_written;
        let is_done = state.on_their_way == 0 || state.has_failed;
        let wakes = is_done && std::mem::take(&mut state.is_awaited);
        drop(state);
        paper.written.notify_all();
        if wakes {
            // The application may have quit meanwhile.
            let _ = events.send(Box::new(Event::Wake));
        }
    }
}

/// Writes a frame to its end, unless the pen is put down meanwhile; false when it cannot.
fn write_one(out: &impl AsFd, frame: &[u8], paper: &Paper) -> bool {
    let mut left = frame;
    while !left.is_empty() && !paper.state().is_put_down {
        match rustix::io::write(out, left) {
            Ok(count) => left = &left[count..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                // A program before this one left the line so; waiting is what is wanted here.
                let flags = fcntl_getfl(out).unwrap_or(OFlags::empty());
                if fcntl_setfl(out, flags - OFlags::NONBLOCK).is_err() {
                    return false;
                }
            }
            Err(_) => return false,
        }
    }
    true
}
