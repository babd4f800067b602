--liquibase formatted sql

--changeset organisation:erased-people
-- Who has been erased keeps the row that others' words hang on, without a name.
alter table person
    add column erased_at timestamptz,
    add constraint the_erased_are_inactive check (erased_at is null or not active);
