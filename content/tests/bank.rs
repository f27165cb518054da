//! The bank that Hopwise ships keeps its rules.

use content::{Bank, Reader, Severity};
use std::path::Path;

#[test]
fn the_bank_has_no_errors_and_loads() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    let problems = content::check(dir);
    let errors: Vec<String> =
        problems.iter().filter(|it| it.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{} problems:\n{}", errors.len(), errors.join("\n"));

    let bank = Bank::load(dir).unwrap();
    assert!(bank.shelf(Reader::Staff).questions().count() > 0);
}
