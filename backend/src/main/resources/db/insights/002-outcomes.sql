--liquibase formatted sql

--changeset insights:outcomes
-- How many had used each guide is no longer told, nor how many have a focus point in progress: each told, with the others,
-- how many did two of a kind (ADR 21).
call in_each_organisation($$delete from insight_figure where measure in ('USED_GUIDE', 'IN_PROGRESS')$$);
