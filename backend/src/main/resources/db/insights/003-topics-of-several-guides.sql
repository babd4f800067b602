--liquibase formatted sql

--changeset insights:topics-of-several-guides
-- Topics are counted across guides from now on. Those by guide could tell, where nobody knows who used which, that a few
-- of a team used another (ADR 21). Its owner, who does this, sees no rows either while row-level security is forced.
alter table insight_figure no force row level security;
delete from insight_figure where measure = 'TOPIC';
alter table insight_figure force row level security;
