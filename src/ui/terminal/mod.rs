//! The terminal: taken at the start, given back at the end, whatever the end is.
//!
//! Raw mode also switches flow control off: `ctrl-s` saves, it never freezes the screen.

pub mod wiping;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::Terminal;
use ratatui::layout::Size;

use wiping::Wiping;

/// The real terminal.
pub type Screen = Terminal<Wiping<Output>>;

/// Bytes for standard output, a frame at a time, for as long as the terminal is held: once a panic
/// has given it back, what was left of a frame is never written.
pub struct Output {
    frame: Vec<u8>,
    is_held: Arc<AtomicBool>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let frame = std::mem::take(&mut self.frame);
        if !self.is_held.load(Ordering::Acquire) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&frame)?;
        out.flush()
    }
}

/// Holds the terminal; gives it back when dropped.
pub struct Held {
    screen: Screen,
    is_held: Arc<AtomicBool>,
}

impl Held {
    /// Takes the terminal, and makes sure that a panic of this thread gives it back.
    ///
    /// # Errors
    /// When standard output is not a terminal.
    pub fn take() -> io::Result<Self> {
        let is_held = Arc::new(AtomicBool::new(true));
        give_back_on_panic(Arc::clone(&is_held));
        crossterm::terminal::enable_raw_mode()?;
        let taken = Self::take_screen(is_held);
        if taken.is_err() {
            // The first failure is the one to tell.
            let _ = crossterm::terminal::disable_raw_mode();
        }
        taken
    }

    fn take_screen(is_held: Arc<AtomicBool>) -> io::Result<Self> {
        let output = Output { frame: Vec::new(), is_held: Arc::clone(&is_held) };
        let mut backend = Wiping::new(output, window);
        backend.enter()?;
        Ok(Self { screen: Terminal::new(backend)?, is_held })
    }

    /// What frames are drawn on.
    pub fn screen(&mut self) -> &mut Screen {
        &mut self.screen
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_held.load(Ordering::Acquire) {
            // A terminal that is gone cannot be given back, and there is nobody left to tell.
            let _ = self.screen.backend_mut().leave();
            let _ = crossterm::terminal::disable_raw_mode();
            self.is_held.store(false, Ordering::Release);
        }
    }
}

/// How large the window is.
///
/// # Errors
/// When standard output is not a terminal.
pub fn window() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// A panic of this thread wipes the screen, gives the terminal back and says where it happened:
/// never a value, which could be about someone. Other threads catch their own panics and go on
/// behind the screen, which stays as it is.
fn give_back_on_panic(is_held: Arc<AtomicBool>) {
    let mine = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_held_now = is_held.load(Ordering::Acquire);
        let is_mine = std::thread::current().id() == mine;
        if is_held_now && is_mine {
            let _ = Wiping::new(io::stdout(), window).leave();
            let _ = crossterm::terminal::disable_raw_mode();
            is_held.store(false, Ordering::Release);
        }
        if is_mine || !is_held_now {
            before(panic);
        }
    }));
}
