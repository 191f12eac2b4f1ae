//! How many colours the terminal shows, and the nearest of them.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None: bold, reverse, underline.
    Monochrome,
    /// The sixteen that every terminal has.
    Sixteen,
    /// The indexed ones.
    TwoHundredFiftySix,
    /// Red, green and blue.
    Full,
}

/// What xterm shows for the sixteen colours.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The steps of each side of the cube of 6 × 6 × 6 colours.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Depth {
    /// What the environment says: `NO_COLOR`, `TERM`, `COLORTERM`.
    pub fn from_environment(no_color: Option<&str>, term: Option<&str>, colorterm: Option<&str>) -> Self {
        let term = term.unwrap_or("");
        if no_color.is_some_and(|value| !value.is_empty()) || matches!(term, "" | "dumb") {
            Self::Monochrome
        } else if colorterm.is_some_and(|value| matches!(value, "truecolor" | "24bit")) {
            Self::Full
        } else if term.contains("256color") {
            Self::TwoHundredFiftySix
        } else {
            Self::Sixteen
        }
    }

    /// The nearest colour that this terminal shows.
    pub fn reduce(self, color: Color) -> Color {
        match (self, color) {
            (Self::Monochrome, _) => Color::Reset,
            (Self::Sixteen, Color::Rgb(r, g, b)) => nearest_of_sixteen([r, g, b]),
            (Self::Sixteen, Color::Indexed(index)) => match SIXTEEN.get(usize::from(index)) {
                Some((color, _)) => *color,
                None => nearest_of_sixteen(rgb_of(index)),
            },
            (Self::TwoHundredFiftySix, Color::Rgb(r, g, b)) => nearest_indexed([r, g, b]),
            (Self::Sixteen | Self::TwoHundredFiftySix | Self::Full, other) => other,
        }
    }
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter().zip(b).map(|(x, y)| u32::from(x.abs_diff(y)).pow(2)).sum()
}

fn nearest_of_sixteen(rgb: [u8; 3]) -> Color {
    let nearest = SIXTEEN.iter().min_by_key(|(_, shown)| distance(*shown, rgb));
    nearest.map_or(Color::Reset, |(color, _)| *color)
}

fn nearest_indexed(rgb: [u8; 3]) -> Color {
    let nearest = (16..=255).min_by_key(|index| distance(rgb_of(*index), rgb));
    nearest.map_or(Color::Reset, Color::Indexed)
}

/// What xterm shows for an index from 16: the cube, then the greys.
fn rgb_of(index: u8) -> [u8; 3] {
    match index.checked_sub(16) {
        None => SIXTEEN[usize::from(index)].1,
        Some(cube @ 0..216) => {
            [CUBE[usize::from(cube / 36)], CUBE[usize::from(cube / 6 % 6)], CUBE[usize::from(cube % 6)]]
        }
        Some(grey) => [8 + (grey - 216) * 10; 3],
    }
}
