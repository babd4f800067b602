--liquibase formatted sql

--changeset summaries:what-is-shared
-- Nothing looks for summaries by when they were shared since the feed has rows of its own. Left there, it was followed
-- instead of the key, for each row of the feed's pages, where an organisation had grown since PostgreSQL last counted it.
drop index summary_organisation_id_shared_at_id_idx;
