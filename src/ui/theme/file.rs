//! Theme files: a palette, roles, and the theme they inherit; every problem found with its line.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{EMBEDDED, Role, Theme};
use crate::config::problem::{Lines, Problem, keep_causes};

const ATTRIBUTES: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

const COLORS: &[(&str, Color)] = &[
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("grey", Color::Gray),
    ("dark-grey", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

/// Reads a theme. With problems, it holds what could be understood.
pub(super) fn read(text: &str) -> (Theme, Vec<Problem>) {
    let lines = Lines(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { lines, palette: BTreeMap::new(), problems: Vec::new() };
    reading.problems.extend(errors.iter().map(|error| lines.syntax(error)));
    let table = table.into_inner();
    let find = |name: &str| table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value);

    if let Some(palette) = find("palette") {
        reading.palette(palette);
    }
    let inherited = find("inherits").and_then(|value| reading.inherited(value));
    let mut styles: Vec<Option<Style>> = match inherited {
        Some(theme) => theme.styles.into_iter().map(Some).collect(),
        None => vec![None; Role::ALL.len()],
    };
    if let Some(roles) = find("roles") {
        reading.roles(roles, &mut styles);
    }
    for (name, _) in &table {
        if !["inherits", "palette", "roles"].contains(&name.get_ref().as_ref()) {
            let args = vec![("found", name.get_ref().to_string())];
            reading.problems.push(lines.problem(name, "theme-table", args));
        }
    }
    let missing: Vec<&str> = Role::ALL
        .iter()
        .zip(&styles)
        .filter(|(_, style)| style.is_none())
        .map(|(role, _)| role.id())
        .collect();
    if !missing.is_empty() {
        let args = vec![("missing", missing.join(", "))];
        reading.problems.push(Problem { line: 1, id: "theme-missing", args });
    }
    keep_causes(&mut reading.problems);
    (Theme { styles: styles.into_iter().map(Option::unwrap_or_default).collect() }, reading.problems)
}

struct Reading<'a> {
    lines: Lines<'a>,
    palette: BTreeMap<String, Color>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn refuse<T>(&mut self, at: &Spanned<T>, id: &'static str, found: &str) {
        self.problems.push(self.lines.problem(at, id, vec![("found", found.to_owned())]));
    }

    fn inherited(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Theme> {
        let name = value.get_ref().as_str().unwrap_or_default();
        let known = EMBEDDED.iter().find(|(known, _)| *known == name);
        if known.is_none() {
            self.refuse(value, "theme-inherits", name);
        }
        known.map(|(_, text)| read(text).0)
    }

    fn palette(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(table) = value.get_ref().as_table() else {
            return self.refuse(value, "theme-table", "palette");
        };
        for (name, value) in table {
            if let Some(color) = self.color(value) {
                self.palette.insert(name.get_ref().to_string(), color);
            }
        }
    }

    fn roles(&mut self, value: &Spanned<DeValue<'_>>, styles: &mut [Option<Style>]) {
        let Some(table) = value.get_ref().as_table() else {
            return self.refuse(value, "theme-table", "roles");
        };
        for (name, value) in table {
            let Some(role) = Role::ALL.iter().find(|role| role.id() == name.get_ref()) else {
                self.refuse(name, "theme-role", name.get_ref());
                continue;
            };
            styles[*role as usize] = Some(self.style(name, value));
        }
    }

    fn style(&mut self, name: &Spanned<Cow<'_, str>>, value: &Spanned<DeValue<'_>>) -> Style {
        let mut style = Style::new();
        let Some(table) = value.get_ref().as_table() else {
            self.refuse(value, "theme-style", name.get_ref());
            return style;
        };
        for (part, value) in table {
            match part.get_ref().as_ref() {
                "fg" => style.fg = self.color(value),
                "bg" => style.bg = self.color(value),
                other => {
                    match (ATTRIBUTES.iter().find(|(name, _)| *name == other), value.get_ref().as_bool()) {
                        (Some((_, modifier)), Some(true)) => style = style.add_modifier(*modifier),
                        (Some(_), Some(false)) => {}
                        (Some(_), None) => self.refuse(value, "theme-yes-no", other),
                        (None, _) => self.refuse(part, "theme-attribute", other),
                    }
                }
            }
        }
        style
    }

    fn color(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Color> {
        let text = value.get_ref().as_str().unwrap_or_default();
        let named = COLORS.iter().find(|(name, _)| *name == text).map(|(_, color)| *color);
        let color = named
            .or_else(|| self.palette.get(text).copied())
            .or_else(|| hexadecimal(text))
            .or_else(|| text.parse().ok().map(Color::Indexed));
        if color.is_none() {
            self.refuse(value, "theme-color", text);
        }
        color
    }
}

/// `#d79921`.
fn hexadecimal(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
    Some(Color::Rgb(part(0)?, part(2)?, part(4)?))
}
