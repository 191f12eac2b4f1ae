//! Files that the user named: read whole; written whole or not at all, for their owner only.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use super::fail::Fail;
use crate::usecase::error::Error;

/// Reads a file.
///
/// # Errors
/// It is not there, or it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Fail> {
    std::fs::read(path).map_err(|error| failed(path, error))
}

/// Writes a file that must not exist yet, mode 0600, and waits until it is on the disk. A file
/// that cannot be written whole is taken away again.
///
/// # Errors
/// It exists, or it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fail> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| cannot_write(path, error))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
        let _already_gone = std::fs::remove_file(path);
        cannot_write(path, error)
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
    std::fs::rename(&part, path).map_err(|error| cannot_write(path, error))
}

/// What the system says of a file or folder that the user named.
pub fn failed(path: &Path, error: io::Error) -> Fail {
    Error::medium(path)(error).into()
}

/// A file to write that is not there means that its folder is not.
fn cannot_write(path: &Path, error: io::Error) -> Fail {
    let folder = path.parent().filter(|_| error.kind() == io::ErrorKind::NotFound);
    failed(folder.unwrap_or(path), error)
}
