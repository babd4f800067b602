--liquibase formatted sql

--changeset platform:tenancy splitStatements:false
-- The organisation of the transaction; null (and so no rows) where none is set.
create function current_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('dialogspejl.organisation', true), '')::uuid;

-- Makes a table a tenant's: its rows are seen and written only within the transaction's own organisation,
-- by everyone, the owner included. The application may do just what is granted.
create procedure make_tenant_table(tenant_table regclass, granted text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy own_organisation on %s'
        ' using (organisation_id = current_organisation())'
        ' with check (organisation_id = current_organisation())', tenant_table);
    execute format('grant %s on %s to dialogspejl_app', granted, tenant_table);
end $$;

revoke execute on procedure make_tenant_table(regclass, text) from public;
