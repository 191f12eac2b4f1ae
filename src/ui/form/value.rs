//! What fields hold once they are understood.

use chrono::{NaiveDate, NaiveTime};

use super::spec::FormSpec;
use crate::domain::codes::Coded;

/// The value of a field.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, never empty.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A time of the day.
    Time(NaiveTime),
    /// A duration, in minutes.
    Minutes(u16),
    /// A whole number.
    Integer(i64),
    /// A code of a list, or of a commune.
    Code(String),
    /// Codes of a list, in its order.
    Codes(Vec<String>),
    /// Yes or no.
    Yes(bool),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value([…])")
    }
}

/// The values of a form. A field that is not relevant, empty or not understood has none.
#[derive(Clone)]
pub struct Values {
    spec: &'static FormSpec,
    pub(super) list: Vec<Option<Value>>,
}

impl Values {
    pub(super) fn empty(spec: &'static FormSpec) -> Self {
        Self { spec, list: vec![None; spec.fields.len()] }
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.list.get(self.spec.position(name)?)?.as_ref()
    }

    /// The text of a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        if let Some(Value::Text(text)) = self.get(name) { Some(text) } else { None }
    }

    /// The day of a field.
    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        if let Some(Value::Date(date)) = self.get(name) { Some(*date) } else { None }
    }

    /// The time of a field.
    pub fn time(&self, name: &str) -> Option<NaiveTime> {
        if let Some(Value::Time(time)) = self.get(name) { Some(*time) } else { None }
    }

    /// The duration of a field, in minutes.
    pub fn minutes(&self, name: &str) -> Option<u16> {
        if let Some(Value::Minutes(minutes)) = self.get(name) { Some(*minutes) } else { None }
    }

    /// The number of a field.
    pub fn integer(&self, name: &str) -> Option<i64> {
        if let Some(Value::Integer(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// The code of a field.
    pub fn code(&self, name: &str) -> Option<&str> {
        if let Some(Value::Code(code)) = self.get(name) { Some(code) } else { None }
    }

    /// The value of a code list that a field holds.
    pub fn coded<C: Coded>(&self, name: &str) -> Option<C> {
        let code = self.code(name)?;
        C::VALUES.iter().copied().find(|value| value.stable_code() == code)
    }

    /// The values of a code list that a field holds.
    pub fn all_coded<C: Coded>(&self, name: &str) -> Vec<C> {
        let Some(Value::Codes(codes)) = self.get(name) else { return Vec::new() };
        let is_chosen = |value: &C| codes.iter().any(|code| code == value.stable_code());
        C::VALUES.iter().copied().filter(is_chosen).collect()
    }

    /// What a field says, when it says yes or no.
    pub fn yes_or_no(&self, name: &str) -> Option<bool> {
        if let Some(Value::Yes(value)) = self.get(name) { Some(*value) } else { None }
    }

    /// Whether a field says yes.
    pub fn is_yes(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Yes(true))
    }
}
