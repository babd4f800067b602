--liquibase formatted sql

--changeset insights:releases
-- A quarter's figures are made once, all of them together, and never again: ADR 21. The unique constraint is what keeps a
-- second making out.
create table insight_release (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    quarter_from date not null,
    released_at timestamptz not null,
    primary key (organisation_id, id),
    constraint a_quarter_is_released_once unique (organisation_id, quarter_from)
);
call make_tenant_table('insight_release', 'select, insert, delete');

-- What may be seen, and nothing else: how many people, of a team or, without one, of the whole organisation.
create table insight_figure (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    release_id uuid not null,
    team_id uuid,
    measure text not null,
    guide_id uuid,
    topic text,
    people integer not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, release_id) references insight_release (organisation_id, id) on delete cascade,
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
    foreign key (organisation_id, guide_id) references guide (organisation_id, id),
    constraint nobody_is_shown_among_fewer_than_five check (people >= 5)
);
create index on insight_figure (organisation_id, release_id, team_id);
create index on insight_figure (organisation_id, team_id);
create index on insight_figure (organisation_id, guide_id);
call make_tenant_table('insight_figure', 'select, insert');

--changeset insights:steps
-- Who came how far in a quarter.
create index on step_taken (organisation_id, taken_at) where step in ('CONCLUDE', 'CLOSE');
