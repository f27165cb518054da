//! A database of its own for each story, with people and an interview to begin with.

use domain::{
    Dimension, EventId, InterviewId, Level, Locale, LoopId, Role, SpliceId, Timestamp, UserId,
    interview::{Event, Payload},
    pad::{Edit, Splice},
    plan::{Item, Plan},
};
use sqlx::{Executor, PgPool, SqlitePool};
use std::{
    io::{Write, stderr},
    sync::Once,
};
use store::{Db, NewCandidate, NewUser};
use uuid::Uuid;

/// Noon of the day on which every story plays.
pub const NOW: Timestamp = Timestamp(1_760_000_000_000);

/// When the interviews of the stories are created: an hour before.
pub const CREATED: Timestamp = Timestamp(NOW.0 - 3_600_000);

/// Writes each story twice: once for each database.
macro_rules! stories {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let home = $crate::home::Home::sqlite().await;
                super::$name(&home).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let Some(home) = $crate::home::Home::postgres().await else { return };
                super::$name(&home).await;
                home.leave().await;
            })+
        }
    };
}

/// One story's database.
pub struct Home {
    /// Open and migrated.
    pub db: Db,
    /// What it was opened with; opening it again is another instance.
    pub url: String,
    folder: Option<tempfile::TempDir>,
    schema: Option<String>,
}

impl Home {
    /// A new file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("data/hopwise.db").display());
        Self { db: ready(&url).await, url, folder: Some(folder), schema: None }
    }

    /// A new schema on the server that `TEST_DATABASE_URL` names, if it names one.
    pub async fn postgres() -> Option<Self> {
        static SKIPPED: Once = Once::new();
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
            // Not with a print macro: the test runner would hide it.
            SKIPPED.call_once(|| {
                let told = writeln!(stderr(), "SKIPPED: the stories on PostgreSQL; set TEST_DATABASE_URL to run them");
                told.unwrap();
            });
            return None;
        };
        let schema = format!("story_{}", Uuid::new_v4().simple());
        run_on(&server, format!("create schema {schema}")).await;
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options[search_path]={schema}&application_name={schema}");
        Some(Self { db: ready(&url).await, url, folder: None, schema: Some(schema) })
    }

    /// Leaves nothing on the server.
    pub async fn leave(self) {
        self.db.close().await;
        if let (Some(schema), Ok(server)) = (self.schema, std::env::var("TEST_DATABASE_URL")) {
            run_on(&server, format!("drop schema {schema} cascade")).await;
        }
    }

    /// Runs SQL past the store, to make what it would never make.
    pub async fn run(&self, sql: &str) {
        run_on(&self.url, sql.to_owned()).await;
    }

    /// Is this story told on SQLite?
    pub fn is_sqlite(&self) -> bool {
        self.folder.is_some()
    }

    /// The folder of an SQLite file.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.as_ref().unwrap().path()
    }

    /// A person with these roles.
    pub async fn person(&self, name: &str, roles: &[Role]) -> UserId {
        self.db.create_user(&new_user(name), roles, NOW).await.unwrap()
    }

    /// A loop of a new candidate.
    pub async fn a_loop(&self, by: UserId) -> LoopId {
        let new = NewCandidate { name: "Noa".to_owned(), email: None, locale: Locale::He };
        let candidate = self.db.create_candidate(&new, by, NOW).await.unwrap();
        self.db.create_loop(candidate, Level::Middle, by, NOW).await.unwrap()
    }

    /// A lead's loop with an interview that somebody else holds: the lead, the interviewer, the interview.
    pub async fn an_interview(&self) -> (UserId, UserId, InterviewId) {
        let lead = self.person(&format!("lead-{}", Uuid::new_v4()), &[Role::Lead]).await;
        let holder = self.person(&format!("holder-{}", Uuid::new_v4()), &[Role::Interviewer]).await;
        let of = self.a_loop(lead).await;
        let id = self.db.create_interview(of, holder, Locale::En, &plan(), CREATED).await.unwrap();
        (lead, holder, id)
    }
}

async fn ready(url: &str) -> Db {
    let db = Db::open(url).await.unwrap();
    db.migrate().await.unwrap();
    db
}

async fn run_on(url: &str, sql: String) {
    let sql = sqlx::AssertSqlSafe(sql);
    if url.starts_with("sqlite") {
        let pool = SqlitePool::connect(url).await.unwrap();
        pool.execute(sql).await.unwrap();
        pool.close().await;
    } else {
        let pool = PgPool::connect(url).await.unwrap();
        pool.execute(sql).await.unwrap();
        pool.close().await;
    }
}

/// An account to make.
pub fn new_user(name: &str) -> NewUser {
    NewUser {
        email: format!("{name}@Example.com"),
        name: name.to_owned(),
        password_hash: "$argon2id$…".to_owned(),
        locale: Locale::Ru,
    }
}

/// A plan of two questions.
pub fn plan() -> Plan {
    let item = |id: &str, dimension| Item { question: id.parse().unwrap(), dimension, minutes: 6, expected: 3 };
    Plan {
        weights: domain::weights::Version::default(),
        level: Level::Middle,
        opening: 4,
        items: vec![item("tcp-vs-udp", Dimension::Theory), item("connection-pooling", Dimension::Architecture)],
        close: 5,
        short: vec![],
        extra: domain::plan::ExtraTime::None,
        template: None,
    }
}

/// An event of nobody in particular, a second before [`NOW`].
pub fn event(payload: Payload) -> Event {
    Event { id: EventId(Uuid::now_v7()), actor: UserId(Uuid::nil()), at: NOW.plus(-1_000), payload }
}

/// A note on the plan's first question.
pub fn note(text: &str) -> Event {
    event(Payload::Note { question: "tcp-vs-udp".parse().unwrap(), text: text.to_owned() })
}

/// A change of a pad.
pub fn edit(at: usize, remove: usize, insert: &str) -> Edit {
    Edit { id: SpliceId(Uuid::now_v7()), splice: Splice { at, remove, insert: insert.to_owned() } }
}
