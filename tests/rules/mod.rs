//! The rules of the CCTP: tables that a counsellor can read, and laws that hold for any caseload.

mod attempts;
mod candidature;
mod checks;
mod communes;
mod diagnosis;
mod evidence;
mod exit_day;
mod exits;
pub mod facts;
mod figures;
mod laws;
mod laws_course;
mod naive;
mod naive_course;
mod naive_figures;
mod nir_everywhere;
mod office;
mod parameters;
mod proposed;
mod quality;
pub mod random;
mod referents;
mod rulebook;
mod submissions;
mod tables;
mod words;
mod years;
