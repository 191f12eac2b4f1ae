//! `office`: what belongs to no person, kind by kind.

use serde_json::{Map, Value, json};

use super::call::{Call, Format};
use super::{caseload, output};
use crate::domain::body::Body;
use crate::domain::file::Current;
use crate::domain::id::StationId;
use crate::domain::office::{
    Absence, CommissionSession, Designation, Kept, Meeting, Office, OfficeBody, Structure, UnmetNeed,
    Workshop,
};
use crate::journal::payload::body_value;
use crate::usecase::session::Session;

/// Lists what belongs to no person: as JSON one list a kind, as a table everything by its day.
pub fn list(session: &Session, call: &Call) {
    let office = &session.caseload().office;
    match call.format {
        Format::Json => output::json(&whole(office, session.store().station(), call)),
        Format::Table | Format::Csv => table(office, call),
    }
}

fn whole(office: &Office, station: StationId, call: &Call) -> Value {
    fn all<T: Kept>(office: &Office, station: StationId, call: &Call) -> Value {
        T::list(office).iter().map(|it| with_id(it, station, call)).collect()
    }
    let mut whole = Map::new();
    whole.insert("absences".to_owned(), all::<Absence>(office, station, call));
    let exports = office.list_exports.iter().map(|it| {
        let mut value = body_value(&Body::ListExport(it.value.clone()));
        if let Some(members) = value.as_object_mut() {
            members.insert("id".to_owned(), json!(it.id));
            members.insert("station".to_owned(), json!(station));
            members.insert("written_at".to_owned(), json!(it.written_at));
        }
        value
    });
    whole.insert("list_exports".to_owned(), exports.collect());
    whole.insert("meetings".to_owned(), all::<Meeting>(office, station, call));
    whole.insert("unmet_needs".to_owned(), all::<UnmetNeed>(office, station, call));
    whole.insert("designations".to_owned(), all::<Designation>(office, station, call));
    whole.insert("workshops".to_owned(), all::<Workshop>(office, station, call));
    whole.insert("structures".to_owned(), all::<Structure>(office, station, call));
    whole.insert("sessions".to_owned(), all::<CommissionSession>(office, station, call));
    Value::Object(whole)
}

/// A thing as JSON, with its journal names; without names, without own words.
fn with_id<T: Kept>(it: &Current<T>, station: StationId, call: &Call) -> Value {
    let mut value = body_value(&Body::Office(it.value.clone().into_office()));
    if call.no_names {
        caseload::forget_own_words(&mut value);
    }
    if let Some(members) = value.as_object_mut() {
        members.insert("id".to_owned(), json!(it.id));
        members.insert("station".to_owned(), json!(station));
    }
    value
}

fn table(office: &Office, call: &Call) {
    fn all<T: Kept>(office: &Office) -> Vec<OfficeBody> {
        T::list(office).iter().map(|it| it.value.clone().into_office()).collect()
    }
    let mut things = all::<Absence>(office);
    things.extend(all::<Meeting>(office));
    things.extend(all::<UnmetNeed>(office));
    things.extend(all::<Designation>(office));
    things.extend(all::<Workshop>(office));
    things.extend(all::<Structure>(office));
    things.extend(all::<CommissionSession>(office));
    things.sort_by_key(|it| it.day());
    if things.is_empty() && call.format == Format::Table {
        return output::line(&call.words.get("out-office-empty"));
    }
    let header = ["out-date", "out-kind", "out-what"].map(|id| call.words.get(id).into_owned());
    let row = |it: &OfficeBody| {
        // Without names, what is in somebody's own words is left out: it may name anyone.
        let what =
            if call.no_names { String::new() } else { call.words.office_line(it).trim_end().to_owned() };
        vec![call.date_or_dash(it.day()), call.words.get(&format!("act-{}", it.kind())).into_owned(), what]
    };
    output::rows(&header, &things.iter().map(row).collect::<Vec<_>>(), call.format);
}
