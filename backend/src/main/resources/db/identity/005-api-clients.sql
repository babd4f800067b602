--liquibase formatted sql

--changeset identity:api-client-secrets
create table api_client_secret (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    client_id uuid not null,
    secret_hash text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, client_id) references api_client (organisation_id, id) on delete cascade
);
create index on api_client_secret (organisation_id, client_id);
-- Its owner, who does this, sees no rows either while row-level security is forced.
alter table api_client no force row level security;
insert into api_client_secret (organisation_id, id, client_id, secret_hash, created_at)
    select organisation_id, gen_random_uuid(), id, secret_hash, created_at from api_client;
alter table api_client force row level security;
call make_tenant_table('api_client_secret', 'select, insert, update');

alter table api_client
    drop secret_hash,
    add version integer not null default 1,
    add networks text[] not null default '{}',
    add expires_at timestamptz;
alter table api_client alter version drop default, alter networks drop default;
create index on api_client (organisation_id, created_at, id);

drop trigger rights_changed on api_client;
create trigger rights_changed after update on api_client for each row
    when (old.revoked_at is distinct from new.revoked_at or old.scopes is distinct from new.scopes
        or old.networks is distinct from new.networks or old.expires_at is distinct from new.expires_at)
    execute function tell_rights_changed('id');
create trigger rights_changed after update on api_client_secret for each row
    when (old.revoked_at is distinct from new.revoked_at)
    execute function tell_rights_changed('client_id');
