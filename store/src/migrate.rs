//! Bringing the tables up to date, and refusing those of a newer program.

use crate::{
    db::{Db, Pools, read},
    error::is_missing_table,
    open::OpenError,
};
use sqlx::migrate::Migrator;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// The newest migration as the database records it.
pub(crate) const APPLIED: &str = "select max(version) from _sqlx_migrations where success";

/// The newest migration that this program knows.
#[must_use]
pub fn known_version() -> i64 {
    MIGRATIONS.iter().map(|it| it.version).max().unwrap_or(0)
}

impl Db {
    /// Brings the tables up to date and seals what an earlier version wrote in plain. Each migration is applied whole or
    /// not at all; a second call does nothing.
    ///
    /// # Errors
    /// [`OpenError::Newer`] before anything is touched; [`OpenError::Migrate`] when a migration fails;
    /// [`OpenError::Seal`].
    pub async fn migrate(&self) -> Result<(), OpenError> {
        self.check_version().await?;
        match &self.pools {
            Pools::Sqlite { write, .. } => MIGRATIONS.run(write).await?,
            Pools::Postgres(pool) => MIGRATIONS.run(pool).await?,
        }
        self.seal_plain_text().await.map_err(OpenError::Seal)
    }

    /// Refuses a database that a newer program has written; changes nothing.
    ///
    /// # Errors
    /// [`OpenError::Newer`]; [`OpenError::Version`] when the database does not answer.
    pub async fn check_version(&self) -> Result<(), OpenError> {
        let known = known_version();
        match self.version().await?.unwrap_or(0) {
            found if found > known => Err(OpenError::Newer { found, known }),
            _ => Ok(()),
        }
    }

    /// The newest migration of the database; `None` when it has none yet.
    async fn version(&self) -> Result<Option<i64>, sqlx::Error> {
        let newest = read!(self, |pool| sqlx::query_scalar(APPLIED).fetch_one(pool).await);
        newest.or_else(|error| if is_missing_table(&error) { Ok(None) } else { Err(error) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The macro does not notice a new file by itself; a stale build would ship without the migration.
    #[test]
    fn every_migration_file_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .filter(|it| it.as_ref().unwrap().path().extension().is_some_and(|it| it == "sql"));
        assert_eq!(files.count(), MIGRATIONS.iter().count(), "touch store/src/migrate.rs and build again");
    }
}
