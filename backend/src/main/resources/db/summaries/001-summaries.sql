--liquibase formatted sql

--changeset summaries:summaries
create table summary (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    round_id uuid not null,
    revision integer not null,
    worked_well text not null,
    learning text not null,
    follow_up_how text not null,
    follow_up_on date,
    edited_by_id uuid,
    edited_at timestamptz,
    evaluatee_approved_at timestamptz,
    partner_approved_at timestamptz,
    concluded_at timestamptz,
    shared_at timestamptz,
    follow_up_revision integer not null,
    primary key (organisation_id, id),
    unique (organisation_id, round_id),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade,
    foreign key (organisation_id, edited_by_id) references person (organisation_id, id),
    constraint only_concluded_summaries_are_shared check (shared_at is null or concluded_at is not null)
);
create index on summary (organisation_id, shared_at, id) where shared_at is not null;
call make_tenant_table('summary', 'select, insert, update');

create table focus_point (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    summary_id uuid not null,
    position integer not null,
    text text not null,
    status text,
    note text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, summary_id) references summary (organisation_id, id) on delete cascade
);
create index on focus_point (organisation_id, summary_id, position);
call make_tenant_table('focus_point', 'select, insert, update, delete');
