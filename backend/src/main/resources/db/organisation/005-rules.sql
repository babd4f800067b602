--liquibase formatted sql

--changeset organisation:rules
-- What an organisation has chosen for everybody in it; without a row all is allowed.
create table organisation_rules (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    video_allowed boolean not null,
    hr_sharing_offered boolean not null,
    sign_in_methods text[] not null check (cardinality(sign_in_methods) > 0),
    languages text[] not null check (cardinality(languages) > 0),
    primary key (organisation_id, id),
    unique (organisation_id)
);
call make_tenant_table('organisation_rules', 'select, insert, update');
