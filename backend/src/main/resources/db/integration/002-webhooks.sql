--liquibase formatted sql

--changeset integration:webhooks
create table webhook (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    name text not null,
    url text not null,
    events text[] not null,
    created_at timestamptz not null,
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_because text,
    primary key (organisation_id, id),
    constraint what_is_disabled_says_why check ((disabled_at is null) = (disabled_because is null))
);
create index on webhook (organisation_id, created_at, id);
call make_tenant_table('webhook', 'select, insert, update, delete');

create table webhook_secret (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    webhook_id uuid not null,
    secret bytea not null,
    created_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, webhook_id) references webhook (organisation_id, id) on delete cascade
);
create index on webhook_secret (organisation_id, webhook_id);
call make_tenant_table('webhook_secret', 'select, insert, delete');

-- What has happened, also while nobody listens, so that it can be sent again. It outlives what it is about.
create table webhook_event (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    type text not null,
    subject_id uuid not null,
    occurred_at timestamptz not null,
    primary key (organisation_id, id)
);
create index on webhook_event (organisation_id, occurred_at);
call make_tenant_table('webhook_event', 'select, insert, delete');

create table webhook_delivery (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    webhook_id uuid not null,
    event_id uuid not null,
    status text not null,
    attempts integer not null,
    waiting_since timestamptz not null,
    created_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, webhook_id, event_id),
    foreign key (organisation_id, webhook_id) references webhook (organisation_id, id) on delete cascade,
    foreign key (organisation_id, event_id) references webhook_event (organisation_id, id) on delete cascade
);
create index on webhook_delivery (organisation_id, webhook_id, created_at, id);
create index on webhook_delivery (organisation_id, event_id);
call make_tenant_table('webhook_delivery', 'select, insert, update, delete');

create table webhook_attempt (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    delivery_id uuid not null,
    number integer not null,
    begun_at timestamptz not null,
    milliseconds integer,
    status integer,
    outcome text,
    primary key (organisation_id, id),
    unique (organisation_id, delivery_id, number),
    foreign key (organisation_id, delivery_id) references webhook_delivery (organisation_id, id) on delete cascade
);
call make_tenant_table('webhook_attempt', 'select, insert, update, delete');

-- The deliveries that wait, by ids and times alone. No tenant's, so that an instance finds what is due without asking in
-- ten thousand organisations; what is to be sent, and where, it then reads as that organisation.
create table webhook_queue (
    delivery_id uuid primary key,
    organisation_id uuid not null references organisation (id),
    webhook_id uuid not null,
    due_at timestamptz not null,
    foreign key (organisation_id, delivery_id) references webhook_delivery (organisation_id, id) on delete cascade
) with (fillfactor = 50);
create index on webhook_queue (due_at);
create index on webhook_queue (webhook_id, due_at);
create index on webhook_queue (organisation_id, delivery_id);
grant select, insert, update, delete on webhook_queue to dialogspejl_app;

--changeset integration:webhook-events splitStatements:false
-- The outbox. What happened is written with it, by whichever way it happened: a step, a wish, an erasure, retention, or a
-- statement by hand. An organisation without webhooks keeps nothing.
create procedure note_webhook_event(organisation uuid, what text, subject uuid)
    language plpgsql as $$
declare
    happened constant timestamptz := clock_timestamp();
    event constant uuid := gen_random_uuid();
begin
    if not exists (select from webhook w where w.organisation_id = organisation) then
        return;
    end if;
    insert into webhook_event (organisation_id, id, type, subject_id, occurred_at)
        values (organisation, event, what, subject, happened);
    with made as (
        insert into webhook_delivery
            (organisation_id, id, webhook_id, event_id, status, attempts, waiting_since, created_at)
            select organisation, gen_random_uuid(), w.id, event, 'WAITING', 0, happened, happened
            from webhook w
            where w.organisation_id = organisation and w.disabled_at is null and what = any (w.events)
                and exists (
                    select from webhook_secret s where s.organisation_id = organisation and s.webhook_id = w.id)
            returning id, webhook_id
    )
    insert into webhook_queue (delivery_id, organisation_id, webhook_id, due_at)
        select id, organisation, webhook_id, happened from made;
    if found then
        perform pg_notify('dialogspejl', 'webhooks');
    end if;
end $$;

create function note_round_event() returns trigger
    language plpgsql as $$
begin
    call note_webhook_event(
        new.organisation_id,
        case new.step when 'START' then 'round.started' else 'round.concluded' end,
        new.round_id);
    return null;
end $$;

create function note_summary_event() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.shared_at is not null then
        call note_webhook_event(new.organisation_id, 'summary.shared', new.id);
    else
        call note_webhook_event(old.organisation_id, 'summary.withdrawn', old.id);
    end if;
    return null;
end $$;

create trigger webhook_event after insert on step_taken for each row
    when (new.step in ('START', 'CONCLUDE'))
    execute function note_round_event();
create trigger webhook_event after update on summary for each row
    when ((old.shared_at is null) <> (new.shared_at is null))
    execute function note_summary_event();
create trigger webhook_event_of_removed after delete on summary for each row
    when (old.shared_at is not null)
    execute function note_summary_event();
