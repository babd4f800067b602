--liquibase formatted sql

--changeset rounds:rounds
create table round (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    kind text not null,
    status text not null,
    evaluatee_id uuid not null,
    partner_id uuid not null,
    partner_answer text not null,
    guide_version_id uuid not null,
    evaluatee_knows_guide boolean not null,
    partner_knows_guide boolean not null,
    period_from date,
    period_until date,
    number_of_dialogues integer check (number_of_dialogues > 0),
    mode text not null,
    consent_method text,
    recording_deletion_days integer check (recording_deletion_days > 0),
    method text,
    time text,
    setting text,
    cooperation text,
    evaluatee_confirmed_at timestamptz,
    evaluatee_last_confirmed_at timestamptz,
    partner_confirmed_at timestamptz,
    partner_last_confirmed_at timestamptz,
    talk_at timestamptz,
    talk_place text,
    continues_round_id uuid,
    carried_focus_points text[] not null,
    created_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, evaluatee_id) references person (organisation_id, id),
    foreign key (organisation_id, partner_id) references person (organisation_id, id),
    foreign key (organisation_id, guide_version_id) references guide_version (organisation_id, id),
    foreign key (organisation_id, continues_round_id) references round (organisation_id, id),
    constraint nobody_is_their_own_partner check (evaluatee_id <> partner_id),
    constraint a_period_has_a_day check (period_from < period_until)
);
create index on round (organisation_id, evaluatee_id, created_at desc, id desc);
create index on round (organisation_id, partner_id, created_at desc, id desc);
create index on round (organisation_id, guide_version_id);
create index on round (organisation_id, continues_round_id) where continues_round_id is not null;
call make_tenant_table('round', 'select, insert, update');

-- History: the application may add to it, not rewrite it.
create table step_taken (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    round_id uuid not null,
    step text not null,
    from_status text,
    to_status text not null,
    taken_by_id uuid not null,
    taken_at timestamptz not null,
    note text,
    primary key (organisation_id, id),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade,
    foreign key (organisation_id, taken_by_id) references person (organisation_id, id)
);
create index on step_taken (organisation_id, round_id, taken_at);
create unique index a_round_concludes_once on step_taken (organisation_id, round_id) where step = 'CONCLUDE';
call make_tenant_table('step_taken', 'select, insert');

create table agreement_change (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    round_id uuid not null,
    field text not null,
    text_before text,
    text_after text,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade
);
create index on agreement_change (organisation_id, round_id, changed_at);
call make_tenant_table('agreement_change', 'select, insert');
