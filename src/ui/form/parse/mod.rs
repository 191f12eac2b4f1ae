//! From what a hurried hand types to a value, field by field. Pure: the day is an argument, and
//! what cannot be understood is `None`, never a guess.

pub mod azerty;
pub mod date;
pub mod duration;
pub mod phone;
pub mod time;
