--liquibase formatted sql

--changeset audit:whose runInTransaction:false
-- What somebody did, and what was about them.
drop index concurrently if exists audit_entry_organisation_id_person_id_idx;
create index concurrently audit_entry_organisation_id_person_id_idx on audit_entry (organisation_id, person_id);
drop index concurrently if exists audit_entry_organisation_id_client_id_idx;
create index concurrently audit_entry_organisation_id_client_id_idx on audit_entry (organisation_id, client_id);
drop index concurrently if exists audit_entry_organisation_id_about_id_idx;
create index concurrently audit_entry_organisation_id_about_id_idx on audit_entry (organisation_id, about_id);
