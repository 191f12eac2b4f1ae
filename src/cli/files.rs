//! Files that the user asked for: written whole or not at all, for their owner only.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use super::fail::{Exit, Fail};

/// Writes a file that must not exist yet, mode 0600, and waits until it is on the disk. A file
/// that cannot be written whole is taken away again.
///
/// # Errors
/// It exists, or it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fail> {
    let unwritable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Fail::new(Exit::Failed, "file-exists", &[]),
        kind => Fail::new(Exit::Failed, "file-unwritable", &[("cause", kind.to_string())]),
    };
    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(unwritable)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        let _already_gone = std::fs::remove_file(path);
        unwritable(error)
    })
}

/// Writes a file over an older one, whole: the older one stays until the newer one is on the disk.
///
/// # Errors
/// It cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fail> {
    let part = path.with_extension("part");
    let _left_over = std::fs::remove_file(&part);
    write_new(&part, bytes)?;
    std::fs::rename(&part, path)
        .map_err(|error| Fail::new(Exit::Failed, "file-unwritable", &[("cause", error.kind().to_string())]))
}
