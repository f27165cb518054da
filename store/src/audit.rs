//! The audit log: rows are added, in a chain of hashes, and never changed.

mod read;
mod verify;

pub use read::{AuditFilter, AuditRow};
pub use verify::Chain;

use crate::{
    db::{Db, change},
    error::Error,
};
use domain::{Timestamp, audit::Entry};
use sha2::{Digest, Sha256};

/// The hash of the row that follows `before`.
pub(crate) fn hash(before: &str, seq: i64, at: Timestamp, entry: &Entry) -> String {
    let digest = Sha256::digest(entry.sealed(before, seq, at));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes the next place; whoever else adds a row waits until this one is committed.
pub(crate) const NEXT: &str = "update audit_head set seq = seq + 1 where id = 1 returning seq, hash";
pub(crate) const INSERT: &str =
    "insert into audit_event (seq, at, actor, kind, subject, detail, hash) values ($1, $2, $3, $4, $5, $6, $7)";
pub(crate) const HEAD: &str = "update audit_head set hash = $1 where id = 1";

/// Writes an entry down inside a transaction: it stands if and only if what it tells of does.
macro_rules! write_down {
    ($tx:ident, $now:expr, $entry:expr) => {{
        let entry: domain::audit::Entry = $entry;
        let (seq, before): (i64, String) = sqlx::query_as($crate::audit::NEXT).fetch_one(&mut *$tx).await?;
        let hash = $crate::audit::hash(&before, seq, $now, &entry);
        sqlx::query($crate::audit::INSERT)
            .bind(seq)
            .bind($now.0)
            .bind(entry.actor.map(|it| it.to_string()))
            .bind(entry.kind.name())
            .bind(&entry.subject)
            .bind(&entry.detail)
            .bind(&hash)
            .execute(&mut *$tx)
            .await?;
        sqlx::query($crate::audit::HEAD).bind(&hash).execute(&mut *$tx).await?;
    }};
}

pub(crate) use write_down;

impl Db {
    /// Writes down what changed no table, such as a sign-in that was refused.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn audit(&self, entry: Entry, now: Timestamp) -> Result<(), Error> {
        change!(self, |tx| write_down!(tx, now, entry.clone()));
        Ok(())
    }
}
