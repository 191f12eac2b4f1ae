//! What this process holds of the machine.

/// Memory of this process in MiB: `VmRSS:` is what it holds now, `VmHWM:` the most that it held.
pub fn memory_mib(field: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default();
    let kib: f64 = line.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or_default();
    kib / 1024.0
}
