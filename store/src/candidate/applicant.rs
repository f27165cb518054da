//! Who applies and has an account, too: from the moment both are there, the account sees nothing of the candidate.

use super::Candidate;

/// Candidates who might be somebody's own.
pub(crate) const UNCLAIMED: &str =
    super::row::select_candidate!("c.email is not null and c.forgotten_at is null and c.applicant_id is null");

/// Those of them with the e-mail of an account: it is sealed, so SQL cannot compare it.
pub(crate) fn with_email(candidates: Vec<Candidate>, email: &str) -> impl Iterator<Item = Candidate> {
    let email = crate::user::fold_email(email);
    candidates.into_iter().filter(move |it| it.email.as_deref().map(crate::user::fold_email).as_ref() == Some(&email))
}

/// Marks, in the transaction that makes an account, the candidates that are this person.
macro_rules! claim_candidates {
    ($tx:ident, $user:expr, $email:expr) => {{
        const IS: &str = "update candidate set applicant_id = $2 where id = $1 and forgotten_at is null";
        let rows: Vec<$crate::candidate::CandidateRow> =
            sqlx::query_as($crate::candidate::UNCLAIMED).fetch_all(&mut *$tx).await?;
        for it in $crate::candidate::with_email($crate::row::all(rows)?, $email) {
            sqlx::query(IS).bind(it.id.to_string()).bind($user.to_string()).execute(&mut *$tx).await?;
        }
    }};
}

pub(crate) use claim_candidates;
