--liquibase formatted sql

--changeset notifications:notifications
create table notification (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    round_id uuid not null,
    kind text not null,
    actor_id uuid,
    about_at timestamptz,
    about_on date,
    at timestamptz not null,
    read_at timestamptz,
    to_mail boolean not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
    foreign key (organisation_id, round_id) references round (organisation_id, id) on delete cascade,
    foreign key (organisation_id, actor_id) references person (organisation_id, id)
);
create index on notification (organisation_id, person_id, at desc, id desc);
create index on notification (organisation_id, round_id);
create index on notification (organisation_id, actor_id);
create index on notification (organisation_id, at);
-- Unread, the same is told once; that a day has come is told once for ever.
create unique index told_once_while_unread on notification (organisation_id, person_id, round_id, kind)
    where read_at is null and kind not in ('FOLLOW_UP_DUE', 'RECORDING_DUE');
create unique index reminded_once on notification (organisation_id, person_id, round_id, kind, about_on)
    where kind in ('FOLLOW_UP_DUE', 'RECORDING_DUE');
call make_tenant_table('notification', 'select, insert, update, delete');

-- What a person wants mails about. Who has said nothing has no row.
create table notification_preference (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    person_id uuid not null,
    language text not null,
    round text not null,
    agreement text not null,
    shared text not null,
    talk text not null,
    summary text not null,
    reminder text not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
call make_tenant_table('notification_preference', 'select, insert, update, delete');

-- When the next mail to somebody is due: what all instances share the work by, so no tenant's. Ids and times only.
create table digest (
    organisation_id uuid not null,
    person_id uuid not null,
    due_at timestamptz not null,
    attempts integer not null,
    asked integer not null,
    primary key (organisation_id, person_id)
);
create index on digest (due_at);
grant select, insert, update, delete on digest to dialogspejl_app;
