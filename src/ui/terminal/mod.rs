//! The terminal: taken at the start, given back at the end, whatever the end is.
//!
//! Raw mode also switches flow control off: `ctrl-s` saves, it never freezes the screen.

pub mod wiping;

use std::io::{self, BufWriter, Stdout, Write as _};

use ratatui::Terminal;
use ratatui::layout::Size;

use wiping::Wiping;

/// Bytes written at once: a whole frame of a large window.
const BUFFER: usize = 64 * 1024;

/// The real terminal.
pub type Screen = Terminal<Wiping<BufWriter<Stdout>>>;

/// Holds the terminal; gives it back when dropped.
pub struct Held(Screen);

impl Held {
    /// Takes the terminal, and makes sure that a panic gives it back.
    ///
    /// # Errors
    /// When standard output is not a terminal.
    pub fn take() -> io::Result<Self> {
        give_back_on_panic();
        crossterm::terminal::enable_raw_mode()?;
        let taken = Self::take_screen();
        if taken.is_err() {
            // The first failure is the one to tell.
            let _ = crossterm::terminal::disable_raw_mode();
        }
        taken
    }

    fn take_screen() -> io::Result<Self> {
        let mut backend = Wiping::new(BufWriter::with_capacity(BUFFER, io::stdout()), window);
        backend.enter()?;
        Ok(Self(Terminal::new(backend)?))
    }

    /// What frames are drawn on.
    pub fn screen(&mut self) -> &mut Screen {
        &mut self.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back, and there is nobody left to tell.
        let _ = self.0.backend_mut().leave();
        let _ = crossterm::terminal::disable_raw_mode();
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

/// A panic wipes the screen, gives the terminal back and says where it happened: never a value,
/// which could be about someone.
fn give_back_on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = Wiping::new(io::stdout(), window).leave();
        let _ = crossterm::terminal::disable_raw_mode();
        if let Some(place) = panic.location() {
            let _ = writeln!(io::stderr(), "jalon: {}:{}", place.file(), place.line());
        }
    }));
}
