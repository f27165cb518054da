//! Scratchpads, live: the text, and then what is written into it. Whoever comes back says how far they know it.
//!
//! A stream of its own: what is typed would wake the whole room, whose picture is much larger. In JSON, because no island
//! reads it.

use crate::live::{Refusal, SignedIn, Streams, events, shut};
use app::{AppError, access, clock, state::AppState, token};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{InterviewId, pad::News};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use std::future::Future;
use tokio::sync::watch::Receiver;

/// How far somebody knows the text.
#[derive(Deserialize)]
pub struct Known {
    after: Option<i64>,
}

/// The pad of an interview for somebody who sees it.
pub async fn interview(
    State(Streams { app, stop, .. }): State<Streams>,
    SignedIn(viewer, session): SignedIn,
    Path(id): Path<InterviewId>,
    Query(Known { after }): Query<Known>,
) -> Result<Response, Refusal> {
    if !access::PAD_STREAM.opens_to(&viewer.roles) {
        return Err(AppError::Forbidden.into());
    }
    app.db.room_for(id, viewer.id).await.map_err(AppError::from)?;
    let over = shut(app.clone(), session, &access::PAD_STREAM);
    let news = told(app.db.watch_pad(id), after, move |after| {
        let app = app.clone();
        async move { Ok(app.db.pad_for(id, viewer.id, after).await?) }
    });
    Ok(events(stop, news.take_until(over)))
}

/// The pad of an interview for its candidate.
pub async fn join(
    State(Streams { app, stop, .. }): State<Streams>,
    Path(secret): Path<String>,
    Query(Known { after }): Query<Known>,
) -> Result<Response, Refusal> {
    let hash = token::hash(&secret);
    let id = behind(&app, &hash).await?;
    let news = told(app.db.watch_pad(id), after, move |after| {
        let (app, hash) = (app.clone(), hash.clone());
        async move {
            // A link that is taken back or has expired shows nothing more, not even to who is looking.
            let id = behind(&app, &hash).await?;
            Ok(app.db.pad(id, after).await?)
        }
    });
    Ok(events(stop, news))
}

/// The interview behind a link that is valid now.
async fn behind(app: &AppState, hash: &str) -> Result<InterviewId, AppError> {
    Ok(app.db.link(hash, clock::now()).await?.ok_or(AppError::NotFound)?.interview)
}

/// What there is beyond `after`, at once and in any case, and then whatever comes.
fn told<R>(
    changes: Receiver<i64>,
    after: Option<i64>,
    read: impl Fn(Option<i64>) -> R + Send + 'static,
) -> impl Stream<Item = Result<String, AppError>> + Send + 'static
where
    R: Future<Output = Result<News, AppError>> + Send + 'static,
{
    stream::unfold((changes, read, after, true), |(mut changes, read, after, first)| async move {
        let mut waits = !first;
        loop {
            if waits {
                changes.changed().await.ok()?;
            }
            changes.mark_unchanged();
            match read(after).await {
                // Somebody came or went.
                Ok(news) if !first && Some(news.rev) == after => waits = true,
                Ok(news) => {
                    let text = serde_json::to_string(&news).map_err(AppError::internal);
                    return Some((text, (changes, read, Some(news.rev), false)));
                }
                Err(error) => return Some((Err(error), (changes, read, after, false))),
            }
        }
    })
}
