//! The form of a period of adhesion, from the referral to the exit.

use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, code_of, codes_of, maybe_text, same};
use crate::domain::body::Body;
use crate::domain::codes::{
    Criterion, DropReason, EntryKind, ExitReason, Lot, PrescriberKind, Priority, Public, QpvList, Scheme,
};
use crate::domain::communes;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::office::StructureKind;
use crate::domain::person::Person;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::theme::Role;

/// The form of a period of adhesion.
pub static ENROLMENT: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "enrolment",
    fields: &[
        FieldSpec::new("referred_on", Kind::Date(Look::Past)),
        FieldSpec::new("prescriber_kind", Kind::Choice(choice::coded::<PrescriberKind>)),
        FieldSpec::new("prescriber", Kind::Text(120)).named_in(StructureKind::PRESCRIBERS),
        FieldSpec::new("prescriber_agent", Kind::Text(120)),
        FieldSpec::new("pre_assessed_on", Kind::Date(Look::Past)),
        FieldSpec::new("scheme", Kind::Choice(choice::coded::<Scheme>)),
        FieldSpec::new("received_on", Kind::Date(Look::Past)),
        FieldSpec::new("decided_on", Kind::Date(Look::Past)),
        FieldSpec::new("enrolled_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("entry_kind", Kind::Choice(choice::coded::<EntryKind>)),
        FieldSpec::new("public", Kind::Choice(choice::coded::<Public>)),
        FieldSpec::new("lot", Kind::Choice(choice::coded::<Lot>)),
        FieldSpec::new("criteria", Kind::Choices(choice::coded::<Criterion>)),
        FieldSpec::new("main_criterion", Kind::Choice(choice::coded::<Criterion>)).relevant(has_criteria),
        FieldSpec::new("jobseeker_since", Kind::Date(Look::Past)).relevant(is_jobseeker).hinted(),
        FieldSpec::new("priorities", Kind::Choices(choice::coded::<Priority>)),
        FieldSpec::new("qpv_list", Kind::Choice(choice::coded::<QpvList>)).relevant(is_in_qpv),
        FieldSpec::new("level", Kind::Integer(1, 8)).hinted(),
        FieldSpec::new("deed_signed_on", Kind::Date(Look::Past)),
        FieldSpec::new("destination", Kind::Text(200)).relevant(has_entered).hinted(),
        FieldSpec::new("destination_on", Kind::Date(Look::Past)).relevant(has_destination),
        FieldSpec::new("dropped_on", Kind::Date(Look::Past)).relevant(is_candidate).hinted(),
        FieldSpec::new("drop_reason", Kind::Choice(choice::coded::<DropReason>)).relevant(is_dropped),
        FieldSpec::new("exited_on", Kind::Date(Look::Near)),
        FieldSpec::new("exit_reason", Kind::Choice(choice::coded::<ExitReason>)).relevant(has_exit),
    ],
};

fn has_criteria(values: &Values) -> bool {
    !values.all_coded::<Criterion>("criteria").is_empty()
}

fn is_jobseeker(values: &Values) -> bool {
    values.all_coded("criteria").contains(&Criterion::LongTermJobseeker)
}

fn is_in_qpv(values: &Values) -> bool {
    values.all_coded("priorities").contains(&Priority::Qpv)
}

fn is_candidate(values: &Values) -> bool {
    values.date("enrolled_on").is_none()
}

fn has_entered(values: &Values) -> bool {
    !is_candidate(values)
}

fn has_destination(values: &Values) -> bool {
    has_entered(values) && maybe_text(values, "destination").is_some()
}

fn is_dropped(values: &Values) -> bool {
    values.date("dropped_on").is_some()
}

fn has_exit(values: &Values) -> bool {
    values.date("exited_on").is_some()
}

/// The lots in which the person may be followed, as the commune and the public tell.
pub(super) fn candidate_lots(person: &Person, public: Public) -> Vec<Lot> {
    let commune = person.commune.as_deref().and_then(communes::by_code);
    commune.map(|it| it.candidate_lots(person.sector, public)).unwrap_or_default()
}

fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let person = &file.person.value;
    let public = Public::at(person.birth_date, cx.now.today);
    let mut given = vec![("public", code_of(public))];
    if let [only] = candidate_lots(person, public)[..] {
        given.push(("lot", code_of(only)));
    }
    let has_past = !file.enrolments.is_empty();
    given.push(("entry_kind", code_of(if has_past { EntryKind::Return } else { EntryKind::New })));
    given
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Enrolment(it) = body else { return Vec::new() };
    let mut given = vec![("criteria", codes_of(&it.criteria)), ("priorities", codes_of(&it.priorities))];
    let dates = [
        ("referred_on", it.referred_on),
        ("received_on", it.received_on),
        ("decided_on", it.decided_on),
        ("enrolled_on", it.enrolled_on),
        ("deed_signed_on", it.deed_signed_on),
        ("exited_on", it.exited_on),
        ("destination_on", it.destination_on),
        ("pre_assessed_on", it.pre_assessed_on),
        ("jobseeker_since", it.jobseeker_since),
        ("dropped_on", it.dropped_on),
    ];
    for (name, date) in dates {
        add(&mut given, name, date, Value::Date);
    }
    add(&mut given, "prescriber_kind", it.prescriber_kind, code_of);
    add(&mut given, "prescriber", it.prescriber.clone(), Value::Text);
    add(&mut given, "prescriber_agent", it.prescriber_agent.clone(), Value::Text);
    add(&mut given, "destination", it.destination.clone(), Value::Text);
    add(&mut given, "scheme", it.scheme, code_of);
    add(&mut given, "qpv_list", it.qpv_list, code_of);
    add(&mut given, "drop_reason", it.drop_reason, code_of);
    add(&mut given, "entry_kind", it.entry_kind, code_of);
    add(&mut given, "public", it.public, code_of);
    add(&mut given, "lot", it.lot, code_of);
    add(&mut given, "main_criterion", it.main_criterion, code_of);
    add(&mut given, "level", it.level, |level| Value::Integer(i64::from(level)));
    add(&mut given, "exit_reason", it.exit_reason, code_of);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let criteria: Vec<Criterion> = values.all_coded("criteria");
    // Of a single criterion nobody has to say that it is the main one (R5-03).
    let only = if let [only] = criteria[..] { Some(only) } else { None };
    let before =
        if let Some(Body::Enrolment(it)) = filled.before { it.clone() } else { Enrolment::default() };
    Some(vec![Body::Enrolment(Enrolment {
        referred_on: values.date("referred_on"),
        prescriber: maybe_text(values, "prescriber"),
        prescriber_kind: values.coded("prescriber_kind"),
        prescriber_agent: maybe_text(values, "prescriber_agent"),
        pre_assessed_on: values.date("pre_assessed_on"),
        scheme: values.coded("scheme"),
        received_on: values.date("received_on"),
        reception: before.reception,
        // What is not asked keeps what it held.
        jobseeker_since: if is_jobseeker(values) {
            values.date("jobseeker_since")
        } else {
            before.jobseeker_since
        },
        qpv_list: if is_in_qpv(values) { values.coded("qpv_list") } else { before.qpv_list },
        dropped_on: if is_candidate(values) { values.date("dropped_on") } else { before.dropped_on },
        drop_reason: if is_candidate(values) { values.coded("drop_reason") } else { before.drop_reason },
        decided_on: values.date("decided_on"),
        enrolled_on: values.date("enrolled_on"),
        entry_kind: values.coded("entry_kind"),
        lot: values.coded("lot"),
        public: values.coded("public"),
        main_criterion: values.coded("main_criterion").or(only),
        criteria,
        priorities: values.all_coded("priorities"),
        level: values.integer("level").and_then(|level| u8::try_from(level).ok()),
        deed_signed_on: values.date("deed_signed_on"),
        destination: if has_entered(values) { maybe_text(values, "destination") } else { before.destination },
        destination_on: match has_entered(values) {
            true if has_destination(values) => values.date("destination_on"),
            true => None,
            false => before.destination_on,
        },
        exited_on: values.date("exited_on"),
        exit_reason: values.coded("exit_reason"),
    })])
}

/// The lots that the commune and the public allow.
fn aside(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let Some((file, public)) = filled.file.zip(filled.values.coded::<Public>("public")) else {
        return Vec::new();
    };
    let lots = candidate_lots(&file.person.value, public);
    if lots.is_empty() {
        return vec![(filled.cx.words.get("enrolment-no-commune").into_owned(), Role::TextDim)];
    }
    let labels: Vec<_> = lots.into_iter().map(|it| filled.cx.words.label(it)).collect();
    let mut args = FluentArgs::new();
    args.set("lots", labels.join(", "));
    vec![(filled.cx.words.with("enrolment-lots", &args).into_owned(), Role::TextDim)]
}
