//! A box in the middle of the body, for overlays.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

use crate::ui::cx::Cx;
use crate::ui::theme::Role;

/// The rectangle of this size in the middle of `body`, cut to what there is.
pub fn centred(body: Rect, columns: u16, rows: u16) -> Rect {
    let width = columns.min(body.width);
    let height = rows.min(body.height);
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height }
}

/// Clears `area`, draws a border with a title, and gives what is left inside.
pub fn open(frame: &mut Frame<'_>, area: Rect, title: &str, cx: &Cx<'_>) -> Rect {
    let block = Block::bordered()
        .title(format!(" {title} "))
        .style(cx.theme.style(Role::Text))
        .border_style(cx.theme.style(Role::BorderFocus))
        .title_style(cx.theme.style(Role::Title));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inner
}
