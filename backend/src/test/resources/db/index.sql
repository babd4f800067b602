--liquibase formatted sql

--changeset migration-test:index runInTransaction:false
drop index concurrently if exists migration_test_id_idx;
create index concurrently migration_test_id_idx on migration_test (id);
