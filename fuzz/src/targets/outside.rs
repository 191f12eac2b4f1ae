//! The outside of a bundle: the gate, and the crate behind it.

use jalon::exchange::bundle::code::Code;
use jalon::exchange::bundle::{limit, stages};

use super::with_programme;

/// What the gate lets pass, the crate reads; what it does not, the crate never sees.
pub fn header_gate(input: &[u8]) {
    let gate = stages::header(input);
    let mut payload = Vec::new();
    let said = with_programme(|it| stages::payload(input, &it.import(), &mut payload));
    match gate {
        Ok(kinds) => {
            assert!((1..=limit::STANZAS).contains(&kinds.len()));
            assert!(kinds.iter().all(|kind| kind.bytes().all(|byte| byte.is_ascii_graphic())));
        }
        Err(code) => assert_eq!(said, Err(code)),
    }
    assert!(payload.len() <= input.len());
    assert!(said != Err(Code::Unreadable), "nothing failed to read");
}
