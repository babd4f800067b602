--liquibase formatted sql

--changeset insights:topics-of-several-guides
-- Topics are counted across guides from now on. Those by guide could tell, where nobody knows who used which, that a few
-- of a team used another (ADR 21).
call in_each_organisation($$delete from insight_figure where measure = 'TOPIC'$$);
