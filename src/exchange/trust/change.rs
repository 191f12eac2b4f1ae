//! Changes to the list: each makes a newer one, which the root has still to sign.

use std::collections::BTreeSet;

use super::{LONGEST_CODE, MOST, Standing, Trust, TrustRefusal, TrustedStation};
use crate::domain::id::StationId;
use crate::exchange::fingerprint::Fingerprint;
use crate::exchange::join::JoinRequest;

impl Trust {
    /// The list with one station more: `typed` are the words that the operator heard and typed.
    ///
    /// # Errors
    /// [`TrustRefusal::OtherWords`], [`TrustRefusal::Known`], [`TrustRefusal::Code`],
    /// [`TrustRefusal::Demo`].
    pub fn enrol(
        &self,
        request: &JoinRequest,
        typed: &Fingerprint,
        code: &str,
    ) -> Result<Self, TrustRefusal> {
        if request.words() != *typed {
            return Err(TrustRefusal::OtherWords);
        }
        if request.demo != self.demo {
            return Err(TrustRefusal::Demo);
        }
        let station = TrustedStation {
            code: code.to_owned(),
            id: request.id,
            key: request.key,
            recipient: request.recipient.clone(),
            revoked_after: None,
            standing: Standing::Active,
        };
        let mut newer = Self { version: self.version + 1, ..self.clone() };
        let at = newer.stations.partition_point(|it| it.id < station.id);
        newer.stations.insert(at, station);
        newer.check().map_err(|refusal| match refusal {
            TrustRefusal::Form => TrustRefusal::Known,
            other => other,
        })?;
        Ok(newer)
    }

    /// The list in which a station is no longer accepted after its bundle number `after`.
    ///
    /// # Errors
    /// [`TrustRefusal::NoStation`].
    pub fn revoke(&self, station: StationId, after: u64) -> Result<Self, TrustRefusal> {
        let mut newer = Self { version: self.version + 1, ..self.clone() };
        let revoked = newer.stations.iter_mut().find(|it| it.id == station);
        let revoked = revoked.ok_or(TrustRefusal::NoStation)?;
        (revoked.standing, revoked.revoked_after) = (Standing::Revoked, Some(after));
        Ok(newer)
    }

    /// One identity, one key, one recipient and one code each, in order.
    pub(super) fn check(&self) -> Result<(), TrustRefusal> {
        if self.stations.iter().any(|it| !is_code(&it.code)) {
            return Err(TrustRefusal::Code);
        }
        let sorted = self.stations.windows(2).all(|pair| pair[0].id < pair[1].id)
            && self.import.windows(2).all(|pair| pair[0].year < pair[1].year);
        let few = self.stations.len() <= MOST && self.ops.len() <= MOST && self.import.len() <= MOST;
        let ids = self.stations.iter().map(|it| it.id).chain(self.ops.iter().map(|it| it.id));
        let keys = self.stations.iter().map(|it| it.key).chain(self.ops.iter().map(|it| it.key));
        let recipients = self.stations.iter().map(|it| &it.recipient);
        let recipients = recipients.chain(self.import.iter().map(|it| &it.recipient));
        let sound = self.version >= 1
            && !self.import.is_empty()
            && sorted
            && few
            && are_distinct(ids)
            && are_distinct(keys.chain([self.root]))
            && are_distinct(recipients.chain([&self.rescue, &self.recovery]))
            && are_distinct(self.stations.iter().map(|it| &it.code));
        if sound { Ok(()) } else { Err(TrustRefusal::Form) }
    }
}

fn is_code(code: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(is_allowed)
}

fn are_distinct<T: Ord>(items: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    items.into_iter().all(|item| seen.insert(item))
}
