//! The form of a piece of evidence. The file that is attached to it is not typed here: it stays with
//! every version until another is attached.

use super::{Filled, Given, Paper, add, add_text, code_of, maybe_text, same, silent, text};
use crate::domain::body::Body;
use crate::domain::evidence::{Claim, Evidence, EvidenceForm, EvidenceKind, Wanted, next_asked};
use crate::domain::file::File;
use crate::domain::parameters::Pack;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};

/// The form of a piece of evidence.
pub static EVIDENCE: Paper = Paper { spec: &SPEC, proposed, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "evidence",
    fields: &[
        FieldSpec::new("kind", Kind::Choice(choice::coded::<EvidenceKind>)).required(),
        FieldSpec::new("claim", Kind::Choice(choice::coded::<Claim>))
            .relevant(may_prove_several)
            .offers(fits),
        FieldSpec::new("occupation", Kind::Text(120)).relevant(is_cv).hinted(),
        FieldSpec::new("dated_on", Kind::Date(Look::Past)),
        FieldSpec::new("valid_until", Kind::Date(Look::Future)),
        FieldSpec::new("covers_from", Kind::Date(Look::Near)).relevant(is_of_a_period),
        FieldSpec::new("covers_to", Kind::Date(Look::Near)).relevant(is_of_a_period),
        FieldSpec::new("received_on", Kind::Date(Look::Past)),
        FieldSpec::new("form", Kind::Choice(choice::coded::<EvidenceForm>)),
        FieldSpec::new("checked_on", Kind::Date(Look::Past)).hinted(),
        FieldSpec::new("checked_by", Kind::Text(120)).relevant(is_checked),
        FieldSpec::new("refused_because", Kind::Text(200)).relevant(is_checked).hinted(),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

/// The claims that a document of this kind may prove.
fn claims(values: &Values) -> impl Iterator<Item = Claim> {
    let kind = values.coded::<EvidenceKind>("kind");
    Claim::ALL.iter().copied().filter(move |it| kind.is_some_and(|kind| it.documents().contains(&kind)))
}

fn may_prove_several(values: &Values) -> bool {
    values.coded::<EvidenceKind>("kind").is_some_and(EvidenceKind::may_prove_several)
}

fn fits(code: &str, values: &Values) -> bool {
    claims(values).any(|it| it.code() == code)
}

fn is_of_a_period(values: &Values) -> bool {
    values.coded::<EvidenceKind>("kind").is_some_and(|kind| match kind {
        EvidenceKind::Contract
        | EvidenceKind::PaySlip
        | EvidenceKind::HoursStatement
        | EvidenceKind::Registration
        | EvidenceKind::ContinuedActivity
        | EvidenceKind::TrainingCertificate
        | EvidenceKind::AttendanceSheet => true,
        EvidenceKind::Identity
        | EvidenceKind::Address
        | EvidenceKind::Domiciliation
        | EvidenceKind::Benefit
        | EvidenceKind::JobseekerStatus
        | EvidenceKind::SwornStatement
        | EvidenceKind::Referral
        | EvidenceKind::PreAssessment
        | EvidenceKind::Opinion
        | EvidenceKind::Deed
        | EvidenceKind::GoalContract
        | EvidenceKind::Diploma
        | EvidenceKind::CommitteeFile
        | EvidenceKind::WithdrawalLetter
        | EvidenceKind::ExclusionProcedure
        | EvidenceKind::ContactAttempts
        | EvidenceKind::PartnerStatement
        | EvidenceKind::MeetingRecord
        | EvidenceKind::CivilStatus
        | EvidenceKind::Certificate
        | EvidenceKind::PartnerReview
        | EvidenceKind::Cv
        | EvidenceKind::Letter
        | EvidenceKind::Other => false,
    })
}

fn is_cv(values: &Values) -> bool {
    values.coded::<EvidenceKind>("kind") == Some(EvidenceKind::Cv)
}

fn is_checked(values: &Values) -> bool {
    values.date("checked_on").is_some()
}

/// The first document that is asked for, received today, as a copy. Nobody checked it: that is said
/// by whoever does.
fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let today = cx.now.today;
    let mut given = vec![("received_on", Value::Date(today)), ("form", code_of(EvidenceForm::Copy))];
    let Some(asked) = next_asked(file, today, &Pack::default().at(today)) else { return given };
    add(&mut given, "kind", asked.wanted.documents().first().copied(), code_of);
    if let Wanted::Claim(claim) = asked.wanted {
        given.push(("claim", code_of(claim)));
    }
    if let Some((from, to)) = asked.period {
        given.push(("covers_from", Value::Date(from)));
        add(&mut given, "covers_to", to, Value::Date);
    }
    given
}

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Evidence(it) = body else { return Vec::new() };
    let mut given = vec![("kind", code_of(it.kind))];
    add(&mut given, "claim", it.claim, code_of);
    for (name, date) in [
        ("dated_on", it.dated_on),
        ("valid_until", it.valid_until),
        ("covers_from", it.covers_from),
        ("covers_to", it.covers_to),
        ("received_on", it.received_on),
        ("checked_on", it.checked_on),
    ] {
        add(&mut given, name, date, Value::Date);
    }
    add(&mut given, "form", it.form, code_of);
    add_text(&mut given, "checked_by", it.checked_by.as_deref().unwrap_or_default());
    add_text(&mut given, "refused_because", it.refused_because.as_deref().unwrap_or_default());
    add_text(&mut given, "occupation", it.occupation.as_deref().unwrap_or_default());
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let attachment = match filled.before {
        Some(Body::Evidence(before)) => before.attachment.clone(),
        _ => None,
    };
    Some(vec![Body::Evidence(Evidence {
        kind: values.coded("kind")?,
        claim: values.coded("claim"),
        dated_on: values.date("dated_on"),
        valid_until: values.date("valid_until"),
        covers_from: values.date("covers_from"),
        covers_to: values.date("covers_to"),
        received_on: values.date("received_on"),
        form: values.coded("form"),
        checked_by: maybe_text(values, "checked_by"),
        checked_on: values.date("checked_on"),
        refused_because: maybe_text(values, "refused_because"),
        occupation: maybe_text(values, "occupation").filter(|_| is_cv(values)),
        note: text(values, "note"),
        attachment,
    })])
}
