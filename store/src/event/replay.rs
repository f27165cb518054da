//! The log as one person may read it again: what everybody in the room could see, and of marks only their own.

use super::{KEY_OF, LogRow, open_log};
use crate::{
    db::{Db, read},
    error::Error,
    interview::{Interview, sees_interview},
    seal::Key,
};
use domain::{InterviewId, UserId, interview::Event};

/// The log of an interview (`$1`) for somebody who sees it (`$2`). Another's marks never leave the database: the kinds that
/// everybody may read are listed, so a new one is hidden until it is. `Payload::is_mark` says the same, and a story compares
/// the two.
const SEEN: &str = concat!(
    "select e.seq, e.id, e.actor, e.payload, e.at, e.received_at from interview_event e where e.interview_id = $1
     and (e.actor = $2 or e.kind in
     ('start', 'pause', 'resume', 'finish', 'move', 'follow-up', 'reveal', 'conceal', 'probed', 'hint', 'take-back', 'exhibit',
      'output')) and ",
    sees_interview!("$1", "$2"),
    " order by e.seq"
);

impl Db {
    /// An interview and the events of its log that `user` may know of. They are not numbered: gaps would say how much
    /// somebody else has judged. Once the candidate is forgotten, the texts are gone and the rest remains.
    ///
    /// # Errors
    /// [`Error::NotFound`] when `user` does not see it; [`Error::Corrupt`] for a row that cannot be read;
    /// [`Error::Database`].
    pub async fn replay_for(&self, id: InterviewId, user: UserId) -> Result<(Interview, Vec<Event>), Error> {
        let interview = self.interview_for(id, user).await?;
        let (id, user) = (id.to_string(), user.to_string());
        let key: Option<String> = read!(self, |pool| sqlx::query_scalar(KEY_OF).bind(&id).fetch_optional(pool).await?);
        let rows: Vec<LogRow> = read!(self, |pool| sqlx::query_as(SEEN).bind(&id).bind(&user).fetch_all(pool).await?);
        let log = open_log(Key::read_opt(key.as_deref())?.as_ref(), rows)?;
        Ok((interview, log.into_iter().map(|it| it.event).collect()))
    }
}
