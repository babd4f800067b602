--liquibase formatted sql

--changeset rounds:series
-- Rounds that a leader started for a team at once. The same is not started twice.
create table round_series (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    team_id uuid,
    started_by_id uuid not null,
    guide_version_id uuid not null,
    pairing text not null,
    mode text not null,
    period_from date not null,
    period_until date not null,
    number_of_dialogues integer not null check (number_of_dialogues > 0),
    message text,
    started_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete set null (team_id),
    foreign key (organisation_id, started_by_id) references person (organisation_id, id),
    foreign key (organisation_id, guide_version_id) references guide_version (organisation_id, id),
    constraint a_series_is_started_once unique (organisation_id, team_id, guide_version_id, period_from, period_until),
    constraint a_series_has_a_day check (period_from < period_until)
);
create index on round_series (organisation_id, started_by_id);
create index on round_series (organisation_id, guide_version_id);
call make_tenant_table('round_series', 'select, insert, update, delete');

--changeset rounds:series-rounds
-- Whose partner nobody has been asked to be yet, has none. One round in a series for each person.
alter table round
    alter column partner_id drop not null,
    add column series_id uuid,
    add column reminded_on date,
    add foreign key (organisation_id, series_id) references round_series (organisation_id, id),
    add constraint who_is_asked_is_known check ((partner_id is null) = (partner_answer = 'NOT_ASKED'));
create unique index one_round_each on round (organisation_id, series_id, evaluatee_id) where series_id is not null;
