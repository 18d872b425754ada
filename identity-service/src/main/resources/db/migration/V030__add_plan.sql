-- Who reads the person's letters, as last told to the other services. Persons of before read on their own from 16.
alter table person add column plan jsonb;
create policy planning on person to identity_owner using (true);
update person set plan = jsonb_build_object(
    'readsOwnFrom', (birth_date + interval '16 years')::date, 'representations', '[]'::jsonb);
drop policy planning on person;
alter table person alter column plan set not null;

-- Zero as long as nobody has been told of the person, which is never committed.
alter table person drop constraint person_version_check, add check (version >= 0);

grant select (plan) on person to identity_request;
