--liquibase formatted sql

--changeset identity:mails-about-changes
-- Mails that tell somebody of a change wait beside those with a link.
alter table link_request
    add column kind text not null default 'LINK',
    add column asked_at timestamptz not null default now();
