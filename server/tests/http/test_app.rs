//! The server under test: everything that `hopwise serve` puts around the router, on a port and a database of its own.

use crate::{
    client::{Answer, Client},
    database::Schema,
    scene::{self, BANK},
};
use app::{live::Live, presence::Presence, session::CookiePolicy, state::AppState, throttle::Throttle};
use domain::{InterviewId, Role, UserId};
use hyper::StatusCode;
use probe::{Lab, Prober};
use std::{fs, path::Path, sync::Arc};
use store::Db;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::{CancellationToken, DropGuard};

/// A running server. Its temporary folder goes with it, and its streams end.
pub struct TestApp {
    /// For what a test arranges or checks past HTTP.
    pub db: Db,
    /// A visitor without a session.
    pub visitor: Client,
    /// Holds the SQLite file and the built site.
    pub folder: TempDir,
    schema: Option<Schema>,
    _stop: DropGuard,
}

/// Somebody who is signed in.
pub struct Person {
    pub id: UserId,
    pub client: Client,
}

impl TestApp {
    /// On a new SQLite file.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("data/hopwise.db").display());
        Self::on(&url, folder, None).await
    }

    /// On PostgreSQL, if there is one to test with.
    pub async fn start_on_postgres() -> Option<Self> {
        let schema = Schema::create().await?;
        Some(Self::on(&schema.url(), tempfile::tempdir().unwrap(), Some(schema)).await)
    }

    async fn on(url: &str, folder: TempDir, schema: Option<Schema>) -> Self {
        let db = Db::open(url).await.unwrap();
        db.migrate().await.unwrap();
        let site = folder.path().join("site");
        build(&site);
        let state = AppState {
            db: db.clone(),
            bank: Arc::clone(&BANK),
            prober: Arc::new(Prober::new(Lab::start().await.unwrap())),
            live: Live::default(),
            presence: Presence::default(),
            throttle: Throttle::default(),
            cookies: CookiePolicy::Secure,
            public_url: "https://hopwise.test".into(),
            // The tests stand behind no proxy, or behind one on this machine: which is the same to the server.
            proxies: ["127.0.0.0/8".parse().unwrap()].as_slice().into(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let visitor = Client::new(listener.local_addr().unwrap());
        let stop = CancellationToken::new();
        tokio::spawn(server::serve::answer(listener, state, &site, stop.clone()));
        Self { db, visitor, folder, schema, _stop: stop.drop_guard() }
    }

    /// Somebody with these roles, signed in.
    pub async fn person(&self, name: &str, roles: &[Role]) -> Person {
        let id = scene::account(&self.db, name, roles).await;
        let client = self.visitor.with_session(&scene::session(&self.db, id).await);
        Person { id, client }
    }

    /// An interviewer who is signed in, and an interview of theirs.
    pub async fn interviewer(&self) -> (Person, InterviewId) {
        let person = self.person("dana", &[Role::Interviewer]).await;
        let interview = scene::interview(&self.db, person.id).await;
        (person, interview)
    }

    /// Every byte that the SQLite database consists of.
    pub fn stored(&self) -> Vec<u8> {
        let files = fs::read_dir(self.folder.path().join("data")).unwrap();
        files.flat_map(|it| fs::read(it.unwrap().path()).unwrap()).collect()
    }

    /// Changes the SQLite database directly.
    pub async fn run(&self, sql: &'static str) {
        let path = self.folder.path().join("data/hopwise.db");
        let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", path.display())).await.unwrap();
        sqlx::query(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// Makes a candidate and everything of theirs older, on SQLite.
    pub async fn age(&self, candidate: &str, ms: i64) {
        let path = self.folder.path().join("data/hopwise.db");
        let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", path.display())).await.unwrap();
        let of = "loop_id in (select id from interview_loop where candidate_id = $1)";
        for sql in [
            "update candidate set created_at = created_at - $2 where id = $1".to_owned(),
            "update interview_loop set created_at = created_at - $2 where candidate_id = $1".to_owned(),
            format!("update interview set created_at = created_at - $2 where {of}"),
            format!(
                "update interview_event set received_at = received_at - $2
                where interview_id in (select id from interview where {of})"
            ),
        ] {
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(candidate).bind(ms).execute(&pool).await.unwrap();
        }
        pool.close().await;
    }

    /// Leaves nothing on PostgreSQL.
    pub async fn leave(self) {
        self.db.close().await;
        if let Some(schema) = self.schema {
            schema.drop().await;
        }
    }
}

/// The problem that a form's answer carries back to its page; empty when it carries none.
pub fn problem(answer: &Answer) -> String {
    use base64::{Engine, prelude::BASE64_URL_SAFE};
    assert_eq!(answer.status, StatusCode::FOUND);
    let location = format!("{}&", answer.header("location"));
    let Some((_, encoded)) = location.split_once("__err=") else { return String::new() };
    let encoded = encoded.split('&').next().unwrap().replace("%3D", "=");
    String::from_utf8(BASE64_URL_SAFE.decode(encoded).unwrap()).unwrap()
}

/// The files of a site, as many as tests look at.
fn build(site: &Path) {
    for (name, text) in [
        ("pkg/hopwise.abc.js", "export default () => {}"),
        ("fonts/inter-latin.woff2", "font"),
        ("vendor/echarts.js", "export {}"),
        ("page.js", "export {}"),
    ] {
        let path = site.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Runs each test on SQLite, and on PostgreSQL if there is one to test with.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test]
            async fn $name() {
                let app = $crate::test_app::TestApp::start().await;
                super::$name(&app).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test]
            async fn $name() {
                let Some(app) = $crate::test_app::TestApp::start_on_postgres().await else { return };
                super::$name(&app).await;
                app.leave().await;
            })+
        }
    };
}

pub(crate) use on_both;
