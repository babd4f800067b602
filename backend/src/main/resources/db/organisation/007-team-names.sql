--liquibase formatted sql

--changeset organisation:team-names
create index on team (organisation_id, name, id);
