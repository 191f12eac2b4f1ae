//! The one integration binary: every suite is a module.

mod cli;
mod demo;
mod document;
mod e2e;
mod exchange;
mod i18n;
mod journal;
mod leaks;
mod rules;
mod search;
mod store;
mod support;
mod tabular;
mod tidy;
mod ui;
