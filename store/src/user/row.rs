//! Accounts as rows: reading them with their roles, and adding them inside a transaction.

use super::{Credentials, User};
use crate::{error::Error, row::parse};
use domain::Timestamp;

/// One row per role of a person, one without a role for a person who has none.
#[derive(sqlx::FromRow)]
pub(crate) struct UserRow {
    id: String,
    email: String,
    name: String,
    password_hash: String,
    locale: String,
    created_at: i64,
    disabled_at: Option<i64>,
    role: Option<String>,
}

/// The columns of a [`UserRow`]; `u` is the account.
macro_rules! user_columns {
    () => {
        "u.id, u.email, u.name, u.password_hash, u.locale, u.created_at, u.disabled_at, r.role"
    };
}

/// Adds an account with its roles inside a transaction, and marks the candidates that are this person.
macro_rules! insert_user {
    ($tx:ident, $id:expr, $new:expr, $roles:expr, $now:expr) => {{
        sqlx::query(
            "insert into user_account (id, email, name, password_hash, locale, created_at, search)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind($id.to_string())
        .bind($crate::user::fold_email(&$new.email))
        .bind(&$new.name)
        .bind(&$new.password_hash)
        .bind($new.locale.name())
        .bind($now.0)
        .bind($crate::user::searched(&$new.name, &$new.email))
        .execute(&mut *$tx)
        .await?;
        $crate::user::insert_roles!($tx, $id, $roles);
        $crate::candidate::claim_candidates!($tx, $id, &$new.email);
    }};
}

/// Adds roles to an account inside a transaction; naming one twice is the same as once.
macro_rules! insert_roles {
    ($tx:ident, $id:expr, $roles:expr) => {
        for role in $roles.iter() {
            sqlx::query("insert into user_role (user_id, role) values ($1, $2) on conflict do nothing")
                .bind($id.to_string())
                .bind(role.name())
                .execute(&mut *$tx)
                .await?;
        }
    };
}

pub(crate) use insert_roles;
pub(crate) use insert_user;
pub(crate) use user_columns;

/// The form in which e-mails are kept and compared.
pub(crate) fn fold_email(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The text in which a person is found.
pub(crate) fn searched(name: &str, email: &str) -> String {
    format!("{} {}", name.to_lowercase(), fold_email(email))
}

/// Joins the rows of each person; rows of one person must be neighbours.
pub(crate) fn join(rows: Vec<UserRow>) -> Result<Vec<Credentials>, Error> {
    let mut people: Vec<Credentials> = Vec::new();
    for row in rows {
        let id = parse("user_account.id", &row.id)?;
        let role = row.role.map(|it| parse("user_role.role", &it)).transpose()?;
        match people.last_mut() {
            Some(last) if last.user.id == id => last.user.roles.extend(role),
            _ => people.push(Credentials {
                user: User {
                    id,
                    email: row.email,
                    name: row.name,
                    locale: parse("user_account.locale", &row.locale)?,
                    roles: role.into_iter().collect(),
                    created_at: Timestamp(row.created_at),
                    disabled_at: row.disabled_at.map(Timestamp),
                },
                password_hash: row.password_hash,
            }),
        }
    }
    Ok(people)
}
