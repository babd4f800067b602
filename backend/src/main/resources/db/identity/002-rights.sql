--liquibase formatted sql

--changeset identity:rights-changed splitStatements:false
-- Tells every instance of the service that what somebody may do has changed, or that a session of theirs is over,
-- whoever changed it: a statement by hand is heard too. The argument is the column that says whom it is about.
create function tell_rights_changed() returns trigger
    language plpgsql as $$
begin
    perform pg_notify('dialogspejl', 'rights ' || (to_jsonb(coalesce(new, old)) ->> tg_argv[0]));
    return null;
end $$;

create trigger rights_changed after update on person for each row
    when (old.active is distinct from new.active or old.roles is distinct from new.roles)
    execute function tell_rights_changed('id');
create trigger rights_changed after update on session for each row
    when (old.ended_at is distinct from new.ended_at)
    execute function tell_rights_changed('person_id');
create trigger rights_removed after delete on session for each row
    when (old.ended_at is null)
    execute function tell_rights_changed('person_id');
create trigger rights_changed after update on api_client for each row
    when (old.revoked_at is distinct from new.revoked_at or old.scopes is distinct from new.scopes)
    execute function tell_rights_changed('id');
