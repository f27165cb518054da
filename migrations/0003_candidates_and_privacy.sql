-- What is known of a candidate as a person is sealed under a key of their own; to forget them is to destroy the key.
-- Texts of the version before are sealed by the program right after this file (store/src/seal/convert.rs).

create table candidate_key (
    candidate_id text not null references candidate (id),
    -- 32 random bytes in base64.
    key text not null,
    constraint candidate_key_candidate_id_key primary key (candidate_id)
);

-- Out of the way, but whole.
alter table candidate add column archived_at bigint;
-- From then on nothing of the person is here but their id.
alter table candidate add column forgotten_at bigint;
-- A legal hold: nobody is forgotten while it stands. The reason is sealed.
alter table candidate add column hold_reason text;
alter table candidate add column hold_at bigint;
-- When it was told that they are about to be forgotten.
alter table candidate add column notice_at bigint;
-- The account with the same e-mail, if the candidate works here already: that person never sees this row.
alter table candidate add column applicant_id text references user_account (id);

-- How a loop ended: hired, rejected or withdrawn.
alter table interview_loop add column outcome text;
alter table interview_loop add column outcome_at bigint;

-- Who was forgotten, by id only: a backup that is put back still has them, and has to forget them again.
create table forgotten_candidate (
    candidate_id text not null,
    at bigint not null,
    constraint forgotten_candidate_candidate_id_key primary key (candidate_id)
);

-- How long candidates are kept. The newest row is the rule; the others say what it was before.
create table retention_policy (
    id text not null,
    policy text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint retention_policy_id_key primary key (id)
);
