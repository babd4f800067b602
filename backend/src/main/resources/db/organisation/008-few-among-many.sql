--liquibase formatted sql

--changeset organisation:few-among-many runInTransaction:false
-- Whom an administrator asks for by name among thousands, and the administrators, whom each change of people looks for.
drop index concurrently if exists person_facilitators;
create index concurrently person_facilitators
    on person (organisation_id, name, id) where 'FACILITATOR' = any (roles);
drop index concurrently if exists person_leaders;
create index concurrently person_leaders
    on person (organisation_id, name, id) where 'LEADER' = any (roles);
drop index concurrently if exists person_administrators;
create index concurrently person_administrators
    on person (organisation_id, name, id) where 'ADMINISTRATOR' = any (roles);
drop index concurrently if exists person_deactivated;
create index concurrently person_deactivated
    on person (organisation_id, name, id) where not active and erased_at is null and removed_at is null;
