//! The form of a training course.

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::training::{Certification, Training};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a training course.
pub static TRAINING: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "training",
    fields: &[
        FieldSpec::new("title", Kind::Text(120)).required(),
        FieldSpec::new("provider", Kind::Text(120)),
        FieldSpec::new("starts_on", Kind::Date(Look::Near)),
        FieldSpec::new("ends_on", Kind::Date(Look::Near)),
        FieldSpec::new("level", Kind::Integer(1, 8)),
        FieldSpec::new("certification", Kind::Choice(choice::coded::<Certification>)),
        FieldSpec::new("awarded_on", Kind::Date(Look::Past)).relevant(has_certification),
        FieldSpec::new("support_until", Kind::Date(Look::Future)).relevant(is_awarded).hinted(),
        FieldSpec::new("extension_opinion_on", Kind::Date(Look::Past)).relevant(is_extended),
        FieldSpec::new("extended_on", Kind::Date(Look::Past)).relevant(is_extended),
    ],
};

fn has_certification(values: &Values) -> bool {
    values.coded::<Certification>("certification").is_some()
}

fn is_awarded(values: &Values) -> bool {
    has_certification(values) && values.date("awarded_on").is_some()
}

fn is_extended(values: &Values) -> bool {
    is_awarded(values) && values.date("support_until").is_some()
}

fn proposed(_file: &File, cx: &Cx<'_>) -> Given {
    vec![("starts_on", Value::Date(cx.now.today))]
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Training(it) = body else { return Vec::new() };
    let mut given = Vec::new();
    add_text(&mut given, "title", &it.title);
    add_text(&mut given, "provider", it.provider.as_deref().unwrap_or_default());
    for (name, date) in [
        ("starts_on", it.starts_on),
        ("ends_on", it.ends_on),
        ("awarded_on", it.awarded_on),
        ("support_until", it.support_until),
        ("extension_opinion_on", it.extension_opinion_on),
        ("extended_on", it.extended_on),
    ] {
        add(&mut given, name, date, Value::Date);
    }
    add(&mut given, "level", it.level.map(i64::from), Value::Integer);
    add(&mut given, "certification", it.certification, code_of);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Training(Training {
        title: text(values, "title"),
        starts_on: values.date("starts_on"),
        ends_on: values.date("ends_on"),
        provider: maybe_text(values, "provider"),
        certification: values.coded("certification"),
        awarded_on: values.date("awarded_on").filter(|_| has_certification(values)),
        level: values.integer("level").and_then(|it| u8::try_from(it).ok()),
        support_until: values.date("support_until").filter(|_| is_awarded(values)),
        extension_opinion_on: values.date("extension_opinion_on").filter(|_| is_extended(values)),
        extended_on: values.date("extended_on").filter(|_| is_extended(values)),
    })])
}
