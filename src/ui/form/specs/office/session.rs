//! The form of a session of the commission: its day and place, its two co-chairs, who was there and who was excused
//! (art. 7, R7-02).

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{CommissionSession, OfficeBody, SessionKind};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::ui::form::value::Value;

/// Longest list of names.
const NAMES: usize = 200;

/// The form of a session.
pub static SESSION: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "commission_session",
    fields: &[
        FieldSpec::new("date", Kind::Date(Look::Near)).required().default(Default::Today),
        FieldSpec::new("kind", Kind::Choice(choice::coded::<SessionKind>))
            .required()
            .default(Default::Code("ordinaire")),
        FieldSpec::new("start", Kind::Time),
        FieldSpec::new("place", Kind::Text(120)),
        FieldSpec::new("chair_france_travail", Kind::Text(NAMES)).hinted(),
        FieldSpec::new("chair_utas", Kind::Text(NAMES)).hinted(),
        FieldSpec::new("action_managers", Kind::Text(NAMES)).hinted(),
        FieldSpec::new("accompaniment", Kind::Text(NAMES)),
        FieldSpec::new("companies", Kind::Text(NAMES)),
        FieldSpec::new("deputy", Kind::Text(NAMES)),
        FieldSpec::new("head", Kind::Text(NAMES)),
        FieldSpec::new("assistant", Kind::Text(NAMES)),
        FieldSpec::new("experts", Kind::Text(NAMES)),
        FieldSpec::new("excused", Kind::Text(NAMES)),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Session(it)) = body else { return Vec::new() };
    let mut given = vec![("date", Value::Date(it.date)), ("kind", code_of(it.kind))];
    add(&mut given, "start", it.start, Value::Time);
    add_text(&mut given, "place", &it.place);
    add_text(&mut given, "chair_france_travail", &it.chair_france_travail);
    add_text(&mut given, "chair_utas", &it.chair_utas);
    add_text(&mut given, "action_managers", &it.action_managers);
    add_text(&mut given, "accompaniment", &it.accompaniment);
    add_text(&mut given, "companies", &it.companies);
    add_text(&mut given, "deputy", &it.deputy);
    add_text(&mut given, "head", &it.head);
    add_text(&mut given, "assistant", &it.assistant);
    add_text(&mut given, "experts", &it.experts);
    add_text(&mut given, "excused", &it.excused);
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::Session(CommissionSession {
        date: values.date("date")?,
        kind: values.coded("kind")?,
        start: values.time("start"),
        place: text(values, "place"),
        chair_france_travail: text(values, "chair_france_travail"),
        chair_utas: text(values, "chair_utas"),
        action_managers: text(values, "action_managers"),
        accompaniment: text(values, "accompaniment"),
        companies: text(values, "companies"),
        deputy: text(values, "deputy"),
        head: text(values, "head"),
        assistant: text(values, "assistant"),
        experts: text(values, "experts"),
        excused: text(values, "excused"),
        note: text(values, "note"),
    }))])
}
