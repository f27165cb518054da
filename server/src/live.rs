//! Live streams: role-shaped snapshots by server-sent events. A late joiner gets the newest first.

use crate::pads;
use app::{
    AppError,
    access::{self, Door},
    clock,
    islands::{join::Screen, trace::Drawn},
    pages,
    session::SessionHash,
    state::AppState,
    token,
    viewer::Viewer,
    wire,
};
use axum::{
    Json, Router,
    extract::{FromRequestParts, Path, Query, State},
    http::{HeaderName, StatusCode, request::Parts},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::get,
};
use domain::{InterviewId, Locale, RunId};
use futures_util::{Stream, StreamExt};
use moka::future::Cache;
use serde::{Deserialize, Serialize};
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio_stream::wrappers::WatchStream;
use tokio_util::sync::CancellationToken;

/// How often an open stream asks whether its session has run out, when nothing tells it to.
const ASK: Duration = Duration::from_secs(60);

/// Who is signed in, and under which session; nobody else comes further.
pub(crate) struct SignedIn(pub(crate) Viewer, pub(crate) SessionHash);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let of = &parts.extensions;
        let both = of.get::<Viewer>().cloned().zip(of.get::<SessionHash>().cloned());
        both.map(|(viewer, session)| Self(viewer, session)).ok_or(Refusal(AppError::SignIn))
    }
}

/// What every stream needs.
#[derive(Clone)]
pub(crate) struct Streams {
    pub(crate) app: AppState,
    pub(crate) stop: CancellationToken,
    screens: Screens,
}

/// What candidates see, made once for all who look at the same moment of an interview in the same language.
type Screens = Cache<(InterviewId, Locale, i64), Screen>;

/// The streams; they end when `stop` is cancelled.
pub fn router(app: AppState, stop: CancellationToken) -> Router {
    Router::new()
        .route("/live/interviews/{id}", get(interview))
        .route("/live/join/{token}", get(join))
        .route("/live/probes/{id}", get(probe))
        .route("/live/interviews/{id}/pad", get(pads::interview))
        .route("/live/join/{token}/pad", get(pads::join))
        .with_state(Streams { app, stop, screens: Screens::new(1_000) })
}

/// An interview for one of its interviewers: only their own scores and notes.
async fn interview(
    State(Streams { app, stop, .. }): State<Streams>,
    SignedIn(viewer, session): SignedIn,
    Path(id): Path<InterviewId>,
) -> Result<Response, Refusal> {
    if !access::INTERVIEW_STREAM.opens_to(&viewer.roles) {
        return Err(AppError::Forbidden.into());
    }
    app.db.interview_for(id, viewer.id).await.map_err(AppError::from)?;
    // Before this stream listens, so that it is the others who wake.
    let stay = app.presence.enter(&app.db, id, viewer.id);
    let changes = WatchStream::new(app.db.watch(id));
    let over = shut(app.clone(), session, &access::INTERVIEW_STREAM);
    let snapshots = changes.then(move |_| {
        let _there = &stay; // for as long as the stream is
        let app = app.clone();
        Box::pin(async move { pages::interview::snapshot(&app, id, viewer.id).await })
    });
    Ok(stream(stop, snapshots.take_until(over)))
}

#[derive(Deserialize)]
struct In {
    lang: Locale,
}

/// An interview for its candidate: what was revealed, and the clock.
async fn join(
    State(Streams { app, stop, screens }): State<Streams>,
    Path(secret): Path<String>,
    Query(In { lang }): Query<In>,
) -> Result<Response, Refusal> {
    let hash = token::hash(&secret);
    let link = app.db.link(&hash, clock::now()).await.map_err(AppError::from)?.ok_or(AppError::NotFound)?;
    let changes = WatchStream::new(app.db.watch(link.interview));
    let newest = changes.then(move |seq| {
        let (app, hash, screens) = (app.clone(), hash.clone(), screens.clone());
        // In a box, so that a stream in which nothing happens does not hold the room for it.
        Box::pin(async move {
            // A link that is taken back or has expired shows nothing more, not even to who is looking.
            let link = app.db.link(&hash, clock::now()).await?.ok_or(AppError::NotFound)?;
            let screen = pages::join::screen(&app, link.interview, lang);
            if seq == 0 {
                return screen.await; // Nothing was appended since this process began: it does not know the number.
            }
            let made = screens.try_get_with((link.interview, lang, seq), screen).await.map_err(Arc::unwrap_or_clone)?;
            Ok(Screen { now: clock::now(), ..made })
        })
    });
    // Who comes and goes in the room wakes this stream too, and is none of the candidate's business.
    let mut told = None;
    let news = move |it: &Result<Screen, AppError>| {
        std::future::ready(it.as_ref().map_or(true, |it| told.replace(it.seq) != Some(it.seq)))
    };
    Ok(stream(stop, newest.filter(news)))
}

/// A probe under way, for the person who started it. Ends with the probe.
async fn probe(
    State(Streams { app, stop, .. }): State<Streams>,
    SignedIn(viewer, session): SignedIn,
    Path(id): Path<RunId>,
) -> Result<Response, Refusal> {
    if !access::PROBE_STREAM.opens_to(&viewer.roles) {
        return Err(AppError::Forbidden.into());
    }
    match app.live.watch(id, viewer.id) {
        Some(newest) => {
            let results =
                WatchStream::new(newest).filter_map(|it| async move { it.map(|it| Ok(Drawn::from((*it).clone()))) });
            Ok(stream(stop, results.take_until(shut(app, session, &access::PROBE_STREAM))))
        }
        // It has ended already: the kept result is all there is to say.
        None => {
            let result = app.db.run_for(id, viewer.id).await.map_err(AppError::from)?;
            Ok(stream(stop, futures_util::stream::iter([Ok(Drawn::from(result))])))
        }
    }
}

/// Comes to its end when the session ends, or no longer opens the door: whoever has signed out, was switched off or lost
/// the role sees nothing more, also on a page that is still open.
pub(crate) async fn shut(app: AppState, SessionHash(hash): SessionHash, door: &'static Door) {
    let mut changes = app.db.watch_access();
    loop {
        changes.mark_unchanged();
        match app.db.session(&hash, clock::now()).await {
            Ok(Some(user)) if door.opens_to(&user.roles) => {}
            Ok(_) => return,
            Err(error) => tracing::warn!(%error, "a stream's session cannot be looked up"),
        }
        // Woken or not, the next round asks.
        drop(tokio::time::timeout(ASK, changes.changed()).await);
    }
}

/// [`events`], in the words of islands.
fn stream<T: Serialize + Send + 'static>(
    stop: CancellationToken,
    items: impl Stream<Item = Result<T, AppError>> + Send + 'static,
) -> Response {
    events(stop, items.map(|it| it.map(|it| wire::pack(&it))))
}

/// Sends each item and ends when there is nothing to see any more. What cannot be read now is left out: the next
/// change brings the newest.
pub(crate) fn events(
    stop: CancellationToken,
    items: impl Stream<Item = Result<String, AppError>> + Send + 'static,
) -> Response {
    let events = items
        .take_while(|item| std::future::ready(!matches!(item, Err(AppError::NotFound))))
        .filter_map(|item| async move { Some(Ok::<_, Infallible>(Event::default().data(item.ok()?))) })
        .take_until(stop.cancelled_owned());
    // Behind nginx, buffering would hold events back.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    (unbuffered, Sse::new(events).keep_alive(KeepAlive::default())).into_response()
}

/// A problem before the stream began.
pub struct Refusal(AppError);

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (StatusCode::from_u16(self.0.status().as_u16()).unwrap_or_default(), Json(self.0)).into_response()
    }
}
