--liquibase formatted sql

--changeset feedback:partner-feedback
create table partner_feedback (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    round_id uuid not null,
    topic text not null,
    note text not null,
    questions text[] not null,
    questions_shared boolean not null,
    feedback text not null,
    feedback_shared boolean not null,
    primary key (organisation_id, id),
    unique (organisation_id, round_id, topic),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade
);
call make_tenant_table('partner_feedback', 'select, insert, update');
