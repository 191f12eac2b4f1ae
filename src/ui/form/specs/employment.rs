//! The form of a period of work.

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, silent};
use crate::domain::body::Body;
use crate::domain::employment::{ContractKind, Employment};
use crate::domain::file::File;
use crate::domain::office::StructureKind;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// Weekly minutes below which the form asks what allows them (R2-08).
const SHORT_WEEK: u32 = 24 * 60;

/// The form of a period of work.
pub static EMPLOYMENT: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of };

static SPEC: FormSpec = FormSpec {
    id: "employment",
    fields: &[
        FieldSpec::new("contract", Kind::Choice(choice::coded::<ContractKind>)).required(),
        FieldSpec::new("starts_on", Kind::Date(Look::Near)).required(),
        // An assignment is often noted once it is over: the nearest day is meant, past or to come.
        FieldSpec::new("planned_end", Kind::Date(Look::Near)).relevant(may_end),
        FieldSpec::new("employer", Kind::Text(120)).named_in(StructureKind::EMPLOYERS),
        // An assignment is known by its hours in all, which its statement gives.
        FieldSpec::new("total_minutes", Kind::Hours(60_000)).relevant(is_agency).hinted(),
        FieldSpec::new("weekly_minutes", Kind::Hours(4_800)).relevant(asks_weekly_hours).hinted(),
        FieldSpec::new("short_hours_basis", Kind::Text(120)).relevant(is_short).hinted(),
        FieldSpec::new("suits_person", Kind::YesNo),
        FieldSpec::new("ended_on", Kind::Date(Look::Past)),
        FieldSpec::new("end_reason", Kind::Text(120)).relevant(is_over),
        FieldSpec::new("occupation", Kind::Text(120)),
        FieldSpec::new("contact_agreed_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("siret", Kind::Text(14)),
    ],
};

fn kind(values: &Values) -> Option<ContractKind> {
    values.coded("contract")
}

/// Whether an end may be planned.
fn may_end(values: &Values) -> bool {
    !matches!(kind(values), Some(ContractKind::Permanent | ContractKind::PermanentSubsidised))
}

fn is_agency(values: &Values) -> bool {
    kind(values) == Some(ContractKind::Agency)
}

fn is_short(values: &Values) -> bool {
    !is_agency(values) && values.minutes("weekly_minutes").is_some_and(|it| u32::from(it) < SHORT_WEEK)
}

/// Hours a week say nothing more of an assignment whose hours are known in all.
fn asks_weekly_hours(values: &Values) -> bool {
    !is_agency(values) || values.minutes("total_minutes").is_none()
}

fn is_over(values: &Values) -> bool {
    values.date("ended_on").is_some()
}

/// After an assignment another one most often follows, from the same agency.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let mut given = vec![("starts_on", Value::Date(cx.now.today))];
    let last = file.employments.last().map(|it| &it.value).filter(|it| it.kind == ContractKind::Agency);
    if let Some(last) = last {
        given.push(("contract", code_of(last.kind)));
        add_text(&mut given, "employer", last.employer.as_deref().unwrap_or_default());
    }
    given
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Employment(it) = body else { return Vec::new() };
    let mut given = vec![("contract", code_of(it.kind)), ("starts_on", Value::Date(it.starts_on))];
    add(&mut given, "planned_end", it.planned_end, Value::Date);
    add(&mut given, "ended_on", it.ended_on, Value::Date);
    for (name, minutes) in [("weekly_minutes", it.weekly_minutes), ("total_minutes", it.total_minutes)] {
        add(&mut given, name, minutes.and_then(|it| u16::try_from(it).ok()), Value::Minutes);
    }
    for (name, text) in [
        ("employer", &it.employer),
        ("siret", &it.siret),
        ("short_hours_basis", &it.short_hours_basis),
        ("occupation", &it.occupation),
        ("end_reason", &it.end_reason),
    ] {
        add_text(&mut given, name, text.as_deref().unwrap_or_default());
    }
    add(&mut given, "suits_person", it.suits_person, Value::Yes);
    add(&mut given, "contact_agreed_on", it.contact_agreed_on, Value::Date);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let minutes = |name| values.minutes(name).map(u32::from);
    // What is not asked keeps what it held.
    let weekly_before = match filled.before {
        Some(Body::Employment(it)) => it.weekly_minutes,
        Some(_) | None => None,
    };
    Some(vec![Body::Employment(Employment {
        kind: kind(values)?,
        starts_on: values.date("starts_on")?,
        planned_end: values.date("planned_end").filter(|_| may_end(values)),
        ended_on: values.date("ended_on"),
        employer: maybe_text(values, "employer"),
        siret: maybe_text(values, "siret"),
        weekly_minutes: if asks_weekly_hours(values) { minutes("weekly_minutes") } else { weekly_before },
        total_minutes: minutes("total_minutes").filter(|_| is_agency(values)),
        short_hours_basis: maybe_text(values, "short_hours_basis").filter(|_| is_short(values)),
        suits_person: values.yes_or_no("suits_person"),
        occupation: maybe_text(values, "occupation"),
        end_reason: maybe_text(values, "end_reason").filter(|_| is_over(values)),
        contact_agreed_on: values.date("contact_agreed_on"),
    })])
}

/// The kind is asked as the contract.
fn field_of(field: &'static str) -> &'static str {
    if field == "kind" { "contract" } else { field }
}
