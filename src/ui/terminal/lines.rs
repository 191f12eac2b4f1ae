//! The terminal taken line by line: its own line discipline does the typing, nothing is drawn, and
//! what is written scrolls like any other output. A pipe will do as well.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use rustix::stdio::stdin;
use rustix::termios::{LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};
use unicode_segmentation::UnicodeSegmentation as _;
use zeroize::Zeroizing;

use super::signals::{self, Suspension};
use super::signs::Signs;
use crate::domain::text::{self, printable};
use crate::ui::event::Event;
use crate::ui::plain::{Dialogue, Heard};

/// Longest line that is taken in, in bytes; what is beyond is left out.
const LONGEST: usize = 64 * 1024;

/// Lines in, lines out.
pub struct Lines {
    inbox: Receiver<Box<Event>>,
    suspension: Suspension,
    lock_after: Duration,
    is_terminal: bool,
    signs: Signs,
}

impl Lines {
    /// Listens to the standard input; silence lasts `lock_after` at most, and `signs` are written.
    ///
    /// # Errors
    /// When the system refuses a thread or a signal.
    pub fn open(lock_after: Duration, signs: Signs) -> io::Result<Self> {
        let (events, inbox) = mpsc::channel();
        let suspension = signals::listen(events.clone())?;
        thread::Builder::new().name("lines".to_owned()).spawn(move || read(&events))?;
        Ok(Self { inbox, suspension, lock_after, is_terminal: io::stdin().is_terminal(), signs })
    }

    /// A reader that is gone is told by the end of its lines.
    fn write(&self, text: &str) {
        let text: String = match self.signs {
            Signs::All => text.to_owned(),
            Signs::Letters | Signs::Ascii => text
                .graphemes(true)
                .map(|sign| if sign == "\n" { sign.into() } else { self.signs.shown(sign) })
                .collect(),
        };
        let mut out = io::stdout().lock();
        let _closed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Waits for a line, or for what ends the waiting.
    fn hear(&self, patience: Option<Duration>) -> Heard {
        loop {
            let event = match patience {
                Some(patience) => self.inbox.recv_timeout(patience),
                None => self.inbox.recv().map_err(RecvTimeoutError::from),
            };
            let heard = match event.map(|event| *event) {
                Ok(Event::Paste(line)) => Heard::Line(Zeroizing::new(line)),
                Ok(Event::Suspended) => Heard::Suspended,
                Ok(Event::Ended) | Err(RecvTimeoutError::Disconnected) => Heard::Ended,
                Err(RecvTimeoutError::Timeout) => Heard::Idle,
                Ok(Event::Key(_) | Event::Resize(_) | Event::Wake | Event::Done(..)) => continue,
            };
            // The terminal shows the end of a line that was typed; nothing else does.
            if !self.is_terminal || !matches!(heard, Heard::Line(_)) {
                self.write("\n");
            }
            return heard;
        }
    }
}

impl Dialogue for Lines {
    fn say(&mut self, line: &str) {
        self.write(&format!("{}\n", printable(line, text::Lines::Many)));
    }

    fn ask(&mut self, prompt: &str) -> Heard {
        self.write(&printable(prompt, text::Lines::One));
        self.hear(Some(self.lock_after))
    }

    fn ask_secret(&mut self, prompt: &str) -> Heard {
        let before = tcgetattr(stdin()).ok();
        if let Some(before) = &before {
            set(before, |modes| {
                modes.remove(LocalModes::ECHO);
                modes.insert(LocalModes::ECHONL);
            });
        }
        self.write(&printable(prompt, text::Lines::One));
        let heard = self.hear(None);
        if let Some(before) = &before {
            set(before, |_| {});
        }
        heard
    }

    fn rest(&mut self) {
        // What was typed was for the station that has just been locked, not for its passphrase.
        let _ = tcflush(stdin(), QueueSelector::IFlush);
        let has_ended = self.inbox.try_iter().any(|event| matches!(*event, Event::Ended));
        if has_ended {
            // Nothing more will come: the next question is answered by the end.
            self.inbox = mpsc::channel().1;
        } else if self.suspension.take() {
            let _ = self.suspension.rest();
        }
    }
}

/// Puts the modes of before, changed. A terminal that is gone needs nothing.
fn set(before: &Termios, change: impl FnOnce(&mut LocalModes)) {
    let mut modes = before.clone();
    change(&mut modes.local_modes);
    let _ = tcsetattr(stdin(), OptionalActions::Now, &modes);
}

/// Passes on the lines that are typed, each as a text in one piece.
fn read(events: &Sender<Box<Event>>) {
    let mut buffer = Zeroizing::new([0; 4096]);
    let mut line = Zeroizing::new(Vec::with_capacity(buffer.len()));
    loop {
        match rustix::io::read(stdin(), &mut buffer[..]) {
            Ok(count @ 1..) => {
                for byte in &buffer[..count] {
                    if *byte != b'\n' {
                        if line.len() < LONGEST {
                            line.push(*byte);
                        }
                        continue;
                    }
                    if !send(events, &mut line) {
                        return;
                    }
                }
                // A passphrase may have stood there.
                buffer.fill(0);
            }
            Err(rustix::io::Errno::INTR) => {}
            Ok(_) | Err(_) => break,
        }
    }
    if !line.is_empty() {
        send(events, &mut line);
    }
    let _nobody_listens = events.send(Box::new(Event::Ended));
}

fn send(events: &Sender<Box<Event>>, line: &mut Zeroizing<Vec<u8>>) -> bool {
    let text = match std::str::from_utf8(line) {
        Ok(text) => text.trim_end_matches('\r').to_owned(),
        // An old terminal: Latin-1, of which every byte is a letter.
        Err(_) => line.iter().map(|byte| char::from(*byte)).collect(),
    };
    line.fill(0);
    line.clear();
    events.send(Box::new(Event::Paste(text))).is_ok()
}
