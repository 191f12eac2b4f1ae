//! The form of a limitation of processing, and of its end (GDPR, article 18).

use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::limitation::{Limitation, LimitationReason};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;

/// The form of a limitation.
pub static LIMITATION: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "limitation",
    fields: &[
        FieldSpec::new("reason", Kind::Choice(choice::coded::<LimitationReason>)).required(),
        FieldSpec::new("since", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("note", Kind::LongText(2)).hinted(),
        FieldSpec::new("lifted_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("lifted_because", Kind::Text(200)).relevant(|it| it.date("lifted_on").is_some()),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Limitation(it) = body else { return Vec::new() };
    let mut given = vec![("since", Value::Date(it.since)), ("reason", code_of(it.reason))];
    add_text(&mut given, "note", &it.note);
    add(&mut given, "lifted_on", it.lifted_on, Value::Date);
    add_text(&mut given, "lifted_because", &it.lifted_because);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let lifted_on = values.date("lifted_on");
    Some(vec![Body::Limitation(Limitation {
        since: values.date("since")?,
        reason: values.coded("reason")?,
        note: text(values, "note"),
        lifted_on,
        lifted_because: lifted_on.map(|_| text(values, "lifted_because")).unwrap_or_default(),
    })])
}
