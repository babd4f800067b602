--liquibase formatted sql

--changeset audit:whose
-- What somebody did, and what was about them.
create index on audit_entry (organisation_id, person_id);
create index on audit_entry (organisation_id, client_id);
create index on audit_entry (organisation_id, about_id);
