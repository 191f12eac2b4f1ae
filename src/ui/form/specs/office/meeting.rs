//! The form of a meeting or a training of the counsellor’s own (R9.2-06, R10-04, R10-05).

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::office::{Meeting, MeetingKind, MeetingPresence, OfficeBody};
use crate::ui::cx::Cx;
use crate::ui::form::choice;
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::specs::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::ui::form::value::Value;

/// Longest meeting, in minutes: several days of training.
const LONGEST_MINUTES: u16 = 6000;

/// The form of a meeting.
pub static MEETING: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "meeting",
    fields: &[
        FieldSpec::new("kind", Kind::Choice(choice::coded::<MeetingKind>)).required(),
        FieldSpec::new("date", Kind::Date(Look::Near)).required().default(Default::Today),
        FieldSpec::new("presence", Kind::Choice(choice::coded::<MeetingPresence>))
            .required()
            .default(Default::Code("present")),
        FieldSpec::new("duration_min", Kind::Minutes(LONGEST_MINUTES)),
        FieldSpec::new("title", Kind::Text(120)).hinted(),
        FieldSpec::new("note", Kind::LongText(2)),
    ],
};

fn given(body: &Body, _file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Office(OfficeBody::Meeting(it)) = body else { return Vec::new() };
    let mut given =
        vec![("kind", code_of(it.kind)), ("date", Value::Date(it.date)), ("presence", code_of(it.presence))];
    add(&mut given, "duration_min", it.duration_min, Value::Minutes);
    add_text(&mut given, "title", &it.title);
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Office(OfficeBody::Meeting(Meeting {
        kind: values.coded("kind")?,
        date: values.date("date")?,
        duration_min: values.minutes("duration_min"),
        title: text(values, "title"),
        presence: values.coded("presence")?,
        note: text(values, "note"),
    }))])
}
