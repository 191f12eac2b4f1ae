//! Argon2id, remembered: suites make and open hundreds of stations, which would spend most of their
//! time on the same passphrases. The keyslots are real ones, which the program opens.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use jalon::crypto::{Argon2id, CryptoError, KdfCost, Key, Passphrase, Stretch};
use jalon::store::Ground;

/// A passphrase, a salt and a cost.
type Asked = (String, [u8; 16], String);

/// What was stretched so far.
#[derive(Default)]
pub struct Remembered(Mutex<HashMap<Asked, Key>>);

impl Stretch for Remembered {
    /// Every station has the same, so that what was stretched for one is known of the others.
    fn salt(&self) -> Result<[u8; 16], CryptoError> {
        Ok([0x5a; 16])
    }

    fn stretch(&self, passphrase: &Passphrase, salt: &[u8; 16], cost: KdfCost) -> Result<Key, CryptoError> {
        let mut known = self.0.lock().expect("no thread panicked");
        let asked = (passphrase.expose().to_owned(), *salt, format!("{cost:?}"));
        if let Some(key) = known.get(&asked) {
            return Ok(key.clone());
        }
        let key = Argon2id.stretch(passphrase, salt, cost)?;
        known.insert(asked, key.clone());
        Ok(key)
    }
}

/// The real ground, but for what is remembered by all tests.
pub fn ground() -> Ground {
    static REMEMBERED: OnceLock<Arc<Remembered>> = OnceLock::new();
    Ground { stretch: Arc::clone(REMEMBERED.get_or_init(Arc::default)) as _, ..Ground::default() }
}
