--liquibase formatted sql

--changeset organisation:few-among-many
-- Whom an administrator asks for by name among thousands, and the administrators, whom each change of people looks for.
create index person_facilitators on person (organisation_id, name, id) where 'FACILITATOR' = any (roles);
create index person_leaders on person (organisation_id, name, id) where 'LEADER' = any (roles);
create index person_administrators on person (organisation_id, name, id) where 'ADMINISTRATOR' = any (roles);
create index person_deactivated on person (organisation_id, name, id)
    where not active and erased_at is null and removed_at is null;
