--liquibase formatted sql

--changeset identity:invitations splitStatements:false
-- When somebody was last sent a link to choose their first password by; null for who was never sent one.
alter table account add invited_at timestamptz;
-- Its owner, who does this, sees no rows either while row-level security is forced.
alter table account no force row level security;
alter table one_time_link no force row level security;
update account a set invited_at = sent.at
    from (select organisation_id, person_id, max(expires_at) - interval '7 days' as at from one_time_link
        group by organisation_id, person_id) sent
    where a.organisation_id = sent.organisation_id and a.person_id = sent.person_id and a.password_hash is null;
alter table account force row level security;
alter table one_time_link force row level security;
