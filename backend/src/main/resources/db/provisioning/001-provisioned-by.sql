--liquibase formatted sql

--changeset provisioning:provisioned-by
-- The system that brought or changed a person or a team last; null where none has.
alter table person
    add provisioned_by uuid,
    add foreign key (organisation_id, provisioned_by) references api_client (organisation_id, id);
alter table team
    add provisioned_by uuid,
    add foreign key (organisation_id, provisioned_by) references api_client (organisation_id, id);
