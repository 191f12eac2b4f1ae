//! Prying eyes: what somebody sees who looks at the disk, at the processes, at the memory, at the
//! terminal or at the output of Jalon, without the passphrase.

mod canary;
mod crash;
mod day;
mod evidence;
mod eyes;
mod memory;
mod multiplexers;
mod refusals;
mod scene;
mod staged;
mod strace;
mod terminal;
mod text;
mod ways;

use crate::support::say;

/// Whether everything is looked at, and not one of each kind.
fn sees_all() -> bool {
    std::env::var("JALON_EYES").is_ok_and(|asked| asked == "all")
}

/// Whether a tool is here; where it has to be and is not, that is a failure.
#[track_caller]
fn has_tool(tool: &str) -> bool {
    let is_here = std::process::Command::new("sh").args(["-c", &format!("command -v {tool}")]).output();
    let is_here = is_here.is_ok_and(|output| output.status.success());
    if !is_here {
        assert!(std::env::var_os("JALON_REQUIRE_TOOLS").is_none(), "{tool} is required");
        say(&format!("skipped: {tool} is not installed"));
    }
    is_here
}

/// Sets who may do what with a file.
fn modes(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
}
