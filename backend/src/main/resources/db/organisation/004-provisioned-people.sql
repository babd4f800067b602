--liquibase formatted sql

--changeset organisation:provisioned-people
-- What the organisation's own systems know people and teams by.
alter table person
    add given_name text,
    add family_name text,
    add external_id text,
    add language text,
    add removed_at timestamptz,
    add created_at timestamptz not null default now(),
    add changed_at timestamptz not null default now(),
    add unique (organisation_id, external_id),
    add constraint known_languages check (language in ('DA', 'EN')),
    add constraint the_removed_are_inactive check (removed_at is null or not active);
alter table team
    add external_id text,
    add created_at timestamptz not null default now(),
    add changed_at timestamptz not null default now(),
    add unique (organisation_id, external_id);
create index on person (organisation_id, created_at, id);
create index on team (organisation_id, created_at, id);

--changeset organisation:changed-people splitStatements:false
-- When a person or a team was changed last, whoever did it. It only grows, also within a transaction, so that it tells
-- one version from another.
create function note_change() returns trigger
    language plpgsql as $$
begin
    new.changed_at := greatest(clock_timestamp(), old.changed_at + interval '1 microsecond');
    return new;
end $$;
create trigger note_change before update on person for each row execute function note_change();
create trigger note_change before update on team for each row execute function note_change();

-- Who is in a team is part of it. One statement for all who come and go in one, however many they are.
create function note_members() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update team set name = name where (organisation_id, id) in (select organisation_id, team_id from later);
    else
        update team set name = name where (organisation_id, id) in (
            select organisation_id, unnest(array [earlier.team_id, later.team_id])
            from earlier join later using (organisation_id, id)
            where earlier.team_id is distinct from later.team_id);
    end if;
    return null;
end $$;
create trigger note_members_added after insert on person
    referencing new table as later for each statement execute function note_members();
create trigger note_members_changed after update on person
    referencing old table as earlier new table as later for each statement execute function note_members();
