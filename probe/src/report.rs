//! A result as a calm table for the console.

use domain::run;
use std::fmt::Write;

/// The result as text: its phases in ms, each and since the start, what was agreed on, and how to repeat it.
///
/// A phase that was not reached has dashes; the one that failed has its time and no point where it ended. The truth of
/// the lab is not in it.
#[must_use]
pub fn text(result: &run::Result) -> String {
    let mut out = String::new();
    // Writing to a `String` cannot fail.
    let _ = write(&mut out, result);
    out
}

fn write(out: &mut String, result: &run::Result) -> std::fmt::Result {
    writeln!(out, "{} from {} ({})", result.asked.typed, result.vantage.host, result.vantage.kernel)?;
    writeln!(out, "at {}, run {}", result.started_at, result.id)?;
    for hop in &result.hops {
        if !hop.url.is_empty() {
            write_hop(out, hop, result.failed.is_none())?;
        }
    }
    if let Some(failure) = &result.failed {
        writeln!(out, "\nfailed: {}, {}\n{}", failure.phase, failure.class, failure.text)?;
    }
    let lag =
        result.skew.sched_lag_p95_us.map_or_else(|| "too short to tell".to_owned(), |us| format!("{} ms", ms(us)));
    writeln!(out, "\nqueued {} ms, timer late by (p95) {lag}", ms(result.queue_us))?;
    if !result.repro.curl.is_empty() {
        writeln!(out, "\nby hand:\n{}", result.repro.curl)?;
    }
    Ok(())
}

fn write_hop(out: &mut String, hop: &run::Hop, whole: bool) -> std::fmt::Result {
    writeln!(out, "\nGET {}", hop.url)?;
    writeln!(out, "\n  {:<12}{:>10}{:>14}", "phase", "ms", "since start")?;
    let cum = &hop.cum_us;
    // The total is the end of the transfer only where there was one.
    let transfer = whole.then_some(cum.total);
    let ends = [cum.namelookup, cum.connect, cum.appconnect, cum.pretransfer, cum.starttransfer, transfer];
    for ((name, took), end) in hop.phase_us.each().into_iter().zip(ends) {
        writeln!(out, "  {name:<12}{:>10}{:>14}", dash(took), dash(end))?;
    }
    writeln!(out, "  {:<12}{:>10}", "total", ms(cum.total))?;
    if let Some(tls) = &hop.tls {
        let group = tls.group.as_deref().unwrap_or("-");
        writeln!(out, "\nTLS {}  {}  {group}  ALPN {}", tls.version, tls.cipher, tls.alpn.as_deref().unwrap_or("-"))?;
    }
    if let Some(http) = &hop.http {
        let cut = if http.truncated { " (cut)" } else { "" };
        writeln!(out, "HTTP/{}  status {}  {} bytes{cut}", http.version, http.status, http.body_bytes)?;
    }
    Ok(())
}

/// Milliseconds with three decimals: the microseconds as they were measured.
fn ms(us: u64) -> String {
    format!("{}.{:03}", us / 1_000, us % 1_000)
}

fn dash(us: Option<u64>) -> String {
    us.map_or_else(|| "-".to_owned(), ms)
}
