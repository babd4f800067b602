--liquibase formatted sql

--changeset identity:waiting-invitations
create index on account (organisation_id, invited_at desc, person_id desc)
    where invited_at is not null and password_hash is null;
