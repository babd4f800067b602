--liquibase formatted sql

--changeset identity:client-teams
-- The only teams whose people a client is told of; none for everybody in the organisation.
alter table api_client add teams uuid[] not null default '{}';
alter table api_client alter teams drop default;
