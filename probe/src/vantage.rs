//! From where we measure: the host's name and its kernel.

use domain::run::Vantage;
use std::fs;

/// Reads the vantage from `/proc`; what cannot be read (another system than Linux) stays empty.
pub(crate) fn read() -> Vantage {
    let line = |name: &str| {
        let text = fs::read_to_string(format!("/proc/sys/kernel/{name}")).unwrap_or_default();
        text.trim().to_owned()
    };
    Vantage { host: line("hostname"), kernel: line("osrelease") }
}
