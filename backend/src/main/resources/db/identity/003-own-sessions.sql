--liquibase formatted sql

--changeset identity:own-sessions
-- What a person recognises a session of theirs by. Sessions that are there already count as used just now.
alter table session
    add last_used_at timestamptz not null default now(),
    add browser text,
    add system text;
alter table session alter last_used_at drop default;
