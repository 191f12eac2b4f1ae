//! From bytes to text: which encoding, and is it text at all?

use super::expected::Expected;

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 256 << 20;

/// How the bytes of a file were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Windows-1252, which spreadsheets in French still write.
    Windows1252,
    /// UTF-16 with a byte order mark, the “Unicode text” of spreadsheets.
    Utf16,
}

impl Encoding {
    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// The text that `bytes` are, and the encoding that they were found to be in.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Expected> {
    if bytes.len() > LARGEST_FILE {
        return Err(Expected::SmallerFile { limit_mib: LARGEST_FILE >> 20 });
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        let text = encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
        return if text.trim().is_empty() { Err(Expected::NotEmpty) } else { Ok((text, Encoding::Utf16)) };
    }
    if bytes.contains(&0) {
        return Err(Expected::Text);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Some tools write a page, or an XML of their own, and name it as a workbook.
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err(Expected::NotAPage);
    }
    let (text, encoding) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) => (encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(), Encoding::Windows1252),
    };
    if text.trim().is_empty() { Err(Expected::NotEmpty) } else { Ok((text, encoding)) }
}
