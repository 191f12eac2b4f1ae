//! The program from the command line, on real stations.

mod agenda;
mod caseload;
mod documented;
mod documented_truth;
mod errors;
mod evidence;
mod exchange;
mod exit;
mod import;
mod limited;
mod print;
mod printed;
mod reorientation;
mod report;
mod rights;
mod rules;
