--liquibase formatted sql

--changeset dialogues:dialogues
-- There is no column for a recording: it never leaves its owner's device.
create table dialogue (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    round_id uuid not null,
    held_at timestamptz not null,
    channel text not null,
    label text not null,
    consented boolean,
    consent_method text,
    delete_by date,
    recording_deleted_at timestamptz,
    shared_topics text[] not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade,
    constraint a_recording_has_consent_and_a_last_day
        check (consented is not true or consent_method is not null and delete_by is not null)
);
create index on dialogue (organisation_id, round_id, held_at);
call make_tenant_table('dialogue', 'select, insert, update, delete');
