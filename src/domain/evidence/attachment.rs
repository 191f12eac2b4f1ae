//! What is known of a file that is kept with a piece of evidence. Its bytes are sealed elsewhere:
//! nothing here reads them.

use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

/// Most bytes of one attachment: a long scan in colour.
pub const LARGEST_ATTACHMENT_BYTES: u64 = 32 * 1024 * 1024;

code_list! {
    /// What an attachment is, as its first bytes tell; its name says nothing.
    AttachmentKind {
        /// PDF.
        Pdf = "pdf",
        /// JPEG image.
        Jpeg = "jpeg",
        /// PNG image.
        Png = "png",
        /// TIFF image.
        Tiff = "tiff",
        /// Text without control characters.
        Text = "text",
    }
}

impl AttachmentKind {
    /// The kind of a file that starts with `start`, which holds all of it or its first kilobytes;
    /// `None` for what may not be attached.
    pub fn sniffed(start: &[u8]) -> Option<Self> {
        match start {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Self::Tiff),
            _ => is_text(start).then_some(Self::Text),
        }
    }

    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Tiff => "tif",
            Self::Text => "txt",
        }
    }
}

/// Text in UTF-8, which the end of `start` may cut within a character. Scripts are refused: a system
/// may run them once they are extracted.
fn is_text(start: &[u8]) -> bool {
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let is_shown = |character: char| !character.is_control() || matches!(character, '\t' | '\n' | '\r');
    !text.is_empty() && !text.starts_with("#!") && text.chars().all(is_shown)
}

/// A file that is kept with a piece of evidence.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The name that it had, without its folder.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hexadecimal digits: by it they are found, and known again.
    pub sha256: String,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attachment({:?}, {} bytes […])", self.kind, self.size)
    }
}
