--liquibase formatted sql

--changeset summaries:follow-ups-due runInTransaction:false
drop index concurrently if exists summary_organisation_id_follow_up_on_idx;
create index concurrently summary_organisation_id_follow_up_on_idx
    on summary (organisation_id, follow_up_on) where follow_up_on is not null;
