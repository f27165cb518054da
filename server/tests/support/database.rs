//! A schema of its own on the PostgreSQL of `TEST_DATABASE_URL`.

use sqlx::{Executor, PgPool};
use std::{
    io::{Write, stderr},
    sync::Once,
};
use uuid::Uuid;

/// A schema that is made for one test.
pub struct Schema {
    server: String,
    name: String,
}

impl Schema {
    /// A new one, if there is a PostgreSQL to test with.
    pub async fn create() -> Option<Self> {
        static SKIPPED: Once = Once::new();
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
            // Not with a print macro: the test runner would hide it.
            SKIPPED.call_once(|| {
                let told = writeln!(stderr(), "SKIPPED: the tests on PostgreSQL; set TEST_DATABASE_URL to run them");
                told.unwrap();
            });
            return None;
        };
        let schema = Self { server, name: format!("http_{}", Uuid::new_v4().simple()) };
        schema.run(format!("create schema {}", schema.name)).await;
        Some(schema)
    }

    /// Its URL for `DATABASE_URL`.
    pub fn url(&self) -> String {
        let mark = if self.server.contains('?') { '&' } else { '?' };
        format!("{}{mark}options[search_path]={}", self.server, self.name)
    }

    /// Leaves nothing behind.
    pub async fn drop(self) {
        self.run(format!("drop schema {} cascade", self.name)).await;
    }

    async fn run(&self, sql: String) {
        let pool = PgPool::connect(&self.server).await.unwrap();
        pool.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        pool.close().await;
    }
}
