//! The form of what the commission recommends.

use super::{Filled, Given, Paper, add, add_text, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::recommendation::Recommendation;
use crate::ui::cx::Cx;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;

/// The form of a recommendation.
pub static RECOMMENDATION: Paper =
    Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "recommendation",
    fields: &[
        FieldSpec::new("title", Kind::Text(200)).required(),
        FieldSpec::new("due_on", Kind::Date(Look::Future)).hinted(),
        FieldSpec::new("session_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("done_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

/// Of the last session that decided anything of the file, for the date that it set.
fn proposed(file: &File, _cx: &Cx<'_>) -> Given {
    let mut given = Vec::new();
    let last = file.decisions.last().map(|it| &it.value);
    add(&mut given, "session_on", last.map(|it| it.session_on), Value::Date);
    add(&mut given, "due_on", last.and_then(|it| it.review_on), Value::Date);
    given
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Recommendation(it) = body else { return Vec::new() };
    let mut given = vec![("session_on", Value::Date(it.session_on))];
    add_text(&mut given, "title", &it.title);
    add(&mut given, "due_on", it.due_on, Value::Date);
    add(&mut given, "done_on", it.done_on, Value::Date);
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Recommendation(Recommendation {
        title: text(values, "title"),
        session_on: values.date("session_on")?,
        due_on: values.date("due_on"),
        done_on: values.date("done_on"),
        note: text(values, "note"),
    })])
}
