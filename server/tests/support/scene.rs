//! People and an interview, made past HTTP: what a test needs but is not about.

use app::{clock, token};
use content::Bank;
use domain::{
    EventId, InterviewId, Level, Locale, QuestionId, Role, UserId,
    interview::{Event, Payload},
    plan,
};
use std::{path::Path, sync::LazyLock};
use store::{Db, NewCandidate, NewUser};
use uuid::Uuid;

/// The folder of the real bank.
pub const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");

/// The real bank, read once.
pub static BANK: LazyLock<std::sync::Arc<Bank>> =
    LazyLock::new(|| std::sync::Arc::new(Bank::load(Path::new(CONTENT)).unwrap()));

/// An account that no password opens; the address is made from the name.
pub async fn account(db: &Db, name: &str, roles: &[Role]) -> UserId {
    let new = NewUser {
        email: format!("{name}@example.org"),
        name: name.to_owned(),
        password_hash: "none".to_owned(),
        locale: Locale::En,
    };
    db.create_user(&new, roles, clock::now()).await.unwrap()
}

/// A session of somebody; the secret is its cookie.
pub async fn session(db: &Db, user: UserId) -> String {
    let (secret, now) = (token::secret(), clock::now());
    db.create_session(&token::hash(&secret), user, "test", now, now.plus(3_600_000)).await.unwrap();
    secret
}

/// An interview at level junior in a loop of its own, planned from the real bank. The loop is the interviewer's own if
/// they are a lead, else a lead's of whom nothing else is known.
pub async fn interview(db: &Db, interviewer: UserId) -> InterviewId {
    let now = clock::now();
    let leads = db.user(interviewer).await.unwrap().is_some_and(|it| it.roles.contains(&Role::Lead));
    let lead = if leads { interviewer } else { account(db, &format!("lead-{}", Uuid::new_v4()), &[Role::Lead]).await };
    let new = NewCandidate { name: "Noa Ben-Ami".to_owned(), email: None, locale: Locale::He };
    let candidate = db.create_candidate(&new, lead, now).await.unwrap();
    let of = db.create_loop(candidate, Level::Junior, lead, now).await.unwrap();
    let plan = plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap();
    db.create_interview(of, interviewer, Locale::En, &plan, now).await.unwrap()
}

/// The first question of [`interview`]'s plan.
pub fn asked() -> QuestionId {
    plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap().items[0]
        .question
        .clone()
}

/// An event as a browser makes it, by nobody: the server has to put in who it was.
pub fn event(payload: Payload) -> Event {
    Event { id: EventId(Uuid::now_v7()), actor: UserId(Uuid::nil()), at: clock::now(), payload }
}
