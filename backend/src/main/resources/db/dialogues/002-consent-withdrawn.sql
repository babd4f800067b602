--liquibase formatted sql

--changeset dialogues:consent-withdrawn
alter table dialogue
    add consent_withdrawn_at timestamptz,
    add constraint only_a_yes_is_withdrawn check (consent_withdrawn_at is null or consented is true);
