-- Accounts that are looked after: invitations, resets, accounts switched off; and the audit log.

-- Set while somebody must not sign in. The account stays: scores and audit rows name it.
alter table user_account add column disabled_at bigint;

-- Lets somebody choose a password, once: for a new account (an invitation) or for the one it names (a reset).
create table account_link (
    token_hash text not null,
    -- Absent for an invitation.
    user_id text references user_account (id),
    -- What the invited person may do; names joined by commas.
    roles text not null,
    created_by text not null references user_account (id),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    constraint account_link_token_hash_key primary key (token_hash)
);
create index account_link_user_id on account_link (user_id);

-- Who did what, for ever. Rows are only added; each holds the hash of the one before (domain::audit).
create table audit_event (
    seq bigint not null,
    at bigint not null,
    -- Absent when nobody was signed in. No foreign key: what is written must not depend on what is kept elsewhere.
    actor text,
    kind text not null,
    -- What it was done to, as `kind:id`; never a name.
    subject text not null,
    detail text not null,
    hash text not null,
    constraint audit_event_seq_key primary key (seq)
);
create index audit_event_kind on audit_event (kind, seq);
create index audit_event_actor on audit_event (actor, seq);

-- The end of the chain; whoever adds a row holds this one.
create table audit_head (
    id bigint not null,
    seq bigint not null,
    hash text not null,
    constraint audit_head_id_key primary key (id)
);
insert into audit_head (id, seq, hash) values (1, 0, '');
