//! The people's keys. Destroying one erases that person from everything sealed under it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::error::Error;
use super::keys::Keys;
use crate::crypto::{Key, open, seal};
use crate::domain::id::PersonId;

/// What is left of a person's key.
#[derive(Debug, Clone)]
pub(super) enum PersonKey {
    /// The key.
    Kept(Key),
    /// The person was erased: there is no key any more, and there will be none.
    Erased,
}

/// Every person's key.
#[derive(Debug, Clone, Default)]
pub(super) struct Keyring {
    generation: u64,
    keys: HashMap<PersonId, PersonKey>,
}

const KEY_BYTES: usize = 16 + 1 + 32;

impl Keyring {
    /// How many times it was written.
    pub(super) const fn generation(&self) -> u64 {
        self.generation
    }

    pub(super) fn get(&self, person: PersonId) -> Option<&PersonKey> {
        self.keys.get(&person)
    }

    /// A keyring that has, besides these keys, a new one for each of `people` who has none;
    /// `None` when all of them have one.
    pub(super) fn with_keys_for(
        &self,
        people: impl Iterator<Item = PersonId>,
    ) -> Result<Option<Self>, Error> {
        let mut more: Option<Self> = None;
        for person in people.filter(|person| !self.keys.contains_key(person)) {
            let keyring =
                more.get_or_insert_with(|| Self { generation: self.generation + 1, keys: self.keys.clone() });
            if let Entry::Vacant(vacant) = keyring.keys.entry(person) {
                vacant.insert(PersonKey::Kept(Key::random()?));
            }
        }
        Ok(more)
    }

    /// The same keyring once `person` is erased from it.
    pub(super) fn without(&self, person: PersonId) -> Self {
        let mut keys = self.keys.clone();
        keys.insert(person, PersonKey::Erased);
        Self { generation: self.generation + 1, keys }
    }

    /// Everybody who was erased.
    pub(super) fn erased(&self) -> impl Iterator<Item = PersonId> {
        self.keys.iter().filter(|(_, key)| matches!(key, PersonKey::Erased)).map(|(person, _)| *person)
    }

    pub(super) fn to_sealed(&self, keys: &Keys) -> Result<Vec<u8>, Error> {
        let mut people: Vec<_> = self.keys.iter().collect();
        people.sort_unstable_by_key(|(person, _)| **person);
        let mut plain = Vec::with_capacity(8 + people.len() * KEY_BYTES);
        plain.extend_from_slice(&self.generation.to_be_bytes());
        for (person, key) in people {
            plain.extend_from_slice(&person.0);
            match key {
                PersonKey::Kept(key) => {
                    plain.push(1);
                    plain.extend_from_slice(key.expose());
                }
                PersonKey::Erased => plain.extend_from_slice(&[0; 33]),
            }
        }
        Ok(seal(&keys.keyring, &keys.context("keyring/1", &[]), &plain)?)
    }

    /// Opens a sealed keyring, and gives its generation with it.
    pub(super) fn from_sealed(keys: &Keys, sealed: &[u8]) -> Option<(u64, Self)> {
        let plain = open(&keys.keyring, &keys.context("keyring/1", &[]), sealed).ok()?;
        let (generation, rest) = plain.split_first_chunk::<8>()?;
        let generation = u64::from_be_bytes(*generation);
        let mut people = HashMap::with_capacity(rest.len() / KEY_BYTES);
        for kept in rest.chunks_exact(KEY_BYTES) {
            let person = PersonId(kept[..16].try_into().ok()?);
            let key = match kept[16] {
                1 => PersonKey::Kept(Key::from_slice(&kept[17..])?),
                0 => PersonKey::Erased,
                _ => return None,
            };
            people.insert(person, key);
        }
        Some((generation, Self { generation, keys: people }))
    }
}
