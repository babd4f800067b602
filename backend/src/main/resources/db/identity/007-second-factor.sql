--liquibase formatted sql

--changeset identity:second-factor
create table second_factor (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
call make_tenant_table('second_factor', 'select, insert, update, delete');

create table recovery_code (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    code_hash text not null,
    used_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, person_id, code_hash),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
call make_tenant_table('recovery_code', 'select, insert, update, delete');
