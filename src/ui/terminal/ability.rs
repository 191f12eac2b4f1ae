//! What a terminal does, as its name and the locale tell: how many colours, which attributes,
//! which of the modes that Jalon uses, which signs.
//!
//! No database of terminals is read and no terminal is asked: the few families below are told by
//! `TERM`, and everything that Jalon writes depends on them alone. A name nobody knows is that of
//! an emulator of today.

use ratatui::style::Modifier;

use super::signs::Signs;
use crate::ui::theme::depth::Depth;

/// What the environment says of the terminal; an empty value is none.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// `NO_COLOR`: whoever sets it wants none.
    pub no_color: String,
    /// `TERM`: the terminal's name.
    pub term: String,
    /// `COLORTERM`: `truecolor` or `24bit` where colours are full.
    pub colorterm: String,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub locale: String,
}

/// What a terminal does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ability {
    /// How many colours.
    pub depth: Depth,
    /// Attributes that show as what they are.
    pub attributes: Modifier,
    /// A second screen, from which the first one comes back as it was.
    pub has_second_screen: bool,
    /// Pastes are told from what is typed, when it is asked to.
    pub marks_pastes: bool,
    /// The cursor can be hidden.
    pub hides_cursor: bool,
    /// Letters and lines that show as what they are.
    pub signs: Signs,
}

/// Attributes that terminals of all times have.
const OLD: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED).union(Modifier::REVERSED);

impl Ability {
    /// What an emulator of today does, in sixteen colours.
    pub const FULL: Self = Self {
        depth: Depth::Sixteen,
        attributes: Modifier::all(),
        has_second_screen: true,
        marks_pastes: true,
        hides_cursor: true,
        signs: Signs::All,
    };

    /// What the terminal of these surroundings does; `None` when it shows no screen at all.
    pub fn of(it: &Surroundings) -> Option<Self> {
        let mut ability = family(&it.term, &it.colorterm)?;
        if !it.no_color.is_empty() || it.term.ends_with("-mono") || it.term.ends_with("-m") {
            ability.depth = Depth::Monochrome;
        }
        if !is_unicode(&it.locale) {
            ability.signs = Signs::Ascii;
        }
        Some(ability)
    }

    /// The signs of these surroundings where nothing but lines is written.
    pub fn signs_of_lines(it: &Surroundings) -> Signs {
        if is_unicode(&it.locale) { Signs::All } else { Signs::Ascii }
    }
}

/// What terminals of that name do.
fn family(term: &str, colorterm: &str) -> Option<Ability> {
    let is = |start: &str| term.starts_with(start);
    if matches!(term, "" | "dumb" | "unknown" | "vt52") {
        return None;
    }
    // The VT100 knows neither colours nor the modes that came after it; the VT220 hides its cursor.
    if is("vt") {
        let attributes = OLD;
        let hides_cursor = !is("vt1");
        return Some(Ability { attributes, hides_cursor, ..plain(Depth::Monochrome, Signs::Ascii) });
    }
    // Bold is how eight colours are made sixteen; its font has few signs.
    if is("linux") {
        return Some(Ability { hides_cursor: true, ..plain(Depth::Eight, Signs::Letters) });
    }
    if is("ansi") || is("cons25") || is("cygwin") {
        return Some(plain(Depth::Eight, Signs::Letters));
    }
    let indexed = if term.contains("256color") { Depth::TwoHundredFiftySix } else { Depth::Sixteen };
    // GNU Screen shows italics as reverse video, and reads a full colour as five attributes.
    if is("screen") {
        return Some(Ability { depth: indexed, attributes: OLD, ..Ability::FULL });
    }
    let is_full = matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct");
    Some(Ability { depth: if is_full { Depth::Full } else { indexed }, ..Ability::FULL })
}

/// Colours and signs, and nothing that came after the VT100.
const fn plain(depth: Depth, signs: Signs) -> Ability {
    Ability {
        depth,
        attributes: OLD,
        has_second_screen: false,
        marks_pastes: false,
        hides_cursor: false,
        signs,
    }
}

/// Whether programs of this locale write UTF-8.
fn is_unicode(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}
