//! Links that let a candidate into one interview without an account.

use crate::{
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    interview::sees_interview,
    row::{all, parse},
};
use domain::{
    InterviewId, LinkId, Timestamp, UserId,
    audit::{Entry, Kind},
};
use uuid::Uuid;

/// A link as its interviewer sees it; the token is known to nobody but who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Timestamp>,
    /// How often it was opened.
    pub opened: i64,
    /// When it was last opened.
    pub last_opened_at: Option<Timestamp>,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Which link.
    pub link: LinkId,
    /// The interview it lets in to.
    pub interview: InterviewId,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    id: String,
    created_at: i64,
    expires_at: i64,
    revoked_at: Option<i64>,
    opened: i64,
    last_opened_at: Option<i64>,
}

impl TryFrom<LinkRow> for Link {
    type Error = Error;

    fn try_from(row: LinkRow) -> Result<Self, Error> {
        Ok(Self {
            id: parse("join_link.id", &row.id)?,
            created_at: Timestamp(row.created_at),
            expires_at: Timestamp(row.expires_at),
            revoked_at: row.revoked_at.map(Timestamp),
            opened: row.opened,
            last_opened_at: row.last_opened_at.map(Timestamp),
        })
    }
}

/// Reads where an opened link leads.
fn opened(row: Option<(String, String)>) -> Result<Option<Opened>, Error> {
    let Some((id, interview)) = row else { return Ok(None) };
    Ok(Some(Opened { link: parse("join_link.id", &id)?, interview: parse("join_link.interview_id", &interview)? }))
}

fn entry(actor: Option<UserId>, kind: Kind, interview: InterviewId, link: LinkId) -> Entry {
    Entry::new(actor, kind, format!("interview:{interview}")).with(format!("link:{link}"))
}

impl Db {
    /// Makes a link to an interview that `user` sees.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they do not see it; [`Error::Database`].
    pub async fn create_link(
        &self,
        interview: InterviewId,
        user: UserId,
        token_hash: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<LinkId, Error> {
        const SQL: &str = concat!(
            "insert into join_link (id, interview_id, token_hash, created_at, expires_at, opened)
             select $1, $2, $3, $4, $5, 0 where ",
            sees_interview!("$2", "$6"),
            " and exists (select 1 from interview i join interview_loop l on l.id = i.loop_id
             join candidate c on c.id = l.candidate_id where i.id = $2 and c.forgotten_at is null)"
        );
        let id = LinkId(Uuid::now_v7());
        change!(self, |tx| {
            let made = sqlx::query(SQL)
                .bind(id.to_string())
                .bind(interview.to_string())
                .bind(token_hash)
                .bind(now.0)
                .bind(expires_at.0)
                .bind(user.to_string())
                .execute(&mut *tx)
                .await?;
            if made.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            write_down!(tx, now, entry(Some(user), Kind::LinkMade, interview, id));
        });
        Ok(id)
    }

    /// Opens a link and counts it; `None` when it is unknown, revoked or expired.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn open_link(&self, token_hash: &str, now: Timestamp) -> Result<Option<Opened>, Error> {
        const SQL: &str = "update join_link set opened = opened + 1, last_opened_at = $2
            where token_hash = $1 and revoked_at is null and expires_at > $2 returning id, interview_id, opened";
        Ok(change!(self, |tx| {
            let row: Option<(String, String, i64)> =
                sqlx::query_as(SQL).bind(token_hash).bind(now.0).fetch_optional(&mut *tx).await?;
            let times = row.as_ref().map_or(0, |it| it.2);
            let found = opened(row.map(|(id, interview, _)| (id, interview)))?;
            // The first time somebody else may hold it too; more are a reload or a bad line, and would only fill the log.
            if let Some(it) = found.filter(|_| times == 2) {
                write_down!(tx, now, entry(None, Kind::LinkOpenedAgain, it.interview, it.link));
            }
            found
        }))
    }

    /// Where a link leads now, without counting: for what follows the first page, such as a live view.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn link(&self, token_hash: &str, now: Timestamp) -> Result<Option<Opened>, Error> {
        const SQL: &str = "select id, interview_id from join_link
            where token_hash = $1 and revoked_at is null and expires_at > $2";
        opened(read!(self, |pool| sqlx::query_as(SQL).bind(token_hash).bind(now.0).fetch_optional(pool).await?))
    }

    /// Takes back a link to an interview that `user` sees; a second time changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such link for them; [`Error::Database`].
    pub async fn revoke_link(&self, id: LinkId, user: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = concat!(
            "update join_link set revoked_at = coalesce(revoked_at, $3) where id = $1 and ",
            sees_interview!("join_link.interview_id", "$2"),
            " returning interview_id, revoked_at"
        );
        let interview = change!(self, |tx| {
            let row: Option<(String, i64)> = sqlx::query_as(SQL)
                .bind(id.to_string())
                .bind(user.to_string())
                .bind(now.0)
                .fetch_optional(&mut *tx)
                .await?;
            let (interview, at) = row.ok_or(Error::NotFound)?;
            let interview = parse("join_link.interview_id", &interview)?;
            if at == now.0 {
                write_down!(tx, now, entry(Some(user), Kind::LinkRevoked, interview, id));
            }
            interview
        });
        // Whoever has the page open sees nothing more.
        self.hub.rouse(interview);
        Ok(())
    }

    /// The links to an interview, newest first; none when `user` does not see it.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn links(&self, interview: InterviewId, user: UserId) -> Result<Vec<Link>, Error> {
        const SQL: &str = concat!(
            "select id, created_at, expires_at, revoked_at, opened, last_opened_at from join_link
             where interview_id = $1 and ",
            sees_interview!("$1", "$2"),
            " order by created_at desc, id desc"
        );
        let rows: Vec<LinkRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_all(pool)
            .await?);
        all(rows)
    }
}
