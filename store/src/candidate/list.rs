//! The list of candidates, and searching in it: what is sealed cannot be searched in SQL, so it is opened here, row by
//! row, and nothing of it is kept.

use super::{Candidate, CandidateRow, candidate_place, candidate_visible_to, row::select_candidate};
use crate::{
    db::{Db, read},
    error::Error,
    row::{all, parse},
    seal::{Key, open},
};
use domain::{CandidateId, UserId};

/// Which candidates are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Those that are not archived.
    Active,
    /// Those that are.
    Archived,
    /// Both.
    All,
}

/// A list as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The newest first, at most as many as were asked for.
    pub candidates: Vec<Candidate>,
    /// How many there are in all.
    pub total: usize,
}

/// When a candidate was entered and their id, if their text contains `wanted`. The entry is time, id, key and sealed text,
/// none of which has a space in it.
fn matching(entry: &str, wanted: &str) -> Result<Option<(i64, CandidateId)>, Error> {
    let mut parts = entry.split(' ');
    let mut part = || parts.next().unwrap_or_default();
    let (at, id, key, sealed) = (parse("candidate.created_at", part())?, part(), part(), part());
    let id = parse("candidate.id", id)?;
    let text = open(Some(&Key::read(key)?), candidate_place(id, "search"), sealed)?;
    Ok(text.filter(|it| it.contains(wanted)).map(|_| (at, id)))
}

impl Shown {
    /// What `archived_at is not null` may be, as two flags.
    const fn flags(self) -> (bool, bool) {
        (matches!(self, Self::Active | Self::All), matches!(self, Self::Archived | Self::All))
    }
}

/// Which candidates `$1` has in a list; `$2` lets those in that are not archived, `$3` those that are.
macro_rules! listed {
    () => {
        concat!(
            "c.forgotten_at is null and (($2 and c.archived_at is null) or ($3 and c.archived_at is not null)) and ",
            candidate_visible_to!("$1")
        )
    };
}

impl Db {
    /// The newest candidates that `user` sees and whose name or e-mail contains `search`, in any script and case; all of
    /// them for an empty text. Who is forgotten is in no list.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a row that cannot be read; [`Error::Database`].
    pub async fn candidates(&self, user: UserId, search: &str, shown: Shown, limit: usize) -> Result<Listing, Error> {
        // One value for all instead of a row each, and in no order: sorting what is found is less work than sorting what
        // is searched.
        const SEARCH: &str = concat!(
            "select string_agg(cast(c.created_at as text) || ' ' || c.id || ' ' || k.key || ' ' || c.search, ';')
             from candidate c join candidate_key k on k.candidate_id = c.id where c.search like 'sealed-1:%' and ",
            listed!()
        );
        let wanted = search.trim().to_lowercase();
        if wanted.is_empty() {
            return self.newest_candidates(user, shown, limit).await;
        }
        let (active, archived) = shown.flags();
        let entries: Option<String> = read!(self, |pool| sqlx::query_scalar(SEARCH)
            .bind(user.to_string())
            .bind(active)
            .bind(archived)
            .fetch_one(pool)
            .await?);
        let mut found = Vec::new();
        for entry in entries.iter().flat_map(|it| it.split(';')) {
            found.extend(matching(entry, &wanted)?);
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        let total = found.len();
        let mut candidates = Vec::new();
        for (_, id) in found.into_iter().take(limit) {
            match self.candidate_for(id, user).await {
                Ok(it) if it.name.is_some() => candidates.push(it),
                // Forgotten meanwhile.
                Ok(_) | Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Listing { candidates, total })
    }

    async fn newest_candidates(&self, user: UserId, shown: Shown, limit: usize) -> Result<Listing, Error> {
        const COUNT: &str = concat!("select count(*) from candidate c where ", listed!());
        const SQL: &str = select_candidate!(listed!(), " order by c.created_at desc, c.id desc limit $4");
        let (user, (active, archived)) = (user.to_string(), shown.flags());
        let total: i64 = read!(self, |pool| sqlx::query_scalar(COUNT)
            .bind(&user)
            .bind(active)
            .bind(archived)
            .fetch_one(pool)
            .await?);
        let rows: Vec<CandidateRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(&user)
            .bind(active)
            .bind(archived)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(pool)
            .await?);
        Ok(Listing { candidates: all(rows)?, total: usize::try_from(total).unwrap_or(0) })
    }

    /// The e-mails, in lower case, of all candidates that `user` sees, for finding who is entered already.
    ///
    /// # Errors
    /// As [`Db::candidates`].
    pub async fn candidate_emails(&self, user: UserId) -> Result<Vec<String>, Error> {
        const SQL: &str =
            select_candidate!("c.email is not null and c.forgotten_at is null and ", candidate_visible_to!("$1"));
        let rows: Vec<CandidateRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(user.to_string()).fetch_all(pool).await?);
        let candidates: Vec<Candidate> = all(rows)?;
        Ok(candidates.into_iter().filter_map(|it| it.email).map(|it| it.to_lowercase()).collect())
    }
}
