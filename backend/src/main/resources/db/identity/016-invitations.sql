--liquibase formatted sql

--changeset identity:invitations
-- When somebody was last sent a link to choose their first password by; null for who was never sent one.
alter table account add invited_at timestamptz;

--changeset identity:invitations-sent
call in_each_organisation($$
    update account a set invited_at = sent.at
        from (select organisation_id, person_id, max(expires_at) - interval '7 days' as at from one_time_link
            group by organisation_id, person_id) sent
        where a.organisation_id = sent.organisation_id and a.person_id = sent.person_id and a.password_hash is null
$$);
