//! The line between a terminal and the program: as slow as it is said to be, and a window that
//! may be shut, behind which nothing is read.
//!
//! Nothing sleeps for a time chosen in advance: bytes come out when the line has carried them.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use jalon::clock;

/// How fast a line is.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    bytes_per_second: Option<u32>,
    one_way: Duration,
}

impl Link {
    /// No line at all.
    pub const fn direct() -> Self {
        Self { bytes_per_second: None, one_way: Duration::ZERO }
    }

    /// 64 kbit/s, and 300 ms from a key to the first byte of its answer.
    pub const fn of_64_kbits() -> Self {
        Self { bytes_per_second: Some(8_000), one_way: Duration::from_millis(150) }
    }

    /// Bytes read at once: a packet.
    pub(super) const fn piece(self) -> usize {
        if self.bytes_per_second.is_some() { 512 } else { 16 * 1024 }
    }

    pub(super) fn pace(self) -> Pace {
        Pace { link: self, free_at: clock::instant() }
    }

    /// What is typed arrives later, in the same order.
    pub(super) fn keyboard(self, mut keyboard: Box<dyn Write + Send>) -> Box<dyn Write + Send> {
        if self.one_way.is_zero() {
            return keyboard;
        }
        let (typed, keys) = mpsc::channel::<(Instant, Vec<u8>)>();
        thread::spawn(move || {
            for (at, bytes) in keys {
                wait_until(at + self.one_way);
                // The test may be over.
                let _ = keyboard.write_all(&bytes).and_then(|()| keyboard.flush());
            }
        });
        Box::new(Later(typed))
    }
}

/// When the line has carried what was written so far.
pub struct Pace {
    link: Link,
    free_at: Instant,
}

impl Pace {
    /// Carries so many bytes: holds the reader back until the line is free again, and says when
    /// they come out at its other end.
    pub(super) fn carry(&mut self, count: usize) -> Instant {
        let Some(rate) = self.link.bytes_per_second else { return clock::instant() };
        let count = u32::try_from(count).expect("a packet");
        self.free_at = self.free_at.max(clock::instant()) + Duration::from_secs(1) * count / rate;
        wait_until(self.free_at);
        self.free_at + self.link.one_way
    }
}

struct Later(Sender<(Instant, Vec<u8>)>);

impl Write for Later {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.send((clock::instant(), bytes.to_vec())).map_err(std::io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Waits for that instant, if it is still to come.
pub fn wait_until(at: Instant) {
    let (_nobody, never) = mpsc::channel::<()>();
    let left = at.saturating_duration_since(clock::instant());
    if !left.is_zero() {
        assert_eq!(never.recv_timeout(left), Err(RecvTimeoutError::Timeout));
    }
}

/// Open: what is written is read. Shut: it fills the line.
#[derive(Clone, Default)]
pub struct Window(Arc<(Mutex<bool>, Condvar)>);

impl Window {
    pub(super) fn shut(&self) {
        *self.0.0.lock().expect("nobody panics while holding it") = true;
    }

    pub(super) fn open(&self) {
        *self.0.0.lock().expect("nobody panics while holding it") = false;
        self.0.1.notify_all();
    }

    /// Waits while it is shut.
    pub(super) fn wait(&self) {
        let is_shut = self.0.0.lock().expect("nobody panics while holding it");
        drop(self.0.1.wait_while(is_shut, |is_shut| *is_shut).expect("nobody panics while holding it"));
    }
}
