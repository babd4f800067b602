--liquibase formatted sql

--changeset summaries:topics
-- Which topic of the round's guide a focus point is about: a key of the guide's, nothing that anybody wrote.
alter table focus_point add column topic text;
