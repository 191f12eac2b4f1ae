//! What each role looks like. Screens name roles, never colours; colour never carries meaning
//! alone: what is overdue is also a word and a sign.

pub mod depth;
pub mod file;

use ratatui::style::Style;

use crate::config::problem::Problem;
use depth::Depth;

/// Declares the roles and their names in theme files.
macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)+) => {
        /// What a piece of the screen is for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name,)+ }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in theme files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }
        }
    };
}

roles! {
    /// Ordinary text.
    Text = "text",
    /// Text that matters less.
    TextDim = "text.dim",
    /// What draws the eye.
    Accent = "accent",
    /// The selected line of a list.
    Selection = "selection",
    /// Lines around things.
    Border = "border",
    /// Lines around what has the focus.
    BorderFocus = "border.focus",
    /// Titles and column headers.
    Title = "title",
    /// The top line.
    Top = "top",
    /// The bottom line.
    Bottom = "bottom",
    /// A key on the bottom line and in the help.
    Key = "key",
    /// A field of a form.
    Field = "field",
    /// The field that has the focus.
    FieldFocus = "field.focus",
    /// A field that is wrong.
    FieldError = "field.error",
    /// Done, in order.
    Good = "status.ok",
    /// Soon due.
    Soon = "status.soon",
    /// Overdue.
    Overdue = "status.overdue",
    /// Closed, out of the pathway.
    Closed = "status.closed",
    /// A message.
    Toast = "toast",
    /// A doubt.
    Doubt = "doubt",
    /// A refusal, and what cannot be undone.
    Danger = "danger",
    /// Letters that match a search.
    Match = "match",
    /// The banner of the demonstration.
    Demo = "demo",
}

/// The embedded themes: name and text. The first is the default.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("contrast", include_str!("../../../themes/contrast.toml")),
    ("mono", include_str!("../../../themes/mono.toml")),
];

/// A style for each role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: Vec<Style>,
}

impl Theme {
    /// An embedded theme, or the default one under an unknown name, for this terminal.
    ///
    /// Without colour at all, every theme is `mono`.
    pub fn embedded(name: &str, depth: Depth) -> Self {
        let name = if depth == Depth::Monochrome { "mono" } else { name };
        let known = EMBEDDED.iter().find(|(known, _)| *known == name).unwrap_or(&EMBEDDED[0]);
        file::read(known.1).0.reduced(depth)
    }

    /// A user's theme for this terminal.
    ///
    /// # Errors
    /// Every problem of the file, in the order of its lines.
    pub fn from_file(text: &str, depth: Depth) -> Result<Self, Vec<Problem>> {
        let (theme, problems) = file::read(text);
        match (problems.is_empty(), depth) {
            (false, _) => Err(problems),
            (true, Depth::Monochrome) => Ok(Self::embedded("mono", depth)),
            (true, Depth::Eight | Depth::Sixteen | Depth::TwoHundredFiftySix | Depth::Full) => {
                Ok(theme.reduced(depth))
            }
        }
    }

    /// How a role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    fn reduced(mut self, depth: Depth) -> Self {
        for style in &mut self.styles {
            if let (Depth::Eight, Some(color)) = (depth, style.fg) {
                *style = depth::of_eight(*style, color);
            }
            style.fg = style.fg.map(|color| depth.reduce(color));
            style.bg = style.bg.map(|color| depth.reduce(color));
        }
        self
    }
}
