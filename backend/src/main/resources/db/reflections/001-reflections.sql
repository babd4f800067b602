--liquibase formatted sql

--changeset reflections:reflections
create table reflection (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    dialogue_id uuid not null,
    topic text not null,
    text text not null,
    moments jsonb not null,
    written_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, dialogue_id, topic),
    foreign key (organisation_id, dialogue_id) references dialogue (organisation_id, id) on delete cascade
);
call make_tenant_table('reflection', 'select, insert, update, delete');
