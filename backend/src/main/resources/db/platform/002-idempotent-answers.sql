--liquibase formatted sql

--changeset platform:idempotent-answers
create table idempotent_answer (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    idempotency_key text not null,
    fingerprint text not null,
    answer text not null,
    answered_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id, idempotency_key),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on idempotent_answer (organisation_id, answered_at);
call make_tenant_table('idempotent_answer', 'select, insert, update, delete');
