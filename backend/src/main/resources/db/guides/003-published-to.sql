--liquibase formatted sql

--changeset guides:published-to
-- Which texts of the built-in guides an organisation was last given (SHA-256 of them all), so that a start need not ask each of
-- thousands for each guide.
alter table organisation add column built_in_guides text;
grant update (built_in_guides) on organisation to dialogspejl_app;
