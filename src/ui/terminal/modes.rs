//! How the line to the terminal treats what is typed: taken raw, given back as it was.
//!
//! Raw also switches flow control off: `ctrl-s` saves, it never freezes the screen.

use std::io;

use ratatui::layout::Size;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

/// What a terminal that does not say its size has: a serial line, most often.
const USUAL: Size = Size { width: 80, height: 24 };

/// The modes of the line before Jalon took it.
#[derive(Clone)]
pub struct Modes {
    before: Termios,
}

impl Modes {
    /// Takes the line raw.
    ///
    /// # Errors
    /// When standard input is not a terminal, or is gone.
    pub fn take() -> io::Result<Self> {
        let before = tcgetattr(stdin())?;
        let modes = Self { before };
        modes.take_again()?;
        Ok(modes)
    }

    /// Takes the line raw once more: while the program was suspended a shell used it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn take_again(&self) -> io::Result<()> {
        let mut raw = self.before.clone();
        raw.make_raw();
        Ok(tcsetattr(stdin(), OptionalActions::Now, &raw)?)
    }

    /// Gives the line back as it was. A terminal that is gone needs nothing.
    pub fn give_back(&self) {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.before);
    }
}

/// How large the window is.
///
/// # Errors
/// When standard output is not a terminal.
pub fn window() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    let known = Size { width: size.ws_col, height: size.ws_row };
    Ok(if known.width == 0 || known.height == 0 { USUAL } else { known })
}
