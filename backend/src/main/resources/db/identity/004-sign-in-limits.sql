--liquibase formatted sql

--changeset identity:sign-in-limits
-- Attempts to sign in, also with addresses that are not known, so no tenant's. Keys are hashes.
create table attempts (
    key text primary key,
    free_at timestamptz not null
);
create index on attempts (free_at);
grant select, insert, update, delete on attempts to dialogspejl_app;

-- Devices on which a person has signed in, so that others' attempts do not keep them out.
create table known_device (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    secret_hash text not null,
    last_used_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id, secret_hash),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
call make_tenant_table('known_device', 'select, insert, update, delete');
