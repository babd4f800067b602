--liquibase formatted sql

--changeset privacy:access-log
-- Who read what somebody shared. The application may add to it, not rewrite it. It outlives what was read, so
-- the dialogue is no foreign key.
create table access_entry (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    owner_id uuid not null,
    reader_id uuid,
    client_id uuid,
    client_name text,
    round_id uuid not null,
    dialogue_id uuid,
    content text not null,
    topics text[] not null,
    revision integer,
    read_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, owner_id) references person (organisation_id, id),
    foreign key (organisation_id, reader_id) references person (organisation_id, id),
    foreign key (organisation_id, client_id) references api_client (organisation_id, id),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade,
    constraint a_person_or_a_client_reads check ((reader_id is null) <> (client_id is null))
);
create index on access_entry (organisation_id, owner_id, read_at desc, id desc);
create index on access_entry (organisation_id, round_id);
call make_tenant_table('access_entry', 'select, insert');
