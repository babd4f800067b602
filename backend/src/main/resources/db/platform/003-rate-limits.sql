--liquibase formatted sql

--changeset platform:rate-limits
-- Counts before anyone is signed in, so it is none's; a digest tells neither whom nor where from. Nothing is lost with
-- it in a crash, so it writes no log ahead.
create unlogged table rate_limit (
    bucket bytea primary key,
    granted integer not null,
    full_at timestamptz not null
) with (fillfactor = 50);
create index on rate_limit (full_at);
grant select, insert, update, delete on rate_limit to dialogspejl_app;
