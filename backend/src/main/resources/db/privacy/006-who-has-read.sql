--liquibase formatted sql

--changeset privacy:who-has-read
-- What somebody has read of others' belongs to what is kept of them.
create index on access_entry (organisation_id, reader_id);
