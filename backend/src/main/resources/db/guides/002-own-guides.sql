--liquibase formatted sql

--changeset guides:own-guides
-- The version counts changes of the guide's own state and of its draft, for If-Match; it is not a published one's number.
alter table guide
    add column version integer not null default 1,
    add column retired_at timestamptz;
grant update on guide to dialogspejl_app;

-- What an organisation's own guide says in the editor. Publishing makes a version of it; the draft stays.
create table guide_draft (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    guide_id uuid not null,
    title_da text not null,
    title_en text not null,
    content jsonb not null,
    changed_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, guide_id),
    foreign key (organisation_id, guide_id) references guide (organisation_id, id)
);
call make_tenant_table('guide_draft', 'select, insert, update');
