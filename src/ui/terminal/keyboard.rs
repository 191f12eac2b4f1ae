//! Two threads: one reads what is typed, the other makes keys of it and waits for what is cut.
//!
//! The end of the terminal is told as any other event: nothing spins on a line that is gone.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;

use super::decoder::{Decoder, Typed};
use crate::ui::event::Event;

/// Reads the keyboard until nobody listens or the terminal is gone.
///
/// # Errors
/// When the system refuses a thread.
pub fn listen(events: Sender<Box<Event>>) -> io::Result<()> {
    let (pieces, arrived) = mpsc::channel();
    thread::Builder::new().name("keyboard".to_owned()).spawn(move || read(&pieces))?;
    thread::Builder::new().name("keys".to_owned()).spawn(move || decode(&arrived, &events))?;
    Ok(())
}

/// Passes on what is typed, in the pieces in which it arrives.
fn read(pieces: &Sender<Vec<u8>>) {
    let input = rustix::stdio::stdin();
    let mut buffer = [0; 4096];
    loop {
        match rustix::io::read(input, &mut buffer[..]) {
            Ok(count @ 1..) => {
                let is_heard = pieces.send(buffer[..count].to_vec()).is_ok();
                buffer[..count].fill(0);
                if !is_heard {
                    break;
                }
            }
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                // A program before this one left the line so; nobody else reads it now.
                let flags = fcntl_getfl(input).unwrap_or(OFlags::empty());
                if fcntl_setfl(input, flags - OFlags::NONBLOCK).is_err() {
                    break;
                }
            }
            Ok(_) | Err(_) => break,
        }
    }
}

fn decode(arrived: &Receiver<Vec<u8>>, events: &Sender<Box<Event>>) {
    let mut decoder = Decoder::default();
    loop {
        // A new one each time: a list that is used again keeps what stood in it.
        let mut typed = Vec::new();
        let piece = match decoder.patience() {
            Some(patience) => arrived.recv_timeout(patience),
            None => arrived.recv().map_err(RecvTimeoutError::from),
        };
        match piece {
            Ok(bytes) => decoder.take(&bytes, &mut typed),
            Err(RecvTimeoutError::Timeout) => decoder.give_up(&mut typed),
            Err(RecvTimeoutError::Disconnected) => {
                // Nobody listens any more when the application has quit first.
                let _ = events.send(Box::new(Event::Ended));
                return;
            }
        }
        let mut told = typed.into_iter().map(|it| match it {
            Typed::Key(key) => Event::Key(key),
            Typed::Paste(text) => Event::Paste(text),
        });
        if told.any(|event| events.send(Box::new(event)).is_err()) {
            return;
        }
    }
}
