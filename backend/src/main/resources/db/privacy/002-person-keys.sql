--liquibase formatted sql

--changeset privacy:person-keys
-- The key of each person, wrapped by a master key that is not in the database. To delete the row is to erase what
-- the person has sealed.
create table person_key (
    organisation_id uuid not null references organisation (id),
    person_id uuid not null,
    wrapped bytea not null,
    master_key_id text not null,
    made_at timestamptz not null,
    primary key (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on person_key (organisation_id, master_key_id);
call make_tenant_table('person_key', 'select, insert, update, delete');
