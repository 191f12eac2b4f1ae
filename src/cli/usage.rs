//! A command line that is not understood: what is wrong with it, in the language of the user.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::fail::{Exit, Fail};
use crate::i18n::Words;

/// Which command's help tells more, when none was recognised.
const PROGRAM: &str = "jalon";

/// What is wrong with the command line.
pub fn wrong(error: &clap::Error, words: &Words) -> Fail {
    let told = |kind| error.get(kind).map(in_text).filter(|text| !text.is_empty());
    let missing = |what| fail("usage-missing", vec![("what", what)], error);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => missing(told(ContextKind::InvalidArg).unwrap_or_default()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            missing(words.get("cli-value-command").into_owned())
        }
        ErrorKind::ArgumentConflict => {
            let pair =
                [ContextKind::InvalidArg, ContextKind::PriorArg].map(|kind| told(kind).unwrap_or_default());
            let [what, other] = pair;
            fail("usage-together", vec![("what", what), ("other", other)], error)
        }
        _ => match (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue)) {
            (Some(what), Some(value)) => {
                let possible = told(ContextKind::ValidValue).unwrap_or_else(|| "none".to_owned());
                fail("usage-value", vec![("what", what), ("value", value), ("possible", possible)], error)
            }
            // An option at the end of the line waits for its value.
            (Some(what), None) if error.get(ContextKind::InvalidValue).is_some() => missing(what),
            (Some(what), None) => fail("usage-unknown", vec![("what", what)], error),
            (None, _) => match told(ContextKind::InvalidSubcommand) {
                Some(what) => fail("usage-unknown", vec![("what", what)], error),
                None => fail("usage", Vec::new(), error),
            },
        },
    }
}

fn fail(id: &'static str, mut args: Vec<(&'static str, String)>, error: &clap::Error) -> Fail {
    args.push(("command", command(error)));
    Fail::new(Exit::Usage, id, &args)
}

/// The command that was being read, which clap tells by its usage only.
fn command(error: &clap::Error) -> String {
    let usage = error.get(ContextKind::Usage).map(in_text).unwrap_or_default();
    let mut words = usage.split_whitespace().skip_while(|word| *word != PROGRAM);
    let named: Vec<&str> =
        words.by_ref().take_while(|word| word.chars().all(|letter| letter.is_ascii_lowercase())).collect();
    if named.is_empty() { PROGRAM.to_owned() } else { named.join(" ") }
}

fn in_text(value: &ContextValue) -> String {
    match value {
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}
