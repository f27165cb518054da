//! Who sees a candidate, and who leads one: the one place of these predicates.

/// **Who leads a candidate** `c`: an administrator, and a lead who entered them or made a loop of theirs. Nobody leads
/// themselves: somebody who works here and applies sees nothing of it. The argument is the placeholder of the user.
///
/// The roles are asked for apart from the candidate, so that a database asks once and not for each row.
macro_rules! candidate_led_by {
    ($user:literal) => {
        concat!(
            "((c.applicant_id is null or c.applicant_id <> ",
            $user,
            ") and (exists (select 1 from user_role v where v.role = 'administrator' and v.user_id = ",
            $user,
            ") or (exists (select 1 from user_role v where v.role = 'lead' and v.user_id = ",
            $user,
            ") and (c.created_by = ",
            $user,
            " or exists (select 1 from interview_loop o where o.candidate_id = c.id and o.created_by = ",
            $user,
            ")))))"
        )
    };
}

/// **Who sees a candidate** `c`: who leads them, and who has a seat in an interview with them.
macro_rules! candidate_visible_to {
    ($user:literal) => {
        concat!(
            "(",
            $crate::candidate::candidate_led_by!($user),
            " or ((c.applicant_id is null or c.applicant_id <> ",
            $user,
            ") and exists (select 1 from interview_loop o join interview h on h.loop_id = o.id
             join interview_member s on s.interview_id = h.id where o.candidate_id = c.id and s.user_id = ",
            $user,
            ")))"
        )
    };
}

pub(crate) use candidate_led_by;
pub(crate) use candidate_visible_to;
