//! How pressing a finding is: a sign that can be told without colours, and a look.

use crate::domain::rules::Severity;
use crate::ui::theme::Role;

/// The sign of a severity.
pub(super) const fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "!!",
        Severity::High => "! ",
        Severity::Medium => "* ",
        Severity::Low => "~ ",
    }
}

/// How a severity looks.
pub(super) const fn role(severity: Severity) -> Role {
    match severity {
        Severity::Critical => Role::Danger,
        Severity::High => Role::Overdue,
        Severity::Medium => Role::Text,
        Severity::Low => Role::Soon,
    }
}
