//! The form of the reception: the day of each of its seven items, and what came of it. It shows a part
//! of the period of adhesion and changes nothing else of it.

use super::{Filled, Given, Paper, add_text, nothing, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::reception::{ReceptionCheck, ReceptionItem, done};
use crate::ui::cx::Cx;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of the reception.
pub static RECEPTION: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "reception",
    fields: &[
        day(ReceptionItem::Received),
        result::<0>(),
        day(ReceptionItem::Understood),
        result::<1>(),
        day(ReceptionItem::Diagnosed),
        result::<2>(),
        day(ReceptionItem::Argued),
        result::<3>(),
        day(ReceptionItem::Confirmed),
        result::<4>(),
        day(ReceptionItem::Contracted),
        result::<5>(),
        day(ReceptionItem::Directed).relevant(may_be_directed),
        result::<6>(),
    ],
};

const fn day(item: ReceptionItem) -> FieldSpec {
    FieldSpec::new(item.field(), Kind::Date(Look::Past))
}

const fn result<const RANK: usize>() -> FieldSpec {
    FieldSpec::new(ReceptionItem::ALL[RANK].result_field(), Kind::Text(200)).relevant(is_done::<RANK>)
}

fn is_done<const RANK: usize>(values: &Values) -> bool {
    values.date(ReceptionItem::ALL[RANK].field()).is_some()
}

/// Somebody who agreed on a pathway is not directed elsewhere (R9.3.2-01).
fn may_be_directed(values: &Values) -> bool {
    values.date(ReceptionItem::Contracted.field()).is_none()
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Enrolment(it) = body else { return Vec::new() };
    let mut given = Vec::new();
    for check in &it.reception {
        given.push((check.item.field(), Value::Date(check.on)));
        add_text(&mut given, check.item.result_field(), &check.result);
    }
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let mut enrolment = if let Some(Body::Enrolment(it)) = filled.before { it.clone() } else { return None };
    let check = |item: &ReceptionItem| {
        let on = values.date(item.field())?;
        Some(ReceptionCheck { item: *item, on, result: text(values, item.result_field()) })
    };
    let received_on = |checks: &[ReceptionCheck]| done(checks, ReceptionItem::Received).map(|it| it.on);
    // The first reception is the day of its item, unless somebody wrote another one.
    let follows =
        enrolment.received_on.is_none() || enrolment.received_on == received_on(&enrolment.reception);
    enrolment.reception = ReceptionItem::ALL.iter().filter_map(check).collect();
    if follows {
        enrolment.received_on = received_on(&enrolment.reception);
    }
    Some(vec![Body::Enrolment(enrolment)])
}
