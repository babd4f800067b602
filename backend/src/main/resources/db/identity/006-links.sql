--liquibase formatted sql

--changeset identity:links
-- Who has been invited has no password yet.
alter table account alter password_hash drop not null;

-- Mails with a link that are to be sent, also to addresses that are not known, so no tenant's. The link is made when
-- its mail is, so that its secret is never here.
create table link_request (
    id uuid primary key,
    login text not null,
    language text not null,
    attempts integer not null,
    due_at timestamptz not null
);
create index on link_request (due_at);
grant select, insert, update, delete on link_request to dialogspejl_app;

create table one_time_link (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    secret_hash text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on one_time_link (organisation_id, person_id);
call make_tenant_table('one_time_link', 'select, insert, update, delete');
