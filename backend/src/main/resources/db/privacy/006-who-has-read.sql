--liquibase formatted sql

--changeset privacy:who-has-read runInTransaction:false
-- What somebody has read of others' belongs to what is kept of them.
drop index concurrently if exists access_entry_organisation_id_reader_id_idx;
create index concurrently access_entry_organisation_id_reader_id_idx on access_entry (organisation_id, reader_id);
