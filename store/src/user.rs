//! People with an account, and their roles.

mod row;

pub(crate) use row::{UserRow, fold_email, insert_roles, insert_user, join, searched, user_columns};

use crate::{
    account::{ADMINISTRATORS, administrators, names, subject},
    audit::write_down,
    db::{Db, change, read},
    error::Error,
};
use domain::{
    Locale, Role, Timestamp, UserId,
    audit::{Entry, Kind},
};
use uuid::Uuid;

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// Their e-mail, folded to lower case.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language they chose.
    pub locale: Locale,
    /// What they may do.
    pub roles: Vec<Role>,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When it was switched off, if it is.
    pub disabled_at: Option<Timestamp>,
}

/// A person with what proves that they are who they say; kept apart so that it does not travel further than sign-in.
#[derive(Clone)]
pub struct Credentials {
    /// The person.
    pub user: User,
    /// The hash of their password, as written.
    pub password_hash: String,
}

/// An account to make.
#[derive(Clone)]
pub struct NewUser {
    /// E-mail; folded by the store.
    pub email: String,
    /// Name.
    pub name: String,
    /// Hash of the password.
    pub password_hash: String,
    /// Language.
    pub locale: Locale,
}

impl Db {
    /// Makes an account with its roles.
    ///
    /// # Errors
    /// [`Error::Taken`] with the field `email` when there is one with this e-mail.
    pub async fn create_user(&self, new: &NewUser, roles: &[Role], now: Timestamp) -> Result<UserId, Error> {
        let id = UserId(Uuid::now_v7());
        change!(self, |tx| insert_user!(tx, id, new, roles, now));
        Ok(id)
    }

    /// The person with this e-mail, in whatever case it is written.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown role or language; [`Error::Database`].
    pub async fn user_by_email(&self, email: &str) -> Result<Option<Credentials>, Error> {
        const SQL: &str = concat!(
            "select ",
            user_columns!(),
            " from user_account u left join user_role r on r.user_id = u.id where u.email = $1 order by r.role"
        );
        let rows = read!(self, |pool| sqlx::query_as(SQL).bind(fold_email(email)).fetch_all(pool).await?);
        Ok(join(rows)?.pop())
    }

    /// The person with this id.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown role or language; [`Error::Database`].
    pub async fn user(&self, id: UserId) -> Result<Option<User>, Error> {
        const SQL: &str = concat!(
            "select ",
            user_columns!(),
            " from user_account u left join user_role r on r.user_id = u.id where u.id = $1 order by r.role"
        );
        let rows = read!(self, |pool| sqlx::query_as(SQL).bind(id.to_string()).fetch_all(pool).await?);
        Ok(join(rows)?.pop().map(|it| it.user))
    }

    /// People with an account whose name or address contains `wanted`, in whatever case; at most `limit`, by name. Also says
    /// how many there are in all.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an unknown role or language; [`Error::Database`].
    pub async fn users(&self, wanted: &str, limit: u32) -> Result<(Vec<User>, usize), Error> {
        const COUNT: &str = r"select count(*) from user_account where search like $1 escape '\'";
        const SQL: &str = concat!(
            "select ",
            user_columns!(),
            r" from user_account u left join user_role r on r.user_id = u.id where u.id in
             (select id from user_account where search like $1 escape '\' order by name, id limit $2)
             order by u.name, u.id, r.role"
        );
        let escaped = wanted.trim().to_lowercase().replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        let pattern = format!("%{escaped}%");
        let total: i64 = read!(self, |pool| sqlx::query_scalar(COUNT).bind(&pattern).fetch_one(pool).await?);
        let rows =
            read!(self, |pool| sqlx::query_as(SQL).bind(&pattern).bind(i64::from(limit)).fetch_all(pool).await?);
        let users = join(rows)?.into_iter().map(|it| it.user).collect();
        Ok((users, usize::try_from(total).unwrap_or_default()))
    }

    /// Replaces somebody's roles.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person; [`Error::LastAdministrator`].
    pub async fn set_roles(&self, user: UserId, roles: &[Role], by: UserId, now: Timestamp) -> Result<(), Error> {
        change!(self, |tx| {
            let before = administrators!(tx);
            // Also makes two who change the same person's roles wait for each other on PostgreSQL.
            let found = sqlx::query("update user_account set name = name where id = $1")
                .bind(user.to_string())
                .execute(&mut *tx)
                .await?;
            if found.rows_affected() == 0 {
                return Err(Error::NotFound);
            }
            sqlx::query("delete from user_role where user_id = $1").bind(user.to_string()).execute(&mut *tx).await?;
            insert_roles!(tx, user, roles);
            if before > 0 && administrators!(tx) == 0 {
                return Err(Error::LastAdministrator);
            }
            write_down!(tx, now, Entry::new(Some(by), Kind::RolesChanged, subject(user)).with(names(roles)));
        });
        self.access_changed().await
    }

    /// Changes what somebody says of themselves.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn set_profile(&self, user: UserId, name: &str, locale: Locale) -> Result<(), Error> {
        const SQL: &str = "update user_account set name = $2, locale = $3, search = $4 || email where id = $1";
        change!(self, |tx| sqlx::query(SQL)
            .bind(user.to_string())
            .bind(name)
            .bind(locale.name())
            .bind(searched(name, ""))
            .execute(&mut *tx)
            .await?
            .rows_affected());
        Ok(())
    }

    /// How many people are administrators.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn administrators(&self) -> Result<i64, Error> {
        Ok(read!(self, |pool| sqlx::query_scalar(ADMINISTRATORS).fetch_one(pool).await?))
    }
}
