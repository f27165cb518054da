//! The scratchpad, a part of the room and of the candidate's page; `public/pad.js` brings it to life and speaks JSON.

use crate::{AppError, access, clock, state::state, token, ui::lang};
use domain::{
    InterviewId, UserId,
    interview::Seat,
    pad::{BATCH_MAX, Edit, PAD_MAX, Refused},
};
use leptos::{
    prelude::*,
    server_fn::{ServerFn, codec::Json},
};
use serde::{Deserialize, Serialize};
use store::Pen;

/// What became of a batch: the revision after it, or the rule that it breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Written {
    /// It is in the pad, now or since an earlier call.
    Stored {
        /// The pad's revision.
        rev: i64,
    },
    /// None of it is.
    Refused {
        /// Why.
        refused: Refused,
    },
}

async fn written(pen: Pen, base: i64, edits: Vec<Edit>) -> Result<Written, AppError> {
    if edits.len() > BATCH_MAX {
        return Ok(Written::Refused { refused: Refused::Batch });
    }
    Ok(match state()?.db.write_pad(pen, base, edits, clock::now()).await? {
        Ok(rev) => Written::Stored { rev },
        Err(refused) => Written::Refused { refused },
    })
}

/// Writes into the pad of an interview that the signed-in person rates. `author` is whose text it is: in a browser where
/// somebody else has signed in since, nothing of it goes out under their name.
#[server(endpoint = "write_pad", input = Json, output = Json)]
pub async fn write_pad(
    interview: InterviewId,
    author: UserId,
    base: i64,
    edits: Vec<Edit>,
) -> Result<Written, AppError> {
    let viewer = access::WRITE_PAD.enter()?;
    let db = state()?.db;
    db.interview_for(interview, viewer.id).await?;
    if author != viewer.id || db.seat(interview, viewer.id).await? != Some(Seat::Rater) {
        return Err(AppError::Forbidden);
    }
    written(Pen::Rater { interview, user: viewer.id }, base, edits).await
}

/// Writes into the pad of the interview that a candidate's link leads to. The link stands in the body: addresses are logged.
#[server(endpoint = "write_join_pad", input = Json, output = Json)]
pub async fn write_join_pad(token: String, base: i64, edits: Vec<Edit>) -> Result<Written, AppError> {
    // public: the link is what lets in.
    let state = state()?;
    let (token_hash, now) = (token::hash(&token), clock::now());
    let link = state.db.link(&token_hash, now).await?.ok_or(AppError::NotFound)?;
    state.throttle.count(link.link, now)?;
    written(Pen::Candidate { token_hash }, base, edits).await
}

/// Whose side a pad is drawn for.
#[derive(Debug, Clone)]
pub enum Side {
    /// Somebody in the room; `writes` when they rate.
    Room {
        /// Which interview.
        interview: InterviewId,
        /// Who.
        viewer: UserId,
        /// Do they rate?
        writes: bool,
    },
    /// The candidate.
    Candidate {
        /// Which interview; it names what the browser keeps, and is not shown.
        interview: InterviewId,
        /// The link's secret.
        secret: String,
    },
}

/// What the script has to know.
struct Told {
    stream: String,
    write: Option<&'static str>,
    with: serde_json::Value,
    keep: String,
    /// Is what the browser keeps of it its owner's, also when the link has ended?
    own: bool,
}

impl From<Side> for Told {
    fn from(side: Side) -> Self {
        match side {
            Side::Room { interview, viewer, writes } => Self {
                stream: format!("/live/interviews/{interview}/pad"),
                write: writes.then_some(WritePad::PATH),
                with: serde_json::json!({ "interview": interview, "author": viewer }),
                keep: format!("{interview}.{viewer}"),
                own: false,
            },
            Side::Candidate { interview, secret } => Self {
                stream: format!("/live/join/{secret}/pad"),
                write: Some(WriteJoinPad::PATH),
                with: serde_json::json!({ "token": secret }),
                // The same for another link to the interview, and telling nothing of it.
                keep: token::hash(&format!("pad {interview}"))[..16].to_owned(),
                own: true,
            },
        }
    }
}

/// The pad, folded in the room, open for the candidate. Until the script has its text, the field is not there.
#[component]
pub fn ScratchPad(side: Side) -> impl IntoView {
    let room = matches!(side, Side::Room { .. });
    let Told { stream, write, with, keep, own } = side.into();
    let (with, own) = (with.to_string(), own.then_some(""));
    if room {
        view! {
            <details class="pad fold-sec" id="pad" data-pad=stream data-write=write data-with=with data-keep=keep data-own=own>
                <summary><span id="pad_title">{lang().t("pad-title")}</span><Word/></summary>
                <Field help=if write.is_some() { "pad-help-room" } else { "pad-help-observer" }/>
            </details>
        }
        .into_any()
    } else {
        view! {
            <section class="pad" id="pad" aria-labelledby="pad_title" data-pad=stream data-write=write data-with=with data-keep=keep data-own=own>
                <h2><span id="pad_title">{lang().t("pad-title")}</span><Word/></h2>
                <Field help="pad-help-candidate"/>
            </section>
        }
        .into_any()
    }
}

/// How what was typed stands: one of these words at a time. Only what is wrong is read out.
#[component]
fn Word() -> impl IntoView {
    let lang = lang();
    let word = |class: &'static str, key: &'static str| {
        let when = key.trim_start_matches("pad-");
        view! { <span class=class data-when=when hidden><i class="lamp" aria-hidden="true"></i>{lang.t(key)}</span> }
    };
    view! {
        <span class="end words">
            {word("state ok", "pad-saved")}{word("state", "pad-saving")}
            <span role="status">{["pad-offline", "pad-away", "pad-full", "pad-closed"].map(|it| word("state warn", it))}</span>
        </span>
    }
}

#[component]
fn Field(help: &'static str) -> impl IntoView {
    let lang = lang();
    view! {
        <p class="tiny quiet" id="pad_help">{lang.t(help)}</p>
        // Never with children: Leptos 0.8 does not escape those. The script puts the text in.
        <textarea hidden readonly dir="auto" rows="10" spellcheck="false" autocomplete="off" maxlength=PAD_MAX.to_string()
            aria-labelledby="pad_title" aria-describedby="pad_help"></textarea>
        <noscript><p class="state warn">{lang.t("pad-no-script")}</p></noscript>
    }
}
