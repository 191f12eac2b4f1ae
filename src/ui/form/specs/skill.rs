//! The form of a line of the skills booklet.

use super::step::{linked, own};
use super::{Filled, Given, Paper, add, add_text, code_of, nothing, same, silent, text};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::skill::{Skill, SkillLevel};
use crate::ui::cx::Cx;
use crate::ui::form::choice::{self, Choice};
use crate::ui::form::parse::date::Look;
use crate::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use crate::ui::form::value::Value;

/// The form of a skill.
pub static SKILL: Paper =
    Paper { spec: &SPEC, proposed: nothing, given, bodies, aside: silent, field_of: same };

static SPEC: FormSpec = FormSpec {
    id: "skill",
    fields: &[
        FieldSpec::new("title", Kind::Text(120)).required().hinted(),
        FieldSpec::new("level", Kind::Choice(choice::coded::<SkillLevel>))
            .required()
            .default(Default::Code("acquise")),
        FieldSpec::new("seen_on", Kind::Date(Look::Past)).required().default(Default::Today),
        FieldSpec::new("step", Kind::Own(steps)),
        FieldSpec::new("note", Kind::Text(200)),
    ],
};

/// The steps of the person, the latest first.
fn steps(file: &File) -> Vec<Choice> {
    file.steps.iter().rev().map(|it| own(it.id, &it.value.title)).collect()
}

fn given(body: &Body, file: Option<&File>, _cx: &Cx<'_>) -> Given {
    let Body::Skill(it) = body else { return Vec::new() };
    let mut given = vec![("level", code_of(it.level)), ("seen_on", Value::Date(it.seen_on))];
    add_text(&mut given, "title", &it.title);
    let step = it.step.filter(|id| file.is_some_and(|file| file.version(*id).is_some()));
    add(&mut given, "step", step, |id| Value::Code(id.to_string()));
    add_text(&mut given, "note", &it.note);
    given
}

fn bodies(filled: &Filled<'_>) -> Option<Vec<Body>> {
    let values = filled.values;
    Some(vec![Body::Skill(Skill {
        title: text(values, "title"),
        level: values.coded("level")?,
        seen_on: values.date("seen_on")?,
        step: linked(values, "step"),
        note: text(values, "note"),
    })])
}
