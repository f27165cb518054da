//! `hopwise probe`: the same measurement as in the room. Exit 0: measured, 1: the probe failed, 2: usage, 3: refused.

use super::Failure;
use clap::{Args, Subcommand};
use domain::{
    RunId,
    run::{HttpVersion, RecordType, Who},
};
use probe::{Allowed, Ask, Lab, MAX_PINGS, MAX_REDIRECTS, Order, Outcome, Outside, Prober};
use std::{
    net::{IpAddr, SocketAddr},
    process::ExitCode,
    time::Duration,
};
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub enum ProbeCommand {
    /// Records of a name, query by query
    Dns {
        #[command(flatten)]
        common: Common,
        /// A type of records, as `AAAA`; may be given more than once [default: A and AAAA]
        #[arg(long = "type", value_name = "TYPE")]
        types: Vec<RecordType>,
    },
    /// One TCP connection, with its attempts
    Tcp {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        place: Place,
    },
    /// One TLS handshake: what was agreed on, and the certificates, also when they prove nothing
    Tls {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        place: Place,
    },
    /// Echo requests (ICMP), where this machine allows them
    Ping {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        place: Place,
        /// How many to send
        #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=i64::from(MAX_PINGS)))]
        count: u16,
    },
    /// One HTTP request, with its phases
    Http {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        place: Place,
        /// Version to speak: `1.1` or `2`
        #[arg(long, value_name = "VERSION", default_value = "1.1")]
        http: HttpVersion,
        /// Redirects to follow
        #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u8).range(..=i64::from(MAX_REDIRECTS)))]
        follow: u8,
    },
}

#[derive(Debug, Args)]
pub struct Common {
    /// A lab target, as `lab:healthy`, or an allowed name: `name` for DNS and ping, `name:port` for TCP and TLS, a URL for HTTP
    target: String,
    /// Print the whole result as JSON
    #[arg(long)]
    json: bool,
    /// A name outside of the lab that may be probed, as `example.com` or `example.com:443`; may be given more than once
    #[arg(long, value_name = "NAME", requires = "resolver")]
    allow: Vec<String>,
    /// The name server to ask for names outside of the lab, as `192.0.2.53:53`
    #[arg(long, value_name = "ADDRESS:PORT", requires = "allow")]
    resolver: Option<SocketAddr>,
    /// Seconds that all phases may take together, at most 30
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=30))]
    deadline: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Place {
    /// Connect to this address of the name only, instead of racing them all
    #[arg(long, value_name = "IP")]
    address: Option<IpAddr>,
}

/// Starts a lab of its own, measures, prints.
pub async fn run(command: ProbeCommand) -> Result<ExitCode, Failure> {
    let (common, order) = match command {
        ProbeCommand::Dns { common, types } => (common, Order::Dns { types }),
        ProbeCommand::Tcp { common, place } => (common, Order::Tcp { address: place.address }),
        ProbeCommand::Tls { common, place } => (common, Order::Tls { address: place.address }),
        ProbeCommand::Ping { common, place, count } => (common, Order::Ping { address: place.address, count }),
        ProbeCommand::Http { common, place, http, follow } => {
            (common, Order::Http { address: place.address, version: http, redirects: follow })
        }
    };
    let outside = match common.resolver {
        None => None,
        Some(resolver) => match Allowed::read(common.allow.iter().map(String::as_str)) {
            Ok(allowed) => Some(Outside::new(allowed, resolver)),
            Err(error) => {
                eprintln!("{error}");
                return Ok(ExitCode::from(2));
            }
        },
    };
    let prober = Prober::with(Lab::start().await?, outside);
    let deadline = common.deadline.map_or(order.usual_deadline(), Duration::from_secs);
    let ask = Ask { id: RunId(Uuid::now_v7()), typed: common.target, who: Who::default(), deadline };
    let result = prober.run(ask, order, |_| ()).await;
    if common.json {
        println!("{}", serde_json::to_string_pretty(&result)?);
    } else {
        print!("{}", probe::report::text(&result));
    }
    Ok(match probe::outcome(&result) {
        Outcome::Measured => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
        Outcome::Refused => ExitCode::from(3),
    })
}
