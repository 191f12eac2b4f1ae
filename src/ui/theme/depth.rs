//! How many colours the terminal shows, and the nearest of them.

use ratatui::style::{Color, Modifier, Style};

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// None: bold, reverse, underline.
    Monochrome,
    /// Eight, and bold that makes them brighter.
    Eight,
    /// The sixteen that every emulator has.
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
    /// Its name in the words: `terminal-depth-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Monochrome => "none",
            Self::Eight => "eight",
            Self::Sixteen => "sixteen",
            Self::TwoHundredFiftySix => "indexed",
            Self::Full => "full",
        }
    }

    /// The nearest colour that this terminal shows.
    pub fn reduce(self, color: Color) -> Color {
        match (self, color) {
            (Self::Monochrome, _) => Color::Reset,
            (Self::Eight, _) => nearest_of_eight(Self::Sixteen.reduce(color)),
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

/// What eight colours have instead; whoever asks makes bold what was bright.
fn nearest_of_eight(color: Color) -> Color {
    match color {
        // Bold black is black on many screens: what is grey is rather plain text.
        Color::DarkGray => Color::Reset,
        Color::LightRed => Color::Red,
        Color::LightGreen => Color::Green,
        Color::LightYellow => Color::Yellow,
        Color::LightBlue => Color::Blue,
        Color::LightMagenta => Color::Magenta,
        Color::LightCyan => Color::Cyan,
        Color::White => Color::Gray,
        other => other,
    }
}

/// A style of this colour where bold is what makes a colour bright: bold if it is, underlined
/// rather than bold if it must stay as dark as it is.
pub(super) fn of_eight(style: Style, color: Color) -> Style {
    let sixteen = Depth::Sixteen.reduce(color);
    let is_plain = matches!(sixteen, Color::Reset | Color::DarkGray);
    if is_plain {
        style
    } else if nearest_of_eight(sixteen) != sixteen {
        style.add_modifier(Modifier::BOLD)
    } else if style.add_modifier.contains(Modifier::BOLD) {
        style.remove_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED)
    } else {
        style
    }
}

/// Greys are reduced to greys, and never to the dark one: what terminals show for it goes from
/// easily read to hardly seen.
fn nearest_of_sixteen(rgb: [u8; 3]) -> Color {
    let is_grey = rgb.iter().all(|part| part.abs_diff(rgb[0]) < 24);
    let greys = [Color::Black, Color::Gray, Color::White];
    let candidates =
        SIXTEEN.iter().filter(|(color, _)| *color != Color::DarkGray && (!is_grey || greys.contains(color)));
    let nearest = candidates.min_by_key(|(_, shown)| distance(*shown, rgb));
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
