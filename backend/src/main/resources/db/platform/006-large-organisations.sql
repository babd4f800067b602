--liquibase formatted sql

--changeset platform:large-organisations splitStatements:false
-- Every index begins with the organisation, and most statements are planned once for all of them. PostgreSQL plans for an average
-- one; where there are many, that has a row or two, and every index seems as good as the one that finds the row: a team was looked
-- for by its id among all teams of its organisation. So an organisation is taken to have a tenth of each table.
create or replace procedure make_tenant_table(tenant_table regclass, granted text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy own_organisation on %s'
        ' using (organisation_id = current_organisation())'
        ' with check (organisation_id = current_organisation())', tenant_table);
    execute format('grant %s on %s to dialogspejl_app', granted, tenant_table);
    execute format('alter table %s alter organisation_id set (n_distinct = 10)', tenant_table);
end $$;

-- Holds up nobody who reads or writes. It takes effect as rows are counted, which is done here where they have been before: a
-- table that is counted while it is empty is taken for one that stays so.
do $$
declare
    tenant_table pg_class;
begin
    for tenant_table in
        select t.* from pg_class t where t.relforcerowsecurity and t.relnamespace = 'public'::regnamespace order by t.oid
    loop
        execute format('alter table %I alter organisation_id set (n_distinct = 10)', tenant_table.relname);
        if tenant_table.reltuples > 0 then
            execute format('analyze %I', tenant_table.relname);
        end if;
    end loop;
end $$;
