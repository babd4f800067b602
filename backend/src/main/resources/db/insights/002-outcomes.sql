--liquibase formatted sql

--changeset insights:outcomes
-- How many had used each guide is no longer told, nor how many have a focus point in progress: each told, with the others,
-- how many did two of a kind (ADR 21). Its owner, who does this, sees no rows either while row-level security is forced.
alter table insight_figure no force row level security;
delete from insight_figure where measure in ('USED_GUIDE', 'IN_PROGRESS');
alter table insight_figure force row level security;
