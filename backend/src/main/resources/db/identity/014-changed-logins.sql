--liquibase formatted sql

--changeset identity:changed-logins splitStatements:false
-- The address that somebody signs in with is part of the person, also to who asks when they were changed last.
create function note_login() returns trigger
    language plpgsql as $$
begin
    update person set name = name where organisation_id = new.organisation_id and id = new.person_id;
    return null;
end $$;
create trigger note_login after update on account for each row
    when (old.login is distinct from new.login)
    execute function note_login();
