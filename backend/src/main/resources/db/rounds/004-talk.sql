--liquibase formatted sql

--changeset rounds:talk
-- How long the talk may take, and how often it has been changed, which is what calendars go by.
alter table round add talk_minutes integer check (talk_minutes > 0);
alter table round add talk_sequence integer not null default 0;
update round set talk_minutes = 60 where talk_at is not null;
