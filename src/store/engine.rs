//! sled 0.34.7, kept at a distance: the only file that names it.
//!
//! Its thread owns it and nobody waits for it but to read. It never carries an acknowledgement:
//! its `flush` is no durability barrier, so its files are synced here afterwards. A panic, an
//! error or a hang of it ends this engine, not the program; the store then reads its segments,
//! and the next opening rebuilds it. Values above 4 KiB are cut into pieces: larger ones end in
//! files of their own that sled never syncs.

use std::fs::{File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// Name of the engine's thread: a panic there is caught here, and the terminal must not show it.
pub const ENGINE_THREAD: &str = "jalon-engine";

/// Most bytes of one value.
const PIECE_BYTES: usize = 4096;
/// Most bytes of one batch.
const BATCH_BYTES: usize = 256 * 1024;
/// sled's default would be 1 GiB.
const CACHE_BYTES: u64 = 8 * 1024 * 1024;
/// Bytes that wait on this side before they are handed over: waking the engine for each save
/// would cost the save more than the engine is worth to it.
const WAITING_BYTES: usize = 32 * 1024;
/// Writes after which the engine flushes, between two saves.
const WRITES_BETWEEN_FLUSHES: u32 = 16;
/// How long an opening or a read may take before the engine is given up.
const PATIENCE: Duration = Duration::from_secs(120);
/// How long a closing may take: whoever leaves does not wait for what can be made again.
const CLOSING_PATIENCE: Duration = Duration::from_secs(10);
/// How long and how often a lock that was just released is asked for again: 2 s in all.
const LOCK_RETRY: (Duration, u32) = (Duration::from_millis(20), 100);
/// Bytes that a scan hands over at a time.
const SCAN_BYTES: usize = 512 * 1024;

/// A key and its value.
pub(super) type Pair = (Vec<u8>, Vec<u8>);

/// Why the engine does not open or answer.
#[derive(Debug)]
pub(super) enum EngineError {
    /// No room, no right, read-only: no reason to touch anything.
    Environment(io::Error),
    /// It panicked, hung, or says that its files are damaged.
    Broken(String),
}

enum Ask {
    Put(Vec<Pair>),
    Get(Vec<u8>, Sender<Result<Option<Vec<u8>>, EngineError>>),
    Scan(Vec<u8>, SyncSender<Result<Vec<Pair>, EngineError>>),
    Settle(Sender<Result<(), EngineError>>),
}

/// An open engine. Dropping it flushes and closes it.
pub(super) struct Engine {
    asks: Option<Sender<Ask>>,
    /// What was put and not handed over yet. Reads hand it over first.
    waiting: Mutex<Vec<Pair>>,
    thread: Option<JoinHandle<()>>,
    ended: Mutex<Receiver<()>>,
    trouble: Arc<Mutex<Option<String>>>,
}

impl Engine {
    /// Opens the engine in `folder`, which exists.
    pub(super) fn open(folder: PathBuf) -> Result<Self, EngineError> {
        let (asks, asked) = channel();
        let (opened, opening) = channel();
        let (end, ended) = channel();
        let trouble = Arc::new(Mutex::new(None));
        let noted = Arc::clone(&trouble);
        let body = move || {
            // Held until the thread is over, when the database is closed.
            let _end: Sender<()> = end;
            let run = catch_unwind(AssertUnwindSafe(|| match Open::new(folder) {
                Ok(open) => {
                    drop(opened.send(Ok(())));
                    open.answer(&asked)
                }
                Err(error) => {
                    drop(opened.send(Err(error)));
                    Ok(())
                }
            }));
            let text = match run {
                Ok(Ok(())) => return,
                Ok(Err(EngineError::Broken(text))) => text,
                Ok(Err(EngineError::Environment(error))) => error.to_string(),
                Err(_) => "panic".to_owned(),
            };
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
        };
        let thread = std::thread::Builder::new()
            .name(ENGINE_THREAD.to_owned())
            .spawn(body)
            .map_err(EngineError::Environment)?;
        match opening.recv_timeout(PATIENCE) {
            Ok(Ok(())) => Ok(Self {
                asks: Some(asks),
                waiting: Mutex::default(),
                thread: Some(thread),
                ended: Mutex::new(ended),
                trouble,
            }),
            Ok(Err(error)) => {
                drop(thread.join());
                Err(error)
            }
            Err(_) => Err(EngineError::Broken("it panicked or does not open".to_owned())),
        }
    }

    /// Writes `pairs`, in their order. Does not wait.
    pub(super) fn put(&self, pairs: Vec<Pair>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.extend(pairs);
        let bytes: usize = waiting.iter().map(|(key, value)| key.len() + value.len()).sum();
        if bytes > WAITING_BYTES {
            self.send(Ask::Put(std::mem::take(&mut waiting)));
        }
    }

    /// The value of `key`.
    pub(super) fn get(&self, key: Vec<u8>) -> Result<Option<Vec<u8>>, EngineError> {
        let (reply, replied) = channel();
        self.ask(Ask::Get(key, reply));
        self.wait(&replied)
    }

    /// Every pair whose key starts with `prefix`, in order of keys, in chunks. The channel
    /// closes after the last one.
    pub(super) fn scan(&self, prefix: Vec<u8>) -> Receiver<Result<Vec<Pair>, EngineError>> {
        let (to, from) = sync_channel(2);
        self.ask(Ask::Scan(prefix, to));
        from
    }

    /// Makes everything written so far durable, and waits for it.
    pub(super) fn settle(&self) -> Result<(), EngineError> {
        let (reply, replied) = channel();
        self.ask(Ask::Settle(reply));
        self.wait(&replied)
    }

    /// Why it answers no more; `None` while it does.
    pub(super) fn trouble(&self) -> Option<String> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn ask(&self, ask: Ask) {
        self.hand_over();
        self.send(ask);
    }

    fn hand_over(&self) {
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        if !waiting.is_empty() {
            self.send(Ask::Put(waiting));
        }
    }

    fn send(&self, ask: Ask) {
        // When the thread is over `trouble` says why, and a reader sees its channel closed.
        if let Some(asks) = &self.asks {
            drop(asks.send(ask));
        }
    }

    fn wait<T>(&self, replied: &Receiver<Result<T, EngineError>>) -> Result<T, EngineError> {
        let gone = || EngineError::Broken(self.trouble().unwrap_or_else(|| "it does not answer".to_owned()));
        replied.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(gone()))
    }

    /// Flushes and closes it, and waits longer than whoever leaves: its folder is about to get another name,
    /// and cannot be opened under that one before.
    pub(super) fn close(mut self) {
        self.end(PATIENCE);
    }

    fn end(&mut self, patience: Duration) {
        self.hand_over();
        self.asks = None;
        let ended = self.ended.get_mut().unwrap_or_else(PoisonError::into_inner);
        let over = ended.recv_timeout(patience) != Err(RecvTimeoutError::Timeout);
        if let Some(thread) = self.thread.take().filter(|_| over) {
            drop(thread.join());
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.end(CLOSING_PATIENCE);
    }
}

/// The database, inside its thread.
struct Open {
    db: sled::Db,
    folder: PathBuf,
    unsettled_writes: u32,
}

impl Open {
    fn new(folder: PathBuf) -> Result<Self, EngineError> {
        remove_unfinished_snapshots(&folder).map_err(EngineError::Environment)?;
        let config = sled::Config::new()
            .path(&folder)
            .mode(sled::Mode::LowSpace)
            .cache_capacity(CACHE_BYTES)
            .flush_every_ms(None)
            .use_compression(false);
        let mut tries = 0;
        let db = loop {
            match config.open() {
                Err(sled::Error::Io(error)) if is_lock(&error) && tries < LOCK_RETRY.1 => {
                    tries += 1;
                    std::thread::park_timeout(LOCK_RETRY.0);
                }
                Ok(db) => break db,
                Err(error) => return Err(class_of(error)),
            }
        };
        make_private(&folder).and_then(|()| sync_all(&folder)).map_err(EngineError::Environment)?;
        Ok(Self { db, folder, unsettled_writes: 0 })
    }

    fn answer(mut self, asked: &Receiver<Ask>) -> Result<(), EngineError> {
        while let Ok(ask) = asked.recv() {
            match ask {
                Ask::Put(pairs) => {
                    self.put(pairs)?;
                    self.unsettled_writes += 1;
                    if self.unsettled_writes >= WRITES_BETWEEN_FLUSHES {
                        self.settle()?;
                    }
                }
                Ask::Get(key, reply) => drop(reply.send(self.get(&key))),
                Ask::Scan(prefix, to) => self.scan(&prefix, &to),
                Ask::Settle(reply) => drop(reply.send(self.settle())),
            }
        }
        self.settle()
    }

    fn put(&self, pairs: Vec<Pair>) -> Result<(), EngineError> {
        let mut batch = sled::Batch::default();
        let mut size = 0;
        for (key, value) in pairs {
            if size > 0 && size + value.len() > BATCH_BYTES {
                self.db.apply_batch(std::mem::take(&mut batch)).map_err(class_of)?;
                size = 0;
            }
            size += key.len() + value.len();
            let room = PIECE_BYTES - 1;
            let pieces = value.len().div_ceil(room).max(1);
            let pieces = u8::try_from(pieces).expect("a record is below 1 MB");
            for (number, piece) in (0..pieces).zip(value.chunks(room).chain(std::iter::repeat([].as_slice())))
            {
                let mut stored = Vec::with_capacity(1 + piece.len());
                stored.push(pieces);
                stored.extend_from_slice(piece);
                batch.insert(piece_key(&key, number), stored);
            }
        }
        self.db.apply_batch(batch).map_err(class_of)
    }

    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, EngineError> {
        let Some(first) = self.db.get(piece_key(key, 0)).map_err(class_of)? else { return Ok(None) };
        let Some((pieces, start)) = first.split_first() else { return Ok(None) };
        let mut value = start.to_vec();
        for number in 1..*pieces {
            let Some(piece) = self.db.get(piece_key(key, number)).map_err(class_of)? else { return Ok(None) };
            value.extend_from_slice(piece.get(1..).unwrap_or_default());
        }
        Ok(Some(value))
    }

    /// A value of which pieces are missing comes out short: its seal tells.
    fn scan(&self, prefix: &[u8], to: &SyncSender<Result<Vec<Pair>, EngineError>>) {
        let mut chunk: Vec<Pair> = Vec::new();
        let mut size = 0;
        for pair in self.db.scan_prefix(prefix) {
            let (key, stored) = match pair {
                Ok(pair) => pair,
                Err(error) => {
                    drop(to.send(Ok(chunk)));
                    drop(to.send(Err(class_of(error))));
                    return;
                }
            };
            let (Some((number, key)), Some((_, piece))) = (key.split_last(), stored.split_first()) else {
                continue;
            };
            match chunk.last_mut() {
                Some((last, value)) if *number > 0 && last == key => value.extend_from_slice(piece),
                Some(_) | None => {
                    if size > SCAN_BYTES {
                        if to.send(Ok(std::mem::take(&mut chunk))).is_err() {
                            return;
                        }
                        size = 0;
                    }
                    chunk.push((key.to_vec(), piece.to_vec()));
                }
            }
            size += piece.len();
        }
        drop(to.send(Ok(chunk)));
    }

    fn settle(&mut self) -> Result<(), EngineError> {
        self.db.flush().map_err(class_of)?;
        let log = self.folder.join("db");
        File::open(log).and_then(|file| file.sync_data()).map_err(EngineError::Environment)?;
        self.unsettled_writes = 0;
        Ok(())
    }
}

fn piece_key(key: &[u8], number: u8) -> Vec<u8> {
    let mut piece = Vec::with_capacity(key.len() + 1);
    piece.extend_from_slice(key);
    piece.push(number);
    piece
}

/// A snapshot that was not finished makes every later opening fail; it was never committed.
fn remove_unfinished_snapshots(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// sled creates its files with the modes of the process.
fn make_private(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        let mode = if is_folder { 0o700 } else { 0o600 };
        std::fs::set_permissions(entry.path(), Permissions::from_mode(mode))?;
        if is_folder {
            make_private(&entry.path())?;
        }
    }
    Ok(())
}

/// sled syncs neither its configuration nor its snapshots nor the folders that name them.
fn sync_all(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_all(&entry.path())?;
        } else {
            File::open(entry.path())?.sync_all()?;
        }
    }
    File::open(folder)?.sync_all()
}

/// sled gives a held lock no kind of its own.
fn is_lock(error: &io::Error) -> bool {
    error.kind() == ErrorKind::WouldBlock || error.to_string().contains("could not acquire lock")
}

fn class_of(error: sled::Error) -> EngineError {
    match error {
        sled::Error::Io(error) => match error.kind() {
            ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::FileTooLarge
            | ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem => EngineError::Environment(error),
            _ => EngineError::Broken(error.to_string()),
        },
        error => EngineError::Broken(error.to_string()),
    }
}
