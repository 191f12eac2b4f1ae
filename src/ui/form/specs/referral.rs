//! The form of a referral: somebody new, and who sent them, on one page. What it does not ask is in
//! the forms of the person and of the period of adhesion.

use super::enrolment::candidate_lots;
use super::{Filled, Given, Paper, maybe_text, nothing, person, same, text};
use crate::domain::body::Body;
use crate::domain::codes::{EntryKind, PrescriberKind, Public, Scheme, Sector};
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::person::Person;
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};

/// The form of a referral.
pub static REFERRAL: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: person::aside, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "referral",
    fields: &[
        FieldSpec::new("family_name", Kind::Text(80)).required(),
        FieldSpec::new("given_name", Kind::Text(80)).required(),
        FieldSpec::new("birth_date", Kind::Date(Look::Past)).required().hinted(),
        FieldSpec::new("phone", Kind::Phone),
        FieldSpec::new("commune", Kind::Commune),
        FieldSpec::new("sector", Kind::Choice(choice::coded::<Sector>)).relevant(person::has_sectors),
        FieldSpec::new("referred_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("prescriber_kind", Kind::Choice(choice::coded::<PrescriberKind>)),
        FieldSpec::new("prescriber", Kind::Text(120)),
        FieldSpec::new("prescriber_agent", Kind::Text(120)),
        FieldSpec::new("pre_assessed_on", Kind::Date(Look::Past)),
        FieldSpec::new("scheme", Kind::Choice(choice::coded::<Scheme>)),
    ],
};

/// Nothing is changed in this form: it only begins.
const fn given(_body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    Vec::new()
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    let referred_on = values.date("referred_on")?;
    let person = Person {
        phone: maybe_text(values, "phone"),
        commune: values.code("commune").map(str::to_owned),
        sector: values.coded("sector"),
        ..Person::new(&text(values, "family_name"), &text(values, "given_name"), values.date("birth_date")?)
    };
    let public = Public::at(person.birth_date, referred_on);
    // One lot serves where the person lives, or somebody has to choose.
    let lot = if let [only] = candidate_lots(&person, public)[..] { Some(only) } else { None };
    let enrolment = Enrolment {
        referred_on: Some(referred_on),
        prescriber_kind: values.coded("prescriber_kind"),
        prescriber: maybe_text(values, "prescriber"),
        prescriber_agent: maybe_text(values, "prescriber_agent"),
        pre_assessed_on: values.date("pre_assessed_on"),
        scheme: values.coded("scheme"),
        entry_kind: Some(EntryKind::New),
        public: Some(public),
        lot,
        ..Enrolment::default()
    };
    Some(vec![Body::Person(person), Body::Enrolment(enrolment)])
}
