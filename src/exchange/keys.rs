//! The keys of a station and of the programme, and the bytes under which a store seals them.
//!
//! The bytes are an age identity file with the signing keys in its comments, so that what was
//! sealed can still be used with `age -d -i` one day.

use std::collections::BTreeMap;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::fingerprint::{Fingerprint, KeyRole};
use super::recipient::Identity;
use super::signing::SigningKey;
use crate::domain::id::{StationId, from_hex, to_hex};

/// The bytes are not the keys that were expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not sealed keys of a known form")]
pub struct NotKeys;

/// What a station signs and opens with.
#[derive(Debug)]
pub struct StationKeys {
    /// Whose keys.
    pub station: StationId,
    /// Signs its bundles.
    pub signing: SigningKey,
    /// Opens the bundles that come back.
    pub identity: Identity,
}

impl StationKeys {
    /// New keys for `station`.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn generate(station: StationId) -> Result<Self, getrandom::Error> {
        Ok(Self { station, signing: SigningKey::generate()?, identity: Identity::generate() })
    }

    /// The words that the centre hears and types.
    pub fn fingerprint(&self) -> Fingerprint {
        let recipient = self.identity.recipient();
        Fingerprint::of(KeyRole::Station, &self.station.0, &self.signing.public(), Some(&recipient))
    }

    /// The bytes to seal.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut lines = KeyLines::new("jalon-station-keys/1");
        lines.note("station", &self.station.to_string());
        lines.signing("signing", &self.signing);
        lines.identity("identity", &self.identity);
        lines.0
    }

    /// Reads sealed bytes.
    ///
    /// # Errors
    /// [`NotKeys`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotKeys> {
        let mut lines = KeyReader::new(bytes, "jalon-station-keys/1")?;
        let station = lines.parsed("station")?;
        let signing = lines.signing("signing")?;
        lines.next("identity")?;
        let identity = lines.identity()?;
        lines.end()?;
        Ok(Self { station, signing, identity })
    }
}

/// The keys of the programme: of the centre and of those who hold its offline keys.
#[derive(Debug)]
pub struct ProgrammeKeys {
    /// Identity of the centre's own station.
    pub centre: StationId,
    /// Signs the list of who is trusted. Offline.
    pub root: SigningKey,
    /// Signs return bundles.
    pub ops: SigningKey,
    /// Open the bundles that arrive, by calendar year.
    pub import: BTreeMap<u16, Identity>,
    /// Opens any bundle if an import key is lost. Offline.
    pub rescue: Identity,
    /// Opens a store whose passphrase is lost. Offline.
    pub recovery: Identity,
}

impl ProgrammeKeys {
    /// New keys, with an import identity for `year`.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn generate(centre: StationId, year: u16) -> Result<Self, getrandom::Error> {
        Ok(Self {
            centre,
            root: SigningKey::generate()?,
            ops: SigningKey::generate()?,
            import: BTreeMap::from([(year, Identity::generate())]),
            rescue: Identity::generate(),
            recovery: Identity::generate(),
        })
    }

    /// The import identities alone, as an age identity file: what `age -d -i` opens bundles with.
    pub fn import_identities(&self) -> Zeroizing<Vec<u8>> {
        let mut lines = KeyLines::new("jalon-import-key/1");
        for (year, identity) in &self.import {
            lines.identity(&format!("import {year}"), identity);
        }
        lines.0
    }

    /// The bytes to seal.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut lines = KeyLines::new("jalon-programme-keys/1");
        lines.note("centre", &self.centre.to_string());
        lines.signing("root", &self.root);
        lines.signing("ops", &self.ops);
        lines.identity("rescue", &self.rescue);
        lines.identity("recovery", &self.recovery);
        for (year, identity) in &self.import {
            lines.identity(&format!("import {year}"), identity);
        }
        lines.0
    }

    /// Reads sealed bytes.
    ///
    /// # Errors
    /// [`NotKeys`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotKeys> {
        let mut lines = KeyReader::new(bytes, "jalon-programme-keys/1")?;
        let centre = lines.parsed("centre")?;
        let root = lines.signing("root")?;
        let ops = lines.signing("ops")?;
        lines.next("rescue")?;
        let rescue = lines.identity()?;
        lines.next("recovery")?;
        let recovery = lines.identity()?;
        let mut import = BTreeMap::new();
        while !lines.is_at_end() {
            let year = lines.parsed("import")?;
            import.insert(year, lines.identity()?);
        }
        Ok(Self { centre, root, ops, import, rescue, recovery })
    }
}

struct KeyLines(Zeroizing<Vec<u8>>);

impl KeyLines {
    fn new(format: &str) -> Self {
        // No reallocation may leave a copy of a key behind: a station has 3 lines, ten years 30.
        let mut lines = Self(Zeroizing::new(Vec::with_capacity(4096)));
        lines.note(format, "");
        lines
    }

    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.0.extend_from_slice(part.as_bytes());
        }
        self.0.push(b'\n');
    }

    fn note(&mut self, name: &str, value: &str) {
        if value.is_empty() { self.line(&["# ", name]) } else { self.line(&["# ", name, " ", value]) }
    }

    fn signing(&mut self, name: &str, key: &SigningKey) {
        let seed = Zeroizing::new(to_hex(&*key.seed()));
        self.note(name, &seed);
    }

    fn identity(&mut self, name: &str, identity: &Identity) {
        self.note(name, "");
        self.line(&[identity.to_text().expose_secret()]);
    }
}

struct KeyReader<'a>(&'a str);

impl<'a> KeyReader<'a> {
    fn new(bytes: &'a [u8], format: &str) -> Result<Self, NotKeys> {
        let mut lines = Self(std::str::from_utf8(bytes).map_err(|_| NotKeys)?);
        lines.next(format)?;
        Ok(lines)
    }

    fn line(&mut self) -> Result<&'a str, NotKeys> {
        let (line, rest) = self.0.split_once('\n').ok_or(NotKeys)?;
        self.0 = rest;
        Ok(line)
    }

    /// The value of the next comment, which must be called `name`.
    fn next(&mut self, name: &str) -> Result<&'a str, NotKeys> {
        let rest = self.line()?.strip_prefix("# ").and_then(|line| line.strip_prefix(name));
        let rest = rest.ok_or(NotKeys)?;
        if rest.is_empty() { Ok(rest) } else { rest.strip_prefix(' ').ok_or(NotKeys) }
    }

    fn parsed<T: FromStr>(&mut self, name: &str) -> Result<T, NotKeys> {
        self.next(name)?.parse().map_err(|_| NotKeys)
    }

    fn signing(&mut self, name: &str) -> Result<SigningKey, NotKeys> {
        let seed = from_hex(self.next(name)?).map(Zeroizing::new).ok_or(NotKeys)?;
        Ok(SigningKey::from_seed(&seed))
    }

    fn identity(&mut self) -> Result<Identity, NotKeys> {
        Identity::from_text(&SecretString::from(self.line()?)).map_err(|_| NotKeys)
    }

    const fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    fn end(&self) -> Result<(), NotKeys> {
        if self.is_at_end() { Ok(()) } else { Err(NotKeys) }
    }
}
