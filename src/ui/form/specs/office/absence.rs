//! The form of an absence of the counsellor (R9.2-04, R9.2-05).

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{Absence, AbsenceKind, OfficeBody};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{
    Filled, Given, Paper, add, add_text, code_of, maybe_text, nothing, same, silent, text,
};
use crate::ui::form::value::{Value, Values};

/// The form of an absence.
pub static ABSENCE: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "absence",
    fields: &[
        FieldSpec::new("kind", Kind::Choice(choice::coded::<AbsenceKind>)).required(),
        FieldSpec::new("starts_on", Kind::Date(Look::Near)).required().default(Default::Today),
        FieldSpec::new("ends_on", Kind::Date(Look::Future)).hinted(),
        FieldSpec::new("notified_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("covered_from", Kind::Date(Look::Near)).relevant(must_be_covered).hinted(),
        FieldSpec::new("replaced_from", Kind::Date(Look::Near)).relevant(must_be_covered).hinted(),
        FieldSpec::new("agreed_on", Kind::Date(Look::Near)).relevant(is_replaced).hinted(),
        FieldSpec::new("replaced_by", Kind::Text(120)).relevant(is_covered),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

fn must_be_covered(values: &Values) -> bool {
    values.coded::<AbsenceKind>("kind").is_none_or(AbsenceKind::must_be_covered)
}

fn is_replaced(values: &Values) -> bool {
    must_be_covered(values) && values.date("replaced_from").is_some()
}

fn is_covered(values: &Values) -> bool {
    is_replaced(values) || must_be_covered(values) && values.date("covered_from").is_some()
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Absence(it)) = body else { return Vec::new() };
    let mut given = vec![("kind", code_of(it.kind)), ("starts_on", Value::Date(it.starts_on))];
    add(&mut given, "ends_on", it.ends_on, Value::Date);
    add(&mut given, "notified_on", it.notified_on, Value::Date);
    add(&mut given, "covered_from", it.covered_from, Value::Date);
    add(&mut given, "replaced_from", it.replaced_from, Value::Date);
    add(&mut given, "agreed_on", it.agreed_on, Value::Date);
    add_text(&mut given, "replaced_by", it.replaced_by.as_deref().unwrap_or_default());
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::Absence(Absence {
        kind: values.coded("kind")?,
        starts_on: values.date("starts_on")?,
        ends_on: values.date("ends_on"),
        notified_on: values.date("notified_on"),
        covered_from: values.date("covered_from"),
        replaced_from: values.date("replaced_from"),
        agreed_on: values.date("agreed_on"),
        replaced_by: maybe_text(values, "replaced_by"),
        note: text(values, "note"),
    }))])
}
