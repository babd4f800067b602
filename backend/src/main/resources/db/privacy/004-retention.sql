--liquibase formatted sql

--changeset privacy:retention splitStatements:false
-- How long an organisation keeps what; without a row the defaults hold.
create table retention_policy (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    version integer not null,
    reflection_months integer not null check (reflection_months between 1 and 120),
    note_months integer not null check (note_months between 1 and 120),
    summary_months integer not null check (summary_months between 1 and 120),
    account_months integer not null check (account_months between 1 and 120),
    access_log_months integer not null check (access_log_months between 12 and 120),
    primary key (organisation_id, id),
    unique (organisation_id)
);
call make_tenant_table('retention_policy', 'select, insert, update');

-- The log of reads stays out of the application's reach but for this: what is older than the shortest time an
-- organisation may choose.
create procedure forget_old_access(entries uuid[])
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from access_entry where organisation_id = current_organisation() and id = any (entries)
        and read_at < now() - interval '12 months';
end $$;
revoke execute on procedure forget_old_access(uuid[]) from public;
grant execute on procedure forget_old_access(uuid[]) to dialogspejl_app;

create index on access_entry (organisation_id, read_at);
