//! The form of a designation as single contact of a structure (R9.3.6-08).

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{Designation, OfficeBody, StructureKind};
use crate::ui::cx::Cx;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{Filled, Given, Paper, add, add_text, nothing, same, silent, text};
use crate::ui::form::value::Value;

/// The form of a designation.
pub static DESIGNATION: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "designation",
    fields: &[
        FieldSpec::new("structure", Kind::Text(120)).required().named_in(StructureKind::ALL),
        FieldSpec::new("from", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("until", Kind::Date(Look::Near)).hinted(),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Designation(it)) = body else { return Vec::new() };
    let mut given = vec![("from", Value::Date(it.from))];
    add_text(&mut given, "structure", &it.structure);
    add(&mut given, "until", it.until, Value::Date);
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::Designation(Designation {
        structure: text(values, "structure"),
        from: values.date("from")?,
        until: values.date("until"),
        note: text(values, "note"),
    }))])
}
