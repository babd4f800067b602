--liquibase formatted sql

--changeset dialogues:recordings-due
create index on dialogue (organisation_id, delete_by) where consented and recording_deleted_at is null;
