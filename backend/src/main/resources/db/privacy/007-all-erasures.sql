--liquibase formatted sql

--changeset privacy:all-erasures splitStatements:false
-- The ledger of all organisations in one statement, to be held against its file: ids and times. It gives nobody more than they have,
-- for it enters each organisation as who calls it. Each has few of the rows, which a plan for all does not know.
create function erasures_in_each_organisation() returns table (organisation_id uuid, person_id uuid, erased_at timestamptz)
    language plpgsql set enable_seqscan = off as $$
declare
    before text := current_setting('dialogspejl.organisation', true);
    organisation uuid;
begin
    for organisation in select id from organisation loop
        perform set_config('dialogspejl.organisation', organisation::text, true);
        return query select e.organisation_id, e.person_id, e.erased_at from erasure e;
    end loop;
    perform set_config('dialogspejl.organisation', coalesce(before, ''), true);
end $$;
revoke execute on function erasures_in_each_organisation() from public;
grant execute on function erasures_in_each_organisation() to dialogspejl_app;
