--liquibase formatted sql

--changeset platform:each-organisation splitStatements:false
-- For change sets that change rows, which row-level security keeps from the owner too. To take that off and force it again
-- would keep everybody from the table until the change set ends.
create procedure in_each_organisation(statement text)
    language plpgsql as $$
declare
    organisation uuid;
begin
    for organisation in select id from organisation order by id loop
        perform set_config('dialogspejl.organisation', organisation::text, true);
        execute statement;
    end loop;
    perform set_config('dialogspejl.organisation', '', true);
end $$;

revoke execute on procedure in_each_organisation(text) from public;
