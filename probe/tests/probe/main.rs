//! Probes of the real lab, through the public interface.
#![expect(clippy::unwrap_used, reason = "clippy sees tests only in functions marked so; these are their helpers")]

mod connections;
mod guard;
mod invariants;
mod lab;
mod names;
mod report;
mod verdicts;

use domain::{RunId, run};
use probe::{Ask, DEFAULT_DEADLINE, Lab, Order, Prober};

async fn prober() -> Prober {
    Prober::new(Lab::start().await.unwrap())
}

fn run_id(n: usize) -> RunId {
    format!("00000000-0000-4000-8000-{n:012}").parse().unwrap()
}

fn ask(n: usize, typed: &str) -> Ask {
    Ask { id: run_id(n), typed: typed.to_owned(), who: run::Who::default(), deadline: DEFAULT_DEADLINE }
}

/// Measures, and checks the invariants of what comes out.
async fn measure(prober: &Prober, typed: &str, order: Order) -> run::Result {
    let result = prober.run(ask(1, typed), order, |_| {}).await;
    invariants::assert_consistent(&result);
    result
}
