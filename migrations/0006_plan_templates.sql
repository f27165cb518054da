-- A core of questions under a name: what candidates who are to be compared are asked alike.
create table plan_template (
    id text not null,
    name text not null,
    -- The name folded in Rust: two that differ only in capitals would be taken for one.
    folded text not null,
    level text not null,
    -- Ids in their order, as JSON.
    questions text not null,
    created_at bigint not null,
    created_by text not null references user_account (id),
    constraint plan_template_id_key primary key (id)
);
create unique index plan_template_folded_key on plan_template (folded);
create index plan_template_level on plan_template (level);

-- The template that the plan began with. No foreign key: an interview remembers a template that is gone.
alter table interview add column template_id text;
-- The questions that were really planned, sorted and joined by spaces: two interviews have the same core when this is the same.
alter table interview add column core text;
create index interview_template_id on interview (template_id, core);
