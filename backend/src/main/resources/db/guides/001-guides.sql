--liquibase formatted sql

--changeset guides:guides
create table guide (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    built_in_key text,
    primary key (organisation_id, id),
    unique (organisation_id, built_in_key)
);
call make_tenant_table('guide', 'select, insert');

-- Published once and never changed: the application may not update.
create table guide_version (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    guide_id uuid not null,
    number integer not null check (number > 0),
    published_at timestamptz not null,
    title_da text not null,
    title_en text not null,
    topics text[] not null,
    text_da jsonb not null,
    text_en jsonb not null,
    primary key (organisation_id, id),
    unique (organisation_id, guide_id, number),
    foreign key (organisation_id, guide_id) references guide (organisation_id, id)
);
call make_tenant_table('guide_version', 'select, insert');
