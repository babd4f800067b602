--liquibase formatted sql

--changeset organisation:versions splitStatements:false
-- Tells one version of a person or a team from another in an If-Match, whoever changed it.
alter table person add version integer not null default 0;
alter table team add version integer not null default 0;

create or replace function note_change() returns trigger
    language plpgsql as $$
begin
    new.changed_at := greatest(clock_timestamp(), old.changed_at + interval '1 microsecond');
    new.version := old.version + 1;
    return new;
end $$;
