-- Every alias of the person whose verified token the request carries; the one in the token even if nobody linked it yet.
create function caller_aliases() returns uuid[] language sql stable as $$
    select array(
        select other.alias from alias_link mine join alias_link other using (person_id)
        where mine.alias = nullif(current_setting('brevdue.citizen', true), '')::uuid
        union
        select nullif(current_setting('brevdue.citizen', true), '')::uuid
    )
$$;

alter table entry enable row level security;
alter table entry force row level security;
create policy worker on entry to audit_worker using (true) with check (true);
-- The inner select is evaluated once for each statement, not once for each row.
create policy own_entries on entry for select to audit_request
    using (subject = any ((select caller_aliases())::uuid[]));
grant select on entry to audit_request;
