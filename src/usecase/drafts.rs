//! What is being typed: sealed on the disk, given back in place.

use super::error::Error;
use super::outcome::KeptDraft;
use super::request::DraftKey;
use super::session::{Session, whole_seconds};
use crate::domain::check::without_social_security_numbers;
use crate::domain::now::Now;

impl DraftKey {
    /// The key as text: form, person and thing, `-` for what is new.
    fn to_text(&self) -> String {
        let text = |id: Option<String>| id.unwrap_or_else(|| "-".to_owned());
        format!(
            "{}/{}/{}",
            self.form,
            text(self.person.map(|it| it.to_string())),
            text(self.object.map(|it| it.to_string()))
        )
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let (form, person, object) = (parts.next()?, parts.next()?, parts.next()?);
        let parsed = |text: &str| if text == "-" { Some(None) } else { text.parse().ok().map(Some) };
        let person = parsed(person)?;
        let object = if object == "-" { None } else { Some(object.parse().ok()?) };
        Some(Self { form: form.to_owned(), person, object })
    }
}

impl Session {
    /// Keeps a draft: when this returns, it is on the disk. A social security number being typed is
    /// not: nothing of the kind is ever stored, however briefly.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_draft(&mut self, key: &DraftKey, bytes: &[u8], now: Now) -> Result<(), Error> {
        let stamp = whole_seconds(now).timestamp().to_be_bytes();
        let value = match std::str::from_utf8(bytes) {
            Ok(text) => [&stamp, without_social_security_numbers(text).as_bytes()].concat(),
            Err(_) => [&stamp, bytes].concat(),
        };
        Ok(self.store.keep_draft(&key.to_text(), &value)?)
    }

    /// Forgets a draft; one that is not there is no error.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_draft(&mut self, key: &DraftKey) -> Result<(), Error> {
        Ok(self.store.drop_draft(&key.to_text())?)
    }

    /// Every draft kept, oldest first. One that cannot be read is passed over.
    ///
    /// # Errors
    /// The store's.
    pub fn drafts(&self) -> Result<Vec<KeptDraft>, Error> {
        let read = |(key, value): (String, Vec<u8>)| {
            let (stamp, bytes) = value.split_first_chunk::<8>()?;
            let kept_at = chrono::DateTime::from_timestamp(i64::from_be_bytes(*stamp), 0)?;
            Some(KeptDraft { key: DraftKey::from_text(&key)?, kept_at, bytes: bytes.to_vec() })
        };
        let mut drafts: Vec<KeptDraft> = self.store.drafts()?.into_iter().filter_map(read).collect();
        drafts.sort_by_key(|draft| draft.kept_at);
        Ok(drafts)
    }
}
