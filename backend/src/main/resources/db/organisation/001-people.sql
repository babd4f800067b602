--liquibase formatted sql

--changeset organisation:people
-- The register of tenants. It is no tenant's own and holds no personal data.
create table organisation (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null
);
grant select, insert on organisation to dialogspejl_app;

create table team (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    name text not null,
    primary key (organisation_id, id)
);
call make_tenant_table('team', 'select, insert, update, delete');

create table person (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    name text not null,
    job_title text,
    employee_number text,
    team_id uuid,
    roles text[] not null,
    active boolean not null,
    primary key (organisation_id, id),
    unique (organisation_id, employee_number),
    foreign key (organisation_id, team_id) references team (organisation_id, id),
    constraint everyone_is_an_employee check ('EMPLOYEE' = any (roles)),
    constraint known_roles check (roles <@ array ['EMPLOYEE', 'LEADER', 'FACILITATOR', 'ADMINISTRATOR'])
);
create index on person (organisation_id, name, id);
create index on person (organisation_id, team_id);
call make_tenant_table('person', 'select, insert, update');

create table team_leadership (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    team_id uuid not null,
    leader_id uuid not null,
    primary key (organisation_id, id),
    unique (organisation_id, leader_id, team_id),
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
    foreign key (organisation_id, leader_id) references person (organisation_id, id) on delete cascade
);
create index on team_leadership (organisation_id, team_id);
call make_tenant_table('team_leadership', 'select, insert, delete');
