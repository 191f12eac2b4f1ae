//! Small files: replaced whole and durably, so that after any accident there is either what
//! stood before or what was written. Those without which nothing opens are kept twice.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use super::error::{Error, On as _};
use super::files::Files;

/// Suffix of a file that is being written, and means nothing until it is renamed.
pub(super) const PART: &str = ".part";
/// Suffix of the second copy.
pub(super) const TWIN: &str = ".twin";

/// `path` with something after its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// The folder that holds `path`.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().expect("files of a store stand in a folder")
}

/// Writes a file that has no name yet, durably but for its name.
pub(super) fn write_new(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = files.create(path).on(path)?;
    file.append(bytes).needing(bytes.len(), path)?;
    file.sync().needing(bytes.len(), path)
}

/// Replaces a file, durably when this returns.
pub(super) fn replace(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let part = with_suffix(path, PART);
    remove_if_there(files, &part)?;
    write_new(files, &part, bytes)?;
    files.rename(&part, path).on(path)?;
    files.sync_folder(folder_of(path)).on(path)
}

/// Replaces a file and its second copy.
pub(super) fn replace_both(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    replace(files, &with_suffix(path, TWIN), bytes)?;
    replace(files, path, bytes)
}

/// Removes a file; there being none is as good.
pub(super) fn remove_if_there(files: &dyn Files, path: &Path) -> Result<(), Error> {
    match files.remove(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::from_io(error, path, 0)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The content of a file, `None` when it is not there or the disk has lost it.
///
/// # Errors
/// Every other failure (rights, too many open files…): that is not damage, and nothing may be
/// repaired because of it.
pub(super) fn read_if_there(files: &dyn Files, path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match files.read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_loss(&error) => Ok(None),
        Err(error) => Err(Error::from_io(error, path, 0)),
    }
}

/// Whether a failed read means that the content is gone.
fn is_loss(error: &std::io::Error) -> bool {
    let lost = [Errno::IO, Errno::BADMSG, Errno::UCLEAN].map(Errno::raw_os_error);
    error.kind() == ErrorKind::NotFound || error.raw_os_error().is_some_and(|code| lost.contains(&code))
}

/// What the two copies of a small file say.
pub(super) struct Copies<T> {
    /// The better of the two, with its bytes; `None` when neither can be read.
    pub(super) best: Option<(T, Vec<u8>)>,
    /// Whether a copy is missing, damaged or older: to be put right with [`replace_both`].
    pub(super) differ: bool,
    /// Whether there is a copy at all, however damaged.
    pub(super) is_there: bool,
}

/// Reads both copies; `read` gives the generation and the value of sound bytes, and the higher
/// generation wins.
pub(super) fn read_both<T>(
    files: &dyn Files,
    path: &Path,
    read: impl Fn(&[u8]) -> Option<(u64, T)>,
) -> Result<Copies<T>, Error> {
    let first = read_if_there(files, path)?;
    let twin = read_if_there(files, &with_suffix(path, TWIN))?;
    let (differ, is_there) = (first != twin, first.is_some() || twin.is_some());
    let mut best: Option<(u64, T, Vec<u8>)> = None;
    for bytes in [first, twin].into_iter().flatten() {
        if let Some((generation, value)) = read(&bytes)
            && best.as_ref().is_none_or(|(highest, ..)| generation > *highest)
        {
            best = Some((generation, value, bytes));
        }
    }
    Ok(Copies { best: best.map(|(_, value, bytes)| (value, bytes)), differ, is_there })
}
