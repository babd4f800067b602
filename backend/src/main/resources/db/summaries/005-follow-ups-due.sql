--liquibase formatted sql

--changeset summaries:follow-ups-due
create index on summary (organisation_id, follow_up_on) where follow_up_on is not null;
