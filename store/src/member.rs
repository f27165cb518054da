//! Who sits in an interview: seats are given by who leads it, or who leads its loop.

use crate::{
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    interview::{created_by, of_somebody_else, sees_interview},
    row::{all, parse},
    user::fold_email,
};
use domain::{
    InterviewId, Timestamp, UserId,
    audit::{Entry, Kind},
    interview::Seat,
};

/// A person in an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
    /// Is the interview theirs to lead?
    pub leads: bool,
    /// Have they done anything in it? Then the seat is not taken from them any more.
    pub acted: bool,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    user_id: String,
    name: String,
    seat: String,
    leads: bool,
    acted: bool,
}

impl TryFrom<MemberRow> for Member {
    type Error = Error;

    fn try_from(row: MemberRow) -> Result<Self, Error> {
        Ok(Self {
            user: parse("interview_member.user_id", &row.user_id)?,
            name: row.name,
            seat: parse("interview_member.seat", &row.seat)?,
            leads: row.leads,
            acted: row.acted,
        })
    }
}

/// Who sits in the interview `$1`, up to what follows: who leads first, then by name.
macro_rules! select_members {
    ($($condition:expr),*) => {
        concat!(
            "select m.user_id, u.name, m.seat, m.user_id = w.interviewer_id as leads, exists (select 1
                 from interview_event e where e.interview_id = m.interview_id and e.actor = m.user_id) as acted
             from interview_member m
             join interview w on w.id = m.interview_id join user_account u on u.id = m.user_id
             where m.interview_id = $1",
            $($condition,)*
            " order by m.user_id = w.interviewer_id desc, u.name, u.id"
        )
    };
}

/// True for an interview `$1` whose seats are the user's `$2` to give.
const GIVES: &str = concat!(
    "select 1 from interview i join interview_loop l on l.id = i.loop_id where i.id = $1 and (i.interviewer_id = $2 or ",
    created_by!("$2"),
    ") and ",
    of_somebody_else!("$2")
);

/// Stops unless the seats of an interview are somebody's to give.
macro_rules! demand_gives {
    ($tx:ident, $interview:expr, $user:expr) => {
        if sqlx::query(GIVES)
            .bind($interview.to_string())
            .bind($user.to_string())
            .fetch_optional(&mut *$tx)
            .await?
            .is_none()
        {
            return Err(Error::NotFound);
        }
    };
}

fn entry(by: UserId, interview: InterviewId, what: &str, user: &str) -> Entry {
    Entry::new(Some(by), Kind::SeatsChanged, format!("interview:{interview}")).with(format!("{what} user:{user}"))
}

impl Db {
    /// Who sits in an interview that `user` sees; who leads first, then by name.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a seat that this program does not know; [`Error::Database`].
    pub async fn members(&self, interview: InterviewId, user: UserId) -> Result<Vec<Member>, Error> {
        const SQL: &str = select_members!(" and ", sees_interview!("$1", "$2"));
        let rows: Vec<MemberRow> = read!(self, |pool| sqlx::query_as(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_all(pool)
            .await?);
        all(rows)
    }

    /// The same for whoever has asked already whether they may know.
    pub(crate) async fn everybody_in(&self, interview: InterviewId) -> Result<Vec<Member>, Error> {
        const SQL: &str = select_members!();
        let rows: Vec<MemberRow> =
            read!(self, |pool| sqlx::query_as(SQL).bind(interview.to_string()).fetch_all(pool).await?);
        all(rows)
    }

    /// Where somebody sits in an interview, if they do and may still see it.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for a seat that this program does not know; [`Error::Database`].
    pub async fn seat(&self, interview: InterviewId, user: UserId) -> Result<Option<Seat>, Error> {
        const SQL: &str = concat!(
            "select m.seat from interview_member m where m.interview_id = $1 and m.user_id = $2 and ",
            sees_interview!("$1", "$2")
        );
        let seat: Option<String> = read!(self, |pool| sqlx::query_scalar(SQL)
            .bind(interview.to_string())
            .bind(user.to_string())
            .fetch_optional(pool)
            .await?);
        seat.map(|it| parse("interview_member.seat", &it)).transpose()
    }

    /// Gives a seat to the person with this e-mail, or another one to who has one. Raters must be interviewers; nobody sits
    /// in an interview about themselves; who leads the interview keeps their seat, and who has marked something as a rater
    /// does not become an observer.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the seats are not `by`'s to give; [`Error::NoSuchPerson`] when nobody with this e-mail can
    /// take it; [`Error::Database`].
    pub async fn give_seat(
        &self,
        interview: InterviewId,
        email: &str,
        seat: Seat,
        by: UserId,
        now: Timestamp,
    ) -> Result<UserId, Error> {
        const FIT: &str = "select u.id from user_account u where u.email = $2 and u.disabled_at is null
            and exists (select 1 from user_role r where r.user_id = u.id
                and (r.role = 'interviewer' or ($3 = 'observer' and r.role = 'observer')))
            and not exists (select 1 from interview i join interview_loop l on l.id = i.loop_id
                join candidate c on c.id = l.candidate_id where i.id = $1
                and (c.applicant_id = u.id or c.forgotten_at is not null or i.interviewer_id = u.id
                     or ($3 = 'observer' and exists (select 1 from interview_event e
                         where e.interview_id = i.id and e.actor = u.id))))";
        const SEAT: &str = "insert into interview_member (interview_id, user_id, seat, added_at, added_by)
            values ($1, $2, $3, $4, $5) on conflict (interview_id, user_id) do update set seat = excluded.seat";
        let user = change!(self, |tx| {
            demand_gives!(tx, interview, by);
            let fit: Option<String> = sqlx::query_scalar(FIT)
                .bind(interview.to_string())
                .bind(fold_email(email))
                .bind(seat.name())
                .fetch_optional(&mut *tx)
                .await?;
            let user = fit.ok_or(Error::NoSuchPerson)?;
            sqlx::query(SEAT)
                .bind(interview.to_string())
                .bind(&user)
                .bind(seat.name())
                .bind(now.0)
                .bind(by.to_string())
                .execute(&mut *tx)
                .await?;
            write_down!(tx, now, entry(by, interview, seat.name(), &user));
            user
        });
        self.hub.rouse(interview);
        parse("user_account.id", &user)
    }

    /// Takes a seat from somebody who has done nothing in the interview yet: whoever has judged stays in its panel.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the seats are not `by`'s to give, or there is none to take; [`Error::Database`].
    pub async fn take_seat(
        &self,
        interview: InterviewId,
        user: UserId,
        by: UserId,
        now: Timestamp,
    ) -> Result<(), Error> {
        const SQL: &str = "delete from interview_member where interview_id = $1 and user_id = $2
            and not exists (select 1 from interview i where i.id = $1 and i.interviewer_id = $2)
            and not exists (select 1 from interview_event e where e.interview_id = $1 and e.actor = $2)";
        change!(self, |tx| {
            demand_gives!(tx, interview, by);
            let taken = sqlx::query(SQL).bind(interview.to_string()).bind(user.to_string()).execute(&mut *tx).await?;
            if taken.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            write_down!(tx, now, entry(by, interview, "none", &user.to_string()));
        });
        // Whoever has the room open sees nothing more.
        self.hub.rouse(interview);
        Ok(())
    }

    /// Hands the lead of an interview over to another of its raters.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not `by`'s to give, or `to` is no rater of it; [`Error::Database`].
    pub async fn hand_over(&self, interview: InterviewId, to: UserId, by: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "update interview set interviewer_id = $2 where id = $1 and exists
            (select 1 from interview_member m where m.interview_id = $1 and m.user_id = $2 and m.seat = 'rater')";
        change!(self, |tx| {
            demand_gives!(tx, interview, by);
            let done = sqlx::query(SQL).bind(interview.to_string()).bind(to.to_string()).execute(&mut *tx).await?;
            if done.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            write_down!(tx, now, entry(by, interview, "lead", &to.to_string()));
        });
        self.hub.rouse(interview);
        Ok(())
    }
}
