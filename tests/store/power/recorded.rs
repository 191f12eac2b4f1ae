//! A file layer that writes down what the store asks of the disk, and may stop for ever.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use jalon::store::{Files, RealFiles, Written};

use super::promises::Promise;

/// What was asked of the disk. Names are relative to the folder that holds the store, its anchor
/// and whatever else a session writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    MakeFolder(PathBuf),
    Create(PathBuf),
    /// The file that has this name now.
    Append(PathBuf, Vec<u8>),
    Sync(PathBuf),
    Cut(PathBuf, u64),
    Rename(PathBuf, PathBuf),
    Exchange(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder(PathBuf),
    /// Something was asked of the store: until it is done it may be there or not.
    Begun(Promise),
    /// It was acknowledged: from here on it is there.
    Done(Promise),
}

struct Tape {
    steps: Vec<Step>,
    /// Operations until everything fails, as when a process was killed.
    left: u64,
}

/// The real file layer in `base`, which writes down what it does.
#[derive(Clone)]
pub(super) struct Recorded {
    base: PathBuf,
    tape: Arc<Mutex<Tape>>,
}

impl Recorded {
    pub(super) fn new(base: &Path) -> Self {
        let tape = Tape { steps: Vec::new(), left: u64::MAX };
        Self { base: base.to_owned(), tape: Arc::new(Mutex::new(tape)) }
    }

    fn tape(&self) -> MutexGuard<'_, Tape> {
        self.tape.lock().expect("no thread panicked")
    }

    /// Everything fails after this many operations from now.
    pub(super) fn stop_after(&self, operations: u64) {
        self.tape().left = operations;
    }

    pub(super) fn has_stopped(&self) -> bool {
        self.tape().left == 0
    }

    pub(super) fn steps(&self) -> Vec<Step> {
        self.tape().steps.clone()
    }

    pub(super) fn count(&self) -> usize {
        self.tape().steps.len()
    }

    /// Writes down what is no operation: what was asked, what was acknowledged.
    pub(super) fn note(&self, step: Step) {
        self.tape().steps.push(step);
    }

    fn inside(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.base).expect("inside the recorded folder").to_owned()
    }

    fn may_go_on(&self) -> io::Result<()> {
        let mut tape = self.tape();
        tape.left = tape.left.saturating_sub(1);
        if tape.left == 0 { Err(io::Error::other("it was killed")) } else { Ok(()) }
    }

    fn file(&self, path: &Path, file: Box<dyn Written>) -> Box<dyn Written> {
        Box::new(RecordedFile { name: self.inside(path), layer: self.clone(), file })
    }
}

impl Files for Recorded {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealFiles.read(path)
    }

    fn read_at(&self, path: &Path, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        RealFiles.read_at(path, offset, length)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        RealFiles.list(folder)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.may_go_on()?;
        RealFiles.make_folder(path)?;
        self.note(Step::MakeFolder(self.inside(path)));
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        self.may_go_on()?;
        let file = RealFiles.create(path)?;
        self.note(Step::Create(self.inside(path)));
        Ok(self.file(path, file))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        Ok(self.file(path, RealFiles.reopen(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.may_go_on()?;
        RealFiles.rename(from, to)?;
        self.note(Step::Rename(self.inside(from), self.inside(to)));
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.may_go_on()?;
        RealFiles.exchange(one, other)?;
        self.note(Step::Exchange(self.inside(one), self.inside(other)));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.may_go_on()?;
        RealFiles.remove(path)?;
        self.note(Step::Remove(self.inside(path)));
        Ok(())
    }

    /// One name after the other, as the system does it.
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        for name in RealFiles.list(path)? {
            let inner = path.join(name);
            if inner.is_dir() { self.remove_folder(&inner)? } else { self.remove(&inner)? }
        }
        self.may_go_on()?;
        RealFiles.remove_folder(path)?;
        self.note(Step::Remove(self.inside(path)));
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.may_go_on()?;
        RealFiles.sync_folder(path)?;
        self.note(Step::SyncFolder(self.inside(path)));
        Ok(())
    }
}

struct RecordedFile {
    name: PathBuf,
    layer: Recorded,
    file: Box<dyn Written>,
}

impl Written for RecordedFile {
    /// What a killed process was writing may be there in part.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let is_the_last = self.layer.tape().left == 1;
        let allowed = self.layer.may_go_on();
        let written = match (&allowed, is_the_last) {
            (Ok(()), _) => bytes,
            (Err(_), true) => &bytes[..bytes.len() * 2 / 3],
            (Err(_), false) => return allowed,
        };
        self.file.append(written)?;
        self.layer.note(Step::Append(self.name.clone(), written.to_vec()));
        allowed
    }

    fn sync(&mut self) -> io::Result<()> {
        self.layer.may_go_on()?;
        self.file.sync()?;
        self.layer.note(Step::Sync(self.name.clone()));
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.layer.may_go_on()?;
        self.file.cut(length)?;
        self.layer.note(Step::Cut(self.name.clone(), length));
        Ok(())
    }
}
