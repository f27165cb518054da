//! `--demo`: a throw-away database with made-up people, so that a visitor sees every page alive.

use app::{clock, password, state::AppState, token};
use domain::{
    EventId, InterviewId, Level, Locale, Role, Score, Timestamp, UserId,
    interview::{Event, Payload},
    plan::{self, Plan},
    scorecard::Overall,
    time::MINUTE,
};
use std::path::Path;
use store::{NewCandidate, NewUser};
use uuid::Uuid;

use crate::{cli::Failure, config::DatabaseArgs};

/// Address of the person a visitor signs in as.
pub const EMAIL: &str = "demo@hopwise.example";

/// The database inside a folder that is deleted at the end.
#[must_use]
pub fn database(folder: &Path) -> DatabaseArgs {
    DatabaseArgs { url: format!("sqlite:{}", folder.join("demo.db").display()) }
}

/// Made-up candidates: name, language, level, and how far their interview has come.
const CANDIDATES: [(&str, Locale, Level, Stage); 4] = [
    ("Noa Ben-Ami", Locale::He, Level::Junior, Stage::Submitted),
    ("Илья Воронцов", Locale::Ru, Level::Middle, Stage::UnderWay),
    ("Amara Osei", Locale::En, Level::Junior, Stage::Submitted),
    ("תמר כהן", Locale::He, Level::Senior, Stage::Planned),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Planned,
    UnderWay,
    Submitted,
}

/// Fills the database and tells how to sign in.
///
/// # Errors
/// The store's sentence.
pub async fn fill(state: &AppState, given: Option<&str>) -> Result<(), Failure> {
    let password = given.map_or_else(|| token::secret().chars().take(20).collect(), str::to_owned);
    let hash = password::hash(password.clone()).await?;
    let now = clock::now();
    let account = |email: &str, name: &str| NewUser {
        email: email.to_owned(),
        name: name.to_owned(),
        password_hash: hash.clone(),
        locale: Locale::En,
    };
    let all = [Role::Administrator, Role::Lead, Role::Interviewer];
    let rater = state.db.create_user(&account(EMAIL, "Mira Katz"), &all, now).await?;
    state.db.create_user(&account("second@hopwise.example", "Alon Roth"), &[Role::Interviewer], now).await?;
    for (number, (name, locale, level, stage)) in CANDIDATES.into_iter().enumerate() {
        // The interview under way began a quarter of an hour ago, the others before it.
        let ago = if stage == Stage::UnderWay { 15 } else { 60 + 90 * i64::try_from(number)? };
        let at = now.plus(-ago * MINUTE);
        let new = NewCandidate { name: name.to_owned(), email: None, locale };
        let candidate = state.db.create_candidate(&new, rater, at).await?;
        let of = state.db.create_loop(candidate, level, rater, at).await?;
        let plan = plan::build(level, state.db.weights(level).await?, &state.bank.candidates(), &[])?;
        let id = state.db.create_interview(of, rater, locale, &plan, at).await?;
        let story = story(&plan, stage, number);
        play(state, id, rater, at, story).await?;
    }
    println!("Made-up data in a throw-away database. Sign in as {EMAIL} with the password: {password}");
    Ok(())
}

/// What happened in an interview: payloads with the minute of each.
fn story(plan: &Plan, stage: Stage, seed: usize) -> Vec<(i64, Payload)> {
    const NOTES: [&str; 3] = [
        "Asks which side sees it first, then for the split of the time.",
        "Names the queue and how to see it; unsure about the fix.",
        "Had the right idea only after the second follow-up.",
    ];
    let mut story = Vec::new();
    if stage == Stage::Planned {
        return story;
    }
    story.push((0, Payload::Start));
    let mut minute = i64::from(plan.opening);
    let asked = if stage == Stage::UnderWay { 2 } else { plan.items.len() };
    for (n, item) in plan.items.iter().take(asked).enumerate() {
        let question = item.question.clone();
        let score = Score::RATED[(2 + n * 2 + seed) % 3 + 2 - usize::from((n + seed).is_multiple_of(4))];
        story.push((minute, Payload::Move { question: question.clone() }));
        story.push((minute, Payload::Reveal { question: question.clone() }));
        story.push((minute + 2, Payload::FollowUp { question: question.clone(), index: 0, asked: true }));
        story.push((
            minute + 3,
            Payload::Note { question: question.clone(), text: NOTES[(n + seed) % NOTES.len()].to_owned() },
        ));
        story.push((minute + 4, Payload::Score { question, score }));
        minute += i64::from(item.minutes);
    }
    if stage == Stage::Submitted {
        story.push((minute, Payload::Conceal));
        story.push((minute + 4, Payload::Finish));
        let summary =
            "Measures before guessing and explains each step. Needed help where two causes give the same symptom.";
        story.push((minute + 9, Payload::Submit { overall: Overall::Yes, summary: summary.to_owned() }));
    }
    story
}

async fn play(
    state: &AppState,
    id: InterviewId,
    actor: UserId,
    start: Timestamp,
    story: Vec<(i64, Payload)>,
) -> Result<(), Failure> {
    let event = |(minute, payload): (i64, Payload)| Event {
        id: EventId(Uuid::now_v7()),
        actor,
        at: start.plus(minute * MINUTE),
        payload,
    };
    let events: Vec<Event> = story.into_iter().map(event).collect();
    state.db.append(id, actor, &events, clock::now()).await?;
    Ok(())
}
