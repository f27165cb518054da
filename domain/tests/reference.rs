//! Agreement against an independent implementation: the packages `krippendorff` and `pingouin` on random data. Where they are
//! not installed (`pip install krippendorff pingouin`; `PYTHON` names an interpreter that is not `python3`), the test says so.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use domain::{
    Score,
    agreement::{Coefficient, Coincidences, Crossed, Metric},
};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    env,
    io::{self, ErrorKind, Write},
    process::Command,
};

/// How the script says that a package is missing.
const NOT_INSTALLED: Option<i32> = Some(3);

#[derive(Deserialize)]
#[serde(untagged)]
enum Table {
    Units { units: Vec<Vec<u8>>, alpha: BTreeMap<Metric, f64> },
    Rows { rows: Vec<Vec<f64>>, icc: Both },
}

/// Value, lower and upper bound of each.
#[derive(Deserialize)]
struct Both {
    single: [f64; 3],
    mean: [f64; 3],
}

/// Says why nothing was compared, past the capture of what passing tests print.
fn skipped(what: &str) -> Option<Vec<Table>> {
    io::stderr().write_all(format!("skipped: {what} not installed here\n").as_bytes()).unwrap();
    None
}

/// What the script printed; `None`, and a word on the standard error, where it cannot run.
fn tables() -> Option<Vec<Table>> {
    let python = env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference.py");
    let output = match Command::new(&python).arg(script).output() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return skipped(&format!("{} is", python.display()));
        }
        output => output.unwrap(),
    };
    if output.status.code() == NOT_INSTALLED {
        return skipped("the packages krippendorff and pingouin are");
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.lines().map(|it| serde_json::from_str(it).unwrap()).collect())
}

fn same(ours: Coefficient, theirs: [f64; 3]) {
    let ours = [ours.value, ours.interval.low, ours.interval.high];
    // We cut off at −1, they do not.
    for (one, other) in ours.iter().zip(theirs.map(|it| it.max(-1.0))) {
        assert!((one - other).abs() <= 1e-6 * other.abs().max(1.0), "{ours:?} {theirs:?}");
    }
}

#[test]
fn gives_what_others_compute() {
    let Some(tables) = tables() else { return };
    let (mut alphas, mut iccs) = (0, 0);
    for table in tables {
        match table {
            Table::Units { units, alpha } => {
                let parts: Vec<Coincidences> = units
                    .iter()
                    .map(|unit| Coincidences::of_unit(unit.iter().map(|it| Score::try_from(*it).unwrap())))
                    .collect();
                let all: Coincidences = parts.iter().sum();
                assert_eq!(alpha.len(), Metric::ALL.len());
                for (metric, theirs) in alpha {
                    let ours = all.alpha(metric).unwrap();
                    assert!((ours - theirs).abs() <= 1e-9, "{metric}: {ours} {theirs} {units:?}");
                    alphas += 1;
                }
            }
            Table::Rows { rows, icc } => {
                let ours = Crossed::try_from(rows).unwrap().icc().unwrap();
                same(ours.single, icc.single);
                same(ours.mean, icc.mean);
                iccs += 1;
            }
        }
    }
    assert!(alphas > 500 && iccs == 60, "{alphas} {iccs}");
}
