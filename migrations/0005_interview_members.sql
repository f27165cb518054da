-- Who sits in an interview: raters, who judge, and observers, who look on. `interview.interviewer_id` is the rater who leads.
create table interview_member (
    interview_id text not null references interview (id),
    user_id text not null references user_account (id),
    -- rater or observer.
    seat text not null,
    added_at bigint not null,
    added_by text not null references user_account (id),
    constraint interview_member_interview_id_user_id_key primary key (interview_id, user_id)
);
create index interview_member_user_id on interview_member (user_id);

insert into interview_member (interview_id, user_id, seat, added_at, added_by)
select id, interviewer_id, 'rater', created_at, interviewer_id from interview;
