//! Server functions that islands call. Those behind forms stand with their page.

use crate::AppError;
use domain::{
    InterviewId, LinkId, Locale, RunId, Timestamp, UserId,
    interview::{Event, Refused, Seat, State},
};
use leptos::{
    prelude::*,
    server_fn::codec::{Json, Postcard},
};
use serde::{Deserialize, Serialize};

/// Most events in one request.
pub const BATCH: usize = 200;

/// An interview at one point of its log, as one person may see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Number of the newest event.
    pub seq: i64,
    /// The server's clock when this was made.
    pub now: Timestamp,
    /// Whose picture it is: whoever was signed in then, and not always who opened the page.
    pub viewer: UserId,
    /// The state after that event.
    pub state: State,
    /// Who sits in the interview; who leads it first.
    pub people: Vec<Present>,
}

/// A person in the interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
    /// Is the interview theirs to lead?
    pub leads: bool,
    /// Have they the room open?
    pub here: bool,
}

/// What became of the events of one request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appended {
    /// The interview after them.
    pub snapshot: Snapshot,
    /// For each event in order: `None` when it stands in the log, or why it was refused.
    pub refused: Vec<Option<Refused>>,
}

/// A new link for the candidate; its address is told only here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinLink {
    /// The link's id, to take it back.
    pub id: LinkId,
    /// The path to give to the candidate.
    pub path: String,
    /// Until when it works.
    pub expires: Timestamp,
}

/// Appends events to an interview's log; events that are there already change nothing. `author` is whose work it is: in a
/// browser where somebody else has signed in since, nothing of it goes out under their name.
#[server(endpoint = "append_events", input = Json, output = Postcard)]
pub async fn append_events(
    interview: InterviewId,
    events: Vec<Event>,
    author: Option<UserId>,
) -> Result<Appended, AppError> {
    let viewer = crate::access::APPEND_EVENTS.enter()?;
    // A page of before this was asked for does not say it.
    if author.is_some_and(|it| it != viewer.id) {
        return Err(AppError::Forbidden);
    }
    if events.len() > BATCH || events.iter().any(|it| !it.payload.is_from_client()) {
        return Err(AppError::invalid("events", "malformed"));
    }
    let state = crate::state::state()?;
    let now = crate::clock::now();
    // What the bank does not have is no matter of the log's own rules.
    let known: Vec<bool> = events.iter().map(|it| has_exhibit(&state, &it.payload)).collect();
    let events: Vec<Event> = events.into_iter().zip(&known).filter(|it| *it.1).map(|it| it.0).collect();
    let appended = state.db.append(interview, viewer.id, &events, now).await?;
    let mut outcomes = appended.outcomes.into_iter();
    let refused = known.into_iter().map(|known| match known.then(|| outcomes.next()).flatten() {
        Some(store::Outcome::Stored { .. }) => Ok(None),
        Some(store::Outcome::Refused { why }) => Ok(Some(why)),
        // Only a made-up id can stand in another interview's log.
        Some(store::Outcome::IdInUse) => Err(AppError::invalid("events", "malformed")),
        None => Ok(Some(Refused::UnknownExhibit)),
    });
    let refused = refused.collect::<Result<_, _>>()?;
    // Also when the candidate was forgotten: the room then learns why, and drops what it kept.
    let (seq, of) = state.db.state_for(interview, viewer.id).await?;
    let snapshot = crate::pages::interview::shaped(&state, interview, viewer.id, seq, of).await?;
    Ok(Appended { snapshot, refused })
}

/// Is it about no exhibit, or about one that the bank has for its question?
#[cfg(feature = "ssr")]
fn has_exhibit(state: &crate::state::AppState, payload: &domain::interview::Payload) -> bool {
    match payload {
        domain::interview::Payload::Exhibit { question, exhibit, shown: true } => {
            crate::pages::join::exhibit(state, question, exhibit).is_some()
        }
        _ => true,
    }
}

/// Starts a probe for an interview and answers with its id at once; the result streams under `/live/probes/{id}`, is
/// stored, and appears in the interview's log when it ends.
#[server(endpoint = "start_probe", input = Json, output = Postcard)]
pub async fn start_probe(interview: InterviewId, target: String) -> Result<RunId, AppError> {
    let viewer = crate::access::START_PROBE.enter()?;
    let state = crate::state::state()?;
    state.db.interview_for(interview, viewer.id).await?;
    // Whoever leads the loop or looks on may see the room, but what is measured goes into a rater's log.
    if state.db.seat(interview, viewer.id).await? != Some(Seat::Rater) {
        return Err(AppError::Forbidden);
    }
    let target: probe::Target = target.parse().map_err(|_| AppError::invalid("target", "not-a-lab-target"))?;
    crate::pages::run::start(state, interview, viewer.id, target)
}

/// Makes a link that lets the candidate into the interview for a day.
#[server(endpoint = "create_join_link", input = Json, output = Postcard)]
pub async fn create_join_link(interview: InterviewId, locale: Locale) -> Result<JoinLink, AppError> {
    let viewer = crate::access::CREATE_JOIN_LINK.enter()?;
    let state = crate::state::state()?;
    state.db.interview_for(interview, viewer.id).await?;
    if state.db.seat(interview, viewer.id).await? == Some(Seat::Observer) {
        return Err(AppError::Forbidden);
    }
    crate::pages::join::create_link(&state, interview, viewer.id, locale).await
}
