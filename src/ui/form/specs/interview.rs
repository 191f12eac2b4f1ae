//! The interview form (product.md §4): the one that matters most.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use super::{Filled, Given, Paper, add, add_text, code_of, codes_of, letters, maybe_text, text};
use crate::domain::body::Body;
use crate::domain::codes::{Modality, Outcome, Purpose};
use crate::domain::file::File;
use crate::domain::habits;
use crate::domain::interview::{Interview, LONGEST_MINUTES, Signature};
use crate::domain::signing::{Lack, Signing, lacks};
use crate::i18n::Words;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::{Value, Values};
use crate::ui::quick::parse::{modality_letter, signing_letter};
use crate::ui::theme::Role;

/// The interview form.
pub static INTERVIEW: Paper =
    Paper { spec: &SPEC, proposed, given, bodies, aside, field_of: field_of_signature };

static SPEC: FormSpec = FormSpec {
    id: "interview",
    fields: &[
        FieldSpec::new("date", Kind::Date(Look::Past)).required().default(Default::Today).hinted(),
        FieldSpec::new("start", Kind::Time).hinted(),
        FieldSpec::new("outcome", Kind::Choice(|words| choice::lettered(words, letters::outcome)))
            .required()
            .default(Default::Code("tenu")),
        FieldSpec::new("duration_min", Kind::Minutes(LONGEST_MINUTES)).relevant(is_held).hinted(),
        FieldSpec::new("modality", Kind::Choice(|words| choice::lettered(words, modality_letter))),
        FieldSpec::new("place", Kind::Text(120)),
        FieldSpec::new("purposes", Kind::Choices(choice::coded::<Purpose>)),
        FieldSpec::new("record", Kind::LongText(4)),
        FieldSpec::new("signatures", Kind::Choice(|words| choice::lettered(words, signing_letter)))
            .relevant(is_held),
        FieldSpec::new("signed_on", Kind::Date(Look::Past)).relevant(is_signed).hinted(),
        FieldSpec::new("refusal_reason", Kind::Text(200)).relevant(is_refused),
        FieldSpec::new("next", Kind::YesNo).default(Default::No),
        FieldSpec::new("next_on", Kind::Date(Look::Future)).relevant(has_next),
        FieldSpec::new("next_start", Kind::Time).relevant(has_next),
    ],
};

fn is_held(values: &Values) -> bool {
    values.coded::<Outcome>("outcome") == Some(Outcome::Held)
}

fn is_signed(values: &Values) -> bool {
    values.coded::<Signing>("signatures").is_some_and(|it| it != Signing::Nobody)
}

fn is_refused(values: &Values) -> bool {
    values.coded::<Signing>("signatures") == Some(Signing::Refused)
}

fn has_next(values: &Values) -> bool {
    values.is_yes("next")
}

/// A signature shows in the one field that tells both.
fn field_of_signature(field: &'static str) -> &'static str {
    match field {
        "participant_signature" | "counsellor_signature" => "signatures",
        other => other,
    }
}

fn proposed(file: &File, cx: &Cx<'_>) -> Given {
    let modality = habits::usual_modality(file);
    let mut given = vec![
        ("duration_min", Value::Minutes(habits::usual_duration_min(file))),
        ("modality", code_of(modality)),
        ("signatures", code_of(Signing::Nobody)),
    ];
    add(&mut given, "place", habits::usual_place(file, modality), |it| Value::Text(it.to_owned()));
    add_next(&mut given, file, cx.now.today, habits::usual_start(file), cx);
    given
}

/// The next appointment, ready to be accepted.
fn add_next(given: &mut Given, file: &File, date: NaiveDate, start: Option<chrono::NaiveTime>, cx: &Cx<'_>) {
    let start = start.or_else(|| habits::usual_start(file));
    let (date, start) = habits::next_appointment(date, start, &cx.diary(), file.id);
    given.push(("next_on", Value::Date(date)));
    add(given, "next_start", start, Value::Time);
}

fn given(body: &Body, file: Option<&File>, cx: &Cx<'_>) -> Given {
    let Body::Interview(it) = body else { return Vec::new() };
    let mut given = vec![("date", Value::Date(it.date)), ("outcome", code_of(it.outcome))];
    add(&mut given, "start", it.start, Value::Time);
    add(&mut given, "duration_min", it.duration_min, Value::Minutes);
    add(&mut given, "modality", it.modality, code_of);
    add(&mut given, "place", it.place.clone(), Value::Text);
    given.push(("purposes", codes_of(&it.purposes)));
    add_text(&mut given, "record", &it.record);
    // What was changed since it was signed is to be signed again: who did is asked anew.
    if !file.is_some_and(|file| it.is_changed_since_signed(file.id)) {
        let signing = Signing::of(&it.participant_signature, &it.counsellor_signature);
        add(&mut given, "signatures", signing, code_of);
        add(&mut given, "signed_on", signed_on(it), Value::Date);
    }
    if let Signature::Refused { reason, .. } = &it.participant_signature {
        add_text(&mut given, "refusal_reason", reason);
    }
    if let Some(file) = file {
        add_next(&mut given, file, it.date, it.start, cx);
    }
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let interview = interview(filled)?;
    let next = next(filled, &interview);
    Some([Some(interview), next].into_iter().flatten().map(Body::Interview).collect())
}

fn interview(filled: &Filled<'_>) -> Option<Interview> {
    let values = filled.values;
    let outcome: Outcome = values.coded("outcome")?;
    let date = values.date("date")?;
    let base = match filled.before {
        Some(Body::Interview(it)) => it.clone(),
        Some(_) | None => Interview::new(date, outcome),
    };
    let mut interview = Interview {
        date,
        outcome,
        start: values.time("start"),
        duration_min: values.minutes("duration_min"),
        modality: values.coded("modality"),
        place: maybe_text(values, "place"),
        purposes: values.all_coded("purposes"),
        record: text(values, "record"),
        ..base
    };
    sign(&mut interview, filled);
    Some(interview)
}

/// Writes the signatures. What the one field cannot tell (an electronic one) is left as it was.
fn sign(interview: &mut Interview, filled: &Filled<'_>) {
    if interview.outcome != Outcome::Held {
        let was_the_same =
            matches!(filled.before, Some(Body::Interview(it)) if it.outcome == interview.outcome);
        if was_the_same {
            return;
        }
        let nothing =
            if interview.outcome == Outcome::Planned { Signature::ToSign } else { Signature::NotApplicable };
        interview.participant_signature = nothing.clone();
        interview.counsellor_signature = nothing;
        return;
    }
    let Some(signing) = filled.values.coded::<Signing>("signatures") else { return };
    let signed_on = filled.values.date("signed_on");
    if is_signed_anew(interview, signing, signed_on, filled) {
        interview.participant_signature = Signature::ToSign;
        interview.counsellor_signature = Signature::ToSign;
        interview.signed_code = None;
    }
    let on = signed_on.unwrap_or_else(|| interview.date.max(filled.cx.now.today));
    signing.sign(interview, on);
    if let Signature::Refused { reason, .. } = &mut interview.participant_signature {
        *reason = text(filled.values, "refusal_reason");
    }
}

/// Whether what is said of the signatures is about the record as it is now: it was no longer what
/// was signed, so that who did was asked anew, or it no longer is, and something else is said.
fn is_signed_anew(now: &Interview, signing: Signing, on: Option<NaiveDate>, filled: &Filled<'_>) -> bool {
    let (Some(Body::Interview(before)), Some(file)) = (filled.before, filled.file) else { return false };
    let said = Signing::of(&before.participant_signature, &before.counsellor_signature);
    let says_else = said != Some(signing) || on != signed_on(before);
    before.is_changed_since_signed(file.id) || (now.is_changed_since_signed(file.id) && says_else)
}

/// The one day that the form shows for both signatures.
fn signed_on(interview: &Interview) -> Option<NaiveDate> {
    interview.counsellor_signature.signed_on().or(interview.participant_signature.signed_on())
}

/// The appointment that was accepted with it.
fn next(filled: &Filled<'_>, interview: &Interview) -> Option<Interview> {
    let date = filled.values.date("next_on").filter(|_| has_next(filled.values))?;
    let modality = interview.modality.or_else(|| filled.file.map(habits::usual_modality));
    Some(Interview {
        start: filled.values.time("next_start"),
        // A call is rarely planned, and the month asks for an interview in person.
        modality: modality.filter(|it| *it != Modality::Phone).or(Some(Modality::OnSite)),
        place: interview.place.clone(),
        ..Interview::new(date, Outcome::Planned)
    })
}

/// What is still missing for the interview to be justified, and the code to write on the paper.
fn aside(filled: &Filled<'_>) -> Vec<(String, Role)> {
    let held = interview(filled).filter(|it| it.outcome == Outcome::Held);
    let Some((interview, file)) = held.zip(filled.file) else { return Vec::new() };
    let words = filled.cx.words;
    let mut lacks = lacks(&interview, file.id);
    let is_changed = lacks.contains(&Lack::SigningAgain);
    // Said at length, above the others.
    lacks.retain(|it| *it != Lack::SigningAgain);
    let lacking = lacking(lacks, words);
    let mut args = FluentArgs::new();
    let mut said = Vec::new();
    if is_changed {
        said.push((words.get("interview-changed-form").into_owned(), Role::Doubt));
    }
    if !lacking.is_empty() {
        args.set("lacking", lacking.join(", "));
        said.push((words.with("interview-lacks", &args).into_owned(), Role::TextDim));
    } else if !is_changed {
        said.push((words.get("interview-will-be-justified").into_owned(), Role::Good));
    }
    if !is_changed && is_on_paper(&interview) {
        args.set("code", interview.control_code(file.id));
        said.push((words.with("interview-code", &args).into_owned(), Role::Text));
    }
    said
}

/// Whether a paper is signed.
fn is_on_paper(interview: &Interview) -> bool {
    let signatures = [&interview.participant_signature, &interview.counsellor_signature];
    signatures.iter().any(|it| matches!(it, Signature::Paper { .. }))
}

/// What is missing, each in words; both signatures as one.
pub fn lacking(mut missing: Vec<Lack>, words: &Words) -> Vec<String> {
    let signatures = [Lack::ParticipantSignature, Lack::CounsellorSignature];
    let lacks_both = signatures.iter().all(|it| missing.contains(it));
    missing.retain(|it| !lacks_both || !signatures.contains(it));
    let named = missing.into_iter().map(lack_message);
    let ids = named.chain(lacks_both.then_some("lack-both-signatures"));
    ids.map(|id| words.get(id).into_owned()).collect()
}

/// The message that names what is missing.
const fn lack_message(lack: Lack) -> &'static str {
    match lack {
        Lack::Duration => "lack-duration",
        Lack::Record => "lack-record",
        Lack::ParticipantSignature => "lack-participant-signature",
        Lack::ParticipantRefused => "lack-participant-refused",
        Lack::CounsellorSignature => "lack-counsellor-signature",
        Lack::SigningAgain => "lack-signing-again",
    }
}
