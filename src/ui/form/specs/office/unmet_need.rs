//! The form of a need that the local offer does not meet (R10-06).

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{NeedTheme, OfficeBody, UnmetNeed};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::ui::form::value::Value;

/// Most people whom a need is counted for.
const MOST_PEOPLE: i64 = 9999;

/// The form of an unmet need.
pub static UNMET_NEED: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "unmet_need",
    fields: &[
        FieldSpec::new("theme", Kind::Choice(choice::coded::<NeedTheme>)).required(),
        FieldSpec::new("description", Kind::LongText(3)).required().hinted(),
        FieldSpec::new("people", Kind::Integer(1, MOST_PEOPLE)).hinted(),
        FieldSpec::new("seen_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("told_on", Kind::Date(Look::Past)).hinted(),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::UnmetNeed(it)) = body else { return Vec::new() };
    let mut given = vec![("theme", code_of(it.theme)), ("seen_on", Value::Date(it.seen_on))];
    add_text(&mut given, "description", &it.description);
    add(&mut given, "people", it.people, |people| Value::Integer(i64::from(people)));
    add(&mut given, "told_on", it.told_on, Value::Date);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::UnmetNeed(UnmetNeed {
        theme: values.coded("theme")?,
        seen_on: values.date("seen_on")?,
        people: values.integer("people").and_then(|it| u16::try_from(it).ok()),
        description: text(values, "description"),
        told_on: values.date("told_on"),
    }))])
}
