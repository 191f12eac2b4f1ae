//! Checks of a contact: a call, a letter, an attempt (art. 9-3-5 c).

use super::Violations;
use crate::domain::contact::Contact;

pub(super) fn check(contact: &Contact, found: &mut Violations) {
    found.refuse_future(Some(contact.date), "date");
    found.refuse_text(contact.result.as_str(), "result");
}
