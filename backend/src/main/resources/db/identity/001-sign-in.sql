--liquibase formatted sql

--changeset identity:sign-in
-- Read before anyone is signed in, to learn which organisation a login is of. It tells nothing else.
create table login_directory (
    login text primary key check (login = lower(login)),
    organisation_id uuid not null references organisation (id),
    unique (organisation_id, login)
);
grant select, insert on login_directory to dialogspejl_app;

create table account (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    login text not null,
    password_hash text not null,
    primary key (organisation_id, id),
    unique (organisation_id, person_id),
    unique (organisation_id, login),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
    foreign key (organisation_id, login) references login_directory (organisation_id, login)
);
call make_tenant_table('account', 'select, insert, update');

create table session (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    person_id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on session (organisation_id, person_id);
call make_tenant_table('session', 'select, insert, update');

create table refresh_token (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    session_id uuid not null,
    secret_hash text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, session_id, secret_hash),
    foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade
);
call make_tenant_table('refresh_token', 'select, insert, update');

create table api_client (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    login text not null,
    name text not null,
    secret_hash text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, login),
    foreign key (organisation_id, login) references login_directory (organisation_id, login)
);
call make_tenant_table('api_client', 'select, insert, update');

-- Signs for all organisations, so it is none's.
create table signing_key (
    key_id text primary key,
    private_jwk text not null,
    created_at timestamptz not null
);
grant select, insert on signing_key to dialogspejl_app;
