--liquibase formatted sql

--changeset identity:identity-providers
-- Read before anyone is signed in, to learn which organisation a provider is of: by its issuer, or by the domain of an
-- e-mail address. It tells nothing else. A name is one organisation's alone, or a provider could speak for another's
-- people.
create table provider_directory (
    name text primary key,
    organisation_id uuid not null references organisation (id),
    unique (organisation_id, name)
);
grant select on provider_directory to dialogspejl_app;

-- Whom an organisation trusts to say who somebody is. The application reads it only.
create table identity_provider (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    issuer text not null,
    client_id text not null,
    name text not null,
    first_sign_in text not null,
    active boolean not null,
    primary key (organisation_id, id),
    unique (organisation_id, issuer),
    foreign key (organisation_id, issuer) references provider_directory (organisation_id, name),
    constraint an_issuer_is_an_address check (issuer ~ '^https?://[^?#]+$'),
    constraint known_rules check (first_sign_in in ('INVITED', 'EMPLOYEE'))
);
call make_tenant_table('identity_provider', 'select');

-- The domains of the e-mail addresses that a provider may speak for.
create table provider_domain (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    provider_id uuid not null,
    domain text not null,
    primary key (organisation_id, id),
    unique (organisation_id, domain),
    foreign key (organisation_id, provider_id) references identity_provider (organisation_id, id) on delete cascade,
    foreign key (organisation_id, domain) references provider_directory (organisation_id, name),
    constraint a_domain_is_lower_case check (domain ~ '^[^A-Z@/:\s]+$')
);
create index on provider_domain (organisation_id, provider_id);
call make_tenant_table('provider_domain', 'select');

-- Who is who: a provider's name for somebody, and the person. Neither is ever given to another.
create table identity_link (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    provider_id uuid not null,
    subject text not null,
    person_id uuid not null,
    linked_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, provider_id, subject),
    unique (organisation_id, provider_id, person_id),
    foreign key (organisation_id, provider_id) references identity_provider (organisation_id, id) on delete cascade,
    foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index on identity_link (organisation_id, person_id);
call make_tenant_table('identity_link', 'select, insert, delete');
