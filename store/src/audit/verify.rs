//! Does the chain still hold?

use super::{
    hash,
    read::{AuditRow, Row},
};
use crate::{
    db::{Db, read},
    error::Error,
};

/// What the chain says about the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every row stands as it was written. Who keeps the hash elsewhere can also tell that nobody wrote the whole log anew.
    Whole {
        /// Number of rows.
        rows: i64,
        /// The hash of the last one; empty without rows.
        hash: String,
    },
    /// From this place on something was changed, removed, added or put in another order.
    Broken {
        /// The first place that does not fit.
        at: i64,
    },
}

/// Rows that are held at a time.
const PART: i64 = 2_000;

impl Db {
    /// Follows the chain from its beginning to its end.
    ///
    /// # Errors
    /// [`Error::Database`]. A row that cannot even be read is a broken chain, not an error.
    pub async fn verify_audit(&self) -> Result<Chain, Error> {
        const ROWS: &str = "select seq, at, actor, kind, subject, detail, hash, null as actor_name from audit_event
            where seq > $1 order by seq limit $2";
        const HEAD: &str = "select seq, hash from audit_head where id = 1";
        // The head first: rows that are added meanwhile come after it and are not asked for.
        let head: Option<(i64, String)> = read!(self, |pool| sqlx::query_as(HEAD).fetch_optional(pool).await?);
        let (last, end) = head.unwrap_or_default();
        let (mut seq, mut before) = (0, String::new());
        while seq < last {
            let part: Vec<Row> =
                read!(self, |pool| sqlx::query_as(ROWS).bind(seq).bind(PART.min(last - seq)).fetch_all(pool).await?);
            if part.is_empty() {
                return Ok(Chain::Broken { at: seq + 1 });
            }
            for row in part {
                seq += 1;
                let Ok(row) = AuditRow::try_from(row) else { return Ok(Chain::Broken { at: seq }) };
                if row.seq != seq || row.hash != hash(&before, seq, row.at, &row.entry) {
                    return Ok(Chain::Broken { at: seq });
                }
                before = row.hash;
            }
        }
        if before == end && self.rows_after(last).await? == 0 {
            Ok(Chain::Whole { rows: last, hash: end })
        } else {
            Ok(Chain::Broken { at: last + 1 })
        }
    }

    /// Rows that stand behind the end, where nothing may stand unless somebody wrote it there meanwhile.
    async fn rows_after(&self, last: i64) -> Result<i64, Error> {
        const SQL: &str = "select count(*) from audit_event where seq > $1
            and (select seq from audit_head where id = 1) = $1";
        Ok(read!(self, |pool| sqlx::query_scalar(SQL).bind(last).fetch_one(pool).await?))
    }
}
