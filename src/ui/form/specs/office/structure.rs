//! The form of a structure of the directory.

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{OfficeBody, Structure, StructureKind};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{
    Filled, Given, Paper, add_text, code_of, maybe_text, nothing, same, silent, text,
};

/// The form of a structure.
pub static STRUCTURE: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "structure",
    fields: &[
        FieldSpec::new("name", Kind::Text(120)).required(),
        FieldSpec::new("kind", Kind::Choice(choice::coded::<StructureKind>)).required(),
        FieldSpec::new("contact", Kind::Text(120)).hinted(),
        FieldSpec::new("phone", Kind::Phone),
        FieldSpec::new("email", Kind::Text(120)),
        FieldSpec::new("siret", Kind::Text(14)),
        FieldSpec::new("sector", Kind::Text(120)),
        FieldSpec::new("note", Kind::LongText(3)).hinted(),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Structure(it)) = body else { return Vec::new() };
    let mut given = vec![("kind", code_of(it.kind))];
    add_text(&mut given, "name", &it.name);
    for (name, value) in [
        ("contact", &it.contact),
        ("phone", &it.phone),
        ("email", &it.email),
        ("siret", &it.siret),
        ("sector", &it.sector),
    ] {
        add_text(&mut given, name, value.as_deref().unwrap_or_default());
    }
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::Structure(Structure {
        kind: values.coded("kind")?,
        name: text(values, "name"),
        siret: maybe_text(values, "siret"),
        sector: maybe_text(values, "sector"),
        contact: maybe_text(values, "contact"),
        phone: maybe_text(values, "phone"),
        email: maybe_text(values, "email"),
        note: text(values, "note"),
    }))])
}
