//! The form of an obstacle (*frein*).

use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::domain::barrier::{Barrier, BarrierState, BarrierTheme, Impact};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;

/// The form of an obstacle.
pub static BARRIER: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "barrier",
    fields: &[
        FieldSpec::new("theme", Kind::Choice(choice::coded::<BarrierTheme>)).required(),
        FieldSpec::new("situation", Kind::Text(120)).required().hinted(),
        FieldSpec::new("state", Kind::Choice(choice::coded::<BarrierState>))
            .required()
            .default(Default::Code("identifie")),
        FieldSpec::new("seen_on", Kind::Date(Look::Past)).required().default(Default::Today).hinted(),
        FieldSpec::new("impact", Kind::Choice(choice::coded::<Impact>)),
        FieldSpec::new("is_priority", Kind::YesNo).default(Default::No),
        FieldSpec::new("action", Kind::LongText(3)),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Barrier(it) = body else { return Vec::new() };
    let mut given = vec![
        ("theme", code_of(it.theme)),
        ("state", code_of(it.state)),
        ("seen_on", Value::Date(it.seen_on)),
        ("is_priority", Value::Yes(it.is_priority)),
    ];
    add_text(&mut given, "situation", &it.situation);
    add(&mut given, "impact", it.impact, code_of);
    add_text(&mut given, "action", &it.action);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Barrier(Barrier {
        theme: values.coded("theme")?,
        situation: text(values, "situation"),
        seen_on: values.date("seen_on")?,
        state: values.coded("state")?,
        impact: values.coded("impact"),
        is_priority: values.is_yes("is_priority"),
        action: text(values, "action"),
    })])
}
