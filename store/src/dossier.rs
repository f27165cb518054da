//! Everything that is kept about one candidate, for the copy that they may ask for.

use crate::{
    candidate::Candidate,
    db::{Db, read},
    error::Error,
    member::Member,
    row::parse,
};
use domain::{
    CandidateId, InterviewId, Level, Locale, Timestamp, UserId,
    interview::{Seat, State},
    retention::Outcome,
};

/// Everything that is kept about one candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Who they are.
    pub candidate: Candidate,
    /// Their loops, oldest first.
    pub loops: Vec<LoopFile>,
}

/// One loop with its interviews.
#[derive(Debug, Clone, PartialEq)]
pub struct LoopFile {
    /// For which level.
    pub level: Level,
    /// When it was made.
    pub created_at: Timestamp,
    /// How it ended, if it has.
    pub outcome: Option<Outcome>,
    /// Its interviews, oldest first.
    pub interviews: Vec<InterviewFile>,
}

/// One interview.
#[derive(Debug, Clone, PartialEq)]
pub struct InterviewFile {
    /// Its id.
    pub id: InterviewId,
    /// Who sat in it; who led it first.
    pub members: Vec<Member>,
    /// In which language.
    pub locale: Locale,
    /// When it was created.
    pub created_at: Timestamp,
    /// How often its links were opened.
    pub opened: i64,
    /// Everything that follows from its log.
    pub state: State,
    /// The text of its scratchpad.
    pub pad: String,
}

impl LoopFile {
    /// May `viewer` read what was judged here? Not before everybody has judged for themselves; once the loop has ended,
    /// only whoever still has a judgement of their own to give must wait.
    #[must_use]
    pub fn is_open_to(&self, viewer: UserId) -> bool {
        let mut waiting = self.interviews.iter().flat_map(InterviewFile::waiting);
        if self.outcome.is_some() { !waiting.any(|it| it == viewer) } else { waiting.next().is_none() }
    }
}

impl InterviewFile {
    /// The raters who have not judged yet.
    fn waiting(&self) -> impl Iterator<Item = UserId> {
        let raters = self.members.iter().filter(|it| it.seat == Seat::Rater).map(|it| it.user);
        raters.filter(|it| !self.state.submitted.contains_key(it))
    }
}

#[derive(sqlx::FromRow)]
struct FileRow {
    loop_id: String,
    level: String,
    loop_at: i64,
    outcome: Option<String>,
    id: Option<String>,
    locale: Option<String>,
    interview_at: Option<i64>,
    opened: i64,
}

impl Db {
    /// Everything that is kept about a candidate whom `user` leads.
    ///
    /// It holds every rater's marks, whatever the panel knows of each other: whoever shows it asks
    /// [`LoopFile::is_open_to`] first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none for them; [`Error::Corrupt`] for a row that cannot be read;
    /// [`Error::Database`].
    pub async fn dossier(&self, id: CandidateId, user: UserId) -> Result<Dossier, Error> {
        const SQL: &str = "select l.id as loop_id, l.level, l.created_at as loop_at, l.outcome, i.id, i.locale, i.created_at as interview_at,
            cast((select coalesce(sum(j.opened), 0) from join_link j where j.interview_id = i.id) as bigint) as opened
            from interview_loop l left join interview i on i.loop_id = l.id
            where l.candidate_id = $1 order by l.created_at, l.id, i.created_at, i.id";
        let candidate = self.candidate_led_by(id, user).await?;
        let rows: Vec<FileRow> = read!(self, |pool| sqlx::query_as(SQL).bind(id.to_string()).fetch_all(pool).await?);
        let mut loops: Vec<(String, LoopFile)> = Vec::new();
        for row in rows {
            if loops.last().is_none_or(|it| it.0 != row.loop_id) {
                let outcome = crate::row::parse_opt("interview_loop.outcome", row.outcome.as_deref())?;
                let level = parse("interview_loop.level", &row.level)?;
                let file = LoopFile { level, created_at: Timestamp(row.loop_at), outcome, interviews: Vec::new() };
                loops.push((row.loop_id.clone(), file));
            }
            let interview = self.interview_file(row).await?;
            if let Some((_, file)) = loops.last_mut() {
                file.interviews.extend(interview);
            }
        }
        Ok(Dossier { candidate, loops: loops.into_iter().map(|it| it.1).collect() })
    }

    async fn interview_file(&self, row: FileRow) -> Result<Option<InterviewFile>, Error> {
        let (Some(id), Some(locale), Some(at)) = (row.id, row.locale, row.interview_at) else { return Ok(None) };
        let id = parse("interview.id", &id)?;
        let pad = match self.pad(id, None).await {
            // Without its key, the text is gone and the rest is not.
            Err(Error::NotFound) => String::new(),
            news => news?.text.unwrap_or_default(),
        };
        Ok(Some(InterviewFile {
            id,
            members: self.everybody_in(id).await?,
            locale: parse("interview.locale", &locale)?,
            created_at: Timestamp(at),
            opened: row.opened,
            state: self.state(id).await?.1,
            pad,
        }))
    }
}
