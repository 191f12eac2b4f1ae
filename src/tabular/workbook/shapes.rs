//! How the cells of an XLSX workbook show their numbers: its styles, reduced to that.

use std::collections::HashMap;

use super::Room;
use super::figure::{Shape, built_in, shape_of};
use super::parts::Parts;
use super::xml::{Piece, Tag};
use crate::tabular::expected::Expected;

/// The shape of each style, by its rank.
#[derive(Default)]
pub(super) struct Shapes(Vec<Shape>);

impl Shapes {
    /// Reads the part of this name, if there is one.
    pub(super) fn read(parts: &mut Parts<'_>, part: &str, room: &mut Room) -> Result<Self, Expected> {
        let mut shapes = Self::default();
        let mut formats = HashMap::new();
        let Some(mut xml) = parts.xml(part)? else { return Ok(shapes) };
        // The same tags describe other things elsewhere in the part.
        let mut section = String::new();
        loop {
            match xml.next()? {
                Piece::Open(tag) => match (section.as_str(), tag.name()) {
                    (_, name @ ("numFmts" | "cellXfs")) => name.clone_into(&mut section),
                    ("numFmts", "numFmt") => {
                        room.take(size_of::<(u64, Shape)>())?;
                        formats.extend(format(&tag));
                    }
                    ("cellXfs", "xf") => {
                        room.take(size_of::<Shape>())?;
                        let number = tag.number("numFmtId").unwrap_or(0);
                        let shape = formats.get(&number).copied().or_else(|| built_in(number));
                        shapes.0.push(shape.unwrap_or(Shape::Number(1)));
                    }
                    _ => {}
                },
                Piece::Close(tag) if tag.name() == section => section.clear(),
                Piece::Close(_) | Piece::Text(_) | Piece::Nothing => {}
                Piece::End => return Ok(shapes),
            }
        }
    }

    /// The shape of the style of this rank.
    pub(super) fn get(&self, style: Option<u64>) -> Shape {
        let rank = style.and_then(|rank| usize::try_from(rank).ok());
        rank.and_then(|rank| self.0.get(rank)).copied().unwrap_or(Shape::Number(1))
    }
}

fn format(tag: &Tag<'_>) -> Option<(u64, Shape)> {
    Some((tag.number("numFmtId")?, shape_of(&tag.attribute("formatCode")?)))
}
