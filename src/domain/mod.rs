//! What a counsellor works with, and the rules of the CCTP: pure values and functions.
//!
//! Nothing here reads a file, a clock or a terminal, and nothing here is a sentence: words
//! belong to [`crate::i18n`]. Time comes in as [`now::Now`] or as a date.

pub mod agenda;
pub mod as_of;
pub mod assignment;
pub mod attempts;
pub mod barrier;
pub mod body;
pub mod candidature;
pub mod check;
pub mod codes;
pub mod communes;
pub mod contact;
pub mod coverage;
pub mod dates;
pub mod decision;
pub mod diagnosis;
pub mod employment;
pub mod enrolment;
pub mod erasure;
pub mod evidence;
pub mod exit;
pub mod figures;
pub mod file;
pub mod goal;
pub mod habits;
pub mod holidays;
pub mod id;
pub mod interview;
pub mod legal_hold;
pub mod limitation;
pub mod list_export;
pub mod now;
pub mod office;
pub mod parameters;
pub mod person;
pub mod positioning;
pub mod reception;
pub mod recommendation;
pub mod recorded;
pub mod referent;
pub mod reorientation;
pub mod retention;
pub mod rules;
pub mod signing;
pub mod skill;
pub mod special_case;
pub mod state;
pub mod station;
pub mod step;
pub mod submission;
pub mod text;
pub mod training;
pub mod violation;
pub mod working_time;
