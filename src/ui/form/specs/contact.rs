//! The form of an event other than an interview: a call, a letter, an attempt.

use super::{Filled, Given, Paper, add_text, code_of, same, silent, text};
use crate::domain::attempts;
use crate::domain::body::Body;
use crate::domain::codes::ContactKind;
use crate::domain::contact::Contact;
use crate::domain::file::File;
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;

/// The form of an event.
pub static CONTACT: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "contact",
    fields: &[
        FieldSpec::new("kind", Kind::Choice(choice::coded::<ContactKind>)).required(),
        FieldSpec::new("date", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("result", Kind::LongText(4)),
    ],
};

/// Whoever did not come is called, then written to: the next attempt is proposed.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let silence = attempts::silence(&State::of(file, cx.now.today));
    silence.and_then(|it| it.next).map(|kind| ("kind", code_of(kind))).into_iter().collect()
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Contact(it) = body else { return Vec::new() };
    let mut given = vec![("kind", code_of(it.kind)), ("date", Value::Date(it.date))];
    add_text(&mut given, "result", &it.result);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Contact(Contact {
        date: values.date("date")?,
        kind: values.coded("kind")?,
        result: text(values, "result"),
    })])
}
