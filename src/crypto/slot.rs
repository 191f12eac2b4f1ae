//! A keyslot: the master key sealed under what Argon2id makes of a passphrase.
//!
//! One text line says how, and is what the seal binds; base64 follows:
//! `jalon-slot/1 argon2id v=19 m=262144 t=3 p=4 salt=<32 hexadecimal digits>`.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::{CryptoError, Key, Passphrase, random_bytes, sealing};

/// What stretching a passphrase costs (Argon2id, RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Least cost that a reader accepts: RFC 9106 §4, second recommended option.
const FLOOR: KdfCost = KdfCost { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
/// Greatest cost that a reader accepts, so that a forged line cannot eat the machine.
const CEILING: KdfCost = KdfCost { memory_kib: 1024 * 1024, passes: 10, lanes: 8 };

impl KdfCost {
    /// What a machine of our day takes about 0.8 s for: 256 MiB, 3 passes, 4 lanes.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 4 };

    /// The least that readers accept. For tests and demonstration stations, which protect
    /// nobody; no option of the program leads here.
    pub const fn floor_for_tests() -> Self {
        FLOOR
    }

    /// What takes this machine about `target`: from the floor up to 256 MiB of memory, then more
    /// passes. `instant` reads a monotonic clock.
    ///
    /// # Errors
    /// [`CryptoError::Memory`] when not even the floor can be had.
    pub fn calibrated(target: Duration, instant: impl Fn() -> Instant) -> Result<Self, CryptoError> {
        let start = instant();
        Argon2id.stretch(&Passphrase::new("calibration"), &[0; 16], FLOOR)?;
        let measured = instant().duration_since(start).max(Duration::from_millis(1));
        let ratio = (target.as_millis() / measured.as_millis()).clamp(1, 64) as u32;
        let step = FLOOR.memory_kib;
        let memory_kib = (step * ratio).min(Self::DEFAULT.memory_kib);
        let passes = (FLOOR.passes * ratio * step / memory_kib).clamp(FLOOR.passes, CEILING.passes);
        Ok(Self { memory_kib, passes, lanes: FLOOR.lanes })
    }

    const fn is_acceptable(self) -> bool {
        self.memory_kib >= FLOOR.memory_kib
            && self.memory_kib <= CEILING.memory_kib
            && self.passes >= FLOOR.passes
            && self.passes <= CEILING.passes
            && self.lanes >= FLOOR.lanes
            && self.lanes <= CEILING.lanes
    }
}

/// Makes a key of a passphrase. There is one way, [`Argon2id`]; the seam is for tests that open
/// a store a thousand times and remember what was stretched once.
pub trait Stretch: Send + Sync {
    /// What makes the key of this slot unlike that of any other with the same passphrase: random.
    ///
    /// # Errors
    /// [`CryptoError::Randomness`].
    fn salt(&self) -> Result<[u8; 16], CryptoError> {
        random_bytes()
    }

    /// The key that `passphrase` gives with this salt and cost.
    ///
    /// # Errors
    /// [`CryptoError::Memory`].
    fn stretch(&self, passphrase: &Passphrase, salt: &[u8; 16], cost: KdfCost) -> Result<Key, CryptoError>;
}

/// Argon2id, version 0x13.
#[derive(Debug, Clone, Copy)]
pub struct Argon2id;

impl Stretch for Argon2id {
    fn stretch(&self, passphrase: &Passphrase, salt: &[u8; 16], cost: KdfCost) -> Result<Key, CryptoError> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
            .expect("costs are between the floor and the ceiling");
        let mut blocks: Vec<Block> = Vec::new();
        blocks.try_reserve_exact(params.block_count()).map_err(|_| CryptoError::Memory)?;
        blocks.resize(params.block_count(), Block::new());
        Key::written_by(|key| {
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                .hash_password_into_with_memory(passphrase.expose().as_bytes(), salt, key, &mut blocks)
                .map_err(|_| CryptoError::Memory)
        })
    }
}

/// Why a keyslot does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlotError {
    /// It is not a keyslot, or its line was damaged.
    #[error("not a keyslot")]
    Malformed,
    /// It is a keyslot of a newer version.
    #[error("a keyslot of a newer version")]
    Newer,
    /// Its cost is below the floor or above the ceiling: nothing was tried.
    #[error("a cost outside what is accepted")]
    Cost,
    /// The passphrase is not the right one, or the sealed key was damaged.
    #[error("it does not open with this passphrase")]
    Closed,
    /// See [`CryptoError::Memory`].
    #[error("not enough memory")]
    Memory,
}

/// The text of a keyslot that gives `master` to who knows the passphrase. Each has its own salt.
///
/// # Errors
/// [`CryptoError::Randomness`] or [`CryptoError::Memory`].
pub fn wrap_key(
    stretch: &dyn Stretch,
    passphrase: &Passphrase,
    cost: KdfCost,
    master: &Key,
) -> Result<String, CryptoError> {
    let salt = stretch.salt()?;
    let line = line_of(cost, &salt);
    let key = stretch.stretch(passphrase, &salt, cost)?;
    let sealed = sealing::seal(&key, line.as_bytes(), master.expose())?;
    Ok(format!("{line}{}\n", BASE64.encode(sealed)))
}

/// The master key that a keyslot holds.
///
/// # Errors
/// [`SlotError`].
pub fn unwrap_key(stretch: &dyn Stretch, passphrase: &Passphrase, slot: &[u8]) -> Result<Key, SlotError> {
    let slot = std::str::from_utf8(slot).map_err(|_| SlotError::Malformed)?;
    let end = slot.find('\n').ok_or(SlotError::Malformed)? + 1;
    let (line, rest) = slot.split_at(end);
    let (cost, salt) = read_line(line)?;
    let sealed = BASE64.decode(rest.trim_end()).map_err(|_| SlotError::Malformed)?;
    let key = stretch.stretch(passphrase, &salt, cost).map_err(|_| SlotError::Memory)?;
    let master = sealing::open(&key, line.as_bytes(), &sealed).map_err(|_| SlotError::Closed)?;
    Key::from_slice(&master).ok_or(SlotError::Malformed)
}

/// Whether these bytes are a keyslot, whatever passphrase opens it.
pub fn is_slot(slot: &[u8]) -> bool {
    let lines = std::str::from_utf8(slot).ok().and_then(|slot| slot.split_once('\n'));
    lines.is_some_and(|(line, rest)| read_line(line).is_ok() && BASE64.decode(rest.trim_end()).is_ok())
}

fn line_of(cost: KdfCost, salt: &[u8; 16]) -> String {
    let mut digits = String::with_capacity(32);
    for byte in salt {
        digits.push_str(&format!("{byte:02x}"));
    }
    let KdfCost { memory_kib, passes, lanes } = cost;
    format!("jalon-slot/1 argon2id v=19 m={memory_kib} t={passes} p={lanes} salt={digits}\n")
}

fn read_line(line: &str) -> Result<(KdfCost, [u8; 16]), SlotError> {
    let mut words = line.trim_end_matches('\n').split(' ');
    let format =
        words.next().and_then(|word| word.strip_prefix("jalon-slot/")).ok_or(SlotError::Malformed)?;
    match format.parse::<u32>() {
        Ok(1) => {}
        Ok(_) => return Err(SlotError::Newer),
        Err(_) => return Err(SlotError::Malformed),
    }
    if words.next() != Some("argon2id") || words.next() != Some("v=19") {
        return Err(SlotError::Malformed);
    }
    let mut number = |name: &str| {
        let word = words.next().and_then(|word| word.strip_prefix(name)).ok_or(SlotError::Malformed)?;
        word.parse::<u32>().map_err(|_| SlotError::Malformed)
    };
    let cost = KdfCost { memory_kib: number("m=")?, passes: number("t=")?, lanes: number("p=")? };
    let digits = words.next().and_then(|word| word.strip_prefix("salt=")).ok_or(SlotError::Malformed)?;
    if digits.len() != 32 || !digits.is_ascii() || words.next().is_some() {
        return Err(SlotError::Malformed);
    }
    if !cost.is_acceptable() {
        return Err(SlotError::Cost);
    }
    let mut salt = [0; 16];
    for (byte, at) in salt.iter_mut().zip((0..32).step_by(2)) {
        *byte = u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| SlotError::Malformed)?;
    }
    Ok((cost, salt))
}
