--liquibase formatted sql

--changeset identity:erasure
-- Who is erased can sign in no more, and their address is nowhere.
grant delete on account, session, login_directory to dialogspejl_app;
