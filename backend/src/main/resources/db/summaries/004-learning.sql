--liquibase formatted sql

--changeset summaries:learning
-- What a team's people have released without a name is shown together, when a quarter is over, and only where five of them
-- may each have written it: ADR 22. A pool says when that was; it outlives its sentences, so that nobody is counted twice.
create table learning_pool (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    team_id uuid,
    -- Who concluded a round in this time may have written them.
    period_from date not null,
    period_until date not null,
    -- From when on it is kept for the organisation's term: no later than any of its rounds.
    kept_from date not null,
    possible_authors integer not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete set null (team_id),
    constraint a_team_is_shown_a_quarters_sentences_once unique (organisation_id, team_id, period_until),
    constraint nobody_is_shown_among_fewer_than_five check (possible_authors >= 5)
);
call make_tenant_table('learning_pool', 'select, insert');

-- The one sentence of a concluded round, and who may have written one. Days alone: no time tells who was at work.
create table learning (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    round_id uuid not null,
    author_id uuid not null,
    team_id uuid,
    concluded_on date not null,
    sentence text,
    -- Stays true when it is taken back.
    named boolean not null,
    released_on date,
    pool_id uuid,
    shown_on date,
    -- Random, made when it is shown: its order among the others and what it is called tell nothing.
    place uuid,
    primary key (organisation_id, id),
    unique (organisation_id, round_id),
    foreign key (organisation_id, round_id) references summary (organisation_id, round_id) on delete cascade,
    foreign key (organisation_id, author_id) references person (organisation_id, id),
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete set null (team_id),
    foreign key (organisation_id, pool_id) references learning_pool (organisation_id, id),
    constraint only_what_is_released_is_shown
        check (shown_on is null or sentence is not null and released_on is not null and place is not null),
    constraint without_a_name_only_among_others check (shown_on is null or named or pool_id is not null)
);
create index on learning (organisation_id, team_id, shown_on, place) where shown_on is not null;
create index on learning (organisation_id, team_id, concluded_on);
create index on learning (organisation_id, author_id);
create index on learning (organisation_id, pool_id);
call make_tenant_table('learning', 'select, insert, update, delete');

--changeset summaries:learning-laid-out splitStatements:false
-- The place for a sentence is laid out, empty, when a round is concluded: here, so that it is for the previous release too.
create function lay_out_learning() returns trigger
    language plpgsql as $$
begin
    insert into learning (organisation_id, id, version, round_id, author_id, team_id, concluded_on, named)
        select r.organisation_id, gen_random_uuid(), 0, r.id, p.id, p.team_id,
            (new.concluded_at at time zone 'Europe/Copenhagen')::date, false
        from round r
        join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id
        where r.organisation_id = new.organisation_id and r.id = new.round_id;
    return null;
end $$;
create trigger learning_is_laid_out after update on summary for each row
    when (old.concluded_at is null and new.concluded_at is not null)
    execute function lay_out_learning();

--changeset summaries:learning-of-concluded-rounds
-- Rounds that were concluded before can release theirs too.
call in_each_organisation($$
    insert into learning (organisation_id, id, version, round_id, author_id, team_id, concluded_on, named)
        select s.organisation_id, gen_random_uuid(), 0, s.round_id, p.id, p.team_id,
            (s.concluded_at at time zone 'Europe/Copenhagen')::date, false
        from summary s
        join round r on r.organisation_id = s.organisation_id and r.id = s.round_id
        join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id
        where s.concluded_at is not null and p.erased_at is null
        on conflict (organisation_id, round_id) do nothing
$$);
