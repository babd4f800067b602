--liquibase formatted sql

--changeset identity:waiting-invitations runInTransaction:false
drop index concurrently if exists account_organisation_id_invited_at_person_id_idx;
create index concurrently account_organisation_id_invited_at_person_id_idx
    on account (organisation_id, invited_at desc, person_id desc)
    where invited_at is not null and password_hash is null;
