//! What a company sets for itself, each change kept with who made it.

use crate::{
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    row::{from_json, parse, to_json},
};
use domain::{
    Level, Timestamp, UserId,
    audit::{Entry, Kind},
    settings::Settings,
    weights::{Version, Weights},
};
use uuid::Uuid;

/// A change of a level's weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighted {
    /// Which level.
    pub level: Level,
    /// What counts since then.
    pub version: Version,
    /// Why, in the words of who changed it.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
}

#[derive(sqlx::FromRow)]
struct WeightedRow {
    level: String,
    number: i64,
    weights: String,
    reason: String,
    created_at: i64,
    name: String,
}

fn version(number: i64, weights: &str) -> Result<Version, Error> {
    let corrupt = |_| Error::Corrupt { column: "weight_version.number", reason: format!("{number} is no version") };
    Ok(Version {
        number: u32::try_from(number).map_err(corrupt)?,
        weights: from_json("weight_version.weights", weights)?,
    })
}

impl TryFrom<WeightedRow> for Weighted {
    type Error = Error;

    fn try_from(row: WeightedRow) -> Result<Self, Error> {
        Ok(Self {
            level: parse("weight_version.level", &row.level)?,
            version: version(row.number, &row.weights)?,
            reason: row.reason,
            at: Timestamp(row.created_at),
            by: row.name,
        })
    }
}

impl Db {
    /// The settings in force.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for settings that cannot be read; [`Error::Database`].
    pub async fn settings(&self) -> Result<Settings, Error> {
        const SQL: &str = "select settings from company_settings order by created_at desc, id desc limit 1";
        let text: Option<String> = read!(self, |pool| sqlx::query_scalar(SQL).fetch_optional(pool).await?);
        text.map_or_else(|| Ok(Settings::default()), |it| from_json("company_settings.settings", &it))
    }

    /// Sets them; the ones before are kept.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn set_settings(&self, settings: &Settings, by: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "insert into company_settings (id, settings, created_at, created_by) values ($1, $2, $3, $4)";
        let text = to_json("company_settings.settings", settings)?;
        change!(self, |tx| {
            sqlx::query(SQL)
                .bind(Uuid::now_v7().to_string())
                .bind(&text)
                .bind(now.0)
                .bind(by.to_string())
                .execute(&mut *tx)
                .await?;
            write_down!(tx, now, Entry::new(Some(by), Kind::SettingsChanged, "company"));
        });
        Ok(())
    }

    /// What counts at a level now.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a version that cannot be read; [`Error::Database`].
    pub async fn weights(&self, level: Level) -> Result<Version, Error> {
        const SQL: &str = "select number, weights from weight_version where level = $1 order by number desc limit 1";
        let row: Option<(i64, String)> =
            read!(self, |pool| sqlx::query_as(SQL).bind(level.name()).fetch_optional(pool).await?);
        row.map_or_else(|| Ok(Version::default()), |(number, weights)| version(number, &weights))
    }

    /// Every change of weights, newest first.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a version that cannot be read; [`Error::Database`].
    pub async fn weight_changes(&self) -> Result<Vec<Weighted>, Error> {
        const SQL: &str = "select w.level, w.number, w.weights, w.reason, w.created_at, u.name from weight_version w
            join user_account u on u.id = w.created_by order by w.created_at desc, w.level, w.number desc";
        let rows: Vec<WeightedRow> = read!(self, |pool| sqlx::query_as(SQL).fetch_all(pool).await?);
        crate::row::all(rows)
    }

    /// Makes a new version of a level's weights; interviews that are planned from now on have it.
    ///
    /// # Errors
    /// [`Error::Database`]; also when somebody else made this version at the same moment.
    pub async fn set_weights(
        &self,
        level: Level,
        weights: Weights,
        reason: &str,
        by: UserId,
        now: Timestamp,
    ) -> Result<(), Error> {
        const SQL: &str = "insert into weight_version (level, number, weights, reason, created_at, created_by)
            values ($1, (select coalesce(max(number), 0) + 1 from weight_version where level = $1), $2, $3, $4, $5)
            returning number";
        let text = to_json("weight_version.weights", &weights)?;
        change!(self, |tx| {
            let number: i64 = sqlx::query_scalar(SQL)
                .bind(level.name())
                .bind(&text)
                .bind(reason)
                .bind(now.0)
                .bind(by.to_string())
                .fetch_one(&mut *tx)
                .await?;
            let entry = Entry::new(Some(by), Kind::WeightsChanged, format!("level:{level}"));
            write_down!(tx, now, entry.with(format!("version {number}: {text}")));
        });
        Ok(())
    }
}
