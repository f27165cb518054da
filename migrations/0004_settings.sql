-- What a company sets. The newest row is in force; the others say what it was before, and who changed it.
create table company_settings (
    id text not null,
    settings text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint company_settings_id_key primary key (id)
);

-- What each dimension counts at a level. A version is never changed: interviews name the one they were planned with.
create table weight_version (
    level text not null,
    -- 1 for the first change; what every level begins with is version 0 and stands in the program.
    number bigint not null,
    weights text not null,
    reason text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint weight_version_level_number_key primary key (level, number)
);

-- Name and address in lower case, to find somebody among thousands. The database's own lower() knows only Latin letters;
-- the program's writes the rest when the account is made or its name changes.
alter table user_account add column search text not null default '';
update user_account set search = lower(name) || ' ' || email;
