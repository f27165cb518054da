//! The command line that repeats a measurement, against the very address that was measured.

use crate::{
    Order,
    goal::{Goal, Realm},
};
use domain::run::{self, Hop, HttpVersion, Repro};
use std::time::Duration;

/// How to repeat what `order` measured of `goal`. Every part is ours or was read in one strict spelling, so none of it
/// can be more than a word to a shell.
pub(crate) fn of(goal: &Goal, order: &Order, result: &run::Result, deadline: Duration) -> Repro {
    let mut repro = Repro { dig: dig(goal, order), ..Repro::default() };
    // Where nothing was connected to there is nothing to repeat but the question of the name.
    let first = result.hops.first();
    let reached =
        first.and_then(|hop| hop.remote.as_deref().or_else(|| hop.attempts.first().map(|it| it.addr.as_str())));
    let Some(reached) = reached else { return repro };
    match order {
        Order::Dns { .. } | Order::Tcp { .. } | Order::Ping { .. } => {}
        Order::Tls { .. } => repro.openssl = openssl(goal, reached),
        Order::Http { version, redirects, .. } => {
            let version = match version {
                HttpVersion::One => "--http1.1",
                HttpVersion::Two => "--http2",
            };
            let follow = if *redirects > 0 { format!(" -L --max-redirs {redirects}") } else { String::new() };
            let found = found(goal, reached, result.hops.get(1..).unwrap_or_default());
            repro.curl = curl(goal, &found, &format!("{version}{follow}"), deadline);
        }
    }
    repro
}

/// For the lab it may not check the certificate: the lab's CA is known to us alone.
fn curl(goal: &Goal, found: &str, options: &str, deadline: Duration) -> String {
    let insecure = if matches!(goal.realm, Realm::Lab(_)) { " --insecure" } else { "" };
    let seconds = deadline.as_secs_f64();
    format!(
        "curl -q -sS -o /dev/null --noproxy '*'{insecure} {options} --max-time {seconds}{found} -w 'namelookup %{{time_namelookup}} connect %{{time_connect}} \
         appconnect %{{time_appconnect}} pretransfer %{{time_pretransfer}} starttransfer %{{time_starttransfer}} \
         total %{{time_total}}\\n' '{}'",
        goal.url()
    )
}

/// Where the goal, and what its answers led on to, was found: curl is to ask no name server.
fn found(goal: &Goal, reached: &str, further: &[Hop]) -> String {
    let ip = |place: &str| place.rsplit_once(':').map_or_else(|| place.to_owned(), |(ip, _)| ip.to_owned());
    let first = format!(" --resolve {}:{}:{}", goal.host, goal.port, ip(reached));
    let further = further.iter().filter_map(|hop| {
        let (url, remote) = (url::Url::parse(&hop.url).ok()?, hop.remote.as_deref()?);
        Some(format!(" --resolve {}:{}:{}", url.host_str()?, url.port_or_known_default()?, ip(remote)))
    });
    [first].into_iter().chain(further).collect()
}

fn openssl(goal: &Goal, reached: &str) -> String {
    format!("openssl s_client -connect {reached} -servername {} -alpn h2,http/1.1 -showcerts </dev/null", goal.host)
}

fn dig(goal: &Goal, order: &Order) -> String {
    let types = match order {
        Order::Dns { types } => types.iter().map(|it| it.name()).collect(),
        _ => vec!["AAAA", "A"],
    };
    let (server, host) = (goal.resolver, &goal.host);
    let asked: Vec<String> = types.into_iter().map(|it| format!("{host}. {it}")).collect();
    format!("dig @{} -p {} +nocookie {}", server.ip(), server.port(), asked.join(" "))
}
