--liquibase formatted sql

--changeset rounds:erasure splitStatements:false
-- Who did what, and when, stays. What somebody erased said about it goes, and how a round about them was agreed;
-- the application can change history in no other way.
create procedure forget_history_of(erased uuid)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update step_taken set note = null where organisation_id = current_organisation() and taken_by_id = erased;
    delete from agreement_change c using round r
        where c.organisation_id = current_organisation()
        and r.organisation_id = c.organisation_id and r.id = c.round_id and r.evaluatee_id = erased;
end $$;
revoke execute on procedure forget_history_of(uuid) from public;
grant execute on procedure forget_history_of(uuid) to dialogspejl_app;
