//! What is written to the terminal, byte by byte: the only sequences Jalon ever sends.
//!
//! Lines are wiped one by one with `ESC[2K`, never the screen with `2J` or `0J`: multiplexers
//! push a cleared screen into their scrollback, and people's names with it. A multiplexer without
//! an alternate screen does the same with what a smaller window has no room for, before anybody is
//! told: there the scrollback is emptied. No title, no clipboard, no query: nothing but cursor
//! moves, colours and text, and of these what the terminal's [`Ability`] allows.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};

use super::ability::Ability;
use super::signs::Signs;
use crate::domain::text::{Lines, printable};

/// Asks the system how large the window is.
pub type Measure = fn() -> io::Result<Size>;

/// Who may keep the lines for which a smaller window has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// Nobody: a terminal of its own has an alternate screen, which keeps nothing.
    Nobody,
    /// tmux, which forgets when it is asked to.
    Tmux,
    /// GNU screen, or a multiplexer behind a connection, which may be either: GNU screen forgets only
    /// what other lines push out.
    Screen,
}

/// Empty lines that push everything out of a scrollback. Most are set to far fewer.
const ENOUGH_LINES: usize = 10_000;

/// A terminal that is written to sparingly.
pub struct Wiping<W: Write> {
    out: W,
    measure: Measure,
    ability: Ability,
    cursor: Option<Position>,
    is_cursor_shown: Option<bool>,
    /// The window when it was last wiped.
    known: Size,
    keeper: Keeper,
    /// Whether the keeper may have kept something since it was last made to forget.
    has_spilled: bool,
}

impl<W: Write> Wiping<W> {
    /// An emulator of today; what it shows at the start is not known.
    pub const fn new(out: W, measure: Measure) -> Self {
        Self {
            out,
            measure,
            ability: Ability::FULL,
            cursor: None,
            is_cursor_shown: None,
            known: Size::ZERO,
            keeper: Keeper::Nobody,
            has_spilled: false,
        }
    }

    /// The same before a keeper of lines.
    #[must_use]
    pub fn kept_by(self, keeper: Keeper) -> Self {
        Self { keeper, ..self }
    }

    /// The same at the end of something that went wrong: nobody knows what was wiped before.
    #[must_use]
    pub fn spilled(self) -> Self {
        Self { has_spilled: true, ..self }
    }

    /// A terminal that does this, and no more.
    #[must_use]
    pub fn able(mut self, ability: Ability) -> Self {
        self.ability = ability;
        self
    }

    /// Writes these signs from now on; what is on the screen stays.
    pub const fn write_with(&mut self, signs: Signs) {
        self.ability.signs = signs;
    }

    /// Takes the whole screen: the second one if there is one, with pasted text marked as such.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn enter(&mut self) -> io::Result<()> {
        if self.ability.has_second_screen {
            self.out.write_all(b"\x1b[?1049h")?;
        }
        if self.ability.marks_pastes {
            self.out.write_all(b"\x1b[?2004h")?;
        }
        self.clear()?;
        self.out.flush()
    }

    /// Wipes every line and gives the screen back as it was.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn leave(&mut self) -> io::Result<()> {
        self.clear()?;
        self.out.write_all(b"\x1b[1;1H")?;
        if self.ability.marks_pastes {
            self.out.write_all(b"\x1b[?2004l")?;
        }
        self.is_cursor_shown = None;
        self.show_cursor()?;
        if self.ability.has_second_screen {
            self.out.write_all(b"\x1b[?1049l")?;
        }
        self.cursor = None;
        self.out.flush()
    }

    fn wipe(&mut self, rows: std::ops::Range<u16>) -> io::Result<()> {
        self.out.write_all(b"\x1b[m")?;
        for row in rows {
            write!(self.out, "\x1b[{}H\x1b[2K", row + 1)?;
        }
        self.cursor = None;
        Ok(())
    }

    /// Wipes every line, and what a multiplexer may have kept of those that found no room.
    fn wipe_all(&mut self) -> io::Result<()> {
        let size = self.size()?;
        self.has_spilled |= size.width < self.known.width || size.height < self.known.height;
        self.known = size;
        self.wipe(0..size.height)?;
        if std::mem::take(&mut self.has_spilled) { self.empty_scrollback(size.height) } else { Ok(()) }
    }

    /// Only after the lines were wiped: these would be pushed into it.
    fn empty_scrollback(&mut self, rows: u16) -> io::Result<()> {
        match self.keeper {
            Keeper::Nobody => Ok(()),
            Keeper::Tmux => self.out.write_all(b"\x1b[3J"),
            Keeper::Screen => {
                write!(self.out, "\x1b[{rows}H")?;
                self.out.write_all(&[b'\n'; ENOUGH_LINES])?;
                self.out.write_all(b"\x1b[3J")
            }
        }
    }

    fn go_to(&mut self, to: Position) -> io::Result<()> {
        if self.cursor != Some(to) {
            write!(self.out, "\x1b[{};{}H", to.y + 1, to.x + 1)?;
            self.cursor = Some(to);
        }
        Ok(())
    }
}

impl<W: Write> Backend for Wiping<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut current = Style::reset();
        let plain = current;
        for (x, y, cell) in content {
            self.go_to(Position::new(x, y))?;
            let style = looks(cell, self.ability.attributes);
            if style != current {
                write_style(&mut self.out, style)?;
                current = style;
            }
            let symbol = printable(cell.symbol(), Lines::One);
            self.out.write_all(self.ability.signs.shown(&symbol).as_bytes())?;
            // Terminals disagree on the width of anything unusual: say where the next cell is.
            let is_usual = unicode_width::UnicodeWidthStr::width(&*symbol) == 1;
            self.cursor = is_usual.then(|| Position::new(x + 1, y));
        }
        if current != plain {
            self.out.write_all(b"\x1b[m")?;
        }
        // At the right edge the cursor may stand on the last column or on the next line.
        if self.cursor.is_some_and(|at| (self.measure)().map_or(true, |size| at.x >= size.width)) {
            self.cursor = None;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.ability.hides_cursor && self.is_cursor_shown != Some(false) {
            self.out.write_all(b"\x1b[?25l")?;
            self.is_cursor_shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.ability.hides_cursor && self.is_cursor_shown != Some(true) {
            self.out.write_all(b"\x1b[?25h")?;
            self.is_cursor_shown = Some(true);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.go_to(position.into())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wipe_all()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let rows = self.size()?.height;
        let row = self.cursor.map_or(0, |at| at.y);
        match region {
            ClearType::All => self.wipe_all(),
            ClearType::AfterCursor => self.wipe(row..rows),
            ClearType::BeforeCursor => self.wipe(0..row + 1),
            ClearType::CurrentLine | ClearType::UntilNewLine => self.wipe(row..row + 1),
        }
    }

    fn size(&self) -> io::Result<Size> {
        (self.measure)()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How a cell looks with these attributes; equal looks are equal values.
fn looks(cell: &Cell, attributes: Modifier) -> Style {
    Style::reset().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier & attributes)
}

const ATTRIBUTES: [(Modifier, u8); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// One sequence that forgets the style before and sets this one.
fn write_style(out: &mut impl Write, style: Style) -> io::Result<()> {
    out.write_all(b"\x1b[")?;
    for (modifier, number) in ATTRIBUTES {
        if style.add_modifier.contains(modifier) {
            write!(out, ";{number}")?;
        }
    }
    write_color(out, style.fg.unwrap_or(Color::Reset), 30)?;
    write_color(out, style.bg.unwrap_or(Color::Reset), 40)?;
    out.write_all(b"m")
}

/// `base` is 30 for the text, 40 for what is behind it.
fn write_color(out: &mut impl Write, color: Color, base: u8) -> io::Result<()> {
    let number = match color {
        Color::Reset => return Ok(()),
        Color::Rgb(r, g, b) => return write!(out, ";{};2;{r};{g};{b}", base + 8),
        Color::Indexed(index) => return write!(out, ";{};5;{index}", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    write!(out, ";{}", base + number)
}
