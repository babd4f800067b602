--liquibase formatted sql

--changeset audit:entries splitStatements:false
-- What was administered, one row each, and who was refused, counted: then there is an hour. Who it was is one of two, or
-- neither. What it was about may be there no more, and so is no foreign key. The application may add to it; by two
-- procedures it counts refusals, and forgets what is older than the shortest time an organisation may choose.
create table audit_entry (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    kind text not null,
    person_id uuid,
    client_id uuid,
    about_id uuid,
    times integer not null check (times > 0),
    request_id text,
    happened_at timestamptz not null,
    hour timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person (organisation_id, id),
    foreign key (organisation_id, client_id) references api_client (organisation_id, id),
    constraint a_person_or_a_client_or_neither check (person_id is null or client_id is null)
);
create index on audit_entry (organisation_id, happened_at desc, id desc);
create unique index on audit_entry (organisation_id, kind, person_id, client_id, hour) nulls not distinct
    where hour is not null;
call make_tenant_table('audit_entry', 'select, insert');

create procedure count_refusals(refusal text, person uuid, client uuid, number integer, request text,
        first timestamptz, in_hour timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into audit_entry (organisation_id, id, kind, person_id, client_id, times, request_id, happened_at, hour)
        values (current_organisation(), gen_random_uuid(), refusal, person, client, number, request, first, in_hour)
        on conflict (organisation_id, kind, person_id, client_id, hour) where hour is not null
        do update set times = audit_entry.times + excluded.times;
end $$;
revoke execute on procedure count_refusals(text, uuid, uuid, integer, text, timestamptz, timestamptz) from public;
grant execute on procedure count_refusals(text, uuid, uuid, integer, text, timestamptz, timestamptz)
    to dialogspejl_app;

create procedure forget_old_audit(entries uuid[])
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from audit_entry where organisation_id = current_organisation() and id = any (entries)
        and happened_at < now() - interval '12 months';
end $$;
revoke execute on procedure forget_old_audit(uuid[]) from public;
grant execute on procedure forget_old_audit(uuid[]) to dialogspejl_app;

--changeset audit:term
alter table retention_policy add audit_months integer not null default 24 check (audit_months between 12 and 120);
alter table retention_policy alter audit_months drop default;
