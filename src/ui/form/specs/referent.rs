//! The form of a change of referent: who follows from then on. The one before ends on the eve (R9.1-03).

use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, text};
use crate::domain::body::Body;
use crate::domain::dates::sub_days;
use crate::domain::file::File;
use crate::domain::referent::{Referent, ReferentChange, followed_since, tenures};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;
use crate::ui::theme::Role;

/// The form of a change of referent.
pub static REFERENT: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: who_it_ends, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "referent",
    fields: &[
        FieldSpec::new("name", Kind::Text(80)).required().hinted(),
        FieldSpec::new("since", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("change", Kind::Choice(choice::coded::<ReferentChange>)),
        FieldSpec::new("note", Kind::LongText(2)).hinted(),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Referent(it) = body else { return Vec::new() };
    let mut given = vec![("since", Value::Date(it.since))];
    add_text(&mut given, "name", &it.name);
    add(&mut given, "change", it.change, code_of);
    add_text(&mut given, "note", &it.note);
    given
}

/// The first change also writes who followed the person until then: the station may be named otherwise
/// one day.
fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let since = values.date("since")?;
    let next = Referent {
        name: text(values, "name"),
        since,
        change: values.coded("change"),
        note: text(values, "note"),
    };
    let file = filled.file.filter(|it| filled.before.is_none() && it.referents.is_empty());
    let began = file.and_then(followed_since).filter(|day| *day < since);
    let first = began.zip(filled.cx.station()).map(|(since, station)| {
        Body::Referent(Referent { name: station.name.clone(), since, change: None, note: String::new() })
    });
    Some([Body::Referent(next)].into_iter().chain(first).collect())
}

/// "Suivi jusqu’au 31/03/2026 par Claire Morel".
fn who_it_ends(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let (Some(file), Some(since)) = (filled.file, filled.values.date("since")) else { return Vec::new() };
    let own = filled.cx.station().map(|it| it.name.as_str()).unwrap_or_default();
    let eve = sub_days(since, 1);
    let Some(before) = tenures(file, own).into_iter().find(|it| it.has(eve)) else { return Vec::new() };
    let mut args = FluentArgs::new();
    args.set("name", before.name.to_owned());
    args.set("date", filled.cx.words.date(eve));
    vec![(filled.cx.words.with("referent-ends", &args).into_owned(), Role::TextDim)]
}
