-- The scratchpad of an interview: its text now, and how it came about. Both are sealed under the candidate's key.
create table pad (
    interview_id text not null references interview (id),
    -- Number of the newest splice.
    rev bigint not null,
    -- What the splices have cost so far: a pad takes in so much and no more.
    spent bigint not null,
    text text not null,
    constraint pad_interview_id_key primary key (interview_id)
);

create table pad_splice (
    interview_id text not null references interview (id),
    rev bigint not null,
    -- Made by whoever wrote it, so that a resend changes nothing.
    id text not null,
    -- Null for the candidate.
    user_id text references user_account (id),
    at bigint not null,
    splice text not null,
    constraint pad_splice_interview_id_rev_key primary key (interview_id, rev)
);
create unique index pad_splice_interview_id_id_key on pad_splice (interview_id, id);
