--liquibase formatted sql

--changeset summaries:what-is-shared runInTransaction:false
-- Nothing looks for summaries by when they were shared since the feed has rows of its own. Left there, it was followed
-- instead of the key, for each row of the feed's pages, where an organisation had grown since PostgreSQL last counted it.
drop index concurrently if exists summary_organisation_id_shared_at_id_idx;
