--liquibase formatted sql

--changeset privacy:erasure splitStatements:false
-- That somebody has asked to be erased, until it is done or taken back.
create table erasure_request (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    asked_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on erasure_request (organisation_id, asked_at, id);
call make_tenant_table('erasure_request', 'select, insert, delete');

-- The ledger: ids and times only. The application may add to it, not rewrite it. It is in a file too, which a
-- restore leaves alone.
create table erasure (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    erased_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    foreign key (organisation_id, person_id) references person (organisation_id, id)
);
call make_tenant_table('erasure', 'select, insert');

-- The log of reads stays out of the application's reach but for this: with its owner it goes.
create procedure forget_access_log_of(erased uuid)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from access_entry where organisation_id = current_organisation() and owner_id = erased;
end $$;
revoke execute on procedure forget_access_log_of(uuid) from public;
grant execute on procedure forget_access_log_of(uuid) to dialogspejl_app;
