//! `hopwise serve`: opens everything, serves, and ends cleanly on SIGTERM or Ctrl-C.

use crate::{cli::Failure, config::ServeArgs, demo, routes};
use app::{clock, live::Live, presence::Presence, state::AppState, throttle::Throttle, token};
use axum::{ServiceExt, extract::Request, serve::ListenerExt};
use content::{Bank, Severity};
use domain::time::MINUTE;
use probe::{Lab, Prober};
use std::{
    future::IntoFuture,
    io::{IsTerminal, Write},
    net::SocketAddr,
    path::Path,
    sync::Arc,
    time::Duration,
};
use store::Db;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower::Layer;
use tower_http::normalize_path::NormalizePathLayer;

/// How long requests under way may take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(5);
/// How long the set-up link works, in ms.
const SETUP_LASTS: i64 = 60 * MINUTE;

/// Serves until it is told to stop.
///
/// # Errors
/// One sentence about what is in the way: the port, the database, the bank, the built files.
pub async fn serve(mut args: ServeArgs) -> Result<(), Failure> {
    let filter = tracing_subscriber::EnvFilter::try_new(&args.log).map_err(|error| not_a_filter(&args.log, &error))?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    if !args.site.is_dir() {
        let site = args.site.display();
        return Err(format!("the built files are not in {site}; run `make run` once, or point --site at them").into());
    }
    let bank = load_bank(args.content.place())?;
    // The port first: a second server must not touch the database of the first.
    let listener = TcpListener::bind(args.listen).await.map_err(|error| in_use(args.listen, &error))?;
    // Port 0 has become a real one, which is what people need to know.
    args.listen = listener.local_addr()?;
    let scratch = args.demo.then(tempfile::tempdir).transpose()?;
    let db = match &scratch {
        Some(folder) => crate::cli::open(&demo::database(folder.path())).await?,
        None => crate::cli::open(&args.database).await?,
    };
    let prober = Arc::new(Prober::new(Lab::start().await?));
    let url = args.public_url();
    let state = AppState {
        db,
        bank: Arc::new(bank),
        prober,
        live: Live::default(),
        presence: Presence::default(),
        throttle: Throttle::default(),
        cookies: args.cookies(),
        public_url: url.as_str().into(),
        proxies: args.trusted_proxies.as_slice().into(),
    };
    println!("Hopwise serves {url}");
    match scratch {
        Some(_) => demo::fill(&state, args.demo_password.as_deref()).await?,
        None => offer_setup(&state.db, &url).await?,
    }
    std::io::stdout().flush()?;
    run(listener, state, &args.site).await
}

fn not_a_filter(given: &str, error: &dyn std::error::Error) -> Failure {
    format!("the log setting {given:?} is not understood ({error}); write a level such as info, or info,sqlx=warn")
        .into()
}

fn load_bank(place: content::Place) -> Result<Bank, Failure> {
    Bank::load(place).map_err(|problems| {
        let first = problems.iter().find(|it| it.severity == Severity::Error);
        let first = first.map_or_else(|| "it cannot be read".to_owned(), ToString::to_string);
        let folder = place.bank.display();
        format!("the bank in {folder} is broken: {first}; run `hopwise content check` for the whole list").into()
    })
}

fn in_use(address: SocketAddr, error: &std::io::Error) -> Failure {
    format!("cannot listen on {address} ({error}); stop what uses the port or choose another with --listen").into()
}

/// Prints a one-time link for the first administrator if there is none. Standard output only: it is never logged.
async fn offer_setup(db: &Db, url: &str) -> Result<(), Failure> {
    if db.administrators().await? == 0 {
        let secret = token::secret();
        db.create_setup_link(&token::hash(&secret), clock::now().plus(SETUP_LASTS)).await?;
        println!("Set-up link for the first administrator (works once, for an hour): {url}/en/setup/{secret}");
    }
    Ok(())
}

async fn run(listener: TcpListener, state: AppState, site: &Path) -> Result<(), Failure> {
    let stop = CancellationToken::new();
    let db = state.db.clone();
    let server = tokio::spawn(answer(listener, state, site, stop.clone()));
    asked_to_stop().await?;
    tracing::info!("stopping: streams end now, requests have {} s", DRAIN.as_secs());
    stop.cancel();
    if tokio::time::timeout(DRAIN, server).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
    db.close().await;
    Ok(())
}

/// Answers requests until `stop` is cancelled, then ends streams and waits for what is under way.
pub fn answer(
    listener: TcpListener,
    state: AppState,
    site: &Path,
    stop: CancellationToken,
) -> impl Future<Output = std::io::Result<()>> + Send + use<> {
    // `/en/` and `/en` are one page; this has to stand around the router, which has picked a route by then.
    let router = NormalizePathLayer::trim_trailing_slash().layer(routes::router(state, site, stop.clone()));
    let service = ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router);
    // Head and body of an answer are two writes; with Nagle's algorithm the second waits for the first one's delayed
    // acknowledgement, up to 40 ms on Linux (472 requests/s for a small file, measured).
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection without TCP_NODELAY");
        }
    });
    axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned()).into_future()
}

async fn asked_to_stop() -> Result<(), Failure> {
    let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        _ = term.recv() => Ok(()),
        pressed = tokio::signal::ctrl_c() => Ok(pressed?),
    }
}
