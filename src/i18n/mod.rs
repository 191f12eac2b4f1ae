//! Words: everything that a person reads comes from here, in French or English.
//!
//! Messages are Fluent files, one per area, embedded; `tests/i18n.rs` holds the two languages
//! together. Nothing else in the crate writes a sentence.

mod commission;
pub mod evidence;
pub mod exits;
mod figures;
pub mod format;
pub mod import;
pub mod office;
pub mod rules;

use std::borrow::Cow;

use crate::domain::codes::Coded;
use chrono::{DateTime, Local};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

/// A language that Jalon speaks completely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French, the default.
    French,
    /// English.
    English,
}

impl Language {
    /// The language of a tag such as `fr`, `fr_FR.UTF-8` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The two-letter tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// Declares the areas: one file per area and language.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// The message files of each area: its name, its French and its English text.
        pub const AREAS: &[(&str, &str, &str)] = &[$(
            ($area, include_str!(concat!("fr/", $area, ".ftl")), include_str!(concat!("en/", $area, ".ftl"))),
        )+];
    };
}

areas!(
    "candidature",
    "cli",
    "codes",
    "commission",
    "documents",
    "errors",
    "evidence",
    "exchange",
    "esf",
    "exits",
    "figures",
    "format",
    "forms",
    "import",
    "office",
    "plain",
    "rights",
    "rules",
    "screens",
    "store",
    "ui",
);

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `language`.
    ///
    /// # Panics
    /// When an embedded file is broken, which `tests/i18n.rs` excludes.
    pub fn new(language: Language) -> Self {
        let tag = language.tag().parse().expect("the tags are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for (area, french, english) in AREAS {
            let text = match language {
                Language::French => french,
                Language::English => english,
            };
            let resource = FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| errors);
            let resource = resource.unwrap_or_else(|errors| unreachable!("{area}: {errors:?}"));
            if let Err(errors) = bundle.add_resource(resource) {
                unreachable!("{area}: {errors:?}");
            }
        }
        Self { language, bundle }
    }

    /// The language spoken.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The message `id`, or `⟦id⟧` if there is none.
    pub fn get(&self, id: &str) -> Cow<'_, str> {
        self.format(id, None)
    }

    /// The message `id` as a sentence of its own: a capital, and a full stop if it had none.
    pub fn sentence(&self, id: &str) -> String {
        let text = self.get(id);
        let mut letters = text.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        let stop = if text.ends_with('.') { "" } else { "." };
        format!("{first}{}{stop}", letters.as_str())
    }

    /// The message `id` with its variables.
    pub fn with(&self, id: &str, args: &FluentArgs<'_>) -> Cow<'_, str> {
        self.format(id, Some(args))
    }

    /// The message `id` with values as text: whole numbers choose the plural, an instant is read as
    /// the day and the hour that it is on this machine.
    pub fn filled<'a>(&self, id: &str, values: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            // Only what reads the same as a number: a passphrase file's mode 0644 is none.
            match value.parse::<u32>() {
                Ok(number) if number.to_string() == value => args.set(name, number),
                Ok(_) | Err(_) => match DateTime::parse_from_rfc3339(value) {
                    Ok(at) => args.set(name, self.moment(at.with_timezone(&Local).naive_local())),
                    Err(_) => args.set(name, value),
                },
            }
        }
        self.with(id, &args).into_owned()
    }

    /// The label of a value of a code list.
    pub fn label<C: Coded>(&self, value: C) -> Cow<'_, str> {
        self.get(&format!("code-{}-{}", C::LIST, value.stable_code()))
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn format<'a>(&'a self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Cow::Owned(format!("⟦{id}⟧"));
        };
        let mut errors = Vec::new();
        Cow::Owned(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}
