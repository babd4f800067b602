--liquibase formatted sql

--changeset rounds:retention
-- A round goes when its time is over, and its history with it.
grant delete on round to dialogspejl_app;
