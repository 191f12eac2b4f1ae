//! What is wrong in a user's file, in words.

use fluent_bundle::FluentArgs;
use jalon::config::problem::Problem;
use jalon::i18n::Words;

/// The words of a problem, without its line.
pub fn describe(problem: &Problem, words: &Words) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in &problem.args {
        args.set(*name, value.clone());
    }
    words.with(&format!("problem-{}", problem.id), &args).into_owned()
}
