//! Screens as text that a reviewer can read, with what colours them.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// The rows of a screen, without trailing spaces.
pub fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let rows = buffer.content().chunks(width).map(|row| {
        let mut line = String::new();
        let mut hidden = 0;
        for cell in row {
            if hidden == 0 {
                line.push_str(cell.symbol());
                hidden = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
            } else {
                hidden -= 1;
            }
        }
        line.trim_end().to_owned() + "\n"
    });
    rows.collect()
}

/// The rows, each followed by its runs of style: `~ 17..44 fg=Red bold`.
pub fn with_runs(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let plain = text(buffer);
    let mut said = String::new();
    for (line, row) in plain.lines().zip(buffer.content().chunks(width)) {
        said.push_str(&format!("│{line}\n"));
        let mut start = 0;
        while start < row.len() {
            let look = looks(&row[start]);
            let end = start + row[start..].iter().take_while(|cell| looks(cell) == look).count();
            if !look.is_empty() {
                said.push_str(&format!("~ {start}..{end}{look}\n"));
            }
            start = end;
        }
    }
    said
}

fn looks(cell: &ratatui::buffer::Cell) -> String {
    let mut look = String::new();
    if cell.fg != Color::Reset {
        look.push_str(&format!(" fg={}", cell.fg));
    }
    if cell.bg != Color::Reset {
        look.push_str(&format!(" bg={}", cell.bg));
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underline"),
        (Modifier::REVERSED, "reverse"),
    ] {
        if cell.modifier.contains(modifier) {
            look.push(' ');
            look.push_str(name);
        }
    }
    look
}
