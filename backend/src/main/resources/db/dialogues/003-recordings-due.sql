--liquibase formatted sql

--changeset dialogues:recordings-due runInTransaction:false
drop index concurrently if exists dialogue_organisation_id_delete_by_idx;
create index concurrently dialogue_organisation_id_delete_by_idx
    on dialogue (organisation_id, delete_by) where consented and recording_deleted_at is null;
