//! A result as a calm table for the console.

use domain::run::{self, Kind, Unit};
use std::fmt::{Result, Write};

/// The result as text: its phases in ms, each and since the start, what was found on the way, and how to repeat it.
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

fn write(out: &mut String, result: &run::Result) -> Result {
    writeln!(out, "{} from {} ({})", result.asked.typed, result.vantage.host, result.vantage.kernel)?;
    writeln!(out, "at {}, run {}", result.started_at, result.id)?;
    let last = result.hops.len().saturating_sub(1);
    for (n, hop) in result.hops.iter().enumerate() {
        if !hop.url.is_empty() {
            write_hop(out, result.kind, hop, n < last || result.failed.is_none())?;
        }
    }
    if let Some(failure) = &result.failed {
        writeln!(out, "\nfailed: {}, {}\n{}", failure.phase, failure.class, failure.text)?;
    }
    for verdict in &result.verdicts {
        let value = match verdict.unit {
            Unit::Us => format!("{} ms", ms(verdict.value)),
            Unit::Status | Unit::Segments => verdict.value.to_string(),
        };
        writeln!(out, "\n{} v{}: {value} against {}", verdict.rule, verdict.v, verdict.limit)?;
        writeln!(out, "because {}; unless {}", verdict.because.join(", "), verdict.unless.join(", "))?;
        writeln!(out, "next: {}", verdict.next)?;
    }
    let lag =
        result.skew.sched_lag_p95_us.map_or_else(|| "too short to tell".to_owned(), |us| format!("{} ms", ms(us)));
    writeln!(out, "\nqueued {} ms, timer late by (p95) {lag}", ms(result.queue_us))?;
    let lines = [&result.repro.curl, &result.repro.openssl, &result.repro.dig];
    if let Some(line) = lines.into_iter().find(|line| !line.is_empty()) {
        writeln!(out, "\nby hand:\n{line}")?;
    }
    Ok(())
}

fn write_hop(out: &mut String, kind: Kind, hop: &run::Hop, whole: bool) -> Result {
    let (verb, phases) = match kind {
        Kind::Dns => ("DNS", 1),
        Kind::Tcp => ("TCP", 2),
        Kind::Tls => ("TLS", 3),
        Kind::Http => ("GET", 6),
        Kind::Icmp => ("PING", 6),
    };
    writeln!(out, "\n{verb} {}", hop.url)?;
    writeln!(out, "\n  {:<12}{:>10}{:>14}", "phase", "ms", "since start")?;
    let cum = &hop.cum_us;
    // The total is the end of the transfer only where there was one.
    let transfer = hop.phase_us.transfer.filter(|_| whole).map(|_| cum.total);
    let ends = [cum.namelookup, cum.connect, cum.appconnect, cum.pretransfer, cum.starttransfer, transfer];
    for ((name, took), end) in hop.phase_us.each().into_iter().zip(ends).take(phases) {
        // Most phases do not apply to echo requests.
        if kind == Kind::Icmp && took.is_none() {
            continue;
        }
        writeln!(out, "  {name:<12}{:>10}{:>14}", dash(took), dash(end))?;
    }
    writeln!(out, "  {:<12}{:>10}", "total", ms(cum.total))?;
    if let Some(dns) = hop.dns.as_ref().filter(|_| kind == Kind::Dns || cum.namelookup.is_none()) {
        write_queries(out, dns)?;
    }
    if kind == Kind::Tcp || hop.attempts.len() > 1 || cum.connect.is_none() {
        for it in &hop.attempts {
            writeln!(out, "\n{}  {} from {} to {} ms", it.addr, it.outcome, ms(it.start_us), ms(it.end_us))?;
        }
    }
    if let Some(ping) = &hop.ping {
        writeln!(out, "\n{}: {} of {} lost", ping.addr, ping.lost(), ping.samples.len())?;
        if let Some(it) = ping.trips {
            let [min, avg, max, p95, jitter] = [it.min, it.avg, it.max, it.p95, it.jitter].map(ms);
            writeln!(out, "min {min}  avg {avg}  max {max}  p95 {p95}  jitter {jitter} ms")?;
        }
    }
    if let Some(tls) = &hop.tls {
        write_tls(out, tls, kind == Kind::Tls)?;
    }
    if let Some(http) = &hop.http {
        let cut = if http.truncated { " (cut)" } else { "" };
        writeln!(out, "HTTP/{}  status {}  {} bytes{cut}", http.version, http.status, http.body_bytes)?;
    }
    Ok(())
}

fn write_queries(out: &mut String, dns: &run::Dns) -> Result {
    writeln!(out, "\nname server {}", dns.server)?;
    for it in &dns.queries {
        let said = it.rcode.as_deref().or(it.failed.as_deref()).unwrap_or("-");
        writeln!(out, "  {:<6} {} {:>10} ms  {said}  {}", it.record.name(), it.proto, ms(it.us), it.flags.join(" "))?;
        for answer in &it.answers {
            writeln!(out, "    {} {} {} {}", answer.name, answer.ttl, answer.record, answer.data)?;
        }
    }
    Ok(())
}

fn write_tls(out: &mut String, tls: &run::Tls, with_chain: bool) -> Result {
    if !tls.version.is_empty() {
        let group = tls.group.as_deref().unwrap_or("-");
        writeln!(out, "\nTLS {}  {}  {group}  ALPN {}", tls.version, tls.cipher, tls.alpn.as_deref().unwrap_or("-"))?;
    }
    let doubted = tls.verify.as_ref().filter(|it| !it.ok);
    if let Some(verify) = doubted {
        writeln!(out, "not verified: {}", verify.error.as_deref().unwrap_or("-"))?;
    }
    for it in tls.chain.iter().filter(|_| with_chain || doubted.is_some()) {
        writeln!(out, "  {}\n    by {}\n    {}", it.subject, it.issuer, it.key)?;
        writeln!(out, "    from {} to {}, for {}", it.not_before, it.not_after, it.san.join(", "))?;
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
