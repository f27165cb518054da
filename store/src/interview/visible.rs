//! Who sees what: the one place of the predicates that every scoped query holds.

/// True for whoever created the loop `l`, while they are a lead or an administrator.
macro_rules! created_by {
    ($user:literal) => {
        concat!(
            "(l.created_by = ",
            $user,
            " and exists (select 1 from user_role v where v.user_id = ",
            $user,
            " and v.role in ('lead', 'administrator')))"
        )
    };
}

/// True unless the loop `l` is about the user: somebody who works here and applies sees nothing of it.
macro_rules! of_somebody_else {
    ($user:literal) => {
        concat!("not exists (select 1 from candidate a where a.id = l.candidate_id and a.applicant_id = ", $user, ")")
    };
}

/// **Who sees an interview** `i` of the loop `l`: whoever has a seat in it, and whoever created its loop while they are a lead
/// or an administrator. The argument is the placeholder of the user.
macro_rules! visible_to {
    ($user:literal) => {
        concat!(
            "((exists (select 1 from interview_member s where s.interview_id = i.id and s.user_id = ",
            $user,
            ") or ",
            $crate::interview::created_by!($user),
            ") and ",
            $crate::interview::of_somebody_else!($user),
            ")"
        )
    };
}

/// True for an interview (first placeholder) that a user (second) sees.
macro_rules! sees_interview {
    ($interview:literal, $user:literal) => {
        concat!(
            "exists (select 1 from interview i join interview_loop l on l.id = i.loop_id where i.id = ",
            $interview,
            " and ",
            $crate::interview::visible_to!($user),
            ")"
        )
    };
}

/// **Who sees a loop** `l`: whoever created it while they are a lead or an administrator, and whoever has a seat
/// in one of its interviews. The argument is the placeholder of the user.
macro_rules! loop_visible_to {
    ($user:literal) => {
        concat!(
            "((",
            $crate::interview::created_by!($user),
            " or exists (select 1 from interview h join interview_member s on s.interview_id = h.id
             where h.loop_id = l.id and s.user_id = ",
            $user,
            ")) and ",
            $crate::interview::of_somebody_else!($user),
            ")"
        )
    };
}

pub(crate) use created_by;
pub(crate) use loop_visible_to;
pub(crate) use of_somebody_else;
pub(crate) use sees_interview;
pub(crate) use visible_to;
