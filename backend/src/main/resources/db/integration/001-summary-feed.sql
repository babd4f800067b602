--liquibase formatted sql

--changeset integration:summary-feed splitStatements:false
-- What HR follows: a row for each summary that has been shared, with the transaction that last changed what HR may see
-- of it. Readers go through it in the order of changed_in, below the oldest transaction that still runs, so that
-- none is passed over (ADR 15). Nobody but the triggers below writes here, so no change can be forgotten.
create table shared_summary (
    organisation_id uuid not null references organisation (id),
    summary_id uuid not null,
    -- The evaluatee's. No key: a row outlives what it tells of.
    team_id uuid,
    concluded_at timestamptz not null,
    -- Counts what HR is told of this summary.
    revision integer not null,
    changed_in xid8 not null,
    changed_at timestamptz not null,
    -- Since when HR may read it no more; null while it may.
    removed_at timestamptz,
    primary key (organisation_id, summary_id)
);
create index on shared_summary (organisation_id, changed_in, summary_id);
create index on shared_summary (organisation_id, team_id, changed_in, summary_id);
create index on shared_summary (organisation_id, removed_at) where removed_at is not null;
call make_tenant_table('shared_summary', 'select');

-- The teams that a summary was in before, its evaluatee having moved: to who may read that team alone it is gone.
create table summary_of_team_before (
    organisation_id uuid not null references organisation (id),
    summary_id uuid not null,
    team_id uuid not null,
    revision integer not null,
    changed_in xid8 not null,
    changed_at timestamptz not null,
    primary key (organisation_id, summary_id, team_id),
    foreign key (organisation_id, summary_id) references shared_summary (organisation_id, summary_id) on delete cascade
);
create index on summary_of_team_before (organisation_id, team_id, changed_in, summary_id);
create index on summary_of_team_before (organisation_id, changed_at);
call make_tenant_table('summary_of_team_before', 'select');

-- A tombstone is kept for 90 days, longer than any cursor lives. That of a summary that can be shared again keeps its
-- count. Two that tidy up at once take different rows.
create function remove_old_tombstones(here uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from shared_summary where organisation_id = here and summary_id in (
        select f.summary_id from shared_summary f
        where f.organisation_id = here and f.removed_at < now() - interval '90 days'
        and not exists (select from summary s where s.organisation_id = here and s.id = f.summary_id)
        limit 1000 for update skip locked);
    delete from summary_of_team_before where organisation_id = here and (summary_id, team_id) in (
        select b.summary_id, b.team_id from summary_of_team_before b
        where b.organisation_id = here and b.changed_at < now() - interval '90 days'
        limit 1000 for update skip locked);
end $$;

-- Brings the feed up to date about one summary. What it looks at is locked, always in this order: whoever changes one
-- of these rows waits until this has been committed, or this waits and sees the change.
create function tell_hr(here uuid, about uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told shared_summary;
    team_now uuid;
    concluded timestamptz;
    readable boolean;
begin
    select p.team_id, s.concluded_at, s.shared_at is not null into team_now, concluded, readable
        from summary s
        join round r on r.organisation_id = s.organisation_id and r.id = s.round_id
        join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id
        where s.organisation_id = here and s.id = about
        for share of s, p;
    readable := coalesce(readable, false);
    if readable then
        perform from team where organisation_id = here and id = team_now for share;
    end if;
    select * into told from shared_summary where organisation_id = here and summary_id = about for update;
    if readable then
        insert into shared_summary as feed
            (organisation_id, summary_id, team_id, concluded_at, revision, changed_in, changed_at)
            values (here, about, team_now, concluded, 1, pg_current_xact_id(), clock_timestamp())
            on conflict (organisation_id, summary_id) do update set
                team_id = excluded.team_id,
                concluded_at = excluded.concluded_at,
                revision = feed.revision + (feed.changed_in <> excluded.changed_in)::int,
                changed_in = excluded.changed_in,
                changed_at = excluded.changed_at,
                removed_at = null;
        if told.team_id is distinct from team_now then
            delete from summary_of_team_before
                where organisation_id = here and summary_id = about and team_id = team_now;
            insert into summary_of_team_before
                (organisation_id, summary_id, team_id, revision, changed_in, changed_at)
                select organisation_id, summary_id, told.team_id, revision, changed_in, changed_at from shared_summary
                where organisation_id = here and summary_id = about and told.team_id is not null;
        end if;
    elsif told.summary_id is not null and told.removed_at is null then
        update shared_summary set
            revision = revision + (changed_in <> pg_current_xact_id())::int,
            changed_in = pg_current_xact_id(),
            changed_at = clock_timestamp(),
            removed_at = clock_timestamp()
            where organisation_id = here and summary_id = about;
        perform remove_old_tombstones(here);
    end if;
end $$;

create function tell_hr_of_summary() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform tell_hr(coalesce(new.organisation_id, old.organisation_id), coalesce(new.id, old.id));
    return null;
end $$;
create trigger hr_is_told after insert on summary for each row
    when (new.shared_at is not null) execute function tell_hr_of_summary();
create trigger hr_is_told_of_change after update on summary for each row
    when ((old.shared_at is not null or new.shared_at is not null) and
        (old.shared_at, old.worked_well, old.learning, old.follow_up_how, old.follow_up_on, old.concluded_at)
        is distinct from
        (new.shared_at, new.worked_well, new.learning, new.follow_up_how, new.follow_up_on, new.concluded_at))
    execute function tell_hr_of_summary();
create trigger hr_is_told_of_removal after delete on summary for each row
    when (old.shared_at is not null) execute function tell_hr_of_summary();

create function tell_hr_of_focus_point() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform tell_hr(coalesce(new.organisation_id, old.organisation_id), coalesce(new.summary_id, old.summary_id));
    return null;
end $$;
create trigger hr_is_told after insert or delete on focus_point for each row execute function tell_hr_of_focus_point();
create trigger hr_is_told_of_change after update on focus_point for each row
    when ((old.text, old.position) is distinct from (new.text, new.position))
    execute function tell_hr_of_focus_point();

create function tell_hr_of_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform tell_hr(s.organisation_id, s.id) from round r
        join summary s on s.organisation_id = r.organisation_id and s.round_id = r.id and s.shared_at is not null
        where r.organisation_id = new.organisation_id and r.evaluatee_id = new.id;
    return null;
end $$;
create trigger hr_is_told_of_change after update on person for each row
    when ((old.name, old.employee_number, old.team_id) is distinct from (new.name, new.employee_number, new.team_id))
    execute function tell_hr_of_person();

create function tell_hr_of_team() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform tell_hr(organisation_id, summary_id) from shared_summary
        where organisation_id = new.organisation_id and team_id = new.id and removed_at is null;
    return null;
end $$;
create trigger hr_is_told_of_change after update on team for each row
    when (old.name is distinct from new.name) execute function tell_hr_of_team();

revoke execute on function remove_old_tombstones(uuid), tell_hr(uuid, uuid) from public;

-- Those that are shared already.
do $$
declare
    organisation uuid;
begin
    for organisation in select id from organisation loop
        perform set_config('dialogspejl.organisation', organisation::text, true);
        perform tell_hr(organisation_id, id) from summary where organisation_id = organisation and shared_at is not null;
    end loop;
    perform set_config('dialogspejl.organisation', '', true);
end $$;

--changeset integration:feed-epoch splitStatements:false
-- Numbers of transactions mean something in one database of one server alone. Cursors carry the id; home says where the
-- numbers in the feed were given. One row, which belongs to no organisation and tells of none.
create table feed_epoch (
    id uuid not null,
    home text not null,
    only_one boolean primary key default true check (only_one)
);
grant select on feed_epoch to dialogspejl_app;

-- Where a dump has been restored, the rows are numbered anew and all cursors belong to the past.
create procedure begin_feed_epoch_after_restore()
    language plpgsql as $$
declare
    here text;
    organisation uuid;
begin
    select concat_ws('.', system_identifier, (select oid from pg_database where datname = current_database()),
        'shared_summary'::regclass::oid) into here from pg_control_system();
    if exists (select from feed_epoch where home = here) then
        return;
    end if;
    for organisation in select id from organisation loop
        perform set_config('dialogspejl.organisation', organisation::text, true);
        update shared_summary set changed_in = pg_current_xact_id() where organisation_id = organisation;
        update summary_of_team_before set changed_in = pg_current_xact_id() where organisation_id = organisation;
    end loop;
    perform set_config('dialogspejl.organisation', '', true);
    insert into feed_epoch (id, home) values (gen_random_uuid(), here)
        on conflict (only_one) do update set id = excluded.id, home = excluded.home;
end $$;
revoke execute on procedure begin_feed_epoch_after_restore() from public;

--changeset integration:feed-epoch-after-restore runAlways:true
call begin_feed_epoch_after_restore();
