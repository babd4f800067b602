--liquibase formatted sql

--changeset rounds:proposed-partner
-- Whom the leader proposed, whoever became the partner: what leaders are told of earlier pairs is made from this alone.
alter table round
    add column proposed_partner_id uuid,
    add foreign key (organisation_id, proposed_partner_id) references person (organisation_id, id);
create index on round (organisation_id, proposed_partner_id) where proposed_partner_id is not null;
