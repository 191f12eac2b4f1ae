//! Every refusal has its words.

use jalon::i18n::{Language, Words};
use jalon::tabular::Expected;

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for id in Expected::IDS {
            assert!(words.has(&format!("err-{id}")), "err-{id}");
            assert!(words.has(&format!("err-{id}-remedy")), "err-{id}-remedy");
        }
    }
}
