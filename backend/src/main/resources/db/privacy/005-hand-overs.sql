--liquibase formatted sql

--changeset privacy:hand-overs splitStatements:false
-- What systems were given of people's summaries, a page at a time: once who and when, and for each summary a row that is
-- as short as can be, as a first load has a million. That has no keys to other tables, for each would cost more than the
-- row. They go with their owner, and by their age, as other entries do.
create table hand_over (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    client_id uuid not null,
    -- As the client was called then.
    client_name text not null,
    read_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, client_id) references api_client (organisation_id, id)
);
create index on hand_over (organisation_id, read_at);

create table summary_handed_over (
    organisation_id uuid not null,
    owner_id uuid not null,
    hand_over_id uuid not null,
    round_id uuid not null,
    revision integer not null
);
create index on summary_handed_over (organisation_id, owner_id);
create index on summary_handed_over (organisation_id, hand_over_id);

-- What was written down of systems until now. Its owner, who does this, sees no rows either while row-level security is
-- forced.
alter table access_entry no force row level security;
insert into hand_over (organisation_id, id, client_id, client_name, read_at)
    select organisation_id, id, client_id, client_name, read_at from access_entry where client_id is not null;
insert into summary_handed_over (organisation_id, owner_id, hand_over_id, round_id, revision)
    select organisation_id, owner_id, id, round_id, revision from access_entry where client_id is not null;
delete from access_entry where client_id is not null;
alter table access_entry force row level security;
alter table access_entry
    drop constraint a_person_or_a_client_reads,
    drop client_id,
    drop client_name,
    drop revision,
    alter reader_id set not null;

call make_tenant_table('hand_over', 'select, insert');
call make_tenant_table('summary_handed_over', 'select, insert');

create or replace procedure forget_access_log_of(erased uuid)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from access_entry where organisation_id = current_organisation() and owner_id = erased;
    delete from summary_handed_over where organisation_id = current_organisation() and owner_id = erased;
end $$;

create procedure forget_old_hand_overs(hand_overs uuid[])
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    old uuid[];
begin
    select array_agg(id) into old from hand_over where organisation_id = current_organisation()
        and id = any (hand_overs) and read_at < now() - interval '12 months';
    delete from summary_handed_over where organisation_id = current_organisation() and hand_over_id = any (old);
    delete from hand_over where organisation_id = current_organisation() and id = any (old);
end $$;
revoke execute on procedure forget_old_hand_overs(uuid[]) from public;
grant execute on procedure forget_old_hand_overs(uuid[]) to dialogspejl_app;
