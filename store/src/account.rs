//! Looking after accounts: invitations, resets, switching off, passwords.

use crate::{
    audit::write_down,
    db::{Db, change, read},
    error::Error,
    row::parse,
    user::{NewUser, insert_user},
};
use domain::{
    Role, Timestamp, UserId,
    audit::{Entry, Kind},
};
use uuid::Uuid;

/// What a link to an account is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountLink {
    /// A new account with these roles.
    Invitation(Vec<Role>),
    /// A new password for this account.
    Reset(UserId),
}

/// The subject of an audit row about a person.
pub(crate) fn subject(user: UserId) -> String {
    format!("user:{user}")
}

/// Names of roles as they are kept and told: `lead, interviewer`.
pub(crate) fn names(roles: &[Role]) -> String {
    roles.iter().map(|it| it.name()).collect::<Vec<_>>().join(",")
}

/// Counts the people who can administrate.
pub(crate) const ADMINISTRATORS: &str = "select count(*) from user_role r join user_account u on u.id = r.user_id
    where r.role = 'administrator' and u.disabled_at is null";

const USE_LINK: &str = "update account_link set used_at = $2
    where token_hash = $1 and used_at is null and expires_at > $2 returning user_id, roles, created_by";

fn link(user: Option<&str>, roles: &str) -> Result<AccountLink, Error> {
    Ok(match user {
        Some(id) => AccountLink::Reset(parse("account_link.user_id", id)?),
        None => AccountLink::Invitation(
            roles
                .split(',')
                .filter(|it| !it.is_empty())
                .map(|it| parse("account_link.roles", it))
                .collect::<Result<_, _>>()?,
        ),
    })
}

impl Db {
    /// Makes a link; whoever opens it before `expires_at` chooses a password.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the account of a reset does not exist; [`Error::Database`].
    pub async fn create_account_link(
        &self,
        token_hash: &str,
        what: &AccountLink,
        by: UserId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Error> {
        const SQL: &str = "insert into account_link (token_hash, user_id, roles, created_by, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6)";
        let (user, roles, entry) = match what {
            AccountLink::Invitation(roles) => {
                (None, names(roles), Entry::new(Some(by), Kind::Invited, "").with(names(roles)))
            }
            AccountLink::Reset(user) => {
                (Some(user.to_string()), String::new(), Entry::new(Some(by), Kind::ResetMade, subject(*user)))
            }
        };
        change!(self, |tx| {
            sqlx::query(SQL)
                .bind(token_hash)
                .bind(&user)
                .bind(&roles)
                .bind(by.to_string())
                .bind(now.0)
                .bind(expires_at.0)
                .execute(&mut *tx)
                .await?;
            write_down!(tx, now, entry.clone());
        });
        Ok(())
    }

    /// What a link is for; `None` when it is unknown, used or expired.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown role; [`Error::Database`].
    pub async fn account_link(&self, token_hash: &str, now: Timestamp) -> Result<Option<AccountLink>, Error> {
        const SQL: &str = "select user_id, roles from account_link
            where token_hash = $1 and used_at is null and expires_at > $2";
        let row: Option<(Option<String>, String)> =
            read!(self, |pool| sqlx::query_as(SQL).bind(token_hash).bind(now.0).fetch_optional(pool).await?);
        row.map(|(user, roles)| link(user.as_deref(), &roles)).transpose()
    }

    /// Uses an invitation up and makes its account, both or neither.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the link is no good; [`Error::Taken`] for the e-mail, which leaves the link as it was.
    pub async fn accept_invitation(&self, token_hash: &str, new: &NewUser, now: Timestamp) -> Result<UserId, Error> {
        let id = UserId(Uuid::now_v7());
        change!(self, |tx| {
            let row: Option<(Option<String>, String, String)> =
                sqlx::query_as(USE_LINK).bind(token_hash).bind(now.0).fetch_optional(&mut *tx).await?;
            let (user, roles, _) = row.ok_or(Error::NotFound)?;
            let AccountLink::Invitation(roles) = link(user.as_deref(), &roles)? else { return Err(Error::NotFound) };
            insert_user!(tx, id, new, roles, now);
            write_down!(tx, now, Entry::new(Some(id), Kind::Joined, subject(id)).with(names(&roles)));
        });
        Ok(id)
    }

    /// Uses a reset up: the password is new and every session of the account has ended. Answers whose it was.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the link is no good; [`Error::Database`].
    pub async fn reset_password(&self, token_hash: &str, password_hash: &str, now: Timestamp) -> Result<UserId, Error> {
        let id = change!(self, |tx| {
            let row: Option<(Option<String>, String, String)> =
                sqlx::query_as(USE_LINK).bind(token_hash).bind(now.0).fetch_optional(&mut *tx).await?;
            let (user, roles, _) = row.ok_or(Error::NotFound)?;
            let AccountLink::Reset(id) = link(user.as_deref(), &roles)? else { return Err(Error::NotFound) };
            new_password!(tx, id, password_hash);
            sqlx::query("delete from login_session where user_id = $1").bind(id.to_string()).execute(&mut *tx).await?;
            write_down!(tx, now, Entry::new(Some(id), Kind::PasswordChanged, subject(id)).with("reset"));
            id
        });
        self.access_changed().await?;
        Ok(id)
    }

    /// Changes somebody's password and ends their sessions but the one they act in.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn change_password(
        &self,
        user: UserId,
        password_hash: &str,
        keep: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        const OTHERS: &str = "delete from login_session where user_id = $1 and token_hash <> $2";
        change!(self, |tx| {
            new_password!(tx, user, password_hash);
            sqlx::query(OTHERS).bind(user.to_string()).bind(keep).execute(&mut *tx).await?;
            write_down!(tx, now, Entry::new(Some(user), Kind::PasswordChanged, subject(user)));
        });
        self.access_changed().await
    }

    /// Switches an account off, which ends its sessions, or on again.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such account, or it is so already; [`Error::LastAdministrator`].
    pub async fn set_disabled(&self, user: UserId, disabled: bool, by: UserId, now: Timestamp) -> Result<(), Error> {
        const SQL: &str = "update user_account set disabled_at = $2 where id = $1 and (disabled_at is null) = $3";
        change!(self, |tx| {
            let before = administrators!(tx);
            let found = sqlx::query(SQL)
                .bind(user.to_string())
                .bind(disabled.then_some(now.0))
                .bind(disabled)
                .execute(&mut *tx)
                .await?;
            if found.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            sqlx::query("delete from login_session where user_id = $1")
                .bind(user.to_string())
                .execute(&mut *tx)
                .await?;
            if before > 0 && administrators!(tx) == 0 {
                return Err(Error::LastAdministrator);
            }
            let kind = if disabled { Kind::Disabled } else { Kind::Enabled };
            write_down!(tx, now, Entry::new(Some(by), kind, subject(user)));
        });
        self.access_changed().await
    }
}

/// Sets a password inside a transaction.
macro_rules! new_password {
    ($tx:ident, $user:expr, $hash:expr) => {
        sqlx::query("update user_account set password_hash = $2 where id = $1")
            .bind($user.to_string())
            .bind($hash)
            .execute(&mut *$tx)
            .await?
    };
}

/// How many people can administrate now.
macro_rules! administrators {
    ($tx:ident) => {{
        let count: i64 = sqlx::query_scalar($crate::account::ADMINISTRATORS).fetch_one(&mut *$tx).await?;
        count
    }};
}

pub(crate) use administrators;
use new_password;
