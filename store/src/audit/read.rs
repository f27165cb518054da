//! Reading the audit log, newest first.

use crate::{
    db::{Db, read},
    error::Error,
    row::{all, parse, parse_opt},
};
use domain::{
    Timestamp, UserId,
    audit::{Entry, Kind},
};

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its place.
    pub seq: i64,
    /// When it was written.
    pub at: Timestamp,
    /// What it says.
    pub entry: Entry,
    /// The actor's name as it is now.
    pub actor_name: Option<String>,
    /// The hash that closes the chain up to here.
    pub hash: String,
}

/// Which rows to read; absent parts let everything through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only by this person.
    pub actor: Option<UserId>,
    /// Only rows before this place: the next page.
    pub before: Option<i64>,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: Option<String>,
    pub(super) kind: String,
    pub(super) subject: String,
    pub(super) detail: String,
    pub(super) hash: String,
    pub(super) actor_name: Option<String>,
}

impl TryFrom<Row> for AuditRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            seq: row.seq,
            at: Timestamp(row.at),
            entry: Entry {
                actor: parse_opt("audit_event.actor", row.actor.as_deref())?,
                kind: parse("audit_event.kind", &row.kind)?,
                subject: row.subject,
                detail: row.detail,
            },
            actor_name: row.actor_name,
            hash: row.hash,
        })
    }
}

/// The newest rows before `$1` that meet the condition, at most `$4`; `$2` is a kind and `$3` an actor, or empty.
macro_rules! select_rows {
    ($condition:literal) => {
        concat!(
            "select a.seq, a.at, a.actor, a.kind, a.subject, a.detail, a.hash, u.name as actor_name
             from audit_event a left join user_account u on u.id = a.actor where a.seq < $1 and ",
            $condition,
            " order by a.seq desc limit $4"
        )
    };
}

impl Db {
    /// The newest rows that pass the filter.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a kind that this program does not know; [`Error::Database`].
    pub async fn audit_rows(&self, filter: AuditFilter, limit: u32) -> Result<Vec<AuditRow>, Error> {
        // "This actor or any" in one text would keep the database from using the index on actors.
        let sql = match (filter.actor, filter.kind) {
            (Some(_), _) => select_rows!("a.actor = $3 and (a.kind = $2 or $2 = '')"),
            (None, Some(_)) => select_rows!("a.kind = $2 and $3 = ''"),
            (None, None) => select_rows!("$2 = '' and $3 = ''"),
        };
        let rows: Vec<Row> = read!(self, |pool| sqlx::query_as(sql)
            .bind(filter.before.unwrap_or(i64::MAX))
            .bind(filter.kind.map_or("", Kind::name))
            .bind(filter.actor.map(|it| it.to_string()).unwrap_or_default())
            .bind(i64::from(limit))
            .fetch_all(pool)
            .await?);
        all(rows)
    }
}
