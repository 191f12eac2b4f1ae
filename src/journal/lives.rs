//! The order of what one station wrote in several journals, one for each life of its store.
//!
//! Each journal keeps its own order, whatever the clock said; among them the instant decides. Everybody who has the same
//! entries comes to the same order.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::entry::Header;
use super::journals::Journals;
use crate::domain::id::StationId;

/// Puts what one station wrote in the order in which it was written. Of each journal, entries come in order.
pub fn sort<T>(written: Vec<T>, header: impl Fn(&T) -> &Header) -> Vec<T> {
    let mut reached: BTreeMap<StationId, DateTime<Utc>> = BTreeMap::new();
    let key = |it: &T| {
        let header = header(it);
        let at = reached.entry(header.station).or_insert(header.at);
        *at = header.at.max(*at);
        (*at, header.station, header.sequence)
    };
    let keys: Vec<_> = written.iter().map(key).collect();
    let mut keyed: Vec<_> = keys.into_iter().zip(written).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, it)| it).collect()
}

/// Puts what each station wrote in several lives in that order, in the places that it has among the rest.
pub fn reorder<T>(written: Vec<T>, journals: &Journals, header: impl Fn(&T) -> &Header) -> Vec<T> {
    let author = |it: &T| journals.station_of(header(it).station);
    let restored: BTreeSet<StationId> =
        written.iter().map(author).filter(|it| journals.lives_of(*it).next().is_some()).collect();
    restored.into_iter().fold(written, |written, station| {
        let places: Vec<bool> = written.iter().map(|it| author(it) == station).collect();
        let (theirs, others): (Vec<T>, Vec<T>) = written.into_iter().partition(|it| author(it) == station);
        let mut theirs_in_place: Vec<T> = theirs;
        theirs_in_place.sort_by_key(|it| (header(it).station, header(it).sequence));
        let (mut theirs, mut others) = (sort(theirs_in_place, &header).into_iter(), others.into_iter());
        places
            .into_iter()
            .filter_map(|is_theirs| if is_theirs { theirs.next() } else { others.next() })
            .collect()
    })
}
