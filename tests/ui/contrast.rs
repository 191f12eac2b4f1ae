//! What every theme shows on the screens that counsellors have, and that it can be read: WCAG 2.2,
//! 1.4.3, asks for a ratio of 4.5. Roles are tried, and with them every screen: none names a colour of its
//! own (`tidy`).

use jalon::ui::theme::depth::Depth;
use jalon::ui::theme::{Role, Theme};
use ratatui::style::{Color, Modifier, Style};

type Rgb = [u8; 3];

/// What one terminal shows for the sixteen colours, from black to white.
struct Palette {
    name: &'static str,
    depth: Depth,
    colours: [u32; 16],
}

const PALETTES: [Palette; 5] = [
    Palette {
        name: "xterm",
        depth: Depth::Sixteen,
        colours: [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    },
    Palette {
        name: "xterm, 256 colours",
        depth: Depth::TwoHundredFiftySix,
        colours: [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    },
    Palette {
        name: "PuTTY",
        depth: Depth::Sixteen,
        colours: [
            0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    },
    Palette {
        name: "Windows Terminal",
        depth: Depth::TwoHundredFiftySix,
        colours: [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    },
    Palette {
        name: "Linux console",
        depth: Depth::Eight,
        colours: [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    },
];

const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

impl Palette {
    fn rgb(&self, rank: usize) -> Rgb {
        let [_, r, g, b] = self.colours[rank].to_be_bytes();
        [r, g, b]
    }

    /// What shows for a colour; `default` for none. Bold brightens text where there are eight.
    fn shown(&self, color: Option<Color>, is_bold: bool, default: Rgb) -> Rgb {
        let color = match color.unwrap_or(Color::Reset) {
            Color::Reset => return default,
            Color::Indexed(grey @ 232..) => return [8 + (grey - 232) * 10; 3],
            other => other,
        };
        let rank = NAMED.iter().position(|it| *it == color).expect("a colour that this terminal has");
        let brighter = if self.depth == Depth::Eight && is_bold && rank < 8 { 8 } else { 0 };
        self.rgb(rank + brighter)
    }

    /// What is written in a style on this background: text, and what is behind it.
    fn drawn(&self, style: Style, is_light: bool) -> (Rgb, Rgb) {
        let (black, white) = (self.rgb(0), if is_light { [255; 3] } else { self.rgb(7) });
        let (text, behind) = if is_light { (black, white) } else { (white, black) };
        let is_bold = style.add_modifier.contains(Modifier::BOLD);
        let text = self.shown(style.fg, is_bold, text);
        let behind = self.shown(style.bg, false, behind);
        if style.add_modifier.contains(Modifier::REVERSED) { (behind, text) } else { (text, behind) }
    }
}

fn luminance(rgb: Rgb) -> f64 {
    let [r, g, b] = rgb.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast((text, behind): (Rgb, Rgb)) -> f64 {
    let (a, b) = (luminance(text), luminance(behind));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The worst role of a theme on each palette; every one below 4.5.
fn judge(theme: &str, is_light: bool, problems: &mut Vec<String>) -> f64 {
    let mut worst = f64::INFINITY;
    for palette in &PALETTES {
        let look = Theme::embedded(theme, palette.depth);
        for role in Role::ALL {
            let mut style = look.style(*role);
            if *role == Role::Match {
                style = look.style(Role::Text).patch(style);
            }
            let ratio = contrast(palette.drawn(style, is_light));
            worst = worst.min(ratio);
            if ratio < 4.5 {
                problems.push(format!("{theme}, {}: {} {ratio:.2}", palette.name, role.id()));
            }
        }
    }
    worst
}

#[test]
#[expect(clippy::print_stdout, reason = "figures that are promised are shown, not only compared")]
fn every_role_of_every_theme_is_legible_on_every_terminal() {
    let mut problems = Vec::new();
    // The strong theme and the one without colours hold on any background.
    for (theme, grounds) in
        [("dark", &[false][..]), ("light", &[true]), ("contrast", &[false, true]), ("mono", &[false, true])]
    {
        for is_light in grounds {
            let worst = judge(theme, *is_light, &mut problems);
            let ground = if *is_light { "light" } else { "dark" };
            println!("theme {theme} on a {ground} ground: worst contrast {worst:.1}");
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn greys_are_kept_where_there_are_some_and_become_text_where_there_are_not() {
    let of = |name, depth| Theme::embedded(name, depth).style(Role::TextDim).fg;
    assert_eq!(of("dark", Depth::TwoHundredFiftySix), Some(Color::Indexed(245)));
    assert_eq!(of("dark", Depth::Sixteen), Some(Color::Gray));
    assert_eq!(of("light", Depth::Sixteen), Some(Color::Black));
    let bright = Theme::embedded("dark", Depth::Eight).style(Role::Soon);
    assert_eq!((bright.fg, bright.add_modifier), (Some(Color::Yellow), Modifier::BOLD));
}
