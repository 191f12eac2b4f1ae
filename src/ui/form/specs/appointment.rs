//! The appointment form: an interview that is still to come.

use super::{Filled, Given, Paper, add, code_of, codes_of, maybe_text, same, silent};
use crate::domain::body::Body;
use crate::domain::codes::{Outcome, Purpose};
use crate::domain::file::File;
use crate::domain::habits;
use crate::domain::interview::Interview;
use crate::ui::appointment::proposed_next;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;
use crate::ui::quick::parse::modality_letter;

/// The appointment form.
pub static APPOINTMENT: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "appointment",
    fields: &[
        FieldSpec::new("date", Kind::Date(Look::Future)).required().hinted(),
        FieldSpec::new("start", Kind::Time).hinted(),
        FieldSpec::new("modality", Kind::Choice(|words| choice::lettered(words, modality_letter))),
        FieldSpec::new("place", Kind::Text(120)),
        FieldSpec::new("purposes", Kind::Choices(choice::coded::<Purpose>)),
    ],
};

fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let mut next = proposed_next(file, cx.now.today, &cx.diary());
    let modality = next.modality.unwrap_or_else(|| habits::usual_modality(file));
    next.place = habits::usual_place(file, modality).map(str::to_owned);
    given(&Body::Interview(next), Some(file), cx)
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Interview(it) = body else { return Vec::new() };
    let mut given = vec![("date", Value::Date(it.date)), ("purposes", codes_of(&it.purposes))];
    add(&mut given, "start", it.start, Value::Time);
    add(&mut given, "modality", it.modality, code_of);
    add(&mut given, "place", it.place.clone(), Value::Text);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let date = values.date("date")?;
    let base = match filled.before {
        Some(Body::Interview(it)) => it.clone(),
        Some(_) | None => Interview::new(date, Outcome::Planned),
    };
    Some(vec![Body::Interview(Interview {
        date,
        start: values.time("start"),
        modality: values.coded("modality"),
        place: maybe_text(values, "place"),
        purposes: values.all_coded("purposes"),
        outcome: Outcome::Planned,
        ..base
    })])
}
