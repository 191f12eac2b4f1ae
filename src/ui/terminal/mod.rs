//! The terminal: taken at the start, given back at the end, whatever the end is.

pub mod ability;
pub mod decoder;
pub mod keyboard;
pub mod learnt;
pub mod lines;
pub mod modes;
pub mod pen;
pub mod signals;
pub mod signs;
pub mod wiping;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use ratatui::Terminal;

use super::event::Event;
use super::run::{Learn, Surface};
use ability::Ability;
use learnt::Learnt;
use modes::Modes;
pub use modes::window;
use pen::Pen;
use signals::Suspension;
use signs::Signs;
use wiping::{Keeper, Wiping};

/// The real terminal.
pub type Screen = Terminal<Wiping<Output>>;

/// How long the end waits for a line that takes nothing any more.
const LAST_FRAME: Duration = Duration::from_secs(1);

/// Bytes for the pen, a frame at a time.
pub struct Output {
    frame: Vec<u8>,
    pen: Pen,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pen.write(std::mem::take(&mut self.frame))
    }
}

/// Holds the terminal; gives it back when dropped.
pub struct Held {
    screen: Screen,
    modes: Modes,
    pen: Pen,
    suspension: Suspension,
    learn: Learn,
    is_held: Arc<AtomicBool>,
}

impl Held {
    /// Takes the terminal, and makes sure that a panic of this thread gives it back. `events` is
    /// told when a frame is written that something waited for.
    ///
    /// # Errors
    /// When standard input or output is not a terminal.
    pub fn take(
        ability: Ability,
        learn: Learn,
        suspension: Suspension,
        events: Sender<Box<Event>>,
    ) -> io::Result<Self> {
        let modes = Modes::take()?;
        let taken = Self::take_screen(ability, learn, modes.clone(), suspension, events);
        if taken.is_err() {
            // The first failure is the one to tell.
            modes.give_back();
        }
        taken
    }

    fn take_screen(
        ability: Ability,
        learn: Learn,
        modes: Modes,
        suspension: Suspension,
        events: Sender<Box<Event>>,
    ) -> io::Result<Self> {
        let pen = Pen::new(io::stdout(), events)?;
        let is_held = Arc::new(AtomicBool::new(true));
        give_back_on_panic(Arc::clone(&is_held), ability, modes.clone(), pen.clone());
        let output = Output { frame: Vec::new(), pen: pen.clone() };
        let mut backend = Wiping::new(output, window).able(ability).kept_by(keeper());
        backend.enter()?;
        Ok(Self { screen: Terminal::new(backend)?, modes, pen, suspension, learn, is_held })
    }

    fn give_back(&mut self) {
        // A terminal that is gone cannot be given back, and there is nobody left to tell.
        let _ = self.screen.backend_mut().leave();
        self.pen.finish(LAST_FRAME);
        self.modes.give_back();
    }
}

impl Surface for Held {
    type Backend = Wiping<Output>;

    fn terminal(&mut self) -> &mut Screen {
        &mut self.screen
    }

    fn is_ready(&self) -> bool {
        self.pen.is_idle()
    }

    fn rest(&mut self) -> io::Result<()> {
        if self.suspension.take() {
            self.give_back();
            self.suspension.rest()?;
            self.modes.take_again()?;
            self.screen.backend_mut().enter()?;
        }
        Ok(())
    }

    fn write_with(&mut self, signs: Signs) {
        self.screen.backend_mut().write_with(signs);
    }

    fn learn(&mut self, learnt: Learnt) {
        (self.learn)(learnt);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_held.load(Ordering::Acquire) {
            self.give_back();
            self.pen.put_down();
            self.is_held.store(false, Ordering::Release);
        }
    }
}

/// Who shows this, here or where the connection comes from.
fn keeper() -> Keeper {
    let named = |name: &str| std::env::var(name).unwrap_or_default();
    let kind = named("TERM");
    if !named("TMUX").is_empty() || kind.starts_with("tmux") {
        Keeper::Tmux
    } else if !named("STY").is_empty() || kind.starts_with("screen") {
        Keeper::Screen
    } else {
        Keeper::Nobody
    }
}

/// A panic of this thread wipes the screen, gives the terminal back and says where it happened:
/// never a value, which could be about someone. Other threads catch their own panics and go on
/// behind the screen, which stays as it is.
fn give_back_on_panic(is_held: Arc<AtomicBool>, ability: Ability, modes: Modes, pen: Pen) {
    let mine = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_held_now = is_held.load(Ordering::Acquire);
        let is_mine = std::thread::current().id() == mine;
        if is_held_now && is_mine {
            pen.put_down();
            let mut wiping = Wiping::new(io::stdout(), window).able(ability).kept_by(keeper()).spilled();
            let _ = wiping.leave();
            modes.give_back();
            is_held.store(false, Ordering::Release);
        }
        if is_mine || !is_held_now {
            before(panic);
        }
    }));
}
