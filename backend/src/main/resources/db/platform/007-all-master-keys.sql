--liquibase formatted sql

--changeset platform:all-master-keys splitStatements:false
-- Which master keys wrap keys of each organisation and its people, in one statement: their ids. It gives nobody more than they have,
-- for it enters each organisation as who calls it. It goes from one master key to the next, not through everybody's keys.
create function master_keys_in_each_organisation() returns table (organisation_id uuid, master_key_id text)
    language plpgsql set enable_seqscan = off as $$
declare
    before text := current_setting('dialogspejl.organisation', true);
begin
    for organisation_id in select id from organisation loop
        perform set_config('dialogspejl.organisation', organisation_id::text, true);
        select o.master_key_id into master_key_id from organisation_key o;
        if found then
            return next;
        end if;
        master_key_id := '';
        loop
            select p.master_key_id into master_key_id from person_key p
                where p.master_key_id > master_keys_in_each_organisation.master_key_id order by p.master_key_id limit 1;
            exit when not found;
            return next;
        end loop;
    end loop;
    perform set_config('dialogspejl.organisation', coalesce(before, ''), true);
end $$;
revoke execute on function master_keys_in_each_organisation() from public;
grant execute on function master_keys_in_each_organisation() to dialogspejl_app;
