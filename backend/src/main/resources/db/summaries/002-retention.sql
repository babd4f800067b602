--liquibase formatted sql

--changeset summaries:retention
grant delete on summary to dialogspejl_app;
