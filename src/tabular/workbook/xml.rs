//! One part of a workbook, piece after piece.
//!
//! Entities that a document defines are never resolved: a part that declares any is refused.

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader};

use super::parts::{Gauge, refused_io};
use crate::tabular::expected::Expected;

/// Deepest nesting: workbooks go to a dozen.
const DEEPEST: usize = 128;

/// A part.
pub struct Xml<'p> {
    reader: Reader<Gauge<'p>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// One piece of a part. Names are without their prefixes.
pub enum Piece<'b> {
    /// A tag opens; one that is empty closes just after.
    Open(Tag<'b>),
    /// A tag closes.
    Close(Closed<'b>),
    /// Text, entities resolved.
    Text(Cow<'b, str>),
    /// A comment, or something else that says nothing.
    Nothing,
    /// The part is over.
    End,
}

/// A tag that opens.
pub struct Tag<'b>(BytesStart<'b>);

/// A tag that closes.
pub struct Closed<'b>(BytesEnd<'b>);

impl Closed<'_> {
    /// Its name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl Tag<'_> {
    /// Its name without its prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its whole name, prefix included.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.find(|key| key == name)
    }

    /// The identifier of the part that the tag stands for, whatever the prefix of its attribute.
    pub fn relation(&self) -> Option<String> {
        self.find(|key| key.ends_with(":id"))
    }

    fn find(&self, is_sought: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.0.attributes();
        // The check against doubles takes the square of their number.
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|it| is_sought(it.key.into_inner()))?;
        unescape(&found.value).ok().map(Cow::into_owned)
    }

    /// An attribute as a whole number.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub fn is_yes(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| value == "1" || value == "true")
    }
}

impl<'p> Xml<'p> {
    /// The pieces of a part.
    pub fn new(part: Gauge<'p>) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece<'_>, Expected> {
        self.buffer.clear();
        self.reader.get_mut().begin_piece();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| refused(&error))?;
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > DEEPEST { Err(Expected::Whole) } else { Ok(Piece::Open(Tag(tag))) }
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Piece::Close(Closed(tag)))
            }
            Event::Text(text) => Ok(Piece::Text(text.xml10_content())),
            Event::CData(text) => Ok(Piece::Text(text.xml10_content())),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(|error| refused(&error))? {
                Some(letter) => Ok(Piece::Text(Cow::Owned(letter.to_string()))),
                None => {
                    resolve_xml_entity(&entity).map(|text| Piece::Text(text.into())).ok_or(Expected::Whole)
                }
            },
            Event::DocType(_) => Err(Expected::NoDefinitions),
            // A part that ends inside a tag was cut.
            Event::Eof if self.depth > 0 => Err(Expected::Whole),
            Event::Eof => Ok(Piece::End),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(Piece::Nothing),
        }
    }
}

fn refused(error: &Error) -> Expected {
    match error {
        Error::Io(error) => refused_io(error.kind()),
        _ => Expected::Whole,
    }
}
