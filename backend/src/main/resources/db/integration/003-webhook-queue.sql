--liquibase formatted sql

--changeset integration:webhook-queue-by-organisation
-- Where each organisation lies on one machine of several, its queue lies with its deliveries: every key begins with the
-- organisation. Only what is due is looked for among all of them.
alter table webhook_queue
    drop constraint webhook_queue_pkey,
    add primary key (organisation_id, delivery_id);
drop index webhook_queue_organisation_id_delivery_id_idx;
create index on webhook_queue (organisation_id, webhook_id, due_at);
-- By this and by webhook_queue_webhook_id_due_at_idx the previous release finds and takes. Both go with the next.
create unique index on webhook_queue (delivery_id);
