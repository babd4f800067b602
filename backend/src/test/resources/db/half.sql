--liquibase formatted sql

--changeset migration-test:half
create table migration_test (id integer);
