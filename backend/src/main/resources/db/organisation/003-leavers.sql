--liquibase formatted sql

--changeset organisation:leavers splitStatements:false
-- Since when a person is no longer active, whoever made them so: a statement by hand counts too.
alter table person add inactive_since timestamptz;
-- Its owner, who does this, sees no rows either while row-level security is forced.
alter table person no force row level security;
update person set inactive_since = now() where not active;
alter table person force row level security;

create function note_leaving() returns trigger
    language plpgsql as $$
begin
    new.inactive_since = case when new.active then null else coalesce(new.inactive_since, now()) end;
    return new;
end $$;
create trigger leaving before insert or update of active on person for each row execute function note_leaving();
