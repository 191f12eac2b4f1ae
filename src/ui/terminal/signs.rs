//! Letters and lines for terminals that do not have all of them: each sign of the screens becomes
//! one that is as wide, so that nothing moves.
//!
//! Screens never know: they draw the same cells everywhere, and this is asked when a cell is
//! written. What two signs of one drawing tell apart, their replacements tell apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_width::UnicodeWidthStr as _;

/// Which signs a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// All of Unicode.
    All,
    /// The letters of European languages, and single lines.
    Letters,
    /// ASCII.
    Ascii,
}

impl Signs {
    /// The symbol, or what stands for it here: as wide as it.
    pub fn shown(self, symbol: &str) -> Cow<'_, str> {
        let is_shown = match self {
            Self::All => true,
            Self::Letters => symbol.chars().all(is_of_letters),
            Self::Ascii => symbol.is_ascii(),
        };
        if is_shown { Cow::Borrowed(symbol) } else { Cow::Owned(in_ascii(symbol)) }
    }

    /// The signs of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::All, Self::Letters, Self::Ascii].into_iter().find(|signs| signs.id() == id)
    }

    /// Its name in what is kept about a terminal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Letters => "letters",
            Self::Ascii => "ascii",
        }
    }
}

/// Whether the fonts of a console have it.
const fn is_of_letters(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a0}'..='\u{17f}'
            | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '‹' | '›' | '€'
            | '─' | '│' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼'
    )
}

/// The same in ASCII, one character for each column.
pub fn in_ascii(symbol: &str) -> String {
    let columns = symbol.width().max(1);
    let mut text = String::with_capacity(columns);
    text.push(symbol.chars().next().map_or(' ', one));
    text.extend(std::iter::repeat_n(' ', columns - 1));
    text
}

/// What stands for a character.
fn one(c: char) -> char {
    match c {
        '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '‘' | '’' | 'ʼ' => '\'',
        '“' | '”' | '«' | '»' | '„' => '"',
        '–' | '—' | '‑' | '−' | '─' | '·' | '•' => '-',
        '…' => '~',
        '›' | '→' | '▸' | '≥' => '>',
        '‹' | '←' | '≤' => '<',
        '↑' | '▴' => '^',
        '↓' | '▾' => 'v',
        '✓' | '●' | '★' => '*',
        '×' | '✗' => 'x',
        '○' | '□' | '°' | 'º' | 'œ' => 'o',
        '■' | '═' | '█' | '▓' => '#',
        '━' => '=',
        '╌' => '.',
        '░' | '▒' => ':',
        '⏎' => '/',
        '│' | '║' => '|',
        '┃' => 'I',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '⟦' => '[',
        '⟧' => ']',
        '€' => 'E',
        '²' => '2',
        'Œ' => 'O',
        'æ' | 'ª' => 'a',
        'Æ' => 'A',
        'ß' => 's',
        'ø' => 'o',
        'Ø' => 'O',
        'ł' => 'l',
        'Ł' => 'L',
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        'ı' => 'i',
        // A letter with its accents: the letter.
        other => other.nfd().next().filter(char::is_ascii).unwrap_or('?'),
    }
}
