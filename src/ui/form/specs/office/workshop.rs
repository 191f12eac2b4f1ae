//! The form of a workshop. Who takes part is not typed here: those who were marked, then the sheet on
//! which presences are ticked.

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{OfficeBody, Workshop, WorkshopKind};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{
    Filled, Given, Paper, add, add_text, code_of, maybe_text, nothing, same, silent,
};
use crate::ui::form::value::{Value, Values};

/// Longest workshop, in minutes.
const LONGEST_MINUTES: u16 = 600;

/// The form of a workshop.
pub static WORKSHOP: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "workshop",
    fields: &[
        FieldSpec::new("kind", Kind::Choice(choice::coded::<WorkshopKind>)).required(),
        FieldSpec::new("date", Kind::Date(Look::Near)).required().default(Default::Today),
        FieldSpec::new("start", Kind::Time),
        FieldSpec::new("duration_min", Kind::Minutes(LONGEST_MINUTES)),
        FieldSpec::new("title", Kind::Text(120)).hinted(),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Workshop(it)) = body else { return Vec::new() };
    let mut given = vec![("kind", code_of(it.kind)), ("date", Value::Date(it.date))];
    add(&mut given, "start", it.start, Value::Time);
    add(&mut given, "duration_min", it.duration_min, Value::Minutes);
    add_text(&mut given, "title", &it.title);
    given
}

/// Its title, or what it is about: the steps that it writes must be called something.
fn titled(values: &Values, cx: &Cx<'_>) -> String {
    let kind = || values.coded::<WorkshopKind>("kind").map(|it| cx.words.label(it).into_owned());
    maybe_text(values, "title").or_else(kind).unwrap_or_default()
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let participants = match filled.before {
        Some(Body::Office(OfficeBody::Workshop(before))) => before.participants.clone(),
        Some(_) | None => Vec::new(),
    };
    Some(vec![Body::Office(OfficeBody::Workshop(Workshop {
        kind: values.coded("kind")?,
        date: values.date("date")?,
        start: values.time("start"),
        duration_min: values.minutes("duration_min"),
        title: titled(values, filled.cx),
        participants,
    }))])
}
