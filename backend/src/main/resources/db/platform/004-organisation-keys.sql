--liquibase formatted sql

--changeset platform:organisation-keys
-- The key of each organisation, wrapped by a master key that is not in the database: for what the organisation keeps
-- secret and is no one person's.
create table organisation_key (
    organisation_id uuid primary key references organisation (id),
    wrapped bytea not null,
    master_key_id text not null,
    made_at timestamptz not null
);
call make_tenant_table('organisation_key', 'select, insert, update');
