//! The identity form.

use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, nothing, same, text};
use crate::domain::body::Body;
use crate::domain::codes::{Sector, Sex};
use crate::domain::communes;
use crate::domain::file::File;
use crate::domain::person::Person;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::quick;
use crate::ui::theme::Role;

/// Most people of the same name that are told.
const MOST_NAMESAKES: usize = 3;

/// The identity form.
pub static PERSON: Paper = Paper { spec: &SPEC, proposed: nothing, given, bodies, aside, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "person",
    fields: &[
        FieldSpec::new("family_name", Kind::Text(80)).required(),
        FieldSpec::new("given_name", Kind::Text(80)).required(),
        FieldSpec::new("birth_date", Kind::Date(Look::Past)).required().hinted(),
        FieldSpec::new("birth_name", Kind::Text(80)),
        FieldSpec::new("sex", Kind::Choice(choice::coded::<Sex>)),
        FieldSpec::new("phone", Kind::Phone),
        FieldSpec::new("email", Kind::Text(120)),
        FieldSpec::new("commune", Kind::Commune),
        FieldSpec::new("sector", Kind::Choice(choice::coded::<Sector>)).relevant(has_sectors),
        FieldSpec::new("address", Kind::Text(200)),
        FieldSpec::new("postal_code", Kind::Text(5)),
        FieldSpec::new("qpv", Kind::Text(20)).hinted(),
        FieldSpec::new("birth_place", Kind::Text(80)),
        FieldSpec::new("france_travail_id", Kind::Text(20)),
        FieldSpec::new("reference", Kind::Text(40)),
        FieldSpec::new("informed_on", Kind::Date(Look::Past)).hinted(),
    ],
};

/// Whether the commune is one that is divided into sectors.
pub(super) fn has_sectors(values: &Values) -> bool {
    values.code("commune").and_then(communes::by_code).is_some_and(communes::Commune::has_sectors)
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Person(it) = body else { return Vec::new() };
    let mut given = vec![("birth_date", Value::Date(it.birth_date))];
    add_text(&mut given, "family_name", &it.family_name);
    add_text(&mut given, "given_name", &it.given_name);
    add(&mut given, "sex", it.sex, code_of);
    add(&mut given, "commune", it.commune.clone(), Value::Code);
    add(&mut given, "sector", it.sector, code_of);
    add(&mut given, "informed_on", it.informed_on, Value::Date);
    let texts = [
        ("birth_name", &it.birth_name),
        ("phone", &it.phone),
        ("email", &it.email),
        ("address", &it.address),
        ("postal_code", &it.postal_code),
        ("qpv", &it.qpv),
        ("birth_place", &it.birth_place),
        ("france_travail_id", &it.france_travail_id),
        ("reference", &it.reference),
    ];
    for (name, text) in texts {
        add(&mut given, name, text.clone(), Value::Text);
    }
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Person(Person {
        reference: maybe_text(values, "reference"),
        family_name: text(values, "family_name"),
        birth_name: maybe_text(values, "birth_name"),
        given_name: text(values, "given_name"),
        sex: values.coded("sex"),
        birth_date: values.date("birth_date")?,
        birth_place: maybe_text(values, "birth_place"),
        address: maybe_text(values, "address"),
        postal_code: maybe_text(values, "postal_code"),
        commune: values.code("commune").map(str::to_owned),
        sector: values.coded("sector"),
        qpv: maybe_text(values, "qpv"),
        phone: maybe_text(values, "phone"),
        email: maybe_text(values, "email"),
        france_travail_id: maybe_text(values, "france_travail_id"),
        informed_on: values.date("informed_on"),
    })])
}

/// People who already bear this name: somebody is easily entered twice.
pub(super) fn aside(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let name = format!("{} {}", text(filled.values, "family_name"), text(filled.values, "given_name"));
    let is_known = filled.values.text("family_name").is_some() && filled.values.text("given_name").is_some();
    if !is_known {
        return Vec::new();
    }
    let cx = filled.cx;
    let own = filled.file.map(|file| file.id);
    let hits = cx.model.index.find(&name, MOST_NAMESAKES + 1).into_iter();
    let others = hits.filter(|hit| hit.is_exact() && Some(hit.person) != own).take(MOST_NAMESAKES);
    let told = others.filter_map(|hit| {
        let file = cx.file(hit.person)?;
        let mut args = FluentArgs::new();
        args.set("person", quick::echo::person(file, cx));
        Some((cx.words.with("person-known", &args).into_owned(), Role::Doubt))
    });
    told.collect()
}
