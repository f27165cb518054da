-- One text for SQLite and PostgreSQL: only TEXT, BIGINT, BOOLEAN and DOUBLE PRECISION.
-- Ids are UUIDs made in Rust, times are milliseconds since 1970 passed in by the caller, JSON is text read in Rust.
-- Every unique constraint is named <table>_<columns>_key: that is how a violation becomes the name of a form field.

-- People who sign in.
create table user_account (
    id text not null,
    -- Folded to lower case in Rust: SQLite's lower() knows ASCII only.
    email text not null,
    name text not null,
    password_hash text not null,
    locale text not null,
    created_at bigint not null,
    constraint user_account_id_key primary key (id)
);
create unique index user_account_email_key on user_account (email);

create table user_role (
    user_id text not null references user_account (id),
    role text not null,
    constraint user_role_user_id_role_key primary key (user_id, role)
);

-- Only hashes of tokens are kept, so a stolen backup lets nobody in.
create table login_session (
    token_hash text not null,
    user_id text not null references user_account (id),
    created_at bigint not null,
    last_used_at bigint not null,
    expires_at bigint not null,
    user_agent text not null,
    constraint login_session_token_hash_key primary key (token_hash)
);
create index login_session_user_id on login_session (user_id);

-- Lets the first administrator in; used once.
create table setup_link (
    token_hash text not null,
    expires_at bigint not null,
    used_at bigint,
    constraint setup_link_token_hash_key primary key (token_hash)
);

-- Failed sign-ins. The key is a hash of an e-mail or of an address: the table must not become a list of either.
create table sign_in_attempt (
    key text not null,
    at bigint not null
);
create index sign_in_attempt_key_at on sign_in_attempt (key, at);
create index sign_in_attempt_at on sign_in_attempt (at);

create table candidate (
    id text not null,
    name text not null,
    email text,
    locale text not null,
    -- Name and e-mail folded in Rust: LIKE folds only ASCII on SQLite, so Cyrillic would be found on one database only.
    search text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint candidate_id_key primary key (id)
);
create index candidate_created_at on candidate (created_at);

create table interview_loop (
    id text not null,
    candidate_id text not null references candidate (id),
    level text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint interview_loop_id_key primary key (id)
);
create index interview_loop_candidate_id on interview_loop (candidate_id);

create table interview (
    id text not null,
    loop_id text not null references interview_loop (id),
    interviewer_id text not null references user_account (id),
    locale text not null,
    -- Frozen when the interview is created: a later bank must not change what was planned.
    plan text not null,
    created_at bigint not null,
    -- Number of events. Writers update it first, which makes them queue up for the log of one interview on PostgreSQL.
    last_seq bigint not null,
    constraint interview_id_key primary key (id)
);
create index interview_loop_id on interview (loop_id);
create index interview_interviewer_id on interview (interviewer_id, created_at);

-- The log. Rows are only ever added; everything that is shown of an interview is a fold of them.
create table interview_event (
    interview_id text not null references interview (id),
    seq bigint not null,
    -- Made by the client, so that a resend changes nothing.
    id text not null,
    actor text not null references user_account (id),
    -- Also in the payload; a column of its own, so that it can be searched without reading JSON.
    kind text not null,
    payload text not null,
    at bigint not null,
    received_at bigint not null,
    constraint interview_event_interview_id_seq_key primary key (interview_id, seq)
);
create unique index interview_event_id_key on interview_event (id);

-- Lets a candidate into one interview without an account.
create table join_link (
    id text not null,
    interview_id text not null references interview (id),
    token_hash text not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint,
    opened bigint not null,
    last_opened_at bigint,
    constraint join_link_id_key primary key (id)
);
create unique index join_link_token_hash_key on join_link (token_hash);
create index join_link_interview_id on join_link (interview_id);

create table probe_run (
    id text not null,
    -- Absent for probes outside an interview.
    interview_id text references interview (id),
    -- Absent for probes from the command line.
    user_id text references user_account (id),
    target text not null,
    total_us bigint not null,
    result text not null,
    created_at bigint not null,
    constraint probe_run_id_key primary key (id)
);
create index probe_run_interview_id on probe_run (interview_id);
create index probe_run_user_id on probe_run (user_id, created_at);
